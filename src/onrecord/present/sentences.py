"""Sentences: an event of a reading or of a record in plain English, with when, where and how many."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.present.amounts import amounts, has_figure
from onrecord.present.clauses import Clause, Told, told
from onrecord.present.days import span_text, when_text
from onrecord.present.names import as_written
from onrecord.present.own_words import OwnWords, in_sentence, own_words
from onrecord.present.words import capitalised, joined, line
from onrecord.schema.brief import EventLine
from onrecord.schema.event import Event, Quantity
from onrecord.schema.reading import Reading
from onrecord.schema.span import Spans


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
    return Clause(
        type=event.type,
        mode=event.mode,
        status=event.status,
        negated=event.negated,
        actors=_names(event.actors, event.actor_spans, reading),
        recipients=_names(event.recipients, event.recipient_spans, reading),
        own=_own(event, reading),
        object=event.object.text if event.object else None,
        place=place,
        to_come=_later(event.time.from_ if event.time else None, reading.article.published),
    )


def line_clause(event: EventLine) -> Clause:
    """What a sentence needs of an event of a record."""
    return Clause(
        type=event.event_type,
        mode=event.mode,
        status=event.status,
        negated=event.negated,
        actors=tuple(map(line, event.actors)),
        recipients=tuple(map(line, event.recipients)),
        own=in_sentence(event.predicate, event.evidence[0].text if event.evidence else ""),
        object=event.object,
        place=event.place,
        to_come=_later(event.from_, event.last_told),
    )


def _own(event: Event, reading: Reading) -> OwnWords:
    """The words of the predicate and those behind it, up to the end of what its source says."""
    if not event.predicate:
        return OwnWords()
    start, end = event.predicate[0].start, event.predicate[-1].end
    said = next((row.content for row in reading.statements if row.id == event.statement), ())
    stops = [span.end for span in said if span.start <= start < span.end]
    return own_words(reading.article.text, start, end, min([*stops, max(span.end for span in event.evidence)]))


def _names(keys: Iterable[str], spans: Spans, reading: Reading) -> tuple[str, ...]:
    """The names of parties; those that only this report knows with the article that it gives them."""
    text = reading.article.text
    names = []
    for key in keys:
        name = line(reading.actors[key].name) if key in reading.actors else key
        written = [as_written(name, span.cut(text), text[max(0, span.start - 6) : span.start]) for span in spans]
        names.append(next((one for one in written if one != name), name))
    return tuple(dict.fromkeys(names))


def _later(day: str | None, published: str | None) -> bool:
    return day is not None and published is not None and day[:10] > published[:10]


def _sentence(clause: Clause, when: str | None, quantities: Iterable[Quantity]) -> str:
    """The clause with the place, the time and the numbers behind it, unless it has them itself."""
    said = told(clause)
    figures = joined([found for found in amounts(quantities) if not has_figure(said.text, found)])
    behind = "; ".join(filter(None, (_where(clause, said), when, figures)))
    return capitalised(said.text) + (f" ({behind})" if behind else "")


def _where(clause: Clause, said: Told) -> str | None:
    """The place, unless the sentence names it already."""
    named = said.has_place or clause.place in clause.recipients
    return None if named else clause.place
