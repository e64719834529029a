"""SourceOptions: what a user says about the sources to be read."""

from __future__ import annotations

from typing import Literal

import msgspec

Format = Literal["text", "html", "jsonl", "json", "csv", "tsv"]


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much is taken in at once. What is larger is refused with its size, never cut.

    `text` counts characters of one article, `line` bytes of one JSON line (a character takes up to six of them), `file`
    bytes of a JSON file (its rows cannot be streamed), `page` bytes of a page; `connect` and `total` are seconds.
    """

    text: int = 2_000_000
    line: int = 12_000_000
    file: int = 100_000_000
    page: int = 5_000_000
    redirects: int = 5
    connect: float = 5.0
    total: float = 20.0


class SourceOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What a user says about the sources.

    `format` overrides what the name and the first bytes tell. The columns name those of a CSV or TSV (and the keys of
    JSON rows), where they are not called `id`, `text`, `published`, `title`, `outlet` and `url`. `published` and
    `outlet` are taken for articles whose own row does not tell them; they win over a header or a page's own
    words. With `require_id` a JSON row without an id is refused, otherwise its id is derived. With `offline` no address
    is fetched. `allowed_addresses` are IP addresses that may be fetched from though they are private.
    """

    format: Format | None = None
    text_col: str | None = None
    date_col: str | None = None
    outlet_col: str | None = None
    title_col: str | None = None
    url_col: str | None = None
    id_col: str | None = None
    published: str | None = None
    outlet: str | None = None
    require_id: bool = False
    offline: bool = False
    allowed_addresses: frozenset[str] = frozenset()
    limits: Limits = Limits()

    @property
    def columns(self) -> dict[str, str]:
        """The column of each field of an article."""
        return {
            "id": self.id_col or "id",
            "text": self.text_col or "text",
            "published": self.date_col or "published",
            "title": self.title_col or "title",
            "outlet": self.outlet_col or "outlet",
            "url": self.url_col or "url",
        }
