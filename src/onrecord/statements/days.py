"""Days: when a thing was said, from the time expressions in the clause of the cue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.schema.span import Span
from onrecord.schema.time import TimeExpression, When
from onrecord.statements.attribution import Attribution
from onrecord.statements.line import Line

_MOST_WORDS_AWAY = 160
# A day right behind the words said belongs to the cue ("did not confirm the reports on Tuesday"), one further on does not.
_JOINT = 4


def said_on(
    line: Line, said: Attribution, sentence: Iterable[Attribution], times: Sequence[TimeExpression]
) -> When | None:
    """When it was said: the nearest time in the sentence of the cue that stands neither in the words said nor in those
    for a source, of this attribution or of another one in `sentence`. None where there is none."""
    others = tuple(sentence)
    taken = [span for one in others for span in (*one.content, *one.source)]
    free = [time for time in times if _is_day(time) and not _in(taken, time) and _is_near(line, said, time)]
    if not free:
        return None
    cue = said.cue[0]
    best = min(free, key=lambda time: (max(time.start - cue.end, cue.start - time.end), time.start))
    return When(value=best.value, from_=best.from_, to=best.to, precision=best.precision)


def _is_day(time: TimeExpression) -> bool:
    return time.type in ("DATE", "TIME") and time.from_ is not None


def _in(spans: Iterable[Span], time: TimeExpression) -> bool:
    return any(span.start <= time.start < span.end for span in spans)


def _is_near(line: Line, said: Attribution, time: TimeExpression) -> bool:
    if not line.sentence.start <= time.start < line.sentence.end:
        return False
    cue = said.cue[0]
    if said.content and said.content[0].start >= cue.end and time.start > said.content[-1].end + _JOINT:
        return False
    return max(time.start - cue.end, cue.start - time.end) <= _MOST_WORDS_AWAY
