"""Predicates: the verbs and nouns that name a PLOVER event, and the conditions under which they do.

The lexicon is `data/predicates.tsv`, the word lists of its classes `data/predicates_classes.tsv`. It says which type
and mode a word has, and which grammatical slots its parties fill; it does not say whether the event happened.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, cast, get_args

import msgspec

from onrecord.knowledge.conditions import SLOTS, Condition, Filler, WordClasses, condition
from onrecord.knowledge.forms import mentions
from onrecord.knowledge.plover import CONTEXTS, MODES, TYPES
from onrecord.knowledge.rows import Row, packaged, rows
from onrecord.schema.event import EventType

__all__ = ["Filler", "Frame", "PredicateRule", "PredicateTable", "lint", "load", "parse"]

PartOfSpeech = Literal["v", "n"]
Count = Literal[
    "killed",
    "wounded",
    "arrested",
    "released",
    "rescued",
    "expelled",
    "marchers",
    "strikers",
    "troops",
    "weapons",
    "money",
]
_COLUMNS = 11
_CLASS_COLUMNS = 2


class Frame(msgspec.Struct, frozen=True, gc=False):
    """Which slots give the roles of the event.

    The slots of a role are in order of preference: the first that is filled gives it. Those of `mutual` are taken
    together: all of them are parties of both sides. `counts` is what a number in the slots of `quantity` counts.
    """

    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    mutual: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    quantity: tuple[str, ...] = ()
    counts: Count | None = None


class PredicateRule(msgspec.Struct, frozen=True, gc=False):
    """A word, the conditions under which it names an event, and that event's type, mode, contexts and roles.

    `words` are the spellings of the lemma, a verb's with its particle ("pull out"). `confidence` is how often the
    word, where the conditions hold, names this event in news (0 to 1). `line` is that of the table.
    """

    words: tuple[str, ...]
    pos: PartOfSpeech
    conditions: tuple[Condition, ...]
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    frame: Frame
    confidence: float
    line: int

    def admits(self, fillers: Mapping[str, tuple[Filler, ...]]) -> bool:
        """True where what fills the slots of a predicate satisfies every condition of this rule."""
        return all(one.admits(fillers) for one in self.conditions)


class PredicateTable(msgspec.Struct, frozen=True):
    """The lexicon, by lemma. `classes` are the word lists, by class name without the @."""

    verbs: Mapping[str, tuple[PredicateRule, ...]]
    nouns: Mapping[str, tuple[PredicateRule, ...]]
    classes: WordClasses

    def candidates(self, lemma: str, pos: PartOfSpeech) -> tuple[PredicateRule, ...]:
        """The rules for a lemma, the narrowest first; the first that admits what fills the slots is to be taken."""
        return (self.verbs if pos == "v" else self.nouns).get(lemma, ())


@cache
def load() -> PredicateTable:
    """The bundled lexicon. Raises KnowledgeError, naming file and line, where a table is malformed."""
    return parse(packaged("predicates.tsv"), packaged("predicates_classes.tsv"))


@cache
def lemmas(pos: PartOfSpeech) -> frozenset[str]:
    """The lemmas of the verbs, with their particles, or of the nouns of the lexicon, without reading its conditions."""
    table = (row.cells for row in _rows(packaged("predicates.tsv")))
    return frozenset(word for words, kind, *_ in table if kind == pos for word in words.split("|"))


def parse(text: str, classes: str) -> PredicateTable:
    """A lexicon from the texts of its two tables. Raises KnowledgeError, which names file and line."""
    lists = _classes(classes)
    verbs: dict[str, tuple[PredicateRule, ...]] = {}
    nouns: dict[str, tuple[PredicateRule, ...]] = {}
    for row in _rows(text):
        rule = _rule(row, lists)
        table = verbs if rule.pos == "v" else nouns
        for word in rule.words:
            table[word] = (*table.get(word, ()), rule)
    return PredicateTable(_ordered(verbs), _ordered(nouns), lists)


def _ordered(table: Mapping[str, tuple[PredicateRule, ...]]) -> dict[str, tuple[PredicateRule, ...]]:
    """The rules of each word, those with the narrowest conditions first; of two alike, the first in the table."""
    return {word: tuple(sorted(rules, key=lambda rule: -narrowness(rule.conditions))) for word, rules in table.items()}


def narrowness(conditions: tuple[Condition, ...]) -> float:
    """How much conditions ask together, in bits: about one for each halving of what they let through."""
    return sum(one.narrowness for one in conditions)


def _rows(text: str) -> Iterator[Row]:
    return rows("predicates.tsv", text, _COLUMNS)


def _classes(text: str) -> WordClasses:
    table = rows("predicates_classes.tsv", text, _CLASS_COLUMNS)
    return {row.cells[0]: frozenset(row.cells[1].split("|")) for row in table}


def _rule(row: Row, lists: WordClasses) -> PredicateRule:
    word, pos, obj, oblique, type_, mode, contexts, frame, confidence, *_ = row.cells
    try:
        rule = PredicateRule(
            words=tuple(word.split("|")),
            pos=_pos(pos),
            conditions=_conditions(pos, obj, oblique, lists),
            type=_type(type_),
            mode=mode or None,
            contexts=tuple(contexts.split(",")) if contexts else (),
            frame=_frame(frame),
            confidence=float(confidence),
            line=row.line,
        )
    except ValueError as problem:
        raise row.error(str(problem)) from problem
    if mode and mode not in MODES[type_]:
        raise row.error(f"{type_} has no mode {mode!r}")
    return rule


def _pos(text: str) -> PartOfSpeech:
    if text not in ("v", "n"):
        raise ValueError(f"part of speech {text!r} is neither v nor n")
    return cast(PartOfSpeech, text)


def _type(text: str) -> EventType:
    if text not in TYPES:
        raise ValueError(f"{text!r} is no PLOVER type")
    return cast(EventType, text)


def _conditions(pos: str, obj: str, oblique: str, lists: WordClasses) -> tuple[Condition, ...]:
    return (*_object(pos, obj, lists), *(_oblique(term, lists) for term in oblique.split()))


def _object(pos: str, text: str, lists: WordClasses) -> tuple[Condition, ...]:
    """For a noun, what stands for the object is a word before it or after "of": "arms sale", "sale of arms"."""
    slots = ("obj",) if pos == "v" else ("mod", "of")
    return (condition(slots, text, lists),) if text else ()


def _oblique(term: str, lists: WordClasses) -> Condition:
    slots, _, text = term.partition(":")
    return condition(tuple(slots.split("|")), text.replace("_", " ") or "*", lists)


@lru_cache(maxsize=2048)
def _frame(text: str) -> Frame:
    roles = dict(term.split("=", 1) for term in text.split())
    counts = roles.pop("counts", None)
    if counts is not None and counts not in get_args(Count):
        raise ValueError(f"cannot count {counts!r}")
    unknown = roles.keys() - set(Frame.__struct_fields__)
    if unknown:
        raise ValueError(f"unknown role {min(unknown)!r}")
    return Frame(**{role: _slots(role, slots) for role, slots in roles.items()}, counts=cast("Count | None", counts))


def _slots(role: str, text: str) -> tuple[str, ...]:
    slots = tuple(text.split("+" if role == "mutual" else "|"))
    unknown = set(slots) - SLOTS
    if unknown:
        raise ValueError(f"unknown slot {min(unknown)!r}")
    return slots


def lint() -> list[str]:
    """What is wrong with the bundled lexicon, one sentence each: unknown contexts, wrong examples, dead rows."""
    table = load()
    found = tuple(_rows(packaged("predicates.tsv")))
    return [*_lint_rows(found), *_lint_order(found), *_lint_repeats(found), *_lint_reach(table)]


def _lint_rows(found: tuple[Row, ...]) -> Iterator[str]:
    for row in found:
        word, contexts, confidence, example = row.cells[0], row.cells[6], float(row.cells[8]), row.cells[10]
        unknown = sorted(set(contexts.split(",")) - CONTEXTS - {""})
        if unknown:
            yield f"line {row.line}: unknown context {unknown[0]}"
        if not 0.3 <= confidence <= 0.95:
            yield f"line {row.line}: confidence {confidence} is not within 0.3 and 0.95"
        if not any(mentions(example, spelling) for spelling in word.split("|")):
            yield f"line {row.line}: the example has no form of {word!r}"
        if not row.cells[7]:
            yield f"line {row.line}: no frame"


def _lint_order(found: tuple[Row, ...]) -> Iterator[str]:
    keys = [row.cells[0] for row in found]
    for row, key, following in zip(found, keys, keys[1:], strict=False):
        if key > following:
            yield f"line {row.line}: {key!r} stands before {following!r}"


def _lint_repeats(found: tuple[Row, ...]) -> Iterator[str]:
    for cells, times in Counter(row.cells[:4] for row in found).items():
        if times > 1:
            yield f"{cells[0]!r} ({cells[1]}) stands {times} times with the same conditions"
    for example, times in Counter(row.cells[10] for row in found).items():
        if times > 1:
            yield f"an example stands {times} times: {example}"


def _lint_reach(table: PredicateTable) -> Iterator[str]:
    """A row without conditions is taken always: what follows it for the same word is never reached."""
    for rules in (*table.verbs.values(), *table.nouns.values()):
        for before, rule in pairwise(rules):
            if not before.conditions:
                yield f"line {rule.line}: never reached, line {before.line} has no conditions"
