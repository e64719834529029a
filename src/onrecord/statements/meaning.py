"""Meaning: an attribution, which is words only, becomes a statement: who speaks, to whom, how, when, on whose word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from onrecord.knowledge import cues
from onrecord.knowledge.cues import Cue
from onrecord.schema.actor import Actor, Mention
from onrecord.schema.labels import Predicate
from onrecord.schema.span import Span, Spans, words
from onrecord.schema.statement import QuoteKind, Source, Stance, Statement
from onrecord.schema.tie import Tie
from onrecord.schema.time import Dated, TimeExpression
from onrecord.schema.token import Document, Quotation
from onrecord.statements import channels, days, lexis, links, speakers, stances
from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar.contents import quoted_length
from onrecord.statements.grammar.found import TURN
from onrecord.statements.grammar.sources import with_antecedent
from onrecord.statements.line import Line, Words

_DIRECT = 0.9
_JOURNALISTS = frozenset(
    ["journalist", "reporter", "correspondent", "anchor", "host", "presenter", "editor", "columnist", "interviewer"]
)
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
    ties: tuple[Tie, ...]


def statements(sayings: Sayings) -> tuple[Statement, ...]:
    """The statements, in the order of their cues, with ids s1, s2 ..."""
    sources = tuple(_source(sayings, said) for said in sayings.said)
    return tuple(_statement(sayings, sources, number) for number in range(len(sayings.said)))


def _statement(sayings: Sayings, sources: Sequence[Source], number: int) -> Statement:
    said, holder = sayings.said[number], sayings.holders[number]
    line = sayings.lines[said.sentence]
    cue = _cue(line, said)
    listeners = _listeners(sayings, said)
    return Statement(
        id=_id(number),
        source=sources[number],
        via=_via(sayings, sources, number),
        within=None if holder is None else _id(holder),
        cue=said.cue,
        content=said.content,
        quote=_quote(sayings, said),
        stance=_stance(sayings, number, cue),
        channel=_channel(sayings, number, cue, listeners),
        addressee=listeners[0] if listeners else None,
        time=_time(sayings, said, cue),
        part=line.sentence.part,
    )


def _id(number: int) -> str:
    return f"s{number + 1}"


def _source(sayings: Sayings, said: Attribution) -> Source:
    line = sayings.lines[said.sentence]
    whole = _with_antecedent(line, said.source)
    found = speakers.source(line, whole, sayings.mentions[said.sentence], sayings.actors, cues.load())
    return msgspec.structs.replace(found, spans=said.source) if whole != said.source else found


def _with_antecedent(line: Line, source: Spans) -> Spans:
    """The words for a source; for "who" or "which" alone, with those for which it stands."""
    at = line.at(source[0].start) if len(source) == 1 else None
    if at is None or line.after(source[0].end) != at + 1:
        return source
    return tuple(line.span(words) for words in with_antecedent(line, Words(at, at + 1)))


def _listeners(sayings: Sayings, said: Attribution) -> tuple[str, ...]:
    if said.listener is None:
        return ()
    line = sayings.lines[said.sentence]
    return speakers.actors_of(line, (said.listener,), sayings.mentions[said.sentence], sayings.actors)


def _via(sayings: Sayings, sources: Sequence[Source], number: int) -> tuple[str, ...]:
    """Those between the source and the article, the nearest to the source first: an outlet that was told, then the
    sources of the statements around it, each with the outlet that they told."""
    found = _outlets(sayings, number)
    outer = sayings.holders[number]
    while outer is not None:
        found += [*sources[outer].actors, *_outlets(sayings, outer)]
        outer = sayings.holders[outer]
    return tuple(actor for actor in dict.fromkeys(found) if actor not in sources[number].actors)


def _outlets(sayings: Sayings, number: int) -> list[str]:
    """The outlets that were told, and those through which it was said otherwise."""
    said = sayings.said[number]
    told = [i for i in _listeners(sayings, said) if i in sayings.actors and channels.is_told_outlet(sayings.actors[i])]
    told = told or _employers(sayings, said)
    line, mentions = sayings.lines[said.sentence], sayings.mentions[said.sentence]
    table = cues.load()
    return [*told, *links.linked(line, number, sayings.said, sayings.holders, mentions, sayings.actors, table)]


def _employers(sayings: Sayings, said: Attribution) -> list[str]:
    """The outlet whose journalist was told: "told [CNN]'s Ana Prieto"."""
    if said.listener is None or not _is_journalist(sayings, said):
        return []
    inside = [m for m in sayings.mentions[said.sentence] if said.listener.contains(Span(m.start, m.end))]
    named = [m.actor for m in inside if m.actor is not None and m.actor in sayings.actors]
    return [actor for actor in named if channels.is_outlet(sayings.actors[actor])][:1]


def _is_journalist(sayings: Sayings, said: Attribution) -> bool:
    """True where a person was told, or somebody who is called a journalist."""
    line = sayings.lines[said.sentence]
    at = line.at(said.listener.start) if said.listener is not None else None
    chunk = line.chunk_of[at] if at is not None else None
    persons = [i for i in _listeners(sayings, said) if i in sayings.actors and sayings.actors[i].kind == "person"]
    return bool(persons) or (chunk is not None and line.lemmas[chunk.head] in _JOURNALISTS)


def _quote(sayings: Sayings, said: Attribution) -> QuoteKind:
    """As `quote`; a quotation that holds the cue is that of whoever tells what was said. A turn of a printed
    conversation is word for word."""
    if said.rule == TURN:
        return "direct"
    own = [one for one in sayings.quotations if not one.outer.contains(said.cue[0])]
    return quote(own, said.content)


def quote(quotations: Sequence[Quotation], content: Spans) -> QuoteKind:
    """Direct where nine tenths of the words said are quoted, mixed where some are."""
    quoted = quoted_length(quotations, content)
    if not quoted:
        return "indirect"
    total = sum(span.end - span.start for span in content)
    return "direct" if quoted >= _DIRECT * total else "mixed"


def _cue(line: Line, said: Attribution) -> Cue | None:
    """The row of the table for the words of a cue: a verb before a noun ("said in a statement"), then the longest, of
    these the last."""
    tokens = [i for span in said.cue for i in line.inside(span)]
    found = [(i, cue) for i in tokens if (cue := lexis.known(line, i, cues.load())) is not None]
    best = max(reversed(found), key=lambda one: (line.tags[one[0]][:2] == "VB", len(one[1].words)), default=None)
    return best[1] if best else None


def _stance(sayings: Sayings, number: int, cue: Cue | None) -> Stance:
    said = sayings.said[number]
    start = said.content[0].start if said.content else -1
    line = _line_at(sayings.lines, start)
    if line is not None and not said.negated and stances.is_command(cue, said.content, line):
        return "urges"
    first = _first_verb(line, start, said.content[0].end) if line is not None else None
    return stances.stance(cue, said.negated, words(sayings.document.text, _own_words(sayings, number)), first, line)


def _own_words(sayings: Sayings, number: int) -> Spans:
    """What is said, but for what others deny in it: who reports that somebody called a claim false denies nothing."""
    inner = [other for other, holder in enumerate(sayings.holders) if holder == number and _denies(sayings, other)]
    denied = [span for other in inner for span in sayings.said[other].content]
    return tuple(piece for span in sayings.said[number].content for piece in _cut(span, denied))


def _denies(sayings: Sayings, number: int) -> bool:
    said = sayings.said[number]
    return _stance(sayings, number, _cue(sayings.lines[said.sentence], said)) == "denies"


def _cut(span: Span, out: Sequence[Span]) -> Iterator[Span]:
    """The pieces of a span outside of others."""
    start = span.start
    for hole in sorted(out):
        if hole.overlaps(Span(start, span.end)):
            if start < hole.start:
                yield Span(start, hole.start)
            start = max(start, hole.end)
    if start < span.end:
        yield Span(start, span.end)


def _line_at(lines: Sequence[Line], offset: int) -> Line | None:
    """The line that holds a character of the text."""
    at = bisect_right(lines, offset, key=lambda line: line.sentence.start) - 1
    return lines[at] if at >= 0 and offset < lines[at].sentence.end else None


def _first_verb(line: Line, start: int, end: int) -> Predicate | None:
    """The first finite verb between two characters of the text that stands in no relative clause."""
    verbs = (verb for verb in line.labels.predicates if verb.pos != "n" and start <= line.starts[verb.head] < end)
    return next((verb for verb in verbs if verb.form == "finite" and not _is_relative(line, verb)), None)


def _is_relative(line: Line, verb: Predicate) -> bool:
    return any(line.tags[i] in ("WP", "WDT") for i in range(max(0, verb.first - 3), verb.first))


def _channel(sayings: Sayings, number: int, cue: Cue | None, listeners: Sequence[str]) -> str | None:
    """How it was said; of what one says in the words of another, by these words alone."""
    if cue is not None and cue.pos in ("adverb", "noun"):
        return None
    said, holder = sayings.said[number], sayings.holders[number]
    around = sayings.said[holder].content if holder is not None else None
    known = [sayings.actors[i] for i in listeners if i in sayings.actors]
    return channels.channel(sayings.lines[said.sentence], said, known, cues.load(), around)


def _time(sayings: Sayings, said: Attribution, cue: Cue | None) -> Dated | None:
    if cue is not None and cue.pos not in _TIMED:
        return None
    together = [other for other in sayings.said if other.sentence == said.sentence]
    ties = [tie for tie in sayings.ties if tie.sentence == said.sentence]
    return days.said_on(sayings.lines[said.sentence], said, together, days.Told(sayings.times, ties))
