"""Reading articles one by one and writing each as soon as it is read."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import msgspec
from rich.table import Table

from onrecord import pipeline
from onrecord.acquire import sources
from onrecord.acquire.options import SourceOptions
from onrecord.acquire.page import Page
from onrecord.cli import output
from onrecord.errors import ItemError, UsageError
from onrecord.present.tables import table
from onrecord.schema.article import Article
from onrecord.schema.reading import Reading, Unread
from onrecord.workers.reading import attempt, read_all

Write = Callable[[Reading | Unread, int], None]


def show_all(items: Sequence[str], options: SourceOptions, format_: str, workers: int) -> None:
    """Reads the articles of the sources and writes them; ends with status 1 where one could not be read."""
    write: Write = {"text": write_text, "json": write_json, "jsonl": write_line}[format_]
    unread = 0
    for number, result in enumerate(results(sources.articles(items, options), workers)):
        write(result, number)
        unread += isinstance(result, Unread)
    output.failed(unread > 0)


def results(items: Iterable[Article | Unread], workers: int) -> Iterator[Reading | Unread]:
    """Readings, and what could not be read, in the order of the sources; without workers each as soon as it comes."""
    if workers:
        return in_processes(items, workers)
    return (item if isinstance(item, Unread) else attempt(item, pipeline.read) for item in items)


def in_processes(items: Iterable[Article | Unread], workers: int) -> Iterator[Reading | Unread]:
    """The same, read in processes, which take some articles ahead."""
    coming: deque[Article | Unread] = deque()
    with closing(read_all(articles(items, coming), pipeline.read, workers)) as outcomes:
        for outcome in outcomes:
            yield from unread_first(coming)
            coming.popleft()
            yield outcome.result
    yield from unread_first(coming)


def unread_first(coming: deque[Article | Unread]) -> Iterator[Unread]:
    """Takes what could not be read from the front of those coming."""
    while coming and isinstance(first := coming[0], Unread):
        coming.popleft()
        yield first


def articles(items: Iterable[Article | Unread], coming: deque[Article | Unread]) -> Iterator[Article]:
    """The articles alone; `coming` notes the order of all items."""
    for item in items:
        coming.append(item)
        if not isinstance(item, Unread):
            yield item


def write_text(result: Reading | Unread, number: int) -> None:
    """Writes a reading for a person; what could not be read goes to the standard error."""
    from rich.rule import Rule

    from onrecord.present.reading_text import reading_text, unread_text

    if isinstance(result, Unread):
        output.complain(f"Not read: {unread_text(result)}")
        return
    output.show([*([Rule(style="dim")] if number else []), reading_text(result)], prose=True)


def write_json(result: Reading | Unread, number: int) -> None:
    """Writes a reading as JSON spread over lines."""
    output.write_bytes(msgspec.json.format(encoded(result), indent=2))


def write_line(result: Reading | Unread, number: int) -> None:
    """Writes a reading as one line, at once, by the reading contract."""
    output.write_bytes(encoded(result))
    sys.stdout.flush()


def encoded(result: Reading | Unread) -> bytes:
    """The result as JSON; half a surrogate pair cannot be written as UTF-8, and is an error of its article."""
    try:
        return msgspec.json.encode(result)
    except UnicodeEncodeError as error:
        return msgspec.json.encode(Unread(result.id, f"its text is no valid Unicode ({error.reason})"))


def show_dates(items: Sequence[str], options: SourceOptions) -> None:
    """The dates that pages give for themselves, and which of them won."""
    from rich.text import Text

    unread = 0
    for item in items:
        try:
            page = page_of(item, options)
        except ItemError as error:
            output.complain(str(error))
            unread += 1
            continue
        output.show([Text(page.title or item, style="bold"), dates_table(page)])
    output.failed(unread > 0)


def dates_table(page: Page) -> Table:
    """The candidates: which day, where it stands, and why it won or did not."""
    rows = (("->" if row.won else "", row.value, row.source, row.why) for row in page.dates)
    return table(("", "Date", "Where it stands", "Why"), rows)


def page_of(item: str, options: SourceOptions) -> Page:
    """The page of an address or of an HTML file."""
    if "://" in item:
        return sources.web_page(item, options)
    if item == "-":
        raise UsageError("--dates wants the name of an HTML file or an address, not the standard input.")
    return sources.file_page(Path(item), options)
