"""Unions: sets that grow together (a disjoint-set forest), each named by its first member."""

from __future__ import annotations

from collections.abc import Iterable


class Unions:
    """Disjoint sets of ids. The root of a set is the member that stood first in the order given."""

    def __init__(self, members: Iterable[str]) -> None:
        self._parents = {member: member for member in members}
        self._ranks = {member: rank for rank, member in enumerate(self._parents)}

    def root(self, member: str) -> str:
        """The first member of the set that holds this one."""
        path = []
        while (parent := self._parents[member]) != member:
            path.append(member)
            member = parent
        for step in path:
            self._parents[step] = member
        return member

    def join(self, first: str, second: str) -> None:
        """Makes one set of the two that hold these members."""
        roots = sorted((self.root(first), self.root(second)), key=self._ranks.__getitem__)
        self._parents[roots[1]] = roots[0]

    def sets(self) -> tuple[tuple[str, ...], ...]:
        """All sets, each in the order given, by their first members."""
        members: dict[str, list[str]] = {}
        for member in self._parents:
            members.setdefault(self.root(member), []).append(member)
        return tuple(tuple(group) for group in members.values())
