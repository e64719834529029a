"""Writing a brief in one of its formats."""

from __future__ import annotations

import click

from onrecord.cli import output
from onrecord.schema.brief import Brief


def write_brief(brief: Brief, format_: str, limit: int = 20, quotes: int = 1, ids: bool = False) -> None:
    """Writes a brief as text, Markdown, one page of HTML, or JSON (which has all of it)."""
    if format_ == "json":
        output.write_json(brief)
    elif format_ == "md":
        from onrecord.present.brief_md import brief_md

        click.echo(brief_md(brief, limit, quotes, ids), nl=False)
    elif format_ == "html":
        from onrecord.present.brief_html import brief_html

        click.echo(brief_html(brief, limit, quotes, ids), nl=False)
    else:
        from onrecord.present.brief_text import brief_text

        output.show([brief_text(brief, limit, quotes, ids)], prose=True)
