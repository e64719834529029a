"""Forms: the inflected forms of English words, as far as the linters of the tables need them."""

from __future__ import annotations

import re
from functools import cache

from onrecord.knowledge.rows import packaged, rows

_VOWELS = frozenset("aeiou")


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    table = rows("predicates_forms.tsv", packaged("predicates_forms.tsv"), 2)
    return {row.cells[0]: tuple(row.cells[1].split("|")) for row in table}


def forms(word: str) -> frozenset[str]:
    """The forms that a single verb or noun may have (some of them impossible, none missing)."""
    stem = word[:-1] if word.endswith("e") else word
    y_stem = word[:-1] + "i" if word.endswith("y") else word
    doubled = word + word[-1] if word[-1] not in _VOWELS else word
    regular = {word, word + "s", word + "es", y_stem + "es", y_stem + "ed", stem + "ed", stem + "ing", word + "ing"}
    return frozenset(regular | {doubled + "ed", doubled + "ing", *_irregular().get(word, ())})


def mentions(sentence: str, lemma: str) -> bool:
    """True where the sentence has the lemma in some form; the particle of a verb may stand apart from it."""
    head, *rest = lemma.lower().split()
    *before, last = lemma.lower().split()
    plural = "|".join(re.escape(form) for form in forms(last))
    as_noun = r"\s".join([*(re.escape(word) for word in before), f"(?:{plural})"])
    inflected = "|".join(re.escape(form) for form in forms(head))
    as_verb = rf"(?:{inflected})" + "".join(rf"\b.*\b{re.escape(word)}" for word in rest)
    return re.search(rf"\b(?:{as_noun}|{as_verb})\b", sentence.lower()) is not None
