"""StoryEvent: one event across all reports that tell of it."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.event import EventType, Quantity, Status, Thing
from onrecord.schema.origin import Origin
from onrecord.schema.span import Spans
from onrecord.schema.time import Precision

StepStatus = Literal[
    "happened",
    "ongoing",
    "planned",
    "possible",
    "called_for",
    "denied",
    "not_happened",
    "confirmed",
    "postponed",
    "cancelled",
    "overdue",
]


class StoryMention(msgspec.Struct, frozen=True, kw_only=True):
    """One row of one report's reading that tells of the event.

    `event` is its id in that reading, `statement` the record's id of the statement on which it rests, None for the
    outlet's own voice. `origin` is the id of the event's origin from which it comes, None where nobody is named.
    """

    report: str
    event: str
    predicate: Spans
    predicate_text: str
    evidence: Spans
    evidence_text: str
    status: Status
    statement: str | None = None
    origin: str | None = None


class HistoryStep(msgspec.Struct, frozen=True, kw_only=True):
    """How the event stood from the day `on` (an ISO date, or None where no report is dated).

    Beyond the statuses of a reading: `confirmed` (those concerned have confirmed a plan), `postponed`, `cancelled`,
    `overdue` (the day has passed, and no report says what became of it). `from_` and `to` are the time then expected or
    told, half-open; `by` is the actor or outlet whose word brought the change, `report` where it stands.
    """

    on: str | None
    status: StepStatus
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    place: str | None = None
    by: str | None = None
    report: str | None = None


class StoryEvent(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="event"):
    """An event of a record.

    `id` is that of its earliest mention, by publication and then id (`REPORT#e3`). `status` is that of the best
    supported mentions; `disputed` where one denies what another tells. `from_`/`to` are a half-open interval of ISO
    dates or date-times. `origins` are all whose knowledge the mentions are, `independent_origins` counts those who
    tell the event as it stands: whoever announced a meeting is no origin of its having taken place. `object` and
    `quantities` carry no spans here: those of a report stand in its reading.
    """

    id: str
    event_type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    status: Status
    negated: bool = False
    disputed: bool = False
    background: bool = False
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    precision: Precision | None = None
    place: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    object: Thing | None = None
    quantities: tuple[Quantity, ...] = ()
    confidence: float
    also: tuple[str, ...] = ()
    mentions: tuple[StoryMention, ...]
    origins: tuple[Origin, ...] = ()
    independent_origins: int
    confirmed_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    history: tuple[HistoryStep, ...] = ()
