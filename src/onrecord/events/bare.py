"""Bare: verbs labelled finite though they have neither tense nor modal: imperatives, and infinitives whose "to" stands
apart."""

from __future__ import annotations

import msgspec

from onrecord.events.scene import Scene
from onrecord.schema.labels import Predicate

_MARKS = frozenset(['"', "“", "''"])
_LISTING = frozenset(["or", "and", ","])


def mended(scene: Scene, number: int) -> Predicate:
    """A predicate as it stands, or as an infinitive where "to" is parted from it: "told to "reinforce" the post"."""
    predicate = scene.labels.predicates[number]
    if not _is_bare(scene, predicate) or predicate.relation is not None:
        return predicate
    first = predicate.first - 1
    while first >= 0 and (scene.labels.tags[first] in ("``", "''", "RB", ":") or scene.word(first) in ('"', "“")):
        first -= 1
    if number == 0 or first < 0 or scene.labels.tags[first] != "TO":
        return predicate
    negated = predicate.negated or (first > 0 and scene.word(first - 1).lower() == "not")
    return msgspec.structs.replace(
        predicate, form="infinitive", governor=number - 1, relation="complement", marker="to", negated=negated
    )


def _is_bare(scene: Scene, predicate: Predicate) -> bool:
    """True for a verb labelled finite that has neither tense nor modal."""
    untensed = predicate.tense is None and predicate.modal is None and scene.labels.tags[predicate.head] == "VB"
    return predicate.pos == "v" and predicate.form == "finite" and untensed


def is_imperative(scene: Scene, predicate: Predicate) -> bool:
    """True for a bare verb without a subject that opens its sentence ("Stop the shelling"), what is quoted or what
    stands behind a colon, and for one that goes on after it: 'the crowd chanted, "Free the miners or go"'."""
    if not _is_bare(scene, predicate) or _has_subject(predicate):
        return False
    return _opens(scene, predicate) or any(_opens(scene, one) for one in _before(scene, predicate))


def _opens(scene: Scene, predicate: Predicate) -> bool:
    before = predicate.first - 1
    return before < 0 or scene.labels.tags[before] in ("``", ":") or scene.word(before) in _MARKS


def _before(scene: Scene, predicate: Predicate) -> list[Predicate]:
    """The imperatives with which one after a comma or "or" is listed."""
    if predicate.first == 0 or scene.word(predicate.first - 1).lower() not in _LISTING:
        return []
    earlier = (p for p in scene.labels.predicates if p.head < predicate.head and p.governor == predicate.governor)
    return [p for p in earlier if _is_bare(scene, p) and not _has_subject(p)]


def _has_subject(predicate: Predicate) -> bool:
    """True where a subject stands right before a verb; one that stands elsewhere is that of another."""
    return any(a.role == "ARG0" and a.last == predicate.first for a in predicate.arguments)
