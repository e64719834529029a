"""Asides: what stands between a cue and the words said without being said: "said [on Monday] [in a statement] that"."""

from __future__ import annotations

from onrecord.knowledge.cues import CueTable
from onrecord.statements.lexis import is_time
from onrecord.statements.line import QUOTE_MARKS, Line

PREPOSITIONS = frozenset(
    """in on at during by via through to before after for from with ahead against until over about of""".split()
)
_ATTACHED = frozenset(["of", "to", "with", "for", "from", "by"])
_MAX = 16


def past_asides(line: Line, at: int, table: CueTable) -> int:
    """Past adverbs, times, channels, brackets and interruptions."""
    while True:
        end = _end(line, at, table)
        if end is None:
            return at
        at = end


def _end(line: Line, at: int, table: CueTable) -> int | None:
    chunk = line.chunk_of[at]
    if chunk is not None:
        return chunk.last if chunk.first == at and is_time(line, at) else None
    if line.tags[at] == "RB":
        return None if line.words[at] in ("not", "never") else at + 1
    if line.words[at] in ("(", "["):
        return next((i + 1 for i in range(at, min(line.end, at + _MAX)) if line.words[i] in (")", "]")), None)
    return _interruption_end(line, at) if line.words[at] == "," else _phrase_end(line, at, table)


def _interruption_end(line: Line, at: int) -> int | None:
    """Past a phrase between commas before "that" or a quotation: "told the daily, on condition of anonymity, that"."""
    for i in range(at + 1, min(line.end, at + _MAX)):
        if line.is_finite(i):
            return None
        if line.words[i] == ",":
            return i + 1 if line.words[i + 1] == "that" or line.words[i + 1] in QUOTE_MARKS else None
    return None


def _phrase_end(line: Line, at: int, table: CueTable) -> int | None:
    """Past a preposition with a time or a channel: "on Monday", "in a letter to the court"."""
    inside = line.chunk_of[at + 1]
    if line.words[at] not in PREPOSITIONS or inside is None or inside.first != at + 1:
        return None
    if not is_time(line, at + 1) and not _is_channel(line, inside.head, table):
        return None
    end = inside.last
    attached = line.chunk_of[end + 1]
    if line.words[end] not in _ATTACHED or attached is None or attached.first != end + 1:
        return end
    return end if line.is_finite(attached.last) else attached.last


def _is_channel(line: Line, head: int, table: CueTable) -> bool:
    return (line.lemmas[head],) in table.channels or (line.lemmas[head - 1], line.lemmas[head]) in table.channels
