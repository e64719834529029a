"""`onrecord plans`: what was announced, and what became of it."""

from __future__ import annotations

from datetime import date

from onrecord.cli import output
from onrecord.cli.group import with_examples
from onrecord.cli.options import as_of_option, confidence_option, format_option, opened, record_option


@with_examples("onrecord plans", "onrecord plans --as-of 2023-09-12")
@record_option
@as_of_option
@confidence_option
@format_option("text", "json", "jsonl")
def plans(record: str | None, as_of: date | None, min_confidence: float, format_: str) -> None:
    """List plans by the day for which they are expected, with what became of them.

    A plan is planned, postponed, cancelled, happened, or overdue: its day has passed and no report tells of it.
    """
    with opened(record) as book:
        found = book.plans(as_of, min_confidence)
    if format_ != "text":
        output.write_rows(found, format_)
        return
    from onrecord.present.tables import plans_table

    output.listed(plans_table(found), len(found), len(found), "plan", "plans")
