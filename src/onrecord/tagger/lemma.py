"""Lemmas: the dictionary form of a verb or a noun, by rules of English inflection and a list of exceptions."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import msgspec

_VOWELS = frozenset("aeiou")
_SILENT_E = (
    *("c", "v", "u", "s", "z", "dg", "rg", "at", "iz", "bl", "pl", "tl", "dl", "gl", "fl", "cl"),
    *("ur", "ir", "ag", "ut"),
)
_CLITICS = {"n't": "not", "'ll": "will", "wo": "will", "ca": "can", "'d": "would"}


class Forms(msgspec.Struct, frozen=True):
    """The verbs known by their dictionary form, and forms that no rule makes ("went" of "go", "men" of "man")."""

    verbs: frozenset[str]
    irregular_verbs: dict[str, str]
    irregular_nouns: dict[str, str]


@cache
def forms() -> Forms:
    """The list that comes with the package, read once: one `kind<TAB>lemma<TAB>forms` a line."""
    verbs: set[str] = set()
    irregular: dict[str, dict[str, str]] = {"v": {}, "n": {}}
    for line in files("onrecord.tagger").joinpath("data/forms.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, lemma, odd = line.split("\t")
        if kind == "v":
            verbs.add(lemma)
        irregular[kind].update(dict.fromkeys(odd.split(), lemma))
    return Forms(frozenset(verbs), irregular["v"], irregular["n"])


@lru_cache(maxsize=65_536)
def lemma(word: str, tag: str) -> str:
    """The lemma of a word with its Penn Treebank tag, in lower case; proper nouns keep their form."""
    if tag.startswith("NNP"):
        return word
    low = word.lower()
    if tag[:2] == "VB":
        return _verb(low, tag)
    if tag == "NNS":
        return _noun(low)
    return _CLITICS.get(low.replace("’", "'"), low) if tag in ("MD", "RB") else low


def _verb(word: str, tag: str) -> str:
    known = forms()
    if word in known.irregular_verbs:
        return known.irregular_verbs[word]
    if tag in ("VBD", "VBN") and word.endswith("ed"):
        return _stem(word[:-2])
    if tag == "VBG" and word.endswith("ing") and len(word) > 4:
        return _stem(word[:-3])
    if tag == "VBZ" and word.endswith("s"):
        return _third_person(word)
    return word


def _third_person(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) and word[:-1] not in forms().verbs:
        return word[:-2]
    return word[:-1]


def _stem(stem: str) -> str:
    """The verb behind a form cut of its -ed or -ing: "hop" of "hoping" is "hope", "stopp" is "stop", "tri" is "try"."""
    verbs = forms().verbs
    doubled = len(stem) > 2 and stem[-1] == stem[-2]
    tries = [stem[:-1], stem] if doubled else [stem + "e", stem] if _short_syllable(stem) else [stem, stem + "e"]
    if stem.endswith("i"):
        tries.insert(0, stem[:-1] + "y")
    if _short_syllable(stem) and sum(c in _VOWELS for c in stem) == 1:
        return stem + "e"
    known = next((form for form in tries if form in verbs), None)
    if known:
        return known
    if doubled and stem[-1] not in "lsfz":
        return stem[:-1]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    return stem + "e" if stem.endswith(_SILENT_E) else stem


def _short_syllable(stem: str) -> bool:
    """True for one consonant after one vowel ("hop", "vot"): without an e the verb would double it."""
    return len(stem) > 2 and stem[-1] not in "aeiouwxy" and stem[-2] in _VOWELS and stem[-3] not in _VOWELS


def _noun(word: str) -> str:
    known = forms().irregular_nouns
    if word in known:
        return known[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    if word.endswith("ss") or not word.endswith("s") or len(word) < 4:
        return word
    return word[:-1]
