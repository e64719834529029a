"""Indirect speech: clauses after, before and around their cue, and other complements."""

from __future__ import annotations

import pytest

from tests.statements.reading import only, told


@pytest.mark.parametrize(
    "text",
    [
        "Officials said that the port was open.",
        "Officials said the port was open.",
        "Officials said on Monday in a statement that the port was open.",
        "According to officials, the port was open.",
        "Officials, who met in Lagos, said the port was open.",
    ],
)
def test_the_clause_is_what_is_said(text: str) -> None:
    """Without "that", the day and the channel."""
    assert only(told(text)).content.lower() == "the port was open"


@pytest.mark.parametrize(
    "tail", ["officials said", "said officials", "according to officials", "officials said on Monday"]
)
def test_a_clause_before_its_cue(tail: str) -> None:
    """The comma ends what is said."""
    row = only(told(f"The port was open, {tail}."))
    assert (row.source, row.content) == ("officials", "The port was open")


def test_a_clause_around_its_cue() -> None:
    """The cue splits the content."""
    row = only(told("The 11 were held in Thiès, their lawyer said, and would see a judge on Saturday."))
    assert len(row.row.content) == 2
    assert row.content == "The 11 were held in Thiès and would see a judge on Saturday"


@pytest.mark.parametrize(
    "text, content",
    [
        ("The union accused the bank of hiding the losses.", "the bank of hiding the losses"),
        ("The bishops urged both sides not to fire.", "both sides not to fire"),
        ("The envoy called for a truce.", "a truce"),
        ("The army denied stopping anyone.", "stopping anyone"),
        ("The guild vowed not to return to work.", "not to return to work"),
        ("The agency put the number of injured at six.", "the number of injured at six"),
    ],
)
def test_other_complements(text: str, content: str) -> None:
    """What a cue takes besides clauses stands in the table."""
    assert only(told(text)).content == content


def test_verbs_joined_by_and_are_two_statements() -> None:
    """The second verb shares the subject of the first."""
    rows = told("The minister denied that money was paid, and promised an inquiry.")
    assert [(row.source, row.cue, row.content) for row in rows] == [
        ("The minister", "denied", "money was paid"),
        ("The minister", "promised", "an inquiry"),
    ]


def test_a_participle_goes_on_with_the_same_source() -> None:
    """The content of the first verb ends before it."""
    rows = told("Pavel Horák said the line was cut, adding that two trains were late.")
    assert [(row.source, row.content) for row in rows] == [
        ("Pavel Horák", "the line was cut"),
        ("Pavel Horák", "two trains were late"),
    ]


def test_a_noun_phrase_ahead_of_who_denies_it() -> None:
    """What is denied may be only an anaphor of the clause before."""
    rows = told("Norland blamed the ferry for the crash, a charge Sudland rejected.")
    assert (rows[-1].source, rows[-1].content, rows[-1].row.stance) == ("Sudland", "a charge", "denies")


def test_a_semicolon_ends_what_is_said() -> None:
    """The other half of the sentence is on another's word."""
    rows = told("Police say they seized 3,100 pictures; the court says there were 2,846.")
    assert [row.content for row in rows] == ["they seized 3,100 pictures", "there were 2,846"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister will say that the port is open.",
        "Nobody said that the port was open.",
        "If the mayor says that the port is open, ships will come.",
        "The army shelled the port on Monday.",
        "A group called the Harbour Guild met in Lagos.",
        "The new cranes showed that money had been spent.",
        "The ship, better known as the Lake Queen, sank.",
        "The captain has not been charged with any crime.",
        "The talks ended without the minister proposing another date, and without saying why.",
        "The country has seen its biggest boom in years.",
        "No deputy has asked that the port be closed.",
        "The mayor did not say the port would open.",
        "The party now finds itself overrun by new members.",
        "The envoy handed in his report on the fire.",
    ],
)
def test_no_statement_where_nobody_has_spoken(text: str) -> None:
    """A saying that lies ahead, is supposed or is nobody's is none."""
    assert told(text) == ()
