"""Actors and places of a whole record, each once, with the names that reports give them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from onrecord.schema.actor import Actor
from onrecord.schema.reading import Reading
from onrecord.schema.story_actor import StoryActor
from onrecord.schema.story_place import StoryPlace
from onrecord.story.outlets import UNKNOWN, outlet_id
from onrecord.story.tellings import actor_id

PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "their", "who", "we", "i", "us"})


def actors(readings: Iterable[Reading], outlets: Mapping[str, str]) -> tuple[StoryActor, ...]:
    """All actors, by id: those of the readings, and the outlets of the reports."""
    every = tuple(readings)
    told: dict[str, list[Actor]] = defaultdict(list)
    names: dict[str, set[str]] = defaultdict(set)
    for reading in every:
        for name, actor in reading.actors.items():
            told[actor_id(reading, name)].append(actor)
        for mention in reading.mentions:
            if mention.actor and is_name(mention.text):
                names[actor_id(reading, mention.actor)].add(" ".join(mention.text.split()))
    own = outlet_actors(every, outlets)
    rows = {key: actor_row(key, found, names[key]) for key, found in told.items()}
    return tuple(row for _, row in sorted({**own, **rows}.items()))


def is_name(text: str) -> bool:
    """True for words that begin with a capital and are no pronoun."""
    return text[:1].isupper() and text.casefold() not in PRONOUNS


def actor_row(key: str, told: list[Actor], names: set[str]) -> StoryActor:
    """One actor by what the reports know of it: the commonest of each, the first in the alphabet on a tie."""
    commonest = common(tuple(told))
    return StoryActor(
        id=key,
        name=commonest.name,
        kind=commonest.kind,
        country=commonest.country,
        sectors=commonest.sectors,
        wikidata=commonest.wikidata,
        names=tuple(sorted(names)),
    )


def common(told: tuple[Actor, ...]) -> Actor:
    """The actor as most reports have it; on a tie the one of whom more is known, then the first in the alphabet."""
    counts = Counter(told)
    return min(counts, key=lambda actor: (-counts[actor], -known_fields(actor), repr(actor)))


def known_fields(actor: Actor) -> int:
    """How much is known of an actor."""
    return bool(actor.country) + bool(actor.sectors) + bool(actor.wikidata)


def outlet_actors(readings: Iterable[Reading], outlets: Mapping[str, str]) -> dict[str, StoryActor]:
    """The outlets of the reports as actors, by id."""
    names: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        names[outlet_id(reading.article.outlet, outlets)].add(reading.article.outlet or "an outlet that is not named")
    return {
        key: StoryActor(id=key, name=min(found), kind="outlet", sectors=("JRN",), names=tuple(sorted(found)))
        if key != UNKNOWN
        else StoryActor(id=key, name=min(found), kind="outlet")
        for key, found in names.items()
    }


def places(readings: Iterable[Reading]) -> tuple[StoryPlace, ...]:
    """All resolved places, by id."""
    found = {key: place for reading in readings for key, place in reading.gazetteer.items()}
    return tuple(
        StoryPlace(
            id=key,
            name=place.name,
            kind=place.kind,
            country=place.country,
            admin1=place.admin1,
            lat=place.lat,
            lon=place.lon,
            geonames=place.geonames,
        )
        for key, place in sorted(found.items())
    )
