"""The bytes of one file, page or standard input become articles, by their format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from onrecord.acquire import files, jsonl, table
from onrecord.acquire.decode import decode, refuse_binary
from onrecord.acquire.options import Format, SourceOptions
from onrecord.acquire.page import Page, looks_like_html, page
from onrecord.acquire.streams import Opened, read_all
from onrecord.acquire.text import Given, compose, too_long
from onrecord.acquire.web import Fetched
from onrecord.errors import ItemError
from onrecord.schema.article import Article
from onrecord.schema.reading import Unread

# UTF-8 takes at most four bytes for a character.
_BYTES_A_CHARACTER = 4


class Input(msgspec.Struct, frozen=True):
    """A stream with its name in errors, and its path where it is a file."""

    source: Opened
    name: str
    path: Path | None = None


def articles(item: Input, options: SourceOptions) -> Iterator[Article | Unread]:
    """The articles of a stream, one at a time. Raises ItemError where the stream as a whole is none."""
    return _READERS[_format(item, options)](item, options)


def from_page(found: Page, item: str, options: SourceOptions) -> Article:
    """The article of a page; what the user says of date and outlet comes before what the page says."""
    told = Given(published=found.published, title=found.title, outlet=found.outlet, url=found.url)
    return compose(found.text, _by_user(options).or_else(told), item=item, longest=options.limits.text)


def from_web(fetched: Fetched, item: str, options: SourceOptions) -> Article:
    """The article of what came from the web: an HTML page or plain text."""
    if fetched.content_type != "text/plain" and options.format != "text":
        return from_page(page(fetched.body, item, fetched.url, fetched.charset), item, options)
    text = _unix_lines(decode(fetched.body, item, fetched.charset))
    given = _by_user(options).or_else(Given(url=fetched.url))
    return compose(text, given, item=item, longest=options.limits.text)


def page_of(item: Input, options: SourceOptions) -> Page:
    """The page of an HTML file. Raises ItemError."""
    data = read_all(item.source.stream, options.limits.page)
    if data is None:
        raise ItemError(item.name, f"it is larger than {options.limits.page / 1e6:g} MB, the limit for a page")
    if not data.strip():
        raise ItemError(item.name, "it is empty")
    return page(data, item.name)


def _format(item: Input, options: SourceOptions) -> Format:
    """The format the user gives, else the name tells, else the first bytes look like."""
    named = files.format_of(item.path) if item.path else None
    if options.format or named not in (None, "text"):
        return options.format or named or "text"
    refuse_binary(item.source.head, item.name)
    head = decode(item.source.head, item.name)
    if looks_like_html(head):
        return "html"
    return "json" if named is None and head.lstrip().startswith("{") else "text"


def _by_user(options: SourceOptions) -> Given:
    return Given(published=options.published, outlet=options.outlet)


def _text(item: Input, options: SourceOptions) -> Iterator[Article | Unread]:
    longest = options.limits.text
    data = read_all(item.source.stream, longest * _BYTES_A_CHARACTER)
    if data is None:
        raise ItemError(item.name, too_long(_size(item, longest), longest))
    text = _unix_lines(decode(data, item.name))
    file_name = item.path.name if item.path else None
    yield compose(text, _by_user(options), item=item.name, file_name=file_name, longest=longest)


def _size(item: Input, longest: int) -> str:
    size = item.path.stat().st_size if item.path and item.path.is_file() else 0
    least = longest * _BYTES_A_CHARACTER
    return f"{size / 1e6:.1f} MB" if size > least else f"more than {least / 1e6:g} MB"


def _unix_lines(text: str) -> str:
    text = text.replace("\r\n", "\n")
    return text if "\n" in text else text.replace("\r", "\n")


def _html(item: Input, options: SourceOptions) -> Iterator[Article | Unread]:
    yield from_page(page_of(item, options), item.name, options)


def _lines(item: Input, options: SourceOptions) -> Iterator[Article | Unread]:
    _not_empty(item)
    return jsonl.rows(item.source, item.name, options)


def _json(item: Input, options: SourceOptions) -> Iterator[Article | Unread]:
    _not_empty(item)
    return jsonl.document(item.source, item.name, options)


def _csv(item: Input, options: SourceOptions) -> Iterator[Article | Unread]:
    _not_empty(item)
    return table.rows(item.source, item.name, options)


def _tsv(item: Input, options: SourceOptions) -> Iterator[Article | Unread]:
    _not_empty(item)
    return table.rows(item.source, item.name, options, tabs=True)


def _not_empty(item: Input) -> None:
    if not item.source.head:
        raise ItemError(item.name, "it is empty")
    refuse_binary(item.source.head, item.name)


_READERS: Mapping[Format, Callable[[Input, SourceOptions], Iterator[Article | Unread]]] = {
    "text": _text,
    "html": _html,
    "json": _json,
    "jsonl": _lines,
    "csv": _csv,
    "tsv": _tsv,
}
