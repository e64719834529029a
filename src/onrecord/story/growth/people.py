"""Actors, places and outlets: what reports know of each is counted, so that a row needs the counts alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from onrecord.schema.actor import Actor
from onrecord.schema.place import Place
from onrecord.schema.reading import Reading
from onrecord.schema.story_actor import StoryActor
from onrecord.story.ledger import Asked, Ledger, Notes, encoded
from onrecord.story.names import NO_OUTLET, Share, actor_row, outlet_row, place_row, share
from onrecord.story.outlets import outlet_id
from onrecord.story.stories import side


class Entry(msgspec.Struct, frozen=True):
    """One thing that a report knows: the kind of tally, the key, and the value."""

    kind: str
    key: str
    value: str


class People(msgspec.Struct, frozen=True):
    """What is counted anew: actors (outlets among them) and places, by id; and the reports that name an outlet which
    goes by another id from now on."""

    actors: frozenset[str]
    places: frozenset[str]
    reports: frozenset[str]


def counted(ledger: Ledger, readings: Iterable[Reading]) -> People:
    """Counts what the reports know, in place of what they knew."""
    shares = Notes(ledger, "share", Share)
    actors, places, cited = set[str](), set[str](), set[str]()
    pending: list[tuple[Entry, int]] = []
    for reading in readings:
        old, new = shares.get(reading.id), share(reading)
        if old == new:
            continue
        before, after = frozenset(entries(old)), frozenset(entries(new))
        pending.extend((entry, -1) for entry in before - after)
        pending.extend((entry, 1) for entry in after - before)
        repost(ledger, reading.id, old.outlet_keys if old else frozenset(), new.outlet_keys)
        shares.put(reading.id, new)
    for entry, _ in pending:
        if entry.kind == "cited":
            cited.add(entry.key)
        else:
            (places if entry.kind == "place" else actors).add(entry.key)
    known = {key: mapped(ledger, key) for key in cited}
    for entry, by in pending:
        ledger.count(entry.kind, entry.key, entry.value, by)
    renamed = {key for key in cited if mapped(ledger, key) != known[key]}
    return People(
        actors=frozenset(actors | {outlet_id(key, {}) for key in renamed}),
        places=frozenset(places),
        reports=frozenset(report for key in renamed for report in ledger.posted("outlet", key)),
    )


def entries(given: Share | None) -> Iterator[Entry]:
    """What a report knows, thing by thing."""
    if given is None:
        return
    yield from (Entry("actor", key, encoded(actor).decode()) for key, actor in given.actors.items())
    yield from (Entry("name", key, name) for key, names in given.names.items() for name in names)
    yield from (Entry("place", key, encoded(place).decode()) for key, place in given.places.items())
    yield from (Entry("cited", key, name) for key, name in given.outlets.items())
    yield Entry("outlet", outlet_id(given.outlet, {}), given.outlet or "")


def repost(ledger: Ledger, report: str, old: frozenset[str], new: frozenset[str]) -> None:
    """Keeps under each outlet the reports that name it."""
    for key in old - new:
        ledger.unpost("outlet", key, report)
    for key in new - old:
        ledger.post("outlet", key, report)


def mapped(ledger: Ledger, key: str) -> str | None:
    """The id of the actor by whose name reports cite an outlet."""
    return min(ledger.counted("cited", key), default=None)


def outlets_of(ledger: Ledger) -> Mapping[str, str]:
    """The ids of outlets by their names as they are compared."""
    return Asked(lambda key: mapped(ledger, key))


def named_anew(ledger: Ledger, people: People) -> frozenset[str]:
    """Writes the rows of actors and places anew, and returns the events that are between other sides because of it."""
    outlets, sided = outlets_of(ledger), set[str]()
    for key in sorted(people.places):
        told = {msgspec.json.decode(place, type=Place): n for place, n in ledger.counted("place", key).items()}
        ledger.put_row("place", key, encoded(place_row(key, told)) if told else None)
    for key in sorted(people.actors):
        before, after = stored_actor(ledger, key), made_actor(ledger, key, outlets)
        if before != after:
            ledger.put_row("actor", key, encoded(after) if after else None)
        if "#" not in key and side_of(key, before) != side_of(key, after):
            sided.update(ledger.posted("party", key))
    return frozenset(sided)


def side_of(key: str, row: StoryActor | None) -> str:
    """On whose side an actor is."""
    return side(key, {key: row} if row else {})


def stored_actor(ledger: Ledger, key: str) -> StoryActor | None:
    """The row of an actor as it is written."""
    content = ledger.row("actor", key)
    return msgspec.json.decode(content, type=StoryActor) if content else None


def made_actor(ledger: Ledger, key: str, outlets: Mapping[str, str]) -> StoryActor | None:
    """The row of an actor by what is counted; None where no report knows him."""
    told = {msgspec.json.decode(actor, type=Actor): n for actor, n in ledger.counted("actor", key).items()}
    if told:
        return actor_row(key, told, ledger.counted("name", key))
    own = [name for name in ledger.counted("outlet", key) if outlet_id(name, outlets) == key]
    return outlet_row(key, (name or NO_OUTLET for name in own)) if own else None
