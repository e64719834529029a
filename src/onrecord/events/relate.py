"""Relate: which events of an article are one, and which of them were over before its news."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from onrecord.events.rows import Row
from onrecord.schema.event import Event
from onrecord.schema.time import When

_LINKING = frozenset(
    ["CONSULT", "ASSAULT", "AGREE", "SANCTION", "PROTEST", "COERCE", "AID", "COOPERATE", "MOBILIZE", "RETREAT"]
)
_SPEECH = frozenset(["ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"])


def resumed(rows: Sequence[Row]) -> list[Event]:
    """The events, a meeting that an article comes back to ("confirmed the meeting") as it told it last: what was only
    planned has not happened yet. (Of attacks and resignations the same was tried: most that were planned had come.)"""
    found: list[Event] = []
    for row in rows:
        event = row.event
        if row.resumes and event.type == "CONSULT" and event.status == "happened":
            last = next((e for e in reversed(found) if _may_be(e, event) and _is_call(e) == _is_call(event)), None)
            if last is not None and last.status == "planned" and not last.negated:
                event = msgspec.structs.replace(event, status="planned")
        found.append(event)
    return found


def _is_call(event: Event) -> bool:
    """True for a call, which no "meeting" is."""
    return event.mode == "phone"


def _may_be(told: Event, event: Event) -> bool:
    """True where nothing keeps two rows from telling of one event."""
    if told.type != event.type or _differ(told.mode, event.mode):
        return False
    return set(told.actors) >= set(event.actors) and set(told.recipients) >= set(event.recipients)


def linked(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with `same_as` set where two rows tell of one event.

    Two rows are one event where type and parties agree, times and places do not contradict each other, and one of the
    two is a denial of the other or both are told of one time. Where it is not sure, they stay apart. Only rows of one
    type and the same parties are compared: an article of ten thousand names would have fifty million pairs.
    """
    found: list[Event] = []
    alike: dict[_Kind, list[Event]] = defaultdict(list)
    for event in events:
        before = alike[_Kind(event.type, frozenset(event.actors), frozenset(event.recipients), event.background)]
        first = next((e for e in before if _same(e, event)), None) if event.actors else None
        row = event if first is None else msgspec.structs.replace(event, same_as=first.same_as or first.id)
        before.append(row)
        found.append(row)
    return tuple(found)


class _Kind(NamedTuple):
    """What two rows of one event have in common."""

    type: str
    actors: frozenset[str]
    recipients: frozenset[str]
    background: bool


def _same(a: Event, b: Event) -> bool:
    """True where two rows of one type and the same parties tell of one event."""
    if a.predicate == b.predicate or _differ(a.mode, b.mode) or _differ(a.place, b.place):
        return False
    if "denied" in (a.status, b.status) and a.status != b.status:
        return a.type not in _SPEECH
    return a.time is not None and b.time is not None and a.time.from_ == b.time.from_ and a.type in _LINKING


def _differ(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b


def with_background(events: Sequence[Event], published: date | None, lead_end: int) -> tuple[Event, ...]:
    """The events with `background` set on those that were over before the day of the earliest news.

    The news is what headline and first paragraph (to offset `lead_end`) tell as happened; it is no later than the day
    before publication.
    """
    if published is None:
        return tuple(events)
    days = [d for e in events if e.predicate[0].start < lead_end and (d := _last_day(e.time)) is not None]
    recent = [d for d in days if published - timedelta(days=7) <= d <= published]
    news = min([*recent, published - timedelta(days=1)])
    return tuple(msgspec.structs.replace(e, background=True) if _was_over(e, news) else e for e in events)


def _was_over(event: Event, news: date) -> bool:
    last = _last_day(event.time)
    return last is not None and last < news and event.status in ("happened", "not_happened", "denied")


def _last_day(time: When | None) -> date | None:
    """The last day of a time; None where it is open or unknown."""
    if time is None or time.to is None:
        return None
    end = date.fromisoformat(time.to[:10])
    return end if len(time.to) > 10 else end - timedelta(days=1)
