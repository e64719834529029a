"""Relatives: "who" and "which" stand for those right before them ("the mayor, who resigned")."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors.discourse import Candidate, Seen
from onrecord.actors.found import Line

_PERSONS = frozenset(["person", "role", "group"])
_BODIES = frozenset(["organization", "country", "outlet", "group"])
_TAGS = frozenset(["WP", "WDT", "WP$"])
_WHO = frozenset(["who", "whom", "whose"])


def tokens(line: Line) -> Iterator[int]:
    """The relative pronouns of a sentence."""
    if not _TAGS.isdisjoint(line.labels.tags):
        yield from (i for i, tag in enumerate(line.labels.tags) if tag in _TAGS and line.words[i].lower() in _ALL)


_ALL = _WHO | {"which"}


def antecedent(line: Line, token: int, seen: Seen) -> Candidate | None:
    """The candidate that ends right before a relative pronoun, the longest of several."""
    end = token - 1 if token and line.words[token - 1] == "," else token
    kinds = _PERSONS if line.words[token].lower() in _WHO else _BODIES
    fits = [c for c in seen.on(line.number) if c.last == end and c.kind in kinds]
    return min(fits, key=lambda c: c.first) if fits else None
