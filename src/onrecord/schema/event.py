"""Event: who did, plans or is said to have done what to whom, in one article."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.span import Spans
from onrecord.schema.time import Dated
from onrecord.schema.token import Part

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Status = Literal["happened", "ongoing", "planned", "possible", "called_for", "denied", "not_happened"]


class Thing(msgspec.Struct, frozen=True):
    """What is given, sold, discussed or demanded."""

    spans: Spans
    text: str


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A count or an amount of an event: `value` where one is given, else `min` and `max`; `unit` is "people", "EUR",
    "soldiers" ..., `of` what is counted: killed, wounded, arrested, marchers, money, weapons."""

    spans: Spans
    value: float | None = None
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    of: str | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One event as one statement (or the outlet itself) tells it, by PLOVER's types, modes and contexts.

    `status` is what the carrying words say; `negated` where the thing planned, possible or called for is that it does
    not happen; `background` where it ended before the news of this report. `actors` and `recipients` are actor ids.
    `statement` is the innermost statement on whose word it rests, None for the outlet's own voice. Rows that tell of
    one event carry the id of the first as `same_as`. `evidence` is the sentence; `confidence` the probability that
    type, status and both parties are right.
    """

    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    status: Status
    negated: bool = False
    background: bool = False
    reciprocal: bool = False
    predicate: Spans
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    actor_spans: Spans = ()
    recipient_spans: Spans = ()
    object: Thing | None = None
    quantities: tuple[Quantity, ...] = ()
    time: Dated | None = None
    place: str | None = None
    statement: str | None = None
    same_as: str | None = None
    evidence: Spans
    part: Part
    confidence: float
