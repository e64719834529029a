"""Days: when a thing was said, from the time expressions in the clause of the cue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.schema.span import Span
from onrecord.schema.time import TimeExpression, When
from onrecord.statements.attribution import Attribution
from onrecord.statements.line import Line

_FARTHEST = 160
# "did not confirm the reports on Tuesday": a day right behind the words said is the cue's, one further on is not.
_JOINT = len(" on ")


def said_on(
    line: Line, said: Attribution, sentence: Iterable[Attribution], times: Sequence[TimeExpression]
) -> When | None:
    """When it was said: the nearest time in the sentence of the cue that stands neither in the words said nor in those
    for a source, of this attribution or of another one in `sentence`. None where there is none."""
    taken = [span for other in sentence for span in (*other.content, *other.source)]
    near = [time for time in times if line.sentence.start <= time.start < line.sentence.end and _is_day(time)]
    free = [time for time in near if not _in(taken, time) and _may_belong(said, time)]
    if not free:
        return None
    best = min(free, key=lambda time: (_distance(said, time), time.start))
    return When(value=best.value, from_=best.from_, to=best.to, precision=best.precision)


def _is_day(time: TimeExpression) -> bool:
    return time.type in ("DATE", "TIME") and time.from_ is not None


def _in(spans: Iterable[Span], time: TimeExpression) -> bool:
    return any(span.start <= time.start < span.end for span in spans)


def _may_belong(said: Attribution, time: TimeExpression) -> bool:
    """True for a time near the cue that does not stand far behind words said after the cue."""
    follows = said.content and said.content[0].start >= said.cue[0].end
    if follows and time.start > said.content[-1].end + _JOINT:
        return False
    return _distance(said, time) <= _FARTHEST


def _distance(said: Attribution, time: TimeExpression) -> int:
    """The characters between the cue and a time."""
    return max(time.start - said.cue[0].end, said.cue[0].start - time.end)
