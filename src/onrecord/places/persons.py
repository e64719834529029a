"""Persons: the words of an article that are parts of the names of persons and firms, so that they are no towns."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.knowledge.gazetteer_words import PlaceWords
from onrecord.places.lines import Line
from onrecord.places.need import is_solid
from onrecord.places.spot import Spot


def surnames(line: Line, spots: tuple[Spot, ...], words: PlaceWords) -> Iterator[str]:
    """The words of a line that are parts of the names of persons and firms: "hilton" of "Paris Hilton".

    The last word of a run of capitals that is not a place's, a large place's only after a given name; and the first,
    where it is known as a given name and a word that no large place is called by follows.
    """
    if line.headline or line.capitals:
        return
    large = {spot.last for spot in spots if is_solid(spot, words)}
    ends = {index: spot.last for spot in spots for index in range(spot.first, spot.last)}
    for first, last in _runs(line, words):
        if ends.get(first, 0) >= last:
            continue
        end, before = line.units[last - 1], line.units[last - 2]
        if _is_part(end.key, words) or before.key in words.direction or before.key in words.never:
            continue
        if last not in large:
            yield end.key
            if line.units[first].key in words.name:
                yield line.units[first].key
        elif before.key in words.name:
            yield end.key


def _runs(line: Line, words: PlaceWords) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, without those that a sentence's start puts there."""
    start = end = -1
    for index in line.raised:
        unit = line.units[index]
        if unit.key in words.function or unit.glued:
            continue
        if index != end:
            if end - start > 1:
                yield start, end
            start = index
        end = index + 1
    if end - start > 1:
        yield start, end


def _is_part(key: str, words: PlaceWords) -> bool:
    """True for the words that names of bodies, offices and firms are made of."""
    return any(key in kind for kind in (words.outlet, words.body, words.head, words.title, words.function))
