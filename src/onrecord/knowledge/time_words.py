"""The words and the grammar of time expressions, and the tables of holidays and time zones, as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

import msgspec

from onrecord.knowledge.rows import Row, packaged, rows

WORDS, RULES, ZONES, HOLIDAYS = "time_words.tsv", "time_rules.tsv", "time_zones.tsv", "holidays.tsv"
DIRECTION = "time_direction.tsv"


class Word(msgspec.Struct, frozen=True, gc=False):
    """What a word or phrase is to the grammar: its class (`kind`), its value, whether it must begin with a capital."""

    kind: str
    value: str
    capital: bool = False


class Phrase(msgspec.Struct, frozen=True):
    """A word of several tokens: those after the first, in lower case, and what it is to the grammar."""

    rest: tuple[str, ...]
    word: Word


class Lexicon(msgspec.Struct, frozen=True):
    """Every word by its lower-case form; phrases by their first token, the longest first."""

    words: Mapping[str, Word]
    phrases: Mapping[str, tuple[Phrase, ...]]


class GrammarRow(msgspec.Struct, frozen=True):
    """One row of the grammar: a set, a part or a rule. `row` names the line for error messages."""

    kind: str
    name: str
    reading: str
    guard: str
    given: str
    pattern: str
    example: str
    row: Row


class Zone(msgspec.Struct, frozen=True):
    """A time zone: minutes east of Greenwich in winter, and the daylight saving rule (`eu`, `us` ..., empty: none)."""

    minutes: int
    daylight: str = ""


class Holiday(msgspec.Struct, frozen=True):
    """A named day. `rule` is `MM-DD`, `easter+N`, `MM weekday n` (n from 1, or -1 for the last) or a full ISO date."""

    name: str
    rule: str


@cache
def lexicon() -> Lexicon:
    """All words of the grammar: time words, number words, holidays, zones and the cities that have a known zone."""
    words: dict[str, Word] = {}
    phrases: dict[str, list[Phrase]] = {}
    for text, word in _entries():
        tokens = text.split(" ")
        if len(tokens) == 1:
            words.setdefault(text, word)
        else:
            phrases.setdefault(tokens[0], []).append(Phrase(tuple(tokens[1:]), word))
    ordered = {first: tuple(sorted(found, key=lambda p: -len(p.rest))) for first, found in phrases.items()}
    return Lexicon(MappingProxyType(words), MappingProxyType(ordered))


@cache
def grammar() -> tuple[GrammarRow, ...]:
    """The sets, parts and rules of the grammar, in the order of the file."""
    return tuple(_grammar_row(row) for row in rows(RULES, packaged(RULES), 7))


@cache
def direction_words() -> Mapping[str, frozenset[str]]:
    """The words by which a bare date points to the past or the future, by their class."""
    found = rows(DIRECTION, packaged(DIRECTION), 2)
    return MappingProxyType({row.cells[0]: frozenset(row.cells[1].split(", ")) for row in found})


@cache
def zones() -> Mapping[str, Zone]:
    """Time zones by the lower-case abbreviation or city name that tells them."""
    return MappingProxyType(
        {name: Zone(int(row.cells[1]), row.cells[2]) for row in _zone_rows() for name in row.cells[3].split(", ")}
    )


@cache
def holidays() -> Mapping[str, Holiday]:
    """Holidays by each of their lower-case names."""
    return MappingProxyType(
        {name: Holiday(*row.cells[:2]) for row in _holiday_rows() for name in row.cells[2].split(", ")}
    )


def _grammar_row(row: Row) -> GrammarRow:
    kind, name, reading, guard, given, pattern, example = row.cells
    return GrammarRow(kind, name, reading, guard, given, pattern, example, row)


def _zone_rows() -> Iterator[Row]:
    """Columns: kind (ZONE or CITY), minutes, daylight, names."""
    return rows(ZONES, packaged(ZONES), 4)


def _holiday_rows() -> Iterator[Row]:
    """Columns: name, rule, spellings."""
    return rows(HOLIDAYS, packaged(HOLIDAYS), 3)


def _entries() -> Iterator[tuple[str, Word]]:
    yield from _numbers()
    for row in rows(WORDS, packaged(WORDS), 4):
        kind, value, case, spellings = row.cells
        if case not in ("", "cap"):
            raise row.error(f"case is {case!r}: it may be empty or `cap`")
        for text in spellings.split(", "):
            yield text, Word(kind, value, case == "cap")
    for row in _holiday_rows():
        for text in row.cells[2].split(", "):
            yield text, Word("HOLIDAY", text, True)
    for row in _zone_rows():
        for text in row.cells[3].split(", "):
            yield text, Word(row.cells[0], text, True)


_ONES = "one two three four five six seven eight nine".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def _numbers() -> Iterator[tuple[str, Word]]:
    """Number words from twenty-one on, with a hyphen and without."""
    for ten, tens in zip(range(20, 100, 10), _TENS, strict=True):
        for one, (cardinal, ordinal) in enumerate(zip(_ONES, _ORDINALS, strict=True), start=1):
            for joint in (" ", " - "):
                yield f"{tens}{joint}{cardinal}", Word("NUMBER_WORD", str(ten + one))
                yield f"{tens}{joint}{ordinal}", Word("ORDINAL_WORD", str(ten + one))
