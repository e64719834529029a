"""Hearsay: what only a claim tells of which nobody is the speaker ("responding to charges that he beat a guard")."""

from __future__ import annotations

from onrecord.events.granted import is_definite
from onrecord.events.scene import Scene
from onrecord.knowledge import cues
from onrecord.schema.labels import Predicate
from onrecord.schema.statement import Statement


def is_hearsay(scene: Scene, predicate: Predicate, statement: Statement | None) -> bool:
    """True for what a claim or a report tells, "that he fled", "of a raid", where it is not the statement by which this
    is told, nor denied. What is definite is known besides: "reports of the raid"."""
    if statement is not None and statement.stance == "denies":
        return False
    told = predicate.marker == "that" or (predicate.marker == "of" and predicate.pos == "n")
    if predicate.governor is None or predicate.relation != "complement" or not told:
        return False
    if predicate.pos == "n" and is_definite(scene, predicate):
        return False
    claim = scene.labels.predicates[predicate.governor]
    rows = cues.load().nouns.get(claim.lemma, ()) if claim.pos == "n" else ()
    if not any(row.unnamed for row in rows):
        return False
    at = scene.start(claim.head)
    return statement is None or any(span.start <= at < span.end for span in statement.content)
