"""Contents: the words said as spans of the text, to the ends of the quotations that they begin or end in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.schema.span import Span, Spans
from onrecord.schema.token import Quotation
from onrecord.statements.line import Line, Words

_MARKS = '"“”„«»`'
_EDGES = " \t\n\r\u00a0,;:–—-" + _MARKS
_STOPS = ".!?…"


def spans(text: str, line: Line, said: Sequence[Words], quotations: Sequence[Quotation]) -> Spans:
    """The spans of the words said, without quotation marks and punctuation at their edges; empty ones are left out.

    A quotation that begins in an earlier sentence or ends in a later one is taken whole.
    """
    found = (trimmed(text, _stretched(line.span(words), quotations)) for words in said if words.first < words.last)
    return tuple(span for span in found if span.start < span.end)


def before(text: str, line: Line, quotations: Sequence[Quotation]) -> Spans:
    """The quotation that ends right before a sentence, in the same paragraph."""
    last = holding(quotations, line.sentence.start - 1) or holding(quotations, line.sentence.start - 2)
    if last is None or not last.closed or "\n" in text[last.inner.end : line.sentence.start]:
        return ()
    return (trimmed(text, last.inner, quoted=True),)


def behind(text: str, line: Line, quotations: Sequence[Quotation]) -> Spans:
    """The quotation that begins right behind a sentence, in the next paragraph."""
    at = bisect_left(quotations, line.sentence.end, key=lambda quotation: quotation.outer.start)
    if at == len(quotations) or text[line.sentence.end : quotations[at].outer.start].strip():
        return ()
    return (trimmed(text, quotations[at].inner, quoted=True),)


def _stretched(span: Span, quotations: Sequence[Quotation]) -> Span:
    opens, closes = holding(quotations, span.start), holding(quotations, span.end - 1)
    start = min(span.start, opens.outer.start) if opens else span.start
    return Span(start, max(span.end, closes.outer.end) if closes else span.end)


def holding(quotations: Sequence[Quotation], offset: int) -> Quotation | None:
    """The quotation that holds a character."""
    at = bisect_right(quotations, offset, key=lambda quotation: quotation.outer.start) - 1
    return quotations[at] if at >= 0 and offset < quotations[at].outer.end else None


def quoted_length(quotations: Sequence[Quotation], content: Spans) -> int:
    """The number of the characters of a content that stand within quotation marks."""
    return sum(
        min(span.end, quotation.outer.end) - max(span.start, quotation.outer.start)
        for span in content
        for quotation in quotations
        if quotation.outer.start < span.end and span.start < quotation.outer.end
    )


def trimmed(text: str, span: Span, *, quoted: bool = False) -> Span:
    """The span without marks, spaces and commas at its edges; a final stop stays where a quotation ends with it.

    `quoted` is true where the span is known to be quoted words, though no mark may follow.
    """
    start, end = span.start, span.end
    while start < end and (step := _mark(text, start) or text[start] in _EDGES):
        start += step
    while end > start and (step := _mark(text, end - 2) or text[end - 1] in _EDGES):
        end -= step
    keeps = quoted or text[end : end + 2].strip()[:1] in (*_MARKS, "'")
    while end > start and not keeps and text[end - 1] in _STOPS and not text[end - 2].isupper():
        end -= 1
    while end > start and text[end - 1] in " \t":
        end -= 1
    return Span(start, max(start, end))


def _mark(text: str, at: int) -> int:
    """The length of a quotation mark written as two apostrophes at `at`, else 0."""
    return 2 if at >= 0 and text[at : at + 2] == "''" else 0
