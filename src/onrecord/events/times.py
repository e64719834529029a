"""When: the time at which an event takes place, taken from the words that belong to its predicate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.events.slots import Scene
from onrecord.knowledge import predicates
from onrecord.schema.labels import Predicate
from onrecord.schema.time import TimeExpression, When

_MAX_DEPTH = 4
_REPORTING = frozenset("say tell report add announce claim note write state quote cite argue insist".split())
_POINTS = ("DATE", "TIME")
_VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


def owners(scene: Scene) -> dict[int, TimeExpression]:
    """Which predicate each time expression of the sentence belongs to: the nearest one before it, else (at the head of
    the sentence) the first finite verb after it. Of several, the first stays."""
    found: dict[int, TimeExpression] = {}
    for time in scene.known.times:
        if time.start >= scene.sentence.start and time.end <= scene.sentence.end and _is_point(time):
            owner = _owner(scene, time)
            if owner is not None:
                found.setdefault(owner, time)
    return found


def _is_point(time: TimeExpression) -> bool:
    return time.type in _POINTS and time.value not in _VAGUE and bool(time.from_ or time.to) and not time.ambiguous


def _owner(scene: Scene, time: TimeExpression) -> int | None:
    mark = next((i for i in range(len(scene.labels.tags)) if scene.start(i) >= time.end), None)
    if mark is not None and scene.labels.tags[mark] == "POS":
        return _possessed(scene, mark)
    before = [n for n, p in enumerate(scene.labels.predicates) if scene.start(p.head) < time.start and _is_event(p)]
    if before and not _opens_clause(scene, before[-1], time):
        return before[-1]
    after = [
        n for n, p in enumerate(scene.labels.predicates) if scene.start(p.head) > time.start and p.form == "finite"
    ]
    return after[0] if after else before[-1] if before else None


def _possessed(scene: Scene, mark: int) -> int | None:
    """The event noun that a time has: in "before Thursday's talks" the talks are on Thursday, whatever comes before."""
    near = range(mark + 1, mark + 5)
    return next((n for n, p in enumerate(scene.labels.predicates) if p.pos == "n" and p.head in near), None)


def _is_event(predicate: Predicate) -> bool:
    """True for verbs, and for nouns that the lexicon knows as events."""
    return predicate.pos != "n" or bool(predicates.load().candidates(predicate.lemma, "n"))


def _opens_clause(scene: Scene, number: int, time: TimeExpression) -> bool:
    """True where a new clause begins between the predicate and the expression: "..., but on Monday he left"."""
    head = scene.labels.predicates[number].head
    between = [i for i in range(head + 1, len(scene.labels.tags)) if scene.start(i) < time.start]
    marks = [i for i in between if scene.labels.tags[i] in (",", ":", ".") or scene.word(i) in (";", "—", "–")]
    if not marks:
        return False
    subject_follows = any(
        p.form == "finite" and scene.start(p.head) > time.start and scene.start(p.head) - time.end < 80
        for p in scene.labels.predicates
    )
    return subject_follows and not any(scene.labels.tags[i][:2] in ("NN", "CD") for i in between if i > marks[-1])


def when(scene: Scene, number: int, owned: Mapping[int, TimeExpression]) -> When | None:
    """The time of the predicate with that number: its own, else that of what it depends on or of what dates it."""
    time = _own(scene, number, owned, _MAX_DEPTH)
    return None if time is None else value(time)


def value(time: TimeExpression) -> When:
    """A time expression as the time of an event."""
    return When(value=time.value, from_=time.from_, to=time.to, precision=time.precision)


def _own(scene: Scene, number: int, owned: Mapping[int, TimeExpression], depth: int) -> TimeExpression | None:
    if number in owned:
        return owned[number]
    if depth == 0:
        return None
    found = scene.labels.predicates
    dated = next((n for n in _dating(found, number) if n in owned), None)
    if dated is not None:
        return owned[dated]
    governor = found[number].governor
    if governor is None or found[governor].lemma in _REPORTING or _is_cue(scene, found[governor]):
        return None
    inherits = found[number].relation in ("complement", "coordinate") or found[number].pos == "n"
    return _own(scene, governor, owned, depth - 1) if inherits else None


def _is_cue(scene: Scene, predicate: Predicate) -> bool:
    """True for a reporting word: when it was said is not when it took place."""
    return scene.start(predicate.head) in scene.known.in_cue


def _dating(found: Sequence[Predicate], number: int) -> list[int]:
    """The event nouns that a predicate takes place during ("discussed it during a trip in July"), or is made of ("held
    talks on Monday")."""
    return [
        n
        for n, p in enumerate(found)
        if p.governor == number and p.pos == "n" and p.marker in ("during", "at", "in", "obj", "on", "for")
    ]
