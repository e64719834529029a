"""`onrecord add`: articles into a record."""

from __future__ import annotations

from typing import Any

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import options_of, record_option, source_options, workers_option


@with_examples(
    "onrecord add reports/ --record story.db",
    "onrecord add news.csv --text-col body --date-col pubdate --outlet-col source",
    "onrecord add 'archive/**/*.jsonl.gz' --workers 4",
    "cat feed.jsonl | onrecord add -",
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@record_option
@workers_option
@source_options
def add(sources: tuple[str, ...], record: str | None, workers: int | None, **flags: Any) -> None:
    """Read articles and put them into a record; the file is made where there is none.

    A SOURCE is a file (text, HTML, JSONL, JSON, CSV, also packed with gzip), a folder, a pattern, an address, or - for
    the standard input. What is there already is not read again, what cannot be read is named and the rest goes on.
    After an interrupt, what was stored is kept, and the same command goes on from there.
    """
    from onrecord.cli.adding import add_all
    from onrecord.cli.options import settings_of

    add_all(sources, options_of(flags), settings_of(record=record, workers=workers))
