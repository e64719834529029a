"""Conditions: what must fill the slots of a predicate for a rule of the lexicon to hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import log2

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
clause ("demand that [Beijing] pay"); the names of a `clause` are the lemma of its predicate, its marker ("to", "that",
"whether"), its modal, and "not" where it is negated. For nouns `poss` is the possessor ("[Hanoi]'s demand"), `mod` a
noun or an adjective right before ("[Russian] [arms] sale"). The others are prepositions: the noun that follows one.
"""

CALLER_CLASSES = frozenset({"person", "group", "state", "org", "place"})
"""The classes that no list can hold: whoever reads the text decides which names stand for such an actor or place. The
lists give only the common nouns among them ("the villagers", "a ministry")."""


# For the narrowness of conditions: the words that may fill a slot, those that a class of the caller stands for, and the
# bits that conditions without words of their own ask. Markers and modals of clauses say as little as a class.
_WORDS = 2000
_CLASS = 300
_ANYTHING = 0.4
_NOTHING = 0.3
_EXCLUSION = 0.05
_CLAUSAL = frozenset("to that whether not will would may might can could must should".split())


class Filler(msgspec.Struct, frozen=True, gc=False):
    """What fills a slot.

    `names` are the lemma of its head and each word before it in its noun phrase together with it ("exercise", "naval
    exercise", "joint exercise"); `classes` are those of `CALLER_CLASSES` that it belongs to.
    """

    names: frozenset[str]
    classes: frozenset[str] = frozenset()


class Words(msgspec.Struct, frozen=True, gc=False):
    """A set of fillers: by name, by a class that the caller knows, by the word list of a class."""

    names: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    lists: tuple[frozenset[str], ...] = ()

    @property
    def breadth(self) -> int:
        """About how many words are among these: a class that the caller knows counts as some hundreds."""
        clausal = 0 if _CLAUSAL.isdisjoint(self.names) else _CLASS
        return len(self.names) + len(self.classes) * _CLASS + sum(len(words) for words in self.lists) + clausal

    def have(self, filler: Filler) -> bool:
        """True where the filler is one of these."""
        return (
            not self.names.isdisjoint(filler.names)
            or not self.classes.isdisjoint(filler.classes)
            or any(not words.isdisjoint(filler.names) for words in self.lists)
        )


class Condition(msgspec.Struct, frozen=True, dict=True):
    """A condition on one of the slots named in `slots`: it holds where one of them satisfies it.

    Written as alternatives: `talk|@state` a word or a class, `*` anything, `-` nothing at all, `!word` and `!@class`
    not this. Only exclusions: an empty slot will do. `-|talk`: nothing, or that word.
    """

    slots: tuple[str, ...]
    wanted: Words | None = None
    unwanted: Words | None = None
    empty: bool = False
    anything: bool = False

    @cached_property
    def narrowness(self) -> float:
        """How much it asks, in bits: a word alone most, a class little, "anything" and exclusions next to nothing."""
        if self.wanted is None or self.anything:
            return _ANYTHING if self.anything else _NOTHING if self.empty else _EXCLUSION
        return max(_ANYTHING, log2(_WORDS / max(1, self.wanted.breadth))) * (0.5 if self.empty else 1.0)

    def admits(self, fillers: Mapping[str, Sequence[Filler]]) -> bool:
        """True where the fillers of a predicate's slots satisfy this condition."""
        found = [filler for slot in self.slots for filler in fillers.get(slot, ())]
        if self.unwanted is not None and any(self.unwanted.have(filler) for filler in found):
            return False
        if not found:
            return self.empty or not (self.anything or self.wanted)
        if self.wanted is None:
            return self.anything or not self.empty
        return self.anything or any(self.wanted.have(filler) for filler in found)


WordClasses = Mapping[str, frozenset[str]]
_MARKS = frozenset({"-", "*"})


def condition(slots: tuple[str, ...], text: str, lists: WordClasses) -> Condition:
    """The condition that a table writes as `text`, on these slots. Raises ValueError where it is malformed."""
    if not SLOTS.issuperset(slots):
        raise ValueError(f"unknown slot in {'|'.join(slots)!r}")
    terms = text.split("|")
    if "" in terms or "!" in terms:
        raise ValueError(f"an empty alternative in {text!r}")
    return Condition(
        slots=slots,
        wanted=_words([term for term in terms if term[0] != "!" and term not in _MARKS], lists),
        unwanted=_words([term[1:] for term in terms if term[0] == "!"], lists),
        empty="-" in terms,
        anything="*" in terms,
    )


def _words(terms: list[str], lists: WordClasses) -> Words | None:
    """What the alternatives stand for; None where there are none."""
    if not terms:
        return None
    classes = [term[1:] for term in terms if term[0] == "@"]
    if not classes:
        return Words(frozenset(terms))
    unknown = [name for name in classes if name not in lists and name not in CALLER_CLASSES]
    if unknown:
        raise ValueError(f"unknown class @{unknown[0]}")
    return Words(
        names=frozenset(term for term in terms if term[0] != "@"),
        classes=CALLER_CLASSES.intersection(classes),
        lists=tuple(lists[name] for name in classes if name in lists),
    )
