"""Passages: what two texts share word for word, and whether their numbers agree there."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.story.wording import Words, shapes

LEAST = 5
"""Words of a passage at least: shorter ones are phrases that anybody uses."""
PLACES = 16
"""Of a run that a text repeats so many places are looked at."""


class Passage(msgspec.Struct, frozen=True):
    """A run of `words` words that stands in both texts: from which word on in the first, and in the second."""

    first: int
    second: int
    words: int


class Shared(msgspec.Struct, frozen=True):
    """What two texts share: passages, in the order of the first text, and how many of its numbers and days are the same
    in the second at the same place, or are others."""

    passages: tuple[Passage, ...]
    agreed: int
    differing: int


def shared(first: Words, second: Words) -> Shared:
    """The longest passages that stand in both, from left to right through the first text, with what becomes of the
    numbers in them and beside them."""
    found, forms = passages(first, second), shapes(first)
    agreed: set[int] = set()
    differing: set[int] = set()
    for passage in found:
        for place in around(first, second, passage):
            if "#" in forms[place]:
                same = first[place] == second[place + passage.second - passage.first]
                (agreed if same else differing).add(place)
    return Shared(tuple(found), len(agreed), len(differing - agreed))


def around(first: Words, second: Words, passage: Passage) -> range:
    """The words of a passage and those beside it that are the same but for the numbers and days among them."""
    one, other, apart = shapes(first), shapes(second), passage.second - passage.first
    begin, end = passage.first, passage.first + passage.words
    while min(begin, begin + apart) > 0 and one[begin - 1] == other[begin - 1 + apart]:
        begin -= 1
    most = min(len(one), len(other) - apart)
    while end < most and one[end] == other[end + apart]:
        end += 1
    # A number at the edge whose unit is not the same was converted.
    while begin < passage.first and "#" in one[begin]:
        begin += 1
    while end > passage.first + passage.words and "#" in one[end - 1]:
        end -= 1
    return range(begin, end)


def passages(first: Words, second: Words) -> list[Passage]:
    """The passages. A text of fewer words than a passage needs is one only as a whole."""
    if first == second:
        return [Passage(0, 0, len(first))] if first else []
    places: dict[Words, list[int]] = {}
    for place, run in enumerate(runs(second)):
        places.setdefault(run, []).append(place)
    found: list[Passage] = []
    free = 0
    for place, run in enumerate(runs(first)):
        if place >= free and run in places:
            every = (Passage(place, other, length(first, second, place, other)) for other in places[run][:PLACES])
            found.append(max(every, key=lambda one: (one.words, -one.second)))
            free = place + found[-1].words
    return found


def runs(text: Words) -> Iterator[Words]:
    """All runs of as many words as the shortest passage has."""
    return zip(*(text[start:] for start in range(LEAST)), strict=False)


def length(first: Words, second: Words, place: int, other: int) -> int:
    """For how many words the two texts go on alike from two places."""
    most = min(len(first) - place, len(second) - other)
    step = LEAST
    while step < most and first[place + step] == second[other + step]:
        step += 1
    return step
