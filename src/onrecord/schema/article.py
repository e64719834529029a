"""Article: one news report as it comes in, before it is read."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Literal

import msgspec

from onrecord.schema.span import Span

CreditKind = Literal["wire", "byline", "photo"]


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One report: its text and what its publisher says about it.

    `text` is never changed: every offset of a reading counts code points of it. `published` is an ISO 8601 date or
    date-time ("2023-09-05", "2023-09-05T14:00:00+09:00"); without it nothing relative is resolved. `language` is an
    ISO 639-1 code, None where it could not be told. `header_end` is where header lines that came with the text
    (`date 2023-09-05 ...`, `URL: ... OUTLET: ...`) end and the report begins.
    """

    id: str
    text: str
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = "en"
    header_end: int = 0

    @property
    def day(self) -> date | None:
        """The day of publication, as the publisher's clock had it."""
        return date.fromisoformat(self.published[:10]) if self.published else None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, in hex."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Dateline(msgspec.Struct, frozen=True):
    """Where and when a report says that it was written: `KAMPALA, March 21 (Lakeside News) -`."""

    place: str | None = None
    date: str | None = None


class Credit(msgspec.Struct, frozen=True):
    """Who a report credits: the agency of a dateline, the writer of a byline, the photographer of a caption."""

    span: Span
    actor: str | None
    kind: CreditKind


class ArticleInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What a reading says of its article."""

    text: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    dateline: Dateline | None
    credits: tuple[Credit, ...]
    language: str | None
    sha256: str
    copy_of: str | None = None
