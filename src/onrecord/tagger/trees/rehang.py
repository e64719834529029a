"""Rehanging: arcs of a predicted tree that cannot be, set right where the rest of the tree is sure.

What stands before a noun within its phrase hangs on it and on nothing beyond; a verb has one subject, and its object
stands behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.tagger.trees.tree import Tree, tree

_SUBJECT = frozenset(["nsubj", "nsubj:pass"])
_ANY_SUBJECT = _SUBJECT | {"nsubj:outer", "csubj", "expl"}
_OBJECT = frozenset(["obj", "iobj"])
_CASE = frozenset(["case", "mark"])
_ATTRIBUTE = frozenset(["advcl", "acl", "amod", "compound", "xcomp"])
_BEFORE = frozenset(["det", "amod", "nummod", "compound"])
_BEFORE_TAGS = ("DT", "JJ", "CD", "PR")


class _Arcs(msgspec.Struct):
    """The arcs as they are mended; only `_hang` changes them."""

    found: Tree
    tags: Sequence[str]
    heads: list[int]
    relations: list[str]

    def is_verb(self, i: int) -> bool:
        return self.tags[i][:2] == "VB"

    def is_noun(self, i: int) -> bool:
        return i < len(self.tags) and self.tags[i][:2] == "NN"

    def on(self, i: int, relations: frozenset[str]) -> list[int]:
        """What hangs on a token by one of the relations, after all that was changed so far."""
        return [k for k in self.found.dependents[i] if self.heads[k] == i and self.relations[k] in relations]


def mended(found: Tree, tags: Sequence[str]) -> Tree:
    """The tree with its arcs mended."""
    arcs = _Arcs(found, tags, list(found.heads), list(found.relations))
    for i in found.order:
        if arcs.is_verb(i):
            _subjects(arcs, i)
            _objects(arcs, i)
            _attribute(arcs, i)
        else:
            _word(arcs, i)
    if arcs.heads == found.heads and arcs.relations == found.relations:
        return found
    return tree(arcs.heads, arcs.relations)


def _hang(arcs: _Arcs, i: int, head: int, relation: str) -> None:
    arcs.heads[i], arcs.relations[i] = head, relation


def _subjects(arcs: _Arcs, i: int) -> None:
    """One subject a verb: another is that of the verb above, or an object."""
    for k in arcs.on(i, _SUBJECT):
        above = arcs.heads[i]
        if above != i and arcs.is_verb(above) and _is_of_above(arcs, k, i, above):
            _hang(arcs, k, above, "nsubj")
    own = arcs.on(i, _SUBJECT)
    if len(own) > 1 and own[0] < i < own[1]:
        objects = arcs.on(i, _OBJECT)
        arcs.relations[own[1]] = "iobj" if objects and objects[0] > own[1] else "obj"
    _raised(arcs, i)


def _is_of_above(arcs: _Arcs, k: int, i: int, above: int) -> bool:
    """True for a subject that its verb's own governor parts from it: "the agency said the men had left"."""
    if arcs.relations[i] != "ccomp" or arcs.on(above, _ANY_SUBJECT):
        return False
    if k < above < i:
        return True
    return i < k < above and len(arcs.on(i, _SUBJECT)) > 1


def _raised(arcs: _Arcs, i: int) -> None:
    """The subject of an infinitive is the object of its verb: "asked Lima to leave", not "for Lima to leave"."""
    own, above = arcs.on(i, _SUBJECT), arcs.heads[i]
    marks = [k for k in arcs.on(i, _CASE) if k < i]
    if len(own) != 1 or not marks or any(arcs.tags[k] != "TO" for k in marks) or arcs.relations[i] not in _CLAUSES:
        return
    if arcs.is_verb(above) and above < own[0] < marks[0] and not arcs.on(above, _OBJECT):
        _hang(arcs, own[0], above, "obj")
        arcs.relations[i] = "xcomp"


_CLAUSES = frozenset(["ccomp", "xcomp", "advcl"])


def _objects(arcs: _Arcs, i: int) -> None:
    """What stands before the second of two listed verbs is the object of the first; with a preposition it is none."""
    first = arcs.heads[i]
    for k in arcs.on(i, _OBJECT):
        if (
            arcs.relations[i] == "conj"
            and first < k < i
            and arcs.tags[k][0] != "W"
            and arcs.is_verb(first)
            and not arcs.on(first, _OBJECT)
        ):
            _hang(arcs, k, first, "obj")
        elif _has_preposition(arcs, k):
            arcs.relations[k] = "obl"


def _has_preposition(arcs: _Arcs, k: int) -> bool:
    opening = arcs.on(k, _CASE)
    return (
        bool(opening) and opening[0] == arcs.found.lows[k] and arcs.tags[opening[0]] in ("IN", "TO") and arcs.is_noun(k)
    )


def _attribute(arcs: _Arcs, i: int) -> None:
    """A participle between an article and the noun to which that belongs is an attribute: "a bridging loan"."""
    noun = i + 1
    if arcs.tags[i] not in ("VBG", "VBN") or arcs.relations[i] not in _ATTRIBUTE or not i or not arcs.is_noun(noun):
        return
    if arcs.relations[i - 1] != "det" or arcs.heads[i - 1] not in (i, noun) or arcs.heads[i] == i:
        return
    if arcs.heads[noun] == i:
        opened = arcs.on(i, _CASE) or arcs.on(noun, _CASE)
        _hang(arcs, noun, arcs.heads[i], "obl" if opened else "obj")
    for k in arcs.found.dependents[i]:
        if k != noun and arcs.heads[k] == i:
            _hang(arcs, k, noun, "case" if arcs.relations[k] == "mark" else arcs.relations[k])
    _hang(arcs, i, noun, "amod")


def _word(arcs: _Arcs, i: int) -> None:
    """A possessive mark hangs on the noun before it, a particle on the verb before it, what stands before a noun on
    that noun."""
    if arcs.tags[i] == "POS":
        if i and arcs.is_noun(i - 1) and not _hangs_on(arcs, i - 1, arcs.heads[i]) and not _hangs_on(arcs, i - 1, i):
            _hang(arcs, i, i - 1, "case")
    elif arcs.relations[i] == "compound:prt":
        if i and not arcs.is_verb(arcs.heads[i]) and arcs.is_verb(i - 1):
            _hang(arcs, i, i - 1, "compound:prt")
    elif arcs.relations[i] in _BEFORE and arcs.tags[i][:2] in (*_BEFORE_TAGS, "NN"):
        _before_noun(arcs, i)


def _before_noun(arcs: _Arcs, i: int) -> None:
    head = arcs.heads[i]
    if head < i:
        if head < i - 1 and arcs.is_noun(i + 1) and arcs.relations[i] != "nummod" and not _hangs_on(arcs, i + 1, i):
            arcs.heads[i] = i + 1
        return
    for k in range(i + 1, head):
        if arcs.is_noun(k) and not i <= arcs.heads[k] <= head and not _hangs_on(arcs, k, i):
            arcs.heads[i] = k
            return


def _hangs_on(arcs: _Arcs, i: int, upper: int) -> bool:
    """True where a token hangs on another by whatever steps, so that the other cannot hang on it."""
    for _ in range(len(arcs.heads)):
        if i == upper:
            return True
        if arcs.heads[i] == i:
            return False
        i = arcs.heads[i]
    return True
