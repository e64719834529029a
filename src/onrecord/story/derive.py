"""Derive: everything that follows from the readings of a record as of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from onrecord.schema.answer import Answer
from onrecord.schema.correction import Correction
from onrecord.schema.reading import Reading
from onrecord.schema.report import ReportHead
from onrecord.schema.story import Story
from onrecord.schema.story_actor import StoryActor
from onrecord.schema.story_event import StoryEvent
from onrecord.schema.story_place import StoryPlace
from onrecord.schema.story_statement import StoryStatement
from onrecord.story.answers import answers
from onrecord.story.clusters import clusters
from onrecord.story.copies import Pair, connecting, text_of
from onrecord.story.copies import originals as originals_of
from onrecord.story.corrections import corrected, rulings
from onrecord.story.events import event_row
from onrecord.story.ids import publication, publication_key
from onrecord.story.imprints import Imprint, imprint
from onrecord.story.names import actors, outlet_ids, places, share
from onrecord.story.origins import provenance
from onrecord.story.statements import Saying, sayings, statement_row
from onrecord.story.stories import stories
from onrecord.story.tellings import tellings

Row = ReportHead | StoryActor | StoryPlace | Story | StoryStatement | StoryEvent


class Derived(msgspec.Struct, frozen=True, kw_only=True):
    """What a record says: its reports without their texts, actors, places, stories, statements and events, each by id.

    `as_of` is the day as of which this holds: the one asked for, or the latest day of publication.
    """

    as_of: date | None
    heads: tuple[ReportHead, ...] = ()
    actors: tuple[StoryActor, ...] = ()
    places: tuple[StoryPlace, ...] = ()
    stories: tuple[Story, ...] = ()
    statements: tuple[StoryStatement, ...] = ()
    events: tuple[StoryEvent, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, kind by kind."""
        return (*self.heads, *self.actors, *self.places, *self.stories, *self.statements, *self.events)


def derive(
    readings: Iterable[Reading],
    as_of: date | None = None,
    pairs: Iterable[Pair] | None = None,
    *,
    corrections: Iterable[Correction] = (),
) -> Derived:
    """All rows that follow from some readings, which are those of reports published by `as_of`, and from what people
    have said against them.

    `pairs` are the pairs of copies where they are known; by default they are looked for. A function of its arguments
    alone: neither the order of the readings nor the clock matters. Of two corrections that contradict each other the
    later counts.
    """
    given, against = tuple(sorted(readings, key=publication_key)), tuple(corrections)
    every = corrected(given, against)
    ruled = rulings(against, {reading.id: reading for reading in given})
    shares, imprints = tuple(map(share, every)), tuple(map(imprint, every))
    outlets = outlet_ids(shares)
    found = connecting(map(text_of, every)) if pairs is None else pairs
    originals = originals_of(imprints, outlets, found)
    said = sayings(every, originals)
    statement_ids = {saying.id: group[0].id for group in said for saying in group}
    day, known = as_of or latest_day(every), provenance(imprints, originals, outlets)
    told = clusters((telling for reading in every for telling in tellings(reading)), ruled)
    events = tuple(event_row(cluster, known, statement_ids, day) for cluster in told)
    heads = tuple(sorted((head(one, originals.get(one.id)) for one in imprints), key=lambda row: row.id))
    people = actors(shares, outlets)
    return Derived(
        as_of=day,
        heads=heads,
        actors=people,
        places=places(shares),
        stories=stories(heads, events, people),
        statements=statements(said, events, {reading.id: publication(reading) for reading in every}),
        events=tuple(sorted(events, key=lambda row: row.id)),
    )


def latest_day(readings: Iterable[Reading]) -> date | None:
    """The latest day of publication."""
    days = [reading.article.published[:10] for reading in readings if reading.article.published]
    return date.fromisoformat(max(days)) if days else None


def head(imprint: Imprint, original: str | None) -> ReportHead:
    """A report without its text, and of which it is a copy."""
    return ReportHead(
        id=imprint.id,
        outlet=imprint.outlet,
        url=imprint.url,
        published=imprint.published,
        title=imprint.title,
        copy_of=original,
    )


def statements(
    said: tuple[tuple[Saying, ...], ...], events: Iterable[StoryEvent], days: Mapping[str, int | None]
) -> tuple[StoryStatement, ...]:
    """The rows of all statements, each with the events that rest on it and with what it answers about them."""
    groups = {group[0].id: group for group in said}
    about: dict[str, list[str]] = defaultdict(list)
    given: dict[str, list[Answer]] = defaultdict(list)
    firsts = {name: group[0].row for name, group in groups.items()}
    for event in events:
        for name in dict.fromkeys(mention.statement for mention in event.mentions if mention.statement):
            about[name].append(event.id)
        for name, found in answers(event, firsts, days).items():
            given[name].extend(found)
    return tuple(
        statement_row(groups[name], tuple(sorted(about[name])), unique(given[name])) for name in sorted(groups)
    )


def unique(found: Iterable[Answer]) -> tuple[Answer, ...]:
    """Each answer once, by what it answers."""
    return tuple(sorted(set(found), key=lambda answer: (answer.statement, answer.kind)))
