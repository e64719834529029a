"""Wording: the words of a text as they are compared with those of others, and which of them are numbers or quoted."""

from __future__ import annotations

import re
from bisect import bisect
from functools import lru_cache

from onrecord.schema.span import Span

Words = tuple[str, ...]
"""The words of a text, as they are compared."""

WORD = re.compile(r"[$€£¥]?\d+(?:[.,/:-]\d+)*|\w+")
"""A word, or a number with the currency before it ("6-3/8", "$1.5")."""
QUOTED = re.compile(r"“[^“”]*?(?:”|(?=\n\s)|$)|\"[^\"]*?(?:\"|(?=\n\s)|$)")
"""What stands between quotation marks, or from one to the end of a paragraph."""
NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()
# "One" is left out: it is a pronoun more often than a number.
VALUES = {word: str(value) for value, word in enumerate(NUMBERS, 2)}
TENS = "thirty forty fifty sixty seventy eighty ninety".split()
VALUES |= {word: str(10 * value) for value, word in enumerate(TENS, 3)}
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
) | frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
CALENDAR = DAYS | MONTHS


@lru_cache(maxsize=1024)
def wording(text: str) -> Words:
    """The words of a text in small letters. Numbers have no commas, and small words for them are numbers: "2"."""
    return tuple(VALUES.get(word, word.replace(",", "")) for word in map(str.casefold, WORD.findall(text)))


@lru_cache(maxsize=128)
def quoted(text: str) -> tuple[bool, ...]:
    """For each word of a text whether it is quoted."""
    spans = [found.span() for found in QUOTED.finditer(text)]
    starts = [start for start, _ in spans]
    places = ((word.start(), bisect(starts, word.start()) - 1) for word in WORD.finditer(text))
    return tuple(number >= 0 and start < spans[number][1] for start, number in places)


@lru_cache(maxsize=128)
def shapes(words: Words) -> tuple[str, ...]:
    """The shape of each word: the word itself, or what kind of number it is: "#", "$#", "#day", "#month". Two issues of
    a bulletin have the same shapes and other words. A month is one beside a number: "may" and "march" are verbs too."""
    return tuple(
        word if word.isalpha() and word not in CALENDAR else shape(words, place) for place, word in enumerate(words)
    )


def shape(words: Words, place: int) -> str:
    """The shape of a word."""
    word = words[place]
    if word in DAYS:
        return "#day"
    if word in MONTHS:
        beside = (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
        return "#month" if any(other[0].isdigit() for other in beside) else word
    if word[0].isdigit():
        return "#"
    return f"{word[0]}#" if word[0] in "$€£¥" else word


def spans(text: str) -> tuple[Span, ...]:
    """Where each word of a text stands, in code points."""
    return tuple(Span(*found.span()) for found in WORD.finditer(text))
