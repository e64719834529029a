"""Heads from scores: one root, no cycles, the best heads where they make a tree."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.tagger.network.trees import heads


def test_the_best_heads_are_taken_where_they_make_a_tree() -> None:
    scores = np.zeros((3, 3), dtype=np.float32)
    scores[1, 1], scores[0, 1], scores[2, 1] = 5, 5, 5
    assert heads(scores).tolist() == [1, 1, 1]


def test_of_two_roots_the_better_one_stays() -> None:
    scores = np.array([[3, 2], [0, 9]], dtype=np.float32)
    assert heads(scores).tolist() == [1, 1]


def test_a_cycle_is_opened_where_least_is_lost() -> None:
    scores = np.array([[9, 0, 0], [4, 0, 5], [0, 5, 0]], dtype=np.float32)
    assert heads(scores).tolist() == [0, 0, 1]


def test_one_word_is_its_own_head() -> None:
    assert heads(np.zeros((1, 1), dtype=np.float32)).tolist() == [0]


@given(st.integers(1, 25), st.integers(0, 10_000))
def test_any_scores_give_a_tree(count: int, seed: int) -> None:
    found = heads(np.random.default_rng(seed).normal(size=(count, count)).astype(np.float32)).tolist()
    assert sum(head == word for word, head in enumerate(found)) == 1
    for word in range(count):
        for _ in range(count):
            word = found[word]
        assert found[word] == word
