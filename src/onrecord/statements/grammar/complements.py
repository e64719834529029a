"""Complements: what stands after a cue, and from where to where the words said reach."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.knowledge.cues import PREPOSITIONS, CueTable
from onrecord.schema.labels import Chunk
from onrecord.statements.grammar.ends import opens_clause, shortened
from onrecord.statements.grammar.hits import Hit
from onrecord.statements.grammar.phrases import QUANTIFIERS
from onrecord.statements.lexis import is_time
from onrecord.statements.line import ENDS, QUOTE_MARKS, Line, Words, is_sentence

_WH = frozenset(["whether", "how", "why", "what", "who", "where", "when", "which", "if"])
_ASIDE_PREPOSITIONS = frozenset(
    "in on at during by via through to before after for from with ahead against until over about".split()
)
_CLAUSE_BREAKS = frozenset(
    ["who", "which", "because", "as", "when", "while", "whose", "after", "before", "if", "that", "to"]
)
_MAX_ASIDE = 16
_MAX_OBJECT = 14
_MAX_SUBJECT = 30


class Complement(msgspec.Struct, frozen=True):
    """What stands after a cue: its kind (as the table of cues names them), the words said, the words for the addressee."""

    kind: str
    sure: bool
    said: Words
    addressee: Words | None = None


def complement(line: Line, hit: Hit, table: CueTable, limit: int) -> Complement | None:
    """The complement that follows a cue before `limit`, if the cue takes one of that kind."""
    found = _after_object(line, hit, hit.after, limit, table)
    if found is None:
        at = _past_verdict(line, _past_asides(line, hit.after, table))
        found = _direct(line, hit, at, limit, table) or _after_long_aside(line, hit, at, limit)
    if found is None or found.kind in ("quote", "none"):
        return found
    return msgspec.structs.replace(found, said=shortened(line, hit, found.kind, found.said))


def _past_verdict(line: Line, at: int) -> int:
    """Past an "as untrue" between a denial and what is denied."""
    return at + 2 if line.word(at) == "as" and line.tag(at + 1) == "JJ" and line.chunk_at(at + 2) is not None else at


def _direct(line: Line, hit: Hit, at: int, limit: int, table: CueTable) -> Complement | None:
    """What begins at `at`: a quotation, a clause, an infinitive, a gerund or a noun phrase."""
    start = at + 1 if line.word(at) in (",", ":") and line.word(at + 1) in QUOTE_MARKS else at
    start = start + 1 if line.word(start) == ":" else start
    if start >= limit:
        return _of(hit, "none", Words(limit, limit))
    if line.word(start) == "," and start > hit.after and opens_clause(line, start + 1):
        start += 1
    for option in _options(line, start, limit):
        if option.kind == "np" and hit.cue.takes("noun") and _is_report(line, start, table):
            return _of(hit, "noun", _reported(line, hit, option.said))
        if hit.cue.takes(option.kind):
            return _of(hit, option.kind, option.said)
    return _of(hit, "none", Words(at, at)) if line.word(at) in (",", ";", ".") else None


def _of(hit: Hit, kind: str, said: Words) -> Complement | None:
    takes = hit.cue.takes(kind)
    return None if takes is None else Complement(kind, takes.sure, said)


def _options(line: Line, at: int, limit: int) -> list[Complement]:
    """What may begin at `at`, the likeliest first."""
    word, rest = line.word(at), Words(at, limit)
    if word in QUOTE_MARKS:
        return _quotation(line, at, limit)
    if word == "that" and not _is_pronoun(line, at):
        return [Complement("that", True, Words(at + 1, limit))]
    if word in _WH:
        return [Complement("wh", True, rest)]
    if _is_infinitive(line, at):
        return [Complement("to", True, rest)]
    if word in PREPOSITIONS and line.chunk_at(at) is None:
        return [Complement(word, True, Words(at + 1, limit)), *_nominal(line, at, rest)]
    if line.tag(at) == "VBG" and line.chunk_at(at) is None:
        return [Complement("ger", True, rest), Complement("clause", True, rest)]
    return _nominal(line, at, rest)


def _quotation(line: Line, at: int, limit: int) -> list[Complement]:
    """Words in quotation marks: a saying of its own where they are a sentence, else the first words of what is said."""
    end = at
    while end < line.end and line.quoted[end]:
        end += 1
    alone = Complement("quote", True, Words(at, end))
    if is_sentence(line, at, end):
        return [alone]
    return [*_nominal(line, at + 1, Words(at, limit)), alone]


def _nominal(line: Line, at: int, said: Words) -> list[Complement]:
    """A clause without "that", or a noun phrase."""
    if _opens_clause(line, at, said.last) and _has_finite_verb(line, at, said.last):
        return [Complement("clause", True, said), Complement("np", True, said)]
    if line.chunk_at(at) is None:
        return []
    return [Complement("np", True, said)]


def _is_report(line: Line, at: int, table: CueTable) -> bool:
    """True where the head of a noun phrase is a saying itself: "its report that ...", "the charge"."""
    chunk = line.chunk_at(at)
    return chunk is not None and line.lemma(chunk.head) in table.nouns


def _reported(line: Line, hit: Hit, said: Words) -> Words:
    """What is taken back by "withdrew its report that P" is P; what is denied by "denied the report" is the report."""
    chunk = line.chunk_at(said.first)
    if hit.cue.stance != "retracts" or chunk is None or line.word(chunk.last) != "that":
        return said
    return Words(chunk.last + 1, said.last)


def _opens_clause(line: Line, at: int, limit: int) -> bool:
    """True where a subject, or an adverbial with a comma before the subject, can begin a clause."""
    if line.chunk_at(at) is not None or line.tag(at) in ("EX", "PRP", "DT", "CD", "NNP", "NN", "NNS", "PDT"):
        return True
    if (line.word(at) in QUANTIFIERS and line.chunk_at(at + 1) is not None) or line.chunk_at(at + 2) is not None:
        return line.word(at) in QUANTIFIERS
    if line.tag(at)[:2] not in ("IN", "RB"):
        return False
    comma = next((i for i in range(at, min(limit, at + _MAX_ASIDE)) if line.word(i) == ","), None)
    return comma is not None and not any(line.is_finite(i) for i in range(at, comma))


def _is_pronoun(line: Line, at: int) -> bool:
    """True for the "that" of "denied that." and "denied that claim"."""
    if line.word(at + 1) in ENDS or line.word(at + 1) in (",", ";", ""):
        return True
    return line.tag(at + 1) == "NN" and not any(line.is_finite(i) for i in range(at + 1, line.end))


def _is_infinitive(line: Line, at: int) -> bool:
    start = at + 1 if line.word(at) in ("not", "never") else at
    if line.word(start) != "to":
        return False
    at = start + 1
    while line.tag(at) == "RB":
        at += 1
    return line.tag(at) in ("VB", "VBP") and start in line.verb_of


def _has_finite_verb(line: Line, at: int, limit: int) -> bool:
    """True where a finite verb comes before anything that opens another clause."""
    for i in range(at, min(limit, at + _MAX_SUBJECT)):
        if line.is_finite(i):
            return i > at or line.tag(i) not in ("VBD", "VBZ")
        if line.word(i) in (";", ":") or (line.word(i) in _CLAUSE_BREAKS and i > at):
            return False
    return False


def _past_asides(line: Line, at: int, table: CueTable) -> int:
    """Past adverbs, times, channels and brackets right after the cue: "said [on Monday] [in a statement] that"."""
    while True:
        end = _aside_end(line, at, table)
        if end is None:
            return at
        at = end


def _aside_end(line: Line, at: int, table: CueTable) -> int | None:
    if line.tag(at) == "RB" and line.chunk_at(at) is None and line.word(at) not in ("not", "never"):
        return at + 1
    if line.word(at) in ("(", "["):
        return _closing(line, at)
    if line.word(at) == ",":
        return _interruption_end(line, at)
    chunk = line.chunk_at(at)
    if chunk is not None and chunk.first == at and is_time(line, at):
        return chunk.last
    inside = line.chunk_at(at + 1)
    if line.word(at) in _ASIDE_PREPOSITIONS and inside is not None and inside.first == at + 1:
        if is_time(line, at + 1) or _is_channel(line, inside.head, table):
            return _past_of(line, inside.last)
    return None


def _past_of(line: Line, end: int) -> int:
    """Past an "of ..." or "to ..." that belongs to an aside: "in a letter to the court"."""
    inside = line.chunk_at(end + 1)
    if line.word(end) in ("of", "to", "with", "for", "from", "by") and inside is not None and inside.first == end + 1:
        return end if line.is_finite(inside.last) else inside.last
    return end


def _closing(line: Line, at: int) -> int | None:
    for i in range(at, min(line.end, at + _MAX_ASIDE)):
        if line.word(i) in (")", "]"):
            return i + 1
    return None


def _interruption_end(line: Line, at: int) -> int | None:
    """Past a phrase between commas before "that" or a quotation: "told the daily, on condition of anonymity, that"."""
    for i in range(at + 1, min(line.end, at + _MAX_ASIDE)):
        if line.is_finite(i):
            return None
        if line.word(i) == ",":
            return i + 1 if line.word(i + 1) == "that" or line.word(i + 1) in QUOTE_MARKS else None
    return None


def _is_channel(line: Line, head: int, table: CueTable) -> bool:
    return (line.lemma(head),) in table.channels or (line.lemma(head - 1), line.lemma(head)) in table.channels


def _after_long_aside(line: Line, hit: Hit, at: int, limit: int) -> Complement | None:
    """A that-clause or a quotation behind prepositional phrases: "said at a rally in Ohio that"."""
    if line.word(at) not in _ASIDE_PREPOSITIONS or line.chunk_at(at) is not None:
        return None
    for i in range(at, min(limit, at + _MAX_ASIDE)):
        if line.is_finite(i) or line.word(i) in (";", "who", "which"):
            return None
        if line.word(i) == "that" and line.chunk_at(i) is None and hit.cue.takes("that"):
            return _of(hit, "that", Words(i + 1, limit))
        if line.word(i) in QUOTE_MARKS and line.word(i - 1) in (",", ":") and hit.cue.takes("quote"):
            return _of(hit, "quote", Words(i, limit))
    return None


def _after_object(line: Line, hit: Hit, at: int, limit: int, table: CueTable) -> Complement | None:
    """A complement of the kinds obj-X: a noun phrase, then X."""
    kinds = [one for one in hit.cue.complements if one.kind.startswith("obj-")]
    first = at + 1 if line.word(at) in QUOTE_MARKS or line.word(at) in ("both", "all") else at
    chunk = line.chunk_at(at) or line.chunk_at(first)
    if not kinds or chunk is None or chunk.first not in (at, first):
        return None
    for end in _object_ends(line, chunk, limit):
        rest = _past_asides(line, end, table)
        for one in kinds:
            if one.kind == "obj-adj" and end > chunk.last:
                continue
            found = _second(line, one.kind.removeprefix("obj-"), at, end, rest, limit)
            if found is not None:
                return msgspec.structs.replace(found, kind=one.kind, sure=one.sure)
    return None


def _object_ends(line: Line, chunk: Chunk, limit: int) -> Sequence[int]:
    """Where the object may end: after its first noun phrase, and after what may hang on that."""
    ends = [chunk.last]
    for i in range(chunk.last, min(limit, chunk.last + _MAX_OBJECT)):
        if line.is_finite(i) or line.word(i) in (",", ";", ":"):
            break
        ends.append(i + 1)
    return ends


_AFTER_OBJECT = frozenset(["of", "for", "as", "at", "with", "on", "against"])


def _second(line: Line, kind: str, at: int, end: int, rest: int, limit: int) -> Complement | None:
    """The complement `kind` that begins at `rest`, behind the object from `at` to `end`."""
    whole = Words(at, limit)
    listener = Words(at, end)
    word = line.word(rest)
    if kind == "that":
        return _told(line, listener, rest, limit)
    if kind == "quote":
        start = rest + 1 if word in (",", ":") else rest
        return Complement(kind, True, Words(start, limit), listener) if line.word(start) in QUOTE_MARKS else None
    if kind == "to":
        return Complement(kind, True, whole, listener) if _is_infinitive(line, rest) else None
    if kind == "wh":
        return Complement(kind, True, Words(rest, limit), listener) if word in _WH else None
    if kind == "adj":
        return Complement(kind, True, whole) if _is_predicative(line, end) else None
    if kind == "at":
        return Complement(kind, True, whole) if word == "at" and _has_number(line, rest + 1) else None
    return Complement(kind, True, whole) if word == kind and word in _AFTER_OBJECT else None


def _told(line: Line, listener: Words, rest: int, limit: int) -> Complement | None:
    """What is told to the listener: a clause with or without "that", or quoted words."""
    if line.word(rest) == "that" and rest < limit:
        return Complement("that", True, Words(rest + 1, limit), listener)
    start = rest + 1 if line.word(rest) in (",", ":") else rest
    if line.word(start) in QUOTE_MARKS and start < limit:
        return Complement("that", True, Words(start, limit), listener)
    chunk = line.chunk_at(rest)
    if chunk is not None and chunk.first == rest < limit and _has_finite_verb(line, rest, limit):
        return Complement("that", True, Words(rest, limit), listener)
    return None


def _is_predicative(line: Line, end: int) -> bool:
    """True where an adjective, a noun phrase or quoted words say what the object is called."""
    if line.word(end) in QUOTE_MARKS:
        return True
    chunk = line.chunk_at(end)
    if chunk is not None and chunk.first == end:
        return not is_time(line, end)
    return line.tag(end) in ("JJ", "JJR", "JJS", "VBN", "VBG") or (line.tag(end) == "RB" and line.tag(end + 1) == "JJ")


def _has_number(line: Line, at: int) -> bool:
    chunk = line.chunk_at(at)
    return any(line.tag(i) == "CD" for i in range(at, chunk.last if chunk else at + 1))
