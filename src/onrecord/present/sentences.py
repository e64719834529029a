"""Sentences: an event of a reading or of a record in plain English, with when, where and how many."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.present.amounts import amounts
from onrecord.present.clauses import Clause, Told, told
from onrecord.present.days import span_text, when_text
from onrecord.present.names import as_written
from onrecord.present.words import capitalised, joined, line
from onrecord.schema.brief import EventLine
from onrecord.schema.event import Event, Quantity
from onrecord.schema.reading import Reading
from onrecord.schema.span import Span, Spans, words

# Where the words behind a predicate end: at a stop, a dash, or the end of what is quoted.
_END = re.compile(r"[;:!?](?=\s|$)|\.(?=[\s”\"]*$)|\s[—–-]\s|”")


def event_sentence(event: Event, reading: Reading) -> str:
    """An event of one article: "Kim Jong Un is to visit Russia (September 2023)"."""
    place = reading.gazetteer.get(event.place or "")
    clause = event_clause(event, reading, place.name if place else None)
    return _sentence(clause, when_text(event.time), event.quantities)


def line_sentence(event: EventLine, dated: bool = True) -> str:
    """An event of a record, in the same words; without its time where that stands elsewhere."""
    when = span_text(event.from_, event.to, event.precision) if dated else None
    return _sentence(line_clause(event), when, event.quantities)


def event_clause(event: Event, reading: Reading, place: str | None) -> Clause:
    """What a sentence needs of an event of a reading."""
    text = reading.article.text
    behind = Span(event.predicate[-1].end, max(span.end for span in event.evidence)) if event.predicate else Span(0, 0)
    return Clause(
        type=event.type,
        mode=event.mode,
        status=event.status,
        negated=event.negated,
        actors=_names(event.actors, event.actor_spans, reading),
        recipients=_names(event.recipients, event.recipient_spans, reading),
        predicate=words(text, event.predicate),
        following=_until_stop(behind.cut(text)),
        object=event.object.text if event.object else None,
        place=place,
        to_come=_later(event.time.from_ if event.time else None, reading.article.published),
    )


def line_clause(event: EventLine) -> Clause:
    """What a sentence needs of an event of a record."""
    first = event.evidence[0] if event.evidence else None
    return Clause(
        type=event.event_type,
        mode=event.mode,
        status=event.status,
        negated=event.negated,
        actors=tuple(map(line, event.actors)),
        recipients=tuple(map(line, event.recipients)),
        predicate=event.predicate,
        following=_until_stop(_behind(event.predicate, first.text)) if first else "",
        object=event.object,
        place=event.place,
        to_come=_later(event.from_, event.last_told),
    )


def _names(keys: Iterable[str], spans: Spans, reading: Reading) -> tuple[str, ...]:
    """The names of parties; those that only this report knows with the article that it gives them."""
    text = reading.article.text
    names = []
    for key in keys:
        name = line(reading.actors[key].name) if key in reading.actors else key
        written = [as_written(name, span.cut(text), text[max(0, span.start - 6) : span.start]) for span in spans]
        names.append(next((one for one in written if one != name), name))
    return tuple(dict.fromkeys(names))


def _behind(predicate: str, sentence: str) -> str:
    """The words of a sentence behind its predicate."""
    found = re.search(rf"\b{re.escape(predicate)}\b", sentence) if predicate else None
    return sentence[found.end() :] if found else ""


def _until_stop(text: str) -> str:
    end = _END.search(text)
    return line(text[: end.start()] if end else text).strip(" ,")


def _later(day: str | None, published: str | None) -> bool:
    return day is not None and published is not None and day[:10] > published[:10]


def _sentence(clause: Clause, when: str | None, quantities: Iterable[Quantity]) -> str:
    """The clause with the place, the time and the numbers behind it."""
    said = told(clause)
    about = filter(None, (_where(clause, said), when, joined(amounts(quantities))))
    behind = "; ".join(about)
    return capitalised(said.text) + (f" ({behind})" if behind else "")


def _where(clause: Clause, said: Told) -> str | None:
    """The place, unless the sentence names it already."""
    named = said.has_place or clause.place in clause.recipients
    return None if named else clause.place
