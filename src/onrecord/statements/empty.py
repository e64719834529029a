"""Empty: contents that are only what somebody did something with: nothing is said by them."""

from __future__ import annotations

from onrecord.knowledge import cues
from onrecord.knowledge.cues import Cue
from onrecord.schema.labels import Attributed
from onrecord.schema.span import Spans
from onrecord.statements.grammar.complements import is_empty
from onrecord.statements.grammar.hits import Hit
from onrecord.statements.line import Line

CLAUSES = ("that", "clause", "obj-that")
"""The kinds of complement that a clause can be."""
_BARE = 3  # words: "the truce" says nothing of itself
_REFLEXIVES = frozenset(["himself", "herself", "itself", "themselves"])
_NOTICING = frozenset(["see", "notice", "hear", "know", "read", "put", "feel", "hold", "assume", "project", "post"])


def is_nothing_said(line: Line, hit: Hit, one: Attributed, first: int, kinds: tuple[str, ...]) -> bool:
    """True for a content that is only what somebody did something with, or did not say."""
    words = _words(line, one.content)
    if line.words[first] in _REFLEXIVES or is_empty(line, hit, first):
        return True  # "finds itself overrun", "disclosed the documents"
    if hit.negated and hit.cue.negated == "declines_to_comment":
        return kinds == CLAUSES or (line.tags[first] in ("WP", "WDT") and words == 1)  # "did not say he would go"
    if "np" in kinds and not is_sure(hit.cue, "np"):
        if hit.cue.pos == "noun" and not _is_called(line, one):
            return True  # "handed in his report on the fire"
        if _is_no_report(line, hit, first) or _is_picture(line, first):
            return True  # "withdrew the country from the pact", "showed clips of the raid"
        if is_claim(line, first) and hit.cue.takes("noun") is None and hit.cue.takes("np") is None:
            return True  # "responding to charges that he had lied"
        bare = _is_unsure(hit.cue, "np") and words <= _BARE
        return bare or line.lemmas[hit.head] in _NOTICING  # "welcomed the truce", "has seen its biggest boom"
    return line.tags[first] == "WDT" and words == 1 and not is_sure(hit.cue, "np")  # "a letter [which] they have seen"


def _is_no_report(line: Line, hit: Hit, first: int) -> bool:
    """True behind a cue that takes back or rejects what was said, for a noun phrase of nothing said."""
    chunk = line.chunk_of[first]
    if chunk is None or hit.cue.takes("noun") is None or hit.cue.takes("np") is not None:
        return False
    return line.lemmas[chunk.head] not in cues.load().nouns


def _is_picture(line: Line, first: int) -> bool:
    """True for clips, footage, images: what is shown says nothing."""
    chunk = line.chunk_of[first]
    return chunk is not None and cues.load().sources.get(line.lemmas[chunk.head]) == "shown"


def _is_called(line: Line, one: Attributed) -> bool:
    """True where the noun of the cue is all that reports: "the minister's claim", not "handed in his report"."""
    return all(line.tags[i][:2] != "VB" for span in one.cue for i in line.inside(span))


def is_claim(line: Line, first: int) -> bool:
    """True behind a preposition for a noun phrase that says itself what is said: "responding to [charges that P]"."""
    chunk = line.chunk_of[first]
    if chunk is None or chunk.first != first or line.tags[first - 1] not in ("IN", "TO"):
        return False
    told = line.words[chunk.last] == "that" and line.chunk_of[chunk.last + 1] is not None
    return told and line.lemmas[chunk.head] in cues.load().nouns


def _words(line: Line, spans: Spans) -> int:
    return sum(len(line.inside(span)) for span in spans)


def _is_unsure(cue: Cue, kind: str) -> bool:
    taken = cue.takes(kind)
    return taken is not None and not taken.sure


def is_sure(cue: Cue, kind: str) -> bool:
    taken = cue.takes(kind)
    return taken is not None and taken.sure
