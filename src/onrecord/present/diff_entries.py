"""A diff in words, for a terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from rich.console import RenderableType

from onrecord.present.amounts import amounts
from onrecord.present.brief_md import page_md
from onrecord.present.brief_text import page_text
from onrecord.present.days import day_text, span_text
from onrecord.present.entries import Block, Entry, event_entry, marked, marked_event, shortened, statement_entry
from onrecord.present.names import parties
from onrecord.present.words import counted, joined, line
from onrecord.schema.brief import EventLine
from onrecord.schema.diff import Changed, Diff
from onrecord.schema.story_event import StepStatus

_STANDS: dict[StepStatus, str] = {
    "possible": "only possible",
    "called_for": "called for",
    "not_happened": "told not to have happened",
    "happened": "told to have happened",
}


def diff_text(diff: Diff, most: int, quotes: int, ids: bool) -> RenderableType:
    """A diff for a terminal."""
    return page_text(title(diff), subtitle(diff), blocks(diff, most, quotes, ids), note(diff))


def diff_md(diff: Diff, most: int, quotes: int, ids: bool) -> str:
    """A diff as Markdown."""
    return page_md(title(diff), subtitle(diff), blocks(diff, most, quotes, ids), note(diff))


def title(diff: Diff) -> str:
    """The title of a diff."""
    until = f", as of {day_text(diff.as_of)}" if diff.as_of else ""
    return f"New since {day_text(diff.since)}{until}"


def subtitle(diff: Diff) -> str:
    """What a diff rests on."""
    return f"{counted(diff.reports, 'report')} since then"


def note(diff: Diff) -> str | None:
    """How many new events were too unsure to be told."""
    if not diff.left_out:
        return None
    new = counted(diff.left_out, "new event")
    return f"Left out: {new} of confidence below {diff.min_confidence:g} (--min-confidence 0 shows all)."


def blocks(diff: Diff, most: int, quotes: int, ids: bool) -> Iterator[Block]:
    """The sections that have anything."""
    new = [marked_event(event_entry(row, quotes, ids), row, diff) for row in shortened(diff.new, most)]
    changed = [changed_entry(row, quotes, ids, diff) for row in shortened(diff.changed, most)]
    said = [marked(statement_entry(row), diff.watched.get(row.statement)) for row in shortened(diff.said, most)]
    for heading, entries, total in (
        ("New events", new, len(diff.new)),
        ("What is told otherwise now", changed, len(diff.changed)),
        ("Newly said", said, len(diff.said)),
    ):
        if entries:
            yield Block(heading, tuple(entries), total - len(entries))


def changed_entry(changed: Changed, quotes: int, ids: bool, diff: Diff) -> Entry:
    """An event with what has changed in it before all else."""
    entry = event_entry(changed.now, quotes, ids)
    entry = msgspec.structs.replace(entry, details=(*changes(changed), *entry.details))
    return marked_event(entry, changed.now, diff)


def changes(changed: Changed) -> Iterator[str]:
    """What has changed, a line each."""
    before, now = changed.before, changed.now
    for aspect in changed.what:
        match aspect:
            case "status":
                yield f"was {stands(before)}, is now {stands(now)}"
            case "time":
                yield f"time: was {time(before)}, is now {time(now)}"
            case "place":
                yield f"place: was {place(before)}, is now {place(now)}"
            case "dispute":
                yield "now disputed" if now.disputed else "no longer disputed"
            case "sources":
                added = [name for name in now.sources if name not in before.sources]
                yield f"newly told by {parties(added)}"
            case "numbers":
                yield f"numbers: was {numbers(before)}, is now {numbers(now)}"
    if changed.joined:
        yield f"taken for {counted(len(changed.joined) + 1, 'event')} before"


def stands(event: EventLine) -> str:
    """How an event stands, in words."""
    return _STANDS.get(event.stands, event.stands)


def time(event: EventLine) -> str:
    """When, or that it is not told."""
    return span_text(event.from_, event.to, event.precision) or "not known"


def place(event: EventLine) -> str:
    """Where, or that it is not told."""
    return line(event.place) if event.place else "not known"


def numbers(event: EventLine) -> str:
    """How many, or that it is not told."""
    return joined(list(amounts(event.quantities))) or "not known"
