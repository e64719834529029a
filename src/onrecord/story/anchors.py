"""Anchors: from a row of a reading to where it stands in the report, and back to the rows of a newer reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from onrecord.schema.correction import Anchor
from onrecord.schema.event import Event
from onrecord.schema.reading import Reading
from onrecord.schema.span import Spans, words
from onrecord.schema.statement import Statement
from onrecord.story.ids import global_id


class Located(msgspec.Struct, frozen=True):
    """A row of a reading and where it stands."""

    row: str
    spans: Spans


def event_anchor(reading: Reading, event: Event) -> Anchor:
    """The anchor of an event: its predicate and its type."""
    text = words(reading.article.text, event.predicate)
    return Anchor(report=reading.id, kind="event", spans=event.predicate, text=text, type=event.type)


def statement_anchor(reading: Reading, statement: Statement) -> Anchor:
    """The anchor of a statement: what is said and the stance."""
    spans = said(statement)
    text = words(reading.article.text, spans)
    return Anchor(report=reading.id, kind="statement", spans=spans, text=text, type=statement.stance)


def said(statement: Statement) -> Spans:
    """The words of a statement; the reporting words where it has no content ("declined to comment")."""
    return statement.content or statement.cue


def rows_at(anchor: Anchor, reading: Reading) -> tuple[str, ...]:
    """The ids of the rows at an anchor: of its type and at the very same words, else at words that overlap them.

    None where the report has other words there: an id that was given to another text.
    """
    if anchor.report != reading.id or words(reading.article.text, anchor.spans) != anchor.text:
        return ()
    rows = tuple(candidates(anchor, reading))
    exact = tuple(place.row for place in rows if place.spans == anchor.spans)
    return exact or tuple(place.row for place in rows if overlap(place.spans, anchor.spans))


def candidates(anchor: Anchor, reading: Reading) -> Iterator[Located]:
    """The rows of the anchor's kind and type."""
    if anchor.kind == "event":
        yield from (Located(row.id, row.predicate) for row in reading.events if row.type == anchor.type)
    else:
        yield from (Located(row.id, said(row)) for row in reading.statements if row.stance == anchor.type)


def overlap(some: Spans, others: Spans) -> bool:
    """True where two lists of spans share a character."""
    return any(one.overlaps(other) for one in some for other in others)


def ids_at(anchors: tuple[Anchor, ...], readings: Mapping[str, Reading]) -> tuple[str, ...]:
    """The record's ids of the rows at some anchors, in their order, each once."""
    found = (
        global_id(anchor.report, row)
        for anchor in anchors
        if anchor.report in readings
        for row in rows_at(anchor, readings[anchor.report])
    )
    return tuple(dict.fromkeys(found))
