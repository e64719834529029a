"""Zones: what a place or an abbreviation adds to a clock time, as an offset from Greenwich on a given day."""

from __future__ import annotations

from calendar import SUNDAY
from datetime import date, timedelta

from onrecord.knowledge.time_words import Zone, zones


def offset(name: str, day: date) -> str:
    """The offset of a zone or a city on a day, as ISO 8601 has it: "Z", "+07:00". Empty where the name is not known."""
    zone = zones().get(name)
    return "" if zone is None else written(zone.minutes + (60 if _summer(zone, day) else 0))


def written(minutes: int) -> str:
    """Minutes east of Greenwich as an ISO 8601 offset; -300 is "-05:00", 0 is "Z"."""
    if not minutes:
        return "Z"
    hours, rest = divmod(abs(minutes), 60)
    return f"{'+' if minutes > 0 else '-'}{hours:02}:{rest:02}"


def minutes_east(offset_: str) -> int:
    """Minutes east of Greenwich of an ISO 8601 offset; 0 for none."""
    if offset_ in ("", "Z"):
        return 0
    minutes = int(offset_[1:3]) * 60 + int(offset_[4:])
    return -minutes if offset_[0] == "-" else minutes


def _summer(zone: Zone, day: date) -> bool:
    """True where the clocks of a zone stand an hour ahead. The day of the change itself counts as changed."""
    y = day.year
    match zone.daylight:
        case "eu":
            return _sunday(y, 3, -1) <= day < _sunday(y, 10, -1)
        case "us":
            return _sunday(y, 3, 2) <= day < _sunday(y, 11, 1)
        case "au":
            return not _sunday(y, 4, 1) <= day < _sunday(y, 10, 1)
        case "nz":
            return not _sunday(y, 4, 1) <= day < _sunday(y, 9, -1)
        case "cl":
            return not _sunday(y, 4, 1) <= day < _sunday(y, 9, 1)
        case "il":
            return _sunday(y, 3, -1) - timedelta(days=2) <= day < _sunday(y, 10, -1)
        case "eg":
            return date(y, 4, 25) <= day < date(y, 10, 31)
    return False


def _sunday(year: int, month: int, number: int) -> date:
    return weekday(year, month, SUNDAY, number)


def weekday(year: int, month: int, day: int, number: int) -> date:
    """The n-th weekday of a month (Monday is 0); with -1 the last."""
    if number < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - day) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(day - first.weekday()) % 7 + 7 * (number - 1))
