"""`onrecord derive`: rebuild what is derived."""

from __future__ import annotations

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import opened, record_option


@with_examples("onrecord derive --record story.db")
@record_option
def derive(record: str | None) -> None:
    """Drop the events, origins, answers and plans of a record and build them anew from its reports and readings.

    The result is the same to the byte; this is for a record that was damaged or that an older version has built.
    """
    from onrecord.present.words import counted

    with opened(record) as book:
        rows = book.derive()
        click.echo(f"{counted(rows, 'row')} derived anew in {book.path}.")
