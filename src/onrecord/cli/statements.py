"""`onrecord statements`: who said what."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli import output
from onrecord.cli.group import with_examples
from onrecord.cli.options import as_of_option, format_option, limit_option, opened, record_option


@with_examples("onrecord statements", 'onrecord statements --speaker "foreign ministry" --limit 0')
@record_option
@click.option("--speaker", metavar="NAME", help="Only of speakers whose name has these words.")
@as_of_option
@limit_option(50, "statements")
@format_option("text", "json", "jsonl")
def statements(record: str | None, speaker: str | None, as_of: date | None, limit: int, format_: str) -> None:
    """List who said what and when, the latest first: the words, what they answer, and the reports that carry them."""
    with opened(record) as book:
        lines = book.statements(speaker, as_of)
    chosen = lines[:limit] if limit else lines
    if format_ != "text":
        output.write_rows(chosen, format_)
        return
    from rich.console import Group

    from onrecord.present.brief_text import entry_text
    from onrecord.present.entries import statement_entry

    parts = Group(*(part for line in chosen for part in entry_text(statement_entry(line))))
    output.listed(parts, len(chosen), len(lines), "statement", "statements", prose=True)
