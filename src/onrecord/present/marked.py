"""Text with marks: sentences of a report with the words that matter highlighted, for rich's console."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from onrecord.present.words import inner_marks, visible
from onrecord.schema.span import Span, Spans

MARK = "bold underline"


def evidence(text: str, spans: Spans, marks: Iterable[Span]) -> Text:
    """The words of a text in quotation marks, those of `marks` highlighted; split spans have " … " between them."""
    shown = Text("“")
    for number, span in enumerate(spans):
        if number:
            shown.append(" … ")
        shown.append_text(_piece(text, span, tuple(marks)))
    shown.append("”")
    return shown


def _piece(text: str, span: Span, marks: tuple[Span, ...]) -> Text:
    words = span.cut(text)
    kept = words.strip()
    start = span.start + words.index(kept) if kept else span.start
    piece = Text(inner_marks(visible(kept)))
    for mark in marks:
        if start <= mark.start and mark.end <= start + len(kept):
            piece.stylize(MARK, mark.start - start, mark.end - start)
    return piece


def snippet(text: str, marks: Iterable[Span]) -> Text:
    """A stretch of text with the words that a search found."""
    shown = Text(visible(text))
    for mark in marks:
        shown.stylize(MARK, mark.start, mark.end)
    return shown
