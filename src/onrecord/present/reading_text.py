"""A reading as a person wants to see it: what happened, is planned, is said, is denied, with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import msgspec
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.present import marked
from onrecord.present.days import day_text
from onrecord.present.layout import FAINT, HEADING, INDENT, TITLE, bullet, spaced
from onrecord.present.reading_lists import lists
from onrecord.present.reading_speech import speech
from onrecord.present.sentences import event_sentence
from onrecord.present.voices import voice
from onrecord.present.words import counted, cut, line, quoted
from onrecord.schema.event import Event, Status
from onrecord.schema.reading import Reading, Unread
from onrecord.schema.time import TieKind

LOW = 0.4
"""Below this confidence a line says so."""


class Section(msgspec.Struct, frozen=True):
    """A heading and the statuses that stand under it."""

    heading: str
    statuses: frozenset[Status]


SECTIONS = (
    Section("What happened", frozenset(["happened", "ongoing"])),
    Section("What is planned", frozenset(["planned"])),
    Section("What is possible or called for", frozenset(["possible", "called_for"])),
    Section("What is denied or did not happen", frozenset(["denied", "not_happened"])),
)
BACKGROUND = "Before that (background)"
TIES: dict[TieKind, str] = {
    "noun": ", of what it is part of",
    "governor": ", of the verb above it",
    "clause": ", of the clause beside it",
    "caption": ", the day of the picture",
    "narrative": ", told before",
    "offset": ", counted from another day",
}


def reading_text(reading: Reading) -> RenderableType:
    """All of a reading: head, events by status, statements by speaker, then times, places and actors."""
    parts = [_head(reading)]
    if reading.article.language not in (None, "en") and not reading.events and not reading.statements:
        parts.append(Text(f"Not read: the article is in another language ({reading.article.language})."))
    elif not reading.events and not reading.statements:
        parts.append(Text("No event and no statement was found in this article."))
    news = [event for event in reading.events if not event.background]
    for section in SECTIONS:
        chosen = [event for event in news if event.status in section.statuses]
        parts += _section(section.heading, chosen, reading)
    parts += _section(BACKGROUND, [event for event in reading.events if event.background], reading)
    parts += speech(reading)
    parts += lists(reading)
    return Group(*spaced(parts))


def unread_text(unread: Unread) -> str:
    """Why an item could not be read."""
    return unread.error if unread.id is None or unread.id in unread.error else f"{unread.id}: {unread.error}"


def _head(reading: Reading) -> RenderableType:
    """Title, outlet, day, and how much was found."""
    article = reading.article
    title = Text(line(article.title or _first_words(article.text)), style=TITLE)
    day = day_text(article.published) if article.published else "no publication date: nothing relative is resolved"
    found = f"{counted(len(reading.events), 'event')}, {counted(len(reading.statements), 'statement')}"
    about = " · ".join(filter(None, (article.outlet and line(article.outlet), day, found)))
    return Group(title, Text(about, style=FAINT))


def _first_words(text: str) -> str:
    """The beginning of a text without a title: its first line, or the first words of that."""
    return cut(next((row for row in text.splitlines() if row.strip()), "(no title)"), 12)


def _section(heading: str, events: list[Event], reading: Reading) -> list[RenderableType]:
    if not events:
        return []
    groups = groupby(_folded(events), key=lambda told: told[0].evidence)
    rows: list[RenderableType] = [Text(heading, style=HEADING)]
    for _, tellings in groups:
        rows += _sentence(list(tellings), reading)
    return [Group(*rows)]


def _folded(events: list[Event]) -> list[list[Event]]:
    """Each event with those of its section that tell of the same and add no other words to it."""
    firsts: dict[str, list[Event]] = {}
    for event in events:
        firsts.setdefault(event.same_as or event.id, []).append(event)
    return list(firsts.values())


def _sentence(tellings: list[list[Event]], reading: Reading) -> Iterator[RenderableType]:
    """Events that rest on one sentence, each with its voice, and the sentence under them."""
    for told in tellings:
        yield bullet(Text(event_sentence(told[0], reading), style=TITLE))
        yield Padding(Text(_tail(told[0], reading), style=FAINT), INDENT)
    first = tellings[0][0]
    marks = [span for told in tellings for span in told[0].predicate]
    yield Padding(marked.evidence(reading.article.text, first.evidence, marks), INDENT)
    for told in tellings:
        for again in told[1:]:
            yield from _again(again, first, reading)


def _tail(event: Event, reading: Reading) -> str:
    """On whose word, PLOVER's code, and by what words it is dated."""
    low = f"low confidence ({event.confidence:.2f})" if event.confidence < LOW else None
    about = (_voice(event, reading), kind(event.type, event.mode), low, _dated_by(event, reading))
    return " · ".join(filter(None, about))


def _dated_by(event: Event, reading: Reading) -> str | None:
    """The words on which the time of an event rests, and how they belong to it where they are no phrase of its own."""
    if event.time is None or not event.time.expressions:
        return None
    texts = [quoted(line(time.text)) for time in reading.times if time.id in event.time.expressions]
    return f"dated by {' to '.join(texts)}{TIES.get(event.time.tie or 'phrase', '')}"


def _again(event: Event, first: Event, reading: Reading) -> Iterator[RenderableType]:
    """Another telling of an event: on whose word, and its sentence where it is another one."""
    yield Padding(Text(f"told again, {_voice(event, reading)}", style=FAINT), INDENT)
    if event.evidence != first.evidence:
        yield Padding(marked.evidence(reading.article.text, event.evidence, event.predicate), INDENT)


def _voice(event: Event, reading: Reading) -> str:
    statement = next((row for row in reading.statements if row.id == event.statement), None)
    return voice(statement, event.status, reading)


def kind(type_: str, mode: str | None) -> str:
    """PLOVER's type and mode: "CONSULT visit"."""
    return f"{type_} {mode}" if mode else type_
