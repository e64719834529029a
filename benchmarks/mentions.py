"""Mentions: the frozen mentions in context, `mentions.jsonl`: which actor words stand for.

Of each: the fields that its row expects (name, kind, country, sectors: the first one, members, place), the earlier
mention that is the same actor, and those that are not. A mention is right where all of it is.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from onrecord import pipeline
from onrecord.acquire import text
from onrecord.schema.actor import Actor, Mention
from onrecord.schema.reading import Reading

FILE = Path(__file__).parent / "mentions.jsonl"
Row = dict[str, Any]


def measure(path: Path = FILE) -> dict[str, float]:
    """Shares of the mentions that are right, by kind and in all."""
    right: dict[str, list[bool]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        good = not any(wrong(row, read(row)))
        right[row["kind"]].append(good)
        right["all"].append(good)
    return {kind: sum(found) / len(found) for kind, found in sorted(right.items())}


def read(row: Row) -> Reading:
    return pipeline.read(text.article(row["text"], id=row["id"], published=row["published"]))


def wrong(row: Row, reading: Reading) -> Iterator[str]:
    """What is wrong with a mention, a few words each."""
    expect, place = row["expect"], row["at"]["mention"]
    ids = _actors(reading, place)
    actors = [reading.actors[i] for i in ids]
    if expect.get("place"):
        if ids or not any(p.start < place[1] and place[0] < p.end for p in reading.places):
            yield "is a place"
        return
    if "members" in expect:
        names = [actor.name for actor in actors]
        if not all(any(_same_name(member, name) for name in names) for member in expect["members"]):
            yield f"members {names}"
        return
    if "name" in expect and expect["name"] is None:
        if any(not actor.local for actor in actors):
            yield f"unresolved, not {[a.name for a in actors]}"
        return
    yield from _fields(expect, actors)
    yield from _identity(expect, row["at"], reading, ids)


def _fields(expect: Mapping[str, Any], actors: list[Actor]) -> Iterator[str]:
    first = actors[0] if actors else None
    if first is None:
        yield "not found"
        return
    if expect.get("name") and not _same_name(expect["name"], first.name):
        yield f"name {first.name}"
    if "country" in expect and expect["country"] != first.country:
        yield f"country {first.country}"
    if expect.get("kind") and expect["kind"] != first.kind:
        yield f"kind {first.kind}"
    if "sectors" in expect and list(first.sectors[:1]) != expect["sectors"][:1]:
        yield f"sectors {first.sectors}"


def _identity(expect: Mapping[str, Any], at: Mapping[str, Any], reading: Reading, ids: list[str]) -> Iterator[str]:
    if expect.get("same_as") and not set(ids) & set(_actors(reading, at["same_as"])):
        yield f"not the same as {expect['same_as']}"
    for words, other in zip(expect.get("not_same_as", ()), at.get("not_same_as", ()), strict=True):
        if set(ids) & set(_actors(reading, other)):
            yield f"the same as {words}"


def _actors(reading: Reading, place: list[int]) -> list[str]:
    """The actors of the mentions that stand in these words, those that cover most of them first."""
    start, end = place
    inside: list[Mention] = [m for m in reading.mentions if m.actor and m.start < end and start < m.end]
    inside.sort(key=lambda m: abs(m.start - start) + abs(m.end - end))
    return list(dict.fromkeys(m.actor for m in inside if m.actor))


def _same_name(wanted: str, name: str) -> bool:
    """True where one name has all words of the other, as "Sergei Shoigu" and "Shoigu"."""
    a, b = set(wanted.casefold().split()), set(name.casefold().split())
    return a <= b or b <= a
