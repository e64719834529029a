"""Tables for a terminal, as wide as it is: timeline, plans, and any other rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from rich import box
from rich.table import Table
from rich.text import Text

from onrecord.present.days import day_text, span_text
from onrecord.present.entries import NOBODY
from onrecord.present.names import parties
from onrecord.present.sentences import line_sentence
from onrecord.present.words import counted
from onrecord.schema.brief import EventLine
from onrecord.schema.event import Status
from onrecord.schema.plan import Plan
from onrecord.schema.summary import RowChange

STATUSES: dict[Status, str] = {
    "happened": "happened",
    "ongoing": "ongoing",
    "planned": "planned",
    "possible": "possible",
    "called_for": "called for",
    "denied": "denied",
    "not_happened": "did not happen",
}


def table(columns: Sequence[str], rows: Iterable[Sequence[str | Text]]) -> Table:
    """A table with a line under its head; the text of cells is wrapped."""
    made = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False, show_edge=False)
    for column in columns:
        made.add_column(column, overflow="fold")
    for row in rows:
        made.add_row(*(cell if isinstance(cell, Text) else Text(cell) for cell in row))
    return made


def timeline_table(lines: Iterable[EventLine]) -> Table:
    """Events by their time: when, what, told as what, and by whom."""
    return table(("When", "What", "Status", "Told by"), (_event_row(line) for line in lines))


def _event_row(line: EventLine) -> tuple[str, str, str, str]:
    status = "disputed" if line.disputed else STATUSES[line.status]
    return (when(line), line_sentence(line, dated=False), status, told_by(line))


def when(line: EventLine) -> str:
    """The time of an event."""
    return span_text(line.from_, line.to, line.precision) or ""


def told_by(line: EventLine) -> str:
    """The independent origins, and the number of reports where it is larger."""
    names = parties(line.sources) or NOBODY
    return f"{names} ({counted(line.reports, 'report')})" if line.reports > max(1, len(line.sources)) else names


def plans_table(plans: Iterable[Plan]) -> Table:
    """Plans: when expected, what, what became of it, and who announced it when."""
    return table(("Expected", "Plan", "As it stands", "Announced"), (_plan_row(plan) for plan in plans))


def _plan_row(plan: Plan) -> tuple[str, str, str, str]:
    line = msgspec.structs.replace(plan.line, status="planned")  # What was planned, whatever became of it.
    expected = span_text(plan.expected_from, plan.expected_to, line.precision) or "no day given"
    stands = plan.outcome + (f" ({day_text(plan.settled)})" if plan.settled else "")
    by = f" by {parties(plan.announced_by)}" if plan.announced_by else ""
    return (expected, line_sentence(line, dated=False), stands, day_text(plan.announced) + by)


def changes_table(changes: Iterable[RowChange]) -> Table:
    """What a new reading added and took away, by kind of row."""
    return table(("Rows", "New", "Gone"), ((row.kind, f"{row.added:,}", f"{row.removed:,}") for row in changes))
