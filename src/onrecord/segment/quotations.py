"""Quotations: what stands between quotation marks, of every kind, over several paragraphs too."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.schema.span import Span
from onrecord.schema.token import Quotation, Token

_OPEN = {"“": "”", "„": "”", "‟": "”", "«": "»", "``": "''", "‘": "’", "‹": "›"}
_DOUBLE = frozenset('“„‟«”»"') | {"``", "''"}
_SINGLE = frozenset("‘’'‹›")
_STOPS = frozenset(".?!")
_BEFORE_OPENING = frozenset("([{—–-:/…") | {"--"}


class _Mark(msgspec.Struct, frozen=True):
    """A quotation mark in the text: where, which level (double 0, single 1), and what it may do."""

    start: int
    end: int
    level: int
    opens: bool
    closes: bool


def find(text: str, paragraphs: Sequence[Sequence[Token]]) -> tuple[Quotation, ...]:
    """The quotations of the paragraphs, in order. A paragraph that opens a quotation anew where the one before left
    one open continues it."""
    found: list[Quotation] = []
    open_before = False
    for tokens in paragraphs:
        quotations = _in_paragraph(text, tokens)
        outer = [q for q in quotations if q.depth == 0]
        if open_before and outer and tokens and outer[0].outer.start <= tokens[0].start:
            first = msgspec.structs.replace(outer[0], continues=True)
            quotations = [first if q is outer[0] else q for q in quotations]
        found += quotations
        open_before = bool(outer) and not outer[-1].closed
    return tuple(found)


def _in_paragraph(text: str, tokens: Sequence[Token]) -> list[Quotation]:
    """The quotations of one paragraph; one that is not closed runs to its end."""
    if not tokens:
        return []
    found: list[Quotation] = []
    stack: list[_Mark] = []
    for mark in _marks(text, tokens):
        opener = next((m for m in reversed(stack) if m.level == mark.level), None)
        if mark.closes and opener is not None:
            while stack[-1] is not opener:
                stack.pop()
            stack.pop()
            found.append(_quotation(text, opener, mark.start, mark.end, len(stack)))
        elif mark.opens and opener is None:
            stack.append(mark)
    end = tokens[-1].end
    unclosed = [m for m in stack if m.level == 0]
    found += [_quotation(text, m, end, end, 0) for m in unclosed]
    return sorted(found, key=lambda q: (q.outer, q.depth))


def _quotation(text: str, opener: _Mark, inner_end: int, outer_end: int, depth: int) -> Quotation:
    return Quotation(
        outer=Span(opener.start, outer_end),
        inner=_stripped(text, opener.end, inner_end),
        closed=outer_end > inner_end,
        continues=False,
        depth=min(depth, 1),
    )


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _marks(text: str, tokens: Sequence[Token]) -> list[_Mark]:
    """The quotation marks among the tokens. A straight mark opens where a space stands before it and none after."""
    marks = []
    for i, token in enumerate(tokens):
        mark = token.text
        if mark in _DOUBLE or mark in _SINGLE:
            found = _mark(text, tokens, i)
            if found:
                marks.append(found)
    return marks


def _mark(text: str, tokens: Sequence[Token], i: int) -> _Mark | None:
    token = tokens[i]
    level = 0 if token.text in _DOUBLE else 1
    if token.text in _OPEN:
        return _Mark(token.start, token.end, level, opens=True, closes=False)
    if token.text in ("”", "»", "''", "›"):
        # '' and ” are also written for an opening mark; they open where only a space stands before them.
        return _Mark(token.start, token.end, level, opens=_could_open(text, tokens, i), closes=True)
    opens = _could_open(text, tokens, i)
    if level == 1:
        return _single(text, tokens, i, opens)
    return _Mark(token.start, token.end, level, opens=opens or _is_between(tokens, i), closes=not opens)


def _could_open(text: str, tokens: Sequence[Token], i: int) -> bool:
    """True where a space, an opening bracket or nothing stands before the mark, and a word touches it from behind."""
    before, after = tokens[i].start - 1, tokens[i].end
    free_before = (
        i == 0 or text[before].isspace() or tokens[i - 1].text in _BEFORE_OPENING or tokens[i - 1].text in _OPEN
    )
    return free_before and after < len(text) and not text[after].isspace()


def _is_between(tokens: Sequence[Token], i: int) -> bool:
    """True for a mark with a stop right before it and a word right after it, which opens where nothing is open: 'he
    said."We go on."'."""
    tight = 0 < i < len(tokens) - 1 and tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start
    return tight and tokens[i - 1].text in _STOPS and tokens[i + 1].text[:1].isupper()


def _single(text: str, tokens: Sequence[Token], i: int, opens: bool) -> _Mark | None:
    """A single mark: one that stands at the end of a plural ("workers' rights") is an apostrophe unless a stop, a comma
    or the end follows, or stands before it."""
    token = tokens[i]
    if opens:
        return _Mark(token.start, token.end, 1, opens=token.text != "’", closes=False)
    before = tokens[i - 1].text if i else ""
    after = text[token.end : token.end + 1]
    plural = before[-1:] == "s" and after == " "
    return None if plural else _Mark(token.start, token.end, 1, opens=False, closes=True)
