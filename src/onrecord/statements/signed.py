"""Signed: quotations with the name of whoever said it behind a dash: '"We are tired." — Ana Prieto, Harbour Daily'.

The dash is the cue. Only where the name ends the paragraph and stands for somebody, or is written like a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.schema.actor import Mention
from onrecord.schema.span import Span, Spans
from onrecord.schema.token import Quotation
from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar.contents import trimmed
from onrecord.statements.line import Line

SIGNED = "signed"
_DASH = "―|—|–|--|-"
_SIGNATURE = re.compile(
    rf"\s{{0,3}}(?P<dash>{_DASH})[ \u00a0]*(?P<name>[^\W\d_a-z][^\n:;?!\"“”]{{1,100}}?)\.?[ \u00a0]*(?=\n|</|\Z)"
)
# Where the name ends, and what he is, where he wrote it, or when, begins.
_REST = re.compile(r"\s*[,(]| (?:at|for|in|on|to|via)\b")
_SECTIONS = frozenset(["comment", "editorial", "leader", "opinion", "staff", "the editors"])
_LONGEST = 4  # words of a name that stands for nobody
_SHORTEST = 3  # words that are said


def with_signed(
    text: str,
    lines: Sequence[Line],
    quotations: Sequence[Quotation],
    mentions: Sequence[Mention],
    found: Sequence[Attribution],
) -> tuple[Attribution, ...]:
    """The attributions, with those of the quotations that are signed and that nobody else says."""
    signed = [one for one in _signed(text, lines, quotations, mentions) if not any(_takes(o, one) for o in found)]
    kept = [one for one in found if not any(one.cue[0].overlaps(other.cue[0]) for other in signed)]
    return tuple(sorted([*kept, *signed], key=lambda one: one.cue))


def _signed(
    text: str, lines: Sequence[Line], quotations: Sequence[Quotation], mentions: Sequence[Mention]
) -> Iterator[Attribution]:
    for number, quotation in enumerate(quotations):
        signature = _SIGNATURE.match(text, quotation.outer.end) if quotation.closed else None
        name = _name(text, signature, mentions) if signature is not None else None
        if signature is None or name is None:
            continue
        dash = Span(*signature.span("dash"))
        at = next((line.number for line in lines if line.sentence.start <= dash.start < line.sentence.end), None)
        content = _whole(text, quotations, number)
        if at is not None and sum(len(span.cut(text).split()) for span in content) >= _SHORTEST:
            yield Attribution(sentence=at, cue=(dash,), source=(name,), content=content, rule=SIGNED)


def _name(text: str, signature: re.Match[str], mentions: Sequence[Mention]) -> Span | None:
    """The name in a signature: without what follows it; behind a word for a section of a paper, the paper."""
    start, end = signature.span("name")
    rest = _REST.search(text, start, end)
    name = Span(start, rest.start() if rest is not None else end)
    if rest is not None and name.cut(text).lower() in _SECTIONS:
        name = Span(rest.end() + (text[rest.end()] == " "), end)
    known = any(m.actor is not None and m.start < name.end and name.start < m.end for m in mentions)
    return name if known or _is_name(name.cut(text).split()) else None


def _is_name(words: Sequence[str]) -> bool:
    """True for two words and more, each with a capital: "Sonia Herrero", not "Some Homework" at the head of a list."""
    return 1 < len(words) <= _LONGEST and all(word[:1].isupper() for word in words)


def _whole(text: str, quotations: Sequence[Quotation], number: int) -> Spans:
    """The words of a quotation, with the paragraphs before it that it goes on with."""
    first = number
    while first and quotations[first].continues:
        first -= 1
    return tuple(trimmed(text, one.inner, quoted=True) for one in quotations[first : number + 1])


def _takes(other: Attribution, signed: Attribution) -> bool:
    """True where an attribution from outside of the words said has some of them by another cue."""
    outside = not any(span.overlaps(other.cue[0]) for span in (*signed.content, *signed.cue))
    return outside and any(a.overlaps(b) for a in other.content for b in signed.content)
