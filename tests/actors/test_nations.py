"""Several nationalities before one noun: each state has its own."""

from __future__ import annotations

import pytest

from onrecord import read


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Nigerian and British armed forces have agreed to hold a joint exercise.", {"NGA", "GBR"}),
        ("French and German ministers met in Paris on Monday.", {"FRA", "DEU"}),
        ("Egyptian, Sudanese and Ethiopian negotiators discussed the dam.", {"EGY", "SDN", "ETH"}),
        ("Turkish and Greek foreign ministers spoke by phone on Monday.", {"TUR", "GRC"}),
    ],
)
def test_each_state_has_its_own(text: str, countries: set[str]) -> None:
    """The parties are of as many states as are named, and each stands on both sides of what is mutual."""
    reading = read(text, published="2024-03-06")
    event = reading.events[0]
    assert {reading.actors[id_].country for id_ in event.actors} == countries
    assert event.actors == event.recipients and event.reciprocal
    assert len(event.actors) == len(countries)


def test_each_of_them_speaks() -> None:
    """A statement of both has both for its source."""
    reading = read("The Polish and Czech premiers said the pact would be signed.", published="2024-03-06")
    assert {reading.actors[id_].country for id_ in reading.statements[0].source.actors} == {"POL", "CZE"}
