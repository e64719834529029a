"""Clauses: which clauses of a sentence tell of the same time as another, whose time they share.

One listed with it ("was arrested on Monday and charged"), and one that tells more of it ("went off on Monday, killing
two", "answered on Monday by closing the port", "fled on Monday when the army came").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from onrecord.knowledge.time_words import direction_words
from onrecord.schema.labels import Predicate
from onrecord.times.dating import Dating, Line

_WINDOW = 60  # how many words of a clause are looked at
_STEPS = 2  # over how many clauses a time is handed on
_WHEN = frozenset(["advmod", "obl", "obl:unmarked"])
_WHILE = frozenset(["when", "while", "as"])
_ALONGSIDE = frozenset([",", "participle", None])
_SUBJECTS = frozenset(["nsubj", "nsubj:pass", "expl", "csubj"])


class Shared(NamedTuple):
    """A predicate with a time that it shares."""

    number: int
    dating: Dating


def shared(line: Line, owned: Mapping[int, Dating]) -> Iterator[Shared]:
    """The predicates without a time of their own that share one, by the times of those that have one."""
    if not owned:
        return
    for number, predicate in enumerate(line.labels.predicates):
        if number not in owned and predicate.pos != "n":
            dating = _found(line, number, owned, _STEPS)
            if dating is not None:
                yield Shared(number, dating)


def _found(line: Line, number: int, owned: Mapping[int, Dating], steps: int) -> Dating | None:
    if number in owned:
        return owned[number]
    predicate = line.labels.predicates[number]
    if steps == 0 or _is_of_other_time(line, predicate):
        return None
    for other in _alongside(line, number):
        dating = _found(line, other, owned, steps - 1)
        if dating is not None and _may_share(line, predicate, line.labels.predicates[other], dating):
            return dating
    return None


def _is_of_other_time(line: Line, predicate: Predicate) -> bool:
    """True where a word tells of a time of its own, such as "later", or one that is not known."""
    elsewhen = direction_words()["ELSEWHEN"]
    own = [i for i in line.dependents[predicate.head] if line.labels.arcs[i].relation in _WHEN]
    return any(i in line.timed or line.word(i) in elsewhen for i in own)


def _alongside(line: Line, number: int) -> Iterator[int]:
    """The verbs whose clauses tell of the same time, the surest first."""
    found, arcs = line.labels.predicates, line.labels.arcs
    predicate = found[number]
    arc = arcs[predicate.head]
    first = line.numbers.get(arc.head)
    if arc.relation == "conj" and first is not None and _is_alike(found[first], predicate):
        yield first
    if predicate.governor is not None and _is_beside(predicate):
        yield predicate.governor
    for i in line.dependents[predicate.head]:
        other = line.numbers.get(i)
        if other is not None and _is_time_of(line, found[other], predicate):
            yield other


def _is_time_of(line: Line, clause: Predicate, predicate: Predicate) -> bool:
    """True for a clause with "when" that tells the time of a verb; behind a comma it tells more of something else."""
    if clause.marker != "when" or clause.tense != predicate.tense:
        return False
    between = range(predicate.head, min(clause.head, predicate.head + _WINDOW))
    return clause.head < predicate.head or not any(line.labels.tags[i] == "," for i in between)


def _is_alike(first: Predicate, second: Predicate) -> bool:
    """True for two listed verbs of one tense; "was arrested and charged" is of one tense, too."""
    if first.pos == "n" or first.modal != second.modal or first.progressive != second.progressive:
        return False
    return first.tense == second.tense or (first.passive and second.form == "participle")


def _is_beside(predicate: Predicate) -> bool:
    """True for a clause that tells what went on at the time of its governor."""
    if predicate.form == "gerund" and predicate.marker == "by":
        return True
    gerund = predicate.form == "gerund" and predicate.marker in _ALONGSIDE
    return predicate.relation == "adverbial" and (gerund or predicate.marker in _WHILE)


def _may_share(line: Line, predicate: Predicate, other: Predicate, dating: Dating) -> bool:
    """False for a verb in the past and a time ahead, and for a listed verb that has a subject of its own, or a coarse
    time, unless the time opens the sentence for both."""
    if dating.ahead and predicate.tense == "past" and not predicate.modal:
        return False
    arc = line.labels.arcs[predicate.head]
    if arc.relation != "conj" or arc.head != other.head or dating.first < other.first:
        return True
    own = any(line.labels.arcs[i].relation in _SUBJECTS for i in line.dependents[predicate.head])
    return not own and dating.is_fine
