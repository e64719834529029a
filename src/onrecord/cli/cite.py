"""`onrecord cite`: lines for a footnote."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli import output
from onrecord.cli.group import with_examples
from onrecord.cli.options import as_of_option, format_option, limit_option, opened, record_option


@with_examples('onrecord cite "a#e0"', 'onrecord cite "a#e0" --limit 0 --format md >> notes.md')
@click.argument("event", metavar="EVENT")
@record_option
@as_of_option
@limit_option(1, "reports")
@format_option("text", "md", "json", "jsonl")
def cite(event: str, record: str | None, as_of: date | None, limit: int, format_: str) -> None:
    """Give the line of an event for a footnote: speaker, words, outlet, title, day and address.

    The report that bears it out best comes first; each report has one line, which is not broken. An EVENT is named by
    its id, which `onrecord brief --ids` shows.
    """
    with opened(record) as book:
        lines = book.cite(event, as_of)
    chosen = lines[:limit] if limit else lines
    if format_ in {"json", "jsonl"}:
        output.write_rows(chosen, format_)
        return
    from onrecord.present.citations import citation_md, citation_text

    for line in chosen:
        click.echo(citation_md(line) if format_ == "md" else citation_text(line))
