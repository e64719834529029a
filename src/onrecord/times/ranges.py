"""Ranges: the two times of "from Friday to Monday", made to follow each other.

Each of the two is first read by itself. Where the second would then come before the first, the one that the words tell
least about is moved: by a week where they are weekdays, by a year where they are months or days of one.
"""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import replace

from onrecord.times.lexer import alphabet
from onrecord.times.periods import Period, shift
from onrecord.times.recognise import Found
from onrecord.times.reference import WRITTEN, Answer

ORDERED = "in the order of the range"
_WEEK = 7
_JOINTS = ("TO", "UNTIL", "HYPHEN")


class Ends(msgspec.Struct, frozen=True):
    """The answers for the two times of a range."""

    first: Answer
    second: Answer


def joins(first: Found, second: Found) -> bool:
    """True where two expressions are the ends of a range: "from 3 May to 7 June", "between June and August"."""
    letters = alphabet()
    between = first.line.classes[first.last : second.first]
    before = first.line.classes[first.first - 1] if first.first else ""
    if between == letters["AND"]:
        return before == letters["BETWEEN"]
    return between in [letters[joint] for joint in _JOINTS]


def ordered(ends: Ends, now: date | None) -> Ends:
    """The ends with the second after the first."""
    first, second = ends.first.period, ends.second.period
    if first is None or second is None or not _alike(first, second):
        return ends
    if ends.second.rule == WRITTEN and ends.first.rule != WRITTEN:
        return replace(ends, first=_moved(ends.first, _back_before(first, second)))
    if second.start >= first.start:
        return ends
    ahead = ends.first.rule == WRITTEN or (now is not None and second.start > now)
    if ahead:
        return replace(ends, second=_moved(ends.second, _step(second, first, 1)))
    return replace(ends, first=_moved(ends.first, _step(first, second, -1)))


def _alike(first: Period, second: Period) -> bool:
    """True for two days, months or seasons; days and clock times count as alike."""
    units = {"day" if period.unit == "minute" else period.unit for period in (first, second)}
    return units <= {"day"} or units <= {"month"} or units <= {"season"}


def _step(period: Period, other: Period, side: int) -> Period:
    """The period a week on (or back), where that puts the two in order, else a year."""
    near = abs((period.start - other.start).days) < _WEEK and period.unit != "month"
    return _shifted(period, "week" if near else "year", side)


def _back_before(period: Period, other: Period) -> Period:
    """The last such period of a year that does not begin after the other."""
    same = _shifted(period, "year", other.start.year - period.start.year)
    return same if same.start <= other.start else _shifted(same, "year", -1)


def _shifted(period: Period, unit: str, count: int) -> Period:
    """The period some units on; the same one at the ends of the calendar."""
    if not 1 < period.start.year + count < date.max.year:
        return period
    moved = shift(replace(period, clock="", part=""), unit, count)
    return replace(period, start=moved.start)


def _moved(answer: Answer, period: Period) -> Answer:
    """An answer moved to another period; what it was before is no alternative, since the range excludes it."""
    return answer if period == answer.period else replace(answer, period=period, rule=ORDERED, alternatives=())
