"""Words with an apostrophe in them: names stay whole, clitics are cut off."""

from __future__ import annotations

import pytest

from onrecord.segment.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Na'imi fled", ["Na'imi", "fled"]),
        ("Sana\u2019a's port", ["Sana\u2019a", "'s", "port"]),
        ("Hay'at Tahrir al-Sham", ["Hay'at", "Tahrir", "al-Sham"]),
        ("Abu Bakr an-Na'imi", ["Abu", "Bakr", "an-Na'imi"]),
        ("O'Brien's dog", ["O'Brien", "'s", "dog"]),
        ("Mali's and Chad's", ["Mali", "'s", "and", "Chad", "'s"]),
        ("They've won, hasn't he?", ["They", "'ve", "won", ",", "has", "n't", "he", "?"]),
    ],
)
def test_apostrophes(text: str, words: list[str]) -> None:
    """An apostrophe within a name is part of it, one before a clitic is not."""
    assert [token.text for token in tokenize(text, 0, len(text))] == words
