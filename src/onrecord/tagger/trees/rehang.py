"""Rehanging: arcs within the noun phrases of a predicted tree that cannot be.

What stands before a noun within its phrase hangs on it and on nothing beyond.
"""

from __future__ import annotations

from onrecord.tagger.trees.arcs import Arcs
from onrecord.tagger.words import TIME_NOUNS

_GIVING = frozenset("give send offer sell lend grant hand show promise owe award deny teach pay supply".split())
_OPENING = frozenset(["DT", "JJ", "JJR", "CD", "PRP$"])
_MARKING = frozenset(["mark", "case", "fixed"])
_OBJECT = frozenset(["obj", "iobj", "ccomp", "xcomp"])
_CASE = frozenset(["case", "mark"])
_ATTRIBUTE = frozenset(["advcl", "acl", "amod", "compound", "xcomp"])
_OF_NOUNS = frozenset(["det", "amod"])
_BEFORE = frozenset(["det", "amod", "nummod", "compound", "nmod:desc"])
_BEFORE_TAGS = ("DT", "JJ", "CD", "PR", "NN")
_LOOSE_NAMES = frozenset(["nmod", "appos", "dep"])
_NAMED = frozenset(["nsubj", "nsubj:pass", "obj", "iobj", "obl", "flat"]) | _LOOSE_NAMES
_FINITE = frozenset(["MD", "VBD", "VBP", "VBZ"])
_HELPS = frozenset(["aux", "aux:pass", "cop"])
_SUBJECT = frozenset(["nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"])


def rehang(arcs: Arcs) -> None:
    """Mend the arcs of nouns and of what stands before them."""
    for i in arcs.found.order:
        if arcs.is_verb(i):
            _attribute(arcs, i)
            _visiting(arcs, i)
            _against(arcs, i)
            _noun_of_adjective(arcs, i)
        elif arcs.tags[i] == "POS":
            _mark(arcs, i)
            _possessor(arcs, i)
        elif arcs.tags[i] == "TO" and arcs.relations[i] not in _MARKING:
            _infinitive(arcs, i)
        else:
            _by_relation(arcs, i)


def _by_relation(arcs: Arcs, i: int) -> None:
    relation, tag = arcs.relations[i], arcs.tags[i]
    if relation == "compound" and tag[:3] == "NNP" and _is_given(arcs, i):
        arcs.hang(i, arcs.heads[arcs.heads[i]], "iobj")
    elif relation == "compound:prt":
        if i and not arcs.is_verb(arcs.heads[i]) and arcs.is_verb(i - 1):
            arcs.hang(i, i - 1, "compound:prt")
    elif relation == "amod" and tag[:3] == "NNP" and arcs.heads[i] == i - 1:
        arcs.hang(i, i - 1, "flat")
    elif relation in _BEFORE and tag[:2] in _BEFORE_TAGS:
        _before_noun(arcs, i)
    elif relation == "flat" and (verb := _verb_between(arcs, i)) is not None:
        _before_verb(arcs, i, verb)
    elif relation in _NAMED and tag in ("NNP", "NNPS"):
        _name(arcs, i)
    if arcs.relations[i] == "obl" and arcs.is_noun(i):
        _bare_oblique(arcs, i)


def _is_given(arcs: Arcs, i: int) -> bool:
    """True for a name before an object that begins anew behind it: "give [North Korea] [advanced technology]"."""
    noun = arcs.heads[i]
    verb = arcs.heads[noun]
    if not i < noun or arcs.relations[noun] != "obj" or arcs.lemmas[verb] not in _GIVING or verb > i:
        return False
    return arcs.tags[i - 1][:2] == "VB" and any(arcs.tags[k] in _OPENING for k in range(i + 1, noun))


def _noun_of_adjective(arcs: Arcs, i: int) -> None:
    """An article and an adjective before a finite verb are its subject: "the rival gloated", "the Dutch agreed"."""
    before = [k for k in arcs.on(i, _OF_NOUNS) if k < i]
    if not before or arcs.tags[i] not in _FINITE or arcs.on(i, _SUBJECT):
        return
    *articles, noun = before
    if arcs.relations[noun] == "amod" and any(arcs.tags[k] == "DT" for k in articles):
        arcs.hang(noun, i, "nsubj")
        for k in articles:
            arcs.hang(k, noun, arcs.relations[k])


def _against(arcs: Arcs, i: int) -> None:
    """A gerund behind a preposition has no auxiliary: in "was against visiting" the visiting hangs on the being."""
    if arcs.tags[i] != "VBG":
        return
    marks = arcs.on(i, _CASE)
    be = next((k for k in arcs.on(i, _HELPS) if any(k < mark < i for mark in marks)), None)
    if be is None:
        return
    arcs.hang(be, be if arcs.heads[i] == i else arcs.heads[i], arcs.relations[i])
    arcs.hang(i, be, "advcl")
    for subject in arcs.on(i, _SUBJECT):
        arcs.hang(subject, be, arcs.relations[subject])


def _bare_oblique(arcs: Arcs, i: int) -> None:
    """A noun behind a verb without a preposition is its object, if it has none and the noun is no time."""
    verb = arcs.heads[i]
    if verb >= i or not arcs.is_verb(verb) or arcs.lemmas[i].lower() in TIME_NOUNS:
        return
    if not arcs.on(i, _CASE) and not arcs.on(verb, _OBJECT):
        arcs.hang(i, verb, "obj")


def _attribute(arcs: Arcs, i: int) -> None:
    """A participle between an article and the noun to which that belongs is an attribute: "a bridging loan"."""
    noun = i + 1
    if arcs.tags[i] not in ("VBG", "VBN") or arcs.relations[i] not in _ATTRIBUTE or not i or not arcs.is_noun(noun):
        return
    if arcs.relations[i - 1] != "det" or arcs.heads[i - 1] not in (i, noun) or arcs.heads[i] == i:
        return
    if arcs.heads[noun] == i:
        opened = arcs.on(i, _CASE) or arcs.on(noun, _CASE)
        arcs.hang(noun, arcs.heads[i], "obl" if opened else "obj")
    for k in arcs.found.dependents[i]:
        if k != noun and arcs.heads[k] == i:
            arcs.hang(k, noun, "case" if arcs.relations[k] == "mark" else arcs.relations[k])
    arcs.hang(i, noun, "amod")


_BESIDE = frozenset(["against", "with", "between", "to", "and"])


def _visiting(arcs: Arcs, i: int) -> None:
    """Whoever is visiting, behind a preposition: "a suit against [visiting] Prince Amadou", "talks with visiting
    President Ana Vuki"."""
    if arcs.words[i] != "visiting" or arcs.tags[i] != "VBG" or not i or arcs.words[i - 1] not in _BESIDE:
        return
    guest = next((k for k in arcs.on(i, frozenset(["obj"])) if k > i and arcs.tags[k][:3] == "NNP"), None)
    if guest is None or arcs.tags[i + 1] in ("DT", "PRP$") or arcs.heads[i] == i:
        return
    upper = arcs.heads[i]
    arcs.hang(guest, upper, "nmod" if arcs.is_noun(upper) else "obl")
    for k in arcs.found.dependents[i]:
        if k != guest and arcs.heads[k] == i:
            before = k < i
            arcs.hang(k, guest if before else upper, "case" if arcs.relations[k] == "mark" else arcs.relations[k])
    arcs.hang(i, guest, "amod")
    arcs.tag(i, "JJ")


def _mark(arcs: Arcs, i: int) -> None:
    """A possessive mark hangs on the noun before it, or on the first word of that name."""
    if not i or not arcs.is_noun(i - 1) or arcs.hangs_on(i - 1, i):
        return
    if arcs.heads[i] > i or not arcs.hangs_on(i - 1, arcs.heads[i]):
        arcs.hang(i, i - 1, "case")


def _is_rest(arcs: Arcs, i: int, before: int) -> bool:
    """True for a name right behind another that is no subject and has no preposition: "on Lake Titicaca"."""
    if before != i - 1 or arcs.tags[before] != "NNP" or arcs.relations[i] in _SUBJECT or arcs.on(i, _CASE):
        return False
    return not {arcs.lemmas[before].lower(), arcs.lemmas[i].lower()} & TIME_NOUNS


def _possessor(arcs: Arcs, i: int) -> None:
    """A noun right behind a possessive mark takes the place of its possessor in the clause."""
    owner, noun = arcs.heads[i], i + 1
    if owner >= i or not arcs.is_noun(noun) or arcs.relations[owner] == "nmod:poss":
        return
    upper = arcs.heads[owner]
    if upper not in (owner, noun) and not arcs.hangs_on(upper, noun):
        arcs.hang(noun, upper, arcs.relations[owner])
        arcs.hang(owner, noun, "nmod:poss")


def _infinitive(arcs: Arcs, i: int) -> None:
    """A "to" on which its verb hangs, or that hangs beside it, is the mark of that verb."""
    verb = next((k for k in arcs.found.dependents[i] if k > i and arcs.tags[k] == "VB" and arcs.heads[k] == i), None)
    if verb is None and arcs.relations[i] in _OBJECT:
        beside = arcs.found.dependents[arcs.heads[i]]
        verb = next((k for k in beside if k > i and arcs.tags[k] == "VB" and arcs.relations[k] in _OBJECT), None)
    if verb is None or arcs.heads[i] == i:
        return
    arcs.hang(verb, arcs.heads[i], "xcomp")
    for k in arcs.found.dependents[i]:
        if k != verb and arcs.heads[k] == i:
            arcs.heads[k] = verb
    arcs.hang(i, verb, "mark")


def _before_noun(arcs: Arcs, i: int) -> None:
    """An article, an adjective or a number reaches over no noun of another phrase, over no verb, and not back."""
    head = arcs.heads[i]
    verb = _verb_between(arcs, i)
    if verb is not None:
        _before_verb(arcs, i, verb)
        return
    if head < i:
        if head < i - 1 and arcs.is_noun(i + 1) and arcs.relations[i] != "nummod" and not arcs.hangs_on(i + 1, i):
            arcs.heads[i] = i + 1
        return
    for k in range(i + 1, head):
        if (
            arcs.relations[k] == "nmod:poss"
            and arcs.heads[k] == head
            and arcs.relations[i] == "det"
            and arcs.is_noun(k)
        ):
            arcs.heads[i] = k
            return
        if arcs.is_noun(k) and not i <= arcs.heads[k] <= head and not arcs.hangs_on(k, i):
            arcs.heads[i] = k
            return


def _verb_between(arcs: Arcs, i: int) -> int | None:
    """The first finite verb between a word and its head behind it."""
    return next((k for k in range(i + 1, arcs.heads[i]) if arcs.tags[k] in _FINITE), None)


def _before_verb(arcs: Arcs, i: int, verb: int) -> None:
    """A word whose noun would stand behind the next verb belongs to the noun after it, or is that verb's subject."""
    if arcs.is_noun(i + 1) and not arcs.hangs_on(i + 1, i):
        arcs.heads[i] = i + 1
        return
    main = verb if arcs.is_verb(verb) and arcs.relations[verb] not in _HELPS else arcs.heads[verb]
    if arcs.is_noun(i) and arcs.is_verb(main) and not arcs.on(main, _SUBJECT) and not arcs.hangs_on(main, i):
        arcs.hang(i, main, "nsubj")


def _name(arcs: Arcs, i: int) -> None:
    """Names side by side in one place of a clause are one name, and a name right behind a noun belongs to it."""
    first = arcs.found.lows[i]
    before = first - 1
    if before < 0 or not all(arcs.is_noun(k) for k in range(before, i)) or arcs.hangs_on(before, i):
        return
    found = arcs.found
    same = (found.heads[before], found.relations[before]) == (found.heads[i], found.relations[i])
    backwards = arcs.relations[i] == "flat" and arcs.heads[i] > i
    if backwards or (same and before == i - 1) or _is_rest(arcs, i, before):
        arcs.hang(i, arcs.heads[before] if arcs.relations[before] == "flat" else before, "flat")
    elif arcs.relations[i] in _LOOSE_NAMES and arcs.heads[i] < before and not arcs.on(i, _CASE):
        arcs.hang(i, before, "appos")
