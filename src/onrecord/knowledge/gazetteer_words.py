"""The words around a capitalised name that decide whether it is a place: titles, bodies, heads, common words."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import msgspec

from onrecord.knowledge.gazetteer import fold
from onrecord.knowledge.rows import packaged, rows
from onrecord.knowledge.states import parse

_TABLE, _STATES, _NAMES = "gazetteer_words.tsv", "states.tsv", "given_names.tsv"


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
    """The packaged table, with the adjectives and demonyms of states and the given names of persons from theirs.

    Raises KnowledgeError where a row names no known class.
    """
    found = defaultdict[str, set[str]](set)
    for row in rows(_TABLE, packaged(_TABLE), 2):
        word, kind = row.cells
        if kind not in PlaceWords.__struct_fields__:
            raise row.error(f"unknown class {kind!r}")
        found[kind].add(word)
    found["never"] |= _peoples()
    found["name"] |= {fold(name) for row in rows(_NAMES, packaged(_NAMES), 2) for name in row.cells[1].split()}
    return PlaceWords(**{kind: frozenset(found[kind]) for kind in PlaceWords.__struct_fields__})


def _peoples() -> set[str]:
    """Adjectives and demonyms that are no state's name as well ("Russian", "Briton", not "Hong Kong" or "UAE")."""
    table = parse(packaged(_STATES))
    states = {fold(name) for state in table.states.values() for name in (state.name, *state.names)}
    words = {word for word in (*table.adjectives, *table.demonyms) if not word.isupper()}
    return {fold(word) for word in words} - states
