"""Numeric dates: 25/12/2021, 03/04/2021, 2021/03/04, 24.12.2021."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.times.periods import Period, day_of
from onrecord.times.reference import WRITTEN, Answer, Reference, dated

_LAST_TWO_DIGIT_YEAR = 10  # how many years ahead of publication '31 may lie


def numbers(text: str) -> tuple[int, ...]:
    """The three numbers of a numeric date."""
    return tuple(int(number) for number in text.replace(".", "/").replace("-", "/").split("/"))


def full_year(short: int, ref: Reference) -> int:
    """The year that two digits mean: the last such year, up to ten years after publication."""
    latest = (ref.now.year if ref.now else 2030) + _LAST_TWO_DIGIT_YEAR
    return latest - (latest - short) % 100


def numeric(text: str, ref: Reference) -> Answer | None:
    """The reading of a numeric date; None where there is no such day.

    2021/03/04 is year first; 25/12/2021 can be read in one way only. For 03/04/2021 the order is that of the document's
    other dates or of the outlet's country (`ref.day_first`); with dots it is day first; else both readings are kept.
    """
    a, b, c = numbers(text)
    if a > 31:
        return _only(day_of(a, b, c))
    year = c if c > 99 else full_year(c, ref)
    month_first, day_first = day_of(year, a, b), day_of(year, b, a)
    if month_first is None or day_first is None or month_first == day_first:
        return _only(month_first or day_first)
    order = True if "." in text and ref.day_first is None else ref.day_first
    if order is None:
        return replace(dated(month_first, "order of day and month not told", day_first), ambiguous=True)
    return dated(day_first, "day first", month_first) if order else dated(month_first, "month first", day_first)


def _only(day: Period | None) -> Answer | None:
    return dated(day, WRITTEN) if day else None
