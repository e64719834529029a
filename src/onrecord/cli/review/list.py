"""`onrecord review list`."""

from __future__ import annotations

import click

from onrecord.cli import output
from onrecord.cli.group import with_examples
from onrecord.cli.options import format_option, opened, record_option


@with_examples("onrecord review list", "onrecord review list --orphaned --format json")
@click.option("--orphaned", is_flag=True, help="Only those that do not find all the words they hold on to.")
@record_option
@format_option("text", "json", "jsonl")
def list(orphaned: bool, record: str | None, format_: str) -> None:  # noqa: A001
    """List the corrections in the order in which they were made: what, who, when and why, and whether they count.

    One is orphaned where the words to which it holds on are not read as an event or a statement of that kind any
    more. It does nothing there, and counts again where a later reading has them.
    """
    with opened(record) as book:
        found = tuple(row for row in book.corrections() if row.orphaned or not orphaned)
    if format_ != "text":
        output.write_rows(found, format_)
        return
    from onrecord.present.corrections import corrections_text

    noun = "orphaned correction" if orphaned else "correction"
    output.listed(corrections_text(found), len(found), len(found), noun, f"{noun}s", prose=True)
