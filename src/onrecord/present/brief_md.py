"""A brief as Markdown, for a note or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.present.entries import Block, Entry, Quote, blocks, left_out, subtitle, title
from onrecord.present.words import inner_marks, web_address
from onrecord.schema.brief import Brief

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def brief_md(brief: Brief, most: int = 0, quotes: int = 1, ids: bool = False) -> str:
    """A brief with `most` lines a section (0: all) and up to `quotes` pieces of evidence a line."""
    return page_md(title(brief), subtitle(brief), blocks(brief, most, quotes, ids), left_out(brief))


def page_md(heading: str, about: str, found: Iterable[Block], note: str | None) -> str:
    """A heading, what it rests on, sections, and a note."""
    lines = [f"# {escaped(heading)}", "", escaped(about), ""]
    for block in found:
        lines += [*block_md(block), ""]
    return "\n".join([*lines, *([escaped(note), ""] if note else [])])


def escaped(text: str) -> str:
    """Text that Markdown does not take for its own marks."""
    return _SPECIAL.sub(r"\\\1", text)


def block_md(block: Block) -> Iterator[str]:
    """A section."""
    yield f"## {escaped(block.heading)}"
    yield ""
    for entry in block.entries:
        yield from entry_md(entry)
    if block.hidden:
        yield f"- … and {block.hidden:,} more"


def entry_md(entry: Entry) -> Iterator[str]:
    """A line with its details and evidence as a list under it."""
    headline = escaped(entry.headline)
    yield f"- **{headline}**" if entry.quotes else f"- {headline}"
    for detail in entry.details:
        yield f"  - {escaped(detail)}"
    for quote in entry.quotes:
        yield f"  - {quote_md(quote)}"


def quote_md(quote: Quote) -> str:
    """The words of a report, what matters in them in bold, and where they stand."""
    text, mark = inner_marks(quote.text), quote.mark
    if mark is None:
        words = escaped(text)
    else:
        before, after = escaped(text[: mark.start]), escaped(text[mark.end :])
        words = f"{before}**{escaped(mark.cut(text))}**{after}"
    address = web_address(quote.url)
    source = f"[{escaped(quote.source)}](<{address}>)" if address else escaped(quote.source)
    return f"“{words}” ({source})"
