"""Entries: the lines of a brief in words, the same for a terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

import msgspec

from onrecord.present.days import day_text, span_text
from onrecord.present.names import parties, party
from onrecord.present.reading_speech import channel
from onrecord.present.reporting import refusal, reporting_verb
from onrecord.present.sentences import line_sentence
from onrecord.present.words import balanced, capitalised, counted, few, joined, line, quoted
from onrecord.schema.answer import AnswerKind
from onrecord.schema.brief import AnswerLine, Brief, EventLine, Evidence, StatementLine
from onrecord.schema.span import Span

_ANSWERS: dict[AnswerKind, str] = {
    "confirms": "confirms",
    "denies": "denies",
    "corrects": "corrects",
    "retracts": "withdraws",
    "declines": "declines to comment on",
}
NOBODY = "no source is named"


class Quote(msgspec.Struct, frozen=True):
    """Words of a report, the span in them that matters, where they stand, and the address of the report."""

    text: str
    mark: Span | None
    source: str
    url: str | None = None


class Entry(msgspec.Struct, frozen=True):
    """A headline, lines of detail and the words it rests on."""

    headline: str
    details: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()


class Block(msgspec.Struct, frozen=True):
    """A heading with its entries; `hidden` counts those left out for length."""

    heading: str
    entries: tuple[Entry, ...]
    hidden: int = 0


def blocks(brief: Brief, most: int, quotes: int, ids: bool = False) -> tuple[Block, ...]:
    """The sections of a brief that have anything, each with `most` entries at most (0: all), `ids` with those of the
    events."""
    events = {
        "What happened": brief.happened,
        "What is planned": brief.planned,
        "What is denied or disputed": brief.denied,
        "Unconfirmed": brief.unconfirmed,
    }
    found = {
        name: [marked_event(event_entry(event, quotes, ids), event, brief) for event in shortened(rows, most)]
        for name, rows in events.items()
    }
    hidden = {name: len(rows) - len(found[name]) for name, rows in events.items()}
    said = [marked(statement_entry(row), brief.watched.get(row.statement)) for row in shortened(brief.said, most)]
    order = ("What happened", "What is planned", "Who says what", "What is denied or disputed", "Unconfirmed")
    found["Who says what"], hidden["Who says what"] = said, len(brief.said) - len(said)
    return tuple(Block(name, tuple(found[name]), hidden[name]) for name in order if found[name])


class Marks(Protocol):
    """What a brief and a diff know of their rows by id: the watch list that they meet, the corrections at them."""

    @property
    def watched(self) -> dict[str, tuple[str, ...]]: ...

    @property
    def reviewed(self) -> dict[str, tuple[str, ...]]: ...


def marked_event(entry: Entry, event: EventLine, marks: Marks) -> Entry:
    """An entry of an event that says what of the watch list it meets, and by which corrections it stands as it does."""
    found = marks.reviewed.get(event.event)
    if found:
        entry = msgspec.structs.replace(entry, details=(*entry.details, f"corrected by hand: {joined(found)}"))
    return marked(entry, marks.watched.get(event.event))


def marked(entry: Entry, watched: Sequence[str] | None) -> Entry:
    """An entry that says first what of the watch list it meets."""
    if not watched:
        return entry
    return msgspec.structs.replace(entry, details=(f"on the watch list: {joined(watched)}", *entry.details))


Row = TypeVar("Row")


def shortened(rows: tuple[Row, ...], most: int) -> tuple[Row, ...]:
    """The first rows, all where `most` is 0."""
    return rows[:most] if most else rows


def title(brief: Brief) -> str:
    """The title of a brief."""
    return f"The record as of {day_text(brief.as_of)}" if brief.as_of else "The record (no report has a date)"


def subtitle(brief: Brief) -> str:
    """What a brief rests on."""
    since = f"news since {day_text(brief.since)}" if brief.since else None
    rests = f"{counted(brief.reports, 'report')} from {counted(brief.outlets, 'outlet')}"
    return " · ".join(filter(None, (rests, since)))


def left_out(brief: Brief) -> str | None:
    """How many events were too unsure to be told."""
    if not brief.left_out:
        return None
    bound = f"{brief.min_confidence:g}"
    return f"Left out: {counted(brief.left_out, 'event')} of confidence below {bound} (--min-confidence 0 shows all)."


def event_entry(event: EventLine, quotes: int = 1, ids: bool = False) -> Entry:
    """An event: its sentence, who tells it, and the best evidence; its id where it is asked for."""
    disputed = "Disputed: " if event.disputed else ""
    low = f"low confidence ({event.confidence:.2f})" if event.confidence < 0.4 else None
    details = " · ".join(filter(None, (origins(event), low, f"id {line(event.event)}" if ids else None)))
    shown = tuple(_event_quote(evidence, event.predicate) for evidence in telling(event, quotes))
    return Entry(disputed + line_sentence(event), (details,), shown)


def telling(event: EventLine, most: int) -> list[Evidence]:
    """The best evidence; of a disputed event the words of the other side too, which stand last."""
    found = distinct(event.evidence)
    if event.disputed and 0 < most < len(found):
        return [*found[:most], found[-1]]
    return found[:most]


def origins(event: EventLine) -> str:
    """Who tells of an event, by independent origin."""
    reports = counted(event.reports, "report")
    if not event.sources:
        return f"{NOBODY} · {reports}"
    names = parties(event.sources)
    count = f"{event.independent_origins} independent sources: " if event.independent_origins > 1 else "source: "
    return f"{count}{names} · {reports}"


def distinct(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Evidence without copies of the same words."""
    return list({line(one.text): one for one in reversed(tuple(evidence))}.values())[::-1]


def _event_quote(evidence: Evidence, predicate: str) -> Quote:
    text = line(evidence.text)
    start = text.find(predicate)
    mark = Span(start, start + len(predicate)) if predicate and start >= 0 else None
    return Quote(text, mark, _where(evidence), evidence.url)


def _where(evidence: Evidence) -> str:
    """Where words stand, and on whose word: "Lakeside News, 5 September 2023, on the word of two officials"."""
    outlet = line(evidence.outlet) if evidence.outlet else f"report {evidence.report}"
    word = f", on the word of {joined([party(name) for name in evidence.sources])}" if evidence.sources else ""
    return f"{outlet}, {day_text(evidence.published)}{word}"


def statement_entry(statement: StatementLine) -> Entry:
    """A statement: who, how, when, the words, what it answers and who carries it."""
    who = capitalised(parties(statement.speakers)) if statement.speakers else "Nobody who is named"
    words = line(statement.text)
    said = quoted(words) if statement.quote == "direct" else balanced(words)
    how = [channel(statement.channel)] if statement.channel and statement.channel not in statement.via else []
    when = span_text(statement.from_, statement.to, statement.precision)
    day = [when or day_text(statement.day)] if when or statement.day else []
    if statement.stance == "declines_to_comment":
        headline = f"{who} {', '.join([refusal(said), *how, *day])}"
    else:
        headline = f"{who} {', '.join([reporting_verb(statement.cue, statement.stance), *how, *day])}: {said}"
    return Entry(headline, tuple(filter(None, (*map(answer_text, statement.answers), carried(statement)))))


def answer_text(answer: AnswerLine) -> str:
    """What a statement answers: "denies what two officials say: ..."."""
    who = parties(answer.speakers) or "the report"
    return f"{_ANSWERS[answer.kind]} what {who} said: {line(answer.text)}"


def carried(statement: StatementLine) -> str:
    """Who carries a statement, and by whom it came."""
    outlets = list(dict.fromkeys(line(one.outlet) if one.outlet else one.report for one in statement.evidence))
    through = [name for name in statement.via if name not in outlets]
    came = f"by way of {joined(through)}, " if through else ""
    more = f" · {counted(statement.reports, 'report')}" if statement.reports > 1 else ""
    return f"{came}in {few(outlets)}{more}"
