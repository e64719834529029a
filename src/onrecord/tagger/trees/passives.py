"""Passives: verbs of harm and of the law without their auxiliary, which a predicted tree has for active ones.

Headlines and lists leave "was" out: "Six people [killed] in blast", "a guard was killed and two drivers [wounded]",
"Teen [charged] with arson". These verbs always have an object when they are active.
"""

from __future__ import annotations

from onrecord.knowledge import actors
from onrecord.tagger.trees.arcs import Arcs

_TRANSITIVE = frozenset(
    "abduct acquit apprehend arrest assassinate behead convict deport detain extradite hospitalise hospitalize "
    "imprison indict injure jail kidnap kill massacre murder sentence wound".split()
)
_WITH = {"charge": frozenset(["with"]), "accuse": frozenset(["of"]), "hit": frozenset(["by"]),
         "strike": frozenset(["by"]), "shoot": frozenset(["by"]), "stab": frozenset(["by"])}  # fmt: skip
"""Verbs that are passive with such a phrase, where they have no object."""
_JUDGING = frozenset("court judge juror jury magistrate panel prosecutor tribunal".split())
_HELPS = frozenset(["aux", "aux:pass", "cop"])
_OBJECTS = frozenset(["obj", "iobj", "ccomp", "xcomp"])
_PHRASES = frozenset(["obl", "obl:agent", "advcl"])
_OPENERS = frozenset(["case", "mark"])
_SUBJECT = frozenset(["nsubj", "nsubj:pass"])
_ANY_SUBJECT = frozenset(["nsubj", "nsubj:pass", "nsubj:outer", "expl", "csubj"])
_UNMARKED = frozenset(["obl:unmarked", "nmod:unmarked"])
_CONJ = frozenset(["conj"])
_COUNTS = frozenset("dozen hundred other score thousand".split())


def passives(arcs: Arcs) -> None:
    """Make the subjects of such verbs those of passives."""
    for i in arcs.found.order:
        if arcs.lemmas[i].lower() == "leave":
            _left(arcs, i)
        if arcs.tags[i] not in ("VBD", "VBN") or arcs.relations[i] == "acl:relcl" or not _is_bare(arcs, i):
            continue
        subject = next((k for k in arcs.on(i, _SUBJECT) if k < i), None)
        subject = _number_before(arcs, i) if subject is None else subject
        if subject is not None and _is_befallen(arcs, i, subject):
            arcs.hang(subject, i, "nsubj:pass")
            arcs.tag(i, "VBN")


def _left(arcs: Arcs, i: int) -> None:
    """What "left [70] wounded" tells of is how many: the number is the object, not part of "wounded"."""
    for state in arcs.on(i, _RESULT):
        number = next((k for k in arcs.on(state, _NUMBER) if i < k == state - 1 and arcs.tags[k] == "CD"), None)
        if number is not None and arcs.tags[state] in ("JJ", "VBN") and not arcs.on(i, _OBJECTS - _RESULT):
            arcs.hang(number, i, "obj")


_RESULT = frozenset(["xcomp"])
_NUMBER = frozenset(["nummod"])


def _is_bare(arcs: Arcs, i: int) -> bool:
    """True for such a verb without an auxiliary and without an object, its own or that of a verb listed with it."""
    lemma = arcs.lemmas[i].lower()
    if lemma not in _TRANSITIVE and not _has_phrase(arcs, i, _WITH.get(lemma, frozenset())):
        return False
    if arcs.on(i, _HELPS) or arcs.on(i, _OBJECTS):
        return False
    return not any(arcs.on(k, _OBJECTS) and not arcs.on(k, _ANY_SUBJECT) for k in arcs.on(i, _CONJ))


def _has_phrase(arcs: Arcs, i: int, words: frozenset[str]) -> bool:
    openers = (m for k in arcs.on(i, _PHRASES) for m in arcs.on(k, _OPENERS))
    return any(arcs.words[m].lower() in words for m in openers)


def _number_before(arcs: Arcs, i: int) -> int | None:
    """The number right before the second of two listed verbs: "two were killed and [30] wounded"."""
    if arcs.relations[i] != "conj" or arcs.on(i, _ANY_SUBJECT):
        return None
    return next((k for k in arcs.on(i, _UNMARKED) if k == i - 1 and arcs.tags[k] == "CD"), None)


def _is_befallen(arcs: Arcs, i: int, subject: int) -> bool:
    """True for people, told by a noun, a name or a number; who judges convicts and is not convicted."""
    lemma = arcs.lemmas[subject].lower()
    if lemma in _JUDGING:
        return False
    if arcs.tags[subject] in ("CD", "NNP", "NNPS") or lemma in _COUNTS:
        return True
    noun = actors.load().role_noun(lemma)
    return noun is not None and noun.number != "body"
