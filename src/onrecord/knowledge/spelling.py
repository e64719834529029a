"""Spelling: one key for all ways in which news writes a person's name.

"Volodymyr Zelenskiy" and "Volodymyr Zelenskyy", "Moammar Kadhafi" and "Muammar al-Gaddafi", "Xi Jin-ping" and "Xi
Jinping" have one key each; "Ali Hassan" and "Ali Hussein" have two. The spellings that no rule makes equal stand in
`data/name_variants.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from onrecord.knowledge.names import plain
from onrecord.knowledge.rows import packaged, rows

# Articles of Arabic names: "al-Attar" is also written "Attar" or "el-Attar".
_ARTICLES = frozenset("al el ul ad as ar ash at az an".split())
_SERVANTS = ("abdul", "abdel", "abdal", "abdol", "abdoul")
_RULES = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"tsch|tch", "ch"),
        (r"sch", "sh"),
        (r"dzh|dj", "j"),
        (r"kh", "h"),
        (r"([gdt])h", r"\1"),
        (r"ph", "f"),
        (r"ck|q", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou|oo|ue", "u"),
        (r"oe", "o"),
        (r"ee|ii", "i"),
        (r"ff$|f$", "v"),
        (r"enka$", "enko"),
        (r"(?:iy|yy|yi|ij|yj|ii|y)$", "i"),
        (r"^ye", "e"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
    )
)


def key(words: Sequence[str]) -> str:
    """The key of a name's words: equal for its spellings; spaces and hyphens do not count."""
    return _key(tuple(words))


@lru_cache(maxsize=16384)
def _key(words: tuple[str, ...]) -> str:
    return "".join(parts(words))


def parts(words: Iterable[str]) -> list[str]:
    """The words of a name as the key has them, without articles; "Abdul Rahman" is one."""
    found: list[str] = []
    for word in _split(words):
        if word in _ARTICLES and (found or len(word) == 2):
            continue
        if found and found[-1] in ("abdul", "abd"):
            found[-1] = "abdul" + part(word)
        else:
            found.append(part(word))
    return found


def turned(words: Sequence[str]) -> str:
    """The key of a name whose last word is put first, as family names stand in East Asia and in Hungary."""
    return key((words[-1], *words[:-1]))


@lru_cache(maxsize=16384)
def part(word: str) -> str:
    """One word of a name, in small letters, as the key has it."""
    if word in _variants():
        return _variants()[word]
    for servant in _SERVANTS:
        if word.startswith(servant):
            rest = word[len(servant) :]
            return "abdul" + (part(rest) if rest else "")
    for pattern, new in _RULES:
        word = pattern.sub(new, word)
    return word


@lru_cache(maxsize=16384)
def _plain(word: str) -> tuple[str, ...]:
    if not is_latin(word):
        return (word.casefold(),)
    return tuple(plain(word).lower().replace("'", "").replace("-", " ").split())


def is_latin(name: str) -> bool:
    """Whether all letters of a name are Latin, so that none is lost in plain ones."""
    return name.isascii() or all(plain(letter) for letter in name if letter.isalpha())


def _split(words: Iterable[str]) -> Iterable[str]:
    return (one for word in words for one in _plain(word))


@cache
def _variants() -> dict[str, str]:
    """The spelling that stands for all, by each of them."""
    found: dict[str, str] = {}
    for row in rows("name_variants.tsv", packaged("name_variants.tsv"), 2):
        main, others = row.cells
        for word in (main, *others.split()):
            found.setdefault(word, main)
    return found
