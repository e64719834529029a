"""The network on any words: as many labels as words, trees that are trees, the same answer every time."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.tagger.network.inventory import RELATIONS, TOKEN_HEADS
from onrecord.tagger.network.pieces import MAX_PIECES
from onrecord.tagger.network.reader import Marked, Network

Sentences = list[list[str]]
_WORD = st.text(st.characters(exclude_categories=("Cs", "Z", "Cc")), min_size=1, max_size=20)
_SENTENCES = st.lists(st.lists(_WORD, min_size=1, max_size=12), min_size=1, max_size=5)


def read(network: Network, sentences: Sentences) -> list[tuple[range, Marked]]:
    return list(network.paragraph(sentences))


@settings(max_examples=60, deadline=None)
@given(_SENTENCES)
def test_every_word_of_every_sentence_has_its_labels(network: Network, sentences: Sentences) -> None:
    found = read(network, sentences)
    assert [i for group, _ in found for i in group] == list(range(len(sentences)))
    for group, marked in found:
        count = sum(len(sentences[i]) for i in group)
        assert len(marked.tags) == len(marked.heads) == len(marked.relations) == count
        assert set(marked.tags) <= set(TOKEN_HEADS["xpos"])
        assert set(marked.relations) <= set(RELATIONS)
        spans = [*marked.names, *(s.cue for s in marked.said), *chain(*((*s.source, *s.content) for s in marked.said))]
        assert all(0 <= span.first < span.last <= count for span in spans)


@settings(max_examples=60, deadline=None)
@given(_SENTENCES)
def test_every_sentence_is_one_tree(network: Network, sentences: Sentences) -> None:
    for group, marked in read(network, sentences):
        first = 0
        for i in group:
            last = first + len(sentences[i])
            assert_tree(marked.heads, first, last)
            first = last


def assert_tree(heads: tuple[int, ...], first: int, last: int) -> None:
    assert sum(heads[i] == i for i in range(first, last)) == 1
    for word in range(first, last):
        steps = 0
        while heads[word] != word:
            word = heads[word]
            steps += 1
            assert first <= word < last
            assert steps <= last - first


def test_the_same_words_get_the_same_labels(network: Network) -> None:
    sentences = [["The", "envoy", "said", "it", "."], ["He", "met", "the", "army", "."]]
    assert read(network, sentences) == read(network, sentences)


def test_a_long_paragraph_is_cut_at_sentences(network: Network) -> None:
    sentences = [["envoy"] * 100] * 5
    groups = [group for group, _ in read(network, sentences)]
    assert groups == [range(2), range(2, 4), range(4, 5)]


def test_a_sentence_that_is_too_long_is_read_in_parts_and_is_still_one_tree(network: Network) -> None:
    count = 3 * MAX_PIECES
    [(_, marked)] = read(network, [["envoy"] * count])
    assert len(marked.tags) == count
    assert_tree(marked.heads, 0, count)


def test_no_sentence_gives_nothing(network: Network) -> None:
    assert read(network, []) == []


@pytest.mark.parametrize("word", ["x" * 10_000, "🙂", "שלום", "\u200b", "مرحبا"])
def test_odd_words_get_labels(network: Network, word: str) -> None:
    [(_, marked)] = read(network, [["The", word, "said"]])
    assert len(marked.tags) == 3
