"""`onrecord check`: is a record sound?"""

from __future__ import annotations

import click

from onrecord.cli import output
from onrecord.cli.group import with_examples
from onrecord.cli.options import opened, record_option


@with_examples("onrecord check", "onrecord check --record story.db && echo sound")
@record_option
def check(record: str | None) -> None:
    """Look for damage in a record: the file, each text and reading, and whether what is derived equals a rebuild.

    Nothing is changed. The exit status is 1 where something is wrong.
    """
    from onrecord.present.words import counted

    with opened(record) as book:
        summary = book.check()
        path = book.path
    seen = ", ".join((counted(summary.reports, "report"), counted(summary.readings, "reading")))
    seen += f" and {counted(summary.derived, 'derived row')}"
    for problem in summary.problems:
        output.complain(f"Problem: {problem}")
    if summary.sound:
        click.echo(f"{path} is sound: {seen}.")
    else:
        click.echo(f"{path}: {counted(len(summary.problems), 'problem')} in {seen}.")
    output.failed(not summary.sound)
