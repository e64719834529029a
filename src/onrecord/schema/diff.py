"""Diff: what a record says as of a day that it did not say before another."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.brief import EventLine, StatementLine

Aspect = Literal["status", "time", "place", "dispute", "sources", "numbers"]


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """An event as it stood before and as it stands now, and in what the two differ. `joined` are the ids of other
    events of before that have turned out to be this one."""

    before: EventLine
    now: EventLine
    what: tuple[Aspect, ...]
    joined: tuple[str, ...] = ()


class Diff(msgspec.Struct, frozen=True, kw_only=True):
    """What is new in a record on and after the day `since`.

    `new` are events of which no report had told, `changed` those of which something else is now told, `said`
    statements of named sources other than outlets that no report had carried. Background stands in none. `left_out`
    counts the events whose confidence was below `min_confidence`. `watched` has the entries of the watch list that a
    row meets, by the id of the event or the statement; `reviewed` the ids of the corrections at an event, by its id.
    """

    as_of: str | None
    since: str
    reports: int
    min_confidence: float
    new: tuple[EventLine, ...]
    changed: tuple[Changed, ...]
    said: tuple[StatementLine, ...]
    left_out: int
    watched: dict[str, tuple[str, ...]] = {}
    reviewed: dict[str, tuple[str, ...]] = {}
