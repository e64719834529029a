"""`onrecord review accept`."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import only_option, opened, review_options


@with_examples(
    'onrecord review accept "a#e0" --by "R. Moe" --why "seen in print"',
    'onrecord review accept "a#e0" --only b --by "R. Moe" --why "seen in print" --on 2024-03-12',
)
@click.argument("event", metavar="EVENT")
@only_option
@review_options
def accept(event: str, only: tuple[str, ...], record: str | None, by: str, why: str, on: date | None) -> None:
    """Say that an event is right as it was read: type, status and parties. Its confidence is 1 from then on.

    That holds for what is told of it now; what a later report adds is as sure as it was read.
    """
    from onrecord.cli.reviewing import Review, put
    from onrecord.schema.correction import Correction

    made = Review(by, why, on)
    with opened(record) as book:
        anchors = book.event_anchors(event, only)
        put(book, Correction(action="accept", anchors=anchors, by=made.by, why=made.why, on=made.day))
