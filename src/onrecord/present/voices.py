"""Voices: on whose word something is told, as a chain in words ("according to the Coast Herald, citing officials")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.present.names import lowered, parties, party
from onrecord.present.words import line
from onrecord.schema.actor import Actor
from onrecord.schema.event import Status
from onrecord.schema.reading import Reading
from onrecord.schema.span import words
from onrecord.schema.statement import Stance, Statement

_RELATIVE = re.compile(r"(?:^|(?<=\w),? )(?:who|which|that)$", re.IGNORECASE)
_PRONOUNS = frozenset(["he", "she", "it", "they"])
OWN_WORD = "told by the report itself"
NOBODY = "naming no source"
_BY: dict[Stance, str] = {
    "confirms": "confirmed by",
    "denies": "denied by",
    "retracts": "withdrawn by",
    "does_not_confirm": "not confirmed by",
    "declines_to_comment": "without comment from",
}
_FITTING: dict[Stance, frozenset[Status]] = {
    "confirms": frozenset(["happened", "ongoing", "planned", "not_happened"]),
    "denies": frozenset(["denied"]),
    "retracts": frozenset(["denied"]),
    "does_not_confirm": frozenset(["possible"]),
    "declines_to_comment": frozenset(["possible"]),
}
"""The statuses at which the stance of a statement is also its stance to the event."""


def speaker(statement: Statement, actors: Mapping[str, Actor], text: str) -> str | None:
    """Who makes a statement: names, or the words of the report for those who have none; None where nobody is told."""
    known = [actors[key] for key in statement.source.actors if key in actors]
    named = [actor.name for actor in known if not actor.local]
    if named and len(named) == len(known):
        return parties(named)
    words = source_words(statement, text)
    if known and words.lower() in _PRONOUNS:
        return parties([_told(actor) for actor in known])
    return lowered(words) or parties([actor.name for actor in known]) or None


def _told(actor: Actor) -> str:
    """An actor as a report speaks of him a second time: "the Iranian official"."""
    role = actor.local and actor.kind == "role" and not actor.name.lower().startswith(("a ", "an ", "the "))
    return f"the {actor.name}" if role else actor.name


def source_words(statement: Statement, text: str) -> str:
    """The words of the report for who speaks, without the "who" that stands for them."""
    return _RELATIVE.sub("", line(words(text, statement.source.spans)))


def between(statement: Statement, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Those between the speaker and the article, the nearest to the article first."""
    names = (party(actors[key].name) if key in actors else key for key in reversed(statement.via))
    return tuple(dict.fromkeys(names))


def voice(statement: Statement | None, status: Status, reading: Reading) -> str:
    """On whose word an event is told: "according to A, citing B", "denied by B, according to A"."""
    if statement is None:
        return OWN_WORD
    text = reading.article.text
    who = speaker(statement, reading.actors, text)
    chain = tuple(name for name in between(statement, reading.actors) if name != who)
    if who is None:
        cue = line(words(text, statement.cue))
        said = f"{NOBODY} (“{cue}”)" if cue else NOBODY
        return f"{according(chain)}, {said}" if chain else said
    return attributed(who, chain, statement.stance, status)


def attributed(who: str, chain: tuple[str, ...], stance: Stance, status: Status) -> str:
    """A speaker with his stance to an event, and those through whom it is known, the nearest to the article first.

    A denial may name what it does not deny ("denied that they fired on the boat that they had seized").
    """
    if status not in _FITTING.get(stance, ()):
        return according((*chain, who))
    answer = f"{_BY[stance]} {who}"
    return f"{answer}, {according(chain)}" if chain else answer


def according(chain: tuple[str, ...]) -> str:
    """A chain of sources, the nearest to the article first."""
    return "according to " + ", citing ".join(chain)
