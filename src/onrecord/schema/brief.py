"""Brief: what a record says as of a day, as lines that are ready to be printed."""

from __future__ import annotations

import msgspec

from onrecord.schema.answer import AnswerKind
from onrecord.schema.event import EventType, Quantity, Status
from onrecord.schema.statement import QuoteKind, Stance
from onrecord.schema.story_event import StepStatus
from onrecord.schema.time import Precision


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The words that a line rests on: report id, outlet, its address where it has one, day of publication, the
    sentence, and on whose word (names, the speaker first, then those between; empty for the outlet's own voice)."""

    report: str
    outlet: str | None
    url: str | None
    published: str | None
    text: str
    sources: tuple[str, ...] = ()


class EventLine(msgspec.Struct, frozen=True, kw_only=True):
    """One event, its ids replaced by names.

    `stands` is how it stands by the last step of its history: its status, or `confirmed`, `postponed`, `cancelled`,
    `overdue`. `actors`, `recipients`, `place` and `sources` are names to print; `predicate` is the words of the
    predicate in the first evidence. `from_`/`to` is half-open: a single day is "2023-09-13" to "2023-09-14". `sources`
    names the independent origins that tell this status, most reports first, and `independent_origins` counts them:
    whoever told of a plan is no source for its having happened. `reports` counts all that tell of the event. `evidence`
    has the best first.
    """

    event: str
    event_type: EventType
    mode: str | None
    status: Status
    stands: StepStatus
    negated: bool
    disputed: bool
    background: bool
    predicate: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    object: str | None
    quantities: tuple[Quantity, ...]
    from_: str | None = msgspec.field(name="from")
    to: str | None
    precision: Precision | None
    place: str | None
    sources: tuple[str, ...]
    independent_origins: int
    reports: int
    first_told: str | None
    last_told: str | None
    confidence: float
    evidence: tuple[Evidence, ...]


class AnswerLine(msgspec.Struct, frozen=True, kw_only=True):
    """What a statement answers: whose words, how, and which words."""

    kind: AnswerKind
    speakers: tuple[str, ...]
    text: str


class StatementLine(msgspec.Struct, frozen=True, kw_only=True):
    """One statement, its ids replaced by names. `cue` is the reporting words of its first report.

    `day` is when it was said, or else when it was first reported. Where more or less than a day is told for it, `from_`
    and `to` are that time, half-open, and `precision` its own; else they are None.
    """

    statement: str
    speakers: tuple[str, ...]
    anonymous: bool
    via: tuple[str, ...]
    stance: Stance
    quote: QuoteKind
    channel: str | None
    cue: str = ""
    text: str
    day: str | None
    from_: str | None = msgspec.field(name="from", default=None)
    to: str | None = None
    precision: Precision | None = None
    about: tuple[str, ...]
    answers: tuple[AnswerLine, ...]
    reports: int
    evidence: tuple[Evidence, ...]


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """What a record says as of a day.

    `happened` holds what is told as a fact and not disputed; `planned` what is announced and still to come or overdue;
    `said` statements of named sources other than outlets; `denied` what somebody denies, or is told not to have
    happened; `unconfirmed` what is only possible or called for, rests on nobody who is named, or was planned for a day
    that has passed and is told in too few words to find what became of it. An event stands in one section; what is
    only told as background stands in none, and is for the timeline. `left_out` counts the events whose confidence was
    below `min_confidence`. `watched` has the entries of the watch list that a row meets which is told since, or on the
    last day, by the id of the event or the statement; `reviewed` the ids of the corrections at an event, by its id.
    """

    as_of: str | None
    since: str | None
    reports: int
    outlets: int
    min_confidence: float
    happened: tuple[EventLine, ...]
    planned: tuple[EventLine, ...]
    said: tuple[StatementLine, ...]
    denied: tuple[EventLine, ...]
    unconfirmed: tuple[EventLine, ...]
    left_out: int
    watched: dict[str, tuple[str, ...]] = {}
    reviewed: dict[str, tuple[str, ...]] = {}
