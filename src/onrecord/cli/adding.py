"""Putting articles into a record, and telling what became of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from onrecord.acquire import sources
from onrecord.acquire.options import SourceOptions
from onrecord.cli import output
from onrecord.cli.counting import count
from onrecord.cli.group import INTERRUPTED
from onrecord.cli.progress import Latest, shown
from onrecord.present.reading_text import unread_text
from onrecord.present.words import counted
from onrecord.record import Record
from onrecord.schema.summary import AddSummary
from onrecord.settings import Settings


def add_all(items: Sequence[str], options: SourceOptions, settings: Settings) -> None:
    """Adds the articles of the sources; ends with status 1 where some could not be read, 130 after an interrupt."""
    articles = sources.articles(items, options)
    total = count(items, options) if sys.stderr.isatty() else None
    latest = Latest()
    try:
        with Record(settings.path) as record, shown("reading", total, latest) as told:
            summary = record.add(articles, settings.workers, told)
    except KeyboardInterrupt:
        interrupted(latest, settings.path)
        return
    for unread in summary.failed:
        output.complain(f"Not read: {unread_text(unread)}")
    click.echo(sentence(summary, settings.path))
    output.failed(bool(summary.failed))


def interrupted(latest: Latest, path: Path) -> None:
    """Tells what is kept, and ends."""
    kept = latest.progress.done - latest.progress.failed
    have = "has" if kept == 1 else "have"
    output.complain(
        f"Interrupted: {counted(kept, 'article')} of this run {have} been stored and are kept in {path}. "
        "The same command goes on from there."
    )
    click.get_current_context().exit(INTERRUPTED)


def sentence(summary: AddSummary, path: Path) -> str:
    """What was added, in a sentence."""
    there = counted(len(summary.unchanged), "was", "were") + " there already" if summary.unchanged else None
    changed = f"{counted(len(summary.versions), 'new version')} of known reports" if summary.versions else None
    failed = f"{len(summary.failed):,} could not be read" if summary.failed else None
    rest = "; ".join(filter(None, (changed, there, failed)))
    added = f"{counted(len(summary.new), 'report')} added to {path}"
    return f"{added}; {rest}." if rest else f"{added}."
