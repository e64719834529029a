"""Complements: what stands after a cue, and from where to where the words said reach."""

from __future__ import annotations

import msgspec

from onrecord.knowledge.cues import PREPOSITIONS, CueTable
from onrecord.statements.grammar import asides, objects
from onrecord.statements.grammar.clauses import is_infinitive, may_be_clause, opens_clause
from onrecord.statements.grammar.ends import shortened
from onrecord.statements.grammar.found import Complement
from onrecord.statements.grammar.hits import Hit
from onrecord.statements.line import ENDS, QUOTE_MARKS, Line, Words, is_sentence

_MAX_ASIDE = 16
_UNTOLD = frozenset(["anonymity"])
# What is handed out says nothing: "disclosed the documents".
_HANDING = frozenset(["disclose", "issue", "leak", "post", "print", "publish", "release", "send", "share"])
_THINGS = frozenset(
    """copy data datum document draft email e-mail file footage identity information letter list memo name photo
    photograph picture record report statement transcript video""".split()
)
# "reported seeing a drone" tells what was seen; "reported falling sales" are sales that fall.
_WITNESSING = frozenset(["see", "hear", "feel", "smell", "witness", "notice", "find", "have", "be"])


def complement(line: Line, hit: Hit, table: CueTable, limit: int) -> Complement | None:
    """The complement that follows a cue before `limit`, if the cue takes one of that kind."""
    found = objects.complement(line, hit, limit, table)
    if found is None:
        at = _past_verdict(line, asides.past_asides(line, hit.after, table))
        found = (
            _direct(line, hit, at, limit, table)
            or _after_listener(line, hit, at, limit, table)
            or _after_long_aside(line, hit, at, limit)
        )
    if found is None or found.kind in ("quote", "none"):
        return found
    return msgspec.structs.replace(found, said=shortened(line, hit, found.kind, found.said))


def _after_listener(line: Line, hit: Hit, at: int, limit: int, table: CueTable) -> Complement | None:
    """What a cue takes with a preposition, behind its addressee: "complained [to the council] of noise"."""
    chunk = line.chunk_of[at + 1]
    if line.words[at] != hit.cue.addressee or chunk is None or chunk.first != at + 1:
        return None
    if is_infinitive(line, chunk.last) and line.words[at] == "at":
        return Complement("to", Words(chunk.last, limit), Words(at + 1, chunk.last))  # "shouted at them to run"
    if line.words[chunk.last] not in PREPOSITIONS or hit.cue.takes(line.words[chunk.last]) is None:
        return None
    found = _direct(line, hit, chunk.last, limit, table)
    return msgspec.structs.replace(found, addressee=Words(at + 1, chunk.last)) if found is not None else None


def _past_verdict(line: Line, at: int) -> int:
    """Past an "as untrue" between a denial and what is denied."""
    if line.words[at] != "as":
        return at
    if line.words[at + 1] in QUOTE_MARKS:
        closing = next((i for i in range(at + 2, at + _MAX_ASIDE) if line.words[i] in QUOTE_MARKS), at)
        return closing + 1 if line.chunk_of[closing + 1] is not None else at
    return at + 2 if line.tags[at + 1] == "JJ" and line.chunk_of[at + 2] is not None else at


def _direct(line: Line, hit: Hit, at: int, limit: int, table: CueTable) -> Complement | None:
    """What begins at `at`: a quotation, a clause, an infinitive, a gerund or a noun phrase."""
    start = _past_stops(line, hit, at)
    if start >= limit:
        return _of(hit, Complement("none", Words(limit, limit)))
    if is_empty(line, hit, start):
        return None
    for option in _options(line, start, limit):
        if option.kind == "np" and hit.cue.takes("noun") and _is_report(line, start, table):
            return _of(hit, Complement("noun", _reported(line, hit, option.said)))
        if hit.cue.takes(option.kind):
            found = _of(hit, option)
            witnessed = option.kind == "ger" and line.lemmas[start] in _WITNESSING
            return msgspec.structs.replace(found, sure=True) if found is not None and witnessed else found
    return _of(hit, Complement("none", Words(at, at))) if line.words[at] in (",", ";", ".") else None


def is_empty(line: Line, hit: Hit, first: int) -> bool:
    """True for a noun phrase that is no word of what is told: "asked for [anonymity]", "disclosed [the documents]"."""
    chunk = line.chunk_of[first]
    if chunk is None or chunk.first != first:
        return False
    head = line.lemmas[chunk.head]
    return head in _UNTOLD or (head in _THINGS and line.lemmas[hit.head] in _HANDING)


def _past_stops(line: Line, hit: Hit, at: int) -> int:
    """Past a comma or a colon before a quotation, and past a comma that closes an aside: "on Monday, she is going"."""
    if line.words[at] in (",", ":") and line.words[at + 1] in QUOTE_MARKS:
        return at + 1
    if line.words[at] == ":" or (line.words[at] == "," and at > hit.after and opens_clause(line, at + 1)):
        return at + 1
    return at


def _of(hit: Hit, found: Complement) -> Complement | None:
    takes = hit.cue.takes(found.kind)
    return None if takes is None else msgspec.structs.replace(found, sure=takes.sure)


def _options(line: Line, at: int, limit: int) -> list[Complement]:
    """What may begin at `at`, the likeliest first."""
    word, rest = line.words[at], Words(at, limit)
    if word in QUOTE_MARKS:
        return _quotation(line, at, limit)
    if word == "that" and not _is_pronoun(line, at):
        return [Complement("that", Words(at + 1, limit))]
    if word in objects.QUESTIONS:
        return [Complement("wh", rest)]
    if is_infinitive(line, at):
        return [Complement("to", rest)]
    if word in PREPOSITIONS and line.chunk_of[at] is None:
        return [Complement(word, Words(at + 1, limit)), *_nominal(line, at, rest)]
    if line.tags[at] == "VBG" and line.chunk_of[at] is None:
        return [Complement("ger", rest), Complement("clause", rest)]
    return _nominal(line, at, rest)


def _quotation(line: Line, at: int, limit: int) -> list[Complement]:
    """Words in quotation marks: a saying of its own where they are a sentence, else the first words of what is said."""
    end = at
    while end < line.end and line.quoted[end]:
        end += 1
    alone = Complement("quote", Words(at, end))
    return [alone] if is_sentence(line, at, end) else [*_nominal(line, at + 1, Words(at, limit)), alone]


def _nominal(line: Line, at: int, said: Words) -> list[Complement]:
    """A clause without "that", or a noun phrase."""
    if may_be_clause(line, at, said.last):
        return [Complement("clause", said), Complement("np", said)]
    return [] if line.chunk_of[at] is None else [Complement("np", said)]


def _is_pronoun(line: Line, at: int) -> bool:
    """True for the "that" of "denied that.", of "said that was so", "denied that claim" and "held that case fails"."""
    if line.words[at + 1] in ENDS or line.words[at + 1] in (",", ";", "") or _opens_verb(line, at + 1):
        return True
    pointing = line.tags[at] == "DT" and line.chunk_of[at] is not None and line.tags[at + 1] == "NN"
    return pointing or (line.tags[at + 1] == "NN" and not any(line.is_finite(i) for i in range(at + 1, line.end)))


def _opens_verb(line: Line, at: int) -> bool:
    """True for a finite verb; not for the "should" of "that should he fail, she will act"."""
    return line.is_finite(at) and line.words[at] != "should"


def _is_report(line: Line, at: int, table: CueTable) -> bool:
    """True where the head of a noun phrase is a saying itself: "its report that ...", "the charge"."""
    chunk = line.chunk_of[at]
    return chunk is not None and line.lemmas[chunk.head] in table.nouns


def _reported(line: Line, hit: Hit, said: Words) -> Words:
    """What is taken back by "withdrew its report that P" is P; what is denied by "denied the report" is the report."""
    chunk = line.chunk_of[said.first]
    if hit.cue.stance != "retracts" or chunk is None or line.words[chunk.last] != "that":
        return said
    return Words(chunk.last + 1, said.last)


def _after_long_aside(line: Line, hit: Hit, at: int, limit: int) -> Complement | None:
    """A that-clause or a quotation behind prepositional phrases: "said at a rally in Ohio that"."""
    if line.words[at] not in asides.PREPOSITIONS or line.chunk_of[at] is not None:
        return None
    for i in range(at, min(limit, at + _MAX_ASIDE)):
        if line.is_finite(i) or line.words[i] in (";", "who", "which"):
            return None
        if line.words[i] == "that" and line.chunk_of[i] is None and line.tags[i] != "WDT":
            return _of(hit, Complement("that", Words(i + 1, limit)))
        if line.words[i] in QUOTE_MARKS and line.words[i - 1] in (",", ":"):
            return _of(hit, Complement("quote", Words(i, limit)))
    return None
