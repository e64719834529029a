"""Tree: a dependency tree with the lists that every question about it needs, each computed once.

A predicted tree may hold cycles, arcs that cross and several roots. A cycle is cut where it is first met; nothing else
is changed.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.schema.labels import Arc


class Tree(msgspec.Struct, frozen=True):
    """The head and relation of each token; `dependents` from left to right, `order` with heads before dependents, and
    the first (`lows`) and last token (`highs`) of all that hangs on each."""

    heads: Sequence[int]
    relations: Sequence[str]
    dependents: Sequence[Sequence[int]]
    order: Sequence[int]
    lows: Sequence[int]
    highs: Sequence[int]

    def first(self, i: int, relations: frozenset[str]) -> int | None:
        """The first dependent of a token by one of the relations."""
        for k in self.dependents[i]:
            if self.relations[k] in relations:
                return k
        return None

    def all(self, i: int, relations: frozenset[str]) -> list[int]:
        """The dependents of a token by one of the relations, from left to right."""
        return [k for k in self.dependents[i] if self.relations[k] in relations]


def read(arcs: Sequence[Arc]) -> Tree:
    """The tree of a sentence from the arcs of its tokens; a head outside the sentence makes a root."""
    heads = [arc.head if 0 <= arc.head < len(arcs) else i for i, arc in enumerate(arcs)]
    relations = ["root" if head == i else arc.relation for i, (head, arc) in enumerate(zip(heads, arcs, strict=True))]
    return tree(heads, relations)


def tree(heads: Sequence[int], relations: Sequence[str]) -> Tree:
    """The tree of heads and relations; tokens that no root reaches are cut loose where their cycle is first met."""
    heads, relations = list(heads), list(relations)
    dependents = _dependents(heads)
    order = _reached([i for i, head in enumerate(heads) if head == i], dependents)
    if len(order) < len(heads):
        _cut(heads, relations, order)
        dependents = _dependents(heads)
        order = _reached([i for i, head in enumerate(heads) if head == i], dependents)
    lows, highs = _yields(heads, order)
    return Tree(heads, relations, dependents, order, lows, highs)


def _dependents(heads: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            found[head].append(i)
    return found


def _reached(roots: Sequence[int], dependents: Sequence[Sequence[int]]) -> list[int]:
    """The tokens below the roots, heads first."""
    order = list(roots)
    for i in order:
        order.extend(dependents[i])
    return order


def _cut(heads: list[int], relations: list[str], order: Sequence[int]) -> None:
    """Make a root of one token of each cycle."""
    state = [0] * len(heads)
    for i in order:
        state[i] = 2
    for start in range(len(heads)):
        path = []
        i = start
        while not state[i]:
            state[i] = 1
            path.append(i)
            i = heads[i]
        if state[i] == 1:
            heads[i], relations[i] = i, "root"
        for k in path:
            state[k] = 2


def _yields(heads: Sequence[int], order: Sequence[int]) -> tuple[list[int], list[int]]:
    lows, highs = list(range(len(heads))), list(range(len(heads)))
    for i in reversed(order):
        head = heads[i]
        lows[head] = min(lows[head], lows[i])
        highs[head] = max(highs[head], highs[i])
    return lows, highs
