"""The perceptron tagger and the corrections after it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.tagger import pos


def test_a_sentence_of_news_is_tagged() -> None:
    """Nouns, verbs, names and numbers have their Penn Treebank tags."""
    words = "The ministry said on Monday that 20 men had been freed .".split()
    assert " ".join(pos.tag([words])[0]) == "DT NN VBD IN NNP IN CD NNS VBD VBN VBN ."


@given(st.lists(st.lists(st.text(min_size=1, max_size=12), max_size=12), max_size=4))
def test_every_token_has_one_tag(sentences: list[list[str]]) -> None:
    """Any tokens are tagged, one tag each, the same every time."""
    found = pos.tag(sentences)
    assert [len(tags) for tags in found] == [len(tokens) for tokens in sentences]
    assert found == pos.tag(sentences)
