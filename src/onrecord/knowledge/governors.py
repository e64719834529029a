"""Governors: the words that decide the status of an event they govern ("plans to visit", "urged Lima to sign").

The table is `data/governors.tsv`. Its effects follow the status table of the reading contract and hold where the
governor itself is told as done. Where the governor is planned, possible or called for, so is what it governs, and what
it keeps from happening is then negated ("urged Lima to cancel the visit": called_for, negated); a prevention that is
only a purpose ("to deter a visit") leaves the event possible.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Literal, cast, get_args

import msgspec

from onrecord.knowledge.conditions import PREPOSITIONS
from onrecord.knowledge.forms import mentions
from onrecord.knowledge.rows import Row, packaged, rows
from onrecord.schema.event import Status

__all__ = ["GovernorRule", "GovernorTable", "Outcome", "lint", "load", "parse"]

GovernorPos = Literal["v", "n", "adj", "adv", "modal", "conj", "prep", "det"]
Control = Literal["subj", "obj", "-"]
_FILE = "governors.tsv"
_COLUMNS = 8
_COMPLEMENTS = frozenset(
    {
        "to",
        "obj-to",
        "bare",
        "obj-bare",
        "gerund",
        "obj-gerund",
        "that",
        "whether",
        "clause",
        "noun",
        "subject",
        "claim",
        "reported",
    }
)
_CHAINED = frozenset({"noun", "gerund", "whether", "clause", "to", "obj"})


class Outcome(msgspec.Struct, frozen=True, gc=False):
    """What becomes of a governed event: its status, or None where it keeps that of its own words; and whether the
    thing planned, possible or called for is that it does not happen. `granted` is true where it is taken for granted,
    whatever the status of the governor ("may apologise for the raid")."""

    status: Status | None
    negated: bool = False
    granted: bool = False


class GovernorRule(msgspec.Struct, frozen=True, gc=False):
    """A governor with the complements it takes.

    `under_negation` is the outcome where the governor itself is negated ("does not intend to"); None: the event then
    has no row ("never asked for"). `control` tells whose act the event is: that of the governor's subject or
    object; "-" where an event noun is neither's ("marked the anniversary of the raid").
    """

    words: tuple[str, ...]
    pos: GovernorPos
    complements: tuple[str, ...]
    outcome: Outcome
    under_negation: Outcome | None
    control: Control
    line: int


class GovernorTable(msgspec.Struct, frozen=True):
    """The governors: by part of speech, lemma and complement."""

    rules: Mapping[GovernorPos, Mapping[str, Mapping[str, GovernorRule]]]

    def find(self, lemma: str, pos: GovernorPos, complement: str) -> GovernorRule | None:
        """The rule for a word with a complement ("urge", "v", "obj-to"), None where it governs no such thing."""
        return self.rules.get(pos, {}).get(lemma, {}).get(complement)

    def complements(self, lemma: str, pos: GovernorPos) -> Mapping[str, GovernorRule]:
        """All complements that a word governs, with their rules; empty where it is no governor."""
        return self.rules.get(pos, {}).get(lemma, {})


@cache
def load() -> GovernorTable:
    """The bundled governors. Raises KnowledgeError, naming file and line, where the table is malformed."""
    return parse(packaged(_FILE))


def parse(text: str) -> GovernorTable:
    """Governors from the text of a table. Raises KnowledgeError, naming file and line, where it is malformed."""
    table: dict[GovernorPos, dict[str, dict[str, GovernorRule]]] = {pos: {} for pos in get_args(GovernorPos)}
    for row in rows(_FILE, text, _COLUMNS):
        rule = _rule(row)
        for word in rule.words:
            known = table[rule.pos].setdefault(word, {})
            known.update(dict.fromkeys(rule.complements, rule))
    return GovernorTable(table)


def _rule(row: Row) -> GovernorRule:
    word, pos, complements, effect, negates, under_negation, control, _ = row.cells
    try:
        return GovernorRule(
            words=tuple(word.split("|")),
            pos=cast(GovernorPos, _known(pos, frozenset(get_args(GovernorPos)))),
            complements=tuple(_complement(one) for one in complements.split("|")),
            outcome=_outcome(f"{effect} negated" if _known(negates, frozenset({"", "yes"})) else effect),
            under_negation=None if under_negation == "none" else _outcome(under_negation),
            control=cast(Control, _known(control, frozenset(get_args(Control)))),
            line=row.line,
        )
    except ValueError as problem:
        raise row.error(str(problem)) from problem


def _known(word: str, known: frozenset[str]) -> str:
    if word not in known:
        raise ValueError(f"{word!r} is none of {', '.join(sorted(known))}")
    return word


def _complement(text: str) -> str:
    first, *others = text.split("-")
    if text not in _COMPLEMENTS and not (first in PREPOSITIONS and _CHAINED.issuperset(others)):
        raise ValueError(f"unknown complement {text!r}")
    return text


@cache
def _outcome(text: str) -> Outcome:
    effect, *negated = text.split(" ")
    if negated not in ([], ["negated"]):
        raise ValueError(f"unknown effect {text!r}")
    if effect == "granted":
        return Outcome("happened", granted=True)
    status = None if effect == "same" else cast(Status, _known(effect, frozenset(get_args(Status))))
    return Outcome(status, bool(negated))


def lint() -> list[str]:
    """What is wrong with the bundled table, one sentence each: wrong examples, rows out of order, repeats."""
    found = tuple(rows(_FILE, packaged(_FILE), _COLUMNS))
    return [*_lint_examples(found), *_lint_order(found), *_lint_repeats(found)]


def _lint_examples(found: tuple[Row, ...]) -> Iterator[str]:
    for row in found:
        if not any(mentions(row.cells[7], word) for word in row.cells[0].split("|")):
            yield f"line {row.line}: the example has no form of {row.cells[0]!r}"
    for example, times in Counter(row.cells[7] for row in found).items():
        if times > 1:
            yield f"an example stands {times} times: {example}"


def _lint_order(found: tuple[Row, ...]) -> Iterator[str]:
    for row, following in pairwise(found):
        if row.cells[0] > following.cells[0]:
            yield f"line {row.line}: {row.cells[0]!r} stands before {following.cells[0]!r}"


def _lint_repeats(found: tuple[Row, ...]) -> Iterator[str]:
    keys = Counter(
        (word, row.cells[1], complement)
        for row in found
        for word in row.cells[0].split("|")
        for complement in row.cells[2].split("|")
    )
    for (word, pos, complement), times in keys.items():
        if times > 1:
            yield f"{word!r} ({pos}) stands {times} times with the complement {complement!r}"
