"""Parted: the phrases of an event noun that another phrase parts from it, and those by a participle behind it."""

from __future__ import annotations

from onrecord.events.scene import Scene, Slot
from onrecord.schema.labels import Predicate


def parted_phrases(scene: Scene, predicate: Predicate) -> list[tuple[str, Slot]]:
    """Phrases of an event noun that another phrase parts from it: "the shooting of two men by [police]", "talks on the
    quota between [Chad] and [Niger]", "a sale of jets to [Peru]"; and who plans or stages it: "a march planned by [the
    unions]"."""
    if predicate.pos != "n":
        return []
    own = {a.marker for a in predicate.arguments}
    ends = {a.last for a in predicate.arguments if a.marker in _PARTING}
    ends |= {
        c.last for c in scene.labels.chunks if c.first - 1 == predicate.last and word_at(scene, c.first - 1) in _PARTING
    }
    found = []
    near, near_at = word_at(scene, predicate.last), predicate.last + 1
    if near in _NEAR and near not in own and not (near == "by" and _is_agent(scene, predicate, near_at)):
        found += [(near, slot) for slot in listed(scene, near_at)]
    for end in ends:
        marker = word_at(scene, end)
        if marker == "of" and _is_told(scene, end):
            continue  # "the bombing in the province [of Bor]", "a visit for a meeting [of the council]"
        if marker == "by" and _is_agent(scene, predicate, end + 1):
            continue  # "was convicted of the bombing in Lima [by a jury]"
        if marker in _PARTED and marker not in own and end != predicate.last:
            found += [(marker, slot) for slot in listed(scene, end + 1)]
    given = {*own, *(name for name, _ in found)}
    return [*found, *(pair for pair in _of_participle(scene, predicate) if pair[0] not in given)]


_PARTING = frozenset("about against by for from in of on over to with".split())
_PARTED = frozenset(["by", "between", "to", "with", "against", "of", "from", "on"])


def _is_told(scene: Scene, end: int) -> bool:
    """True where a phrase with an article ends, which "of" goes on; not so after "on bail", "in Oman"."""
    chunk = next((c for c in scene.labels.chunks if c.last == end), None)
    return chunk is not None and scene.labels.tags[chunk.first] in ("DT", "PRP$") and not _is_name(scene, end - 1)


def _is_name(scene: Scene, token: int) -> bool:
    return scene.labels.tags[token][:3] == "NNP" or scene.start(token) in scene.known.in_time


def _is_agent(scene: Scene, predicate: Predicate, first: int) -> bool:
    """True for the phrase by whom a passive verb is done, which begins at a token; whoever drives somebody "into exile"
    does both."""
    if predicate.marker in ("into", "under"):
        return False
    passive = (p for p in scene.labels.predicates if p.pos == "v" and p.passive and p.form == "finite")
    return any(a.role == "ARG0" and a.marker == "by" and a.first == first for p in passive for a in p.arguments)


# Right after a noun these are its own, whatever the labels hang them on: "a barrage of criticism [from doctors]".
_NEAR = frozenset(["by", "between", "against", "from", "with"])


def word_at(scene: Scene, token: int) -> str:
    return scene.word(token).lower() if token < len(scene.labels.tags) else ""


def listed(scene: Scene, first: int) -> list[Slot]:
    """The noun phrase that begins at a token, and those that "and" joins to it; a comma alone joins none."""
    found: list[Slot] = []
    joined = False
    for chunk in sorted(scene.labels.chunks, key=lambda c: (c.first, -c.last)):
        if chunk.first == first:
            found.append(Slot(chunk.first, chunk.last, chunk.head))
            joined = joined or word_at(scene, chunk.last) == "and"
            first = chunk.last + 1 if word_at(scene, chunk.last) in ("and", ",") else -1
    return found if joined else found[:1]


def _of_participle(scene: Scene, predicate: Predicate) -> list[tuple[str, Slot]]:
    """Those by whom an event is planned, staged or filed, and on whom, by a participle right after its noun: "a lawsuit
    filed by [tenants] against [the landlord]"."""
    for other in scene.labels.predicates:
        staged = other.lemma.split(" ")[0] in _BROUGHT
        comma = 1 if word_at(scene, predicate.last) == "," else 0
        if other.relation == "modifier" and other.passive and other.first == predicate.last + comma and staged:
            slots = [(a, Slot(a.first, a.last, h)) for a in other.arguments for h in a.heads]
            told = [("by" if a.role == "ARG0" else a.marker or "", s) for a, s in slots]
            told = [(name, slot) for name, slot in told if name]
            ends = {slot.last for name, slot in told if name == "by"}
            late = [(word_at(scene, end), slot) for end in ends for slot in listed(scene, end + 1)]
            return [*told, *(pair for pair in late if pair[0] in _PARTED)]
    return []


STAGING = frozenset(
    "arrange call carry conduct convene coordinate declare hold host impose launch lay lead mount orchestrate order "
    "organise organize plan schedule set stage start undertake wage".split()
)
"""Verbs that a relative clause may add to an event without telling another: "talks which were held in Lome"."""
_BROUGHT = frozenset(
    "arrange bring broker call carry conduct convene coordinate declare deliver file give grant hand hold host "
    "impose issue launch lay lead level levy lodge make mount offer orchestrate order organise organize plan put "
    "raise schedule send set sign stage start submit undertake voice wage".split()
)
