"""Sentences: where one ends and the next begins, within a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.schema.token import Token
from onrecord.segment.tokens import TITLES

MAX_TOKENS = 250

_END = frozenset([".", "?", "!", "…", "...", "....", "?!", "!?"])
_CLOSING = frozenset(['"', "”", "’", "'", "''", "»", ")", "]"])
_OPENING = frozenset(['"', "“", "‘", "``", "«", "(", "[", "—", "–", "-", "•"])
# Words that open a sentence and hardly ever follow "U.S." or "Inc." within one.
_STARTER_WORDS = """
    The A An He She It They We You I In On At But And This That These Those His Her Its Their There As For If When While
    After Before Since Some Many Most No Not Also However Meanwhile What Who Why How Where With By From So Now Then Both
    Last More Other Another Earlier Later According
"""
_STARTERS = frozenset(_STARTER_WORDS.split())


def split(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """The sentences of a paragraph's tokens; every token is in exactly one."""
    first = 0
    while first < len(tokens):
        last = _sentence_end(tokens, first)
        yield tuple(tokens[first:last])
        first = last


def _sentence_end(tokens: Sequence[Token], first: int) -> int:
    """The index after the last token of the sentence that begins at `first`."""
    limit = min(len(tokens), first + MAX_TOKENS)
    for i in range(first, limit):
        if tokens[i].text in _END or (len(tokens[i].text) > 1 and tokens[i].text[-1] == "."):
            end = _after_closing(tokens, i + 1, limit)
            if end >= len(tokens) or _breaks(tokens, i, end):
                return end
    return limit


def _after_closing(tokens: Sequence[Token], i: int, limit: int) -> int:
    """Past the quotation marks and brackets that close after a stop (they touch what stands before them)."""
    while i < limit and tokens[i].text in _CLOSING and tokens[i].start == tokens[i - 1].end:
        i += 1
    return i


def _breaks(tokens: Sequence[Token], stop: int, after: int) -> bool:
    """True where the stop at `stop` ends a sentence, given the token after it."""
    mark, follower = tokens[stop].text, tokens[after]
    if follower.start == tokens[after - 1].end and mark in (".", "…", "..."):
        return False
    word = _first_word(tokens, after)
    capital = word[:1].isupper() or word[:1].isdigit()
    if mark in (".", "?", "!", "?!", "!?"):
        return capital or (mark == "." and not word[:1].islower())
    if mark in _END:
        return capital and after > stop + 1
    return _short_form_ends(mark, tokens, after, word)


def _short_form_ends(mark: str, tokens: Sequence[Token], after: int, word: str) -> bool:
    """True where a short form ("U.S.", "Inc.", "a.m.", "Kim J.") ends the sentence: a usual opening word follows."""
    stem = mark[:-1]
    if stem in TITLES or (len(stem) == 1 and stem.isupper()) or mark.startswith(("http", "www")):
        return False
    if stem.endswith(".") or not word[:1].isupper():
        return False
    return word in _STARTERS or tokens[after].text in ("“", '"', "``")


def _first_word(tokens: Sequence[Token], i: int) -> str:
    """The first word at or after `i`, past opening marks."""
    while i + 1 < len(tokens) and tokens[i].text in _OPENING:
        i += 1
    return tokens[i].text
