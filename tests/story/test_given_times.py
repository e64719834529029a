"""Times as a person gives them."""

from __future__ import annotations

import pytest

from onrecord.errors import UsageError
from onrecord.story.given_times import when


@pytest.mark.parametrize(
    ("text", "begins", "ends", "precision"),
    [
        ("2024-03-12", "2024-03-12", "2024-03-13", "day"),
        ("2024-02", "2024-02-01", "2024-03-01", "month"),
        ("2024-12", "2024-12-01", "2025-01-01", "month"),
        ("2024", "2024-01-01", "2025-01-01", "year"),
        ("2024-02-28/2024-03-01", "2024-02-28", "2024-03-02", "day"),
        (" 2024-01/2024-03 ", "2024-01-01", "2024-04-01", "month"),
    ],
)
def test_a_time(text: str, begins: str, ends: str, precision: str) -> None:
    """A day, a month, a year, and from one to another, the last one included."""
    found = when(text)
    assert (found.value, found.from_, found.to, found.precision) == (text.strip(), begins, ends, precision)


@pytest.mark.parametrize(
    "text", ["", "soon", "2024-13", "2024-02-30", "2024-3-1", "2024-03-02/2024-03-01", "2024W10", "/"]
)
def test_no_time(text: str) -> None:
    """Anything else is a usage error."""
    with pytest.raises(UsageError):
        when(text)
