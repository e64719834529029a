"""Words, numbers and voices."""

from __future__ import annotations

import pytest

from onrecord.present.amounts import amount, has_figure, number
from onrecord.present.voices import attributed, voice
from onrecord.present.words import counted, cut, few, joined, line, quoted, visible, with_article
from onrecord.schema.event import Quantity
from onrecord.schema.statement import Source, Statement
from tests.present.make import DENIAL, MINISTRY, reading, span


def test_lists_in_words() -> None:
    """Two members have "and", more have commas, many are counted."""
    assert joined(["A", "B", "C"]) == "A, B and C"
    assert few(list("ABCDE")) == "A, B, C and 2 others"
    assert few(list("AB")) == "A and B"


def test_numbers_with_nouns() -> None:
    """One is singular, thousands have a comma."""
    assert (counted(1, "report"), counted(2500, "report"), counted(2, "was", "were")) == (
        "1 report",
        "2,500 reports",
        "2 were",
    )


def test_text_on_one_line() -> None:
    """Line ends become spaces; control characters and marks of direction are dropped."""
    assert line("  a\n\tb\x1b[0m\u202e ") == "a b[0m"
    assert len(visible("a\n\x1bb")) == 4


def test_quotation_marks_are_not_doubled() -> None:
    """Marks at the ends are replaced, those within become single ones."""
    assert quoted("“he said “no” twice”") == "“he said ‘no’ twice”"


def test_a_long_text_is_cut_at_a_word() -> None:
    """A cut text ends with an ellipsis, one that fits is left alone."""
    assert (cut("a b c", 2), cut("a b", 2)) == ("a b …", "a b")


def test_a_noun_gets_its_article() -> None:
    """A singular gets "a" or "an", a plural none."""
    assert [with_article(noun) for noun in ("appeal", "plea", "talks")] == ["an appeal", "a plea", "talks"]


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(spans=(), value=12, unit="people", of="killed"), "12 killed"),
        (Quantity(spans=(), min=10, unit="people", of="wounded"), "at least 10 wounded"),
        (Quantity(spans=(), min=10, max=20, unit="people"), "10 to 20 people"),
        (Quantity(spans=(), max=3, unit="soldiers", of="killed"), "up to 3 soldiers killed"),
        (Quantity(spans=(), value=4e7, unit="EUR", of="money"), "EUR 40 million"),
        (Quantity(spans=(), value=2000, unit="people", of="marchers"), "2,000 marchers"),
        (Quantity(spans=()), None),
    ],
)
def test_quantities_in_words(quantity: Quantity, words: str | None) -> None:
    """A quantity has its number or range and what it counts; without a number it is not shown."""
    assert amount(quantity) == words


def test_large_numbers() -> None:
    """Millions are named where nothing is lost by it."""
    assert [number(value) for value in (1.5e6, 1234567, 0.5)] == ["1.5 million", "1,234,567", "0.5"]


def test_the_voice_of_an_event() -> None:
    """A statement gives its speaker and those between; without one the report itself tells it."""
    assert voice(MINISTRY, "planned", reading()) == "according to the harbour ministry"
    assert voice(DENIAL, "denied", reading()) == "denied by Cai Holm, according to Fjord Post"
    assert voice(None, "happened", reading()) == "told by the report itself"


def test_a_denial_that_names_a_fact() -> None:
    """What a denial names without denying it is told on its word, not denied."""
    assert voice(DENIAL, "happened", reading()) == "according to Fjord Post, citing Cai Holm"


def test_a_number_stands_once() -> None:
    """A sentence that has a number in figures or as a word needs no second one."""
    assert has_figure("Nine drivers were freed", "9 released")
    assert has_figure("14 people were injured", "14 wounded")
    assert not has_figure("Drivers were freed", "9 released")


def test_a_chain_begins_nearest_to_the_article() -> None:
    """Who is nearest to the article stands first, the speaker last."""
    assert (
        attributed("two officials", ("Fjord Post",), "asserts", "happened")
        == "according to Fjord Post, citing two officials"
    )


def test_hearsay_names_no_source() -> None:
    """A statement without a speaker says so, with its word."""
    hearsay = Statement(
        id="s9",
        source=Source((), (), anonymous=True),
        via=("post",),
        cue=(span("on Sunday"),),
        content=(span("met"),),
        quote="indirect",
        stance="asserts",
        part="body",
    )
    assert voice(hearsay, "happened", reading()) == "according to Fjord Post, naming no source (“on Sunday”)"


def test_a_word_without_an_end_is_cut() -> None:
    """A run of letters does not fill the page."""
    assert cut("A" * 10_000, 12) == "A" * 80 + "…"
    assert cut("two words", 12) == "two words"
