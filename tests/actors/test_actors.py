"""Who is named: persons, bodies, states and groups of an article, and which words stand for them."""

from __future__ import annotations

from onrecord import read
from onrecord.schema.reading import Reading


def reading(text: str) -> Reading:
    return read(text, published="2024-03-06")


def who(text: str) -> dict[str, str | None]:
    """The words of each mention with the name of their actor."""
    found = reading(text)
    return {m.text: found.actors[m.actor].name for m in found.mentions if m.actor}


def test_a_role_before_a_name_tells_country_and_sector() -> None:
    """A person in no table has the state and the sector of the phrase."""
    actors = reading("Peruvian Defence Minister Rosaura Quintela left.").actors
    quintela = next(a for a in actors.values() if a.kind == "person")
    assert (quintela.name, quintela.country) == ("Rosaura Quintela", "PER")
    assert "GOV" in quintela.sectors


def test_a_role_beside_a_name_is_the_same_person() -> None:
    """An apposition joins the role and the name."""
    found = who("Peru's foreign minister, Teodoro Lazarte, left.")
    assert found["Peru's foreign minister"] == found["Teodoro Lazarte"] == "Teodoro Lazarte"


def test_a_surname_stands_for_the_person_named_before() -> None:
    """A short form has the identity of the full name."""
    found = who("Spokeswoman Ana Ruiz spoke. Later Ruiz left.")
    assert found["Ruiz"] == "Ana Ruiz"


def test_an_acronym_in_brackets_is_the_organisation() -> None:
    """Initials that follow a name stand for it from then on."""
    found = who("The Lake Workers Front (LWF) spoke first. The LWF left.")
    assert found["LWF"] == "Lake Workers Front"


def test_a_capital_that_acts_is_its_government() -> None:
    """ "Lima said" is Peru, "in Lima" is a place."""
    assert who("Lima urged Chile to sign.")["Lima"] == "Peru"
    assert "Lima" not in who("The boat sank in Lima.")


def test_unnamed_people_are_local_to_their_report() -> None:
    """Officials of two papers are never one actor by id."""
    actors = reading("Two Peruvian officials said so.").actors
    (officials,) = actors.values()
    assert (officials.kind, officials.country, officials.local) == ("group", "PER", True)


def test_a_pronoun_follows_the_subject_before_it() -> None:
    """She is the woman who spoke last."""
    assert who("Spokeswoman Ana Ruiz met the captain. She left.")["She"] == "Ana Ruiz"


def test_a_pronoun_that_fits_two_stays_open() -> None:
    """Of two men before it, "he" is neither."""
    assert "he" not in who("Mr. Juan Ruiz and Mr. Pedro Lazarte came, and later he left.")


def test_ministers_of_two_states_are_two() -> None:
    """ "The foreign ministers of A and B" are each one of theirs."""
    actors = reading("The foreign ministers of Peru and Chile met.").actors
    assert {a.country for a in actors.values() if a.kind == "role"} == {"PER", "CHL"}


def test_a_surname_that_is_also_a_given_name_tells_no_gender() -> None:
    """ "Clinton" alone may be a woman named so in full before."""
    assert (
        who("Secretary of State Hillary Clinton flew to Paris. Clinton met the minister.")["Clinton"]
        == "Hillary Clinton"
    )


def test_an_office_without_a_name_is_its_holder_of_the_day() -> None:
    """ "The Dutch prime minister" is whoever that was when the report came out, a former one is not."""
    assert who("The Dutch prime minister left.")["Dutch prime minister"] == "Mark Rutte"
    assert "Mark Rutte" not in who("A former Dutch prime minister left.").values()
    assert "Mark Rutte" not in who("The former Dutch prime minister left.").values()
