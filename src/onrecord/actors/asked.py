"""Asked: a pronoun of which it is asked for whom it stands, and who agrees with it in number, gender and kind."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from onrecord.actors.discourse import Candidate
from onrecord.actors.found import Gender, Line

GENDERS: dict[str, Gender] = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
THINGS = frozenset(["it", "its", "itself"])
PLURALS = frozenset(["they", "their", "them", "themselves", "theirs"])
BODIES = frozenset(["organization", "country", "outlet", "group"])
PERSONS = frozenset(["person", "role"])
Unit = tuple[Candidate, ...]
"""Whoever a pronoun may stand for: one candidate, or several together."""


class Asked(msgspec.Struct, frozen=True):
    """A pronoun: where it stands, the genders of those named so far, sure or only likely by the sound of a name, and
    who speaks it, if anybody does."""

    line: Line
    token: int
    genders: Mapping[str, Gender]
    leanings: Mapping[str, Gender]
    speaker: str | None
    quoted: bool

    @property
    def word(self) -> str:
        return self.line.words[self.token].lower()


def agrees(asked: Asked, candidate: Candidate) -> bool:
    """True for one candidate whom the pronoun fits in number, gender and kind; an unknown gender fits."""
    word = asked.word
    if candidate.plural or len(candidate.ids) > 1 or candidate.said:
        return False
    if word in GENDERS:
        wanted = GENDERS[word]
        told = asked.genders.get(candidate.id, candidate.gender) or asked.leanings.get(candidate.id)
        return candidate.kind in PERSONS and told in (None, wanted)
    return candidate.kind in BODIES
