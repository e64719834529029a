"""Resolution: the expressions of a document in their order, each counted from what publication and text have told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from onrecord.schema.labels import Labels, SentenceLabels
from onrecord.schema.time import TimeExpression
from onrecord.schema.token import Document, Sentence
from onrecord.times import clocks, dates, lengths, offsets
from onrecord.times.direction import pointing
from onrecord.times.fields import Fields, fields
from onrecord.times.lexer import alphabet
from onrecord.times.periods import Period, of
from onrecord.times.recognise import Found, recognise
from onrecord.times.reference import BEFORE, PUBLICATION, Answer, Reference

Reading = Callable[[Fields, Reference], Answer | None]

_READINGS: Mapping[str, Reading] = {
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

_BESIDE = 6  # how many words may stand between a clock time and the day that it goes with


class Expression(msgspec.Struct, frozen=True):
    """A recognised expression with its typed fields."""

    found: Found
    fields: Fields


class Stretch(msgspec.Struct, frozen=True):
    """A sentence (or a dateline's date) with its expressions."""

    sentence: Sentence | None
    labels: SentenceLabels | None
    paragraph: int
    expressions: tuple[Expression, ...]


def stretches(document: Document, labels: Labels) -> tuple[Stretch, ...]:
    """The sentences that hold time expressions, and the dateline's date, in the order of the text."""
    found = []
    if document.dateline and document.dateline.date:
        span = document.dateline.date
        found.append(Stretch(None, None, -1, _expressions(document.text, span.start, span.end)))
    for i, sentence in enumerate(document.sentences):
        own = labels.sentences[i] if i < len(labels.sentences) else None
        found.append(Stretch(sentence, own, sentence.paragraph, _expressions(document.text, sentence.start, sentence.end)))
    return tuple(stretch for stretch in found if stretch.expressions)


def _expressions(text: str, start: int, end: int) -> tuple[Expression, ...]:
    return tuple(_expression(found) for found in recognise(text, start, end))


def _expression(found: Found) -> Expression:
    own = fields(found.slots)
    if found.rule.reading == "clock" and not own.zone and found.place:
        own = replace(own, zone=found.place)
    return Expression(found, own)


def resolve(stretches_: Sequence[Stretch], ref: Reference) -> Iterator[tuple[Found, Answer]]:
    """Every expression with its answer, in the order of the text; what names no time that exists is left out."""
    paragraph = None
    for stretch in stretches_:
        if stretch.paragraph != paragraph:
            paragraph, ref = stretch.paragraph, replace(ref, context=None)
        answers: dict[int, Answer] = {}
        for i, expression in enumerate(stretch.expressions):
            if _waits(expression):
                continue
            answer = _answer(expression, stretch, ref)
            if answer:
                answers[i] = answer
                ref = _told(ref, answer)
        for i, expression in enumerate(stretch.expressions):
            if _waits(expression):
                answer = _answer(expression, stretch, replace(ref, day=_day_of(i, stretch, answers)))
                if answer:
                    answers[i] = answer
        for i, answer in sorted(_with_zones(stretch, answers).items()):
            yield stretch.expressions[i].found, answer


def _waits(expression: Expression) -> bool:
    return expression.found.rule.reading == "clock" and not clocks.has_day(expression.fields)


def _answer(expression: Expression, stretch: Stretch, ref: Reference) -> Answer | None:
    """What one expression means, or None where it names no time that exists."""
    found = expression.found
    if stretch.sentence:
        way = pointing(stretch.sentence, stretch.labels, found.start, found.end)
        ref = replace(ref, lean=way.lean, lean_rule=way.rule, direct=way.direct)
    try:
        return _READINGS[found.rule.reading](expression.fields, ref)
    except (ValueError, OverflowError):
        return None


def _told(ref: Reference, answer: Answer) -> Reference:
    """The reference for what follows an expression: its period, and the year that it fixes or gives up."""
    counted = (offsets.COMPARED, PUBLICATION) if ref.narrative else (offsets.COMPARED,)
    if answer.period is None or answer.rule in counted:
        return ref
    explicit = answer.rule == "written out" and answer.period.finer_than("month")
    if answer.rule == BEFORE or (ref.narrative and explicit):
        return replace(ref.after(answer.period), context=answer.period)
    if answer.rule == PUBLICATION:
        return replace(ref.after(answer.period), context=None)
    return ref.after(answer.period)


def _day_of(i: int, stretch: Stretch, answers: Mapping[int, Answer]) -> Period | None:
    """The day that the sentence tells for the clock time of its i-th expression: the next one told, else the last."""
    found = stretch.expressions[i].found
    days = {j: a.period for j, a in answers.items() if a.period and a.period.unit in ("day", "minute")}
    after = [j for j in sorted(days) if j > i and stretch.expressions[j].found.first - found.last <= _BESIDE]
    before = [j for j in sorted(days) if j < i and found.first - stretch.expressions[j].found.last <= _BESIDE]
    chosen = after[0] if after else before[-1] if before else None
    return None if chosen is None else of("day", days[chosen].start)


def _with_zones(stretch: Stretch, answers: Mapping[int, Answer]) -> dict[int, Answer]:
    """The answers, with the offset of a local time that the next one in brackets tells in another zone."""
    found = dict(answers)
    for i in sorted(answers):
        if i + 1 in answers and _in_brackets(stretch.expressions[i].found, stretch.expressions[i + 1].found):
            dated = clocks.has_day(stretch.expressions[i + 1].fields)
            found[i], found[i + 1] = clocks.paired(found[i], found[i + 1], dated)
    return found


def _in_brackets(first: Found, second: Found) -> bool:
    """True where the second expression follows the first in brackets: "11 p.m. in Juba (2100 GMT)"."""
    between = first.line.classes[first.last : second.first]
    return len(between) <= _BESIDE and between.endswith(alphabet()["LPAR"])
