"""Actors and places of a whole record, each once, with the names that reports give them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from onrecord.schema.actor import Actor
from onrecord.schema.place import Place
from onrecord.schema.reading import Reading
from onrecord.schema.story_actor import StoryActor
from onrecord.schema.story_place import StoryPlace
from onrecord.story.ids import actor_id
from onrecord.story.outlets import UNKNOWN, outlet_id, outlet_key

Known = TypeVar("Known", Actor, Place)

PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "their", "who", "we", "i", "us"})
NO_OUTLET = "an outlet that is not named"


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """What one report gives to the actors and places of a record: those that it names, by the record's ids, the names
    of actors, and of outlets the id by the name as it is compared. `outlet` is its own."""

    outlet: str | None
    actors: dict[str, Actor]
    names: dict[str, tuple[str, ...]]
    places: dict[str, Place]
    outlets: dict[str, str]

    @property
    def outlet_keys(self) -> frozenset[str]:
        """The names of its outlet and of those that it cites, as they are compared."""
        cited = (actor.name for actor in self.actors.values() if actor.kind == "outlet")
        return frozenset(outlet_key(name) for name in (*cited, self.outlet or ""))


def share(reading: Reading) -> Share:
    """What a report gives."""
    names: dict[str, set[str]] = defaultdict(set)
    for mention in reading.mentions:
        if mention.actor in reading.actors and is_name(mention.text):
            names[actor_id(reading, mention.actor)].add(" ".join(mention.text.split()))
    outlets: dict[str, str] = {}
    for name, actor in reading.actors.items():
        if actor.kind == "outlet" and not actor.local:
            key = outlet_key(actor.name)
            outlets[key] = min(name, outlets.get(key, name))
    return Share(
        outlet=reading.article.outlet,
        actors={actor_id(reading, name): actor for name, actor in reading.actors.items()},
        names={key: tuple(sorted(found)) for key, found in names.items()},
        places=reading.gazetteer,
        outlets=outlets,
    )


def outlet_ids(shares: Iterable[Share]) -> dict[str, str]:
    """From an outlet's name, as it is compared, to the id of the actor that reports cite by that name."""
    found: dict[str, str] = {}
    for one in shares:
        for key, name in one.outlets.items():
            found[key] = min(name, found.get(key, name))
    return found


def actors(shares: Iterable[Share], outlets: Mapping[str, str]) -> tuple[StoryActor, ...]:
    """All actors, by id: those that reports name, and the outlets of the reports."""
    told: dict[str, Counter[Actor]] = defaultdict(Counter)
    names: dict[str, set[str]] = defaultdict(set)
    own: dict[str, set[str]] = defaultdict(set)
    for one in shares:
        for key, actor in one.actors.items():
            told[key][actor] += 1
        for key, found in one.names.items():
            names[key].update(found)
        own[outlet_id(one.outlet, outlets)].add(one.outlet or NO_OUTLET)
    rows = {key: outlet_row(key, found) for key, found in own.items()}
    rows |= {key: actor_row(key, found, names[key]) for key, found in told.items()}
    return tuple(row for _, row in sorted(rows.items()))


def is_name(text: str) -> bool:
    """True for words that begin with a capital and are no pronoun."""
    return text[:1].isupper() and text.casefold() not in PRONOUNS


def actor_row(key: str, told: Mapping[Actor, int], names: Iterable[str]) -> StoryActor:
    """One actor by what the reports know of it, each with the number of reports, and all its names."""
    commonest = common(told)
    return StoryActor(
        id=key,
        name=commonest.name,
        kind=commonest.kind,
        country=commonest.country,
        sectors=commonest.sectors,
        wikidata=commonest.wikidata,
        names=tuple(sorted(names)),
    )


def common(told: Mapping[Known, int]) -> Known:
    """An actor or a place as most reports have it; on a tie the one of which more is known, then the first in the
    alphabet."""
    return min(told, key=lambda one: (-told[one], -known_fields(one), repr(one)))


def known_fields(one: Actor | Place) -> int:
    """How much is known of an actor or a place."""
    if isinstance(one, Place):
        return (one.country is not None) + (one.admin1 is not None) + (one.lat is not None)
    return bool(one.country) + bool(one.sectors) + bool(one.wikidata)


def outlet_row(key: str, names: Iterable[str]) -> StoryActor:
    """An outlet as an actor, by the names under which its reports came."""
    found = tuple(sorted(names))
    if key == UNKNOWN:
        return StoryActor(id=key, name=found[0], kind="outlet")
    return StoryActor(id=key, name=found[0], kind="outlet", sectors=("JRN",), names=found)


def places(shares: Iterable[Share]) -> tuple[StoryPlace, ...]:
    """All resolved places, by id."""
    told: dict[str, Counter[Place]] = defaultdict(Counter)
    for one in shares:
        for key, place in one.places.items():
            told[key][place] += 1
    return tuple(place_row(key, found) for key, found in sorted(told.items()))


def place_row(key: str, told: Mapping[Place, int]) -> StoryPlace:
    """One place as most reports have it."""
    place = common(told)
    return StoryPlace(
        id=key,
        name=place.name,
        kind=place.kind,
        country=place.country,
        admin1=place.admin1,
        lat=place.lat,
        lon=place.lon,
        geonames=place.geonames,
    )
