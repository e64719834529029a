"""Recognition: which words are time expressions, by which rule of the grammar, and what its slots hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from onrecord.schema.span import Span
from onrecord.times.guards import GUARDS
from onrecord.times.lexer import Atoms, alphabet, atoms
from onrecord.times.patterns import Rule, core_words, rules

# What one part of a range tells for the others too: the month of "3 and 5 May", the unit of "60 to 90 days".
_SHARED = frozenset(("month", "year", "unit", "era"))
_WORDS = re.compile(r"[^\W\d_]+")
_SPACED = {ord(mark): " " for mark in map(chr, range(128)) if not mark.isalpha()}
_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"\d{4}|\d[:/.]\d|['’‘]\d\d|\d0s\b|\d\s?[ap]\.?m|\bq[1-4]\b|\b[1-4]q\b|\bh[12]\b", re.IGNORECASE)
_HALF_OF_DAY = re.compile(r"[ap]\.\s?m\.", re.IGNORECASE)


class Found(msgspec.Struct, frozen=True):
    """A time expression as recognised: its rule, its atoms (`first` to `last`, exclusive) and what its slots hold.
    `joined` is true for the second time of a range."""

    rule: Rule
    line: Atoms
    first: int
    last: int
    slots: Mapping[str, str]
    joined: bool = False

    @property
    def opens(self) -> str:
        """ "since" or "until" where such a word stands before, so that the time is only one end of an interval."""
        if self.joined:
            return ""
        before = self.line.classes[self.first - 1] if self.first else ""
        return next((word for word in ("since", "until") if before == alphabet()[word.upper()]), "")

    @property
    def place(self) -> str:
        """The city that the words after tell: "10 a.m. in New York"."""
        after = self.line.classes[self.last : self.last + 2]
        return self.line.values[self.last + 1] if after == alphabet()["IN"] + alphabet()["CITY"] else ""

    @property
    def start(self) -> int:
        return self.line.starts[self.first]

    @property
    def end(self) -> int:
        return self.line.ends[self.last - 1]


class _Hit(msgspec.Struct, frozen=True, gc=False):
    """A match of a rule."""

    rule: Rule
    match: re.Match[str]


def recognise(text: str, start: int, end: int) -> Iterator[Found]:
    """The time expressions of `text[start:end]`, in order, without overlaps: at each word the longest match wins."""
    if not _worth_reading(text, start, end):
        return
    line = atoms(text, start, end)
    i = 0
    while (opener := _openers().search(line.classes, i)) is not None:
        i = opener.start()
        hit = _longest(line, i)
        if hit is None:
            i += 1
            continue
        if hit.rule.reading != "none":
            yield from _expressions(hit, line)
        i = hit.match.end()


def _worth_reading(text: str, start: int, end: int) -> bool:
    """True where a stretch has a word or figure that every time expression has: this is most of the speed."""
    if not core_words().isdisjoint(_words(text[start:end])):
        return True
    if _DIGIT.search(text, start, end) and _FIGURES.search(text, start, end):
        return True
    return _HALF_OF_DAY.search(text, start, end) is not None


def _words(text: str) -> list[str]:
    """The words of a stretch, without figures and marks; of plain English letters, in the faster way."""
    return text.translate(_SPACED).split() if text.isascii() else _WORDS.findall(text)


def _longest(line: Atoms, i: int) -> _Hit | None:
    """The longest match from atom `i` on that its guard lets pass; of equals the one of the first rule."""
    best: _Hit | None = None
    reach = i
    for rule in _candidates(line.classes[i], line.classes[i + 1 : i + 2]):
        match = rule.regex.match(line.classes, i)
        if match and match.end() > reach and (not rule.guard or GUARDS[rule.guard](line, match)):
            best, reach = _Hit(rule, match), match.end()
    return best


@cache
def _openers() -> re.Pattern[str]:
    """A word of a class with which some rule begins."""
    return re.compile(f"[{''.join(sorted({letter for rule in rules() for letter in rule.first}))}]")


@cache
def _candidates(letter: str, following: str) -> tuple[Rule, ...]:
    """The rules that may match from a word of one class before a word of another on.

    Most words of a report are of no class of the grammar; before these only the rules of a single word are tried.
    """
    alone = following in ("", alphabet()["OTHER"])
    return tuple(r for r in rules() if letter in r.first and (not alone or r.regex.fullmatch(letter)))


def _expressions(hit: _Hit, line: Atoms) -> Iterator[Found]:
    """The whole match, or each marked part of it, completed by what only the other parts say."""
    rule, match = hit.rule, hit.match
    if not rule.marked:
        slots = _filled(hit, line, Span(match.start(), match.end()))
        yield Found(rule, line, match.start(), match.end(), {**rule.given, **slots})
        return
    parts = [Span(*match.span(group)) for group in rule.marked]
    own = [_filled(hit, line, part) for part in parts]
    shared = {name: value for slots in reversed(own) for name, value in slots.items() if name in _SHARED}
    for number, (part, slots) in enumerate(zip(parts, own, strict=True)):
        yield Found(rule, line, part.start, part.end, {**rule.given, **shared, **slots}, number > 0)


def _filled(hit: _Hit, line: Atoms, part: Span) -> dict[str, str]:
    """What the groups of a match within some atoms put into the slots: the slot's constant, or the word's value."""
    found: dict[str, str] = {}
    for group, slot in hit.rule.slots.items():
        at = hit.match.start(group)
        if part.start <= at < part.end:
            found[slot.name] = slot.const or line.values[at]
    return found
