"""Lemmas of inflected verbs and nouns."""

from __future__ import annotations

import pytest

from onrecord.tagger.lemma import lemma


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("hoping", "VBG", "hope"),
        ("stopped", "VBD", "stop"),
        ("denied", "VBD", "deny"),
        ("cancelled", "VBN", "cancel"),
        ("withdrew", "VBD", "withdraw"),
        ("accuses", "VBZ", "accuse"),
        ("vetoes", "VBZ", "veto"),
        ("refused", "VBD", "refuse"),
        ("gunmen", "NNS", "gunman"),
        ("embassies", "NNS", "embassy"),
        ("crises", "NNS", "crisis"),
        ("troops", "NNS", "troops"),
        ("Nations", "NNPS", "Nations"),
    ],
)
def test_forms_go_back_to_their_lemma(word: str, tag: str, expected: str) -> None:
    """Regular and irregular forms have their dictionary form; names keep theirs."""
    assert lemma(word, tag) == expected
