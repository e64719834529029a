"""Complements: how a predicate hangs on the word that governs it, by the names of the table of governors."""

from __future__ import annotations

from onrecord.knowledge import governors
from onrecord.knowledge.governors import GovernorRule
from onrecord.schema.labels import Predicate


def rule_of(above: Predicate, predicate: Predicate) -> GovernorRule | None:
    """What the table says of the governor with this kind of complement."""
    table = governors.load()
    for complement in _complements(above, predicate):
        found = table.find(above.lemma, above.pos, complement)
        if found is not None:
            return found
    return None


def _complements(above: Predicate, predicate: Predicate) -> tuple[str, ...]:
    """The names of the complement that a predicate is, the closest first."""
    marker = predicate.marker or ""
    if predicate.pos == "n":
        telling = governors.load().find(predicate.lemma, "n", "that") is not None
        return {"obj": ("noun", "claim") if telling else ("noun",), "subj": ("subject",)}.get(
            marker, (f"{marker}-noun",)
        )
    if predicate.form == "infinitive" or (predicate.form == "finite" and marker == "to"):
        with_object = ("obj-to", "on-obj-to", "to-obj-to", "for-obj-to", "obj-bare")
        if marker == "whether":
            return ("whether", "to")
        return ("to", *with_object) if _same_subject(above, predicate) else (*with_object, "to")
    if predicate.form == "finite":
        return (
            ("whether",)
            if marker in ("whether", "if")
            else ("obj-bare", "that")
            if marker == "bare"
            else ("that", "clause")
        )
    return ("gerund", "obj-gerund") if marker == "gerund" else (f"{marker}-gerund",)


def _same_subject(above: Predicate, predicate: Predicate) -> bool:
    """True where the subject of an infinitive is that of its active governor."""
    subject = "ARG1" if predicate.passive else "ARG0"
    own = next((a.heads for a in predicate.arguments if a.role == subject), None)
    other = next((a.heads for a in above.arguments if a.role == "ARG0"), None)
    return not above.passive and (own is None or own == other)
