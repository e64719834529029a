"""Passages: what two texts share word for word, and whether their numbers agree there."""

from __future__ import annotations

import msgspec

from onrecord.story.wording import Words, shapes

LEAST = 5
"""Words of a passage at least: shorter ones are phrases that anybody uses."""
PLACES = 16
"""Of a run that a text repeats so many places are looked at."""
STRIDE = 32
"""Words that are compared at once."""


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
    one, other = runs(first), runs(second)
    places = dict(zip(reversed(other), range(len(other) - 1, -1, -1), strict=True))
    repeated = {run for place, run in enumerate(other) if places[run] != place}
    found: list[Passage] = []
    place = 0
    while place < len(one):
        run = one[place]
        if run in places:
            begin = places[run]
            others = [begin] if run not in repeated else [at for at, also in enumerate(other) if also == run][:PLACES]
            every = (Passage(place, at, length(first, second, place, at)) for at in others)
            found.append(max(every, key=lambda passage: (passage.words, -passage.second)))
            place += found[-1].words
        else:
            place += 1
    return found


def runs(text: Words) -> list[Words]:
    """All runs of as many words as the shortest passage has."""
    return list(zip(*(text[start:] for start in range(LEAST)), strict=False))


def length(first: Words, second: Words, place: int, other: int) -> int:
    """For how many words the two texts go on alike from two places."""
    most = min(len(first) - place, len(second) - other)
    step = LEAST
    while step + STRIDE < most and same_stride(first, second, place + step, other + step):
        step += STRIDE
    while step < most and first[place + step] == second[other + step]:
        step += 1
    return step


def same_stride(first: Words, second: Words, place: int, other: int) -> bool:
    """True where the next words are the same."""
    return first[place : place + STRIDE] == second[other : other + STRIDE]
