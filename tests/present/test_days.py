"""Days and times in words."""

from __future__ import annotations

import pytest

from onrecord.present.days import clock_text, day_text, span_text, when_text
from onrecord.schema.time import Precision, When


@pytest.mark.parametrize(
    ("begins", "ends", "precision", "words"),
    [
        ("2024-03-10", "2024-03-11", "day", "10 March 2024"),
        ("2024-03-10", "2024-03-14", "day", "10 to 13 March 2024"),
        ("2024-02-26", "2024-03-04", "week", "26 February to 3 March 2024"),
        ("2023-12-30", "2024-01-03", "day", "30 December 2023 to 2 January 2024"),
        ("2024-03-01", "2024-04-01", "month", "March 2024"),
        ("2024-01-01", "2024-04-01", "quarter", "January to March 2024"),
        ("2024-01-01", "2025-01-01", "year", "2024"),
        ("2010-01-01", "2020-01-01", "year", "2010 to 2019"),
        ("2024-03-01", None, "month", "from March 2024 on"),
        ("2024-03-10", None, "day", "from 10 March 2024 on"),
        (None, "2024-03-11", "day", "until 10 March 2024"),
        ("2024-03-10T14:30:00+01:00", "2024-03-10T14:31:00+01:00", "minute", "10 March 2024, 14:30 (UTC+01:00)"),
    ],
)
def test_intervals_in_words(begins: str | None, ends: str | None, precision: Precision, words: str) -> None:
    """A half-open interval is told by its last day, whole months and years by their names."""
    assert span_text(begins, ends, precision) == words


def test_an_unknown_time_has_no_words() -> None:
    """What has no ends has no words; a value that is no interval is shown as it is."""
    assert span_text(None, None, None) is None
    assert when_text(None) is None
    assert when_text(When(value="P3D")) == "P3D"


def test_a_day_without_a_clock_time() -> None:
    """A date is a day, nothing is "undated", and a date-time without a zone has none."""
    assert (day_text("2024-03-10T08:00"), day_text(None)) == ("10 March 2024", "undated")
    assert clock_text("2024-03-10T08:00") == "10 March 2024, 08:00"
