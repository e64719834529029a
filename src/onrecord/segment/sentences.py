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
_DATES = frozenset(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".split()
)
_STARTERS = frozenset(_STARTER_WORDS.split())


def split(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """The sentences of a paragraph's tokens; every token is in exactly one."""
    opening = _tight_openings(tokens)
    first = 0
    while first < len(tokens):
        last = _sentence_end(tokens, first, opening)
        yield tuple(tokens[first:last])
        first = last


def _tight_openings(tokens: Sequence[Token]) -> frozenset[int]:
    """The straight marks that open a quotation though no space stands before them, as in a text whose line breaks were
    lost: 'he said."We go on."'. Every other mark opens."""
    marks = [i for i, token in enumerate(tokens) if token.text == '"']
    return frozenset(i for i in marks[::2] if i and touches(tokens, i) and touches(tokens, i + 1))


def touches(tokens: Sequence[Token], i: int) -> bool:
    """True where no space stands before a token."""
    return i < len(tokens) and tokens[i].start == tokens[i - 1].end


def _sentence_end(tokens: Sequence[Token], first: int, opening: frozenset[int]) -> int:
    """The index after the last token of the sentence that begins at `first`."""
    limit = min(len(tokens), first + MAX_TOKENS)
    for i in range(first, limit):
        if tokens[i].text in _END or (len(tokens[i].text) > 1 and tokens[i].text[-1] == "."):
            end = _after_closing(tokens, i + 1, limit, opening)
            if end >= len(tokens) or _breaks(tokens, i, end):
                return end
    return limit


def _after_closing(tokens: Sequence[Token], i: int, limit: int, opening: frozenset[int]) -> int:
    """Past the quotation marks and brackets that close after a stop (they touch what stands before them)."""
    while i < limit and tokens[i].text in _CLOSING and touches(tokens, i) and i not in opening:
        i += 1
    return i


def _breaks(tokens: Sequence[Token], stop: int, after: int) -> bool:
    """True where the stop at `stop` ends a sentence, given the token after it."""
    mark = tokens[stop].text
    if touches(tokens, after) and mark in (".", "…", "..."):
        return mark == "." and _lost_its_space(tokens, stop, after)
    word = _first_word(tokens, after)
    capital = word[:1].isupper() or word[:1].isdigit()
    if mark in (".", "?", "!", "?!", "!?"):
        return capital or (mark == "." and not word[:1].islower())
    if mark in _END:
        return capital and after > stop + 1
    return _short_form_ends(mark, tokens, after, word)


def _lost_its_space(tokens: Sequence[Token], stop: int, after: int) -> bool:
    """True for a stop after a whole word with a capitalised one right behind it ("in Oslo.The"), as in a text whose
    line breaks were lost; not for names with a stop in them ("Booking.Com")."""
    before, word = tokens[stop - 1].text if stop else "", _first_word(tokens, after)
    whole = before in _CLOSING or (len(before) > 1 and (before[-1].islower() or before.isdigit()))
    capitalised = word[:1].isupper() and (word[1:].islower() or len(word) == 1)
    return whole and capitalised and (len(word) > 3 or word in _STARTERS)


def _short_form_ends(mark: str, tokens: Sequence[Token], after: int, word: str) -> bool:
    """True where a short form ("U.S.", "Inc.", "a.m.", "Kim J.") ends the sentence: a usual opening word follows."""
    stem = mark[:-1]
    if stem in TITLES or (len(stem) == 1 and stem.isupper()) or mark.startswith(("http", "www")):
        return False
    if stem.endswith(".") or not word[:1].isupper():
        return False
    if stem in _DATES:  # Within a sentence a number follows ("Sept. 5"), or another of them ("Tue., Sept. 5").
        return word[:3] not in _DATES
    return word in _STARTERS or tokens[after].text in ("“", '"', "``")


def _first_word(tokens: Sequence[Token], i: int) -> str:
    """The first word at or after `i`, past opening marks."""
    while i + 1 < len(tokens) and tokens[i].text in _OPENING:
        i += 1
    return tokens[i].text
