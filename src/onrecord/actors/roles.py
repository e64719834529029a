"""Roles: when two words for a role mean the same one, and who of the tables is called by a role and a surname."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.actors.found import Phrase
from onrecord.knowledge import actors as tables
from onrecord.knowledge import offices
from onrecord.knowledge.rows import packaged, rows

_WOMAN = re.compile(r"(?:woman|person)$")
_SECOND = ("vice ", "deputy ", "assistant ", "former ")
_WHOLE = frozenset(
    ["prime minister", "attorney general", "secretary general", "director general", "consul general", "chief of staff"]
)


@lru_cache(maxsize=8192)
def same_role(one: str, other: str) -> bool:
    """True where one role is the other, or its last word ("foreign minister", "minister"), but for those that are
    never called by it: "the minister" is no prime minister, "the president" no vice president."""
    one, other = (_WOMAN.sub("man", offices.plain(role)) for role in (one, other))
    if one == other:
        return True
    whole = one in _WHOLE or other in _WHOLE or one.startswith(_SECOND) or other.startswith(_SECOND)
    return not whole and (one.rpartition(" ")[2] == other or other.rpartition(" ")[2] == one)


def in_office(phrase: Phrase) -> str | None:
    """The one person of the tables with a surname who held, on the day of the report, the office before it."""
    if phrase.role is None or phrase.line.setting.on is None or phrase.other:
        return None
    held = [id_ for id_ in tables.load().surname(phrase.name) if _holds(phrase, phrase.role, id_)]
    return held[0] if len(held) == 1 else None


def _holds(phrase: Phrase, role: str, id_: str) -> bool:
    entry = phrase.line.known(id_)
    if entry is None or entry.office is None or phrase.country not in (None, entry.country):
        return False
    return same_role(offices.plain(entry.office.partition(" of ")[0]), role)


@cache
def _role_kinds() -> dict[str, frozenset[str]]:
    table = rows("role_kinds.tsv", packaged("role_kinds.tsv"), 2)
    return {row.cells[0]: frozenset(row.cells[1].split("|")) for row in table}


def is_kind(role: str, noun: str) -> bool:
    """True where a general noun is said of a role: "the leader" of a president."""
    kinds = _role_kinds().get(noun, frozenset())
    return role in kinds or role.rpartition(" ")[2] in kinds
