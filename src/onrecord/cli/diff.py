"""`onrecord diff`: what is new since a day."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli import output
from onrecord.cli.group import with_examples
from onrecord.cli.options import (
    DAY,
    as_day,
    as_of_option,
    confidence_option,
    format_option,
    limit_option,
    opened,
    record_option,
)


@with_examples("onrecord diff --since 2023-09-04", "onrecord diff --since 2023-09-04 --as-of 2023-09-10 --format md")
@click.option(
    "--since", type=DAY, callback=as_day, required=True, metavar="YYYY-MM-DD", help="The first day of what is new."
)
@record_option
@as_of_option
@confidence_option
@limit_option(20, "lines a section")
@click.option("--quotes", type=click.IntRange(min=0), metavar="N", default=1, help="Up to N quotations an event.")
@click.option("--ids", is_flag=True, help="Show the ids of events, for review, origins and cite.")
@format_option("text", "md", "json")
def diff(
    since: date,
    record: str | None,
    as_of: date | None,
    min_confidence: float,
    limit: int,
    quotes: int,
    ids: bool,
    format_: str,
) -> None:
    """Tell what is new since a day: events of which nobody had told, what is told otherwise now, what is newly said.

    The record as of the day before is held against the record as of --as-of. What is told again by others, and by no
    new origin, is no news. What meets the watch list is marked.
    """
    with opened(record) as book:
        found = book.diff(since, as_of, min_confidence)
    if format_ == "json":
        output.write_json(found)
        return
    from onrecord.present.diff_entries import diff_md, diff_text

    if format_ == "md":
        click.echo(diff_md(found, limit, quotes, ids), nl=False)
    else:
        output.show([diff_text(found, limit, quotes, ids)], prose=True)
