"""Guards: what must or must not stand around a match, so that May the minister and 1500 the price stay out of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from onrecord.times.lexer import Atoms, alphabet

Guard = Callable[[Atoms, re.Match[str]], bool]

_PLAIN_YEARS = range(1900, 2060)
_OLDEST_BARE = 1700  # the first year that is one before a closing bracket: "(erected 1888)"
# After these, and "may", a month is meant; after the second group only where a month stands shortly before.
_MONTH_BEFORE = ("IN", "SINCE", "UNTIL", "FROM", "DURING", "THROUGHOUT", "WITHIN", "BEFORE", "AFTER", "BY")
_MONTH_JOINED = ("AND", "OR", "TO", "HYPHEN", "COMMA")
# What a person heads, so that May and March before it are names.
_OFFICE = frozenset("government cabinet administration ministry premiership campaign family team era".split())
_TIME_BEFORE = (*_MONTH_BEFORE, "BETWEEN", "AT", "FOR", "OF", "ON", "APPROX")


@cache
def _letters(*kinds: str) -> str:
    return "".join(alphabet()[kind] for kind in kinds)


def _before(line: Atoms, match: re.Match[str], *kinds: str) -> bool:
    """True where the word before the match is of one of the classes."""
    i = match.start()
    return i > 0 and line.classes[i - 1] in _letters(*kinds)


def _after(line: Atoms, match: re.Match[str], *kinds: str) -> bool:
    """True where the word after the match is of one of the classes."""
    i = match.end()
    return i < len(line.classes) and line.classes[i] in _letters(*kinds)


def _capital(line: Atoms, i: int) -> bool:
    """True where the i-th atom exists and begins with a capital."""
    return 0 <= i < len(line.starts) and line.text[line.starts[i]].isupper()


def _named(line: Atoms, i: int) -> bool:
    """True where the i-th atom is a word of no time, with a capital: part of a name."""
    return _capital(line, i) and line.classes[i] == alphabet()["OTHER"]


def _month(line: Atoms, match: re.Match[str]) -> bool:
    """A month and not a person, a verb or a walk: "in May", "Kim and Putin met in April"; not "May said"."""
    if match.end() - match.start() > 1 or _before(line, match, *_MONTH_BEFORE, "BETWEEN"):
        return True
    i = match.start()
    if line.classes[i] == alphabet()["MONTH"]:
        return not _named(line, match.end()) or _before(line, match, "OF", "THE", "TO", "HYPHEN")
    if _before(line, match, "THE") and _noun_of_the_calendar(line, match.end()):
        return True
    months = _letters("MONTH", "MAYBE_MONTH", "MONTH_SHORT")
    return _before(line, match, *_MONTH_JOINED) and any(letter in months for letter in line.classes[max(0, i - 4) : i])


def _noun_of_the_calendar(line: Atoms, i: int) -> bool:
    """True where a plain noun follows: "the May election"; not "the March to the sea", not "the May government"."""
    after = line.words[i : i + 1]
    plain = (
        bool(after) and line.classes[i] in _letters("OTHER", "TERM", "TIMES") and line.text[line.starts[i]].islower()
    )
    return plain and after[0] not in _OFFICE


def _year(line: Atoms, match: re.Match[str]) -> bool:
    """A year and not a count: "in 1500", "the 2021 election"; not "1500 pages", "about 2000 soldiers", "the Lomax 2000
    index"."""
    word = line.words[match.end() - 1]
    if _after(line, match, "UNITS"):
        return False
    if match.end() - match.start() > 1 or not word.isdigit():
        return True
    if _named(line, match.start() - 1) and line.words[match.end() : match.end() + 1] == ["index"]:
        return False
    if _after(line, match, "MONEY_WORD", "COUNTED", "THOUSAND", "HUNDRED") or _before(line, match, "MONEY_WORD"):
        return False
    if int(word) in _PLAIN_YEARS:
        return not _before(line, match, "APPROX", "EVERY", "VAGUE") or _before(line, match, "AND")
    if _after(line, match, "RPAR") and int(word) >= _OLDEST_BARE:
        return True
    plural = match.end() < len(line.words) and re.fullmatch(r"[a-z]+s", line.words[match.end()])
    return _before(line, match, *_MONTH_BEFORE, "LPAR", "THE", "OF") and (not plural or _before(line, match, "THE"))


def _year_words(line: Atoms, match: re.Match[str]) -> bool:
    """Two number words as a year: "nineteen ninety-seven"; not "twenty seven"."""
    words = [value for value in line.values[match.start() : match.end()] if value.isdigit()]
    return len(words) == 2 and int(words[0]) in (18, 19, 20) and int(words[1]) >= 10


def _year_range(line: Atoms, match: re.Match[str]) -> bool:
    """Two years in their order: "1939-1945", "from 2009 to 2011"; not "1000 to 1200 men"."""
    first, last = int(line.words[match.start()]), int(line.words[match.end() - 1])
    joint = line.classes[match.start() + 1]
    known = (
        first in _PLAIN_YEARS or joint in _letters("HYPHEN") or _before(line, match, "FROM", "BETWEEN", "IN", "LPAR")
    )
    joined = joint != alphabet()["AND"] or _before(line, match, "BETWEEN")
    return known and joined and first < last <= first + 1000 and not _after(line, match, "MONEY_WORD", "COUNTED")


def _season(line: Atoms, match: re.Match[str]) -> bool:
    """A season of a year: "in spring", "the summer"; not "a summer ban", "the fall of Kabul", "the Prague Spring"."""
    last = match.end() - 1
    if _capital(line, last) and (_named(line, last + 1) or _named(line, match.start() - 1)):
        return False
    falls = line.classes[last] == alphabet()["FALL"]
    if falls and (_after(line, match, "OF", "IN") or not _before(line, match, "IN", "BY", "SINCE", "UNTIL", "DURING")):
        return match.end() - match.start() > 2
    return match.end() - match.start() > 1 or _before(line, match, *_TIME_BEFORE)


def _part_of_day(line: Atoms, match: re.Match[str]) -> bool:
    """A part of the day that the text is at: "in the morning"; not "the morning paper"."""
    return _before(line, match, "IN", "DURING", "BY", "UNTIL", "THROUGHOUT", "SINCE", "AFTER", "BEFORE")


def _unit_the(line: Atoms, match: re.Match[str]) -> bool:
    """The week, month or year that the text is at; not "the day he died", "the week of talks"."""
    if line.classes[match.end() - 2] in _letters("OF") or match.end() - match.start() > 3:
        return True
    return not _after(line, match, "OF", "THAT", "BEFORE", "AFTER", "HYPHEN", "THE", "A", "RELATIVE", "TO")


def _length(line: Atoms, match: re.Match[str]) -> bool:
    """A length of time; not a quarter of something, not the first part of "a year ago"."""
    last = match.end() - 1
    if line.words[last] in ("quarter", "quarters"):
        before = [word for word in line.words[max(0, last - 2) : last] if word != "-"]
        part = before[-1:] in (["a"], ["one"], ["three"])
        return not part or (line.words[last] == "quarters" and not _after(line, match, "OF"))
    counted_out = line.words[last - 1] == "a" and line.words[match.end() : match.end() + 1] == ["when"]
    return not (counted_out or _after(line, match, "OLD", "HYPHEN"))


def _length_vague(line: Atoms, match: re.Match[str]) -> bool:
    """An open number of units: "in years", "for decades"; not "years" as such."""
    if _before(line, match, "JUST"):
        return line.words[match.start() - 2 : match.start() - 1] == ["in"]
    return _before(line, match, "IN", "FOR", "APPROX", "OVER", "AFTER", "WITHIN", "DURING", "UNTIL", "BEFORE")


def _set_word(line: Atoms, match: re.Match[str]) -> bool:
    """A regularity: "weekly talks", "daily U.S. flights"; not the Daily Monitor, not "the daily Le Fleuve"."""
    i = match.start()
    if line.words[i] == "quarterly" and match.end() < len(line.words) and line.words[match.end()].isalpha():
        return False
    if _capital(line, i):
        return i == 0 and not _capital(line, i + 1)
    return not (_named(line, match.end()) and not _initials(line, match.end()))


def _initials(line: Atoms, i: int) -> bool:
    """True for U.S., EU, NATO: a name in capitals."""
    return line.text[line.starts[i] : line.ends[i]].isupper()


def _set_a(line: Atoms, match: re.Match[str]) -> bool:
    """A rate: "15 a year", "$2 million a day", "40 tonnes a month"."""
    if _before(line, match, "MONEY_WORD", "COUNTED", "NUMBER_WORD", "TIMES"):
        return True
    i = match.start()
    counted = _letters(
        "NUMBER_WORD", "DAYNUM", "NUM2", "NUM", "YEARNUM", "DECIMAL", "HUNDRED", "THOUSAND", "DOZENS", "VAGUE"
    )
    if i == 0 or any(c.isdigit() for c in line.words[i - 1]):
        return i > 0
    return line.words[i - 1].endswith("s") and any(letter in counted for letter in line.classes[max(0, i - 5) : i - 1])


def _clock(line: Atoms, match: re.Match[str]) -> bool:
    """A clock time; a bare 16:20 only where "at" or the like stands before it, since it could be a score."""
    bare = match.end() - match.start() == 1 and line.classes[match.start()] in _letters("CLOCK")
    return not bare or _before(
        line, match, "AT", "BY", "UNTIL", "FROM", "BETWEEN", "SINCE", "BEFORE", "AFTER", "APPROX"
    )


def _deictic(line: Atoms, match: re.Match[str]) -> bool:
    """ "Today", "this week" in running text; not in the name of a programme ("VOA Today", ABC's "This Week")."""
    first = match.start()
    if first == 0 or not _capital(line, first):
        return True
    quoted = match.end() - first > 1 and line.words[first - 1] in '"“`'
    return not _capital(line, match.end() - 1) or not (_named(line, first - 1) or quoted)


def _alone(line: Atoms, match: re.Match[str]) -> bool:
    """Nothing follows in the clause: "arrested the day before.", "the year before he had"; not "before the vote"."""
    if _after(line, match, "RELATIVE") and line.words[match.end() + 1 : match.end() + 2] == ["had"]:
        return True
    return match.end() == len(line.words) or not line.words[match.end()][0].isalnum()


def _current(line: Atoms, match: re.Match[str]) -> bool:
    """ "Current" before a noun; not "the present"."""
    return line.words[match.start()] == "current" and not _after(line, match, "UNITS")


def _the_past(line: Atoms, match: re.Match[str]) -> bool:
    """ "In the past"; not "the past president"."""
    after = line.words[match.end() : match.end() + 1]
    return (
        not after
        or not after[0].isalpha()
        or _after(line, match, "AND", "OR", "TO", "FOR", "BY", "ON", "THAT", "IN", "RELATIVE", "THE", "A")
    )


def _future(line: Atoms, match: re.Match[str]) -> bool:
    """ "Future" before a noun: "future wars"; not "its future", "futures"."""
    i = match.end()
    return i < len(line.words) and line.classes[i] == alphabet()["OTHER"] and line.words[i].isalpha()


GUARDS: Mapping[str, Guard] = {
    "month": _month,
    "year": _year,
    "year_words": _year_words,
    "year_range": _year_range,
    "season": _season,
    "part_of_day": _part_of_day,
    "unit_the": _unit_the,
    "length": _length,
    "length_vague": _length_vague,
    "set_word": _set_word,
    "set_a": _set_a,
    "clock": _clock,
    "alone": _alone,
    "current": _current,
    "deictic": _deictic,
    "the_past": _the_past,
    "future": _future,
}
