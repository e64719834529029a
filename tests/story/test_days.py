"""Days: stretches of whole days."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.schema.time import When
from onrecord.story.days import Days, iso


def days(first: str, end: str) -> Days:
    return Days(date.fromisoformat(first).toordinal(), date.fromisoformat(end).toordinal())


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-03-10", "2024-03-11", days("2024-03-10", "2024-03-11")),
        ("2024-03-10T14:00:00+01:00", "2024-03-10T15:00:00+01:00", days("2024-03-10", "2024-03-11")),
        ("2024-03-10T23:00", "2024-03-11T00:00", days("2024-03-10", "2024-03-11")),
        ("2024-03-01", "2024-04-01", days("2024-03-01", "2024-04-01")),
        ("2024-03-10", None, None),
        (None, "2024-03-10", None),
    ],
)
def test_days_of_a_time(start: str | None, end: str | None, expected: Days | None) -> None:
    """The days that an interval touches; an open one has none."""
    assert Days.of(When(value="x", from_=start, to=end)) == expected


def test_days_that_touch_do_not_overlap() -> None:
    """The end is the first day after."""
    assert not days("2024-03-10", "2024-03-11").overlaps(days("2024-03-11", "2024-03-12"))
    assert days("2024-03-10", "2024-03-12").overlaps(days("2024-03-11", "2024-03-12"))
    assert days("2024-03-10", "2024-03-11").widened(1) == days("2024-03-09", "2024-03-12")


def test_a_day_is_written_as_it_was_read() -> None:
    """An ordinal is the ISO date that it came from."""
    assert iso(date(2024, 2, 29).toordinal()) == "2024-02-29"
