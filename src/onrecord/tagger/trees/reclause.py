"""Reclausing: clauses of a predicted tree that cannot hang as they do.

A verb has one subject, its object stands behind it, and nothing reaches over the verb that governs it.
"""

from __future__ import annotations

from onrecord.knowledge import governors
from onrecord.tagger import lemma
from onrecord.tagger.trees.arcs import Arcs
from onrecord.tagger.words import PURPOSES, saying

_SUBJECT = frozenset(["nsubj", "nsubj:pass"])
_ANY_SUBJECT = _SUBJECT | {"nsubj:outer", "csubj", "expl"}
_OBJECT = frozenset(["obj", "iobj"])
_CLAUSE = frozenset(["ccomp", "xcomp"])
_CASE = frozenset(["case", "mark"])
_MARK = frozenset(["mark"])
_OUTER = frozenset(["nsubj:outer"])
_COPULA = frozenset(["cop"])
_HELPS = frozenset(["aux", "aux:pass", "cop", "mark"])
_INFINITIVES = frozenset(["ccomp", "xcomp", "advcl"])
_LOOSE = frozenset(["root", "acl", "amod", "dep", "advcl", "nsubj", "nsubj:pass"])
_AUXILIARIES = frozenset(["be", "have", "do", "get", "go", "let", "use", "dare", "need", "ought"])
_GIVING = frozenset(["give", "allow", "grant"])
_UNMARKED = frozenset(["obl:unmarked"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "VBN"])
_SHORT = 3
_REACH = 12


def reclause(arcs: Arcs) -> None:
    """Mend the subjects and the objects of verbs, and what their clauses hang on."""
    for i in arcs.found.order:
        if arcs.is_verb(i):
            _auxiliary(arcs, i)
            _due(arcs, i)
            _reduced(arcs, i)
            _subjects(arcs, i)
            _infinitive(arcs, i)
            _objects(arcs, i)
            _taken(arcs, i)
            _told(arcs, i)
            _listed(arcs, i)


def _auxiliary(arcs: Arcs, i: int) -> None:
    """Only few verbs are auxiliaries: "keeps threatening" is a verb with its complement."""
    verb = arcs.heads[i]
    if arcs.relations[i] != "aux" or not i < verb or not arcs.is_verb(verb) or len(arcs.words[i]) <= _SHORT:
        return
    if arcs.lemmas[i] in _AUXILIARIES or arcs.lemmas[i] not in lemma.forms().verbs:
        return
    for k in arcs.found.dependents[verb]:
        if k < i and arcs.heads[k] == verb:
            arcs.hang(k, i, arcs.relations[k])
    arcs.hang(i, arcs.heads[verb] if arcs.heads[verb] != verb else i, arcs.relations[verb])
    arcs.hang(verb, i, "xcomp")


def _due(arcs: Arcs, i: int) -> None:
    """In "the envoy is to leave" the verb is no predicate noun, and the envoy its subject."""
    if arcs.tags[i] != "VB" or not any(arcs.tags[k] == "TO" for k in arcs.on(i, _MARK)):
        return
    for subject in arcs.on(i, _OUTER):
        for be in arcs.on(i, _COPULA):
            if subject < be < i and arcs.tags[subject] != "VB" and arcs.lemmas[subject].lower() not in PURPOSES:
                arcs.hang(subject, i, "nsubj")
                arcs.hang(be, i, "aux")


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
    own = [k for k in arcs.on(i, _SUBJECT | _OBJECT) if above < k < marks[0] and not _asks(arcs, k)]
    if len(own) == 1:
        arcs.hang(own[0], above, "obj")
        arcs.relations[i] = "xcomp"
    elif arcs.is_noun(noun) and arcs.heads[noun] > i:
        arcs.hang(noun, above, "obj")


def _objects(arcs: Arcs, i: int) -> None:
    """What stands right behind one verb is no object of a later one; with a preposition it is none at all."""
    for k in arcs.on(i, _OBJECT):
        before = _verb_before(arcs, k, i)
        if before is not None:
            arcs.hang(k, before, "obj")
        elif _has_preposition(arcs, k):
            arcs.relations[k] = "obl"
    first = arcs.on(i, _OBJECT)
    second = [k for k in arcs.on(i, _UNMARKED) if first and k > first[0]]
    if arcs.lemmas[i] not in _GIVING or len(first) != 1 or not second:
        return
    if arcs.found.lows[second[0]] == first[0] + 1 and arcs.tags[first[0] + 1] != ",":
        arcs.relations[first[0]], arcs.relations[second[0]] = "iobj", "obj"


def _verb_before(arcs: Arcs, k: int, i: int) -> int | None:
    """The verb without an object right before the phrase of an object that stands before its verb."""
    before = arcs.found.lows[k] - 1
    if k > i or before < 0 or _asks(arcs, k) or not arcs.is_verb(before) or arcs.relations[before] in _HELPS:
        return None
    return before if not arcs.on(before, _OBJECT) and not arcs.hangs_on(before, k) else None


def _asks(arcs: Arcs, k: int) -> bool:
    """True for "what" and "how many ships", which stand before their verbs."""
    return arcs.tags[arcs.found.lows[k]][0] == "W"


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
    if before <= arcs.heads[i] or not arcs.is_verb(before) or arcs.lemmas[before] not in saying():
        return
    if not arcs.on(before, _CLAUSE) and not arcs.hangs_on(before, i):
        arcs.hang(i, before, "ccomp")


def _listed(arcs: Arcs, i: int) -> None:
    """The second of two listed verbs hangs on the one that it is like: a gerund on a gerund, and "burned a flag" on
    "gathered" in "they gathered and, witnesses said, burned a flag"."""
    above = arcs.heads[i]
    if above == i or not arcs.is_verb(above):
        return
    if arcs.relations[i] == "conj" and arcs.tags[i] == "VBG" and _opens_with(arcs, i, _WHEN):
        _beside(arcs, i, above)
    if arcs.on(i, _HELPS | _ANY_SUBJECT):
        return
    if arcs.relations[i] == "conj" and arcs.tags[i] == "VBG" and arcs.tags[above] != "VBG":
        alike = [k for k in range(above + 1, i) if arcs.tags[k] == "VBG" and arcs.heads[k] == above]
        if alike:
            arcs.heads[i] = alike[-1]
    elif arcs.relations[i] == "ccomp" and arcs.tags[i] in _FINITE and i > above:
        first = [k for k in arcs.on(above, _CLAUSE) if k < above and arcs.is_verb(k)]
        if first:
            arcs.hang(i, first[0], "conj")


_WHEN = frozenset(["while", "when", "before", "after"])


def _opens_with(arcs: Arcs, i: int, words: frozenset[str]) -> bool:
    return any(arcs.words[k] in words and k < i for k in arcs.on(i, _CASE))


def _beside(arcs: Arcs, i: int, above: int) -> None:
    """A gerund with "while" hangs on the nearest gerund above it, else on the main verb: ", demanding that they stop,
    while also [condemning] the raid"."""
    while arcs.heads[above] != above and arcs.relations[above] in _CLAUSE and arcs.is_verb(arcs.heads[above]):
        above = arcs.heads[above]
        if arcs.tags[above] == "VBG":
            break
    arcs.hang(i, above, "advcl")
