"""Dating: the times of a sentence that can date something, with their places in its tree.

No bare durations, no "now", nothing ambiguous; the two ends of a range are one time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

import msgspec

from onrecord.knowledge.time_words import direction_words
from onrecord.schema.labels import Arc, Labels, Predicate, SentenceLabels
from onrecord.schema.time import TimeExpression
from onrecord.schema.token import Document, Sentence

FINE = frozenset(["day", "hour", "minute", "second"])
_VAGUE = frozenset(["PRESENT_REF", "PAST_REF", "FUTURE_REF"])
_ENDS = frozenset(["by", "until", "till", "through"])
_RANGES = frozenset("to through until till - – — and".split())
_WINDOW = 60  # how many tokens before a range the verb may stand that moves a time
_CASE = 4  # how many tokens before a time its preposition may stand


class Line(msgspec.Struct, frozen=True, dict=True):
    """A sentence with its labels, its times and the day of publication ("" where it is not known)."""

    number: int
    sentence: Sentence
    labels: SentenceLabels
    times: tuple[TimeExpression, ...]
    day: str

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """The predicates by the tokens of their heads."""
        return {predicate.head: number for number, predicate in enumerate(self.labels.predicates)}

    @cached_property
    def dependents(self) -> Sequence[Sequence[int]]:
        """The tokens that hang on each token, from left to right."""
        found: list[list[int]] = [[] for _ in self.labels.arcs]
        for i, arc in enumerate(self.labels.arcs):
            if arc.head != i:
                found[arc.head].append(i)
        return found

    @cached_property
    def timed(self) -> frozenset[int]:
        """The tokens that the times cover."""
        return frozenset(i for time in self.times for i in self.inside(time))

    def inside(self, time: TimeExpression) -> range:
        """The tokens that a time covers."""
        first = bisect_left(self.sentence.tokens, time.start, key=lambda token: token.end - 1)
        return range(first, bisect_left(self.sentence.tokens, time.end, key=lambda token: token.start))

    def near(self, first: int, last: int) -> Sequence[Predicate]:
        """The predicates whose heads are of the tokens `first` to `last` (exclusive)."""
        found = self.labels.predicates
        begin = bisect_left(found, first, key=lambda predicate: predicate.head)
        return found[begin : bisect_left(found, last, key=lambda predicate: predicate.head)]

    def word(self, i: int) -> str:
        return self.sentence.tokens[i].text.lower()


class Dating(msgspec.Struct, frozen=True):
    """A time, or a range of two: its first token, the one on which the others hang, the preposition before it, and
    whether it lies after the day of publication, or ends with it."""

    times: tuple[TimeExpression, ...]
    first: int
    top: int
    case: str | None
    ahead: bool
    over: bool

    @property
    def time(self) -> TimeExpression:
        return self.times[0]

    @property
    def is_fine(self) -> bool:
        """True for a day or less."""
        return self.time.precision in FINE


def lines(document: Document, labels: Labels, times: Sequence[TimeExpression]) -> Iterator[Line]:
    """The sentences that hold times and have a tree."""
    starts = [time.start for time in times]
    day = document.article.day
    for number, (sentence, own) in enumerate(zip(document.sentences, labels.sentences, strict=False)):
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if first < last and own.arcs:
            yield Line(number, sentence, own, tuple(times[first:last]), day.isoformat() if day else "")


def datings(line: Line) -> Iterator[Dating]:
    """The times of a sentence that can date something, in order."""
    ends = {first.id: second for first, second in pairwise(line.times) if _is_range(line, first, second)}
    seconds = {second.id for second in ends.values()}
    for time in line.times:
        tokens = line.inside(time)
        if time.id not in seconds and tokens and _is_point(time):
            yield _placed(line, (time, ends[time.id]) if time.id in ends else (time,), tokens)


def _is_point(time: TimeExpression) -> bool:
    """True for a date or a clock time with a place in the calendar that is not in doubt."""
    if time.type not in ("DATE", "TIME") or time.value in _VAGUE or time.ambiguous:
        return False
    return time.from_ is not None or time.to is not None


def _is_range(line: Line, first: TimeExpression, second: TimeExpression) -> bool:
    """True for "from 10 to 13 May", "between June and August"; not for "moved from Monday to Friday"."""
    if not (_is_point(first) and _is_point(second) and first.from_ and second.to and first.from_ < second.to):
        return False
    one, two = line.inside(first), line.inside(second)
    between = [word for i in range(one.stop, min(two.start, one.stop + 3)) if (word := line.word(i)) != "the"]
    if two.start - one.stop > 2 or len(between) != 1 or between[0] not in _RANGES:
        return False
    if between == ["and"]:
        return one.start > 0 and line.word(one.start - 1) == "between"
    moving = direction_words()["MOVING"]
    return not any(predicate.lemma in moving for predicate in line.near(one.start - _WINDOW, one.start))


def _placed(line: Line, times: tuple[TimeExpression, ...], tokens: range) -> Dating:
    """A time with its place in the tree and beside the day of publication; what ends after that day ("by the end of the
    year") is ahead, too."""
    top = _top(line.labels.arcs, tokens)
    case = _case(line, top, tokens.start)
    begins, ends = (times[0].from_ or "")[:10], (times[-1].to or "9999")[:10]
    ahead = begins > line.day or (case in _ENDS and ends > line.day)
    known = bool(line.day)
    return Dating(times, tokens.start, top, case, known and ahead, known and ends <= line.day)


def _top(arcs: Sequence[Arc], tokens: range) -> int:
    """The token of an expression on which the others hang; not its article, which is that of the noun in "the weekend
    raid"."""
    hung = [i for i in tokens if arcs[i].head not in tokens or arcs[i].head == i]
    return next((i for i in hung if arcs[i].relation != "det"), hung[0] if hung else tokens.start)


def _case(line: Line, top: int, first: int) -> str | None:
    """The preposition before an expression; None where there is none."""
    arcs = line.labels.arcs
    before = range(max(0, first - _CASE), first)
    marks = [i for i in before if arcs[i].head == top and arcs[i].relation in ("case", "mark")]
    return line.word(marks[0]) if marks else None
