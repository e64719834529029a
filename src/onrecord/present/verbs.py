"""English verb forms, for the sentences that tell of events: "break off" gives "broke off", "breaking off"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from onrecord.knowledge import predicates

_VOWELS = "aeiou"
_DOUBLING = frozenset(
    "acquit admit commit compel confer equip expel gas kidnap patrol permit quit rebut refer regret repel submit"
    " transfer transmit travel wiretap".split()
)
# Two vowels and a consonant, and last letters that are never doubled.
_SINGLE = re.compile(r"[aeiou]{2}[^aeiou]$|[wxy]$")
_AUXILIARIES = re.compile(
    r"^(?:(?:to|not|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|may|might|can|could|shall|should"
    r"|must)\s+)+(?=\w)"
)
_LIGHT = frozenset(["be", "have", "do", "go", "come"])
_ONE_SYLLABLE = re.compile(r"[^aeiou]*[aeiou][^aeiou]$|qu[aeiou][^aeiou]$")


class Forms(msgspec.Struct, frozen=True):
    """The forms of a verb, its particle or object included: break off, broke off, broken off, breaking off."""

    base: str
    past: str
    participle: str
    ing: str


@cache
def irregular() -> Mapping[str, Forms]:
    """The irregular verbs of verbs.tsv by their base form."""
    text = files("onrecord.present").joinpath("verbs.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in text.splitlines() if row and not row.startswith("#"))
    return {base: Forms(base, past, participle, _ing(base)) for base, past, participle in rows}


@cache
def forms(phrase: str) -> Forms:
    """The forms of a verb phrase; its first word is the verb."""
    verb, _, rest = phrase.partition(" ")
    found = irregular().get(verb) or _regular(verb)
    if not rest:
        return found
    return Forms(*(f"{form} {rest}" for form in msgspec.structs.astuple(found)))


@cache
def lemmas(words: str) -> frozenset[str]:
    """What words of a text can be forms of: "broke off" of "break off", "talks" of "talk", "visiting" of "visit"."""
    first, _, rest = _AUXILIARIES.sub("", words.lower()).partition(" ")
    bases = {first, *_irregular_bases(first), *_stripped(first)}
    found = {f"{base} {rest}" if rest else base for base in bases}
    if rest:  # A compound noun has its plural at the end ("air raids").
        head, _, last = words.lower().rpartition(" ")
        found |= {f"{head} {base}" for base in _stripped(last)}
    return frozenset(found)


@cache
def told_base(words: str) -> str | None:
    """The base form of a verb whose form shows that it is one ("blocked", "were putting forward"), None for what may as
    well be a noun, for "be", "have" and "do", and for what the lexicon does not know."""
    verb = _AUXILIARIES.sub("", words.lower())
    first = verb.partition(" ")[0]
    bare = verb in predicates.lemmas("v") and verb not in predicates.lemmas("n")
    if bare and verb not in _bases():
        return None if verb in _LIGHT else verb
    if not (first.endswith(("ed", "ing")) or first in _bases()):
        return None
    known = (lemmas(verb) - {verb} - _LIGHT) & predicates.lemmas("v")
    return min(known, key=lambda base: (forms(base).past != verb, base), default=None)


def _regular(verb: str) -> Forms:
    past = _ending(verb, "ed")
    return Forms(verb, past, past, _ing(verb))


def _ing(verb: str) -> str:
    return verb[:-2] + "ying" if verb.endswith("ie") else _ending(verb, "ing")


def _ending(verb: str, ending: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + ending
    if verb.endswith(("ee", "oe", "ye")):
        return verb + (ending if ending == "ing" else "d")
    if ending == "ed" and verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if _doubles(verb) else verb) + ending


def _doubles(verb: str) -> bool:
    if verb in _DOUBLING:
        return True
    return _ONE_SYLLABLE.fullmatch(verb) is not None and _SINGLE.search(verb) is None


@cache
def _bases() -> Mapping[str, frozenset[str]]:
    """The bases of irregular forms; one form may belong to two verbs."""
    found: dict[str, set[str]] = {}
    for base, entry in irregular().items():
        for form in (entry.past, entry.participle):
            found.setdefault(form, set()).add(base)
    return {form: frozenset(bases) for form, bases in found.items()}


def _irregular_bases(word: str) -> frozenset[str]:
    return _bases().get(word, frozenset())


def _stripped(word: str) -> set[str]:
    """A word without an ending of inflection, in all the ways that it may have been put on."""
    found = {word}
    if word.endswith(("ies", "ied")):
        found.add(word[:-3] + "y")
    if word.endswith("es"):
        found.add(word[:-2])
    if word.endswith("s"):
        found.add(word[:-1])
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            found |= {stem, stem + "e"}
            if len(stem) > 2 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    if word.endswith("ying"):
        found.add(word[:-4] + "ie")
    return found
