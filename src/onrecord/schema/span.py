"""Span: where words stand in a text."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, order=True, gc=False):
    """A half-open range of Unicode code points of `Article.text`, written `[0, 5]` in JSON."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True where the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True where the other lies inside this one (equal spans contain each other)."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


def words(text: str, spans: Iterable[Span]) -> str:
    """The words of split spans, joined by a space."""
    return " ".join(span.cut(text) for span in spans)
