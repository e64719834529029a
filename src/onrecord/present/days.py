"""Days and times in words: "4 September 2023", "10 to 13 September 2023", "September 2023", "since February 2022"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from onrecord.schema.time import Precision, When

_MONTHS = "January February March April May June July August September October November December".split()
_CLOCK: frozenset[str | None] = frozenset(["hour", "minute", "second"])


def when_text(when: When | None) -> str | None:
    """The time of an event or a statement in words, None where there is none."""
    if when is None:
        return None
    return span_text(when.from_, when.to, when.precision) or when.value


def span_text(begins: str | None, ends: str | None, precision: Precision | None) -> str | None:
    """A half-open interval of ISO dates or date-times in words; None where both ends are open."""
    if begins and precision in _CLOCK:
        return clock_text(begins)
    if begins and ends:
        return _closed(date.fromisoformat(begins[:10]), _last(ends))
    if begins:
        return f"from {_unit(date.fromisoformat(begins[:10]), precision)} on"
    if ends:
        return f"until {clock_text(ends) if precision in _CLOCK else _text(_last(ends))}"
    return None


def day_text(value: str | None) -> str:
    """An ISO date or date-time as a day: "4 September 2023"; "undated" where there is none."""
    return _text(date.fromisoformat(value[:10])) if value else "undated"


def clock_text(value: str) -> str:
    """An ISO date-time: "4 September 2023, 14:30 (UTC+09:00)"."""
    if "T" not in value:
        return day_text(value)
    moment = datetime.fromisoformat(value)
    zone = f" ({moment.tzname()})" if moment.tzinfo else ""
    return f"{_text(moment.date())}, {moment:%H:%M}{zone}"


def _last(ends: str) -> date:
    """The last day before the end of a half-open interval."""
    return date.fromisoformat(ends[:10]) - timedelta(days="T" not in ends or ends[11:16] == "00:00")


def _closed(first: date, last: date) -> str:
    if first >= last:
        return _text(first)
    after = last + timedelta(days=1)
    if first.day == 1 and after.day == 1:
        return _whole_months(first, last)
    if first.month == last.month and first.year == last.year:
        return f"{first.day} to {_text(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {_text(last)}"
    return f"{_text(first)} to {_text(last)}"


def _whole_months(first: date, last: date) -> str:
    if first.year == last.year and (first.month, last.month) == (1, 12):
        return str(first.year)
    if first.month == 1 and last.month == 12:
        return f"{first.year} to {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    start = _MONTHS[first.month - 1] + (f" {first.year}" if first.year != last.year else "")
    return f"{start} to {_MONTHS[last.month - 1]} {last.year}"


def _unit(day: date, precision: Precision | None) -> str:
    """The year, month or day that begins on a day."""
    if precision == "year":
        return str(day.year)
    return f"{_MONTHS[day.month - 1]} {day.year}" if precision == "month" else _text(day)


def _text(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
