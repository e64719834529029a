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
# The article as it is spoken before some letters: "Abderrahmane", "Abdessalam".
_SERVANT = re.compile(r"abd[aeou](?:(?P<twice>[rsnzdtl])(?=(?P=twice))|r(?=a[hz])|s(?=[as]))")
_RULES = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"tsch|tch", "ch"),
        (r"sch", "sh"),
        (r"dzh|dj", "j"),
        (r"kh", "h"),
        (r"([bgdt])h", r"\1"),
        (r"ph", "f"),
        (r"qu(?=i)", "k"),
        (r"ck|q", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou|oo|ue", "u"),
        (r"oe", "o"),
        (r"ee|ii", "i"),
        (r"ff$|f$", "v"),
        (r"enka$", "enko"),
        (r"(?:iy|yy|yi|ij|yj|ii|y)$", "i"),
        (r"(?<=[aeou])[jy]$", "i"),
        (r"(?<=[aeiou])y(?=e[vw])", ""),
        (r"(?<=a)h$", ""),
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
    if served := _SERVANT.match(word):
        return "abdul" + part(word[served.end() :])
    ruled = _ruled(word)
    return _ruled_variants().get(ruled, ruled)


def _ruled(word: str) -> str:
    """One word after the rules alone."""
    return _by_rules(_RULES, word)


_ARABIC = frozenset("al el bin ibn ben bint abu abou".split())
_SONS = frozenset(["bin", "ibn", "ben"])
_SLAVIC = re.compile(r"(?:enko|chuk|iuk|sk[iy]|v[iy]ch|[oe]va?|in|ina)$")
_ARABIC_RULES = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"ch", "sh"),
        (r"(?<=...)e$", ""),
        (r"[ei]", "a"),
        (r"o", "u"),
        (r"(.)\1+", r"\1"),
    )
)


def wider(words: Sequence[str]) -> str | None:
    """A wider key for a name out of Arabic (with an article or "bin" in it), whose short vowels and French forms vary
    ("Shukri al-Jamil", "Choukri El Jemil"), and for one with a Slavic ending, of which h and g are one letter
    ("Hrytsenko", "Gritsenko"); None for other names."""
    if not _ARABIC.isdisjoint(_split(words)):
        return " ".join("bin" if word in _SONS else _by_rules(_ARABIC_RULES, word) for word in parts(words))
    found = parts(words)
    if len(found) > 1 and _SLAVIC.search(found[-1]):
        return " ".join(word.replace("h", "g") for word in found)
    return None


def _by_rules(rules: Sequence[tuple[re.Pattern[str], str]], word: str) -> str:
    for pattern, new in rules:
        word = pattern.sub(new, word)
    return word


_SKELETON = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"^[jyi](?=[aeou])", "e"),
        (r"[sz]h|ch", "s"),
        (r"c(?=[aouklrt]|$)", "k"),
        (r"[zcj]", "s"),
        (r"ts", "s"),
        (r"h", ""),
        (r"g", "k"),
        (r"(?<=.)[aeiou]", ""),
        (r"(.)\1+", r"\1"),
    )
)


def skeleton(words: Sequence[str]) -> str:
    """The consonants of a name, those apart that no way of writing another script takes for each other."""
    return " ".join(_by_rules(_SKELETON, word) for word in parts(words))


_SHORT = 4  # letters of a word that stays as it is
_APART = 2  # letters in which two spellings of a word can differ


def are_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """True for two names that can be one name out of another script: of as many words, each equal or, where it is long,
    of the same skeleton and ending and two letters apart at most."""
    ours, theirs = parts(one), parts(other)
    return len(ours) == len(theirs) and all(_near(a, b) for a, b in zip(ours, theirs, strict=True))


def _near(one: str, other: str) -> bool:
    if one == other:
        return True
    vowels = "a" in one[-1] + other[-1] and not {one[-1], other[-1]} <= set("ae")
    if min(len(one), len(other)) <= _SHORT or vowels:
        return False
    return _distance(one, other) <= _APART


def _distance(one: str, other: str) -> int:
    """Letters to change, add or leave out (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]


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


@cache
def _ruled_variants() -> dict[str, str]:
    """The same by each spelling as the rules leave it."""
    found: dict[str, str] = {}
    for word, main in _variants().items():
        found.setdefault(_ruled(word), main)
    return found
