"""Which capitalised words are place names, and which are parts of other names."""

from __future__ import annotations

import pytest

from tests.places.conftest import Look


def test_states_and_cities_are_found(look: Look) -> None:
    """States, capitals and cities are place names wherever they stand."""
    assert look("Rebels left Goma for Kigali, and Rwanda closed the road.").names == ("Goma", "Kigali", "Rwanda")


@pytest.mark.parametrize(
    "text",
    [
        "Paris Delmare sued Jordan Petrenko.",
        "The Boston Globe asked the Bank of England.",
        "The Houston Rockets beat the Milwaukee Bucks.",
        "Mrs. London thanked Senator Lincoln.",
        "The University of Texas hired a dean.",
        "The American and Turkish ministers spoke Spanish in March.",
        "Reading is hard. Nice people said so. Most of them agreed with us.",
    ],
)
def test_other_names_are_no_places(look: Look, text: str) -> None:
    """Persons, papers, banks, clubs, schools, adjectives and common words are no places, though towns are called so."""
    assert look(text).names == ()


def test_a_common_word_is_a_town_with_its_state_after_it(look: Look) -> None:
    """Nice and Reading are towns where the words say so."""
    assert look("The trial moved from Nice, France, to Reading, England.").names == (
        "Nice",
        "France",
        "Reading",
        "England",
    )


def test_a_surname_in_the_article_is_no_town(look: Look) -> None:
    """A name that is a person's in the article is a person's where it stands alone."""
    assert look("Mark Houston was charged on Monday. Houston said he would appeal.").names == ()


def test_a_place_before_an_office_or_a_body_is_found(look: Look) -> None:
    """ "Kentucky State Police" and "Texas Governor" name their state."""
    assert look("Kentucky State Police called Texas Governor Ada Brill.").names == ("Kentucky", "Texas")


def test_a_dateline_in_capitals_is_a_place(look: Look) -> None:
    """Datelines are in capitals, with or without the state's short form."""
    seen = look("LONDON, Ky. (Harbour Press) - Police closed a road in London on Monday.")
    assert seen.names == ("LONDON", "Ky.", "London")


def test_acronyms_count_in_capitals_only(look: Look) -> None:
    """ "US" is a state, "us" is a word."""
    assert look("It matters to us. The US and the U.K. told us so.").names == ("US", "U.K.")


def test_hyphenated_words_hold_places(look: Look) -> None:
    """The parts of "Canada-EU" and "U.S.-led" are looked up on their own."""
    assert look("The U.S.-led force and the Canada-EU deal.").names == ("U.S.", "Canada")


def test_a_headline_does_not_make_towns_of_its_words(look: Look) -> None:
    """Where every word has its capital, only names that need no evidence count."""
    assert look("Police Man Held In Reading Room Over Split Bath In Berlin").names == ("Berlin",)


def test_unlisted_places_are_found_and_left_unresolved(look: Look) -> None:
    """A village or road that the gazetteer does not have is a place name without a place."""
    seen = look("Troops burned the village of Qorvanda near Tall Pines Road.")
    assert seen.names == ("Qorvanda", "Tall Pines Road")
    assert seen.places == (None, None)


def test_bylines_and_credits_are_read(look: Look) -> None:
    """The places of a tail count as well."""
    text = "KAMPALA, March 21 (Harbour Press) - The road was shut.\n\n(Reporting by Ida Holm in Entebbe)\n"
    assert look(text).names == ("KAMPALA", "Entebbe")


def test_a_text_without_places_has_none(look: Look) -> None:
    """Nothing found is an empty answer."""
    assert look("the meeting was short.").names == ()


def test_ships_and_parties_that_borrow_a_towns_name_are_no_places(look: Look) -> None:
    """ "The Moskva" is a ship; a city does not stand alone after "the"."""
    assert look("A missile hit the Moskva, and Real Madrid lost.").names == ()


def test_a_persons_name_in_a_possessive_is_no_town(look: Look) -> None:
    """ "In Clinton's emails" is about a person, though Clinton is a town in many states."""
    assert look("The errors in Clinton's files annoyed Clinton aides in Texas.").names == ("Texas",)
