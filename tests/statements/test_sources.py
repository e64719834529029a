"""Who speaks: the words, the actors that they stand for, and whether they name anybody."""

from __future__ import annotations

import pytest

from onrecord.schema.actor import Actor
from tests.statements.reading import only, told

ACTORS = {
    "brandt": Actor(name="Ida Brandt", kind="person", sectors=("GOV",)),
    "ministry": Actor(name="Foreign Ministry of Norland", kind="organization", sectors=("GOV",)),
    "norland": Actor(name="Norland", kind="country"),
    "officials": Actor(name="officials", kind="group", local=True),
}


@pytest.mark.parametrize(
    "source",
    [
        "Ida Brandt",
        "the minister, Ida Brandt,",
        "Ida Brandt, a former judge from Bergen,",
        "the skipper of the boat",
        "two people familiar with the plan",
        "the Coast Guard (NCG)",
        "more than half of the voters",
        "the ministry's spokesman",
        "Ida Brandt and Olav Berg",
    ],
)
def test_the_words_for_a_source_are_the_whole_phrase(source: str) -> None:
    """With title, apposition, brackets and what hangs on the noun."""
    assert only(told(f"On Monday, {source} said that the port was open.")).source == source.rstrip(",")


def test_a_relative_pronoun_comes_with_its_antecedent() -> None:
    """Both are words for the source."""
    rows = told("The source was a clerk who claimed to have read the letter.")
    assert (rows[0].source, rows[0].content) == ("a clerk who", "to have read the letter")


def test_a_person_goes_before_the_body_that_stands_by_the_name() -> None:
    """In "ministry spokeswoman Ida Brandt" the person speaks."""
    text = "Foreign ministry spokeswoman Ida Brandt said that the port was open."
    row = only(told(text, ACTORS, {"Foreign ministry": "ministry", "Ida Brandt": "brandt"})).row
    assert (row.source.actors, row.source.anonymous) == (("brandt",), False)


def test_a_state_before_a_common_noun_does_not_speak() -> None:
    """ "Norland officials" are not Norland."""
    text = "Norland officials said that the port was open."
    row = only(told(text, ACTORS, {"Norland": "norland"})).row
    assert (row.source.actors, row.source.anonymous) == ((), True)


@pytest.mark.parametrize(
    "source, anonymous",
    [
        ("two officials", True),
        ("residents", True),
        ("a minister", True),
        ("two of its reporters", True),
        ("the foreign ministry", False),
        ("police", False),
        ("the prime minister", False),
        ("Ida Brandt", False),
        ("its spokesman", False),
    ],
)
def test_anonymous_is_who_neither_name_nor_body_identifies(source: str, anonymous: bool) -> None:
    """By the nouns, where no actor is known."""
    assert only(told(f"The port was open, {source} said.")).row.source.anonymous is anonymous


def test_a_known_local_actor_stays_anonymous() -> None:
    """Unnamed officials have an id in this report, and no name."""
    row = only(told("The port was open, officials said.", ACTORS, {"officials": "officials"})).row
    assert (row.source.actors, row.source.anonymous) == (("officials",), True)


@pytest.mark.parametrize("adverb", ["reportedly", "allegedly", "purportedly"])
def test_hearsay_names_nobody(adverb: str) -> None:
    """The adverb is the cue, the clause around it the content."""
    row = only(told(f"Police {adverb} arrested a dozen marchers."))
    assert (row.row.source.spans, row.row.source.anonymous) == ((), True)
    assert (row.cue, row.content) == (adverb, "Police arrested a dozen marchers")


def test_what_is_shown_is_no_source() -> None:
    """Images do not speak."""
    assert told("Satellite images showed that the road was dry.") == ()


def test_the_author_is_no_source() -> None:
    """ "I think" outside quotation marks is the outlet's own voice."""
    assert told("I think that the port was open.") == ()
