"""`onrecord watch`: the watch list of a record, one file a command."""

from __future__ import annotations

import click

from onrecord.cli.group import LazyGroup

COMMANDS = {
    "add": "Put names or words on the list.",
    "remove": "Take names or words from the list.",
    "list": "Show the list.",
}
"""The commands, each with its line in the help."""


@click.group(
    cls=LazyGroup,
    package="onrecord.cli.watch",
    lines=COMMANDS,
    examples=('onrecord watch add "foreign ministry" Bergen "joint drill"', "onrecord diff --since 2024-03-10"),
)
def watch() -> None:
    """Keep a list of what to look out for: actors, places, and words. brief and diff mark what is new on it.

    A name on the list stands for the actor or the place in all reports, by whatever name they call it.
    """
