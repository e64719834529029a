"""Corrections: what people say against readings, worked into them before anything is derived.

A correction holds at its anchors, as of any day: it tells how a report should have been read, not what came to be known
later. One whose anchors are not there does nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from onrecord.schema.correction import Anchor, Correction, Reviewed
from onrecord.schema.event import Event
from onrecord.schema.reading import Reading
from onrecord.schema.statement import Source, Statement
from onrecord.schema.story_event import StoryEvent
from onrecord.story.anchors import ids_at, overlap, rows_at
from onrecord.story.rulings import Ruling

Row = TypeVar("Row", Event, Statement)

SURE = 1.0
"""The confidence of what a person has accepted."""


class Point(msgspec.Struct, frozen=True):
    """A correction at one of its anchors."""

    correction: Correction
    anchor: Anchor


def number(correction: Correction) -> tuple[int, str]:
    """A sort key: the order in which corrections were made."""
    return (len(correction.id), correction.id)


def in_force(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections that nobody has undone, in order; an `undo` that is undone itself does nothing."""
    undone: set[str | None] = set()
    kept = []
    for correction in sorted(corrections, key=number, reverse=True):
        if correction.id in undone:
            continue
        if correction.action == "undo":
            undone.add(correction.undoes)
        else:
            kept.append(correction)
    return tuple(reversed(kept))


def undone(corrections: Iterable[Correction]) -> frozenset[str]:
    """The ids of those that do not count, an `undo` that was undone among them."""
    ended: set[str] = set()
    for correction in sorted(corrections, key=number, reverse=True):
        if correction.action == "undo" and correction.id not in ended and correction.undoes:
            ended.add(correction.undoes)
    return frozenset(ended)


def reviewed(corrections: Iterable[Correction], readings: Iterable[Reading]) -> tuple[Reviewed, ...]:
    """Every correction with how it stands: undone or not, and which of its anchors the readings no longer have."""
    every = tuple(sorted(corrections, key=number))
    by_report, ended = {reading.id: reading for reading in readings}, undone(every)
    return tuple(
        Reviewed(correction=correction, undone=correction.id in ended, missing=missing(correction, by_report))
        for correction in every
    )


def missing(correction: Correction, readings: Mapping[str, Reading]) -> tuple[Anchor, ...]:
    """The anchors at which there is no row."""
    return tuple(anchor for anchor in (*correction.anchors, *correction.rest) if not ids_at((anchor,), readings))


def touched(events: Iterable[StoryEvent], corrections: Iterable[Correction]) -> dict[str, tuple[str, ...]]:
    """The corrections that count and have to do with events, by the events' ids."""
    points: dict[str, list[Point]] = defaultdict(list)
    for correction in in_force(corrections):
        for anchor in (*correction.anchors, *correction.rest):
            points[anchor.report].append(Point(correction, anchor))
    found = {event.id: at_event(event, points) for event in events} if points else {}
    return {name: ids for name, ids in found.items() if ids}


def at_event(event: StoryEvent, points: Mapping[str, list[Point]]) -> tuple[str, ...]:
    """The corrections at the tellings of an event, in the order in which they were made."""
    near = (
        point.correction
        for mention in event.mentions
        for point in points.get(mention.report, ())
        if overlap(point.anchor.spans, mention.predicate)
        and (point.anchor.type == event.event_type or point.correction.action == "merge")
    )
    return tuple(dict.fromkeys(correction.id for correction in sorted(near, key=number)))


def rulings(corrections: Iterable[Correction], readings: Mapping[str, Reading]) -> tuple[Ruling, ...]:
    """What is to be one event and what two, the latest correction first."""
    chosen = (item for item in in_force(corrections) if item.action in {"merge", "split"})
    return tuple(reversed([Ruling(ids_at(item.anchors, readings), ids_at(item.rest, readings)) for item in chosen]))


def corrected(readings: Iterable[Reading], corrections: Iterable[Correction]) -> tuple[Reading, ...]:
    """The readings with all corrections worked in but those of which events are one."""
    points: dict[str, list[Point]] = defaultdict(list)
    for correction in in_force(corrections):
        for anchor in correction.anchors:
            points[anchor.report].append(Point(correction, anchor))
    return tuple(
        corrected_reading(reading, points[reading.id]) if reading.id in points else reading for reading in readings
    )


def corrected_reading(reading: Reading, points: Iterable[Point]) -> Reading:
    """A reading with the corrections at its rows, the latest of each kind counting."""
    now, rejected = reading, set[str]()
    for point in points:
        rows = frozenset(rows_at(point.anchor, reading))
        match point.correction.action:
            case "accept":
                rejected -= rows
                now = with_events(now, (accepted(row) if row.id in rows else row for row in now.events))
            case "reject":
                rejected |= rows
            case "re-date":
                now = with_events(now, (dated(row, point.correction) if row.id in rows else row for row in now.events))
            case "re-attribute":
                now = attributed(now, rows, point)
    return without(now, rejected)


def with_events(reading: Reading, events: Iterable[Event]) -> Reading:
    """The reading with these events."""
    return msgspec.structs.replace(reading, events=tuple(events))


def accepted(event: Event) -> Event:
    """An event that is sure."""
    return msgspec.structs.replace(event, confidence=SURE)


def dated(event: Event, correction: Correction) -> Event:
    """An event at another time."""
    return msgspec.structs.replace(event, time=correction.time)


def without(reading: Reading, rejected: set[str]) -> Reading:
    """The reading without some events; where others are the same as one of these, the first of them takes its place."""
    if not rejected:
        return reading
    heirs: dict[str, str] = {}
    for event in reading.events:
        if event.id not in rejected and event.same_as in rejected:
            heirs.setdefault(event.same_as, event.id)
    kept = (event for event in reading.events if event.id not in rejected)
    return with_events(reading, (inheriting(event, heirs) for event in kept))


def inheriting(event: Event, heirs: Mapping[str, str]) -> Event:
    """An event that points at who has taken the place of one that is gone."""
    heir = heirs.get(event.same_as or "")
    if heir is None:
        return event
    return msgspec.structs.replace(event, same_as=None if heir == event.id else heir)


def attributed(reading: Reading, rows: frozenset[str], point: Point) -> Reading:
    """The reading in which some statements have another source, or some events rest on another word."""
    correction = point.correction
    known = reading
    if correction.actor_id is not None and correction.actor is not None:
        actors = {correction.actor_id: correction.actor, **reading.actors}
        known = msgspec.structs.replace(reading, actors=actors)
    if point.anchor.kind == "statement":
        return msgspec.structs.replace(known, statements=tuple(resourced(known.statements, rows, correction)))
    told = [event for event in known.events if event.id in rows]
    return msgspec.structs.replace(
        with_events(known, (on_word_of(row, correction) if row.id in rows else row for row in known.events)),
        statements=(*known.statements, *words_for(told, known, correction)),
    )


def resourced(statements: Iterable[Statement], rows: frozenset[str], correction: Correction) -> Iterator[Statement]:
    """Statements, some of which have the source that the correction names."""
    for row in statements:
        if row.id in rows:
            yield msgspec.structs.replace(row, source=source(correction, row.source), via=())
        else:
            yield row


def source(correction: Correction, before: Source | None = None) -> Source:
    """Who speaks by a correction; the words of the report for the speaker stay."""
    spans = before.spans if before else ()
    if correction.voice == "actor" and correction.actor_id is not None:
        return Source(spans, (correction.actor_id,), anonymous=False)
    return Source(spans, (), anonymous=True)


def on_word_of(event: Event, correction: Correction) -> Event:
    """An event that rests on the statement made for it, or on the outlet's own voice."""
    statement = None if correction.voice == "outlet" else made_id(event, correction)
    return msgspec.structs.replace(event, statement=statement)


def words_for(events: Iterable[Event], reading: Reading, correction: Correction) -> Iterator[Statement]:
    """A statement for each event that is told on somebody's word by a correction: that of its sentence."""
    if correction.voice == "outlet":
        return
    for event in events:
        yield Statement(
            id=made_id(event, correction),
            source=source(correction, source_before(event, reading)),
            cue=(),
            content=event.evidence,
            quote="indirect",
            stance="denies" if event.status == "denied" else "asserts",
            part=event.part,
        )


def source_before(event: Event, reading: Reading) -> Source | None:
    """The source on whose word the event was told."""
    return next((row.source for row in reading.statements if row.id == event.statement), None)


def made_id(event: Event, correction: Correction) -> str:
    """The id of a statement that no reader found."""
    return f"{event.id}-{correction.id}"
