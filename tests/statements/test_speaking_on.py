"""Who goes on speaking in the next sentence, and for whom "who" speaks."""

from __future__ import annotations

from onrecord import read
from onrecord.schema.span import words

TEXT = (
    "The ministry has seen more theft since Mayor Juan Soto's election in May, a Chilean official said. "
    "He said the police had arrested two clerks."
)


def test_he_is_the_one_who_spoke_before() -> None:
    """Not somebody of whom was only told; and whoever has no name has none as "he", either."""
    reading = read(TEXT, published="2025-06-02")
    first, second = reading.statements
    assert first.source.actors == second.source.actors
    assert second.source.anonymous


def test_a_relative_clause_behind_the_source_is_not_said() -> None:
    """The words for who speaks end before "who", and what is said begins behind its clause."""
    text = "According to Ana Ruiz, who leads the union, the mill will close in May."
    reading = read(text, published="2025-04-02")
    assert [words(text, one.content) for one in reading.statements] == ["the mill will close in May"]


def test_who_speaks_for_the_one_before_it() -> None:
    """A source that is only "which" stands for those whom it tells of."""
    reading = read("France and Chile, which pledged to pay, warned Peru.", published="2025-04-02")
    pledged = next(one for one in reading.statements if one.stance == "promises")
    assert set(pledged.source.actors) == {"fra", "chl"}


def test_a_participle_has_the_speaker_of_its_verb() -> None:
    """ "Seized the ship, saying that": whoever seized it says so."""
    text = "A row between Peru and Chile, which seized a ferry on Monday, saying it carried arms, went on."
    reading = read(text, published="2025-04-02")
    assert [one.source.actors for one in reading.statements] == [("chl",)]
