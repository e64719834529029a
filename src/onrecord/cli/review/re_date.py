"""`onrecord review re-date`."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import only_option, opened, review_options


@with_examples(
    'onrecord review re-date "a#e0" --to 2024-03-12 --only b --by "R. Moe" --why "misprint in b"',
    'onrecord review re-date "a#e0" --to 2024-03-10/2024-03-13 --by "R. Moe" --why "a visit of four days"',
)
@click.argument("event", metavar="EVENT")
@click.option("--to", required=True, metavar="TIME", help="2024-03-12, 2024-03, 2024, first/last day, or unknown.")
@only_option
@review_options
def re_date(event: str, to: str, only: tuple[str, ...], record: str | None, by: str, why: str, on: date | None) -> None:
    """Say when an event takes place. With --only just what some reports tell is dated anew.

    Where a plan was moved, each report was right on its day: date anew only what was read wrong, or printed wrong.
    """
    from onrecord.cli.reviewing import Review, put
    from onrecord.schema.correction import Correction
    from onrecord.story.given_times import when

    made, time = Review(by, why, on), None if to == "unknown" else when(to)
    with opened(record) as book:
        anchors = book.event_anchors(event, only)
        put(book, Correction(action="re-date", anchors=anchors, time=time, by=made.by, why=made.why, on=made.day))
