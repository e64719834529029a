"""The order of day and month in numeric dates."""

from __future__ import annotations

import pytest

from tests.times.reading import times


def test_order_not_told() -> None:
    """Where nothing tells the order, both readings are kept and the date is marked as ambiguous."""
    (date,) = times("It was signed on 03/04/2021.")
    assert (date.value, date.alternatives, date.ambiguous) == ("2021-03-04", ("2021-04-03",), True)


def test_order_by_another_date_of_the_document() -> None:
    """A date that can be read in one way only tells the order of the others."""
    first, second = times("It was signed on 03/04/2021 and ended on 25/12/2021.")
    assert (first.value, first.ambiguous, second.value) == ("2021-04-03", False, "2021-12-25")


def test_order_by_the_country_of_the_outlet() -> None:
    """The country of the outlet's address tells the order, where the document does not."""
    (british,) = times("It was signed on 03/04/2021.", url="https://paper.example.co.uk/a")
    (american,) = times("It was signed on 03/04/2021.", url="https://paper.example.us/a")
    assert (british.value, american.value) == ("2021-04-03", "2021-03-04")


@pytest.mark.parametrize(
    ("outlet", "url", "value"),
    [
        ("BBC", None, "2021-04-03"),
        (None, "https://edition.cnn.com/a", "2021-03-04"),
        (None, "https://www.bbc.com/news/a", "2021-04-03"),
        ("Lakeside Weekly", "https://lakeside.example.com.au/a", "2021-04-03"),
    ],
)
def test_order_by_the_table_of_outlets(outlet: str | None, url: str | None, value: str) -> None:
    """The table of outlets tells the country of an outlet by name or domain, before the ending of the address."""
    (date,) = times("It was signed on 03/04/2021.", url=url, outlet=outlet)
    assert (date.value, date.ambiguous, len(date.alternatives)) == (value, False, 1)


@pytest.mark.parametrize("url", ["https://paper.example.tv/a", "https://paper.example.com/a", "http://[broken"])
def test_order_by_no_address(url: str) -> None:
    """Endings that are sold to everybody, general ones and what is no address tell no order."""
    (date,) = times("It was signed on 03/04/2021.", url=url)
    assert date.ambiguous


def test_dates_that_contradict_each_other() -> None:
    """Where the document's clear dates contradict each other, they tell nothing."""
    *_, date = times("They are dated 25/12/2020, 12/25/2020 and 03/04/2021.")
    assert date.ambiguous


def test_day_that_does_not_exist() -> None:
    """A date that no calendar has is left out."""
    assert times("It was signed on 31/31/2021, or on 30 February 2021.")[0:0] == ()
    assert "2021-02-30" not in [time.value for time in times("It was signed on 30 February 2021.")]
