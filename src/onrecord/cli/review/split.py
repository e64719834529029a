"""`onrecord review split`."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import opened, review_options


@with_examples('onrecord review split "a#e0" d e --by "R. Moe" --why "d and e tell of the second visit"')
@click.argument("event", metavar="EVENT")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@review_options
def split(event: str, reports: tuple[str, ...], record: str | None, by: str, why: str, on: date | None) -> None:
    """Say that some of the reports of an event tell of another one, together.

    A REPORT is the id of a report, or of one telling of it (REPORT#e3). What is left stays the event that it was, and
    no later report joins the two again.
    """
    from onrecord.cli.reviewing import Review, put
    from onrecord.errors import UsageError
    from onrecord.schema.correction import Correction

    made = Review(by, why, on)
    with opened(record) as book:
        chosen = book.event_anchors(event, reports)
        rest = tuple(anchor for anchor in book.event_anchors(event) if anchor not in chosen)
        if not rest:
            raise UsageError(f"These are all the reports that tell of {event}: nothing is left to split them from.")
        put(book, Correction(action="split", anchors=chosen, rest=rest, by=made.by, why=made.why, on=made.day))
