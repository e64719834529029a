"""Continued: direct speech that goes on after its attribution, in the next sentences or paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.schema.span import Span
from onrecord.schema.token import Document, Quotation
from onrecord.statements.attribution import Attribution
from onrecord.statements.contents import trimmed
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
        at = _speaker(document.text, lines, quotations[:number], quotation, ordered)
        if at is not None:
            more = trimmed(document.text, quotation.inner)
            ordered[at] = msgspec.structs.replace(ordered[at], content=(*ordered[at].content, more))
    return tuple(ordered)


def _is_taken(inner: Span, found: Sequence[Attribution]) -> bool:
    return any(span.overlaps(inner) for one in found for span in one.content)


def _speaker(
    text: str, lines: Sequence[Line], before: Sequence[Quotation], quotation: Quotation, found: Sequence[Attribution]
) -> int | None:
    """The number of the attribution that a lone quotation continues."""
    if not before or not _is_whole(lines, quotation):
        return None
    last = before[-1]
    at = next((i for i in reversed(range(len(found))) if any(last.inner.overlaps(s) for s in found[i].content)), None)
    if at is None:
        return None
    if quotation.continues:
        return at
    end = max(max(span.end for span in found[at].content), lines[found[at].sentence].sentence.end)
    between = text[end : quotation.outer.start].strip(" \n\t\"”'’.")
    same_paragraph = _paragraph(lines, quotation) == _paragraph(lines, last) or "\n" not in text[end : quotation.outer.start]
    return at if not between and same_paragraph else None


def _paragraph(lines: Sequence[Line], quotation: Quotation) -> int | None:
    line = next((line for line in lines if line.sentence.start <= quotation.outer.start < line.sentence.end), None)
    return line.sentence.paragraph if line else None


def _is_whole(lines: Sequence[Line], quotation: Quotation) -> bool:
    """True where a quotation begins with a sentence and ends with one."""
    begins = any(line.sentence.start == quotation.outer.start for line in lines)
    return begins and any(line.sentence.end in (quotation.outer.end, quotation.inner.end) for line in lines)
