"""Chain: which attribution carries which: "the agency said that the army denied it"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.schema.span import Span, Spans
from onrecord.statements.attribution import Attribution
from onrecord.statements.cited import CITING, QUOTED_BY

_SAME = 0.8
_QUOTED = ("quoted", "cited", "quotes", "cites")
_PRONOUNS = frozenset(["he", "she", "it", "they", "i", "we"])
_SILENCES = frozenset(["confirm", "deny", "comment", "verify"])


def holders(text: str, said: Sequence[Attribution]) -> tuple[int | None, ...]:
    """For each attribution the number of the one within which it stands, of several the one with the shortest content.

    It stands within those whose content holds its cue, and within those that say the same on its word ("said P, citing
    X"; "X was quoted by Y as saying P"). No attribution stands, by whatever steps, within itself.
    """
    found = [_holder(text, said, number) for number in range(len(said))]
    for number in range(len(found)):
        if _returns(found, number):
            found[number] = None
    return tuple(found)


def _holder(text: str, said: Sequence[Attribution], number: int) -> int | None:
    inner = said[number]
    start = inner.cue[0].start
    around = [
        i
        for i, outer in enumerate(said)
        if i != number
        and (
            (
                outer.content[0].start <= start < outer.content[-1].end
                and (outer.rule == "adverb" or _holds(outer, inner.cue[0]))
            )
            or (outer.sentence == inner.sentence and _tells(text, outer, inner))
        )
    ]
    told = {i: sum(_tells(text, said[j], said[i]) for j in around if j != i) for i in around}
    return min(around, key=lambda i: (_length(said[i].content), -told[i], -i), default=None)


def _holds(outer: Attribution, cue: Span) -> bool:
    return any(span.start <= cue.start and cue.end <= span.end for span in outer.content)


def _tells(text: str, outer: Attribution, inner: Attribution) -> bool:
    """True where the outer source tells the very words of the inner one."""
    if not _is_same(outer.content, inner.content):
        return False
    if CITING in (inner.rule, outer.rule):
        return outer.rule != CITING
    if QUOTED_BY in (inner.rule, outer.rule):
        return inner.rule != QUOTED_BY
    return _words(text, outer.cue).endswith(_QUOTED) and not _words(text, inner.cue).endswith(_QUOTED)


def _returns(found: Sequence[int | None], number: int) -> bool:
    """True where the way outwards from an attribution comes back to it."""
    at, steps = found[number], 0
    while at is not None and at != number and steps < len(found):
        at, steps = found[at], steps + 1
    return at == number


def _words(text: str, spans: Spans) -> str:
    return " ".join(span.cut(text) for span in spans).lower()


def _is_same(a: Spans, b: Spans) -> bool:
    shared = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    return shared >= _SAME * max(_length(a), _length(b))


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def merged(text: str, said: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, where "said it could neither confirm nor deny that P" is one saying, of P, by who said so."""
    result = list(said)
    for inner in said:
        if _SILENCES.isdisjoint(_words(text, inner.cue).split()):
            continue
        outer = next((one for one in result if one is not inner and _repeats(text, one, inner)), None)
        if outer is not None:
            whole = msgspec.structs.replace(inner, source=outer.source, listener=outer.listener)
            result = [whole if one is inner else one for one in result if one is not outer]
    return tuple(result)


def _repeats(text: str, outer: Attribution, inner: Attribution) -> bool:
    """True where the inner attribution is the outer speaker's own refusal: its source is the pronoun that opens the
    outer content."""
    if not inner.source or inner.source[0].start != outer.content[0].start:
        return False
    return inner.source[0].cut(text).lower() in _PRONOUNS
