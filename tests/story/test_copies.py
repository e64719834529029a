"""Copies: one text in several reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.schema.reading import Reading
from onrecord.story.copies import copies
from tests.story.make import report

WIRE = (
    "The port of Bergen was closed on Monday after a tanker ran aground at the harbour mouth. The coast guard said "
    "that the crew of 23 had been taken off by helicopter and that no oil had leaked. The owners, a firm in Stavanger, "
    "sent two tugs. Traffic is to begin again on Wednesday, the harbour master told reporters, if the wind allows it."
)
BULLETIN = (
    "Road deaths in the week to {}: {} people died and {} were hurt on the roads of the county, the police said on "
    "Monday. In the same week of last year {} people had died. The police ask all drivers to keep their distance and "
    "to wear a belt. The next bulletin will be given out in a week, at the same hour, at the office in the capital."
)


def test_a_text_in_two_papers_is_a_copy_of_the_earlier() -> None:
    """Of one text the earliest report is the original, whatever the ids."""
    assert copies([report("a", WIRE, "2024-03-12"), report("b", WIRE, "2024-03-11")]) == {"a": "b"}


def test_a_cut_text_with_another_head_is_a_copy() -> None:
    """The first paragraphs of a text, under another paper's first words, are a copy."""
    cut = "BERGEN (Harbour Agency) - " + WIRE[: WIRE.index("The owners")]
    assert copies([report("a", WIRE, "2024-03-11"), report("b", cut, "2024-03-12")]) == {"b": "a"}


def test_a_weekly_bulletin_is_no_copy() -> None:
    """The same words with other numbers are another report."""
    one, other = BULLETIN.format("3 March", 4, 31, 6), BULLETIN.format("10 March", 7, 22, 5)
    assert copies([report("a", one), report("b", other)]) == {}


def test_a_short_denial_is_no_copy() -> None:
    """Of short texts nearly all words must agree: one of them may turn the sense."""
    told = "Ada Brandt met Bo Lind in Oslo on 2024-03-10 for talks on fish and on trade between their countries."
    assert copies([report("a", told), report("b", "Bo Lind denied that " + told)]) == {}
    assert copies([report("a", told), report("b", told + " More soon.")]) == {"b": "a"}


@pytest.mark.parametrize("text", ["", "One.", "One two three."])
def test_texts_of_a_few_words(text: str) -> None:
    """Even a few words are a copy only of the same words, and no words of none."""
    assert copies([report("a", text), report("b", text)]) == ({"b": "a"} if text else {})
    assert copies([report("a", text), report("b", "Another word or two.")]) == {}


def test_many_papers_are_one_group() -> None:
    """A text that hundreds carry is one group, in whatever way each has cut it."""
    tails = ["Read on.", "Share this.", "By our staff.", "More news below."]
    readings = [report(f"r{number:03}", f"{WIRE} {tails[number % 4]}", "2024-03-11") for number in range(200)]
    assert set(copies(readings).values()) == {"r000"}
    assert len(copies(readings)) == 199


READINGS = [
    report(name, text, day)
    for name, text, day in [
        ("a", WIRE, "2024-03-12"),
        ("b", WIRE + " More.", "2024-03-11"),
        ("c", WIRE[60:], "2024-03-11"),
        ("d", BULLETIN.format("3 March", 4, 31, 6), None),
        ("e", BULLETIN.format("3 March", 4, 31, 6), "2024-03-10"),
        ("f", BULLETIN.format("10 March", 7, 22, 5), "2024-03-17"),
    ]
]


@given(st.permutations(READINGS))
def test_the_order_does_not_matter(readings: list[Reading]) -> None:
    """Copies are the same in any order; an undated text is never the original of a dated one."""
    assert copies(readings) == {"a": "b", "c": "b", "d": "e"}
