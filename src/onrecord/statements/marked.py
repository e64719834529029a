"""Marked: the attributions of the network together with those of the grammar.

The network finds more, and its sources and contents end where people say they end; it marks only the outermost of
attributions that stand in each other, and it takes intentions for speech. The grammar knows the table of cues.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.knowledge import cues
from onrecord.schema.labels import Attributed
from onrecord.schema.span import Span, Spans
from onrecord.schema.token import Quotation
from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar.contents import trimmed
from onrecord.statements.grammar.hits import hits
from onrecord.statements.line import Line

import os
MODE = os.environ.get("MODE", "")


def joined(
    text: str,
    lines: Sequence[Line],
    quotations: Sequence[Quotation],
    marked: Sequence[Attributed],
    found: Sequence[Attribution],
) -> tuple[Attribution, ...]:
    """The attributions of both, in the order of their cues."""
    mine = [_clean(text, one) for one in marked]
    mine = [one for one in mine if one.content]
    result: list[Attribution] = []
    used: set[int] = set()
    for one in mine:
        match = next((i for i, other in enumerate(found) if i not in used and _share_cue(one, other)), None)
        if match is not None:
            used.add(match)
            result.append(_both(one, found[match]))
        elif (own := _alone(lines[one.sentence], one)) is not None:
            result.append(own)
    for i, other in enumerate(found):
        if i not in used and _kept(other, result):
            result.append(other)
    return tuple(sorted(result, key=lambda one: one.cue))


def _clean(text: str, one: Attributed) -> Attributed:
    content = (trimmed(text, span) for span in one.content)
    return msgspec.structs.replace(one, content=tuple(s for s in content if s.start < s.end))


def _share_cue(one: Attributed, other: Attribution) -> bool:
    return any(a.overlaps(b) for a in one.cue for b in other.cue)


def _both(one: Attributed, other: Attribution) -> Attribution:
    if "gspans" in MODE:
        return other
    cue = other.cue if "gcue" in MODE else one.cue
    return msgspec.structs.replace(other, cue=cue, source=one.source or other.source, content=one.content)


def _alone(line: Line, one: Attributed) -> Attribution | None:
    if "tnone" in MODE:
        return None
    head = next((h for h in hits(line, cues.load()) if any(s.start <= line.starts[h.head] < s.end for s in one.cue)), None)
    if head is None and "tcue" in MODE:
        return None
    return Attribution(sentence=one.sentence, cue=one.cue, source=one.source, content=one.content, negated=head.negated if head else False, rule="network")


def _kept(other: Attribution, result: Sequence[Attribution]) -> bool:
    """True for what only the grammar finds."""
    if "gnone" in MODE:
        return False
    inside = any(s.start <= other.cue[0].start < s.end for one in result for s in one.content)
    if "gin" in MODE:
        return inside
    if "gsure" in MODE:
        return inside or not other.rule.endswith("~")
    return True
