"""`onrecord timeline`: events by their time."""

from __future__ import annotations

from datetime import date

from onrecord.cli import output
from onrecord.cli.group import with_examples
from onrecord.cli.options import (
    as_of_option,
    confidence_option,
    day_option,
    format_option,
    limit_option,
    opened,
    record_option,
    since_option,
)


@with_examples("onrecord timeline", "onrecord timeline --since 2023-09-01 --until 2023-09-30 --format jsonl")
@record_option
@as_of_option
@since_option
@day_option("--until", "Only what takes place on or before this day.")
@confidence_option
@limit_option(0, "events")
@format_option("text", "json", "jsonl")
def timeline(
    record: str | None,
    as_of: date | None,
    since: date | None,
    until: date | None,
    min_confidence: float,
    limit: int,
    format_: str,
) -> None:
    """List the events that have a time, in its order: what happened, and what is planned or only possible.

    Background is in the list too: what reports tell of the time before their news.
    """
    with opened(record) as book:
        lines = book.timeline(as_of, since, until, min_confidence)
    chosen = lines[:limit] if limit else lines
    if format_ != "text":
        output.write_rows(chosen, format_)
        return
    from onrecord.present.tables import timeline_table

    output.listed(timeline_table(chosen), len(chosen), len(lines), "event with a time", "events with a time")
