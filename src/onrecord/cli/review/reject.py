"""`onrecord review reject`."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import only_option, opened, review_options


@with_examples(
    'onrecord review reject "a#e0" --by "R. Moe" --why "a drill, not an attack"',
    'onrecord review reject "a#e0" --only b --by "R. Moe" --why "of another year" --on 2024-03-12',
)
@click.argument("event", metavar="EVENT")
@only_option
@review_options
def reject(event: str, only: tuple[str, ...], record: str | None, by: str, why: str, on: date | None) -> None:
    """Say that what was read is no event: it is gone from all views, while the reports stay.

    With --only just what some reports tell is taken away, and the event rests on the others.
    """
    from onrecord.cli.reviewing import Review, put
    from onrecord.schema.correction import Correction

    made = Review(by, why, on)
    with opened(record) as book:
        anchors = book.event_anchors(event, only)
        put(book, Correction(action="reject", anchors=anchors, by=made.by, why=made.why, on=made.day))
