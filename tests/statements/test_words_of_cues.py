"""The reporting words and the words for a source: no circumstance behind the one, nothing broken off in the other."""

from __future__ import annotations

import pytest

from onrecord import pipeline
from onrecord.acquire.text import article
from onrecord.schema.span import words

ROWS = (
    ("The ferry company said in a filing on Monday that its boats were old.", "said", "The ferry company"),
    ('"It was the wind," Berit Aune wrote in an e-mail to the harbour office.', "wrote", "Berit Aune"),
    ('"They are slow," Berit Aune said of the inspectors in Bergen.', "said", "Berit Aune"),
    ("The opposition called for a new count in Bergen.", "called for", "The opposition"),
    ("Berit Aune has said the pier is safe, but she warned that the crane is not.", "warned", "she"),
)


@pytest.mark.parametrize(("text", "cue", "source"), ROWS)
def test_words_of_a_statement(text: str, cue: str, source: str) -> None:
    """A statement has these very words for its cue and its source."""
    reading = pipeline.read(article(text, id="a", published="2023-09-06"))
    told = [(words(text, said.cue), words(text, said.source.spans)) for said in reading.statements]
    assert (cue, source) in told
