"""Writing the plans of a record as a calendar file."""

from __future__ import annotations

import sys
from datetime import date

from onrecord.cli import output
from onrecord.cli.options import opened
from onrecord.errors import UsageError
from onrecord.present.ics import calendar, stretch
from onrecord.present.words import counted


def write_calendar(record: str | None, as_of: date | None, min_confidence: float) -> None:
    """Writes the plans that have a day, and counts the others."""
    with opened(record) as book:
        plans = book.plans(as_of, min_confidence)
        events = {event.id: event for event in book.events(as_of)}
        day = as_of or book.as_of
        path = book.path
    if day is None:
        raise UsageError(f"No report in {path} has a date, and a calendar needs one. Give --as-of a day.")
    sys.stdout.flush()
    sys.stdout.buffer.write(calendar(plans, events, day))
    if undated := sum(not stretch(plan).begins for plan in plans):
        output.complain(f"Left out: {counted(undated, 'plan')} without a day.")
