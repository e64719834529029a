"""Lexis: the cue that begins at a token, and the words for times that may stand between its words."""

from __future__ import annotations

import re

from onrecord.knowledge.cues import Cue, CueTable
from onrecord.statements.line import Line

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_ADVERBS = frozenset(["RB", "RP"])
_TIME_NOUNS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec. today yesterday
    tomorrow tonight past future day week weekend month year morning afternoon evening night hour minute noon midnight
    time dawn moment""".split()
)


def known(line: Line, at: int, table: CueTable) -> Cue | None:
    """The cue whose words begin at a token, whatever part of speech the token has; None where none does."""
    word, lemma = line.words[at], line.lemmas[at]
    by_word = table.phrases.get(word, ()) + table.adverbs.get(word, ())
    by_lemma = table.adjectives.get(word, ()) + table.verb(lemma, word) + table.nouns.get(lemma, ())
    return next((cue for cue in by_word + by_lemma if past(line, cue.words, at) is not None), None)


def past(line: Line, words: tuple[str, ...], head: int) -> int | None:
    """The token after a cue's words, which begin at `head`; adverbs and times may stand between them."""
    at = head + 1
    if len(words) > 1 and not line.vocabulary.issuperset(words[1:]):
        return None
    for word in words[1:]:
        if word not in (line.words[at], line.lemmas[at]):
            at = _past_aside(line, at)
            if word not in (line.words[at], line.lemmas[at]):
                return None
        at += 1
    return at


def _past_aside(line: Line, at: int) -> int:
    if line.tags[at] in _ADVERBS:
        return at + 1
    first = at + 1 if line.tags[at] == "IN" else at
    chunk = line.chunk_of[first]
    return chunk.last if chunk is not None and chunk.first == first and is_time(line, first) else at


def is_time(line: Line, i: int) -> bool:
    """True where the noun phrase at `i` has a word for a time as its head ("Monday", "last week")."""
    chunk = line.chunk_of[i]
    head = chunk.head if chunk else i
    if line.tags[head] == "CD" and _YEAR.fullmatch(line.words[head]):
        return True
    return line.lemmas[head] in _TIME_NOUNS or line.words[head] in _TIME_NOUNS
