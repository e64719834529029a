"""Scores to spans: the best BIO sequence in which no I stands without its B."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.corpora import Labelled

Scores = NDArray[np.float32]
Paths = NDArray[np.int64]


def viterbi(scores: Scores) -> Paths:
    """The best valid labels for (K, W, L) scores, L being O, then B and I of each kind: (K, W).

    Where the best label of each word already makes a valid sequence, that is the answer; only the other rows are
    searched.
    """
    paths: Paths = scores.argmax(2)
    before = np.concatenate([np.zeros_like(paths[:, :1]), paths[:, :-1]], axis=1)
    inside = (paths > 0) & (paths % 2 == 0)
    invalid = (inside & (before != paths) & (before != paths - 1)).any(1)
    if invalid.any():
        paths[invalid] = search(scores[invalid])
    return paths


def search(scores: Scores) -> Paths:
    """The best valid labels by dynamic programming. I-x may follow B-x or I-x alone, so that a step takes L comparisons
    instead of L squared."""
    count, words, labels = scores.shape
    back = np.zeros((words, count, labels), dtype=np.int64)
    rows = np.arange(count)
    best = scores[:, 0].copy()
    best[:, 2::2] = -np.inf
    inside, begin = np.arange(2, labels, 2), np.arange(1, labels, 2)
    for w in range(1, words):
        top = best.argmax(1)
        back[w] = top[:, None]
        following = np.repeat(best[rows, top][:, None], labels, axis=1)
        goes_on = best[:, inside] >= best[:, begin]
        back[w][:, inside] = np.where(goes_on, inside, begin)
        following[:, inside] = np.maximum(best[:, inside], best[:, begin])
        best = following + scores[:, w]
    path = np.zeros((count, words), dtype=np.int64)
    path[:, -1] = best.argmax(1)
    for w in range(words - 1, 0, -1):
        path[:, w - 1] = back[w][rows, path[:, w]]
    return path


def spans(labels: Paths, names: tuple[str, ...]) -> list[Labelled]:
    """The spans of one valid BIO sequence."""
    found: list[Labelled] = []
    for i, label in enumerate(labels):
        if label % 2 == 1:
            found.append(Labelled(i, i + 1, names[label][2:]))
        elif label:
            found[-1] = Labelled(found[-1].first, i + 1, found[-1].label)
    return found
