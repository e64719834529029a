"""`onrecord export`: a record as files for other programs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import as_of_option, format_option, opened, record_option


@with_examples(
    "onrecord export --format jsonl --output story.jsonl",
    "onrecord export --format csv > events.csv",
)
@record_option
@format_option("jsonl", "csv")
@click.option("--output", "target", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@as_of_option
@click.option("--no-added", is_flag=True, help="Leave out when reports were added: the rest is the same in each run.")
@click.option("--corrections", is_flag=True, help="Write the corrections too, as rows of type correction.")
def export(
    record: str | None, format_: str, target: Path | None, as_of: date | None, no_added: bool, corrections: bool
) -> None:
    """Write a record for other programs: all its rows as JSONL (the schema onrecord-record/1), or its events as CSV.

    In the CSV each row is one telling of an event by one report, with the names and places written out.
    """
    from onrecord.cli.exporting import write_export

    with opened(record) as book:
        write_export(book.export(as_of, added=not no_added, corrections=corrections), format_, target)
