"""Parties: how alike those are whom two tellings name, and by what tellings of the same parties are found."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import msgspec

from onrecord.story.tellings import Party, Telling

SAME = 3
"""The same person or body, or unnamed people described in the same three words ("nine Bolivian ferry workers")."""
STATE = 2
"""The same state, or a state and who acts for it (Norway and its foreign minister)."""
COLLEAGUES = 1
"""Two who act for one state (a minister and a ministry), or unnamed people described in the same two words."""

MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types in which it matters little who is named first: who visits meets, and is received."""


class Sides(msgspec.Struct, frozen=True):
    """How alike two tellings are on the side on which they are more so, and on the other; `open` where at least one
    names nobody on that other side, `bare` where neither does."""

    more: int
    less: int
    open: bool
    bare: bool


def likeness(first: Party, second: Party) -> int:
    """How alike two parties are, 0 for not at all. Two persons by name are two, whatever state they act for."""
    if first.id == second.id and not first.local:
        return STATE if first.kind == "country" else SAME
    if first.local and second.local and first.noun == second.noun and (common := len(first.words & second.words)) >= 2:
        return SAME if common >= 3 else COLLEAGUES
    if not first.state or not second.state or first.country is None or first.country != second.country:
        return 0
    if first.kind == second.kind == "person" and not first.local and not second.local:
        return 0
    return STATE if "country" in {first.kind, second.kind} else COLLEAGUES


def compared(first: Telling, second: Telling) -> Sides:
    """How alike the parties of two tellings are. Of mutual events those most alike are one side, the next the other."""
    if mutual(first, second):
        return compared_as_one(first.parties, second.parties)
    actors, recipients = likest(first.actors, second.actors), likest(first.recipients, second.recipients)
    if actors >= recipients:
        return sides(actors, recipients, first.recipients, second.recipients)
    return sides(recipients, actors, first.actors, second.actors)


def compared_as_one(one: tuple[Party, ...], other: tuple[Party, ...]) -> Sides:
    """The same for the parties of mutual events."""
    levels = [(level, left.id, right.id) for left, right in product(one, other) if (level := likeness(left, right))]
    if not levels:
        return Sides(0, 0, False, False)
    more, left_id, right_id = max(levels)
    rest = tuple(party for party in one if party.id != left_id), tuple(p for p in other if p.id != right_id)
    return sides(more, likest(*rest), *rest)


def sides(more: int, less: int, one: tuple[Party, ...], other: tuple[Party, ...]) -> Sides:
    """The sides, of which the less alike has these parties."""
    return Sides(more, less, not one or not other, not one and not other)


def likest(one: Iterable[Party], other: Iterable[Party]) -> int:
    """How alike the two parties are that are most so."""
    return max((likeness(*pair) for pair in product(one, other)), default=0)


def mutual(first: Telling, second: Telling) -> bool:
    """True where sides do not matter."""
    return first.event.type in MUTUAL or first.event.reciprocal or second.event.reciprocal


def party_points(first: Telling, second: Telling) -> int:
    """From 3, where both sides are the same, to 1, where one is and the other is left open; 0 where one is not."""
    found = compared(first, second)
    if found.less:
        return (found.more + found.less + 1) // 2
    return 1 if (found.bare and found.more) or (found.open and found.more >= STATE) else 0


def names(party: Party) -> frozenset[str]:
    """The id of a party that another report can name too."""
    return frozenset() if party.local else frozenset([party.id])


def signs(party: Party) -> frozenset[str]:
    """What else two parties that are alike have in common: their state, or a word of their description."""
    state = [f"state {party.country}"] if party.state and party.country else []
    return frozenset((*state, *(f"~{word}" for word in party.words)))
