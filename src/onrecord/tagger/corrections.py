"""Corrections: tags of the perceptron that cannot be, set right where the tables or the neighbours are sure.

The weights come from web text; states, nationalities, people and the verbs of news are rarer there than in a report.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec

from onrecord.knowledge import actors, cues, predicates
from onrecord.tagger import lemma

_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion".split()
)
# Tags of small letters that no correction changes.
_SETTLED = frozenset(
    [
        "IN",
        "DT",
        "CC",
        "PRP",
        "PRP$",
        "VBD",
        "VBN",
        "VBG",
        "VBP",
        "CD",
        "WDT",
        "WP",
        "WRB",
        "MD",
        "RP",
        "NNS",
        "POS",
        "EX",
    ]
)
_NO_NOUN_TAGS = frozenset(["RB", "UH", "FW", "RBR"])
_MEANT_AS_ADVERBS = frozenset("back home well right left south north east west post down over no".split())
_NOUN_PHRASE = ("NNP", "NNPS", "DT", "PRP", "PRP$", "CD")
_NAMES_THAT_ARE_WORDS = frozenset(["Male", "Nice"])


class Lexicon(msgspec.Struct, frozen=True):
    """Words whose tags are known: proper nouns, adjectives of nations, people (lemmas), and things of news (lemmas).

    `saying` holds the verbs that take a clause with "that" (lemmas), `phrasal` those of saying with their particles.
    """

    names: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    phrasal: frozenset[tuple[str, ...]] = frozenset()


@cache
def lexicon() -> Lexicon:
    """What the tables of states, roles and predicates know of single words."""
    table, words = actors.load(), predicates.load()
    states = table.states.states.values()
    names = [name for state in states for name in (state.name, state.capital or "", *state.metonyms)]
    people = [noun.lemma for noun in table.role_nouns.values() if noun.number != "body"]
    told = [cue for starting in cues.load().verbs.values() for cue in starting]
    things = [*words.nouns, *(word for listed in words.classes.values() for word in listed)]
    return Lexicon(
        names=frozenset(word for word in names if word.isalpha() and word not in _NAMES_THAT_ARE_WORDS),
        adjectives=frozenset(word for state in states for word in state.adjectives if word.isalpha()),
        people=frozenset(noun for noun in people if noun.isalpha()),
        things=frozenset(word for word in things if word.isalpha()),
        saying=frozenset(cue.words[0] for cue in told if len(cue.words) == 1 and _quotes(cue)),
        phrasal=frozenset(cue.words for cue in told if len(cue.words) > 1),
    )


def _quotes(cue: cues.Cue) -> bool:
    """True for a cue with a clause after "that" or a quotation."""
    return cue.takes("that") is not None or cue.takes("quote") is not None


def corrected(tokens: Sequence[str], tags: Sequence[str], known: Lexicon) -> tuple[str, ...]:
    """The tags of a sentence, corrected from left to right."""
    result = list(tags)
    for i, token in enumerate(tokens):
        result[i] = _head(result, tokens, i, known) or _saying(result, tokens, i, known) or result[i]
        if result[i] in _SETTLED and token.islower() and token != "to":
            continue
        result[i] = _noun(result, tokens, i, known) or _verb(result, tokens, i) or result[i]
        if token in ("to", "To") and i + 1 < len(tags) and _is_infinitive(result, tokens, i + 1):
            result[i], result[i + 1] = "TO", "VB"
    return tuple(result)


def _noun(tags: Sequence[str], tokens: Sequence[str], i: int, known: Lexicon) -> str | None:
    """The tag of a name, a nationality, a number, a plural of people or a thing that is tagged as what it is not."""
    token, tag = tokens[i], tags[i]
    if token in known.names:
        return "NNP"
    if token in known.adjectives and tag not in ("JJ", "NNP", "NNPS", "NNS", "NN"):
        return "JJ"
    if token == "yet":
        return "RB"
    if tag in ("NN", "JJ") and token.lower() in _NUMBERS:
        return "CD"
    if tag in ("VBZ", "NNP", "NNPS") and _is_people(tags, token, i, known):
        return "NNS"
    if (
        token in known.things
        and token not in _MEANT_AS_ADVERBS
        and (tag in _NO_NOUN_TAGS or _ends_phrase(tags, tokens, i))
    ):
        return "NN"
    return None


def _head(tags: Sequence[str], tokens: Sequence[str], i: int, known: Lexicon) -> str | None:
    """The tag of a noun that heads its phrase and is tagged as what stands before one ("the general briefed ...")."""
    if i == 0 and tags[0] == "VB" and tags[1:2] and tags[1] in ("VBD", "VBZ", "MD"):
        return "NN"
    if tags[i] not in ("JJ", "VBG") or i == 0 or i + 1 >= len(tags):
        return None
    before, tag, after = tags[i - 1 : i + 2]
    if tag == "VBG":
        deed = before == "POS" and after == "IN" and (tokens[i] in known.things or tokens[i] in cues.load().nouns)
        return "NN" if deed else None
    if before not in ("DT", "JJ") or not _tells(tokens[i + 1], known):
        return None
    sure = tokens[i] in known.people or after[:2] not in ("NN", "VB") or tokens[i + 2 : i + 3] == ["that"]
    return "NN" if sure else None


def _tells(word: str, known: Lexicon) -> bool:
    """True for a word that can be the past of a verb, or a verb of saying."""
    return "d" in verb_form(word) or any(lemma.lemma(word, form) in known.saying for form in ("VBD", "VBZ"))


def _saying(tags: Sequence[str], tokens: Sequence[str], i: int, known: Lexicon) -> str | None:
    """The tag of a verb of saying that is no noun: "traders reckon that", "she thundered", "hit out at the court"."""
    token, tag = tokens[i], tags[i]
    if i == 0 or tag[:2] == "VB" or tag in ("MD", "DT") or not token.islower():
        return None
    before, that = tags[i - 1], tokens[i + 1 : i + 2] == ["that"]
    subject = before[:2] == "NN" or before == "PRP"
    if subject and _is_said(token, known) and (tag not in ("JJ", "RB") or "``" in tags[:i]):
        return "VBD"
    if that and before in ("NNS", "NNPS", "PRP") and token in known.saying:
        return "VBP"
    if that and (subject or before == "JJ") and tag == "NNS" and lemma.lemma(token, "VBZ") in known.saying:
        return "VBZ"
    if tag != "NN" or before not in ("NN", "NNP", "PRP"):
        return None
    phrase = any((lemma.lemma(token, "VBD"), *tokens[i + 1 : i + n]) in known.phrasal for n in (2, 3))
    return "VBD" if phrase else None


def _is_said(token: str, known: Lexicon) -> bool:
    """True for the past of a verb of saying."""
    return token.endswith("ed") and token != "seed" and lemma.lemma(token, "VBD") in known.saying


def _is_people(tags: Sequence[str], token: str, i: int, known: Lexicon) -> bool:
    """True for a plural of people that heads a sentence ("Rebels seized"), or a phrase ("Nicaraguan judges")."""
    word = token.lower()
    base = lemma.lemma(word, "NNS")
    if base == word or base not in known.people or (i > 0 and tags[i] != "VBZ"):
        return False
    before, after = (tags[k] if 0 <= k < len(tags) else "" for k in (i - 1, i + 1))
    headed = before in ("JJ", "NNP", "CD", "DT", "POS", "PRP$", "NN") and after not in (
        "DT",
        "PRP$",
        "NNP",
        "PRP",
        "JJ",
    )
    return i == 0 or headed


def _ends_phrase(tags: Sequence[str], tokens: Sequence[str], i: int) -> bool:
    """True for a base form after an adjective or a noun where nothing asks for one ("a joint naval exercise")."""
    if tags[i] != "VB" or i == 0 or tags[i - 1] not in ("JJ", "NN"):
        return False
    asks = any(tag in ("TO", "MD") for tag in tags[max(0, i - 4) : i])
    return not asks and not any(
        token in ("that", "let", "make", "help", "do", "did") for token in tokens[max(0, i - 6) : i]
    )


def _verb(tags: Sequence[str], tokens: Sequence[str], i: int) -> str | None:
    """The tag of a verb that is tagged as a noun or an adjective."""
    token, tag = tokens[i], tags[i]
    if tag[:2] == "VB" or tag in ("PRP", "DT") or not token.islower():
        return None
    if token in lemma.forms().verbs and (_follows_modal(tags, i) or _is_subjunctive(tags, tokens, i)):
        return "VB"
    before, after = (tags[k] if 0 <= k < len(tags) else "" for k in (i - 1, i + 1))
    if tag != "JJ" or token == "aged" or before[:2] != "NN" or "d" not in verb_form(token):
        return None
    finite = any(t in ("VBD", "VBZ", "VBP", "MD") for t in tags)
    return "VBD" if after in _NOUN_PHRASE or (not finite and after in ("NN", "NNS")) else None


def _follows_modal(tags: Sequence[str], i: int) -> bool:
    """True right after a modal, or after a modal and adverbs."""
    k = i - 1
    while k > 0 and tags[k] == "RB":
        k -= 1
    return k >= 0 and tags[k] == "MD" and tags[i] != "RB"


def _is_subjunctive(tags: Sequence[str], tokens: Sequence[str], i: int) -> bool:
    """True in "demanded that Uganda release forty men"."""
    after = tags[i + 1] if i + 1 < len(tags) else ""
    follows = tokens[i + 1].lower() in _NUMBERS if i + 1 < len(tokens) else False
    subject = i >= 2 and tags[i - 1] in ("NNP", "NN", "NNS", "PRP") and tokens[i - 2] == "that"
    return subject and tags[i] == "NN" and (after in _NOUN_PHRASE or follows)


def _is_infinitive(tags: Sequence[str], tokens: Sequence[str], i: int) -> bool:
    """True for a base form after "to", also one tagged as an adjective with an object after it ("to free the men")."""
    if tags[i] == "VB":
        return True
    after = tags[i + 1] if i + 1 < len(tags) else ""
    return tags[i] in ("JJ", "NN") and tokens[i] in lemma.forms().verbs and after in ("DT", "PRP$", "PRP", "CD")


@lru_cache(maxsize=65_536)
def verb_form(word: str) -> str:
    """Which forms of a known verb a word can be: b its base, d past, g -ing, z third person; "-" for none."""
    verbs = lemma.forms().verbs
    found = "b" if word in verbs else ""
    for mark, tag, ending in (("d", "VBD", "ed"), ("g", "VBG", "ing"), ("z", "VBZ", "s")):
        if word.endswith(ending) and lemma.lemma(word, tag) in verbs:
            found += mark
    return found or ("i" if word in lemma.forms().irregular_verbs else "-")
