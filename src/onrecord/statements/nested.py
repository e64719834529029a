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
from onrecord.statements.grammar.ends import is_joined
from onrecord.statements.grammar.found import GAP
from onrecord.statements.line import COMMAS, Line
from onrecord.statements.parts import clipped, part

_SHORTEST = 4  # tokens: who, a cue and two words


def with_inner(
    text: str, lines: Sequence[Line], quotations: Sequence[Quotation], said: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """The attributions, in the order of their cues; those inside the words of others as they are read there."""
    said = [_without_joined(text, lines[one.sentence], one, said) for one in said]
    found = [
        one
        for content in dict.fromkeys(o.content for o in said if not _is_inner(o, said))
        for one in _inside(text, lines, quotations, content)
    ]
    kept = [one for one in said if not any(_share_cue(one, other) for other in found)]
    return tuple(sorted([*kept, *found], key=lambda one: one.cue))


def _without_joined(text: str, line: Line, one: Attribution, said: Sequence[Attribution]) -> Attribution:
    """The attribution without what the same source says by another verb: "said P[, adding that Q]", "said P [and
    accused the king of Q]"."""
    for other in said:
        if other.sentence == one.sentence and other is not one and _holds(one.content, other.cue[0]):
            end = _joint(line, one, other)
            kept = clipped(one.content, (Span(0, line.starts[end]),)) if end is not None else ()
            pieces = tuple(piece for span in kept if (piece := trimmed(text, span)).start < piece.end)
            if pieces:
                return msgspec.structs.replace(one, content=pieces)
    return one


def _joint(line: Line, one: Attribution, other: Attribution) -> int | None:
    """The comma or the conjunction before the verb of `other`, where that goes on from the verb of `one`."""
    first, second = line.at(one.cue[-1].end - 1), line.at(other.cue[0].start)
    if other.rule == GAP:  # "said P[, a claim the army denies]"
        second = line.at(other.content[0].start)
        return second - 1 if second is not None and line.words[second - 1] in COMMAS else None
    if first is None or second is None or other.source != one.source or not one.source:
        return None
    while line.tags[second - 1] == "RB":
        second -= 1
    if line.words[second - 1] == "," and line.verb_of.get(second) is not None:
        return second - 1 if line.verb_of[second].form == "gerund" else None
    verbs = line.labels.predicates
    own = next((n for n, verb in enumerate(verbs) if verb.first <= first < verb.last and verb.pos != "n"), None)
    joined = next((verb for verb in verbs if verb.first >= second and verb.pos != "n"), None)
    if own is None or joined is None or line.words[second - 1] not in ("and", "but"):
        return None
    alone = not joined.passive and not any(one.role == "ARG0" for one in joined.arguments)
    apart = line.words[second - 2] == "," and line.tags[joined.first] == line.tags[verbs[own].first]
    return second - 1 if alone or apart or is_joined(verbs[own], own, joined) else None


def _inside(text: str, lines: Sequence[Line], quotations: Sequence[Quotation], content: Spans) -> Iterator[Attribution]:
    """The attributions in the words that somebody says, and in the words of these."""
    for line in lines:
        own = tuple(span for span in content if span.overlaps(line.sentence.span))
        alone = part(line, own) if own else None
        if alone is None or alone.end < _SHORTEST:
            continue
        found = [_clipped(text, _to_end(one, quotations), own) for one in with_cited(text, alone, of_line(text, alone))]
        for one in found:
            if one.content and not _is_inner(one, found):
                yield one
                yield from _inside(text, lines, quotations, one.content)


def _to_end(one: Attribution, quotations: Sequence[Quotation]) -> Attribution:
    """The attribution with the whole of the quotation in which its words end, but where its cue stands in that, too."""
    last = one.content[-1]
    quoted = holding(quotations, last.end - 1)
    if quoted is None or quoted.outer.start < one.cue[-1].end or quoted.inner.end <= last.end:
        return one
    return msgspec.structs.replace(one, content=(*one.content[:-1], Span(last.start, quoted.inner.end)))


def _clipped(text: str, one: Attribution, content: Spans) -> Attribution:
    """An attribution without the words between the parts of a content and behind it."""
    if len(content) == 1 and one.content[-1].end <= content[0].end:
        return one
    said = (trimmed(text, span) for span in clipped(one.content, content))
    return msgspec.structs.replace(
        one, source=clipped(one.source, content), content=tuple(s for s in said if s.start < s.end)
    )


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


def _share_cue(one: Attribution, other: Attribution) -> bool:
    return any(a.overlaps(b) for a in one.cue for b in other.cue)
