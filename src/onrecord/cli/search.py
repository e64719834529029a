"""`onrecord search`: reports that hold some words."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli import output
from onrecord.cli.group import with_examples
from onrecord.cli.options import as_of_option, format_option, limit_option, opened, record_option


# A word to be left out ("-navy") looks like an option, so that none may have a single dash here.
@with_examples(
    "onrecord search harbour strike -navy",
    "onrecord search '\"joint drills\" OR manoeuvre*'",
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
)
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@record_option
@as_of_option
@limit_option(20, "reports")
@format_option("text", "json", "jsonl")
def search(query: tuple[str, ...], record: str | None, as_of: date | None, limit: int, format_: str) -> None:
    """Find the reports whose title or text hold all the words, the best first.

    "Several words" in quotation marks are a phrase, word* is a beginning, -word must not occur, and OR stands between
    two choices. With --as-of an earlier day the latest reports come first.
    """
    with opened(record) as book:
        hits = book.search(" ".join(query), limit or 1_000_000, as_of)
    if format_ != "text":
        output.write_rows(hits, format_)
        return
    from onrecord.present.hits import hits_text

    output.listed(hits_text(hits), len(hits), len(hits), "report", "reports", prose=True)
