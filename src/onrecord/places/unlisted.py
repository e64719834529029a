"""Unlisted names: places that their words give away, though the gazetteer does not have them or means another by them.

"Rest Acres Road", "the village of Xinmo", "Abbasiya neighbourhood", "McKee, Ky.": found as place names, without a
place. "Kabul Airport" and "Kakuma Camp" lie where they are called after and keep the places of that name.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.knowledge.gazetteer_words import PlaceWords
from onrecord.places.lines import Line, Unit
from onrecord.places.spot import Spot

_LOCAL = frozenset("airport airfield airbase port seaport harbor harbour camp".split())
_DIVISION = frozenset(
    "county counties province governorate oblast prefecture district region township parish municipality".split()
)
_BEFORE = frozenset("in at near on off from to of outside inside across along between and around through into".split())
_PARTS = _DIVISION | frozenset("village villages suburb suburbs neighborhood neighbourhood provinces districts".split())
_TOWNS = _PARTS | frozenset("town towns hamlet settlement".split())
_LONGEST = 5


def with_unlisted(line: Line, spots: list[Spot], words: PlaceWords) -> list[Spot]:
    """The spots of a line, those that go on with a head noun made longer, and the unlisted names put between them."""
    longer = [_longer(line, spot, words) for spot in spots]
    taken = {index for spot in longer for index in range(spot.first, spot.last)}
    if line.headline or line.capitals:
        return longer
    new = [spot for spot in _new(line, longer, words) if taken.isdisjoint(range(spot.first, spot.last))]
    return sorted([*longer, *new], key=lambda spot: spot.first)


def _longer(line: Line, spot: Spot, words: PlaceWords) -> Spot:
    """A spot with the head noun that follows it in capitals: "Adair County" of "Adair", "Seaton Road" of "Seaton"."""
    head = line.at(spot.last)
    if spot.short or spot.country or head is None or not _is_head(head, words) or line.headline:
        return spot
    end = line.units[spot.last - 1].key
    if f"{spot.key} {head.key}" in words.never or end in words.outlet or end in words.head:
        return spot
    after = line.at(spot.last + 1)
    if after is not None and after.key and after.capital and after.key not in words.body | words.title | words.function:
        return spot
    first, entries = spot.first, spot.entries
    if head.key in _DIVISION:
        entries = tuple(entry for entry in entries if entry.kind in ("region", "county"))
    elif head.key not in _LOCAL:
        first, entries = _leftmost(line, first, words), ()
    return msgspec.structs.replace(spot, first=first, last=spot.last + 1, key=f"{spot.key} {head.key}", entries=entries)


def _leftmost(line: Line, first: int, words: PlaceWords) -> int:
    """Where the capitals before a unit start: "North Jackson Highway" begins at "North"."""
    while first and _is_name(line.units[first - 1], words) and not line.units[first].glued:
        first -= 1
    return first


def _is_head(unit: Unit, words: PlaceWords) -> bool:
    return unit.capital and unit.key in words.head


def _new(line: Line, spots: list[Spot], words: PlaceWords) -> Iterator[Spot]:
    starts = {spot.first: spot for spot in spots}
    last = 0
    for first in line.raised:
        if first < last:
            continue
        last = _run(line, first, words)
        if last > first and _gives_away(line, first, last, starts, words):
            yield Spot(first, last, " ".join(unit.key for unit in line.units[first:last]))


def _run(line: Line, first: int, words: PlaceWords) -> int:
    """The end of the capitalised words that start at a unit; the unit itself where it starts none."""
    index = first
    while (unit := line.at(index)) is not None and _is_name(unit, words):
        index += 1
    return index if index - first <= _LONGEST else first


def _is_name(unit: Unit, words: PlaceWords) -> bool:
    return bool(unit.key) and unit.capital and unit.key not in words.function and unit.key not in words.never


def _gives_away(line: Line, first: int, last: int, starts: dict[int, Spot], words: PlaceWords) -> bool:
    """True where the words beside a run of capitals, or its last, say that it is a place."""
    before, after = line.at(first - 1), line.at(last)
    if before is not None and before.key == "of" and _is_one(line.at(first - 2), _TOWNS):
        return True
    comma = starts.get(last + 1)
    if after is not None and after.text == "," and comma is not None and comma.short:
        return last - first <= 2
    if line.units[first].tag.startswith("JJ") or " ".join(u.key for u in line.units[first:last]) in words.never:
        return False
    led = before is not None and before.key in _BEFORE | {"the"}
    if led and last - first > 1 and _is_head(line.units[last - 1], words):
        if line.units[last - 2].key in words.outlet or line.units[last - 2].key in words.body:
            return False  # "Box Elder School District"
        return after is None or not after.capital
    if any(unit.key in words.outlet or unit.key in words.direction for unit in line.units[first:last]):
        return False
    return led and first > 0 and last - first <= 2 and _is_one(after, _PARTS)


def _is_one(unit: Unit | None, nouns: frozenset[str]) -> bool:
    return unit is not None and not unit.capital and unit.key in nouns
