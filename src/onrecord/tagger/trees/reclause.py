"""Reclausing: clauses of a predicted tree that cannot hang as they do.

A verb has one subject, its object stands behind it, and nothing reaches over the verb that governs it.
"""

from __future__ import annotations

from onrecord.knowledge import governors
from onrecord.tagger.corrections import lexicon
from onrecord.tagger.trees.arcs import Arcs

_SUBJECT = frozenset(["nsubj", "nsubj:pass"])
_ANY_SUBJECT = _SUBJECT | {"nsubj:outer", "csubj", "expl"}
_OBJECT = frozenset(["obj", "iobj"])
_CLAUSE = frozenset(["ccomp", "xcomp"])
_CASE = frozenset(["case", "mark"])
_MARK = frozenset(["mark"])
_HELPS = frozenset(["aux", "aux:pass", "cop", "mark"])
_INFINITIVES = frozenset(["ccomp", "xcomp", "advcl"])
_LOOSE = frozenset(["root", "acl", "amod", "dep", "advcl", "nsubj", "nsubj:pass"])
_REACH = 12


def reclause(arcs: Arcs) -> None:
    """Mend the subjects and the objects of verbs, and what their clauses hang on."""
    for i in arcs.found.order:
        if arcs.is_verb(i):
            _reduced(arcs, i)
            _subjects(arcs, i)
            _infinitive(arcs, i)
            _objects(arcs, i)
            _taken(arcs, i)
            _told(arcs, i)


def _reduced(arcs: Arcs, i: int) -> None:
    """A participle that keeps a finite verb from its subject is an attribute of that: "men held in Lima left"."""
    above = arcs.heads[i]
    if arcs.tags[i] not in ("VBN", "VBG", "VBD") or above <= i or arcs.relations[i] not in _LOOSE:
        return
    own = arcs.on(i, _SUBJECT)
    if len(own) != 1 or own[0] > i or not arcs.is_verb(above) or arcs.on(i, _HELPS) or arcs.on(above, _ANY_SUBJECT):
        return
    arcs.hang(own[0], above, "nsubj")
    arcs.hang(i, own[0], "acl")


def _subjects(arcs: Arcs, i: int) -> None:
    """One subject a verb: another is that of the verb above, or an object."""
    above = arcs.heads[i]
    for k in arcs.on(i, _SUBJECT):
        if above != i and arcs.is_verb(above) and _is_of_above(arcs, k, i, above):
            arcs.hang(k, above, "nsubj")
    own = arcs.on(i, _SUBJECT)
    if len(own) > 1 and own[0] < i < own[1]:
        objects = arcs.on(i, _OBJECT)
        arcs.relations[own[1]] = "iobj" if objects and objects[0] > own[1] else "obj"


def _is_of_above(arcs: Arcs, k: int, i: int, above: int) -> bool:
    """True for a subject that its verb's own governor parts from it: "the agency said the men had left"."""
    if arcs.relations[i] != "ccomp" or arcs.on(above, _ANY_SUBJECT):
        return False
    return k < above < i or (i < k < above and len(arcs.on(i, _SUBJECT)) > 1)


def _infinitive(arcs: Arcs, i: int) -> None:
    """What stands right before an infinitive is the object of its verb: "asked Lima to leave", not "for Lima to"."""
    above = arcs.heads[i]
    marks = [k for k in arcs.on(i, _CASE) if k < i]
    if not marks or any(arcs.tags[k] != "TO" for k in marks) or arcs.relations[i] not in _INFINITIVES:
        return
    noun = marks[0] - 1
    if not arcs.is_verb(above) or not above < noun or arcs.on(above, _OBJECT):
        return
    own = [k for k in arcs.on(i, _SUBJECT) if above < k < marks[0]]
    if len(own) == 1:
        arcs.hang(own[0], above, "obj")
        arcs.relations[i] = "xcomp"
    elif arcs.is_noun(noun) and arcs.heads[noun] > i:
        arcs.hang(noun, above, "obj")


def _objects(arcs: Arcs, i: int) -> None:
    """What stands before the second of two listed verbs is the object of the first; with a preposition it is none."""
    first = arcs.heads[i]
    for k in arcs.on(i, _OBJECT):
        listed = arcs.relations[i] == "conj" and first < k < i and arcs.tags[k][0] != "W"
        if listed and arcs.is_verb(first) and not arcs.on(first, _OBJECT):
            arcs.hang(k, first, "obj")
        elif _has_preposition(arcs, k):
            arcs.relations[k] = "obl"


def _has_preposition(arcs: Arcs, k: int) -> bool:
    opening = arcs.on(k, _CASE)
    if not opening or opening[0] != arcs.found.lows[k]:
        return False
    return arcs.tags[opening[0]] in ("IN", "TO") and arcs.is_noun(k)


def _taken(arcs: Arcs, i: int) -> None:
    """A gerund hangs on the nearest verb that the tables know with its preposition: "deter them from sending"."""
    opening = [k for k in arcs.on(i, _CASE) if k < i]
    if arcs.tags[i] != "VBG" or len(opening) != 1 or arcs.relations[i] not in ("acl", "advcl", "nmod", "obl"):
        return
    wanted = f"{arcs.words[opening[0]]}-gerund"
    for k in range(opening[0] - 1, max(arcs.heads[i], opening[0] - _REACH), -1):
        if arcs.is_verb(k) and governors.load().find(arcs.lemmas[k], "v", wanted) is not None:
            if not arcs.hangs_on(k, i):
                arcs.hang(i, k, "advcl")
            return


def _told(arcs: Arcs, i: int) -> None:
    """A clause with "that" hangs on the verb of saying right before it: ", adding that they had left"."""
    opening = [k for k in arcs.on(i, _MARK) if arcs.words[k] == "that"]
    if not opening or arcs.relations[i] not in ("advcl", "acl"):
        return
    before = opening[0] - 1
    if before <= arcs.heads[i] or not arcs.is_verb(before) or arcs.lemmas[before] not in lexicon().saying:
        return
    if not arcs.on(before, _CLAUSE) and not arcs.hangs_on(before, i):
        arcs.hang(i, before, "ccomp")
