"""Tests of those who are told as somebody's, and of the words with which a phrase begins."""

from __future__ import annotations

import pytest

from onrecord import read


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Peru sent its sailors to Callao.", "its sailors", "Peru’s sailors"),
        ("Paul Okello resigned on Monday. His wife left, too.", "His wife", "Paul Okello’s wife"),
        (
            "Paul Okello, whose committee has investigated the bank, spoke in Boston.",
            "whose committee",
            "Paul Okello’s committee",
        ),
        ("Peru fired at a boat. The navy returned. Its sailors said nothing.", "Its sailors", "Its sailors"),
        ("They met and said that their wives had left.", "their wives", "their wives"),
        ("Elsewhere demonstrators attacked a school.", "demonstrators", "demonstrators"),
        ("Almost a dozen relatives attended.", "Almost a dozen relatives", "Almost a dozen relatives"),
    ],
)
def test_a_name_says_whose_somebody_is(text: str, words: str, name: str) -> None:
    reading = read(text, published="2016-08-31")
    found = {mention.actor for mention in reading.mentions if mention.text == words}
    assert [reading.actors[key].name for key in found if key] == [name]


def test_of_two_owners_a_name_tells_neither() -> None:
    text = "Paul Okello said his wife had left. John Moss said his wife was ill."
    reading = read(text, published="2016-08-31")
    assert {reading.actors[m.actor].name for m in reading.mentions if m.text == "his wife" and m.actor} == {"his wife"}
