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
    word = line.words[token].lower()
    kinds = _BODIES if word == "which" else _PERSONS | _BODIES if word == "whose" else _PERSONS
    fits = [c for c in seen.on(line.number) if c.last == end and c.kind in kinds]
    if line.words[token].lower() == "which" and (noun := _noun(line, token)) is not None:
        fits = [c for c in fits if c.first <= noun < c.last]
    return min(fits, key=lambda c: c.first) if fits else None


def _noun(line: Line, token: int) -> int | None:
    """The noun on which the clause of a relative pronoun hangs."""
    arcs = line.labels.arcs
    verb = arcs[token].head if arcs else token
    return arcs[verb].head if arcs and arcs[verb].relation == "acl:relcl" and arcs[verb].head < token else None
