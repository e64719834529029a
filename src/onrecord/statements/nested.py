"""Nested: the attributions inside what others say, to any depth.

The words that somebody says are read like a sentence of their own: so nothing outside them is mistaken for a source,
and a quotation is read like plain words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.schema.span import Span, Spans
from onrecord.statements.attribution import Attribution
from onrecord.statements.cited import with_cited
from onrecord.statements.grammar import of_line
from onrecord.statements.grammar.contents import trimmed
from onrecord.statements.line import Line
from onrecord.statements.parts import clipped, part

_SHORTEST = 4  # tokens: who, a cue and two words


def with_inner(text: str, lines: Sequence[Line], said: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, in the order of their cues; those inside the words of others as they are read there."""
    said = [_without_participle(text, lines[one.sentence], one, said) for one in said]
    found = [one for content in dict.fromkeys(o.content for o in said if not _is_inner(o, said)) for one in _inside(text, lines, content)]
    kept = [one for one in said if not any(_share_cue(one, other) for other in found)]
    return tuple(sorted([*kept, *found], key=lambda one: one.cue))


def _without_participle(text: str, line: Line, one: Attribution, said: Sequence[Attribution]) -> Attribution:
    """The attribution without the participle by which the same source goes on: "said P[, adding that Q]"."""
    for other in said:
        at = line.at(other.cue[0].start)
        goes_on = other.sentence == one.sentence and other.source == one.source and one.source
        if goes_on and at is not None and line.tags[at] == "VBG" and line.words[at - 1] == "," and _holds(one.content, other.cue[0]):
            kept = clipped(one.content, (Span(0, line.sentence.tokens[at - 1].start),))
            return msgspec.structs.replace(one, content=tuple(trimmed(text, span) for span in kept)) if kept else one
    return one


def _inside(text: str, lines: Sequence[Line], content: Spans) -> Iterator[Attribution]:
    """The attributions in the words that somebody says, and in the words of these."""
    for line in lines:
        own = tuple(span for span in content if span.overlaps(line.sentence.span))
        alone = part(line, own) if own else None
        if alone is None or alone.end < _SHORTEST:
            continue
        found = [_clipped(text, one, own) for one in with_cited(text, alone, of_line(text, alone))]
        for one in found:
            if one.content and not _is_inner(one, found):
                yield one
                yield from _inside(text, lines, one.content)


def _clipped(text: str, one: Attribution, content: Spans) -> Attribution:
    """An attribution without the words between the parts of a content."""
    if len(content) == 1:
        return one
    said = (trimmed(text, span) for span in clipped(one.content, content))
    return msgspec.structs.replace(one, source=clipped(one.source, content), content=tuple(s for s in said if s.start < s.end))


def _is_inner(one: Attribution, others: Sequence[Attribution]) -> bool:
    return any(other is not one and _holds(other.content, one.cue[0]) for other in others)


def _holds(spans: Spans, cue: Span) -> bool:
    return any(span.start <= cue.start < span.end for span in spans)


def _share_cue(one: Attribution, other: Attribution) -> bool:
    return any(a.overlaps(b) for a in one.cue for b in other.cue)
