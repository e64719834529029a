"""Copy: a report whose text is another's, with the passages that show it."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.span import Span

CopyKind = Literal["whole", "cut", "part"]
"""`whole`: nearly all of both texts is the same. `cut`: nearly all of the shorter is in the longer. `part`: long
passages are the same and make up half of the shorter; the rest was written anew."""


class SharedPassage(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that stands in two reports: its place in the copy and in the other text (code points), its number of
    words, and its text as the copy has it."""

    here: Span
    there: Span
    words: int
    text: str


class ReportCopy(msgspec.Struct, frozen=True, kw_only=True):
    """A report as a copy of another: `of` is the original, or, where these two share too little, a copy between them.

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
    """A text with its copies: the original, then the copies by publication and id."""

    original: str
    outlet: str | None
    published: str | None
    title: str | None
    copies: tuple[ReportCopy, ...]


class Copies(msgspec.Struct, frozen=True, kw_only=True):
    """The copies in a record. `versions` are reports of one page (one id or one address) with another text each: they
    are no copies of each other."""

    groups: tuple[CopyGroup, ...] = ()
    versions: tuple[tuple[str, ...], ...] = ()
