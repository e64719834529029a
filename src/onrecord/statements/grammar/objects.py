"""Objects: complements behind a noun phrase (obj-X in the table of cues): "told the paper that", "accused it of"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.knowledge.cues import CueTable
from onrecord.schema.labels import Chunk
from onrecord.statements.grammar.asides import past_asides
from onrecord.statements.grammar.clauses import has_finite_verb, is_infinitive, is_predicative
from onrecord.statements.grammar.found import Complement
from onrecord.statements.grammar.hits import Hit
from onrecord.statements.grammar.phrases import name_end
from onrecord.statements.lexis import is_time
from onrecord.statements.line import QUOTE_MARKS, Line, Words, is_sentence

QUESTIONS = frozenset(["whether", "how", "why", "what", "who", "where", "when", "which", "if"])
_PREPOSITIONS = {"to-np": "to", **{word: word for word in ("of", "for", "as", "with", "on", "against")}}
_BEFORE = QUOTE_MARKS | {"both", "all"}
_JOINTS = frozenset(["IN", "TO", "CC", "DT", "PRP$", "POS"])
_MAX = 14


def complement(line: Line, hit: Hit, limit: int, table: CueTable) -> Complement | None:
    """The complement obj-X of a cue that has one and that begins right behind it."""
    kinds = [one for one in hit.cue.complements if one.kind.startswith("obj-")]
    first = hit.after + 1 if line.words[hit.after] in _BEFORE else hit.after
    chunk = line.chunk_of[hit.after] or line.chunk_of[first]
    if not kinds or chunk is None or chunk.first not in (hit.after, first):
        return None
    takes = hit.cue.takes("obj-adj")
    if takes is not None and _is_called(line, chunk, table):
        return Complement("obj-adj", Words(hit.after, limit), sure=takes.sure)
    for end in _ends(line, chunk, limit):
        rest = past_asides(line, end, table)
        for one in kinds:
            kind = one.kind.removeprefix("obj-")
            if kind == "adj":
                continue
            listener = Words(hit.after, end)
            found = _second(line, kind, listener, rest, limit)
            if found is not None:
                return msgspec.structs.replace(found, kind=one.kind, sure=one.sure)
    return None


def listener(line: Line, hit: Hit) -> Words | None:
    """The noun phrase right after a cue that has its addressee there: "..., a clerk told the daily", "said to him"."""
    if hit.cue.addressee is None or hit.passive:
        return None
    first = hit.after + (hit.cue.addressee != "obj")
    chunk = line.chunk_of[first]
    stands = hit.cue.addressee == "obj" or line.words[hit.after] == hit.cue.addressee
    if not stands or chunk is None or chunk.first != first or is_time(line, first):
        return None
    return Words(first, name_end(line, chunk.last) or chunk.last)


def _ends(line: Line, chunk: Chunk, limit: int) -> Sequence[int]:
    """Where the object may end: after its first noun phrase, and after what may hang on that."""
    ends = [chunk.last]
    for i in range(chunk.last, min(limit, chunk.last + _MAX)):
        if line.is_finite(i) or line.words[i] in (",", ";", ":") or line.words[i : i + 2] == ("in", "order"):
            break
        if line.tags[i] in ("WP", "WRB", "WDT"):
            break
        if line.tags[i] not in _JOINTS:
            ends.append(i + 1)
    return ends


def _is_called(line: Line, chunk: Chunk, table: CueTable) -> bool:
    """True where words behind a noun phrase, or its last one, say what it is called: "called [the charge] absurd"."""
    last = line.words[chunk.last - 1]
    return is_predicative(line, chunk.last) or (chunk.last - chunk.first > 2 and last in table.verdicts)


def _second(line: Line, kind: str, listener: Words, rest: int, limit: int) -> Complement | None:
    """The complement `kind` that begins at `rest`, behind the object."""
    whole = Words(listener.first, limit)
    word = line.words[rest]
    if kind == "that":
        return _told(line, listener, rest, limit)
    if kind == "quote":
        return _quoted(line, listener, rest, limit)
    if kind == "to":
        return Complement(kind, whole, listener) if is_infinitive(line, rest) else None
    if kind == "wh":
        return Complement(kind, Words(rest, limit), listener) if word in QUESTIONS else None
    if kind == "at":
        return Complement(kind, whole) if word == "at" and _has_number(line, rest + 1) else None
    return Complement(kind, whole) if _PREPOSITIONS.get(kind) == word else None


def _told(line: Line, listener: Words, rest: int, limit: int) -> Complement | None:
    """What is told to the listener: a clause with or without "that", or quoted words."""
    if line.words[rest] == "that" and rest < limit:
        return Complement("that", Words(rest + 1, limit), listener)
    chunk = line.chunk_of[rest]
    if chunk is not None and chunk.first == rest < limit and has_finite_verb(line, rest, limit):
        return Complement("that", Words(rest, limit), listener)
    return _quoted(line, listener, rest, limit)


def _quoted(line: Line, listener: Words, rest: int, limit: int) -> Complement | None:
    start = rest + 1 if line.words[rest] in (",", ":") else rest
    end = start
    while end < line.end and line.quoted[end]:
        end += 1
    is_quoted = line.words[start] in QUOTE_MARKS and start < limit and (start > rest or is_sentence(line, start, end))
    return Complement("quote", Words(start, limit), listener) if is_quoted else None


def _has_number(line: Line, at: int) -> bool:
    chunk = line.chunk_of[at]
    return any(line.tags[i] == "CD" for i in range(at, chunk.last if chunk else at + 1))
