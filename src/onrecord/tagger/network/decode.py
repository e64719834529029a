"""Scores to spans: the best BIO sequence in which no I stands without its B."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.tagger.network.inventory import TOKEN_HEADS

Scores = NDArray[np.float32]
Paths = NDArray[np.int64]
NAME_CAUTION = 0.7
"""Added to the score of no name: chosen on the development part of EWT, where 0.5 to 1.5 gain as much."""
IMPOSSIBLE = -1e9


class Labelled(msgspec.Struct, frozen=True, order=True, gc=False):
    """The words `first` to `last` (exclusive) with their label."""

    first: int
    last: int
    label: str


class Frame(msgspec.Struct, frozen=True):
    """A cue or a predicate at the word `anchor`, with the spans that depend on it."""

    anchor: int
    spans: tuple[Labelled, ...]


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
    """The best valid labels by dynamic programming, over O, all B and all I in this order. O and B may follow anything,
    I-x only B-x or I-x: a step compares L labels instead of L squared pairs."""
    words, labels = scores.shape[1:]
    kinds = labels // 2
    order = np.concatenate([[0], np.arange(1, labels, 2), np.arange(2, labels, 2)])
    totals = np.ascontiguousarray(scores[:, :, order].transpose(1, 0, 2))
    totals[0, :, kinds + 1 :] = -np.inf
    outer, begin, inside = totals[:, :, : kinds + 1], totals[:, :, 1 : kinds + 1], totals[:, :, kinds + 1 :]
    for w in range(1, words):
        outer[w] += totals[w - 1].max(1, keepdims=True)
        inside[w] += np.maximum(begin[w - 1], inside[w - 1])
    top, begun = totals.argmax(2).T.tolist(), begin > inside
    return order[[retrace(best, begun[:, row]) for row, best in enumerate(top)]]


def retrace(top: list[int], begun: NDArray[np.bool_]) -> list[int]:
    """The best path of one row, numbers in the order of `search`, from the best label that a path up to each word can
    end in, and the kinds for which a B is the better end than an I."""
    kinds = begun.shape[1]
    path = [top[-1]]
    for w in range(len(top) - 2, -1, -1):
        after = path[-1]
        if after <= kinds:
            path.append(top[w])
        else:
            path.append(after - kinds if begun[w, after - kinds - 1] else after)
    return path[::-1]


def names(scores: Scores, starts: Sequence[int]) -> list[Labelled]:
    """The names by (W, L) scores of their head: none runs over the first word of a sentence, and a word has to be
    likelier in a name than out of one by `NAME_CAUTION`."""
    cautious = scores.copy()
    cautious[:, 0] += NAME_CAUTION
    cautious[[start for start in starts if start], 2::2] = IMPOSSIBLE
    return spans(viterbi(cautious[None])[0], TOKEN_HEADS["name"])


def spans(labels: Paths, names: tuple[str, ...]) -> list[Labelled]:
    """The spans of one valid BIO sequence."""
    found: list[Labelled] = []
    for i, label in enumerate(labels.tolist()):
        if label % 2 == 1:
            found.append(Labelled(i, i + 1, names[label][2:]))
        elif label:
            found[-1] = Labelled(found[-1].first, i + 1, found[-1].label)
    return found
