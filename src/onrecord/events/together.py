"""Together: which predicates of a sentence tell of one deed, and what they then share.

"The ambush on Sunday killed 11 soldiers", "killed in an ambush", "gunmen stormed the post, killing 11": two words, one
event. Each row has the parties, the time and the place that the other one tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from onrecord.events.parties import Parties
from onrecord.events.scene import Scene
from onrecord.schema.event import Event
from onrecord.schema.labels import Predicate

TYPES = frozenset(["ASSAULT"])
"""Types of which one deed is told by what was done and by what came of it."""
OUTCOMES = frozenset(["kill", "wound", "injure", "hurt", "maim"])
"""Verbs that tell what came of a deed."""
_IN = frozenset(["in", "during"])


def partners(scene: Scene, number: int) -> Iterator[int]:
    """The predicates that tell, by the tree, of the deed that the one with that number tells."""
    found = scene.labels.predicates
    for other in range(len(found)):
        if other != number and (_tells_of(scene, number, other) or _tells_of(scene, other, number)):
            yield other


def causes(scene: Scene, number: int) -> Iterator[int]:
    """The predicates that tell of what a verb of harm came: those of the deed, what is listed with it ("killed two and
    injured four"), and a clause that tells when ("was injured [when a bomb exploded]")."""
    found = scene.labels.predicates
    suffers = found[number].passive or found[number].lemma in _DYING
    yield from partners(scene, number)
    for other, predicate in enumerate(found):
        clause = predicate.governor == number and predicate.relation == "adverbial" and predicate.form == "finite"
        when = clause and suffers
        if (when and predicate.marker in _WHEN) or (
            predicate.lemma in OUTCOMES and _are_listed(scene, found[number], predicate)
        ):
            yield other


_WHEN = frozenset(["when", "after", "as"])
_DYING = frozenset(["die", "perish"])


def _are_listed(scene: Scene, verb: Predicate, other: Predicate) -> bool:
    return verb.head != other.head and (_is_listed_with(scene, verb, other) or _is_listed_with(scene, other, verb))


def _tells_of(scene: Scene, number: int, other: int) -> bool:
    """True where a verb tells what came of the deed that another predicate names."""
    verb, deed = scene.labels.predicates[number], scene.labels.predicates[other]
    if verb.pos != "v":
        return False
    if deed.pos == "n":
        within = deed.governor == number and deed.marker in _IN and verb.passive
        return within or _does(verb, deed) or _is_in_which(scene, verb, deed)
    added = verb.relation == "adverbial" and verb.form == "gerund" and verb.marker in (None, ",")
    added = added and verb.governor == other
    listed = verb.lemma in OUTCOMES and _is_listed_with(scene, verb, deed)
    return (added or listed) and deed.pos == "v" and _subject(verb) == _subject(deed)


def _does(verb: Predicate, deed: Predicate) -> bool:
    """True for "the raid killed two", "a raid that killed two"."""
    return not verb.passive and any(deed.head in a.heads for a in verb.arguments if a.role == "ARG0")


def _is_in_which(scene: Scene, verb: Predicate, deed: Predicate) -> bool:
    """True for "a raid in which two were killed"."""
    arc = scene.labels.arcs[verb.head] if scene.labels.arcs else None
    return arc is not None and arc.relation == "acl:relcl" and arc.head == deed.head and verb.passive


def _is_listed_with(scene: Scene, verb: Predicate, deed: Predicate) -> bool:
    """True for "shelled the town and wounded four"."""
    arc = scene.labels.arcs[verb.head] if scene.labels.arcs else None
    return arc is not None and arc.relation == "conj" and arc.head == deed.head


def _subject(predicate: Predicate) -> tuple[int, ...]:
    return next((a.heads for a in predicate.arguments if a.role == ("ARG1" if predicate.passive else "ARG0")), ())


def filled(sides: Parties, others: Parties) -> Parties:
    """The sides, each that nobody is on with whoever is on it by another row of the same deed."""
    if sides.reciprocal or others.reciprocal:
        return sides
    if not sides.actors and not set(others.actors) & set(sides.recipients):
        sides = msgspec.structs.replace(sides, actors=others.actors, actor_spans=others.actor_spans)
    if not sides.recipients and not set(others.recipients) & set(sides.actors):
        sides = msgspec.structs.replace(sides, recipients=others.recipients, recipient_spans=others.recipient_spans)
    return sides


class Joined(msgspec.Struct, frozen=True):
    """An event of a sentence, and which of them, counted from 0, tells of the same deed before it."""

    event: Event
    first: int | None = None


def joined(scene: Scene, events: Mapping[int, Event]) -> list[Joined]:
    """The events of a sentence, which come by the numbers of their predicates, those of one deed with the time and the
    place that one of them tells."""
    order = {number: position for position, number in enumerate(events)}
    heads: dict[int, int] = {}
    for number, event in events.items():
        ones = (other for other in partners(scene, number) if other in heads and _is_one(events[other], event))
        heads[number] = heads[first] if (first := next(ones, None)) is not None else number
    shared = {head: [events[n] for n in events if heads[n] == head] for head in set(heads.values())}
    return [
        Joined(_with(event, shared[heads[n]]), order[heads[n]] if heads[n] != n else None)
        for n, event in events.items()
    ]


def _is_one(told: Event, event: Event) -> bool:
    """True where two rows of one sentence are of one type, mode and status."""
    modes = {told.mode, event.mode} - {None}
    alike = (told.type, told.status, told.negated) == (event.type, event.status, event.negated)
    return alike and told.type in TYPES and len(modes) < 2


def _with(event: Event, others: list[Event]) -> Event:
    """An event with the time and the place of those that tell of it too, where it has none."""
    time = event.time or next((other.time for other in others if other.time), None)
    place = event.place or next((other.place for other in others if other.place), None)
    return msgspec.structs.replace(event, time=time, place=place)
