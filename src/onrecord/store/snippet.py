"""What a search shows of a report: a stretch of its words, and which of them were found."""

from __future__ import annotations

import re

from onrecord.schema.span import Span
from onrecord.schema.summary import SearchHit

OPEN, CLOSE = "\x02", "\x03"
"""FTS5 puts these around what it found; text does not hold them."""

MARK = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
LEFTOVER = re.compile(f"[{OPEN}{CLOSE}]")


def marked(raw: str) -> list[str]:
    """A marked snippet cut at its marks: words outside and inside take turns, outside first."""
    return [LEFTOVER.sub("", piece) for piece in MARK.split(raw)]


def hit(report: str, outlet: str | None, published: str | None, title: str | None, raw: str) -> SearchHit:
    """A search hit with the marks as spans of the snippet; line breaks become spaces."""
    pieces = marked(re.sub(r"\s+", " ", raw))
    ends = [sum(map(len, pieces[: number + 1])) for number in range(len(pieces))]
    marks = tuple(Span(ends[number - 1], ends[number]) for number in range(1, len(pieces), 2))
    return SearchHit(
        report=report, outlet=outlet, published=published, title=title, snippet="".join(pieces), marks=marks
    )
