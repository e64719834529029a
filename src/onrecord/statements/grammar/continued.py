"""Continued: direct speech that goes on after its attribution, in the next sentences or paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.schema.span import Span
from onrecord.schema.token import Document, Quotation
from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar.contents import trimmed
from onrecord.statements.line import Line


def continued(
    document: Document, lines: Sequence[Line], quotations: Sequence[Quotation], found: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """The attributions, with the quotations that stand alone given to whoever was quoted right before.

    A quotation that makes up whole sentences and has no cue of its own goes on with the one before it in its paragraph;
    one that opens a paragraph with the one left open in the paragraph before; and one that makes up a paragraph with
    the one speaker who is quoted in the paragraph before.
    """
    ordered = sorted(found, key=lambda one: one.cue)
    starts = {line.sentence.start: line.number for line in lines}
    for number, quotation in enumerate(quotations):
        at = starts.get(quotation.outer.start)
        if at is None or not number or _is_taken(quotation.inner, ordered) or not _ends_sentence(lines, at, quotation):
            continue
        speaker = _speaker(lines, at, quotations[number - 1], quotation, ordered)
        if speaker is not None:
            more = trimmed(document.text, quotation.inner, quoted=True)
            grown = (*ordered[speaker].content, more)
            ordered[speaker] = msgspec.structs.replace(ordered[speaker], content=grown)
    return tuple(ordered)


def _is_taken(inner: Span, found: Sequence[Attribution]) -> bool:
    return any(span.overlaps(inner) for one in found for span in one.content)


def _ends_sentence(lines: Sequence[Line], at: int, quotation: Quotation) -> bool:
    """True where a quotation that begins with the sentence `at` ends with a sentence."""
    ends = (quotation.outer.end, quotation.inner.end)
    return any(line.sentence.end in ends for line in lines[at:] if line.sentence.start < quotation.outer.end)


def _speaker(
    lines: Sequence[Line], at: int, before: Quotation, quotation: Quotation, found: Sequence[Attribution]
) -> int | None:
    """The number of the attribution that a lone quotation, in the sentence `at`, continues."""
    if quotation.continues:
        return _holding(found, before.inner)
    line, previous = lines[at], lines[at - 1]
    if previous.sentence.paragraph == line.sentence.paragraph:
        return _holding(found, before.inner) if before.inner.overlaps(previous.sentence.span) else None
    if previous.sentence.paragraph != line.sentence.paragraph - 1 or not _is_paragraph(lines, quotation, line):
        return None
    return _only_speaker(lines, previous.sentence.paragraph, before, found)


def _is_paragraph(lines: Sequence[Line], quotation: Quotation, line: Line) -> bool:
    """True where a quotation is all of its paragraph."""
    own = [one.sentence for one in lines[line.number :] if one.sentence.paragraph == line.sentence.paragraph]
    alone = line.number == 0 or lines[line.number - 1].sentence.paragraph != line.sentence.paragraph
    return alone and own[-1].end in (quotation.outer.end, quotation.inner.end)


def _only_speaker(lines: Sequence[Line], paragraph: int, before: Quotation, found: Sequence[Attribution]) -> int | None:
    """The attribution of the last quotation of a paragraph, if nothing else in it is said by anybody."""
    said = [i for i, one in enumerate(found) if lines[one.sentence].sentence.paragraph == paragraph]
    holding = _holding(found, before.inner)
    return holding if said == [holding] else None


def _holding(found: Sequence[Attribution], inner: Span) -> int | None:
    """The number of the last attribution whose content shares words with a quotation."""
    return next((i for i in reversed(range(len(found))) if any(inner.overlaps(s) for s in found[i].content)), None)
