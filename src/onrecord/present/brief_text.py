"""A brief for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.present import marked
from onrecord.present.entries import Block, Entry, Quote, blocks, left_out, subtitle, title
from onrecord.present.layout import FAINT, HEADING, INDENT, TITLE, bullet, spaced
from onrecord.present.words import counted
from onrecord.schema.brief import Brief
from onrecord.schema.span import Span


def brief_text(brief: Brief, most: int = 0, quotes: int = 1, ids: bool = False) -> RenderableType:
    """A brief with `most` lines a section (0: all) and up to `quotes` pieces of evidence a line."""
    found = blocks(brief, most, quotes, ids)
    return page_text(title(brief), subtitle(brief), found, left_out(brief))


def page_text(heading: str, about: str, found: Iterable[Block], note: str | None) -> RenderableType:
    """A heading, what it rests on, sections, and a note."""
    parts: list[RenderableType] = [Group(Text(heading, style=TITLE), Text(about, style=FAINT))]
    parts += [block_text(block) for block in found] or [Text("Nothing to tell: no event and no statement.")]
    return Group(*spaced([*parts, *([Text(note, style=FAINT)] if note else [])]))


def block_text(block: Block) -> RenderableType:
    """A section."""
    rows: list[RenderableType] = [Text(block.heading, style=HEADING)]
    for entry in block.entries:
        rows += entry_text(entry)
    if block.hidden:
        more = f"… and {counted(block.hidden, 'more', 'more')} (--limit 0 shows all)"
        rows.append(Padding(Text(more, style=FAINT), INDENT))
    return Group(*rows)


def entry_text(entry: Entry) -> Iterator[RenderableType]:
    """A line, its details and its evidence."""
    yield bullet(Text(entry.headline, style=TITLE if entry.quotes else ""))
    for detail in entry.details:
        yield Padding(Text(detail, style=FAINT), INDENT)
    for quote in entry.quotes:
        yield Padding(quote_text(quote), INDENT)


def quote_text(quote: Quote) -> Text:
    """The words of a report, and where they stand."""
    marks = (quote.mark,) if quote.mark else ()
    words = marked.evidence(quote.text, (Span(0, len(quote.text)),), marks)
    return Text.assemble(words, (f" — {quote.source}", FAINT))
