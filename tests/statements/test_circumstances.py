"""How and when a thing was said."""

from __future__ import annotations

import pytest

from tests.statements.reading import only, told


@pytest.mark.parametrize(
    "how, channel",
    [
        ("in a statement", "statement"),
        ("at a news briefing", "news briefing"),
        ("on X", "X"),
        ("by phone", "phone"),
        ("in an interview", "interview"),
        ("on its website", "website"),
        ("after lunch", None),
    ],
)
def test_the_channel(how: str, channel: str | None) -> None:
    """Words after a preposition in the clause of the cue, by the table of channels."""
    assert only(told(f"The ministry said {how} that the port was open.")).row.channel == channel


def test_a_channel_in_the_words_said_is_not_how_they_were_said() -> None:
    """ "Said he read it in a letter" is not said in a letter."""
    assert only(told("The clerk said that he had read it in a letter.")).row.channel is None


def test_a_document_that_speaks_is_the_channel() -> None:
    """Of whoever issued it."""
    row = only(told("“No entry,” read a leaflet that the guards handed out.")).row
    assert (row.channel, row.source.anonymous) == ("leaflet", True)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said on Monday that the port was open.",
        "On Monday, the ministry said that the port was open.",
        "The port was open, the ministry said on Monday.",
        "The ministry on Monday said that the port was open.",
    ],
)
def test_the_day_stands_with_the_cue(text: str) -> None:
    """Before it, behind it, or at the start of the sentence."""
    time = only(told(text)).row.time
    assert time is not None
    assert (time.value, time.from_, time.to) == ("2023-09-04", "2023-09-04", "2023-09-05")


def test_a_day_in_the_words_said_is_not_when_they_were_said() -> None:
    """Without another one it is not known."""
    assert only(told("The ministry said that the port was shelled on Monday.")).row.time is None


def test_a_day_for_the_source_is_not_when_it_spoke() -> None:
    """ "Arrested on Monday" tells of the source, not of its words."""
    assert only(told("A clerk arrested on Monday said that the vault was empty.")).row.time is None


def test_a_day_holds_for_both_clauses_of_one_speech() -> None:
    """ "Rejected on Monday, saying that" gives one day to both."""
    first, second = told("The palace denied the report on Monday, saying that the king was well.")
    assert first.content == "the report"
    assert first.row.time is not None and second.row.time is not None
    assert first.row.time.value == second.row.time.value == "2023-09-04"


def test_the_part_of_the_article_is_kept() -> None:
    """A statement in a headline says so."""
    rows = told("Officials say port is open\n\nThe port is open, officials said.")
    assert [row.row.part for row in rows] == ["title", "body"]
