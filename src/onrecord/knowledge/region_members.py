"""Members of regions: of which states a word for a region can be said ("Baltic", "African")."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onrecord.knowledge.rows import packaged, rows

FILE = "region_members.tsv"


def members(word: str) -> frozenset[str]:
    """The codes of the states of a region; none for a word that is none."""
    return load().get(word, frozenset())


@cache
def load() -> Mapping[str, frozenset[str]]:
    """All regions, by the word that tells them."""
    return {row.cells[0]: frozenset(row.cells[1].split()) for row in rows(FILE, packaged(FILE), 2)}
