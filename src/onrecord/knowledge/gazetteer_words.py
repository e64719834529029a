"""The words around a capitalised name that decide whether it is a place: titles, bodies, heads, common words."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import msgspec

from onrecord.knowledge.rows import packaged, rows

_TABLE = "gazetteer_words.tsv"


class PlaceWords(msgspec.Struct, frozen=True):
    """The classes of `gazetteer_words.tsv`, each a set of folded words; the file's head says what each is for."""

    function: frozenset[str]
    title: frozenset[str]
    body: frozenset[str]
    outlet: frozenset[str]
    head: frozenset[str]
    near: frozenset[str]
    direction: frozenset[str]
    orgof: frozenset[str]
    never: frozenset[str]
    word: frozenset[str]
    name: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The packaged table. Raises KnowledgeError where a row names no known class."""
    found = defaultdict[str, set[str]](set)
    for row in rows(_TABLE, packaged(_TABLE), 2):
        word, kind = row.cells
        if kind not in PlaceWords.__struct_fields__:
            raise row.error(f"unknown class {kind!r}")
        found[kind].add(word)
    return PlaceWords(**{kind: frozenset(found[kind]) for kind in PlaceWords.__struct_fields__})
