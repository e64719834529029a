"""Rulings: which tellings people hold to be of one event, and which apart, whatever their words are like."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import combinations, product
from typing import Self

import msgspec

from onrecord.story.unions import Unions


class Ruling(msgspec.Struct, frozen=True):
    """Tellings of `one` event, none of which is of the event that those in `apart` tell of."""

    one: tuple[str, ...]
    apart: tuple[str, ...] = ()

    def among(self, known: Container[str]) -> Self:
        """The ruling for the tellings that there are."""
        return type(self)(
            tuple(name for name in self.one if name in known), tuple(name for name in self.apart if name in known)
        )


class Parted(msgspec.Struct, frozen=True):
    """Pairs of tellings that are of two events."""

    pairs: frozenset[frozenset[str]] = frozenset()

    def hold(self, sets: Unions, first: str, second: str) -> bool:
        """True where the sets of two tellings may not be joined."""
        if not self.pairs:
            return False
        roots = {sets.root(first), sets.root(second)}
        return any({sets.root(member) for member in pair} == roots for pair in self.pairs)

    def joined(self, sets: Unions, first: str, second: str) -> bool:
        """Joins the sets of two tellings where nobody holds them apart; true where that made one of two."""
        if sets.root(first) == sets.root(second) or self.hold(sets, first, second):
            return False
        sets.join(first, second)
        return True


def settle(sets: Unions, rulings: Iterable[Ruling]) -> Parted:
    """Joins what is ruled to be of one event, and tells what is held apart; of two rulings that contradict each
    other, the one that comes first counts."""
    parted = Parted()
    for ruling in rulings:
        found = {
            frozenset(pair) for pair in product(ruling.one, ruling.apart) if sets.root(pair[0]) != sets.root(pair[1])
        }
        parted = Parted(parted.pairs | found)
        for first, second in combinations(ruling.one, 2):
            parted.joined(sets, first, second)
    return parted
