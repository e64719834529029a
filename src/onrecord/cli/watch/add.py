"""`onrecord watch add`."""

from __future__ import annotations

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import opened, record_option


@with_examples('onrecord watch add "foreign ministry" Bergen', 'onrecord watch add "joint drill" --record story.db')
@click.argument("names", nargs=-1, required=True, metavar="ACTOR|PLACE|WORDS...")
@record_option
def add(names: tuple[str, ...], record: str | None) -> None:
    """Put actors, places or words on the watch list of a record. What is on it already stays as it is.

    Words are looked for in the sentences on which events rest, and in what is said; case does not matter.
    """
    from onrecord.cli.watching import add as do

    with opened(record) as book:
        do(book, names)
