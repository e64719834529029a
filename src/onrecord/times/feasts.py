"""Feasts: the day of a holiday in a year."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.knowledge.time_words import holidays
from onrecord.times.zones import weekday


def once(name: str) -> date | None:
    """The day of a name that means one day of history (9/11); None for what comes every year."""
    rule = holidays()[name].rule
    return date.fromisoformat(rule) if rule[:4].isdigit() else None


def yearly(name: str) -> str:
    """The month and day of a holiday that has the same every year: "12-25"; "XX-XX" for one that moves."""
    rule = holidays()[name].rule
    return rule if len(rule) == len("12-25") and rule[2] == "-" else "XX-XX"


def feast(name: str, year: int) -> date:
    """The day of a holiday in a year."""
    rule = holidays()[name].rule
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    if " " in rule:
        month, day, number = rule.split(" ")
        nth, _, later = number.partition("+")
        return weekday(year, int(month), int(day) - 1, int(nth)) + timedelta(days=int(later or 0))
    return date(year, int(rule[:2]), int(rule[3:]))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    n = (h - m + r + 90) // 25
    return date(year, n, (h - m + r + n + 19) % 32)
