"""`onrecord stories`: which reports are on one developing situation."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli import output
from onrecord.cli.group import with_examples
from onrecord.cli.options import as_of_option, format_option, limit_option, opened, record_option


@with_examples("onrecord stories", "onrecord stories REPORT", "onrecord stories --as-of 2023-09-12 --format jsonl")
@click.argument("report", required=False, metavar="[REPORT]")
@record_option
@as_of_option
@limit_option(20, "stories")
@format_option("text", "json", "jsonl")
def stories(report: str | None, record: str | None, as_of: date | None, limit: int, format_: str) -> None:
    """List the stories of a record, those with the latest reports first: reports that belong together over days and
    weeks.

    Two reports belong together where one is a copy of the other, where both tell of one event, or where both tell of
    what two sides do to each other, at most two weeks apart. A story has the name of its earliest report. With the id
    of a report, only its story is listed, with the reason for which each report is in it.
    """
    with opened(record) as book:
        found = book.stories(report, as_of)
    chosen = found[:limit] if limit else found
    if format_ != "text":
        output.write_rows(chosen, format_)
        return
    from onrecord.present.stories_text import stories_text

    shown = stories_text(chosen, reasons=report is not None)
    output.listed(shown, len(chosen), len(found), "story", "stories", prose=True)
