"""The id of a report that came without one."""

from __future__ import annotations

from hashlib import sha256


def derived_id(*, outlet: str | None, url: str | None, published: str | None, title: str | None, text: str) -> str:
    """The first 16 hex digits of the SHA-256 of outlet, url, publication time, title and text (record contract).

    The five are joined by U+001F, an unknown one is empty, in UTF-8. So a page added twice is one report, and one text
    run by two outlets is two.
    """
    told = "\x1f".join((outlet or "", url or "", published or "", title or "", text))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
