"""States and the words for their people, role nouns, titles and given names."""

from __future__ import annotations

import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge import roles, states
from onrecord.knowledge.actors import ActorTable, load


@pytest.fixture(scope="module")
def table() -> ActorTable:
    return load()


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Dutch", "NLD"),
        ("Britons", "GBR"),
        ("U.S.", "USA"),
        ("Frenchmen", "FRA"),
        ("Swiss", "CHE"),
        ("Kosovars", "XKX"),
    ],
)
def test_words_for_people(table: ActorTable, word: str, code: str) -> None:
    """Adjectives and demonyms, singular or plural, tell the state."""
    assert table.states.state_of(word) == code


def test_words_for_people_in_a_text(table: ActorTable) -> None:
    """An adjective of several words is found as a whole."""
    words = "two South Korean and two Papua New Guinean boats".split()
    assert [table.states.state_at(words, i) for i in (1, 5, 8)] == [("KOR", 2), ("PNG", 3), None]


def test_shared_word_tells_no_state(table: ActorTable) -> None:
    """An adjective of two states tells neither."""
    assert table.states.state_of("Korean") is None


def test_metonyms(table: ActorTable) -> None:
    """A capital stands for its government, unless it stands for others as well."""
    assert table.states.government_of("The Hague") == "NLD"
    assert table.states.government_of("Kiev") == table.states.government_of("Kyiv") == "UKR"
    assert table.states.government_of("Brussels") is None


def test_capital(table: ActorTable) -> None:
    """The capital of a state is known where it has one."""
    assert table.states.capital("KEN") == "Nairobi"
    assert table.states.capital("HKG") is None


def test_state_without_code() -> None:
    """A state needs a code of three capitals."""
    with pytest.raises(KnowledgeError, match=r"states\.tsv, line 1"):
        states.parse("Moldova\n")


def test_role_nouns(table: ActorTable) -> None:
    """A role noun tells number, sectors, and whether the bare noun names somebody."""
    minister, official, army = map(table.role_noun, ("foreign minister", "official", "army"))
    assert minister and minister.office and not minister.anonymous
    assert official and official.anonymous and official.sectors == ("GOV",)
    assert army and army.number == "body" and army.sectors == ("MIL",)
    assert table.role_noun("MP") == table.role_noun("mp")


def test_role_noun_with_unknown_flag() -> None:
    """A flag that is not known is refused."""
    with pytest.raises(KnowledgeError, match="flags"):
        roles.role_nouns("clerk\tperson\tGOV\t\tsecret\n")


def test_titles(table: ActorTable) -> None:
    """A title is known with and without its full stop, and tells the gender where it has one."""
    general, lady = table.title("Gen."), table.title("Mrs")
    assert general and general.gender is None and general.sectors == ("MIL",)
    assert lady and lady.gender == "f"


def test_given_names(table: ActorTable) -> None:
    """A given name tells the gender; one of men here and women there is of both."""
    assert table.given_name("Étienne") == table.given_name("Etienne") == "m"
    assert table.given_name("Andrea") == "u"
    assert table.given_name("Quay") is None
