"""Resolution: the expressions of a document in their order, each counted from what publication and text have told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from onrecord.schema.labels import Labels, SentenceLabels
from onrecord.schema.token import Document, Sentence
from onrecord.times import clocks, dates, lengths, offsets, ranges
from onrecord.times.direction import pointing
from onrecord.times.fields import Fields, fields
from onrecord.times.lexer import alphabet
from onrecord.times.periods import Period, of
from onrecord.times.recognise import Found, recognise
from onrecord.times.reference import BEFORE, PUBLICATION, WRITTEN, Answer, Reference

_READINGS: Mapping[str, Callable[[Fields, Reference], Answer | None]] = {
    "calendar": dates.calendar,
    "clock": clocks.clock,
    "relative": offsets.relative,
    "weekend": offsets.weekend,
    "compared": offsets.compared,
    "offset": offsets.offset,
    "length": lengths.length,
    "recurring": lengths.recurring,
    "reference": lengths.reference,
}
_BESIDE = 6  # how many words may stand between a clock time and the day, or the other zone's time, that goes with it


class Expression(msgspec.Struct, frozen=True):
    """A recognised expression with its typed fields."""

    found: Found
    fields: Fields


class Stretch(msgspec.Struct, frozen=True):
    """A sentence (or a dateline's date, which has none) with its expressions."""

    sentence: Sentence | None
    labels: SentenceLabels | None
    expressions: tuple[Expression, ...]


class Resolved(msgspec.Struct, frozen=True):
    """An expression with what it means."""

    found: Found
    answer: Answer


def stretches(document: Document, labels: Labels) -> tuple[Stretch, ...]:
    """The dateline's date and the sentences, where they hold time expressions, in the order of the text."""
    found = []
    if document.dateline and document.dateline.date:
        span = document.dateline.date
        found.append(Stretch(None, None, _expressions(document.text, span.start, span.end)))
    for i, sentence in enumerate(document.sentences):
        own = labels.sentences[i] if i < len(labels.sentences) else None
        found.append(Stretch(sentence, own, _expressions(document.text, sentence.start, sentence.end)))
    return tuple(stretch for stretch in found if stretch.expressions)


def resolve(found: Sequence[Stretch], ref: Reference) -> Iterator[Resolved]:
    """Every expression with its answer, in the order of the text; what names no time that exists is left out."""
    paragraph = None
    for stretch in found:
        if stretch.sentence and stretch.sentence.paragraph != paragraph:
            paragraph, ref = stretch.sentence.paragraph, replace(ref, context=None)
        answers: dict[int, Answer] = {}
        for i, expression in enumerate(stretch.expressions):
            answer = None if _waits(expression) else _answer(expression, stretch, ref)
            if answer:
                answers[i] = answer
                _put_in_order(stretch, answers, i, ref)
                ref = _told(ref, answers[i])
        answers |= _clock_times(stretch, answers, ref)
        for i, answer in sorted(_with_zones(stretch, answers).items()):
            yield Resolved(_joined(stretch, answers, i), answer)


def _expressions(text: str, start: int, end: int) -> tuple[Expression, ...]:
    return tuple(_expression(found) for found in recognise(text, start, end))


def _expression(found: Found) -> Expression:
    own = fields(found.slots)
    if found.rule.reading == "clock" and not own.zone and found.place:
        own = replace(own, zone=found.place)
    return Expression(found, own)


def _waits(expression: Expression) -> bool:
    """True for a clock time without a day of its own: the rest of the sentence may tell the day."""
    return expression.found.rule.reading == "clock" and not clocks.has_day(expression.fields)


def _answer(expression: Expression, stretch: Stretch, ref: Reference) -> Answer | None:
    """What one expression means, or None where it names no time that exists."""
    found = expression.found
    if stretch.sentence:
        ref = replace(ref, pointing=pointing(stretch.sentence, stretch.labels, found.start, found.end))
    try:
        answer = _READINGS[found.rule.reading](expression.fields, ref)
        if answer and answer.period:
            answer.period.interval  # noqa: B018 - raises where it ends beyond the calendar
        return answer
    except (ValueError, OverflowError):
        return None


def _told(ref: Reference, answer: Answer) -> Reference:
    """The reference for what follows an expression: with its period, and the date that fixes the year of bare ones."""
    aside = answer.rule == offsets.COMPARED or (ref.narrative and answer.rule == PUBLICATION)
    if answer.period is None or aside:
        return ref
    ref = ref.after(answer.period)
    fixes = ref.narrative and answer.rule == WRITTEN and answer.period.finer_than("month")
    if fixes or answer.rule == BEFORE:
        return replace(ref, context=answer.period)
    return replace(ref, context=None) if answer.rule == PUBLICATION else ref


def _put_in_order(stretch: Stretch, answers: dict[int, Answer], i: int, ref: Reference) -> None:
    """Change the answers for the i-th expression and the one before it, where the two are the ends of a range."""
    if i - 1 in answers and ranges.joins(stretch.expressions[i - 1].found, stretch.expressions[i].found):
        ends = ranges.ordered(ranges.Ends(answers[i - 1], answers[i]), ref.now)
        answers[i - 1], answers[i] = ends.first, ends.second


def _joined(stretch: Stretch, answers: Mapping[int, Answer], i: int) -> Found:
    """The i-th expression, which is no open end where it is the second of a range: "from Monday until Friday"."""
    found = stretch.expressions[i].found
    second = i - 1 in answers and ranges.joins(stretch.expressions[i - 1].found, found)
    return replace(found, joined=True) if second else found


def _clock_times(stretch: Stretch, answers: Mapping[int, Answer], ref: Reference) -> dict[int, Answer]:
    """The clock times without a day of their own, on the day that the sentence tells beside them."""
    found: dict[int, Answer] = {}
    for i, expression in enumerate(stretch.expressions):
        if _waits(expression):
            answer = _answer(expression, stretch, replace(ref, day=_day_beside(i, stretch, answers)))
            if answer:
                found[i] = answer
    return found


def _day_beside(i: int, stretch: Stretch, answers: Mapping[int, Answer]) -> Period | None:
    """The day told just after the i-th expression, else just before it."""
    found = stretch.expressions[i].found
    for j in (*range(i + 1, i + 1 + _BESIDE), *range(i - 1, i - 1 - _BESIDE, -1)):
        period = answers[j].period if j in answers else None
        if period and period.unit in ("day", "minute"):
            other = stretch.expressions[j].found
            if max(other.first - found.last, found.first - other.last) <= _BESIDE:
                return of("day", period.start)
    return None


def _with_zones(stretch: Stretch, answers: Mapping[int, Answer]) -> dict[int, Answer]:
    """The answers, with the offset of a local time that the next one, in brackets, tells in another zone."""
    found = dict(answers)
    for i in sorted(answers):
        if i + 1 in answers and _in_brackets(stretch.expressions[i].found, stretch.expressions[i + 1].found):
            moves = not clocks.has_day(stretch.expressions[i + 1].fields)
            pair = clocks.paired(clocks.Pair(found[i], found[i + 1]), moves)
            found[i], found[i + 1] = pair.local, pair.zoned
    return found


def _in_brackets(first: Found, second: Found) -> bool:
    """True where the second expression follows the first in brackets: "11 p.m. in Juba (2100 GMT)"."""
    between = first.line.classes[first.last : second.first]
    return len(between) <= _BESIDE and between.endswith(alphabet()["LPAR"])
