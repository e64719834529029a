"""Times: the time expressions of a document as TIMEX3, each with its interval, precision and the rule that decided, and
the predicates to which they belong."""

from __future__ import annotations

from onrecord.schema.labels import Labels
from onrecord.schema.time import TimeExpression
from onrecord.schema.token import Document
from onrecord.times.direction import MOVED
from onrecord.times.reference import Answer
from onrecord.times.resolve import Resolved, resolve, stretches
from onrecord.times.setting import setting
from onrecord.times.ties import ties

__all__ = ["read", "ties"]


def read(document: Document, labels: Labels) -> tuple[TimeExpression, ...]:
    """The time expressions of a document, in the order of the text.

    Relative expressions are counted from the publication date, or from the times that the text told before; without a
    publication date they keep an open value such as "XXXX-WXX-1" and no interval. The computer's clock is never asked.
    Recognition and values follow TIMEX3 (TimeML 1.2.1, Sauri et al. 2006). Linear in the length of the text.
    """
    found = stretches(document, labels)
    answers = resolve(found, setting(document, found))
    return tuple(_row(f"t{number}", document.text, resolved) for number, resolved in enumerate(answers, start=1))


def _interval(answer: Answer) -> tuple[str | None, str | None]:
    """From and to: of what lies before or after a period ("pre-1967"), the side that is open is None."""
    if answer.period is None:
        return answer.from_, answer.to
    begin, end = answer.period.interval
    return {"BEFORE": (None, begin), "AFTER": (end, None)}.get(answer.mod, (begin, end))


def _row(id_: str, text: str, resolved: Resolved) -> TimeExpression:
    found, answer = resolved.found, resolved.answer
    period = answer.period
    begin, end = _interval(answer)
    opens = "" if answer.rule.startswith(MOVED) else found.opens
    return TimeExpression(
        id=id_,
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        type=answer.kind,
        value=period.value if period else answer.value,
        mod=answer.mod or None,
        from_=None if opens == "until" else begin,
        to=None if opens == "since" else end,
        precision=period.precision if period else None,
        rule=answer.rule,
        alternatives=answer.alternatives,
        ambiguous=answer.ambiguous,
    )
