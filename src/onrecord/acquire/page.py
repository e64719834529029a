"""A web page becomes a report: main text, title, outlet, publication date (trafilatura, htmldate, the page's data)."""

from __future__ import annotations

import re
from typing import cast
from urllib.parse import urlsplit

import msgspec

from onrecord.acquire.decode import decode
from onrecord.acquire.page_dates import DateCandidate, Element, candidates, json_objects, published
from onrecord.errors import ItemError

# A brief has some thirty words; what is shorter is an error page, a teaser or a paywall's first line.
_FEWEST_WORDS = 25
_META_CHARSET = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?([\w-]{2,30})""", re.IGNORECASE)
_LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)<(?:!doctype html|html|head|body|article|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_OUTLET_NAMES = ("og:site_name", "application-name", "dc.publisher", "publisher", "citation_publisher")
_PUBLISHERS = ("publisher", "sourceOrganization", "isPartOf")
_EARLIEST, _LATEST = "1900-01-01", "2199-12-31"


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in a page. Paragraphs of `text` have a blank line between them.

    `url` is the page's canonical address where it has a usable one. `dates` are all dates that the page gives, with
    the one that became `published` marked, and why.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    dates: tuple[DateCandidate, ...] = ()


def looks_like_html(text: str) -> bool:
    """True where a text begins like an HTML page."""
    return _LOOKS_LIKE_HTML.match(text[:4096]) is not None


def page(html: str | bytes, item: str, url: str | None = None, charset: str | None = None) -> Page:
    """The report in an HTML page.

    `url` is where it came from, `charset` what the server declares. Raises ItemError where there is no report in it.
    """
    markup = html if isinstance(html, str) else decode(html, item, charset or _declared(html))
    tree = _tree(markup)
    if tree is None:
        raise ItemError(item, "it holds no HTML page")
    extracted = _extracted(tree, url)
    if extracted is None:
        raise ItemError(item, "it is an HTML page without an article: no running text was found in it")
    address = _address(tree, url)
    dates = candidates(tree, address or url, extracted.found_date)
    outlet = _outlet(tree, address or url)
    return Page(
        text=_report(extracted.text, item),
        title=_without_outlet(extracted.title, outlet),
        outlet=outlet,
        url=address or url,
        published=published(dates),
        dates=dates,
    )


class _Extracted(msgspec.Struct, frozen=True):
    text: str
    title: str | None
    found_date: str | None


def _declared(html: bytes) -> str | None:
    found = _META_CHARSET.search(html[:4096])
    return found[1].decode("ascii") if found else None


def _tree(markup: str) -> Element | None:
    from trafilatura import load_html

    try:
        return cast(Element | None, load_html(markup))
    # Parsers of whatever the web holds fail in ways of their own; whichever it is, this one page cannot be read.
    except Exception:
        return None


def _extracted(tree: Element, url: str | None) -> _Extracted | None:
    from trafilatura import bare_extraction

    # A fixed latest date in place of today's: what a page says must not depend on the day on which it is read. The
    # extensive search is off because it takes a year in a copyright line for a date of publication.
    search = {"original_date": True, "extensive_search": False, "min_date": _EARLIEST, "max_date": _LATEST}
    try:
        found = bare_extraction(
            tree,
            url=url,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=search,
        )
    # As above.
    except Exception:
        return None
    if found is None or isinstance(found, dict) or not found.text:
        return None
    return _Extracted(found.text, found.title or None, found.date)


def _report(text: str, item: str) -> str:
    """The paragraphs of a page, refused where they are too few words or a list of links."""
    paragraphs = [line.removeprefix("- ").strip() for line in text.splitlines()]
    report = "\n\n".join(filter(None, paragraphs))
    words = len(report.split())
    if words < _FEWEST_WORDS:
        raise ItemError(item, f"it is an HTML page without an article: its text has {words} words, too few")
    if not any(_SENTENCE_END.search(paragraph) for paragraph in paragraphs):
        raise ItemError(item, "it is an HTML page without an article: its text is a list, no sentence ends in it")
    return report


def _address(tree: Element, url: str | None) -> str | None:
    """The canonical address; not one of another host, nor a home page (both are slips of a site's template)."""
    found = (link.get("href") for link in tree.iterfind('.//link[@rel="canonical"]'))
    graph = (meta.get("content") for meta in tree.iterfind('.//meta[@property="og:url"]'))
    for address in (*found, *graph):
        parts = _split(address)
        if parts and (url is None or parts == _split(url)):
            return str(address).strip()
    return None


def _split(url: str | None) -> str | None:
    """The host of an address that leads to more than a home page."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or (parts.path in ("", "/") and not parts.query):
        return None
    return (parts.hostname or "").removeprefix("www.") or None


def _outlet(tree: Element, url: str | None) -> str | None:
    """The site's name by the page's data, else its host."""
    metas = {
        (meta.get("property") or meta.get("name") or "").lower(): (meta.get("content") or "").strip()
        for meta in tree.iterfind(".//meta")
    }
    named = next((metas[name] for name in _OUTLET_NAMES if metas.get(name)), None)
    return named or _publisher(tree) or (_split(url) if url else None)


def _publisher(tree: Element) -> str | None:
    for node in json_objects(tree):
        for key in _PUBLISHERS:
            body = node.get(key)
            name = body.get("name") if isinstance(body, dict) else None
            if isinstance(name, str) and name.strip():
                return name.strip()
    return None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """A title without the outlet's name at its end ("Strike ends - The Coast Herald")."""
    if title is None or outlet is None:
        return title
    return re.sub(rf"\s+[-|–—·:]\s+{re.escape(outlet)}$", "", title, flags=re.IGNORECASE) or title
