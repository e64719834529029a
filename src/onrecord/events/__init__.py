"""Events: who did, plans or is said to have done what to whom, by PLOVER's types, from predicates and their arguments.

The lexicon (`knowledge/predicates.py`) says what a predicate names under which conditions; `status` composes how it is
told; parties, time, place and quantities come from its own sentence; the statement is the innermost one that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from onrecord.events import echoes, narrative, relate, resumption, rows, times, together, words
from onrecord.events.known import Known
from onrecord.events.rows import Row
from onrecord.events.scene import Scene
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
        found += _in_sentence(scene, told, document.article.day, len(found))
        running = narrative.after(scene, told.owned, running)
    events = resumption.resumed(document.text, [_numbered(n, row) for n, row in enumerate(found)])
    return relate.linked(relate.with_background(events, document.article.day, _lead_end(document)))


def _numbered(position: int, row: Row) -> Row:
    first = None if row.first is None else f"e{row.first + 1}"
    return msgspec.structs.replace(row, event=msgspec.structs.replace(row.event, id=f"e{position + 1}", same_as=first))


def _lead_end(document: Document) -> int:
    """The end of the first paragraph of the body."""
    body = [s for s in document.sentences if s.part == "body"]
    return max((s.end for s in body if s.paragraph == body[0].paragraph), default=0)


def _in_sentence(scene: Scene, told: times.Told, published: date | None, before: int) -> Iterator[Row]:
    """The rows of a sentence, those of one deed joined; `before` is how many rows the article has before them."""
    every = ((number, rows.row(scene, number, told, published)) for number in range(len(scene.labels.predicates)))
    found = echoes.merged(scene, {number: row for number, row in every if row is not None})
    joined = together.joined(scene, {number: row.event for number, row in found.items()})
    for row, one in zip(found.values(), joined, strict=True):
        yield Row(one.event, row.resumes, row.definite, None if one.first is None else before + one.first)
