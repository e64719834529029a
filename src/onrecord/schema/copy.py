"""Copy: a report whose text is another's, with the passages that show it."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.span import Span

CopyKind = Literal["whole", "cut", "part"]
"""`whole`: nearly all of both texts is the same. `cut`: nearly all of the shorter is in the longer. `part`: long passages
are the same and make up half of the shorter; the rest was written anew."""


class SharedPassage(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that stands in two reports: its place in the copy and in the other (code points), as the copy has it."""

    here: Span
    there: Span
    words: int
    text: str


class ReportCopy(msgspec.Struct, frozen=True, kw_only=True):
    """A report as a copy of another: `of` is the original, or, where the two share too little, the copy between them.

    `resemblance` is the share of all runs of three words that both have, `contained` the share of the shorter text's
    words in shared passages.
    """

    report: str
    outlet: str | None
    published: str | None
    title: str | None
    of: str
    kind: CopyKind
    resemblance: float
    contained: float
    passages: tuple[SharedPassage, ...] = ()


class CopyGroup(msgspec.Struct, frozen=True, kw_only=True):
    """A text with all its copies: the original and the others, by publication. `versions` are the reports of the group
    that are another state of a page of the group, and what page: its first report."""

    original: str
    outlet: str | None
    published: str | None
    title: str | None
    copies: tuple[ReportCopy, ...]
