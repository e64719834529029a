"""Origins: who a telling comes from in the end, through copies, agency credits and chains of citation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from onrecord.schema.actor import Actor
from onrecord.schema.origin import Origin
from onrecord.schema.reading import Reading
from onrecord.schema.statement import Statement
from onrecord.story.outlets import outlet_id, outlet_ids
from onrecord.story.tellings import TOLD, Telling, actor_id, folded

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
    """What origins are found with: the readings by report, the originals of copies, outlet ids by name, and the agency
    that an original or one of its copies credits."""

    readings: dict[str, Reading]
    originals: dict[str, str]
    outlets: dict[str, str]
    agencies: dict[str, Root]


def provenance(readings: Iterable[Reading], originals: dict[str, str]) -> Provenance:
    """What is needed to find origins among some readings, which come in order of publication."""
    every = tuple(readings)
    outlets = outlet_ids(every)
    agencies: dict[str, Root] = {}
    for reading in every:
        for credit in reading.article.credits:
            if credit.kind == "wire" and credit.actor:
                original = originals.get(reading.id, reading.id)
                agencies.setdefault(original, actor_root(reading, credit.actor, outlets))
    return Provenance({reading.id: reading for reading in every}, originals, outlets, agencies)


class Told(msgspec.Struct, frozen=True):
    """A telling with its origin (None where nobody is named for it); `concerned` where that origin is a party to it."""

    telling: Telling
    root: Root | None
    concerned: bool = False

    @property
    def voice(self) -> str | None:
        """Whose voice the origin is."""
        return self.root.voice if self.root else None


def tell(cluster: tuple[Telling, ...], known: Provenance) -> tuple[Told, ...]:
    """The tellings of an event, which come the earliest first, with their origins.

    A sentence that two reports share was written once, even where the rest of the two differs: it comes from whoever
    the earlier report has it from.
    """
    authors: dict[str, Telling] = {}
    for telling in cluster:
        authors.setdefault(telling.evidence if telling.is_long else telling.id, telling)
    roots = {key: origin(author, known) for key, author in authors.items()}
    found = ((telling, roots[telling.evidence if telling.is_long else telling.id]) for telling in cluster)
    return tuple(Told(telling, root, is_concerned(root, telling)) for telling, root in found)


def is_concerned(root: Root | None, telling: Telling) -> bool:
    """True where who tells is a party to the event, or speaks for a state that is or acts in it."""
    if root is None:
        return False
    return any(
        root.id == party.id or (party.state and root.voice == voice_of(party.country)) for party in telling.parties
    )


def origin(telling: Telling, known: Provenance) -> Root | None:
    """Whoever a telling comes from; None where it names nobody ("reportedly")."""
    reading = known.readings[telling.report]
    statement = utterance(telling, reading) or next(
        (s for s in reading.statements if s.id == telling.event.statement), None
    )
    if statement is None:
        return own_voice(reading, known)
    return source_of(statement, reading, known)


def utterance(telling: Telling, reading: Reading) -> Statement | None:
    """The statement that an event is: who warns, accuses or demands in public is heard by many reporters, and all
    know it from the one who speaks ("The White House warned Pyongyang"). None for what is no act of speech, and for
    one that is not told as having happened."""
    if telling.event.status not in TOLD:
        return None
    spoken = (s for s in reading.statements if not set(s.cue).isdisjoint(telling.event.predicate))
    return next((s for s in spoken if not set(s.source.actors).isdisjoint(telling.event.actors)), None)


def source_of(statement: Statement, reading: Reading, known: Provenance) -> Root | None:
    """The origin of a statement: its source where that is named, else who reports the unnamed source's words."""
    source = statement.source
    if source.actors and not source.anonymous:
        return actor_root(reading, source.actors[0], known.outlets)
    if statement.via:
        return actor_root(reading, statement.via[0], known.outlets)
    return own_voice(reading, known) if source.spans else None


def actor_root(reading: Reading, name: str, outlets: Mapping[str, str]) -> Root:
    """An actor of a reading as an origin: an outlet as such, who speaks for a state with the state's voice. Two reports
    that name "the hospital" may mean one, so its word on one event counts once."""
    actor, key = reading.actors.get(name), actor_id(reading, name)
    if actor is None:
        return Root(key, "actor", key)
    if actor.kind == "outlet":
        return outlet_root(outlet_id(actor.name, outlets))
    described = f"described {folded(actor.name)}" if actor.local else key
    return Root(state_voice(actor) or described, "actor", key)


def outlet_root(key: str) -> Root:
    """An outlet as an origin."""
    return Root(key, "outlet", key)


def state_voice(actor: Actor) -> str | None:
    """The voice of the state that an actor is or speaks for; None for all others."""
    speaks = actor.kind == "country" or actor.sectors[:1] in {("GOV",), ("MIL",)}
    return voice_of(actor.country) if speaks else None


def voice_of(country: str | None) -> str | None:
    """The voice of a state, by its country."""
    return None if country in NO_STATES else f"state {country}"


def own_voice(reading: Reading, known: Provenance) -> Root:
    """The origin of what a report tells on its own: the agency that the text is credited to, else the outlet of the
    original."""
    original = known.originals.get(reading.id, reading.id)
    return known.agencies.get(original) or outlet_root(
        outlet_id(known.readings[original].article.outlet, known.outlets)
    )


def origins(told: Iterable[Told]) -> dict[str, Origin]:
    """The origins of an event by voice, most reports first.

    Whoever only declines to speak of it is none, and whoever denies it only where nobody tells it. How many of them
    bear out how it stands is another question: who announced a meeting has not told that it took place.
    """
    every = [item for item in told if item.root is not None and not item.telling.silent]
    tellers = [item for item in every if item.telling.event.status != "denied"] or every
    voices: dict[str, dict[Root, set[str]]] = defaultdict(lambda: defaultdict(set))
    for item in tellers:
        if item.root is not None:
            voices[item.root.voice][item.root].add(item.telling.report)
    found = {voice: one_origin(roots) for voice, roots in voices.items()}
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1].reports), pair[1].kind, pair[1].id)))


def one_origin(roots: Mapping[Root, set[str]]) -> Origin:
    """The origin of all roots with one voice, under the id of the one that most reports give."""
    first = min(roots, key=lambda root: (-len(roots[root]), root))
    reports = sorted(set().union(*roots.values()))
    return Origin(kind="outlet" if first.kind == "outlet" else "actor", id=first.id, reports=tuple(reports))
