"""Verb groups: a main verb with its auxiliaries, negations and particle, told from tags ("had not been killed").

An adjective after a copula counts as the main word of its group ("is ready", "was due"), since such adjectives decide
the status of what follows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec

from onrecord.knowledge import governors, predicates
from onrecord.schema.labels import VerbForm

# Participles that serve as prepositions.
PREPOSITIONS = frozenset(["according", "including", "following", "regarding", "concerning", "pending", "excluding"])
NEGATIONS = frozenset(["not", "n't", "n’t", "never", "neither", "nor", "hardly", "scarcely", "barely"])
_VERB_TAGS = frozenset(["TO", "MD", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"])
_MODAL_ADVERBS = 4
_COPULA_GAP = 3
_BE = "be"
_NO_PARTICLE = frozenset(["be", "have", "do"])


class VerbGroup(msgspec.Struct, frozen=True):
    """Tokens `first` to `last`, main word `head`; the rest as in `schema.labels.Predicate`. `bare` is true for a base
    form without "to" or an auxiliary."""

    first: int
    last: int
    head: int
    lemma: str
    form: VerbForm
    pos: Literal["v", "adj"] = "v"
    tense: Literal["past", "present"] | None = None
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    modal: str | None = None
    bare: bool = False


class _Chain(msgspec.Struct):
    """What the auxiliaries read so far have told; only `_read` changes it."""

    at: int
    tense: Literal["past", "present"] | None = None
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    modal: str | None = None
    auxiliaries: int = 0
    bare: bool = False


def verb_groups(tags: Sequence[str], lemmas: Sequence[str], words: Sequence[str]) -> tuple[VerbGroup, ...]:
    """The verb groups of a sentence, from left to right. `words` are in lower case."""
    found = []
    i = 0
    while i < len(tags):
        group = _group(tags, lemmas, words, i) if tags[i] in _VERB_TAGS and _opens(tags, words, i) else None
        if group:
            found.append(group)
        i = group.last if group else i + 1
    return tuple(found)


def _opens(tags: Sequence[str], words: Sequence[str], i: int) -> bool:
    """True where a verb group begins at a word with the tag of a verb, a modal or "to"."""
    tag = tags[i]
    if tag == "TO":
        return _next_verb(tags, i + 1, ("VB",)) is not None
    return tag not in ("VBG", "VBN") or not (words[i] in PREPOSITIONS or _is_modifier(tags, i))


def _is_modifier(tags: Sequence[str], i: int) -> bool:
    """True where a participle stands before its noun ("the ongoing war", "of detained lawyers")."""
    after = tags[i + 1] if i + 1 < len(tags) else ""
    before = tags[i - 1] if i else ""
    if after[:2] not in ("NN", "JJ"):
        return False
    if before in ("DT", "PRP$", "JJ", "CD", "POS", "NNP"):
        return before != "NNP" or after in ("NNS",)
    if tags[i] == "VBN" and before == "IN":
        return True
    return (
        tags[i] == "VBN" and before in ("VB", "VBD", "VBN", "VBZ", "VBP", "VBG", "CC", ",") and after in ("NNS", "JJ")
    )


def _next_verb(tags: Sequence[str], i: int, wanted: tuple[str, ...]) -> int | None:
    """The next verb within a few adverbs of `i`, if it has one of the wanted tags."""
    end = min(len(tags), i + _MODAL_ADVERBS)
    while i < min(end, len(tags)):
        if tags[i] in wanted:
            return i
        after = _after_phrase(tags, i) if tags[i] == "IN" and wanted != ("VB",) else i
        if after > i:
            i, end = after, after + 2
        elif tags[i][:2] == "RB":
            i += 1
        else:
            return None
    return None


def _after_phrase(tags: Sequence[str], i: int) -> int:
    """Past a short phrase within a verb group ("will on Sunday form", "has for three days been"); `i` where there is
    none."""
    last = i + 1
    while last < min(len(tags), i + 4) and tags[last] in ("DT", "CD", "JJ", "NN", "NNS", "NNP"):
        last += 1
    return last if tags[last - 1][:2] == "NN" else i


def _group(tags: Sequence[str], lemmas: Sequence[str], words: Sequence[str], start: int) -> VerbGroup | None:
    """The group that opens at `start`."""
    infinitive = tags[start] == "TO"
    chain = _Chain(at=start)
    if infinitive:
        found = _next_verb(tags, start + 1, ("VB",))
        if found is None:
            return None
        chain.negated = _has_negation(words, start + 1, found) or _is_negated_before(words, start)
        chain.at = found
    else:
        _before(chain, words, tags, start)
    while True:
        after = _read(chain, tags, lemmas, words)
        if after is None:
            break
        chain.at = after
    return _finished(chain, tags, lemmas, words, start, infinitive=infinitive)


def _is_negated_before(words: Sequence[str], start: int) -> bool:
    """True after "not", "never", "never again", "not ever"."""
    before = words[max(0, start - 2) : start]
    return bool(before) and (before[-1] in NEGATIONS or (before[0] in NEGATIONS and before[-1] in ("again", "ever")))


def _before(chain: _Chain, words: Sequence[str], tags: Sequence[str], start: int) -> None:
    """A "never" or "not" right before the group negates it ("never asked", "not going")."""
    chain.negated = start > 0 and words[start - 1] in NEGATIONS and tags[start - 1] == "RB"


def _has_negation(words: Sequence[str], first: int, last: int) -> bool:
    return any(words[j] in NEGATIONS for j in range(first, last)) or (
        last - first >= 2 and words[first] == "no" and words[first + 1] == "longer"
    )


_NEXT_FORMS: dict[str, tuple[str, ...]] = {
    "have": ("VBN", "VBD"),
    "do": ("VB", "VBP"),
    "be": ("VBG", "VBN", "VBD"),
    "get": ("VBN",),
}


def _read(chain: _Chain, tags: Sequence[str], lemmas: Sequence[str], words: Sequence[str]) -> int | None:
    """Take the word at `chain.at` as an auxiliary, if the verb that it helps follows; the position of that verb."""
    at = chain.at
    tag, lemma = tags[at], lemmas[at]
    chain.bare = chain.bare or (tag == "VB" and not chain.auxiliaries)
    chain.tense = chain.tense or ("past" if tag == "VBD" else "present" if tag in ("VBP", "VBZ") else None)
    if tag == "MD":
        after = _next_verb(tags, at + 1, ("VB", "VBP", "VBD", "VBN"))
        chain.modal = lemma
    elif lemma in _NEXT_FORMS:
        after = _next_verb(tags, at + 1, _NEXT_FORMS[lemma])
        if after is not None and lemma == "get" and tags[after] != "VBN":
            after = None
    elif words[at] == "going" and chain.progressive:
        return _read_to(chain, tags, lemmas, words)
    else:
        return None
    if after is None:
        return _read_to(chain, tags, lemmas, words)
    chain.negated = chain.negated or _has_negation(words, at + 1, after)
    _note(chain, lemma, tags[after])
    chain.auxiliaries += 1
    return after


def _note(chain: _Chain, lemma: str, tag: str) -> None:
    """What an auxiliary and the form after it tell."""
    chain.perfect = chain.perfect or lemma == "have"
    if lemma in ("be", "get"):
        chain.progressive = chain.progressive or tag == "VBG"
        chain.passive = tag in ("VBN", "VBD")


def _read_to(chain: _Chain, tags: Sequence[str], lemmas: Sequence[str], words: Sequence[str]) -> int | None:
    """ "is to visit", "has to leave", "is going to": the words before "to" are a modal."""
    at = chain.at
    to = _next_to(tags, at + 1)
    if to is None or lemmas[at] not in ("be", "have", "go"):
        return None
    verb = _next_verb(tags, to + 1, ("VB",))
    if verb is None:
        return None
    chain.negated = chain.negated or _has_negation(words, at + 1, verb)
    if "yet" in words[at + 1 : to]:
        chain.negated, chain.perfect, chain.auxiliaries = True, True, chain.auxiliaries + 1
        return verb
    chain.modal = "be going to" if lemmas[at] == "go" else f"{lemmas[at]} to"
    chain.progressive = False
    chain.auxiliaries += 1
    return verb


def _next_to(tags: Sequence[str], i: int) -> int | None:
    while i < len(tags) and tags[i][:2] == "RB":
        i += 1
    return i if i < len(tags) and tags[i] == "TO" else None


def _finished(
    chain: _Chain, tags: Sequence[str], lemmas: Sequence[str], words: Sequence[str], start: int, *, infinitive: bool
) -> VerbGroup | None:
    head = chain.at
    if tags[head] == "MD":
        return None
    adjective = _predicate_adjective(tags, words, head) if lemmas[head] == _BE else None
    last = adjective or head
    negated = chain.negated or _has_negation(words, head + 1, last) or _not_after(words, tags, head)
    lemma = lemmas[last]
    end = last + 1
    known = end < len(words) and f"{lemma} {words[end]}" in _phrasal()
    if adjective is None and lemma not in _NO_PARTICLE and (known or is_particle(tags, words, end)):
        lemma, end = f"{lemma} {words[end]}", end + 1
    bare = tags[head] == "VB" and not infinitive and not chain.auxiliaries
    has = chain.passive and words[start] in _SHORT_IS and _opens_phrase(tags, end)
    return VerbGroup(
        first=start,
        last=end,
        head=last,
        lemma=lemma,
        form=_form(tags[head], chain, infinitive=infinitive, bare=bare),
        pos="v" if adjective is None else "adj",
        tense=chain.tense,
        perfect=chain.perfect or has,
        progressive=chain.progressive,
        passive=(chain.passive and not has) or (tags[head] == "VBN" and not chain.auxiliaries),
        negated=negated,
        modal=chain.modal,
        bare=bare,
    )


@cache
def _phrasal() -> frozenset[str]:
    """The verbs with a particle that the tables know ("call off")."""
    known = (*predicates.load().verbs, *governors.load().rules["v"])
    return frozenset(word for word in known if word.endswith(_OBJECT_PARTICLES))


_OBJECT_PARTICLES = (" off", " out", " up", " down", " over", " back", " away")


def is_particle(tags: Sequence[str], words: Sequence[str], i: int) -> bool:
    """True for a particle: tagged so, or a preposition with nothing to govern ("gave in on pensions")."""
    if i >= len(tags) or tags[i] == "RP":
        return i < len(tags)
    after = "IN" if i + 1 < len(tags) and words[i + 1] == "of" else tags[i + 1] if i + 1 < len(tags) else "."
    return words[i] in _PARTICLES and tags[i] in ("IN", "RB") and after in ("IN", "TO", ".", ",", "CC", ":")


_PARTICLES = frozenset(["in", "out", "up", "off", "down", "over", "away", "back", "through", "apart", "aside"])


_SHORT_IS = frozenset(["'s", "’s"])


def _opens_phrase(tags: Sequence[str], i: int) -> bool:
    """True where an object follows: "she's scolded a voter" is "has", "she's scolded" is "is"."""
    return i < len(tags) and tags[i] in ("DT", "PRP$", "PRP", "NNP", "NNPS", "NN", "NNS", "CD", "JJ", "PDT")


def _not_after(words: Sequence[str], tags: Sequence[str], head: int) -> bool:
    """A "not" right after the verb ("is not a member", "was never in Bentiu")."""
    return head + 1 < len(words) and words[head + 1] in NEGATIONS and tags[head + 1] == "RB" and words[head] in _COPULAS


_COPULAS = frozenset(["is", "are", "was", "were", "be", "been", "'s", "’s", "'re", "am"])


def _predicate_adjective(tags: Sequence[str], words: Sequence[str], head: int) -> int | None:
    """The adjective after a copula, unless it stands before a noun."""
    for j in range(head + 1, min(len(tags), head + 1 + _COPULA_GAP)):
        if tags[j] in ("JJ", "JJR"):
            after = tags[j + 1] if j + 1 < len(tags) else ""
            return None if after[:2] in ("NN", "JJ") else j
        if tags[j][:2] != "RB":
            return None
    return None


def _form(tag: str, chain: _Chain, *, infinitive: bool, bare: bool) -> VerbForm:
    if infinitive:
        return "infinitive"
    if chain.auxiliaries and (chain.tense or chain.modal):
        return "finite"
    if chain.auxiliaries:
        return "finite" if chain.bare else "gerund"
    if bare:
        return "finite"
    return {"VBG": "gerund", "VBN": "participle"}.get(tag, "finite")  # type: ignore[return-value]
