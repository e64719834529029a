"""Arcs: a tree while it is mended, asked for what hangs on what after all that was changed so far."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.tagger.trees.tree import Tree, tree

_STEPS = 60


class Arcs(msgspec.Struct):
    """The arcs of a tree; only `hang` and `tag` change them."""

    found: Tree
    tags: Sequence[str]
    words: Sequence[str]
    lemmas: Sequence[str]
    heads: list[int]
    relations: list[str]

    def hang(self, i: int, head: int, relation: str) -> None:
        """Hang a token on another."""
        self.heads[i], self.relations[i] = head, relation

    def tag(self, i: int, tag: str) -> None:
        """Give a token another tag."""
        self.tags = [*self.tags[:i], tag, *self.tags[i + 1 :]]

    def is_verb(self, i: int) -> bool:
        return self.tags[i][:2] == "VB"

    def is_noun(self, i: int) -> bool:
        return i < len(self.tags) and self.tags[i][:2] == "NN"

    def on(self, i: int, relations: frozenset[str]) -> list[int]:
        """What hangs on a token by one of the relations, of that which hung there from the start."""
        return [k for k in self.found.dependents[i] if self.heads[k] == i and self.relations[k] in relations]

    def hangs_on(self, i: int, upper: int) -> bool:
        """True where a token hangs, or may hang, on another by whatever steps, so that the other cannot hang on it."""
        for _ in range(_STEPS):
            if i == upper:
                return True
            if self.heads[i] == i:
                return False
            i = self.heads[i]
        return True

    def mended(self) -> Tree:
        """The tree of the arcs as they now are."""
        if self.heads == self.found.heads and self.relations == self.found.relations:
            return self.found
        return tree(self.heads, self.relations)


def arcs(found: Tree, tags: Sequence[str], words: Sequence[str], lemmas: Sequence[str]) -> Arcs:
    """The arcs of a tree, none changed yet."""
    return Arcs(found, tags, words, lemmas, list(found.heads), list(found.relations))
