"""Token, Sentence, Quotation, Block, Document: a text cut into pieces, each with its offsets."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.article import Article, CreditKind
from onrecord.schema.span import Span

Part = Literal["title", "body", "caption"]
BlockKind = Literal["header", "title", "byline", "caption", "dateline", "body", "credit", "page"]


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, a number or a mark: `U.S.`, `Kim`, `'s`, `10th`, `“`."""

    start: int
    end: int
    text: str


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of title, body or caption. `paragraph` counts the paragraphs of the text from 0."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    part: Part
    paragraph: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def slice(self, first: int, last: int) -> Span:
        """The span of the tokens `first` to `last` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


class Quotation(msgspec.Struct, frozen=True):
    """Words between quotation marks.

    `inner` leaves the marks out, `outer` has them. A quotation that runs over several paragraphs opens anew in each and
    closes in the last: each paragraph is a Quotation, `continues` is true for all but the first, `closed` is false for
    all but the last. `depth` is 0 for a quotation in the running text, 1 for one inside another.
    """

    outer: Span
    inner: Span
    closed: bool
    continues: bool
    depth: int = 0


class Block(msgspec.Struct, frozen=True):
    """A stretch of the text of one kind. The blocks of a document cover its text, in order, without gaps."""

    kind: BlockKind
    span: Span


class CreditLine(msgspec.Struct, frozen=True):
    """The name in a byline, an agency's dateline, a photo credit or a tail (`Reporting by ...`).

    `sure` is false where it is one only if it is that of a known outlet ("Copyright 2025 ...").
    """

    span: Span
    kind: CreditKind
    sure: bool = True


class DatelineWords(msgspec.Struct, frozen=True):
    """The words of a dateline: its place and, where one is given, its date (both spans of the text)."""

    place: Span | None
    date: Span | None


class Document(msgspec.Struct, frozen=True):
    """An article cut into blocks, sentences, tokens and quotations."""

    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    dateline: DatelineWords | None
    credits: tuple[CreditLine, ...]

    @property
    def text(self) -> str:
        return self.article.text
