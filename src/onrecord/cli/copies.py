"""`onrecord copies`: which reports have one text, and which words they share."""

from __future__ import annotations

from datetime import date

import click

from onrecord.cli import output
from onrecord.cli.group import with_examples
from onrecord.cli.options import as_of_option, format_option, opened, record_option


@with_examples("onrecord copies", "onrecord copies REPORT", "onrecord copies --format json")
@click.argument("report", required=False, metavar="[REPORT]")
@record_option
@as_of_option
@format_option("text", "json")
def copies(report: str | None, record: str | None, as_of: date | None, format_: str) -> None:
    """List the reports that are copies, each under its original: the report of the agency that the text credits, else
    the earliest.

    A copy is whole, cut, or has taken over long passages and written the rest anew. With the id of a report, only its
    copies are listed, with the passages that they share. Versions of one page are no copies, and are listed apart.
    """
    with opened(record) as book:
        found = book.copies(report, as_of)
    if format_ != "text":
        output.write_json(found)
        return
    from onrecord.present.copies_text import copies_text, versions_text

    count = sum(len(group.copies) for group in found.groups)
    output.listed(copies_text(found.groups, passages=report is not None), count, count, "copy", "copies", prose=True)
    if found.versions:
        output.show([versions_text(found.versions)], prose=True)
