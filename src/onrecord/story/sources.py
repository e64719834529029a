"""Sources: on whose word a report tells an event, as far as the report alone shows it."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.actor import Actor
from onrecord.schema.event import Event
from onrecord.schema.reading import Reading
from onrecord.schema.statement import Statement
from onrecord.story.ids import actor_id, folded
from onrecord.story.statuses import TOLD

NO_STATES = frozenset({None, "IGO", "NGO", "MNC"})
"""What stands for a country where an actor belongs to none (PLOVER)."""


class Root(msgspec.Struct, frozen=True, order=True):
    """Where a telling comes from: "outlet" or "actor", the id, and whose voice that is.

    Two roots with one voice are not independent: a spokesman, his ministry and his president speak for one state.
    """

    voice: str
    kind: str
    id: str


class Word(msgspec.Struct, frozen=True):
    """On whose word something is told: the report's `own`, that of an `actor`, of an `outlet` by its name (under which
    id, the record decides), or of `nobody` who is named ("reportedly")."""

    kind: Literal["own", "actor", "outlet", "nobody"]
    root: Root | None = None
    outlet: str | None = None


PRONOUNS = frozenset("he she it they him her them who i we".split())
"""Words for somebody whom the report names elsewhere: that is not told who, so the report's word is what is known."""
OWN = Word("own")
NOBODY = Word("nobody")


def word(event: Event, reading: Reading) -> Word:
    """On whose word an event is told."""
    statement = utterance(event, reading) or next((s for s in reading.statements if s.id == event.statement), None)
    return OWN if statement is None else source_of(statement, reading)


def utterance(event: Event, reading: Reading) -> Statement | None:
    """The statement that an event is: who warns, accuses or demands in public is heard by many reporters, and all
    know it from the one who speaks ("The White House warned Pyongyang"). None for what is no act of speech, and for
    one that is not told as having happened."""
    if event.status not in TOLD:
        return None
    spoken = (s for s in reading.statements if not set(s.cue).isdisjoint(event.predicate))
    return next((s for s in spoken if not set(s.source.actors).isdisjoint(event.actors)), None)


def source_of(statement: Statement, reading: Reading) -> Word:
    """The word of a statement: its source's where that is named, else of who reports the unnamed source's words."""
    source = statement.source
    if source.actors and not source.anonymous:
        return actor_word(reading, source.actors[0])
    if statement.via:
        return actor_word(reading, statement.via[0])
    return OWN if source.spans else NOBODY


def actor_word(reading: Reading, name: str) -> Word:
    """The word of an actor of a reading: an outlet's as such, of who speaks for a state with the state's voice. Two
    reports that name "the hospital" may mean one, so its word on one event counts once."""
    actor, key = reading.actors.get(name), actor_id(reading, name)
    if actor is None:
        return Word("actor", Root(key, "actor", key))
    if actor.kind == "outlet":
        return Word("outlet", outlet=actor.name)
    if actor.local and folded(actor.name) in PRONOUNS:
        return OWN
    described = f"described {folded(actor.name)}" if actor.local else key
    return Word("actor", Root(state_voice(actor) or described, "actor", key))


def state_voice(actor: Actor) -> str | None:
    """The voice of the state that an actor is or speaks for; None for all others."""
    speaks = actor.kind == "country" or actor.sectors[:1] in {("GOV",), ("MIL",)}
    return voice_of(actor.country) if speaks else None


def voice_of(country: str | None) -> str | None:
    """The voice of a state, by its country."""
    return None if country in NO_STATES else f"state {country}"
