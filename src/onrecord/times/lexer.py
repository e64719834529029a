"""Atoms: a stretch of text as a row of word classes, the alphabet over which the grammar's patterns are written.

Words take their class from the lexicon; numbers get one by their form (a day of the month, a year, a clock time ...).
Each class is one character, so that a sentence becomes a short string and a pattern a regular expression over it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec

from onrecord.knowledge.time_words import Phrase, Word, lexicon

_TOKEN = re.compile(
    r"""
    (?P<plain>[a-z]{3,}+(?=[\s,]))                                                   # most words: no other group fits
  | (?P<amount>[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?%)                                     # money and shares: no time
  | (?P<number>9/11(?![\d/])|\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![-\w])
      |\d{1,2}-\d{1,2}-(?:19|20)\d\d(?![-\w])|\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)\b)?|['’‘]\d\ds?\b)
  | (?P<ampm>(?<=[\s\d])(?:[ap]\.\s?m\.|[ap]\.?m\b))
  | (?P<code>(?:q[1-4]|[1-4]q|h[12])\b)
  | (?P<word>o['’]clock|b\.\s?c\.(?:\s?e\.)?|a\.d\.|[^\W\d_]+)
  | (?P<poss>['’](?:s\b)?)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = {",": "COMMA", ".": "DOT", "-": "HYPHEN", "–": "HYPHEN", "‑": "HYPHEN", "(": "LPAR", ")": "RPAR", "+": "SIGN"}
_NUMBERS = tuple(
    (kind, re.compile(pattern, re.ASCII))
    for kind, pattern in (
        ("DAYNUM", r"0?[1-9]|[12]\d|3[01]"),
        ("YEARNUM", r"1\d{3}|20\d\d|21\d\d"),
        ("HHMM", r"(?:0\d|2[23])[0-5]\d"),
        ("ORDN", r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)"),
        ("DECADE", r"(?:1\d|20)\d0s|['’‘]?[1-9]0s"),
        ("SHORTYEAR", r"['’‘]\d\d"),
        ("NUM2", r"\d\d"),
        ("CLOCK", r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"),
        ("FRACTION", r"[1-9]/[2-9]"),
        ("SLASH", r"\d{1,2}/\d{1,2}/(?:[12]\d{3}|\d\d)|[12]\d{3}/\d\d?/\d\d?|\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d"),
        ("ISO", r"[12]\d{3}-\d\d-\d\d(?:t.*)?"),
        ("NUM", r"\d+|\d{1,3}(?:,\d{3})+"),
        ("DECIMAL", r"\d+\.\d+"),
    )
)
# What is left out of a number's value: the ending of 10th, the mark and the zero of '08 and '90s, the commas of 2,000.
_IDLE = {
    "DAYNUM": "^0",
    "NUM2": "^0(?=.)",
    "ORDN": "^0|[a-z]",
    "SHORTYEAR": r"^\D0?(?=\d)",
    "DECADE": r"^\D|0s$",
    "NUM": ",",
}
_OTHER, _POSSESSIVE = Word("OTHER", ""), Word("POSS", "")


class Atoms(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text cut into atoms: one character of `classes` for each, with its offsets in the text, its words in
    lower case, and its value."""

    text: str
    classes: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    values: Sequence[str]


@cache
def alphabet() -> dict[str, str]:
    """A character for each word class that the lexicon, the numbers and the marks know."""
    found = lexicon()
    kinds = [
        *(word.kind for word in found.words.values()),
        *(phrase.word.kind for phrases in found.phrases.values() for phrase in phrases),
        *(kind for kind, _ in _NUMBERS),
        *_MARKS.values(),
        *("AMPM", "QCODE", "HCODE", "POSS", "OTHER"),
    ]
    return {kind: chr(0x4E00 + number) for number, kind in enumerate(dict.fromkeys(kinds))}


def atoms(text: str, start: int, end: int) -> Atoms:
    """The atoms of `text[start:end]`; offsets are those of `text`. Linear in the length of the stretch."""
    tokens = list(_TOKEN.finditer(text, start, end))
    lowered = [token.group().lower() for token in tokens]
    found, letters = lexicon(), alphabet()
    lines: list[tuple[str, Word]] = []
    spans: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        low, token = lowered[i], tokens[i]
        first, last = token.span()
        word = found.words.get(low) or _form(token.lastgroup or "", low)
        if low in found.phrases and (phrase := _phrase(found.phrases[low], lowered, i, _capital(text, tokens, i))):
            word = phrase.word
            i += len(phrase.rest)
            last = tokens[i].end()
        elif word.capital and text[first].islower():
            word = _OTHER
        lines.append((low, word))
        spans.append((first, last))
        i += 1
    return Atoms(
        text,
        "".join([letters[word.kind] for _, word in lines]),
        [first for first, _ in spans],
        [last for _, last in spans],
        [low for low, _ in lines],
        [word.value for _, word in lines],
    )


def _capital(text: str, tokens: list[re.Match[str]], i: int) -> bool:
    """True where the i-th token begins with a capital, or after an article the next one: "the Fourth of July"."""
    return text[tokens[i].start()].isupper() or (
        tokens[i].group() == "the" and i + 1 < len(tokens) and text[tokens[i + 1].start()].isupper()
    )


def _phrase(phrases: tuple[Phrase, ...], lowered: list[str], i: int, capital: bool) -> Phrase | None:
    """The longest phrase that begins with the i-th token."""
    for phrase in phrases:
        fits = tuple(lowered[i + 1 : i + 1 + len(phrase.rest)]) == phrase.rest
        if fits and (capital or not phrase.word.capital):
            return phrase
    return None


@lru_cache(maxsize=4096)
def _form(group: str, low: str) -> Word:
    """The word class of what the lexicon does not list, by its form."""
    if group == "number":
        kind = next((kind for kind, form in _NUMBERS if form.fullmatch(low)), "OTHER")
        return Word(kind, re.sub(_IDLE.get(kind, "$^"), "", low))
    if group == "ampm":
        return Word("AMPM", low[0])
    if group == "code":
        return Word("QCODE" if "q" in low else "HCODE", low.strip("qh"))
    if group == "poss":
        return _POSSESSIVE
    return Word(_MARKS.get(low, "OTHER"), low)
