"""Usual names: a person's name without what another report leaves out of it.

"Paul R. Okello" and "Paul Okello", "Robert S. Marin III" and "Bob Marin" are each one name: middle initials and
numerals come and go between papers, and so do the short forms of given names. "Jr." stays, which tells a son from his
father.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.knowledge.rows import packaged, rows

_TABLE = "short_given_names.tsv"
_INITIAL = re.compile(r"[A-Z]\.?")
_NUMERALS = frozenset(["III", "IV"])
_FEWEST = 2  # words that a name keeps


def usual(name: str) -> str:
    """The name as most reports would write it: given name in full, no middle initials, no numeral."""
    words = without_numeral(name.split())
    if len(words) < _FEWEST:
        return name
    between = [word for word in words[1:-1] if not _INITIAL.fullmatch(word)]
    return " ".join([*full_given(words[:1]), *between, words[-1]])


def without_numeral(words: Sequence[str]) -> Sequence[str]:
    """The words of a name without the number that tells a grandson ("Robert S. Marin III")."""
    return words[:-1] if len(words) > _FEWEST and words[-1] in _NUMERALS else words


def full_given(words: Sequence[str]) -> list[str]:
    """The words of a name, the first in its full form ("Dave Brandt" is "David Brandt")."""
    first = _full_forms().get(words[0].lower()) if words else None
    return [first.capitalize(), *words[1:]] if first is not None else list(words)


@cache
def _full_forms() -> dict[str, str]:
    """The full form of each short form."""
    table = rows(_TABLE, packaged(_TABLE), 2)
    return {short: row.cells[0] for row in table for short in row.cells[1].split()}
