"""Known: what earlier stages have found in an article, and quick ways to ask it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import groupby

import msgspec

from onrecord.schema.actor import Actor, Mention
from onrecord.schema.place import Place, PlaceMention
from onrecord.schema.statement import Statement
from onrecord.schema.tie import Tie
from onrecord.schema.time import TimeExpression


class Known(msgspec.Struct, frozen=True, dict=True):
    """Times with their ties, places, actors and statements of one article."""

    times: tuple[TimeExpression, ...]
    ties: tuple[Tie, ...]
    places: tuple[PlaceMention, ...]
    gazetteer: Mapping[str, Place]
    mentions: tuple[Mention, ...]
    actors: Mapping[str, Actor]
    statements: tuple[Statement, ...]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    def mentions_at(self, position: int) -> list[Mention]:
        """The resolved mentions that cover a character, the longest first."""
        last = bisect_right(self._mention_starts, position)
        near = self.mentions[max(0, last - 8) : last]
        found = [m for m in near if position < m.end and m.actor is not None and not _is_beside(m, position)]
        return sorted(found, key=lambda mention: mention.start - mention.end) if len(found) > 1 else found

    def mentions_within(self, start: int, end: int) -> list[Mention]:
        """The resolved mentions that lie within a range of characters, in order."""
        first = bisect_right(self._mention_starts, start - 1)
        last = bisect_right(self._mention_starts, end)
        return [m for m in self.mentions[first:last] if m.actor is not None and m.start >= start and m.end <= end]

    @cached_property
    def times_by_id(self) -> dict[str, TimeExpression]:
        return {time.id: time for time in self.times}

    @cached_property
    def ties_in(self) -> Mapping[int, tuple[Tie, ...]]:
        """The ties by the number of their sentence."""
        groups = groupby(self.ties, key=lambda tie: tie.sentence)
        return {sentence: tuple(found) for sentence, found in groups}

    @cached_property
    def in_time(self) -> frozenset[int]:
        """The characters that a time expression covers."""
        return frozenset(i for time in self.times for i in range(time.start, time.end))

    @cached_property
    def time_ends(self) -> dict[int, int]:
        """Where the time expression ends that begins at a character."""
        return {time.start: time.end for time in reversed(self.times)}

    @cached_property
    def in_place(self) -> frozenset[int]:
        """The characters that a place mention covers."""
        return frozenset(i for place in self.places for i in range(place.start, place.end))

    @cached_property
    def in_cue(self) -> frozenset[int]:
        """The characters that the cue of a statement covers."""
        return frozenset(i for said in self.statements for span in said.cue for i in range(span.start, span.end))

    @cached_property
    def country_actors(self) -> dict[str, str]:
        """The actor ids of the states that the article names, by alpha-3 code."""
        return {a.country: key for key, a in self.actors.items() if a.kind == "country" and a.country}


def _is_beside(mention: Mention, position: int) -> bool:
    """True for a word that only tells whose a person is: "a leader of [the party]" is not the party."""
    before = mention.text[: position - mention.start]
    return mention.how == "role" and (" of " in before or " for " in before)


def innermost(statements: Sequence[Statement], position: int) -> Statement | None:
    """The innermost statement whose content covers a character: of those that do, the one within most others, then the
    one with the shortest content."""
    found = [s for s in statements if any(span.start <= position < span.end for span in s.content)]
    if not found:
        return None
    by_id = {s.id: s for s in statements}
    return min(found, key=lambda s: (-_depth(s, by_id), sum(span.end - span.start for span in s.content)))


def _depth(statement: Statement, by_id: Mapping[str, Statement]) -> int:
    depth = 0
    outer = statement.within
    while outer is not None and depth < 10:
        depth += 1
        outer = by_id[outer].within if outer in by_id else None
    return depth
