"""`onrecord brief`: what a record says."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import (
    as_of_option,
    confidence_option,
    format_option,
    limit_option,
    opened,
    record_option,
    since_option,
)


@with_examples(
    "onrecord brief",
    "onrecord brief --since 2023-09-04 --record story.db",
    "onrecord brief --as-of 2023-09-05 --format md > brief.md",
    "onrecord brief --format html > brief.html",
)
@record_option
@as_of_option
@since_option
@confidence_option
@limit_option(20, "lines a section")
@click.option("--quotes", type=click.IntRange(min=0), metavar="N", default=1, help="Up to N quotations an event.")
@click.option("--ids", is_flag=True, help="Show the ids of events, for review, origins and cite.")
@format_option("text", "md", "html", "json")
def brief(
    record: str | None,
    as_of: date | None,
    since: date | None,
    min_confidence: float,
    limit: int,
    quotes: int,
    ids: bool,
    format_: str,
) -> None:
    """Tell what a record says: what happened, is planned, is said, is denied and is unconfirmed, with the sources.

    Sources are counted by independent origin: twenty outlets that carry one agency's report, or cite one newspaper,
    are one. With --as-of the record is as it was known on that day.
    """
    from onrecord.cli.briefing import write_brief

    with opened(record) as book:
        write_brief(book.brief(as_of, since, min_confidence), format_, limit, quotes, ids)
