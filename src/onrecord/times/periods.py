"""Periods: the stretches of the calendar that expressions name, with their TIMEX3 values and half-open intervals."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Literal, cast

import msgspec

from onrecord.schema.time import Precision

Unit = Literal[
    "century", "decade", "year", "half", "season", "quarter", "month", "week", "weekend", "day", "hour", "minute"
]

_MONTHS = {"century": 1200, "decade": 120, "year": 12, "half": 6, "season": 3, "quarter": 3, "month": 1}
_DAYS = {"week": 7, "fortnight": 14, "weekend": 7, "day": 1}
_FINENESS = (
    "century", "decade", "year", "half", "season", "quarter", "month", "week", "weekend", "day", "hour", "minute",
)  # fmt: skip
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_CODES = {month: code for code, month in _SEASONS.items()}
_PRECISION: dict[str, Precision] = {
    "century": "year", "decade": "year", "year": "year", "half": "quarter", "season": "quarter", "quarter": "quarter",
    "month": "month", "week": "week", "weekend": "week", "day": "day", "hour": "hour", "minute": "minute",
}  # fmt: skip


class Period(msgspec.Struct, frozen=True, gc=False):
    """A calendar period: its unit and its first day. A part of a day (`part` is MO, AF, EV or NI) and a clock time
    (`clock` is HH:MM or HH:MM:SS, `offset` is Z, +07:00 or empty where the text does not tell it) have the unit day or
    minute and stand on their day."""

    unit: Unit
    start: date
    part: str = ""
    clock: str = ""
    offset: str = ""

    @property
    def end(self) -> date:
        """The day after the last; for clock times, the day after theirs."""
        if self.unit == "weekend":
            return self.start + timedelta(days=2)
        return add(self.start, "day" if self.unit == "minute" else self.unit, 1)

    @property
    def value(self) -> str:
        """The TIMEX3 value: "2023-09-04", "2023-W35", "2023-Q3", "2023-09-05T16:20+07:00" ..."""
        if self.clock:
            return f"{self.start}T{self.clock}{self.offset}"
        if self.part:
            return f"{self.start}T{self.part}"
        return _VALUES[self.unit](self.start)

    @property
    def precision(self) -> Precision:
        if self.clock.count(":") == 2:
            return "second"
        return _PRECISION[self.unit]

    @property
    def interval(self) -> tuple[str, str]:
        """From and to (exclusive), in ISO 8601: days, or date-times for a clock time."""
        if not self.clock:
            return self.start.isoformat(), self.end.isoformat()
        day, clock = (self.end, "00:00") if self.clock == "24:00" else (self.start, self.clock)
        begin = datetime.fromisoformat(f"{day}T{clock}{self.offset}")
        length = timedelta(seconds=1) if self.precision == "second" else timedelta(minutes=1)
        return _moment(begin, self.offset), _moment(begin + length, self.offset)

    def finer_than(self, unit: str) -> bool:
        """True where this period lies within one `unit`, or is one."""
        return _FINENESS.index(self.unit) >= _FINENESS.index(unit)


def of(unit: str, day: date) -> Period:
    """The period of a unit that holds a day."""
    return Period(_COUNTED.get(unit) or cast(Unit, unit), _STARTS[unit](day))


def season(code: str, year: int) -> Period:
    """The season that begins in a year: spring on 1 March, winter on 1 December (of the northern half of the world)."""
    return Period("season", date(year, _SEASONS[code], 1))


def day_of(year: int, month: int, day: int) -> Period | None:
    """A day of the calendar; None where there is no such day."""
    try:
        return Period("day", date(year, month, day))
    except ValueError:
        return None


def shift(period: Period, unit: str, count: int) -> Period:
    """The period `count` units later, of the same kind: the third quarter a year on, the same day two months on."""
    return of(period.unit, add(period.start, unit, count))


def add(day: date, unit: str, count: int) -> date:
    """A day plus a number of units; the day of the month is cut to what the month has.

    Raises OverflowError or ValueError outside of the years 1 to 9999.
    """
    if unit in _DAYS:
        return day + timedelta(days=_DAYS[unit] * count)
    year, month = divmod(day.year * 12 + day.month - 1 + _MONTHS[unit] * count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _moment(moment: datetime, offset: str) -> str:
    text = moment.isoformat(timespec="seconds" if moment.second else "minutes")
    return text.replace("+00:00", "Z") if offset == "Z" else text


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _season_start(day: date) -> date:
    month = day.month - day.month % 3
    return date(day.year, month, 1) if month else date(max(1, day.year - 1), 12, 1)


_COUNTED: dict[str, Unit] = {"fortnight": "week", "minute": "day", "hour": "day"}  # finer or odd units stand on days
_STARTS: dict[str, Callable[[date], date]] = {
    "century": lambda day: date(max(1, day.year // 100 * 100), 1, 1),
    "decade": lambda day: date(max(1, day.year // 10 * 10), 1, 1),
    "year": lambda day: date(day.year, 1, 1),
    "half": lambda day: date(day.year, 1 if day.month < 7 else 7, 1),
    "season": _season_start,
    "quarter": lambda day: date(day.year, day.month - (day.month - 1) % 3, 1),
    "month": lambda day: day.replace(day=1),
    "week": _monday,
    "fortnight": _monday,
    "weekend": lambda day: _monday(day) + timedelta(days=5),
    "day": lambda day: day,
    "hour": lambda day: day,
    "minute": lambda day: day,
}
_VALUES: dict[str, Callable[[date], str]] = {
    "century": lambda day: f"{day.year // 100:02}",
    "decade": lambda day: f"{day.year // 10:03}",
    "year": lambda day: f"{day.year:04}",
    "half": lambda day: f"{day.year:04}-H{1 + day.month // 7}",
    "season": lambda day: f"{day.year:04}-{_SEASON_CODES[day.month]}",
    "quarter": lambda day: f"{day.year:04}-Q{1 + (day.month - 1) // 3}",
    "month": lambda day: f"{day.year:04}-{day.month:02}",
    "week": _week_value,
    "weekend": lambda day: f"{_week_value(day)}-WE",
    "day": date.isoformat,
}
