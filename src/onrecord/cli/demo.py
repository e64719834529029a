"""`onrecord demo`: the sample reports, read."""

from __future__ import annotations

import click

from onrecord.cli.group import with_examples


@with_examples("onrecord demo", "onrecord demo --record try.db && onrecord timeline --record try.db")
@click.option(
    "--record", metavar="FILE", default="demo/onrecord.db", show_default=True, help="The file to put the reports into."
)
def demo(record: str) -> None:
    """Read the sample reports that come with the program into a record, and print the brief.

    They tell an invented story, with invented persons and outlets, in real places.
    """
    from onrecord.cli.demonstration import demonstrate

    demonstrate(record)
