"""The day in a dateline, where its year is known: `GENEVA, March 3 (AP) -` on a page of /2023/03/04/."""

from __future__ import annotations

import re
from datetime import date

from onrecord.acquire.dates import MONTH, day_of, month_number

_PLACE = r"[^\W\d_a-z][^\Wa-z\d_]+(?:[ .'’/-]+[^\Wa-z\d_]+)*\.?(?:, [A-Z][\w. ]{1,20}?)?"
_DAY = r"(?P<day>\d{1,2})"
_DATE = rf"(?:{MONTH}\s+{_DAY}|{_DAY.replace('day', 'day2')}\s+{MONTH.replace('month', 'month2')})"
_DATELINE = re.compile(
    rf"^[ \t]*{_PLACE}(?:,|\s*[-–—:]+)\s*(?i:{_DATE})(?:,?\s+(?P<year>\d{{4}}))?\s*"
    r"(?:\([^()\n]{2,40}\)\s*)?(?:[-–—:]|$)",
    re.MULTILINE,
)
_NAMED_DAY = re.compile(r"(?<!\d)((?:1[6-9]|2[01])\d\d)([-_/.]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
_NAMED_YEAR = re.compile(r"/((?:1[6-9]|2[01])\d\d)/")
# Datelines stand within the first lines of a report; captions and bylines may come before.
_HEAD = 1500
_NEAR = 7


def published(text: str, name: str | None) -> str | None:
    """The ISO date of the dateline at the beginning of a text, None where there is none or its year is unknown.

    The year is the dateline's own ("NICOSIA - 2 December 2025"), or that of a date in `name`, which is the address or
    the file name of the report; a full date there must lie within a week of the dateline.
    """
    match = _DATELINE.search(text[:_HEAD])
    if match is None:
        return None
    month, day = month_number(match["month"] or match["month2"]), int(match["day"] or match["day2"])
    if match["year"]:
        return day_of(int(match["year"]), month, day)
    return _with_year(month, day, name) if name else None


def named_day(name: str) -> date | None:
    """The date in an address or a file name (".../2023/09/05/...", "2023-09-05-visit.txt"), if there is one."""
    for match in _NAMED_DAY.finditer(name):
        if found := day_of(int(match[1]), int(match[3]), int(match[4])):
            return date.fromisoformat(found)
    return None


def _with_year(month: int, day: int, name: str) -> str | None:
    if near := named_day(name):
        years = (day_of(near.year + step, month, day) for step in (-1, 0, 1))
        close = [found for found in years if found and abs((date.fromisoformat(found) - near).days) <= _NEAR]
        return close[0] if close else None
    year = _NAMED_YEAR.search(name)
    return day_of(int(year[1]), month, day) if year else None
