"""`onrecord backup`: a copy of a record."""

from __future__ import annotations

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import opened, record_option


@with_examples("onrecord backup story-2023-09-05.db --record story.db")
@click.argument("target", metavar="TARGET")
@record_option
def backup(target: str, record: str | None) -> None:
    """Copy a record, whole and consistent, to the file TARGET, also while others read it or add to it.

    A record at TARGET is replaced; a file that is no record is refused.
    """
    with opened(record) as book:
        click.echo(f"{book.path} copied to {book.backup(target)}.")
