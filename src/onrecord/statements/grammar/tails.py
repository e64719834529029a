"""Tails: who said all that stands before, at the end of a sentence: ", officials said on Monday"."""

from __future__ import annotations

from onrecord.knowledge.cues import CueTable
from onrecord.schema.labels import Predicate
from onrecord.statements.grammar.phrases import rightwards
from onrecord.statements.lexis import is_time
from onrecord.statements.line import Line

_CLOSING = frozenset([",", ";", "in", "at", "on", "after", "during"])


def is_tail(line: Line, at: int, table: CueTable) -> bool:
    """True where a comma at `at`, or quoted words behind it, are followed by a speaker and a cue and nothing to say."""
    inverted = line.verb_of.get(at + 1)
    if inverted is not None and inverted.form == "finite" and line.lemmas[inverted.head] == "say":
        return line.chunk_of[inverted.last] is not None
    verb = _verb_of_speaker(line, at + 1 + (line.words[at + 1] == "as"))
    if verb is None or verb.negated or verb.modal or verb.passive:
        return False
    cues = table.verb(line.lemmas[verb.head], line.words[verb.head])
    cue = next((cue for cue in cues if cue.takes("clause") and len(cue.words) == 1), None)
    if cue is None:
        return False
    listener = line.chunk_of[verb.last] if cue.addressee == "obj" else None
    return _closes(line, listener.last if listener else verb.last)


def _verb_of_speaker(line: Line, at: int) -> Predicate | None:
    """The finite verb right behind a noun phrase that begins at `at` or behind the quoted words there."""
    while at < line.end and line.quoted[at]:
        at += 1
    end = rightwards(line, at)
    if end is None:
        return None
    end += line.tags[end] == "CD" and line.tags[end - 1] == "NNP"  # "TV 2"
    end += line.words[end] == ","  # "their lawyer, Ana Prieto, said"
    while line.tags[end] == "RB":
        end += 1
    verb = line.verb_of.get(end)
    return verb if verb is not None and verb.first == end and verb.form == "finite" else None


def _closes(line: Line, at: int) -> bool:
    """True where nothing that could be said follows a reporting verb: the end, a comma, a time, a place."""
    if at >= line.body_end or line.words[at] in _CLOSING:
        return True
    return line.chunk_of[at] is not None and is_time(line, at)
