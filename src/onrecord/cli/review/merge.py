"""`onrecord review merge`."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import opened, review_options


@with_examples('onrecord review merge "a#e0" "c#e2" --by "R. Moe" --why "one visit, two spellings"')
@click.argument("events", nargs=-1, required=True, metavar="EVENT EVENT...")
@review_options
def merge(events: tuple[str, ...], record: str | None, by: str, why: str, on: date | None) -> None:
    """Say that two or more events are one. It has the id of its earliest telling.

    Ids of the others go on naming it: an event answers to the id of each of its tellings.
    """
    from onrecord.cli.reviewing import Review, put
    from onrecord.errors import UsageError
    from onrecord.schema.correction import Correction

    made = Review(by, why, on)
    with opened(record) as book:
        if len({book.event(name).id for name in events}) < 2:
            raise UsageError("Give two events or more; these are one already.")
        anchors = tuple(dict.fromkeys(anchor for name in events for anchor in book.event_anchors(name)))
        put(book, Correction(action="merge", anchors=anchors, by=made.by, why=made.why, on=made.day))
