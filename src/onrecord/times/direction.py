"""Direction: whether the words around a bare weekday or month point to the past or to the future."""

from __future__ import annotations

from onrecord.schema.labels import SentenceLabels
from onrecord.schema.token import Sentence
from onrecord.times.reference import Lean


def lean(sentence: Sentence, labels: SentenceLabels | None, start: int) -> tuple[Lean, str]:
    """Where the predicate points that the words from `start` on go with, and the rule that tells so."""
    return "", ""
