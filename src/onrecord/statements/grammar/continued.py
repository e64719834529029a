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
    """The attributions, with the quotations that stand alone given to the speaker who spoke right before.

    A quotation that makes up whole sentences and has no cue of its own continues the one before it in its paragraph;
    one that opens a paragraph continues the one left open in the paragraph before.
    """
    ordered = sorted(found, key=lambda one: one.cue)
    for number, quotation in enumerate(quotations):
        if _is_taken(quotation.inner, ordered):
            continue
        at = _speaker(lines, quotations[:number], quotation, ordered)
        if at is not None:
            more = trimmed(document.text, quotation.inner, quoted=True)
            ordered[at] = msgspec.structs.replace(ordered[at], content=(*ordered[at].content, more))
    return tuple(ordered)


def _is_taken(inner: Span, found: Sequence[Attribution]) -> bool:
    return any(span.overlaps(inner) for one in found for span in one.content)


def _speaker(
    lines: Sequence[Line], before: Sequence[Quotation], quotation: Quotation, found: Sequence[Attribution]
) -> int | None:
    """The number of the attribution that a lone quotation continues."""
    at = next((line.number for line in lines if line.sentence.start == quotation.outer.start), None)
    if not before or at is None or not _ends_sentence(lines, quotation):
        return None
    if quotation.continues:
        return _holding(found, before[-1].inner)
    previous = lines[at - 1]
    if previous.sentence.paragraph != lines[at].sentence.paragraph:
        return None
    quoted = [q.inner for q in before if q.inner.overlaps(previous.sentence.span)]
    return next((i for inner in reversed(quoted) if (i := _holding(found, inner)) is not None), None)


def _holding(found: Sequence[Attribution], inner: Span) -> int | None:
    """The number of the last attribution whose content shares words with a quotation."""
    return next((i for i in reversed(range(len(found))) if any(inner.overlaps(s) for s in found[i].content)), None)


def _ends_sentence(lines: Sequence[Line], quotation: Quotation) -> bool:
    return any(line.sentence.end in (quotation.outer.end, quotation.inner.end) for line in lines)
