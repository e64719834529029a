"""Plans as a calendar file (iCalendar, RFC 5545), the same bytes for the same plans and as-of day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

import msgspec

from onrecord.present.days import day_text
from onrecord.present.entries import origins
from onrecord.present.names import parties
from onrecord.present.sentences import line_sentence
from onrecord.present.words import line
from onrecord.schema.plan import Outcome, Plan
from onrecord.schema.story_event import StoryEvent

NAMESPACE = UUID("6f6e7265-636f-5264-8000-706c616e7300")
"""Of the UIDs of plans: a plan has the same one in every calendar that is made of it."""

LINE = 75
"""Octets of a line at most (RFC 5545, section 3.1), its end left out."""

_SPECIAL = re.compile(r"([\\;,])")
_STATUSES: dict[Outcome, str] = {"happened": "CONFIRMED", "cancelled": "CANCELLED"}


def calendar(plans: Iterable[Plan], events: Mapping[str, StoryEvent], as_of: date) -> bytes:
    """A calendar with an entry for each plan that has a first day; `events` by id are those of the plans. What has
    happened stands on the day on which it did."""
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//onrecord//plans//EN", "CALSCALE:GREGORIAN"]
    for plan in plans:
        if stretch(plan).begins:
            rows += entry(plan, events[plan.line.event], as_of)
    return b"".join(folded(row) for row in (*rows, "END:VCALENDAR"))


def entry(plan: Plan, event: StoryEvent, as_of: date) -> Iterator[str]:
    """The lines of one plan, not yet folded. The stamp is the day as of which it holds, and never the clock."""
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(event)}"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    when = stretch(plan)
    yield f"DTSTART{moment(when.begins)}"
    if when.ends > when.begins:
        yield f"DTEND{moment(when.ends, like=when.begins)}"
    yield f"SUMMARY:{escaped(line_sentence(plan.line, dated=False))}"
    yield f"DESCRIPTION:{escaped(description(plan))}"
    if plan.line.place:
        yield f"LOCATION:{escaped(line(plan.line.place))}"
    yield f"STATUS:{_STATUSES.get(plan.outcome, 'TENTATIVE')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


class Stretch(msgspec.Struct, frozen=True):
    """When something begins and ends (exclusive), as ISO dates or date-times; empty where it is not known."""

    begins: str
    ends: str


def stretch(plan: Plan) -> Stretch:
    """The time of what has happened, or else the one that was last expected."""
    if plan.outcome == "happened" and plan.line.from_:
        return Stretch(plan.line.from_, plan.line.to or "")
    return Stretch(plan.expected_from or "", plan.expected_to or "")


def uid(event: StoryEvent) -> str:
    """An id made of where the words of the earliest telling stand, so that it stays when reports are read anew; it is
    another one where an earlier report is added."""
    first = event.mentions[0]
    spans = " ".join(f"{span.start}-{span.end}" for span in first.predicate)
    return f"{uuid5(NAMESPACE, f'{first.report} {event.event_type} {spans}')}@onrecord"


def moment(value: str, like: str | None = None) -> str:
    """A day or a moment as the value of a property, with what stands before it: ";VALUE=DATE:20240310", or in UTC
    ":20240310T130000Z"; a clock time without a zone floats. An end has the form of its beginning (`like`)."""
    if "T" not in value or (like is not None and "T" not in like):
        return f";VALUE=DATE:{value[:10].replace('-', '')}"
    found = datetime.fromisoformat(value)
    if found.tzinfo is None:
        return f":{found:%Y%m%dT%H%M%S}"
    return f":{found.astimezone(UTC):%Y%m%dT%H%M%S}Z"


def description(plan: Plan) -> str:
    """How the plan stands, who announced it when, who tells of it, and the best words."""
    by = f" by {parties(plan.announced_by)}" if plan.announced_by else ""
    settled = f" ({day_text(plan.settled)})" if plan.settled else ""
    rows = (
        f"As it stands: {plan.outcome}{settled}.",
        f"Announced {day_text(plan.announced)}{by}.",
        f"{origins(plan.line)}.",
        *(f"{line(one.text)} ({line(one.outlet or one.report)})" for one in plan.line.evidence[:1]),
    )
    return "\n".join(rows)


def escaped(text: str) -> str:
    """A text as RFC 5545 writes it (section 3.3.11)."""
    return _SPECIAL.sub(r"\\\1", text).replace("\n", "\\n")


def folded(row: str) -> bytes:
    """A line in UTF-8 with its end, cut into pieces of at most 75 octets, between characters; each further piece begins
    with a space."""
    pieces: list[bytes] = [b""]
    for character in row:
        octets = character.encode("utf-8", "replace")
        room = LINE - (len(pieces) > 1)
        if len(pieces[-1]) + len(octets) > room:
            pieces.append(b"")
        pieces[-1] += octets
    return b"\r\n ".join(pieces) + b"\r\n"
