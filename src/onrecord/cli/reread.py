"""`onrecord reread`: read the reports of a record again, after an upgrade."""

from __future__ import annotations

import click

from onrecord.cli import output
from onrecord.cli.group import with_examples
from onrecord.cli.options import opened, record_option, settings_of, workers_option


@with_examples("onrecord reread", "onrecord reread --record story.db --workers 4")
@record_option
@workers_option
def reread(record: str | None, workers: int | None) -> None:
    """Read again the reports that an older version of the reader has read, and tell what changed.

    The older readings stay in the record; the newest count.
    """
    from onrecord.cli.progress import Latest, shown
    from onrecord.present.reading_text import unread_text
    from onrecord.present.tables import changes_table
    from onrecord.present.words import counted

    with opened(record) as book, shown("reading again", None, Latest()) as told:
        summary = book.reread(settings_of(workers=workers).workers, told)
    for unread in summary.failed:
        output.complain(f"Not read: {unread_text(unread)}")
    if not summary.reread and not summary.failed:
        click.echo("Nothing to do: all reports were read by this version of the reader.")
        return
    if summary.changes:
        output.show([changes_table(summary.changes)])
    again, changed = counted(len(summary.reread), "report"), f"{len(summary.changed):,}"
    click.echo(f"{again} read again; the rows of {changed} changed.")
    output.failed(bool(summary.failed))
