"""Hearsay: what only a claim tells of which nobody is the speaker ("responding to charges that he beat a guard")."""

from __future__ import annotations

from onrecord.events.scene import Scene
from onrecord.knowledge import cues
from onrecord.schema.labels import Predicate
from onrecord.schema.statement import Statement


def is_hearsay(scene: Scene, predicate: Predicate, statement: Statement | None) -> bool:
    """True for the clause of a claim or a report that is not itself the statement by which it is told, nor denied."""
    if statement is not None and statement.stance == "denies":
        return False
    if predicate.governor is None or predicate.relation != "complement" or predicate.marker != "that":
        return False
    claim = scene.labels.predicates[predicate.governor]
    rows = cues.load().nouns.get(claim.lemma, ()) if claim.pos == "n" else ()
    if not any(row.unnamed for row in rows):
        return False
    at = scene.start(claim.head)
    return statement is None or any(span.start <= at < span.end for span in statement.content)
