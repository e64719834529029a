"""Statement: who says what, on whose word."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.span import Spans
from onrecord.schema.time import Dated
from onrecord.schema.token import Part

QuoteKind = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "asserts",
    "confirms",
    "denies",
    "declines_to_comment",
    "does_not_confirm",
    "accuses",
    "urges",
    "promises",
    "threatens",
    "warns",
    "corrects",
    "retracts",
]


class Source(msgspec.Struct, frozen=True):
    """Who speaks: the words and the actors they stand for. `anonymous` where neither a name nor a named body tells."""

    spans: Spans = ()
    actors: tuple[str, ...] = ()
    anonymous: bool = False


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One saying of one source.

    `via` are the actors between the source and the article, the nearest first; `within` is the id of the statement that
    carries this one. `cue` are the reporting words, `content` is what is said, without the quotation marks at its ends.
    `channel` is how it was said (statement, news briefing, interview, social media, document), `addressee` to whom (an
    actor id), `time` when.
    """

    id: str
    source: Source
    via: tuple[str, ...] = ()
    within: str | None = None
    cue: Spans
    content: Spans
    quote: QuoteKind
    stance: Stance
    channel: str | None = None
    addressee: str | None = None
    time: Dated | None = None
    part: Part
