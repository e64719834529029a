"""`onrecord watch remove`."""

from __future__ import annotations

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import opened, record_option


@with_examples(
    'onrecord watch remove "foreign ministry" Bergen', 'onrecord watch remove "joint drill" --record story.db'
)
@click.argument("names", nargs=-1, required=True, metavar="ACTOR|PLACE|WORDS...")
@record_option
def remove(names: tuple[str, ...], record: str | None) -> None:
    """Take actors, places or words from the watch list of a record, written as `onrecord watch list` shows them.

    What is not on the list is named, and the exit status is 1 at the end; the rest is taken away.
    """
    from onrecord.cli.watching import remove as do

    with opened(record) as book:
        do(book, names)
