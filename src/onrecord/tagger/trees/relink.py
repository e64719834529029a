"""Relinking: relative clauses and verbs of speech that a predicted tree hangs on the wrong word.

"That" and "which" do not go past a thing to a person behind it; "that" before a whole clause tells what a claim or a
report says; who said that others had died goes on to blame.
"""

from __future__ import annotations

from onrecord.knowledge import actors, governors
from onrecord.tagger.trees.arcs import Arcs
from onrecord.tagger.words import saying

_RELATIVE = frozenset(["acl:relcl"])
_SUBJECT = frozenset(["nsubj", "nsubj:pass", "csubj", "expl"])
_HELPS = frozenset(["aux", "aux:pass", "cop", "mark"])
_AUXILIARY = frozenset(["aux", "aux:pass", "cop"])
_OF_NOUN = frozenset(["nmod"])
_CASE = frozenset(["case"])
_MARK = frozenset(["mark"])
_OBJECT = frozenset(["obj"])
_AFTER_NAME = 2
# What only one who speaks does, so that one of whom he speaks does not do it beside other things.
_ADDED = frozenset(
    "accuse appeal blame call condemn decry denounce deplore pledge praise thank urge vow warn welcome".split()
)


def relink(arcs: Arcs) -> None:
    """Mend what relative clauses and second verbs hang on."""
    for i in arcs.found.order:
        if arcs.is_verb(i):
            _antecedent(arcs, i)
            _last_named(arcs, i)
            _content(arcs, i)
            _for_whom(arcs, i)
            _speaker(arcs, i)


def _antecedent(arcs: Arcs, i: int) -> None:
    """In "the captain of the tanker that was held", it was the tanker."""
    person = arcs.heads[i]
    if arcs.relations[i] not in _RELATIVE or person >= i or not _is_person(arcs, person):
        return
    opening = next((k for k in arcs.found.dependents[i] if k < i and arcs.tags[k] == "WDT"), None)
    if opening is None or not arcs.is_noun(opening - 1):
        return
    thing = opening - 1
    between = thing in arcs.on(person, _OF_NOUN) and any(arcs.words[k] == "of" for k in arcs.on(thing, _CASE))
    if between and arcs.tags[thing] in ("NN", "NNS") and not _is_person(arcs, thing):
        arcs.heads[i] = thing


def _last_named(arcs: Arcs, i: int) -> None:
    """In "the envoy of Chad, which" it is Chad, in "a row between Lima and Quito, which" it is Quito."""
    above = arcs.heads[i]
    opening = next((k for k in arcs.found.dependents[i] if k < i and arcs.words[k] == "which"), None)
    if arcs.relations[i] not in _RELATIVE or opening is None or opening < _AFTER_NAME or arcs.words[opening - 1] != ",":
        return
    named = opening - _AFTER_NAME
    if named == above or not above < named or arcs.tags[named] not in ("NNP", "NNPS"):
        return
    first = arcs.heads[named] if arcs.relations[named] == "conj" else named
    between = first != named and any(arcs.words[k] == "between" for k in arcs.on(first, _CASE))
    if (between and above in (first, arcs.heads[first])) or (above == arcs.heads[first] and _is_person(arcs, above)):
        arcs.hang(i, named, arcs.relations[i])


def _content(arcs: Arcs, i: int) -> None:
    """In "the claim that police beat two miners" the clause is what is claimed: nothing in it stands for the claim."""
    noun = arcs.heads[i]
    if arcs.relations[i] not in _RELATIVE or noun >= i or not arcs.is_noun(noun):
        return
    opened = any(arcs.words[k] == "that" for k in arcs.on(i, _MARK))
    if opened and arcs.on(i, _SUBJECT) and governors.load().find(arcs.lemmas[noun].lower(), "n", "that") is not None:
        arcs.hang(i, noun, "acl")


def _for_whom(arcs: Arcs, i: int) -> None:
    """In "called Friday for the mayor to go" he is to go."""
    caller = arcs.heads[i]
    if arcs.relations[i] != "xcomp" or not caller < i or not any(arcs.tags[k] == "TO" for k in arcs.on(i, _MARK)):
        return
    loose = next((k for k in arcs.found.dependents[caller] if caller < k < i and arcs.words[k] == "for"), None)
    if loose is None:
        return
    whom = [k for k in range(loose + 1, i) if arcs.heads[k] in (caller, loose) and arcs.relations[k] in _OBJECT]
    if whom:
        arcs.hang(loose, i, "mark")
        arcs.hang(whom[-1], i, "nsubj")
        arcs.hang(i, caller, "advcl")


def _is_person(arcs: Arcs, i: int) -> bool:
    noun = actors.load().role_noun(arcs.lemmas[i].lower())
    return noun is not None and noun.number == "person" and arcs.tags[i] in ("NN", "NNS")


def _speaker(arcs: Arcs, i: int) -> None:
    """In "he said two had died and blamed bandits", he blamed them."""
    first = arcs.heads[i]
    said = arcs.heads[first]
    if arcs.relations[i] != "conj" or arcs.relations[first] != "ccomp" or arcs.lemmas[i] not in _ADDED:
        return
    if arcs.tags[i] not in ("VBD", "VBN") or arcs.on(i, _SUBJECT | _HELPS) or not said < first < i:
        return
    told = arcs.tags[said] == "VBD" and (arcs.lemmas[said] == "say" or arcs.lemmas[said] in saying())
    if told and arcs.on(first, _SUBJECT) and (arcs.on(first, _AUXILIARY) or arcs.tags[first] not in ("VBD", "VBN")):
        arcs.tag(i, "VBD")
        arcs.hang(i, said, "conj")
