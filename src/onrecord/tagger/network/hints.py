"""Hints: what the tables of knowledge say of the words of a paragraph, for the part of the network that names.

The encoder is small and uncased: it has not heard of every body, town and given name. Nothing is decided here; the
names graph weighs the hints beside the states of the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.knowledge import actors
from onrecord.knowledge.gazetteer import acronym, fold, gazetteer
from onrecord.knowledge.gazetteer_words import place_words
from onrecord.knowledge.names import plain
from onrecord.tagger.network.decode import Labelled

_ACTORS = {"person": "person", "country": "state"}
_CLASSES = ("function", "title", "body", "outlet", "head", "near", "direction", "never", "word", "name")
_WIDE = frozenset(("country", "capital", "region", "sea", "area"))
_SIZES = ((100_000, "city"), (10_000, "town"), (0, "village"))
_LONGEST_PLACE = 4
_LONGEST_ACRONYM = 4

HINTS = (
    *(f"{mark} {kind}{doubt}" for kind in ("person", "body", "state") for doubt in ("", "?") for mark in "BI"),
    *("given name", "given name?", "surname", "honorific"),
    *(f"{mark} {size}" for size in ("wide", "city", "town", "village") for mark in "BI"),
    *("acronym of a place", "capitals", "first"),
    *_CLASSES,
)
"""What a hint can be. B and I: the first word of a known name and those after it; a name with "?" is often something
else. `capitals` is the share of the paragraph's words that begin with one, `first` the first word of a sentence, the
last ten are the classes of `gazetteer_words.tsv`."""

_COLUMN = {name: i for i, name in enumerate(HINTS)}


def hints(words: Sequence[str], starts: Iterable[int]) -> NDArray[np.float32]:
    """The hints of each word (W, len(HINTS)), 0 or 1 but for `capitals`; `starts` are the first words of sentences."""
    found = np.zeros((len(words), len(HINTS)), dtype=np.float32)
    alone = [_alone(word) for word in words]
    rows = [i for i, columns in enumerate(alone) for _ in columns]
    found[rows, [column for columns in alone for column in columns]] = 1
    for name in (*known(tuple(words)), *_places(words)):
        found[name.first, _COLUMN[f"B {name.label}"]] = 1
        found[name.first + 1 : name.last, _COLUMN[f"I {name.label}"]] = 1
    found[list(starts), _COLUMN["first"]] = 1
    found[:, _COLUMN["capitals"]] = _capitals(words)
    return found


def _capitals(words: Sequence[str]) -> float:
    large = [word[0].isupper() for word in words if word[:1].isalpha()]
    return sum(large) / len(large) if large else 0.0


@lru_cache(maxsize=50_000)
def _alone(word: str) -> tuple[int, ...]:
    """The columns of what a word is by itself."""
    table, bare = actors.load(), plain(word)
    given = bare.title() if word.isupper() or word.islower() else bare
    told = list(_classes().get(fold(word), ()))
    if given in table.given_names.genders:
        told.append("given name?" if given in table.given_names.words else "given name")
    if table.surname(word):
        told.append("surname")
    if bare in table.titles:
        told.append("honorific")
    if word.isupper() and len(word) <= _LONGEST_ACRONYM and acronym(word) in gazetteer():
        told.append("acronym of a place")
    return tuple(_COLUMN[name] for name in told)


@cache
def _classes() -> dict[str, list[str]]:
    """The classes of `gazetteer_words.tsv` by word."""
    found: dict[str, list[str]] = {}
    for name in _CLASSES:
        for word in getattr(place_words(), name):
            found.setdefault(word, []).append(name)
    return found


@lru_cache(maxsize=8)
def known(words: tuple[str, ...]) -> tuple[Labelled, ...]:
    """The names of the tables of actors, longest first from the left: person, body or state, with "?" where a name is
    often something else. The last paragraphs are kept, since naming asks again."""
    table, at, found = actors.load(), 0, list[Labelled]()
    while at < len(words):
        naming = table.names.find(words, at)
        if naming:
            actor = table.actors.get(naming.ids[0])
            kind = _ACTORS.get(actor.kind, "body") if actor else "body"
            found.append(Labelled(at, at + naming.length, kind if naming.sure else f"{kind}?"))
        at += naming.length if naming else 1
    return tuple(found)


def _places(words: Sequence[str]) -> Iterator[Labelled]:
    """The names of the gazetteer, in capitals or not, longest first from the left."""
    keys = [_key(word) for word in words]
    at = 0
    while at < len(words):
        place = _place_at(keys, at)
        if place:
            yield place
        at = place.last if place else at + 1


def _place_at(keys: Sequence[str], at: int) -> Labelled | None:
    """The longest place that begins here; `keys` are folded words, empty for what begins with no letter."""
    if not keys[at]:
        return None
    longest = min(_LONGEST_PLACE, len(keys) - at) if _opens(keys[at]) else 1
    for last in range(at + longest, at, -1):
        if keys[last - 1] and (size := _size(" ".join(filter(None, keys[at:last])))):
            return Labelled(at, last, size)
    return None


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    return fold(word) if word[:1].isalpha() else ""


@lru_cache(maxsize=50_000)
def _opens(key: str) -> bool:
    return gazetteer().opens(key)


@lru_cache(maxsize=50_000)
def _size(key: str) -> str | None:
    """How large the largest place of a name is; None where there is none."""
    entries = gazetteer().entries(key)
    if not entries:
        return None
    if any(entry.kind in _WIDE for entry in entries):
        return "wide"
    most = max(entry.population for entry in entries)
    return next(name for least, name in _SIZES if most >= least)
