"""Bare: verbs labelled finite though they have neither tense nor modal: imperatives, and infinitives whose "to" stands
apart."""

from __future__ import annotations

import msgspec

from onrecord.events.scene import Scene
from onrecord.schema.labels import Predicate

_MARKS = frozenset(['"', "“", "''"])


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
    """True for a bare verb without a subject that opens its sentence ("Stop the shelling") or what is quoted: 'the
    crowd chanted, "Free the miners"'."""
    if not _is_bare(scene, predicate):
        return False
    if predicate.first and (
        scene.labels.tags[predicate.first - 1] == "``" or scene.word(predicate.first - 1) in _MARKS
    ):
        return True
    subject = any(argument.role == "ARG0" for argument in predicate.arguments)
    return predicate.first == 0 and not subject and predicate.governor is None
