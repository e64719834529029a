"""Nested: the attributions inside what others say, to any depth.

The words that somebody says are read like a sentence of their own: so nothing outside them is mistaken for a source,
and a quotation is read like plain words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.schema.span import Span, Spans
from onrecord.schema.token import Quotation
from onrecord.statements.attribution import Attribution
from onrecord.statements.cited import with_cited
from onrecord.statements.grammar import of_line
from onrecord.statements.grammar.contents import holding, trimmed
from onrecord.statements.joints import without_rest
from onrecord.statements.line import Line
from onrecord.statements.parts import clipped, part

_SHORTEST = 4  # tokens: who, a cue and two words


def with_inner(
    text: str, lines: Sequence[Line], quotations: Sequence[Quotation], said: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """The attributions, in the order of their cues; those inside the words of others as they are read there."""
    whole = [without_rest(text, lines[one.sentence], one, said) for one in said]
    outer = [one for one in whole if not _is_inner(one, whole)]
    found = [one for content in _contents(outer) for one in _inside(text, lines, quotations, content)]
    kept = [one for one in whole if not any(_replaces(other, one) for other in found)]
    return tuple(sorted([*kept, *found], key=lambda one: one.cue))


def _contents(said: Sequence[Attribution]) -> tuple[Spans, ...]:
    """What is said in the attributions, each once: whoever is cited says the same as who cites him."""
    return tuple(dict.fromkeys(one.content for one in said))


def _inside(text: str, lines: Sequence[Line], quotations: Sequence[Quotation], content: Spans) -> Iterator[Attribution]:
    """The attributions in the words that somebody says, and in the words of these."""
    for line in lines[_first(lines, content) :]:
        if line.sentence.start >= content[-1].end:
            return
        own = tuple(span for span in content if span.overlaps(line.sentence.span))
        alone = part(line, own)
        if alone is not None and alone.end >= _SHORTEST:
            found = [_within(text, quotations, one, own) for one in with_cited(text, alone, of_line(text, alone))]
            outer = [one for one in found if one.content and not _is_inner(one, found) and not _is_topic(one, own)]
            yield from outer
            for said in _contents(outer):
                if _length(said) < _length(own):
                    yield from _inside(text, lines, quotations, said)


def _is_topic(one: Attribution, content: Spans) -> bool:
    """True for a noun for a saying of nobody that is all that somebody speaks of: "denied [rumours that P]"."""
    whole = one.cue[0].start == content[0].start and one.content[-1].end >= content[-1].end
    return whole and one.rule.startswith("noun") and not one.source


def _first(lines: Sequence[Line], content: Spans) -> int:
    """The number of the sentence in which a content begins."""
    return next((n for n, line in enumerate(lines) if line.sentence.end > content[0].start), len(lines))


def _within(text: str, quotations: Sequence[Quotation], one: Attribution, content: Spans) -> Attribution:
    """An attribution found inside a content: to the end of a quotation in which its words end, and without the words
    between the parts of the content and behind it."""
    last = one.content[-1]
    quoted = holding(quotations, last.end - 1)
    if quoted is not None and one.cue[-1].end <= quoted.outer.start and last.end < quoted.inner.end:
        one = msgspec.structs.replace(one, content=(*one.content[:-1], Span(last.start, quoted.inner.end)))
    if len(content) == 1 and one.content[-1].end <= content[0].end:
        return one
    said = (trimmed(text, span) for span in clipped(one.content, content))
    kept = tuple(span for span in said if span.start < span.end)
    return msgspec.structs.replace(one, source=clipped(one.source, content), content=kept)


def _is_inner(one: Attribution, others: Sequence[Attribution]) -> bool:
    """True where the words of another one hold the cue; where two hold each other's, the one whose words begin ahead of
    its cue is the inner one."""
    for other in others:
        if other is not one and _holds(other.content, one.cue[0]):
            mutual = _holds(one.content, other.cue[0])
            if not mutual or one.content[0].start < one.cue[0].start:
                return True
    return False


def _holds(spans: Spans, cue: Span) -> bool:
    return any(span.start <= cue.start < span.end for span in spans)


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def _replaces(inner: Attribution, one: Attribution) -> bool:
    """True for one cue, but for an adverb that stands within it: "has [reportedly] told"."""
    same = any(a.overlaps(b) for a in one.cue for b in inner.cue)
    return same and (one.rule == "adverb") <= (inner.rule == "adverb")
