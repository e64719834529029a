"""What looks like a time and is none."""

from __future__ import annotations

import pytest

from tests.times.reading import times, values


@pytest.mark.parametrize(
    "text",
    [
        "Mrs May may march on.",
        "Theresa May said the plan would hold.",
        "May the best side win.",
        "They march for peace and may win.",
        "The Sun reported that the sun shone.",
        "It came second and will fall to third.",
        "The second-largest party lost.",
        "The fall of Saigon was filmed.",
        "The Arab Spring began with a vendor.",
        "Spring water is sold here.",
        "They won 3-2, then lost 16-20.",
        "It costs $1,999 or 2000 euros.",
        "About 2000 soldiers and 1,500 police came.",
        "He lives at 10 Downing Street.",
        "Flight 1549 was a Boeing 737.",
        "Resolution 1701 was passed.",
        "A 30-year-old man and a two-year-old girl were saved.",
        "A woman in her 30s was saved.",
        "He lost 12 of 40 seats, or 30 percent.",
        "The Sunday Times reported it.",
        "She won on Super Tuesday.",
        "It changes on a day-to-day basis.",
        "A summer ban was ignored.",
        "Three quarters of voters stayed away.",
        "The number is 555-1234.",
    ],
)
def test_no_time(text: str) -> None:
    """Names, verbs, prices, scores, ages, counts, addresses and models are not times."""
    assert [time.text for time in times(text)] == []


def test_month_and_name_in_one_sentence() -> None:
    """The month is found beside the person and the verb of the same letters."""
    assert values("Mrs May said she may go in May.") == {"May": "2024-05"}


def test_year_and_count_in_one_sentence() -> None:
    """A year is found beside a count of four figures."""
    assert values("Some 2000 soldiers served there in 1999.") == {"1999": "1999"}
