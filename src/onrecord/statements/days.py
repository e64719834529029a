"""Days: when a thing was said, from the time expressions in the clause of the cue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.schema.span import Span
from onrecord.schema.tie import Tie
from onrecord.schema.time import Dated, TieKind, TimeExpression
from onrecord.statements.attribution import Attribution
from onrecord.statements.line import Line

_FARTHEST = 160
# "did not confirm the reports on Tuesday": a day right behind the words said is the cue's, one further on is not.
_JOINT = len(" on ")
_OCCASIONS = frozenset(["in", "at", "during"])
_UP = 6


class Told(msgspec.Struct, frozen=True):
    """The times of a document, and the ties of those in one sentence."""

    times: Sequence[TimeExpression]
    ties: Sequence[Tie]


def said_on(line: Line, said: Attribution, sentence: Iterable[Attribution], told: Told) -> Dated | None:
    """When it was said: the time that is tied to the cue; else that of a neighbouring clause of the same speech; else
    that of the occasion ("in an interview on Monday"), or one right beside the cue. It stands in no words said by
    this attribution or another one in `sentence`. None where there is none."""
    together = list(sentence)
    said_words = [span for other in together for span in other.content]
    near = [time for time in told.times if line.sentence.start <= time.start < line.sentence.end and _is_day(time)]
    kinds: dict[TieKind, list[TimeExpression]] = {"phrase": [], "clause": [], "sentence": []}
    for time in near:
        kind = _kind(line, said, together, time, [tie for tie in told.ties if time.id in tie.expressions])
        if kind is not None and not _in(said_words, time.start):
            kinds[kind].append(time)
    for kind, times in kinds.items():
        if times:
            return Dated.of([min(times, key=lambda time: (_distance(said, time), time.start))], kind)
    return None


def _is_day(time: TimeExpression) -> bool:
    return time.type in ("DATE", "TIME") and time.from_ is not None


def _kind(
    line: Line, said: Attribution, sentence: Sequence[Attribution], time: TimeExpression, ties: Sequence[Tie]
) -> TieKind | None:
    """How a time belongs to what was said; None for one that dates something else of the sentence."""
    heads = [line.labels.predicates[tie.predicate].head for tie in ties]
    own = [tie.how for tie, head in zip(ties, heads, strict=True) if _in(said.cue, line.starts[head])]
    if own:
        return "phrase" if "phrase" in own else "clause"
    sources = [span for other in sentence for span in other.source]
    if _in(sources, time.start) or not _may_belong(said, time):
        return None
    above = set(_above(line, said))
    beside = [head for head in heads if head not in above]
    if any(_in(other.cue, line.starts[head]) for other in sentence for head in beside):
        return "clause"
    if _is_of_occasion(line, said, time) or (not ties and _distance(said, time) <= _JOINT):
        return "sentence"
    return None


def _above(line: Line, said: Attribution) -> Iterator[int]:
    """The tokens above a cue in the tree: what is said by a cue among them holds its own cues, and their day is not
    its day."""
    arcs = line.labels.arcs
    at = next((p.head for p in line.labels.predicates if _in(said.cue, line.starts[p.head])), None)
    for _ in range(_UP):
        if at is None or at >= len(arcs) or arcs[at].head == at:
            return
        at = arcs[at].head
        yield at


def _is_of_occasion(line: Line, said: Attribution, time: TimeExpression) -> bool:
    """True for the time of an interview, a meeting or the like at which it was said."""
    arcs, at = line.labels.arcs, line.at(time.start)
    for _ in range(_UP):
        if at is None or at >= len(arcs) or arcs[at].head == at:
            return False
        up = arcs[at].head
        if _in(said.cue, line.starts[up]):
            return line.tags[up][:2] == "NN" or (arcs[at].relation == "obl" and _case(line, at) in _OCCASIONS)
        at = up
    return False


def _case(line: Line, at: int) -> str:
    """The preposition of a noun, empty where it has none."""
    arcs = line.labels.arcs
    return next((line.words[i] for i in range(at) if arcs[i].head == at and arcs[i].relation == "case"), "")


def _in(spans: Iterable[Span], at: int) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _may_belong(said: Attribution, time: TimeExpression) -> bool:
    """True for a time near the cue that does not stand far behind words said after the cue."""
    follows = said.content and said.content[0].start >= said.cue[0].end
    if follows and time.start > said.content[-1].end + _JOINT:
        return False
    return _distance(said, time) <= _FARTHEST


def _distance(said: Attribution, time: TimeExpression) -> int:
    """The characters between the cue and a time."""
    return max(time.start - said.cue[0].end, said.cue[0].start - time.end)
