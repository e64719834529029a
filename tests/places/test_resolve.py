"""Which of the places of a name is meant."""

from __future__ import annotations

from onrecord.knowledge.gazetteer import Entry
from onrecord.places.resolve import distance
from tests.places.conftest import Look


def test_the_best_known_place_is_meant_where_nothing_else_is_said(look: Look) -> None:
    """Paris alone is the capital of France."""
    assert look("The talks in Paris failed.").where("Paris") == "Paris/FRA/Île-de-France"


def test_the_state_after_a_comma_decides(look: Look) -> None:
    """ "Paris, Texas" is in Texas, there and wherever the article says Paris again."""
    seen = look("A barn burned in Paris, Texas. Firemen from Paris came at noon.")
    assert [place.admin1 for place in seen.places if place is not None and place.name == "Paris"] == ["Texas", "Texas"]


def test_a_short_form_that_holds_no_such_town_leaves_it_unresolved(look: Look) -> None:
    """A town that the gazetteer has elsewhere only is not placed elsewhere."""
    seen = look("A barn burned in Bakhmut, Ky., on Monday. Bakhmut is small.")
    assert (seen.where("Bakhmut"), seen.where("Ky.")) == ("-", "Kentucky/USA/-")


def test_states_named_nearby_decide(look: Look) -> None:
    """Bor is in South Sudan where the article plays there."""
    seen = look("Gunmen stormed a base in Bor. South Sudan sent troops from Juba and Malakal.")
    assert seen.where("Bor") == "Bor/SSD/Jonglei"


def test_the_division_named_nearby_decides(look: Look) -> None:
    """Birmingham is in Alabama where Alabama is named."""
    assert look("Police in Birmingham said Alabama would pay.").where("Birmingham") == "Birmingham/USA/Alabama"


def test_a_city_is_preferred_to_its_division(look: Look) -> None:
    """Donetsk is the city, Donetsk region the division."""
    kinds = [look(text).places[0] for text in ("Shells hit Donetsk.", "Shells hit Donetsk region.")]
    assert [place.kind for place in kinds if place is not None] == ["city", "region"]


def test_georgia_is_the_state_beside_florida_and_the_country_beside_tbilisi(look: Look) -> None:
    """A name of a country and of a division goes with its neighbours."""
    assert look("Voters in Georgia and Florida chose.").where("Georgia") == "Georgia/USA/-"
    assert look("Georgia sent its envoy from Tbilisi.").where("Georgia") == "Georgia/GEO/-"


def test_waters_are_told_from_towns_by_their_article(look: Look) -> None:
    """ "The Atlantic" is the ocean, Hudson the town with its state after it."""
    seen = look("Ships crossed the Atlantic. A pier in Hudson, N.Y., burned.")
    assert (seen.where("Atlantic"), seen.where("Hudson")) == ("Atlantic Ocean/-/-", "Hudson/USA/New York")


def test_disputed_places_keep_their_kind(look: Look) -> None:
    """Crimea is a territory, Simferopol lies in it."""
    seen = look("Drones hit Simferopol in Crimea.")
    assert [place.kind for place in seen.places if place is not None] == ["city", "territory"]
    assert seen.where("Simferopol") == "Simferopol/UKR/Crimea"


def test_distance_is_in_kilometres() -> None:
    """Paris to London is 344 km."""
    paris = Entry(0, "Paris", "capital", "FRA", None, None, 48.853, 2.349, 0, None, False)
    london = Entry(1, "London", "capital", "GBR", None, None, 51.509, -0.126, 0, None, False)
    assert round(distance(paris, london)) == 344
