"""Hints: what the tables say of each word, for the part of the network that names."""

from __future__ import annotations

import numpy as np

from onrecord.tagger.network.hints import HINTS, hints


def _told(text: str, word: str) -> set[str]:
    """The hints of a word in a text of one sentence, its words parted by spaces."""
    words = text.split()
    row = hints(words, [0])[words.index(word)]
    return {HINTS[i] for i in np.flatnonzero(row)} - {"capitals", "first"}


def test_a_given_name_is_known_by_its_first_word() -> None:
    assert "given name" in _told("he met Angela in Lagos", "Angela")


def test_a_given_name_that_is_often_a_word_is_doubted() -> None:
    assert "given name?" in _told("he met Will in Lagos", "Will")


def test_a_body_of_the_tables_is_known_in_all_its_words() -> None:
    text = "a letter of Amnesty International today"
    assert "B body" in _told(text, "Amnesty")
    assert "I body" in _told(text, "International")


def test_the_longest_place_counts() -> None:
    text = "near New York City today"
    assert {"I wide", "I city"} & _told(text, "York")
    assert not {"B wide", "B city", "B town", "B village"} & _told(text, "York")


def test_a_city_in_small_letters_is_still_one() -> None:
    assert "B city" in _told("i live in chicago now", "chicago")


def test_the_first_word_of_each_sentence_is_marked() -> None:
    rows = hints("It rained . He left .".split(), [0, 3])
    assert np.flatnonzero(rows[:, HINTS.index("first")]).tolist() == [0, 3]


def test_no_words_no_hints() -> None:
    assert hints([], []).shape == (0, len(HINTS))


def test_no_letters_no_hints() -> None:
    rows = hints(["12", ".", "", "\u05e9\u05dc\u05d5\u05dd", "\U0001f642"], [0])
    assert rows.shape == (5, len(HINTS))
    assert not rows[:, HINTS.index("capitals")].any()
