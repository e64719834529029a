"""`onrecord watch list`."""

from __future__ import annotations

from onrecord.cli import output
from onrecord.cli.group import with_examples
from onrecord.cli.options import format_option, opened, record_option


@with_examples("onrecord watch list", "onrecord watch list --record story.db --format json")
@record_option
@format_option("text", "json", "jsonl")
def list(record: str | None, format_: str) -> None:  # noqa: A001
    """Show the watch list of a record, in the order of the alphabet, one entry a line. An empty list says so."""
    with opened(record) as book:
        found = book.watched()
    if format_ != "text":
        output.write_rows(found, format_)
        return
    from rich.console import Group
    from rich.text import Text

    output.listed(Group(*map(Text, found)), len(found), len(found), "entry on the list", "entries on the list")
