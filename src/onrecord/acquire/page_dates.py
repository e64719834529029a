"""The dates that a page gives for itself, and which of them is the day of publication.

In this order: what the page's data say of publication (JSON-LD, meta tags, microdata); a `<time>` marked as that of
publication; the day in the address; what htmldate finds elsewhere. Where the address has a full day
(/2023/09/05/), it decides between them: addresses are made once, while templates are rebuilt and stamp old pages with
new dates.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Literal, Protocol, Self

import msgspec

from onrecord.acquire import dates
from onrecord.acquire.dates import MONTHS, day_of, month_number

Kind = Literal["published", "marked", "address", "found", "modified"]


class Element(Protocol):
    """What is used of lxml's elements, which have no types of their own."""

    tag: str
    text: str | None

    def get(self, key: str) -> str | None: ...

    def iterfind(self, path: str) -> Iterator[Self]: ...


class DateCandidate(msgspec.Struct, frozen=True, kw_only=True):
    """A date that a page gives: ISO 8601, where it stands ("meta article:published_time"), whether it won and why."""

    value: str
    source: str
    won: bool = False
    why: str = ""


class _Found(msgspec.Struct, frozen=True):
    kind: Kind
    value: str
    source: str

    @property
    def day(self) -> str:
        return self.value[:10]


_RANK: dict[Kind, int] = {"published": 0, "marked": 1, "address": 2, "found": 3}
_WHY: dict[Kind, str] = {
    "published": "the first date of publication among the page's own data",
    "marked": "the time that the page marks as that of publication",
    "address": "the day in the address; the page's data tell none",
    "found": "found by htmldate in the page or its address; nothing surer is there",
}
_META: dict[str, Kind] = {
    "article:published_time": "published",
    "article:published": "published",
    "og:article:published_time": "published",
    "og:published_time": "published",
    "datepublished": "published",
    "date_published": "published",
    "published_time": "published",
    "publication_date": "published",
    "publish_date": "published",
    "publish-date": "published",
    "publishdate": "published",
    "pubdate": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "cxenseparse:recs:publishtime": "published",
    "citation_publication_date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dcterms.issued": "published",
    "dcterms.date": "published",
    "date": "published",
    "article:modified_time": "modified",
    "article:modified": "modified",
    "og:updated_time": "modified",
    "datemodified": "modified",
    "last-modified": "modified",
    "lastmod": "modified",
    "dcterms.modified": "modified",
}
_JSON_KEYS: dict[str, Kind] = {"datePublished": "published", "dateModified": "modified"}
_ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)/([01]?\d|[a-z]{3,9})/([0-3]?\d)(?:/|$)|/((?:19|20)\d\d)([01]\d)([0-3]\d)/")
_TIME_CLASSES = re.compile(r"\b(?:entry-date|entry-time|published|dt-published|date-published|post-date|pubdate)\b")


def candidates(tree: Element, url: str | None, found: str | None) -> tuple[DateCandidate, ...]:
    """All dates that a page gives, the one that is taken for its publication marked, with the reason.

    `found` is what htmldate tells. A modification date never wins: it is not when the report was published.
    """
    seen = dict.fromkeys((*_of_meta(tree), *_of_json(tree), *_of_time(tree), *_of_address(url), *_of_text(found)))
    winner = _winner(tuple(seen))
    return tuple(
        DateCandidate(value=each.value, source=each.source, won=each is winner, why=_reason(each, winner, tuple(seen)))
        for each in seen
    )


def published(found: Sequence[DateCandidate]) -> str | None:
    """The date that won."""
    return next((candidate.value for candidate in found if candidate.won), None)


def json_objects(tree: Element) -> Iterator[dict[str, object]]:
    """The objects of a page's JSON-LD, inner ones too, in order; what is no JSON is passed over."""
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            stack = [json.loads(script.text or "null", strict=False)]
        except (ValueError, RecursionError):
            continue
        while stack:
            node = stack.pop()
            if isinstance(node, dict):
                yield node
                stack.extend(reversed(node.values()))
            elif isinstance(node, list):
                stack.extend(reversed(node))


def _winner(found: Sequence[_Found]) -> _Found | None:
    ranked = sorted((each for each in found if each.kind in _RANK), key=lambda each: _RANK[each.kind])
    address = next((each for each in ranked if each.kind == "address"), None)
    if address is None:
        return ranked[0] if ranked else None
    return next((each for each in ranked if each.day == address.day), address)


def _reason(each: _Found, winner: _Found | None, found: Sequence[_Found]) -> str:
    address = next((other for other in found if other.kind == "address"), None)
    if each is winner:
        agrees = address is not None and each is not address
        outvoted = each is address and any(other.kind in ("published", "marked") for other in found)
        if outvoted:
            return "the day in the address; the page's data give another, and addresses are not rebuilt"
        return _WHY[each.kind] + ("; the address has the same day" if agrees else "")
    if each.kind == "modified":
        return "says when the page was changed, not when it was published"
    if winner is not None and each.day == winner.day:
        return "the same day as the one taken"
    return "stands behind the one taken"


def _of_meta(tree: Element) -> Iterator[_Found]:
    for meta in tree.iterfind(".//meta"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (meta.get(attribute) or "").strip()
            if kind := _META.get(name.lower()):
                yield from _dated(kind, meta.get("content") or meta.get("datetime"), f"meta {name}")


def _of_json(tree: Element) -> Iterator[_Found]:
    for node in json_objects(tree):
        for key, kind in _JSON_KEYS.items():
            value = node.get(key)
            if isinstance(value, str):
                yield from _dated(kind, value, f"JSON-LD {key}")


def _of_time(tree: Element) -> Iterator[_Found]:
    for element in tree.iterfind(".//*[@datetime]"):
        itemprop = (element.get("itemprop") or "").lower()
        marked = (
            itemprop == "datepublished"
            or element.get("pubdate") is not None
            or _TIME_CLASSES.search((element.get("class") or "").lower()) is not None
        )
        if marked and itemprop != "datemodified":
            yield from _dated("marked", element.get("datetime"), f"<{element.tag} datetime>")


def _of_address(url: str | None) -> Iterator[_Found]:
    match = _ADDRESS_DAY.search(url.lower()) if url else None
    if match is None:
        return
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
    if (month.isdigit() or month in MONTHS) and (value := day_of(int(year), month_number(month), int(day))):
        yield _Found("address", value, "address")


def _of_text(found: str | None) -> Iterator[_Found]:
    yield from _dated("found", found, "htmldate")


def _dated(kind: Kind, value: str | None, source: str) -> Iterator[_Found]:
    try:
        iso = dates.written(value) if value and value.strip() else None
    except ValueError:
        return
    if iso is not None:
        yield _Found(kind, iso, source)
