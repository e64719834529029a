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
from onrecord.story.copies import Pair, copies
from onrecord.story.corrections import corrected, rulings
from onrecord.story.events import event_row
from onrecord.story.names import actors, places
from onrecord.story.origins import provenance
from onrecord.story.statements import Saying, sayings, statement_row
from onrecord.story.stories import stories
from onrecord.story.tellings import publication, publication_key, tellings

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
    originals = copies(every, pairs)
    known = provenance(every, originals)
    said = sayings(every, originals)
    statement_ids = {saying.id: group[0].id for group in said for saying in group}
    day = as_of or latest_day(every)
    told = clusters((telling for reading in every for telling in tellings(reading)), ruled)
    events = tuple(event_row(cluster, known, statement_ids, day) for cluster in told)
    heads = tuple(sorted((head(reading, originals) for reading in every), key=lambda row: row.id))
    people = actors(every, known.outlets)
    return Derived(
        as_of=day,
        heads=heads,
        actors=people,
        places=places(every),
        stories=stories(heads, events, people),
        statements=statements(said, events, {reading.id: publication(reading) for reading in every}),
        events=tuple(sorted(events, key=lambda row: row.id)),
    )


def latest_day(readings: Iterable[Reading]) -> date | None:
    """The latest day of publication."""
    days = [reading.article.published[:10] for reading in readings if reading.article.published]
    return date.fromisoformat(max(days)) if days else None


def head(reading: Reading, originals: Mapping[str, str]) -> ReportHead:
    """A report without its text."""
    article = reading.article
    return ReportHead(
        id=reading.id,
        outlet=article.outlet,
        published=article.published,
        title=article.title,
        copy_of=originals.get(reading.id),
    )


def statements(
    said: tuple[tuple[Saying, ...], ...], events: Iterable[StoryEvent], days: Mapping[str, int | None]
) -> tuple[StoryStatement, ...]:
    """The rows of all statements, each with the events that rest on it and with what it answers about them."""
    groups = {group[0].id: group for group in said}
    about: dict[str, list[str]] = defaultdict(list)
    given: dict[str, list[Answer]] = defaultdict(list)
    firsts = {name: group[0] for name, group in groups.items()}
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
