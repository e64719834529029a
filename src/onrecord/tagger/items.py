"""Items: a sentence as the short list that the clause grammar walks over: noun phrases, verb groups and what joins
them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from onrecord.schema.labels import Chunk
from onrecord.tagger.verbs import PREPOSITIONS, VerbGroup

Kind = Literal[
    "np", "verb", "prep", "subordinator", "wh", "and", "comma", "stop", "adverb", "quote", "bracket", "other"
]

_SUBORDINATORS = frozenset(
    ["that", "if", "unless", "because", "although", "though", "whether", "while", "whereas", "lest", "once", "till"]
)
# Prepositions that also open a clause: "after talks" and "after talks failed".
_MAY_SUBORDINATE = frozenset(["after", "before", "since", "until", "as", "than", "so", "like", "except"])
_STOPS = frozenset([";", ":", "—", "–", "--", "―", ".", "?", "!", "…", "..."])
_QUOTES = frozenset(['"', "“", "”", "``", "''", "‘", "’", "'", "«", "»", "„"])


class Item(msgspec.Struct, frozen=True, gc=False):
    """A piece of a sentence, tokens `first` to `last`. `number` is that of its chunk or verb group, `word` its word in
    lower case (of prepositions, subordinators and wh-words)."""

    kind: Kind
    first: int
    last: int
    number: int = -1
    word: str = ""


def items(
    tags: Sequence[str], words: Sequence[str], groups: Sequence[VerbGroup], phrases: Sequence[Chunk]
) -> tuple[Item, ...]:
    """The items of a sentence, from left to right."""
    verbs = {group.first: (number, group) for number, group in enumerate(groups)}
    nouns = {chunk.first: (number, chunk) for number, chunk in reversed(list(enumerate(phrases)))}
    found = []
    i = 0
    while i < len(tags):
        if i in verbs:
            number, group = verbs[i]
            found.append(Item("verb", i, group.last, number))
        elif i in nouns:
            number, chunk = nouns[i]
            found.append(Item("np", i, chunk.last, number))
        else:
            kind = "prep" if tags[i] == "RP" and i + 1 in nouns else _kind(tags[i], words[i])
            found.append(Item(kind, i, i + 1, word=words[i]))
        i = found[-1].last
    return tuple(found)


def _kind(tag: str, word: str) -> Kind:
    """The kind of a token outside noun phrases and verb groups."""
    if word in _QUOTES:
        return "quote"
    if tag in ("IN", "TO") or word in PREPOSITIONS:
        return "subordinator" if word in _SUBORDINATORS else "prep"
    if tag in ("WDT", "WP", "WRB", "WP$"):
        return "wh"
    if tag == "CC":
        return "and"
    if tag == "," or word == ",":
        return "comma"
    if word in _STOPS:
        return "stop"
    if tag in ("-LRB-", "-RRB-") or word in "()[]":
        return "bracket"
    return "adverb" if tag[:2] == "RB" or tag == "RP" else "other"


def with_clauses(found: Sequence[Item], groups: Sequence[VerbGroup]) -> tuple[Item, ...]:
    """The items with those prepositions made subordinators that open a finite clause ("after talks failed")."""
    result = list(found)
    for i, item in enumerate(found):
        if item.kind == "prep" and item.word in _MAY_SUBORDINATE and _opens_clause(found, groups, i):
            result[i] = msgspec.structs.replace(item, kind="subordinator")
    return tuple(result)


def _opens_clause(found: Sequence[Item], groups: Sequence[VerbGroup], i: int) -> bool:
    """True where a noun phrase and then, past its attributes, a finite verb follow before any comma, and that verb has
    no subject before the preposition ("talks after midnight failed")."""
    if i + 1 >= len(found) or found[i + 1].kind != "np" or _waiting_subject(found, groups, i):
        return False
    for item in found[i + 2 : i + 9]:
        if item.kind == "verb" and groups[item.number].form == "finite":
            return True
        if item.kind not in ("np", "prep", "adverb", "verb", "quote", "bracket"):
            return False
    return False


def _waiting_subject(found: Sequence[Item], groups: Sequence[VerbGroup], i: int) -> bool:
    """True where a noun phrase before item `i` has no finite verb yet."""
    seen = False
    for item in reversed(found[:i]):
        if item.kind == "verb" and groups[item.number].form == "finite":
            return False
        if item.kind in ("comma", "stop", "subordinator", "and", "wh"):
            return seen
        seen = seen or item.kind == "np"
    return seen
