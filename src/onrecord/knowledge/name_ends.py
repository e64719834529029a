"""The words that end names of places and bodies ("Jerusalem Post", "Gaza Strip"), and what a name is with them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onrecord.knowledge.rows import packaged, rows

_TABLE = "name_ends.tsv"
_KINDS = {"ORG": "ORG", "LOC": "LOC", "-": None}


@cache
def name_ends() -> Mapping[str, str | None]:
    """What a name is with each word at its end; None where it stays what it was.

    Raises KnowledgeError where a row names no known kind.
    """
    found: dict[str, str | None] = {}
    for row in rows(_TABLE, packaged(_TABLE), 2):
        word, kind = row.cells
        if kind not in _KINDS:
            raise row.error(f"unknown kind {kind!r}")
        found[word] = _KINDS[kind]
    return found
