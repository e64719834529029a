"""Cited: those who say the same as another attribution tells, on whose word or through whom it is told.

"The daily said P, citing two officials": the officials say P. "The guard, quoted by the daily, said P": the daily tells
what the guard says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.knowledge import cues
from onrecord.knowledge.cues import CueTable
from onrecord.schema.labels import Predicate
from onrecord.schema.span import Span
from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar import sources
from onrecord.statements.grammar.contents import trimmed
from onrecord.statements.grammar.hits import hits
from onrecord.statements.line import COMMAS, Line, Words

CITING = "citing"
QUOTED_BY = "quoted-by"
_NAMING = frozenset(["cite", "quote"])
_UNNAMED = frozenset(["unnamed", "anonymous", "unidentified", "undisclosed"])
_RELATIVES = frozenset(["WDT", "WP"])


class Naming(msgspec.Struct, frozen=True):
    """Words that name somebody as a source: the words themselves (`cue`), who is named, and the token that the words
    hang on, where there is one. `rule` is CITING or QUOTED_BY."""

    cue: Words
    who: Words
    rule: str
    governor: int | None = None


def with_cited(text: str, line: Line, said: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions of a line, with those of whoever is cited in them."""
    result = list(said)
    for naming in sorted(_namings(line, cues.load()), key=lambda one: one.cue.first):
        cue = line.span(naming.cue)
        near = [one for one in result if one.source and not one.cue[0].overlaps(cue)]
        reporter = _reporter(line, naming, near)
        if reporter is None or (naming.rule == QUOTED_BY and _is_object(line, naming, reporter)):
            continue
        if naming.rule == CITING and line.span(naming.who).contains(reporter.source[0]):
            result = _with_outlet(line, naming, reporter, result)
            continue
        told = _without(text, reporter, line.span(Words(naming.cue.first, naming.who.last)))
        if not told.content:
            continue
        result = [one for one in result if not one.cue[0].overlaps(cue)]
        result[result.index(reporter)] = told
        result.append(
            Attribution(
                sentence=line.number,
                cue=(cue,),
                source=(line.span(naming.who),),
                content=told.content,
                rule=naming.rule,
            )
        )
    return tuple(result)


def _is_object(line: Line, naming: Naming, reporter: Attribution) -> bool:
    """True for something within what is said: "denied the figures [cited by the daily]"; not for ", quoted by"."""
    first = naming.cue.first
    inside = any(span.contains(line.span(naming.cue)) for span in reporter.content)
    return inside and line.words[first] != "as" and line.words[first - 1] not in COMMAS


def _with_outlet(line: Line, naming: Naming, cited: Attribution, said: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with one of whoever cites a source that speaks for itself: "The daily reported the plan, citing
    an aide, who said P" is the daily's P, too."""
    verb = next((one for one in line.labels.predicates if one.head == naming.governor), None)
    subject = next((one for one in verb.arguments if one.role == "ARG0"), None) if verb is not None else None
    if verb is None or subject is None:
        return list(said)
    outer = Attribution(
        sentence=line.number,
        cue=(line.span(Words(verb.first, verb.last)),),
        source=(line.span(Words(subject.first, subject.last)),),
        content=cited.content,
        rule="reported",
    )
    others = [one for one in said if one is not cited and one.cue != outer.cue]
    return [*others, outer, msgspec.structs.replace(cited, rule=CITING)]


def _without(text: str, one: Attribution, words: Span) -> Attribution:
    """The attribution without the words that name its source, should its content hold them."""
    if not any(span.overlaps(words) for span in one.content):
        return one
    pieces = [
        p for s in one.content for p in (Span(s.start, min(s.end, words.start)), Span(max(s.start, words.end), s.end))
    ]
    kept = tuple(trimmed(text, piece) for piece in pieces if piece.start < piece.end)
    return msgspec.structs.replace(one, content=tuple(p for p in kept if p.start < p.end))


def _reporter(line: Line, naming: Naming, near: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose source names another: that of the verb on which the naming words hang, else the outermost
    that is the nearest."""
    start = line.starts[naming.cue.first]
    outside = [one for one in near if not _is_inside(one, near)]
    if not outside:
        return None
    if naming.governor is not None:
        at = line.starts[naming.governor]
        governing = next((one for one in near if any(s.start <= at < s.end for s in one.cue)), None)
        if governing is not None:
            return governing
    return min(outside, key=lambda one: abs(one.cue[0].start - start))


def _is_inside(one: Attribution, others: Sequence[Attribution]) -> bool:
    start = one.cue[0].start
    return any(o is not one and any(s.start <= start < s.end for s in o.content) for o in others)


def _namings(line: Line, table: CueTable) -> Iterator[Naming]:
    for hit in hits(line, table):
        takes = hit.cue.takes("source")
        if takes is not None and line.words[hit.head - 1] != "without":
            who = sources.named(line, hit.after, table)
            if who is not None and (takes.sure or _is_source(line, who, table)):
                yield Naming(hit.words, who, CITING, _governor(line, hit.head))
    for verb in line.labels.predicates:
        if line.lemmas[verb.head] in _NAMING and not line.quoted[verb.head]:
            yield from _by_verb(line, verb, table)
        elif verb.form == "gerund" and line.lemmas[verb.head] == "attribute":
            yield from _attributing(line, verb, table)


def _is_source(line: Line, who: Words, table: CueTable) -> bool:
    """True for words that can only mean a source: "a source in the ministry", "an unnamed guard", "a report"."""
    chunk = line.chunk_of[who.first]
    if chunk is None:
        return False
    lemma = line.lemmas[chunk.head]
    return (
        lemma == "source"
        or table.sources.get(lemma) == "document"
        or any(line.words[i] in _UNNAMED for i in range(chunk.first, chunk.last))
    )


def _by_verb(line: Line, verb: Predicate, table: CueTable) -> Iterator[Naming]:
    """ "which cited two guards"; "quoted by the daily", "as quoted in the daily"."""
    before = verb.first - 1
    if verb.form == "finite" and not verb.passive and line.tags[before] in _RELATIVES:
        who = sources.named(line, verb.last, table)
        if who is not None and line.words[who.last] != "as":
            yield Naming(Words(verb.first, verb.last), who, CITING)
    by = line.words[verb.last]
    if line.tags[verb.head] in ("VBN", "VBD") and verb.first == verb.head and by in ("by", "in"):
        who = sources.after(line, verb.last + 1) if verb.marker == "participle" else None
        who = who if who and sources.can_speak(line, who, table) else sources.named(line, verb.last + 1, table)
        if who is not None and line.words[who.last] != "as" and (by == "by" or _is_name(line, who)):
            first = before if line.words[before] == "as" else verb.first
            yield Naming(Words(first, verb.last + 1), who, QUOTED_BY)


def _is_name(line: Line, who: Words) -> bool:
    chunk = line.chunk_of[who.first]
    return chunk is not None and line.tags[chunk.head][:3] == "NNP"


def _attributing(line: Line, verb: Predicate, table: CueTable) -> Iterator[Naming]:
    """ "attributing the news to two managers"."""
    for one in verb.arguments:
        if one.marker == "to":
            who = sources.named(line, one.first, table)
            if who is not None:
                yield Naming(Words(verb.first, verb.last), who, CITING, _governor(line, verb.head))


def _governor(line: Line, head: int) -> int | None:
    """The main word of the verb on which the verb at `head` hangs."""
    verb = next((one for one in line.labels.predicates if one.head == head), None)
    return line.labels.predicates[verb.governor].head if verb is not None and verb.governor is not None else None
