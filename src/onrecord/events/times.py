"""When: the time at which an event takes place.

It is the one that is tied to its predicate; else that of a noun or a verb of the same time ("killed in an attack on
Monday", "held talks on Monday"); in a caption that of the picture; else the day on which its paragraph goes on. A verb
of saying hands its day to nothing that is said: when a thing was said is not when it took place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from onrecord.events import narrative, offsets
from onrecord.events.narrative import Running
from onrecord.events.scene import Scene
from onrecord.knowledge.time_words import direction_words
from onrecord.schema.labels import Predicate
from onrecord.schema.tie import Tie
from onrecord.schema.time import Dated, TieKind, TimeExpression

_STEPS = 2  # over how many predicates a time is handed on
_DURING = frozenset(["during", "at", "in"])
_HELD = frozenset(["hold", "convene"])
_BEGINNING = frozenset(["begin", "start", "open", "resume", "take"])
_CLAUSES = frozenset(["acl", "acl:relcl"])
_PHRASES = frozenset(["nmod", "conj"])
_CLIMB = 4
_FINE = frozenset(["day", "hour", "minute", "second"])


class Timing(msgspec.Struct, frozen=True):
    """The tie from which a predicate has its time, and how that is its time."""

    tie: Tie
    how: TieKind


class Told(msgspec.Struct, frozen=True):
    """What tells of times in a sentence: the ties by their predicates, and the day on which its paragraph goes on."""

    owned: Mapping[int, Tie]
    running: Running | None = None


class _Source(msgspec.Struct, frozen=True):
    """A predicate from which another may have its time, and how."""

    number: int
    how: TieKind


def owners(scene: Scene) -> dict[int, Tie]:
    """The ties of the sentence by their predicates: of several the first, or a closer one within it."""
    found: dict[int, Tie] = {}
    for tie in scene.known.ties_in.get(scene.number, ()):
        first = found.get(tie.predicate)
        if first is None or _is_within(_times(scene, tie), _times(scene, first)):
            found[tie.predicate] = tie
    return found


def _times(scene: Scene, tie: Tie) -> tuple[TimeExpression, ...]:
    return tuple(scene.known.times_by_id[id_] for id_ in tie.expressions)


def _is_within(inner: tuple[TimeExpression, ...], outer: tuple[TimeExpression, ...]) -> bool:
    """True where one time lies within the other, and is no other word for it."""
    a, b = (inner[0].from_, inner[-1].to), (outer[0].from_, outer[-1].to)
    if None in (*a, *b) or a == b:
        return False
    return (b[0] or "") <= (a[0] or "") and (a[1] or "")[: len(b[1] or "")] <= (b[1] or "")


def when(scene: Scene, number: int, told: Told) -> Dated | None:
    """The time of the predicate with that number, None where nothing tells it."""
    if number not in told.owned and (day := offsets.counted(scene, number, told.owned)) is not None:
        return day
    found = timing(scene, number, told.owned) or _of_picture(scene, number)
    if found is None:
        tie = narrative.told(scene, number, told.running)
        found = Timing(tie, "narrative") if tie is not None else None
    return Dated.of(_times(scene, found.tie), found.how) if found is not None else None


def timing(scene: Scene, number: int, owned: Mapping[int, Tie], steps: int = _STEPS) -> Timing | None:
    """From which tie of its sentence a predicate has its time."""
    if number in owned:
        return Timing(owned[number], owned[number].how)
    if steps == 0 or not owned:
        return None
    for source in _sources(scene, number):
        found = timing(scene, source.number, owned, steps - 1)
        if found is not None and not (found.tie.ahead and _is_over(scene.labels.predicates[number])):
            return Timing(found.tie, source.how)
    return None


def _is_over(predicate: Predicate) -> bool:
    return predicate.tense == "past" and not predicate.modal


def _sources(scene: Scene, number: int) -> Iterator[_Source]:
    """The predicates from which one may have its time, the surest first."""
    predicate = scene.labels.predicates[number]
    yield from (_Source(n, "noun") for n in _dating(scene, number))
    yield from (_Source(n, "governor") for n in fixing(scene, predicate))
    if predicate.governor is not None and _is_governed(scene, predicate):
        yield _Source(predicate.governor, "governor")


def _dating(scene: Scene, number: int) -> Iterator[int]:
    """The event nouns in which a predicate takes place ("discussed it during a trip in July", "an attack on Monday that
    killed two"), or of which it is made ("held talks on Monday")."""
    found = scene.labels.predicates
    predicate = found[number]
    if predicate.pos == "n":
        return
    makes = predicate.lemma in direction_words()["MAKING"]
    for n, other in enumerate(found):
        dates = other.marker in _DURING or (makes and other.marker == "obj")
        if dates and other.governor == number and other.pos == "n":
            yield n
    arc = scene.labels.arcs[predicate.head]
    if arc.relation == "acl:relcl":
        yield from (n for n, other in enumerate(found) if other.head == arc.head and other.pos == "n")


def fixing(scene: Scene, noun: Predicate) -> Iterator[int]:
    """The verbs of a clause that tells when something is, was or was to be: "a march that had been planned for
    Wednesday", "the talks, which began on Monday", "a summit to be held on Friday". What is put off is not
    to be then."""
    words = direction_words()
    above = scene.labels.predicates[noun.governor] if noun.governor is not None else None
    if noun.pos != "n" or (above is not None and above.lemma in words["MOVING"]):
        return
    planning = words["FIXING"] | words["MOVING"]
    for n, other in enumerate(scene.labels.predicates):
        arc = scene.labels.arcs[other.head]
        if arc.relation not in _CLAUSES:
            continue
        own = arc.head == noun.head and (other.lemma in planning | words["OCCURRING"] | _HELD)
        begun = other.lemma in _BEGINNING and other.marker == "which"
        if own or ((other.lemma in planning or begun) and noun.head in _thing(scene, arc.head)):
            yield n


def _thing(scene: Scene, word: int) -> tuple[int, ...]:
    """A noun, and what it is of: a clause behind "talks of the mayor and the guild" may tell of the talks."""
    found: tuple[int, ...] = (word,)
    while (arc := scene.labels.arcs[found[-1]]).relation in _PHRASES and len(found) < _CLIMB:
        found = (*found, arc.head)
    return found


def _is_governed(scene: Scene, predicate: Predicate) -> bool:
    """True for what took place when its governor did: "began to withdraw", "held talks", "killed in an attack", "the
    war began", "arrived for talks"."""
    above = scene.labels.predicates[predicate.governor or 0]
    if above.pos == "n" or _is_saying(scene, above):
        return False
    words = direction_words()
    if predicate.pos != "n":
        return predicate.relation == "complement" and above.lemma in words["SAME_DAY"]
    if predicate.marker == "obj":
        return above.lemma in words["MAKING"]
    if predicate.marker == "subj":
        return above.lemma in words["OCCURRING"] or above.lemma in words["MAKING"]
    if predicate.marker == "for":
        return above.lemma in words["TIMETABLE"] and predicate.lemma in words["SCHEDULED"]
    return predicate.marker in _DURING and scene.start(predicate.head) not in scene.known.in_time


def _is_saying(scene: Scene, predicate: Predicate) -> bool:
    """True for a reporting word."""
    return scene.start(predicate.head) in scene.known.in_cue


def _of_picture(scene: Scene, number: int) -> Timing | None:
    """The day of a picture, for what its caption tells in the present: the last day in it ("Voters wait in Lome as
    polls open for the vote in Togo on 3 May 2020")."""
    predicate = scene.labels.predicates[number]
    shown = predicate.form == "finite" and predicate.tense == "present" and predicate.relation is None
    if scene.sentence.part != "caption" or not shown:
        return None
    days = [t for t in scene.known.ties_in.get(scene.number, ()) if _times(scene, t)[0].precision in _FINE]
    return Timing(days[-1], "caption") if days else None
