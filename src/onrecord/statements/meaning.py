"""Meaning: an attribution, which is words only, becomes a statement: who speaks, to whom, how, when, on whose word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from onrecord.knowledge import cues
from onrecord.knowledge.cues import Cue
from onrecord.schema.actor import Actor, Mention
from onrecord.schema.labels import Predicate
from onrecord.schema.span import Spans, words
from onrecord.schema.statement import QuoteKind, Source, Stance, Statement
from onrecord.schema.time import TimeExpression, When
from onrecord.schema.token import Document, Quotation
from onrecord.statements import channels, days, lexis, speakers, stances
from onrecord.statements.attribution import Attribution
from onrecord.statements.line import Line

_DIRECT = 0.9
_TIMED = frozenset(["verb", "adjective"])


class Sayings(msgspec.Struct, frozen=True):
    """The attributions of a document, with all that tells what they mean.

    `holders` gives for each the number of the one within which it stands; `mentions` are those of each sentence.
    """

    document: Document
    lines: tuple[Line, ...]
    quotations: tuple[Quotation, ...]
    said: tuple[Attribution, ...]
    holders: tuple[int | None, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    actors: Mapping[str, Actor]
    times: tuple[TimeExpression, ...]


def statements(sayings: Sayings) -> tuple[Statement, ...]:
    """The statements, in the order of their cues, with ids s1, s2 ..."""
    sources = tuple(_source(sayings, said) for said in sayings.said)
    return tuple(_statement(sayings, sources, number) for number in range(len(sayings.said)))


def _statement(sayings: Sayings, sources: Sequence[Source], number: int) -> Statement:
    said, holder = sayings.said[number], sayings.holders[number]
    line = sayings.lines[said.sentence]
    cue = _cue(line, said)
    listeners = _listeners(sayings, said)
    known = [sayings.actors[i] for i in listeners if i in sayings.actors]
    outlets = [i for i in listeners if i in sayings.actors and channels.is_outlet(sayings.actors[i])]
    return Statement(
        id=_id(number),
        source=sources[number],
        via=tuple(
            i for i in dict.fromkeys([*outlets, *_via(sayings, sources, number)]) if i not in sources[number].actors
        ),
        within=None if holder is None else _id(holder),
        cue=said.cue,
        content=said.content,
        quote=quote(sayings.quotations, said.content),
        stance=_stance(sayings, said, cue),
        channel=_channel(sayings, said, cue, known),
        addressee=listeners[0] if listeners else None,
        time=_time(sayings, said, cue),
        part=line.sentence.part,
    )


def _id(number: int) -> str:
    return f"s{number + 1}"


def _source(sayings: Sayings, said: Attribution) -> Source:
    line = sayings.lines[said.sentence]
    return speakers.source(line, said.source, sayings.mentions[said.sentence], sayings.actors, cues.load())


def _listeners(sayings: Sayings, said: Attribution) -> tuple[str, ...]:
    if said.listener is None:
        return ()
    line = sayings.lines[said.sentence]
    return speakers.actors_of(line, (said.listener,), sayings.mentions[said.sentence], sayings.actors)


def _via(sayings: Sayings, sources: Sequence[Source], number: int) -> list[str]:
    """Those between the source and the article: the sources of the statements around it, the innermost first."""
    found: list[str] = []
    outer, seen = sayings.holders[number], {number}
    while outer is not None and outer not in seen:
        seen.add(outer)
        found += sources[outer].actors
        found += [i for i in _listeners(sayings, sayings.said[outer]) if _is_outlet(sayings, i)]
        outer = sayings.holders[outer]
    return found


def _is_outlet(sayings: Sayings, actor: str) -> bool:
    return actor in sayings.actors and channels.is_outlet(sayings.actors[actor])


def quote(quotations: Sequence[Quotation], content: Spans) -> QuoteKind:
    """Direct where nine tenths of the words said are quoted, mixed where some are."""
    total = sum(span.end - span.start for span in content)
    quoted = sum(
        max(0, min(span.end, q.outer.end) - max(span.start, q.outer.start)) for span in content for q in quotations
    )
    if not quoted:
        return "indirect"
    return "direct" if quoted >= _DIRECT * total else "mixed"


def _cue(line: Line, said: Attribution) -> Cue | None:
    """The row of the table for the words of a cue: the longest, of these the last."""
    tokens = [i for span in said.cue for i in range(line.end) if span.start <= line.starts[i] < span.end]
    found = [cue for i in tokens if (cue := lexis.known(line, i, cues.load())) is not None]
    return max(reversed(found), key=lambda cue: len(cue.words), default=None)


def _stance(sayings: Sayings, said: Attribution, cue: Cue | None) -> Stance:
    if not said.content:
        return stances.stance(cue, said.negated, "", None, None)
    start = said.content[0].start
    line = next((one for one in sayings.lines if one.sentence.start <= start < one.sentence.end), None)
    verbs = [p for p in line.labels.predicates if p.pos != "n" and line.starts[p.head] >= start] if line else []
    first = next((p for p in verbs if p.form == "finite" and line and not _is_relative(line, p)), None)
    return stances.stance(cue, said.negated, words(sayings.document.text, said.content), first, line)


def _is_relative(line: Line, verb: Predicate) -> bool:
    return any(line.tag(i) in ("WP", "WDT") for i in range(max(0, verb.first - 3), verb.first))


def _channel(sayings: Sayings, said: Attribution, cue: Cue | None, listeners: Sequence[Actor]) -> str | None:
    line = sayings.lines[said.sentence]
    if cue is not None and cue.pos in ("adverb", "noun"):
        return None
    return channels.channel(line, said, listeners, cues.load())


def _time(sayings: Sayings, said: Attribution, cue: Cue | None) -> When | None:
    if cue is not None and cue.pos not in _TIMED:
        return None
    together = [other for other in sayings.said if other.sentence == said.sentence]
    return days.said_on(sayings.lines[said.sentence], said, together, sayings.times)
