"""Trees: the heads of the words of a sentence from their scores, one root, no cycles and no crossing arcs."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from onrecord.tagger.network.decode import Paths, Scores

_ONE_ROOT = 1e4
"""What each root costs, so that the best tree has no more than it needs."""


class _Spans(msgspec.Struct, frozen=True):
    """Scores of spans of one kind: `by_start[i, n]` and `by_end[j, n]` hold the same, of n + 1 words from i and to j.

    `split` is where the best span of that start and length is put together.
    """

    by_start: Scores
    by_end: Scores
    split: Paths

    @classmethod
    def of(cls, count: int, filled: float) -> _Spans:
        nothing = np.full((count, count), -np.inf, dtype=np.float32)
        spans = cls(nothing, nothing.copy(), np.zeros((count, count), dtype=np.int64))
        spans.by_start[:, 0] = spans.by_end[:, 0] = filled
        return spans

    def put(self, length: int, scores: Scores, split: Paths | None = None) -> None:
        self.by_start[: len(scores), length] = scores
        self.by_end[length:, length] = scores
        if split is not None:
            self.split[: len(scores), length] = split


def heads(scores: Scores) -> Paths:
    """The head of each word from how well word h is the head of word d, `scores[d, h]`; the root is its own head.

    Each word takes its best head; where that makes no tree, or arcs cross, the best tree without crossing arcs is
    searched (Eisner 1996). English has hardly any others.
    """
    found: Paths = scores.argmax(1)
    return found if is_projective(found.tolist()) else projective(scores)


def of_sentences(scores: Scores, lengths: Sequence[int]) -> Paths:
    """The heads of the words of a paragraph, each within its own sentence; `lengths` are those of the sentences."""
    found, first = [np.zeros(0, dtype=np.int64)], 0
    for length in lengths:
        own = slice(first, first + length)
        found.append(heads(scores[own, own]) + first)
        first += length
    return np.concatenate(found)


def is_projective(found: list[int]) -> bool:
    """True for one root and no two arcs that cross, the arc over the root included; such heads have no cycles."""
    roots = [word for word, head in enumerate(found) if word == head]
    if len(roots) != 1:
        return False
    arcs = [(min(pair), max(pair)) for pair in enumerate(found) if pair[0] != pair[1]]
    open_ends: list[int] = []
    for first, last in sorted(arcs, key=lambda arc: (arc[0], -arc[1])):
        while open_ends and open_ends[-1] <= first:
            open_ends.pop()
        if (open_ends and last > open_ends[-1]) or first < roots[0] < last:
            return False
        open_ends.append(last)
    return not _has_cycle(found, roots[0])


def _has_cycle(found: list[int], root: int) -> bool:
    reached = {root}
    for word in range(len(found)):
        path: list[int] = []
        while word not in reached:
            if len(path) > len(found):
                return True
            path.append(word)
            word = found[word]
        reached.update(path)
    return False


def projective(scores: Scores) -> Paths:
    """The best tree without crossing arcs, by Eisner's dynamic programming over spans; cubic in the number of words.

    Word 0 of the tables is a root before the sentence. A half span has its head at its left or right end and is
    complete; an arc span joins its two ends by an arc.
    """
    count = len(scores) + 1
    over = np.zeros((count, count), dtype=np.float32)  # over[h, d]
    over[1:, 1:] = scores.T
    over[0, 1:] = np.diag(scores) - _ONE_ROOT
    left, right = _Spans.of(count, 0.0), _Spans.of(count, 0.0)
    left_arc, right_arc = _Spans.of(count, -np.inf), _Spans.of(count, -np.inf)
    for length in range(1, count):
        starts = np.arange(count - length)
        between = right.by_start[starts, :length] + left.by_end[starts + length, length - 1 :: -1][:, :length]
        split = between.argmax(1)
        best = between[starts, split]
        left_arc.put(length, best + over[starts + length, starts], split)
        right_arc.put(length, best + over[starts, starts + length], split)
        ends = starts + length
        _complete(left, left.by_start[starts, :length] + left_arc.by_end[ends, length:0:-1], length)
        rest = right.by_end[ends, length - 1 :: -1][:, :length]
        _complete(right, right_arc.by_start[starts, 1 : length + 1] + rest, length)
    return _traced(left, right, left_arc, right_arc, count)


def _complete(spans: _Spans, scores: Scores, length: int) -> None:
    split = scores.argmax(1)
    spans.put(length, scores[np.arange(len(scores)), split], split)


def _traced(left: _Spans, right: _Spans, left_arc: _Spans, right_arc: _Spans, count: int) -> Paths:
    """The heads of the best tree, from where its spans were put together."""
    found = np.arange(count - 1)
    left_kind, right_kind, left_arc_kind, right_arc_kind = range(4)
    todo = [(right_kind, 0, count - 1)]
    while todo:
        kind, first, last = todo.pop()
        length = last - first
        if not length:
            continue
        if kind == left_kind:
            at = first + int(left.split[first, length])
            todo += [(left_kind, first, at), (left_arc_kind, at, last)]
        elif kind == right_kind:
            at = first + 1 + int(right.split[first, length])
            todo += [(right_arc_kind, first, at), (right_kind, at, last)]
        else:
            at = first + int((left_arc if kind == left_arc_kind else right_arc).split[first, length])
            head, dependent = (last, first) if kind == left_arc_kind else (first, last)
            if head:
                found[dependent - 1] = head - 1
            todo += [(right_kind, first, at), (left_kind, at + 1, last)]
    return found
