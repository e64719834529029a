"""The way in: whatever a user names becomes articles, one at a time; what is no article is named with the reason."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import msgspec

from onrecord.acquire import dates, documents, files
from onrecord.acquire.addresses import Resolver, system_resolver
from onrecord.acquire.documents import Input
from onrecord.acquire.options import SourceOptions
from onrecord.acquire.page import Page, page
from onrecord.acquire.streams import BROKEN_GZIP, opened
from onrecord.acquire.web import fetch
from onrecord.errors import ItemError, UsageError
from onrecord.schema.article import Article
from onrecord.schema.reading import Unread

_DEFAULT = SourceOptions()
_STDIN = "standard input"


def articles(
    sources: Sequence[str],
    options: SourceOptions = _DEFAULT,
    *,
    stdin: io.BufferedIOBase | None = None,
    resolve: Resolver = system_resolver,
) -> Iterator[Article | Unread]:
    """The articles of the sources, in their order, read as they are asked for.

    A source is a file, a folder (with the folders in it, sorted), a pattern (`news/**/*.txt`), `-` for standard input,
    or an http or https address. An item that is no article comes back as `Unread`, whose error names it and says why
    and what to do; the rest goes on. Raises UsageError, at once, where `options.published` is no date.
    `stdin` and `resolve` stand in for the standard input and the system's name resolver.
    """
    checked = _checked(options)
    return (item for source in sources for item in _source(source, checked, stdin, resolve))


def web_page(url: str, options: SourceOptions = _DEFAULT, resolve: Resolver = system_resolver) -> Page:
    """The page at an address, with all the dates that it gives for itself. Raises ItemError."""
    fetched = fetch(url, options, resolve)
    return page(fetched.body, url, fetched.url, fetched.charset)


def file_page(path: Path, options: SourceOptions = _DEFAULT) -> Page:
    """The page of an HTML file, with all the dates that it gives for itself. Raises ItemError."""
    try:
        with path.open("rb") as raw:
            return documents.page_of(Input(opened(raw), str(path), path), options)
    except (OSError, *BROKEN_GZIP) as error:
        raise _unreadable(str(path), error) from None


def _checked(options: SourceOptions) -> SourceOptions:
    try:
        day = dates.iso(options.published) if options.published else None
    except ValueError as error:
        raise UsageError(f"The date of publication: {error}.") from None
    return msgspec.structs.replace(options, published=day)


def _source(
    source: str, options: SourceOptions, stdin: io.BufferedIOBase | None, resolve: Resolver
) -> Iterator[Article | Unread]:
    if source == "-":
        yield from _stdin(stdin or cast(io.BufferedIOBase, sys.stdin.buffer), options)
    elif "://" in source:
        yield _web(source, options, resolve)
    else:
        for path in files.paths(source):
            yield from (path,) if isinstance(path, Unread) else _file(path, options)


def _web(url: str, options: SourceOptions, resolve: Resolver) -> Article | Unread:
    try:
        return documents.from_web(fetch(url, options, resolve), url, options)
    except ItemError as error:
        return Unread(url, str(error))


def _stdin(raw: io.BufferedIOBase, options: SourceOptions) -> Iterator[Article | Unread]:
    try:
        yield from documents.articles(Input(opened(raw), _STDIN), options)
    except ItemError as error:
        yield Unread("-", str(error))
    except (OSError, *BROKEN_GZIP) as error:
        yield Unread("-", str(_unreadable(_STDIN, error)))


def _file(path: Path, options: SourceOptions) -> Iterator[Article | Unread]:
    name = str(path)
    try:
        with path.open("rb") as raw:
            yield from documents.articles(Input(opened(raw), name, path), options)
    except ItemError as error:
        yield Unread(name, str(error))
    except (OSError, *BROKEN_GZIP) as error:
        yield Unread(name, str(_unreadable(name, error)))


def _unreadable(name: str, error: Exception) -> ItemError:
    # BadGzipFile is an OSError too, so the packing has to be asked for first.
    if isinstance(error, BROKEN_GZIP):
        return ItemError(name, "its gzip packing is damaged or cut off; what came before is read")
    return ItemError(name, files.reason(error) if isinstance(error, OSError) else str(error))
