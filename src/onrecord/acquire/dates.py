"""Publication dates: ISO 8601 as the contract has it, and the written forms of headers, tables and pages.

Nothing here looks at a clock, and nothing is guessed: a date that can be read in two ways (05/09/2023) is refused.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

# Newspapers begin in 1605; years outside are empty fields ("0001-01-01") and slips of the pen.
FIRST_YEAR, LAST_YEAR = 1600, 2199

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
            "aug august", "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK = r"(?:(?:,|\s+at|\s*[-–|])?\s*\d{1,2}[:.]\d\d.*)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WRITTEN = (
    re.compile(rf"{_WEEKDAY}{MONTH}\s+{_DAY},?\s+{_YEAR}\b{_CLOCK}", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}{_DAY}[\s-](?:of\s+)?{MONTH}[\s,-]+{_YEAR}\b{_CLOCK}", re.IGNORECASE),
    re.compile(rf"{_YEAR}[/.](?P<month>\d{{1,2}})[/.]{_DAY}{_CLOCK}"),
    re.compile(rf"{_DAY}\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}{_CLOCK}"),
)
_SLASHES = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})/{_YEAR}{_CLOCK}")
_ATTEMPT = re.compile(r"\b[12]\d{3}\b|\d+[-/.]\d+[-/.]\d+|\b\d{8}\b")


def iso(value: str) -> str:
    """An ISO 8601 date or date-time in its extended form ("20230905" gives "2023-09-05").

    Raises ValueError, with words for a user, where it is none or does not exist in the calendar.
    """
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{value!r} is not a date: write it as 2023-09-05 or 2023-09-05T14:00:00+09:00") from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"{value!r} is not a date of publication: years {FIRST_YEAR} to {LAST_YEAR} are taken")
    if _ISO_DAY.match(value):
        return value[:10] if len(value) == 10 else f"{value[:10]}T{value[11:]}"
    return moment.date().isoformat() if "T" not in value and len(value) <= 10 else moment.isoformat()


def written(value: str) -> str:
    """A date as headers, tables and pages write it, as ISO 8601.

    Read are ISO 8601, "September 5, 2023", "Tue, 5 Sept 2023", "2023/09/05", "05.09.2023", "9/25/2023" (one reading
    only), RFC 2822 with its time. Of the other forms a time of day is dropped: its zone is not told. Raises ValueError.
    """
    value = value.strip()
    try:
        return iso(value)
    except ValueError as error:
        day = _written_day(value)
        if day is None:
            raise ValueError(_why_not(value, error)) from None
        return _rfc2822(value) or day


def attempted(value: str) -> bool:
    """True where a value is meant as a full date, right or wrong ("2023-13-45", not "Tuesday" or "2 hours ago")."""
    return _ATTEMPT.search(value) is not None


def day_of(year: int, month: int, day: int) -> str | None:
    """The ISO date of a year, month and day; None where there is no such day."""
    try:
        return date(year, month, day).isoformat() if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def month_number(name: str) -> int:
    """The number of a month, by its English name, short or long, or its digits."""
    return int(name) if name.isdigit() else MONTHS[name.lower().rstrip(".")]


def _written_day(value: str) -> str | None:
    for form in _WRITTEN:
        if match := form.fullmatch(value):
            return day_of(int(match["year"]), month_number(match["month"]), int(match["day"]))
    if match := _SLASHES.fullmatch(value):
        first, second, year = int(match[1]), int(match[2]), int(match["year"])
        readings = {day_of(year, first, second), day_of(year, second, first)} - {None}
        return readings.pop() if len(readings) == 1 else None
    return None


def _rfc2822(value: str) -> str | None:
    """The date-time of an RFC 2822 date that tells time and zone ("Tue, 05 Sep 2023 14:00:00 +0900")."""
    if not re.search(r"\d\d:\d\d:\d\d\s+(?:[+-]\d{4}|GMT|UTC?)$", value):
        return None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError):
        return None


def _why_not(value: str, error: ValueError) -> str:
    if _SLASHES.fullmatch(value):
        return f"{value!r} is no date, or can be read in two ways: write it as 2023-09-05"
    return str(error)
