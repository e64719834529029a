"""Trees: the heads of the words of a sentence from their scores, one root, no cycles and no crossing arcs."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

import msgspec
import numpy as np

from onrecord.tagger.network.decode import Paths, Scores

_ONE_ROOT = 1e4
"""What each root costs, so that the best tree has no more than it needs."""
_MOST_TRIED = 100
"""A tree that is not among so many candidates is searched among all, which takes about as long as these have."""


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

    Each word takes its best head. Where that makes no tree, or arcs cross, the best tree without crossing arcs is
    searched: from the best heads on, which are seldom far from it, and if that takes too long, among all
    (`projective`). English has hardly any crossing arcs.
    """
    found = nearest(scores)
    return projective(scores) if found is None else found


def nearest(scores: Scores, most: int = _MOST_TRIED) -> Paths | None:
    """The best projective tree, or None if it is not among the first `most` candidates.

    A candidate gives each word its best head, or its second best, and so on; the one that loses least against the best
    heads is looked at first, so the first tree is the best one. In a candidate that is none, some words cannot all keep
    their heads (see `at_odds`): the next candidates are those in which one of them takes its next best head. The best
    tree is never passed by, since it has another head for one of them, too.
    """
    best: Paths = scores.argmax(1)
    ranking: dict[int, tuple[list[int], list[float]]] = {}
    waiting: list[tuple[float, int, dict[int, int]]] = [(0.0, 0, {})]
    known: set[tuple[tuple[int, int], ...]] = set()
    for _ in range(most):
        if not waiting:
            break
        lost, _, ranks = heappop(waiting)
        candidate = best.copy()
        for word, rank in ranks.items():
            candidate[word] = ranking[word][0][rank]
        odds = at_odds(candidate)
        if not odds:
            return candidate
        for word in odds:
            if word not in ranking:
                ranking[word] = _ranked(scores[word])
            losses, rank = ranking[word][1], ranks.get(word, 0) + 1
            changed = ranks | {word: rank}
            name = tuple(sorted(changed.items()))
            if rank < len(losses) and name not in known:
                known.add(name)
                heappush(waiting, (lost + losses[rank] - losses[rank - 1], len(known), changed))
    return None


def _ranked(scores: Scores) -> tuple[list[int], list[float]]:
    """The heads of one word, the best one first, and what each loses against it."""
    order = np.argsort(-scores, kind="stable")
    losses: list[float] = (scores[order[0]].astype(np.float64) - scores[order]).tolist()
    return order.tolist(), losses


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
    return not at_odds(np.array(found))


def at_odds(found: Paths) -> list[int]:
    """Words that cannot all keep their heads: two roots, two words whose arcs cross, or those of a cycle; none where
    the heads are a projective tree. The arc of a root comes from before the first word, so no other arc goes over it.
    """
    words = np.arange(len(found))
    roots = np.flatnonzero(found == words)
    if len(roots) > 1:
        return [int(root) for root in roots[:2]]
    first, last = np.minimum(found, words), np.maximum(found, words)
    first[roots] = -1
    crossed = (first[:, None] < first) & (first < last[:, None]) & (last[:, None] < last)
    if crossed.any():
        return list(divmod(int(crossed.argmax()), len(found)))
    return _cycle(found)


def _cycle(found: Paths) -> list[int]:
    """The words of a cycle, if there is one: every way up ends in the root or goes round."""
    end = found
    for _ in range(len(found).bit_length()):
        end = end[end]  # two steps up, four, eight ...: more than there are words
    cycle = [int(end[(found[end] != end).argmax()])]
    while (word := int(found[cycle[-1]])) != cycle[0]:
        cycle.append(word)
    return cycle if len(cycle) > 1 else []


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
