"""Tags that cannot be are set right."""

from __future__ import annotations

import pytest

from onrecord.tagger import pos
from onrecord.tagger.corrections import corrected, lexicon


def tags(sentence: str) -> dict[str, str]:
    """The corrected tag of each word."""
    words = sentence.split()
    return dict(zip(words, corrected(words, pos.tag([words])[0], lexicon()), strict=True))


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("Norway will sign it .", "Norway", "NNP"),
        ("China will station guns there .", "station", "VB"),
        ("Rebels seized the town .", "Rebels", "NNS"),
        ("Gunmen might threaten the clinic .", "Gunmen", "NNS"),
        ("They fined two Nicaraguan judges , he said .", "judges", "NNS"),
        ("They agreed to free the men .", "free", "VB"),
        ("The union demanded that Uganda release forty men .", "release", "VB"),
        ("They are holding a joint naval exercise off Luzon .", "exercise", "NN"),
        ("China massed artillery near the pass .", "artillery", "NN"),
    ],
)
def test_a_tag_that_cannot_be_is_set_right(sentence: str, word: str, tag: str) -> None:
    """States, people, things and verbs of news have their tag, whatever web text made of them."""
    assert tags(sentence)[word] == tag


def test_an_infinitive_is_told_from_a_preposition() -> None:
    """ "to" before a base form opens an infinitive, before a noun it does not."""
    assert tags("They flew to Peru .")["to"] != "TO"
    assert tags("They hope to sign it .")["to"] == "TO"
