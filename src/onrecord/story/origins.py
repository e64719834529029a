"""Origins: who a telling comes from in the end, through copies, agency credits and chains of citation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from onrecord.schema.actor import Actor
from onrecord.schema.origin import Origin
from onrecord.schema.reading import Reading
from onrecord.schema.statement import Statement
from onrecord.story.outlets import outlet_id
from onrecord.story.tellings import Telling, actor_id

NO_STATES = frozenset({None, "IGO", "NGO", "MNC"})
"""What stands for a country where an actor belongs to none (PLOVER)."""


class Root(msgspec.Struct, frozen=True, order=True):
    """Where a telling comes from: "outlet" or "actor", the id, and whose voice that is.

    Two roots with one voice are not independent: a spokesman, his ministry and his president speak for one state.
    """

    voice: str
    kind: str
    id: str


class Provenance(msgspec.Struct, frozen=True):
    """What origins are found with: the readings by report, the originals of copies, outlet ids by name."""

    readings: dict[str, Reading]
    originals: dict[str, str]
    outlets: dict[str, str]


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
    """An actor of a reading as an origin: an outlet as such, who speaks for a state with the state's voice."""
    actor = reading.actors.get(name)
    if actor is not None and actor.kind == "outlet":
        return outlet_root(outlet_id(actor.name, known.outlets))
    key = actor_id(reading, name)
    return Root((actor and state_voice(actor)) or key, "actor", key)


def outlet_root(key: str) -> Root:
    """An outlet as an origin."""
    return Root(key, "outlet", key)


def state_voice(actor: Actor) -> str | None:
    """The voice of the state that an actor is or speaks for; None for all others."""
    speaks = actor.kind == "country" or actor.sectors[:1] in {("GOV",), ("MIL",)}
    return f"state {actor.country}" if speaks and actor.country not in NO_STATES else None


def own_voice(reading: Reading, known: Provenance) -> Root:
    """The origin of what a report tells on its own: the agency that it or its original credits, else the outlet of
    the original."""
    original = known.readings[known.originals.get(reading.id, reading.id)]
    for candidate in (original, reading):
        for credit in candidate.article.credits:
            if credit.kind == "wire" and credit.actor:
                return actor_root(candidate, credit.actor, known)
    return outlet_root(outlet_id(original.article.outlet, known.outlets))


def origins(tellings: Iterable[Telling], known: Provenance) -> tuple[Origin, ...]:
    """The independent origins of some tellings, most reports first. What nobody is named for, and what somebody only
    declines to speak of, has none."""
    voices: dict[str, dict[Root, set[str]]] = defaultdict(lambda: defaultdict(set))
    for telling in tellings:
        root = None if telling.silent else origin(telling, known)
        if root is not None:
            voices[root.voice][root].add(telling.report)
    found = (one_origin(roots) for roots in voices.values())
    return tuple(sorted(found, key=lambda row: (-len(row.reports), row.kind, row.id)))


def one_origin(roots: Mapping[Root, set[str]]) -> Origin:
    """The origin of all roots with one voice, under the id of the one that most reports give."""
    first = min(roots, key=lambda root: (-len(roots[root]), root))
    reports = sorted(set().union(*roots.values()))
    return Origin(kind="outlet" if first.kind == "outlet" else "actor", id=first.id, reports=tuple(reports))
