"""Origins: who a telling comes from in the end, through copies, agency credits and chains of citation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from onrecord.schema.origin import Origin
from onrecord.schema.reading import Reading
from onrecord.schema.statement import Statement
from onrecord.story.outlets import outlet_id
from onrecord.story.tellings import Telling, actor_id


class Root(msgspec.Struct, frozen=True, order=True):
    """Where a telling comes from: "outlet" or "actor", and the id."""

    kind: str
    id: str


class Provenance(msgspec.Struct, frozen=True):
    """What origins are found with: the readings by report, the originals of copies, outlet ids by name, and for each
    actor who speaks for a state, the one id that stands for that state's word."""

    readings: dict[str, Reading]
    originals: dict[str, str]
    outlets: dict[str, str]
    voices: dict[str, str]


def voices(readings: Iterable[Reading]) -> dict[str, str]:
    """For each actor of a government or its forces the id that stands for all of them.

    A spokesman, his ministry and his president are not independent of each other, so a state's word counts once. The
    id is the state's own, where the record names it, else the first of the speakers' ids.
    """
    states: dict[str, str] = {}
    speakers: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for name, actor in reading.actors.items():
            if actor.local or not actor.country:
                continue
            if actor.kind == "country":
                states[actor.country] = min(name, states.get(actor.country, name))
            elif actor.sectors[:1] in {("GOV",), ("MIL",)}:
                speakers[actor.country].add(name)
    return {name: states.get(country, min(names)) for country, names in speakers.items() for name in names}


def origin(telling: Telling, known: Provenance) -> Root | None:
    """Whoever a telling comes from; None where it names nobody ("reportedly")."""
    reading = known.readings[telling.report]
    statement = next((s for s in reading.statements if s.id == telling.event.statement), None)
    if statement is None:
        return own_voice(reading, known)
    return source_of(statement, reading, known)


def source_of(statement: Statement, reading: Reading, known: Provenance) -> Root | None:
    """The origin of a statement: its source where that is named, else who reports the unnamed source's words."""
    source = statement.source
    named = [name for name in source.actors if name in reading.actors and not reading.actors[name].local]
    if named and not source.anonymous:
        return actor_root(reading, named[0], known)
    if statement.via:
        return actor_root(reading, statement.via[0], known)
    return own_voice(reading, known) if source.spans else None


def actor_root(reading: Reading, name: str, known: Provenance) -> Root:
    """An actor of a reading as an origin: an outlet as such, who speaks for a state as that state's word."""
    actor = reading.actors.get(name)
    if actor is not None and actor.kind == "outlet":
        return Root("outlet", outlet_id(actor.name, known.outlets))
    global_name = actor_id(reading, name)
    return Root("actor", known.voices.get(global_name, global_name))


def own_voice(reading: Reading, known: Provenance) -> Root:
    """The origin of what a report tells on its own: the agency that it or its original credits, else the outlet of
    the original."""
    original = known.readings[known.originals.get(reading.id, reading.id)]
    for candidate in (original, reading):
        for credit in candidate.article.credits:
            if credit.kind == "wire" and credit.actor:
                return actor_root(candidate, credit.actor, known)
    return Root("outlet", outlet_id(original.article.outlet, known.outlets))


def origins(tellings: Iterable[Telling], known: Provenance) -> tuple[Origin, ...]:
    """The independent origins of some tellings, most reports first. What nobody is named for, and what somebody only
    declines to speak of, has none."""
    found: dict[Root, set[str]] = defaultdict(set)
    for telling in tellings:
        root = None if telling.silent else origin(telling, known)
        if root is not None:
            found[root].add(telling.report)
    ranked = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(
        Origin(kind="outlet" if root.kind == "outlet" else "actor", id=root.id, reports=tuple(sorted(reports)))
        for root, reports in ranked
    )
