"""Trees: the heads of the words of a sentence from their scores, one root and no cycles."""

from __future__ import annotations

import numpy as np

from onrecord.tagger.network.decode import Paths, Scores


def heads(scores: Scores) -> Paths:
    """The head of each word from how well word h is the head of word d, `scores[d, h]`; the root is its own head.

    Each word takes its best head and the best root is the root; a cycle is opened at the word that loses least by
    another head. (The tree is not always the best one, as that of Chu and Liu 1965 is; nearly all need no repair.)
    """
    count = len(scores)
    words = np.arange(count)
    free = scores.copy()
    own = free[words, words].copy()
    free[words, words] = -np.inf
    best = free.max(1) if count > 1 else np.zeros(1)
    root = int((own - best).argmax())
    found: Paths = free.argmax(1)
    found[root] = root
    while (cycle := _cycle(found.tolist(), root)) is not None:
        _open(scores, free, found, cycle)
    return found


def _cycle(found: list[int], root: int) -> list[int] | None:
    """The words of a cycle, if there is one."""
    reached = [False] * len(found)
    reached[root] = True
    for word in range(len(found)):
        path: list[int] = []
        on_path: set[int] = set()
        while not reached[word] and word not in on_path:
            path.append(word)
            on_path.add(word)
            word = found[word]
        if word in on_path:
            return path[path.index(word) :]
        for passed in path:
            reached[passed] = True
    return None


def _open(scores: Scores, free: Scores, found: Paths, cycle: list[int]) -> None:
    """Hang one word of a cycle on the best word outside of it, and never again on one within."""
    inside = np.array(cycle)
    free[np.ix_(inside, inside)] = -np.inf
    loss = scores[inside, found[inside]] - free[inside].max(1)
    least = cycle[int(loss.argmin())]
    found[least] = int(free[least].argmax())
