"""The sample reports: into a record, then the brief and what to try next."""

from __future__ import annotations

import shlex
from importlib.resources import as_file, files
from pathlib import Path
from time import perf_counter

import click

from onrecord.acquire import sources
from onrecord.cli.briefing import write_brief
from onrecord.cli.progress import Latest, shown
from onrecord.errors import OnRecordError
from onrecord.present.words import counted
from onrecord.record import Record

NEXT = (
    ("timeline", "the events by their time"),
    ("plans", "what was announced, and what became of it"),
    ("statements --speaker ministry", "what one side said"),
    ("brief --as-of {day}", "the record as it was known on a day"),
    ("search {word}", "the reports that hold a word"),
    ("export --format csv", "the events as a table"),
)


def demonstrate(record: str) -> None:
    """Adds the sample reports to the record, prints its brief and what to try next."""
    path = Path(record).expanduser()
    path.parent.mkdir(parents=True, exist_ok=True)
    began = perf_counter()
    with as_file(files("onrecord.demo").joinpath("reports.jsonl")) as sample, Record(path) as book:
        articles = sources.articles([str(sample)])
        with shown("reading the sample reports", None, Latest()) as told:
            summary = book.add(articles, on_progress=told)
        if summary.failed:
            raise OnRecordError(f"A sample report cannot be read: {summary.failed[0].error}")
        seconds = perf_counter() - began
        read = f"{counted(len(summary.new), 'sample report')} read in {seconds:.1f} s" if summary.new else "Read before"
        click.echo(f"{read}, now in {path}. The story is invented.")
        brief = book.brief()
    others = brief.reports - len(summary.new) - len(summary.unchanged)
    if others:
        held = counted(others, "report that is not of this sample", "reports that are not of this sample")
        click.echo(
            f"{path} also holds {held}: delete the file, or name another with --record, to see the sample alone."
        )
    click.echo()
    write_brief(brief, "text", limit=6)
    click.echo(f"\n{suggestions(path, brief.as_of)}")


def suggestions(path: Path, last: str | None) -> str:
    """What to try next on the record."""
    flag = f" --record {shlex.quote(str(path))}"
    day, word = (last or "2024-01-01"), "talks"
    lines = [(f"onrecord {text.format(day=day, word=word)}{flag}", about) for text, about in NEXT]
    width = max(len(line) for line, _ in lines)
    listing = "\n".join(f"  {line:<{width}}  {about}" for line, about in lines)
    return f"Try next:\n{listing}\n  {'onrecord read YOUR-ARTICLE.txt':<{width}}  an article of your own"
