"""A brief as one page of HTML that needs nothing else: no script, no font, no picture, no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from onrecord.present.entries import Block, Entry, Quote, blocks, left_out, subtitle, title
from onrecord.present.words import inner_marks, visible, web_address
from onrecord.schema.brief import Brief

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid; }
li { margin: 0 0 1rem; }
p { margin: 0; }
.headline { font-weight: 600; }
.about, .detail, cite { opacity: .75; font-size: .9rem; font-style: normal; }
blockquote { margin: .25rem 0 0; padding-left: .75rem; border-left: 3px solid; }
nav a { margin-right: 1rem; }
@media print { nav { display: none; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Whatever a report says, a browser loads and runs nothing for this page."""


def brief_html(brief: Brief, most: int = 0, quotes: int = 1, ids: bool = False) -> str:
    """A brief with `most` lines a section (0: all) and up to `quotes` pieces of evidence a line."""
    return page_html(title(brief), subtitle(brief), blocks(brief, most, quotes, ids), left_out(brief))


def page_html(heading: str, about: str, found: tuple[Block, ...], note: str | None) -> str:
    """A heading, what it rests on, sections with a list of them, and a note."""
    links = "".join(f'<a href="#s{number}">{shown(block.heading)}</a>' for number, block in enumerate(found))
    sections = [line for number, block in enumerate(found) for line in block_html(block, number)]
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{shown(heading)}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            f'<header><h1>{shown(heading)}</h1><p class="about">{shown(about)}</p></header>',
            *([f"<nav>{links}</nav>"] if found else ["<p>Nothing to tell: no event and no statement.</p>"]),
            *sections,
            *([f'<footer class="about"><p>{shown(note)}</p></footer>'] if note else []),
            "</body>",
            "</html>",
            "",
        ]
    )


def block_html(block: Block, number: int) -> Iterator[str]:
    """A section."""
    yield f'<section id="s{number}"><h2>{shown(block.heading)}</h2>'
    yield "<ul>"
    for entry in block.entries:
        yield "".join(entry_html(entry))
    yield "</ul>"
    if block.hidden:
        yield f'<p class="about">… and {block.hidden:,} more</p>'
    yield "</section>"


def entry_html(entry: Entry) -> Iterable[str]:
    """A line with its details and evidence."""
    yield f'<li><p class="headline">{shown(entry.headline)}</p>'
    for detail in entry.details:
        yield f'<p class="detail">{shown(detail)}</p>'
    for quote in entry.quotes:
        yield f"<blockquote>{quote_html(quote)}</blockquote>"
    yield "</li>"


def quote_html(quote: Quote) -> str:
    """The words of a report, what matters in them marked, and where they stand."""
    text, mark = inner_marks(quote.text), quote.mark
    if mark is None:
        words = shown(text)
    else:
        before, after = shown(text[: mark.start]), shown(text[mark.end :])
        words = f"{before}<mark>{shown(mark.cut(text))}</mark>{after}"
    return f"“{words}” <cite>{linked(quote)}</cite>"


def linked(quote: Quote) -> str:
    """Where words stand, as a link to the report where its address is one of the web."""
    source = shown(quote.source)
    address = web_address(quote.url)
    return f'<a href="{shown(address)}" rel="noopener noreferrer">{source}</a>' if address else source


def shown(text: str) -> str:
    """Text as the page shows it: no mark of it is taken for HTML, and nothing in it is invisible."""
    return escape(visible(text), quote=True)
