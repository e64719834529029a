"""Conditions: what must fill the slots of a predicate for a rule of the lexicon to hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

_PREPOSITIONS = """
    about across after against along among around as at before behind between by down during for from in inside
    into near of off on out outside over past per through to toward towards under until upon via with within
    without
"""
PREPOSITIONS = frozenset(_PREPOSITIONS.split())
SLOTS = frozenset({"subj", "obj", "iobj", "clause", "csubj", "poss", "mod"}) | PREPOSITIONS
"""The grammatical slots of a predicate.

For verbs `subj`, `obj` and `iobj` are the logical roles, so a passive counts as its active: `obj` is what is surface
subject of "was arrested", `subj` what follows "by". `clause` is a clausal complement, `csubj` the subject of that
clause ("demand that [Beijing] pay"). For nouns `poss` is the possessor ("[Hanoi]'s demand"), `mod` a noun or an
adjective right before ("[Russian] [arms] sale"). The others are prepositions: the noun that follows one.
"""

CALLER_CLASSES = frozenset({"person", "group", "state", "org", "place"})
"""The classes that no list holds: whoever reads the text decides which words stand for such an actor or place."""


class Filler(msgspec.Struct, frozen=True, gc=False):
    """What fills a slot.

    `names` are the lemma of its head and, where a word stands before the head, the two together ("gas", "tear gas");
    `classes` are those of `CALLER_CLASSES` that it belongs to.
    """

    names: frozenset[str]
    classes: frozenset[str] = frozenset()


class Condition(msgspec.Struct, frozen=True, gc=False):
    """A condition on one of the slots named in `slots`: it holds where one of them satisfies it.

    Written as alternatives: `talk|@state` a word or a class, `*` anything, `-` nothing at all, `!word` and `!@class`
    not this. Only exclusions: an empty slot will do. `-|talk`: nothing, or that word.
    """

    slots: tuple[str, ...]
    names: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    not_classes: frozenset[str] = frozenset()
    empty: bool = False
    anything: bool = False

    def admits(self, fillers: Mapping[str, Sequence[Filler]]) -> bool:
        """True where the fillers of a predicate's slots satisfy this condition."""
        found = [filler for slot in self.slots for filler in fillers.get(slot, ())]
        if any(self._excludes(filler) for filler in found):
            return False
        if not found:
            return self.empty or not (self.anything or self.names or self.classes)
        if self.anything or not (self.empty or self.names or self.classes):
            return True
        return any(self.names & filler.names or self.classes & filler.classes for filler in found)

    def _excludes(self, filler: Filler) -> bool:
        return bool(self.not_names & filler.names or self.not_classes & filler.classes)


WordClasses = Mapping[str, frozenset[str]]


def condition(slots: tuple[str, ...], text: str, lists: WordClasses) -> Condition:
    """The condition that a table writes as `text`, on these slots. Raises ValueError where it is malformed."""
    if not SLOTS.issuperset(slots):
        raise ValueError(f"unknown slot in {'|'.join(slots)!r}")
    terms = text.split("|")
    if "" in terms or "!" in terms:
        raise ValueError(f"an empty alternative in {text!r}")
    wanted = _terms([term for term in terms if term[0] != "!"], lists)
    unwanted = _terms([term[1:] for term in terms if term[0] == "!"], lists)
    return Condition(
        slots=slots,
        names=wanted.names - _MARKS,
        classes=wanted.classes,
        not_names=unwanted.names,
        not_classes=unwanted.classes,
        empty="-" in wanted.names,
        anything="*" in wanted.names,
    )


class _Terms(msgspec.Struct, frozen=True, gc=False):
    names: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()


_MARKS = frozenset({"-", "*"})
_NO_TERMS = _Terms()


def _terms(terms: list[str], lists: WordClasses) -> _Terms:
    """The words and the classes among the alternatives; a class that has a list is replaced by its words."""
    if not terms:
        return _NO_TERMS
    names = frozenset(terms)
    marked = [term for term in terms if term[0] == "@"]
    if not marked:
        return _Terms(names)
    classes = frozenset(term[1:] for term in marked)
    unknown = classes - CALLER_CLASSES - lists.keys()
    if unknown:
        raise ValueError(f"unknown class @{min(unknown)}")
    listed = [lists[name] for name in classes - CALLER_CLASSES]
    return _Terms(names.difference(marked).union(*listed), classes & CALLER_CLASSES)
