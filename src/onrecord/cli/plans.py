"""`onrecord plans`: what was announced, and what became of it."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli import output
from onrecord.cli.group import with_examples
from onrecord.cli.options import as_of_option, confidence_option, format_option, opened, record_option
from onrecord.errors import UsageError


@with_examples("onrecord plans", "onrecord plans --as-of 2023-09-12", "onrecord plans --ics > plans.ics")
@record_option
@as_of_option
@confidence_option
@click.option("--ics", is_flag=True, help="Write a calendar file of the plans that have a day (iCalendar, RFC 5545).")
@format_option("text", "json", "jsonl")
def plans(record: str | None, as_of: date | None, min_confidence: float, ics: bool, format_: str) -> None:
    """List plans by the day for which they are expected, with what became of them.

    A plan is planned, postponed, cancelled, happened, or overdue: its day has passed and no report tells of it.

    The calendar of --ics has the same entries for the same plans, so that an import brings those up to date that are
    there already; plans without a day are counted on the standard error.
    """
    if ics:
        if format_ != "text":
            raise UsageError("--ics is a format of its own: leave out --format.")
        from onrecord.cli.calendars import write_calendar

        write_calendar(record, as_of, min_confidence)
        return
    with opened(record) as book:
        found = book.plans(as_of, min_confidence)
    if format_ != "text":
        output.write_rows(found, format_)
        return
    from onrecord.present.tables import plans_table

    output.listed(plans_table(found), len(found), len(found), "plan", "plans")
