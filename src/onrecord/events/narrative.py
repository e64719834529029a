"""Narrative: the day on which a paragraph goes on.

"On 5 June the troops crossed the river. They took two villages." Only the main verbs of a report's own voice, in the
simple past, hand a day on or take one, within one paragraph, and not past a sentence with another time, in another
tense or of somebody who says something. Better no date than a wrong one.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from onrecord.events.known import innermost
from onrecord.events.scene import Scene
from onrecord.schema.labels import Predicate
from onrecord.schema.tie import Tie

_FINE = frozenset(["day", "hour", "minute", "second"])


class Running(msgspec.Struct, frozen=True):
    """The tie of the day on which a paragraph goes on."""

    paragraph: int
    tie: Tie


def told(scene: Scene, number: int, running: Running | None) -> Tie | None:
    """The tie of the day on which a main verb of a sentence without times goes on."""
    if running is None or running.paragraph != scene.sentence.paragraph or _has_times(scene):
        return None
    main = _main(scene)
    predicate = scene.labels.predicates[number]
    if main is None or not (_goes_on(scene, main) and _goes_on(scene, predicate)):
        return None
    arc = scene.labels.arcs[predicate.head]
    listed = arc.relation == "conj" and arc.head == main.head
    return running.tie if predicate.head == main.head or listed else None


def after(scene: Scene, owned: Mapping[int, Tie], running: Running | None) -> Running | None:
    """On which day the paragraph goes on after a sentence."""
    main = _main(scene)
    if main is None or not _goes_on(scene, main):
        return None
    if not _has_times(scene):
        return running
    tie = owned.get(scene.labels.predicates.index(main))
    if tie is None or tie.ahead or scene.known.times_by_id[tie.expressions[0]].precision not in _FINE:
        return None
    return Running(scene.sentence.paragraph, tie)


def _has_times(scene: Scene) -> bool:
    return any(scene.sentence.start <= time.start < scene.sentence.end for time in scene.known.times)


def _main(scene: Scene) -> Predicate | None:
    """The verb on which the sentence hangs."""
    arcs = scene.labels.arcs
    return next((p for p in scene.labels.predicates if p.pos == "v" and arcs[p.head].head == p.head), None)


def _goes_on(scene: Scene, predicate: Predicate) -> bool:
    """True for a verb that tells a step of a narrative in the report's own voice."""
    simple = predicate.form == "finite" and predicate.tense == "past" and not predicate.perfect
    if not simple or predicate.modal or predicate.progressive or predicate.negated:
        return False
    start = scene.start(predicate.head)
    return start not in scene.known.in_cue and innermost(scene.known.statements, start) is None
