"""`onrecord read`: what articles say, without a record."""

from __future__ import annotations

from typing import Any

import click

from onrecord.cli.group import with_examples
from onrecord.cli.options import format_option, options_of, settings_of, source_options, workers_option


@with_examples(
    "onrecord read article.txt --published 2023-09-05",
    "onrecord read https://example.org/news/story.html --dates",
    "onrecord read --format jsonl articles.jsonl > readings.jsonl",
    "cat article.txt | onrecord read -",
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@format_option("text", "json", "jsonl")
@click.option("--dates", is_flag=True, help="Only show the dates that a page gives for itself, and why one won.")
@workers_option
@source_options
def read(sources: tuple[str, ...], format_: str, dates: bool, workers: int | None, **flags: Any) -> None:
    """Read articles and show what they say, each line with the words that it rests on; no record is needed.

    A SOURCE is a file (text, HTML, JSONL, JSON, CSV, also packed with gzip), a folder, a pattern, an address, or - for
    the standard input. With --format jsonl each article becomes one line of JSON (the schema onrecord/1); an article
    that cannot be read becomes a line with its id and the error, and the exit status is 1 at the end.
    """
    from onrecord.cli import reading

    if dates:
        reading.show_dates(sources, options_of(flags))
    else:
        options = options_of(flags, require_id=format_ == "jsonl")
        reading.show_all(sources, options, format_, settings_of(workers=workers).workers)
