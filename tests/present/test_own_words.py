"""The words of a report around a predicate."""

from __future__ import annotations

import pytest

from onrecord.present.own_words import in_sentence


@pytest.mark.parametrize(
    ("sentence", "following"),
    [
        ("Oslo urged Bergen to wait; Bergen refused.", "Bergen to wait"),
        ("Oslo urged Bergen to wait.", "Bergen to wait"),
        ("“Oslo urged Bergen to wait,” she said.", "Bergen to wait"),
        ("'Oslo urged Bergen to wait,' she said.", "Bergen to wait"),
        ("Oslo urged the St. Olav ferry to wait.", "the St. Olav ferry to wait"),
        ("Oslo urged.", ""),
    ],
)
def test_the_words_behind_end_at_a_stop(sentence: str, following: str) -> None:
    """What follows a predicate ends where the sentence, its clause or its quotation ends."""
    assert in_sentence("urged", sentence).following == following


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [("They dropped their demand.", True), ("They demand a fine.", False), ("Oslo's demand fell.", True)],
)
def test_a_noun_is_known_by_the_word_before_it(sentence: str, noun: bool) -> None:
    """An article or a possessive before a predicate makes it a noun."""
    assert in_sentence("demand", sentence).noun is noun


def test_a_predicate_that_is_not_in_its_sentence() -> None:
    """Where the words cannot be found nothing follows."""
    assert in_sentence("met", "They spoke.").following == ""
