"""Clauses: whether a clause, an infinitive or a predicative begins at a token."""

from __future__ import annotations

from onrecord.statements.grammar.phrases import QUANTIFIERS
from onrecord.statements.lexis import is_time
from onrecord.statements.line import QUOTE_MARKS, Line

_BREAKS = frozenset(["who", "which", "because", "as", "when", "while", "whose", "after", "before", "if", "that", "to"])
_SUBJECT_TAGS = frozenset(["EX", "PRP", "DT", "CD", "NNP", "NN", "NNS", "PDT"])
_PREDICATIVE_TAGS = frozenset(["JJ", "JJR", "JJS", "VBN", "VBG"])
_MAX_ADVERBIAL = 16
_MAX_SUBJECT = 30


def opens_clause(line: Line, at: int) -> bool:
    """True where a noun phrase and, right behind it, its finite verb begin."""
    chunk = line.chunk_of[at]
    if chunk is None or chunk.first != at:
        return False
    verb = chunk.last
    while line.tags[verb] == "RB":
        verb += 1
    return line.is_finite(verb)


def may_be_clause(line: Line, at: int, limit: int) -> bool:
    """True where a clause without "that" may begin: a subject, or an adverbial that ends with a comma, and a finite
    verb before anything that opens another clause."""
    return _may_open(line, at, limit) and has_finite_verb(line, at, limit)


def _may_open(line: Line, at: int, limit: int) -> bool:
    if line.chunk_of[at] is not None or line.tags[at] in _SUBJECT_TAGS:
        return True
    if line.words[at] in QUANTIFIERS and (line.chunk_of[at + 1] or line.chunk_of[at + 2]):
        return line.words[at] != "about" or line.tags[at + 1] in ("CD", "DT", "PDT")
    if line.tags[at][:2] not in ("IN", "RB"):
        return False
    comma = next((i for i in range(at, min(limit, at + _MAX_ADVERBIAL)) if line.words[i] == ","), None)
    return comma is not None and not any(line.is_finite(i) for i in range(at, comma))


def has_finite_verb(line: Line, at: int, limit: int) -> bool:
    """True where a finite verb comes, behind the first token, before anything that opens another clause."""
    for i in range(at, min(limit, at + _MAX_SUBJECT)):
        if line.is_finite(i):
            return i > at or line.tags[i] not in ("VBD", "VBZ")
        if line.words[i] in (";", ":") or (line.words[i] in _BREAKS and i > at):
            return False
    return False


def is_infinitive(line: Line, at: int) -> bool:
    """True where "to" and a verb begin; "not" may stand before."""
    start = at + 1 if line.words[at] in ("not", "never") else at
    if line.words[start] != "to":
        return False
    verb = start + 1
    while line.tags[verb] == "RB" or line.words[verb] in QUOTE_MARKS:
        verb += 1
    return line.tags[verb] in ("VB", "VBP") and (start in line.verb_of or line.quoted[verb])


def is_predicative(line: Line, at: int) -> bool:
    """True where an adjective, a noun phrase or quoted words say what something is called."""
    chunk = line.chunk_of[at]
    if line.words[at] in QUOTE_MARKS:
        return True
    if chunk is not None and chunk.first == at:
        return not is_time(line, at)
    return line.tags[at] in _PREDICATIVE_TAGS or (line.tags[at] == "RB" and line.tags[at + 1] == "JJ")
