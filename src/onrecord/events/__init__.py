"""Events: who did, plans or is said to have done what to whom, by PLOVER's types, from predicates and their arguments.

The lexicon (`knowledge/predicates.py`) says what a predicate names under which conditions; `status` composes how it is
told; parties, time, place and quantities come from its own sentence; the statement is the innermost one that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from onrecord.events import narrative, relate, rows, times, words
from onrecord.events.known import Known
from onrecord.events.rows import Row
from onrecord.events.slots import Scene
from onrecord.schema.event import Event
from onrecord.schema.labels import Labels
from onrecord.schema.token import Document

__all__ = ["Known", "read"]


def read(document: Document, labels: Labels, known: Known) -> tuple[Event, ...]:
    """The events of an article, in the order of their predicates."""
    found: list[Row] = []
    running = None
    for number, (sentence, own) in enumerate(zip(document.sentences, labels.sentences, strict=True)):
        scene = Scene(document.text, number, sentence, words.known(sentence, own), known)
        told = times.Told(times.owners(scene), running)
        found += _in_sentence(scene, told, document.article.day)
        running = narrative.after(scene, told.owned, running)
    dated = relate.with_background(relate.resumed(found), document.article.day, _lead_end(document))
    numbered = [msgspec.structs.replace(e, id=f"e{n}") for n, e in enumerate(dated, 1)]
    return relate.linked(numbered)


def _lead_end(document: Document) -> int:
    """The end of the first paragraph of the body."""
    body = [s for s in document.sentences if s.part == "body"]
    return max((s.end for s in body if s.paragraph == body[0].paragraph), default=0)


def _in_sentence(scene: Scene, told: times.Told, published: date | None) -> Iterator[Row]:
    for number in range(len(scene.labels.predicates)):
        row = rows.row(scene, number, told, published)
        if row is not None:
            yield row
