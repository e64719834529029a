"""Speech: what stands in quotation marks, and whose words it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from onrecord.schema.labels import Attributed
from onrecord.schema.span import Span, Spans
from onrecord.schema.token import Document, Quotation


class Speech(msgspec.Struct, frozen=True, dict=True):
    """The quotations of an article in order, each with the words for its speaker (() where nothing tells)."""

    quotations: tuple[Quotation, ...]
    sources: tuple[Spans, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [quotation.outer.start for quotation in self.quotations]

    def at(self, position: int) -> int | None:
        """The number of the quotation that covers a character."""
        number = bisect_right(self._starts, position) - 1
        return number if number >= 0 and position < self.quotations[number].outer.end else None

    def covers(self, position: int) -> bool:
        """Whether a character stands in a quotation."""
        return self.at(position) is not None

    def speakers(self, found: Sequence[tuple[int, int, str]]) -> dict[int, str]:
        """Who speaks in each quotation, of those found: start, end and id of each, in order.

        A quotation whose source has none of them or several is left out.
        """
        starts = [start for start, _, _ in found]
        result = {}
        for number, source in enumerate(self.sources):
            ids = {id_ for span in source for id_ in _inside(span, found, starts)}
            if len(ids) == 1:
                result[number] = ids.pop()
        return result


def speech(document: Document, attributions: Sequence[Attributed]) -> Speech:
    """The speech of a document. A quotation without a source has that of the one before it in its paragraph."""
    outer = tuple(sorted((q for q in document.quotations if q.depth == 0), key=lambda q: q.outer.start))
    contents = sorted(
        (span, number) for number, said in enumerate(attributions) for span in said.content if said.source
    )
    starts = [span.start for span, _ in contents]
    found: list[Spans] = []
    for number, quotation in enumerate(outer):
        own = _source(quotation.inner, contents, starts, attributions)
        before = outer[number - 1] if number else None
        follows = before is not None and "\n" not in document.text[before.outer.end : quotation.outer.start]
        found.append(own or (found[-1] if follows or (quotation.continues and found) else ()))
    return Speech(outer, tuple(found))


def _inside(span: Span, found: Sequence[tuple[int, int, str]], starts: Sequence[int]) -> Iterator[str]:
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    yield from (id_ for _, end, id_ in found[first:last] if end <= span.end)


def _source(
    inner: Span, contents: Sequence[tuple[Span, int]], starts: Sequence[int], attributions: Sequence[Attributed]
) -> Spans:
    """The source of the attribution that has a quotation for its content or a part of it."""
    last = bisect_right(starts, inner.end)
    for span, number in reversed(contents[max(0, last - 8) : last]):
        if (
            span.overlaps(inner)
            and 2 * (min(span.end, inner.end) - max(span.start, inner.start)) >= inner.end - inner.start
        ):
            return attributions[number].source
    return ()
