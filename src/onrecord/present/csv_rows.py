"""Rows of a record as a flat table: one line for each telling of an event by a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.schema.correction import Correction
from onrecord.schema.event import Quantity
from onrecord.schema.place import Place
from onrecord.schema.report import Report
from onrecord.schema.story import Story
from onrecord.schema.story_actor import StoryActor
from onrecord.schema.story_event import StoryEvent, StoryMention
from onrecord.schema.story_place import StoryPlace
from onrecord.schema.story_statement import StoryStatement

Row = Report | StoryActor | StoryPlace | Story | StoryStatement | StoryEvent | Correction
COLUMNS = (
    "event event_type mode contexts status negated disputed background from to precision place place_name country lat"
    " lon actors actor_names actor_countries recipients recipient_names recipient_countries object quantities"
    " confidence independent_origins origins report outlet published url title report_event report_status predicate"
    " evidence statement speaker anonymous via stance quote"
).split()


class Book(msgspec.Struct, frozen=True):
    """The rows of a record by their ids."""

    reports: dict[str, Report]
    actors: dict[str, StoryActor]
    places: dict[str, StoryPlace]
    statements: dict[str, StoryStatement]
    events: tuple[StoryEvent, ...]


def csv_rows(rows: Iterable[Row]) -> Iterator[list[str]]:
    """The head, then one row a telling; lists have "; " between their members, unknown is empty."""
    book = book_of(rows)
    yield list(COLUMNS)
    for event in book.events:
        shared = event_cells(event, book)
        for mention in event.mentions:
            cells = shared | mention_cells(mention, book)
            yield [cells[column] for column in COLUMNS]


def book_of(rows: Iterable[Row]) -> Book:
    """The rows of an export by kind and id."""
    found = list(rows)
    return Book(
        {row.id: row for row in found if isinstance(row, Report)},
        {row.id: row for row in found if isinstance(row, StoryActor)},
        {row.id: row for row in found if isinstance(row, StoryPlace)},
        {row.id: row for row in found if isinstance(row, StoryStatement)},
        tuple(row for row in found if isinstance(row, StoryEvent)),
    )


def event_cells(event: StoryEvent, book: Book) -> dict[str, str]:
    """What all tellings of an event share."""
    place = book.places.get(event.place or "")
    return {
        "event": event.id,
        "event_type": event.event_type,
        "mode": text(event.mode),
        "contexts": listed(event.contexts),
        "status": event.status,
        "negated": flag(event.negated),
        "disputed": flag(event.disputed),
        "background": flag(event.background),
        "from": text(event.from_),
        "to": text(event.to),
        "precision": text(event.precision),
        "place": text(event.place),
        **place_cells(place),
        **party_cells("actor", event.actors, book),
        **party_cells("recipient", event.recipients, book),
        "object": event.object.text if event.object else "",
        "quantities": listed(map(quantity_cell, event.quantities)),
        "confidence": f"{event.confidence:.2f}",
        "independent_origins": str(event.independent_origins),
        "origins": listed(origin.id for origin in event.origins),
    }


def place_cells(place: Place | StoryPlace | None) -> dict[str, str]:
    """Where an event took place."""
    if place is None:
        return dict.fromkeys(("place_name", "country", "lat", "lon"), "")
    return {
        "place_name": place.name,
        "country": text(place.country),
        "lat": "" if place.lat is None else f"{place.lat}",
        "lon": "" if place.lon is None else f"{place.lon}",
    }


def party_cells(role: str, keys: tuple[str, ...], book: Book) -> dict[str, str]:
    """One side of an event: ids, names, states."""
    known = [book.actors[key] for key in keys if key in book.actors]
    return {
        f"{role}s": listed(keys),
        f"{role}_names": listed(actor.name for actor in known),
        f"{role}_countries": listed(dict.fromkeys(actor.country for actor in known if actor.country)),
    }


def mention_cells(mention: StoryMention, book: Book) -> dict[str, str]:
    """What one report tells of an event, and on whose word."""
    report = book.reports[mention.report]
    return {
        "report": report.id,
        "outlet": text(report.outlet),
        "published": text(report.published),
        "url": text(report.url),
        "title": text(report.title),
        "report_event": mention.event,
        "report_status": mention.status,
        "predicate": mention.predicate_text,
        "evidence": mention.evidence_text,
        **statement_cells(book.statements.get(mention.statement or ""), book),
    }


def statement_cells(statement: StoryStatement | None, book: Book) -> dict[str, str]:
    """On whose word something is told."""
    if statement is None:
        return dict.fromkeys(("statement", "speaker", "anonymous", "via", "stance", "quote"), "")
    names = [book.actors[key].name for key in statement.source.actors if key in book.actors]
    return {
        "statement": statement.id,
        "speaker": listed(names) or statement.source.text,
        "anonymous": flag(statement.source.anonymous),
        "via": listed(book.actors[key].name if key in book.actors else key for key in statement.via),
        "stance": statement.stance,
        "quote": statement.quote,
    }


def quantity_cell(quantity: Quantity) -> str:
    """A number or a range, its unit and what it counts: "12 people killed", "10..20 people", "41000000 XOF money"."""
    figure = plain(quantity.value) if quantity.value is not None else f"{plain(quantity.min)}..{plain(quantity.max)}"
    return " ".join(filter(None, (figure, quantity.unit, quantity.of)))


def plain(value: float | None) -> str:
    """A number without a needless fraction."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else str(value)


def text(value: str | None) -> str:
    return value or ""


def flag(value: bool) -> str:
    return "true" if value else "false"


def listed(values: Iterable[str]) -> str:
    return "; ".join(values)
