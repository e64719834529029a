"""`onrecord`: the group of commands."""

from __future__ import annotations

import click

from onrecord.cli.group import LazyGroup

COMMANDS = {
    "read": "Show what articles say, without a record.",
    "add": "Read articles into a record.",
    "brief": "Tell what a record says, with its sources.",
    "timeline": "List events by their time.",
    "statements": "List who said what.",
    "plans": "List plans and what became of them.",
    "diff": "Tell what is new since a day.",
    "origins": "Show on whose word an event is told.",
    "cite": "Give the lines of an event for a footnote.",
    "stories": "List the reports that belong together.",
    "copies": "Show which reports have one text.",
    "search": "Find reports by their words.",
    "watch": "Keep a list of what to look out for.",
    "review": "Correct what was read, for good.",
    "export": "Write a record as JSONL or CSV.",
    "demo": "Try it on sample reports.",
    "reread": "Read all reports again after an upgrade.",
    "derive": "Rebuild what is derived.",
    "check": "Look for damage in a record.",
    "backup": "Copy a record.",
}
"""The commands, in the order of their use, each with its line in the help; a command is the module of its name."""


def show_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    """Prints the version of the package and ends."""
    if not asked or context.resilient_parsing:
        return
    from importlib.metadata import version

    click.echo(f"onrecord {version('onrecord')}")
    context.exit()


@click.group(
    cls=LazyGroup,
    package="onrecord.cli",
    lines=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 done, 1 some items failed, 2 wrong usage. Guides: the folder docs.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=show_version, help="Show the version."
)
def cli() -> None:
    """Reads news reports and keeps the record: who did, plans, says or denies what, when, where, on whose word.

    `onrecord read` shows what one article says; `onrecord add` puts articles into a record, and `onrecord brief` tells
    what the record says. `onrecord demo` tries all that on sample reports.
    """


def main() -> None:
    """The entry point of the program."""
    cli(prog_name="onrecord")
