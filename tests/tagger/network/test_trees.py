"""Heads from scores: one root, no cycles, no crossing arcs, the best heads where they make such a tree."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.tagger.network.decode import Scores
from onrecord.tagger.network.trees import at_odds, heads, is_projective, nearest, projective


def random(count: int, seed: int) -> Scores:
    return np.random.default_rng(seed).normal(size=(count, count)).astype(np.float32)


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


def test_crossing_arcs_and_arcs_over_the_root_are_no_projective_tree() -> None:
    assert is_projective([1, 1, 1, 2])
    assert not is_projective([2, 3, 2, 2])
    assert not is_projective([2, 1, 1])


@settings(deadline=None)
@given(st.integers(1, 25), st.integers(0, 10_000))
def test_any_scores_give_a_projective_tree(count: int, seed: int) -> None:
    assert is_projective(heads(random(count, seed)).tolist())


@settings(deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_no_projective_tree_is_better(count: int, seed: int) -> None:
    scores = random(count, seed)
    trees = (list(tree) for tree in product(range(count), repeat=count) if is_projective(list(tree)))
    best = max(sum(scores[word, head] for word, head in enumerate(tree)) for tree in trees)
    found = projective(scores).tolist()
    assert is_projective(found)
    assert abs(sum(scores[word, head] for word, head in enumerate(found)) - best) < 1e-4


@settings(deadline=None)
@given(st.integers(1, 7), st.integers(0, 10_000))
def test_the_search_from_the_best_heads_finds_what_the_search_among_all_finds(count: int, seed: int) -> None:
    scores = random(count, seed)
    found = nearest(scores, most=100_000)
    assert found is not None
    assert found.tolist() == projective(scores).tolist()


def test_a_tree_that_is_far_from_the_best_heads_is_left_to_the_search_among_all() -> None:
    scores = random(30, 1)
    assert nearest(scores, most=2) is None
    assert heads(scores).tolist() == projective(scores).tolist()


def test_words_at_odds_are_two_roots_crossing_arcs_or_a_cycle() -> None:
    assert at_odds(np.array([0, 1, 1])) == [0, 1]
    assert at_odds(np.array([2, 3, 2, 2])) == [0, 1]
    assert sorted(at_odds(np.array([0, 2, 3, 1]))) == [1, 2, 3]
    assert not at_odds(np.array([1, 1, 1, 2]))
