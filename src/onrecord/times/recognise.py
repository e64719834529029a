"""Recognition: which words are time expressions, by which rule of the grammar, and what its slots hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from onrecord.times.guards import GUARDS
from onrecord.times.lexer import Atoms, alphabet, atoms
from onrecord.times.patterns import Rule, Slot, core_words, rules

# What one part of a range tells for the others too: the month of "3 and 5 May", the unit of "60 to 90 days".
_SHARED = frozenset(("month", "year", "unit", "era"))
_WORDS = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(
    r"\d{4}|\d[:/.]\d|['’‘]\d\d|\d0s\b|\d\s?[ap]\.?m|[ap]\.\s?m\.|\bq[1-4]\b|\b[1-4]q\b|\bh[12]\b", re.IGNORECASE
)


class Found(msgspec.Struct, frozen=True):
    """A time expression as recognised: its rule, its atoms (`first` to `last`, exclusive) and what its slots hold."""

    rule: Rule
    line: Atoms
    first: int
    last: int
    slots: Mapping[str, str]

    @property
    def opens(self) -> str:
        """ "since" or "until" where such a word stands before, so that the time is only one end of an interval."""
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


def recognise(text: str, start: int, end: int) -> Iterator[Found]:
    """The time expressions of `text[start:end]`, in order, without overlaps: at each word the longest match wins."""
    if not _worth_reading(text, start, end):
        return
    line = atoms(text, start, end)
    i = 0
    while i < len(line.classes):
        rule, match = _longest(line, i)
        if rule is None or match is None:
            i += 1
            continue
        if rule.reading != "none":
            yield from _expressions(rule, match, line)
        i = match.end()


def _worth_reading(text: str, start: int, end: int) -> bool:
    """True where a stretch has a word or figure that every time expression has: this is most of the speed."""
    return not core_words().isdisjoint(_WORDS.findall(text, start, end)) or bool(_FIGURES.search(text, start, end))


def _longest(line: Atoms, i: int) -> tuple[Rule | None, re.Match[str] | None]:
    """The rule with the longest match from atom `i` on that its guard lets pass; of equals the first."""
    best: tuple[Rule | None, re.Match[str] | None] = (None, None)
    reach = i
    for rule in _candidates(line.classes[i], line.classes[i + 1 : i + 2]):
        match = rule.regex.match(line.classes, i)
        if match and match.end() > reach and (not rule.guard or GUARDS[rule.guard](line, match)):
            best, reach = (rule, match), match.end()
    return best


@cache
def _candidates(letter: str, following: str) -> tuple[Rule, ...]:
    """The rules that may match from a word of one class before a word of another on.

    Most words of a report are of no class of the grammar; before these only the rules of a single word are tried.
    """
    alone = following in ("", alphabet()["OTHER"])
    return tuple(r for r in rules() if letter in r.first and (not alone or r.regex.fullmatch(letter)))


def _expressions(rule: Rule, match: re.Match[str], line: Atoms) -> Iterator[Found]:
    """The whole match, or each marked part of it, completed by what only the other parts say."""
    groups = [(match.span(group), slot) for group, slot in rule.slots.items() if match.start(group) >= 0]
    if not rule.marked:
        slots = _filled(groups, line)
        yield Found(rule, line, match.start(), match.end(), {**rule.given, **slots})
        return
    parts = [match.span(group) for group in rule.marked]
    own = [_filled([g for g in groups if first <= g[0][0] < last], line) for first, last in parts]
    shared = {name: value for slots in reversed(own) for name, value in slots.items() if name in _SHARED}
    for (first, last), slots in zip(parts, own, strict=True):
        yield Found(rule, line, first, last, {**rule.given, **shared, **slots})


def _filled(groups: list[tuple[tuple[int, int], Slot]], line: Atoms) -> dict[str, str]:
    """What the groups of a match put into the slots: the constant of the slot, or the value of the word."""
    return {slot.name: slot.const or line.values[span[0]] for span, slot in groups}
