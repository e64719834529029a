"""The best valid sequence of labels, and the spans in it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.tagger.network.decode import Labelled, spans, viterbi

NAMES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")


def is_valid(path: list[int]) -> bool:
    return all(
        label in (0, 1, 3) or before in (label, label - 1) for before, label in zip([0, *path], path, strict=False)
    )


def test_the_best_labels_stand_where_they_are_valid() -> None:
    scores = np.zeros((1, 3, 5), dtype=np.float32)
    scores[0, [0, 1, 2], [1, 2, 0]] = 1
    assert viterbi(scores).tolist() == [[1, 2, 0]]


def test_an_inside_without_its_beginning_is_mended() -> None:
    scores = np.zeros((1, 2, 5), dtype=np.float32)
    scores[0, 0, 0], scores[0, 0, 1], scores[0, 1, 2] = 1, 0.9, 2
    assert viterbi(scores).tolist() == [[1, 2]]


@given(st.integers(1, 4), st.integers(1, 8), st.integers(0, 10_000))
def test_the_path_is_valid_and_no_valid_path_is_better(count: int, words: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(count, words, 5)).astype(np.float32)
    for row, path in zip(scores, viterbi(scores).tolist(), strict=True):
        assert is_valid(path)
        assert sum(row[w, label] for w, label in enumerate(path)) >= best(row) - 1e-4


def best(row: np.ndarray) -> float:
    """The score of the best valid path, by trying every step."""
    totals = {label: float(row[0, label]) for label in (0, 1, 3)}
    for scores in row[1:]:
        totals = {
            label: float(scores[label])
            + max(t for before, t in totals.items() if label in (0, 1, 3) or before in (label, label - 1))
            for label in range(5)
            if label in (0, 1, 3) or {label, label - 1} & set(totals)
        }
    return max(totals.values())


def test_spans_begin_at_each_b_and_run_over_the_i_after_it() -> None:
    assert spans(np.array([1, 2, 3, 0, 1]), NAMES) == [
        Labelled(0, 2, "PER"),
        Labelled(2, 3, "ORG"),
        Labelled(4, 5, "PER"),
    ]
