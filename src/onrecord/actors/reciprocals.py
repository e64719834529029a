"""Reciprocals: "each other" and "one another" stand for those who are the subject beside them."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors.discourse import Candidate, Seen
from onrecord.actors.found import Line
from onrecord.actors.groups import runs

_PAIRS = frozenset([("each", "other"), ("one", "another")])


def tokens(line: Line) -> Iterator[range]:
    """The tokens of "each other" and "one another" in a sentence."""
    for i in range(1, len(line.words) - 1):
        if line.lower[i : i + 2] in _PAIRS:
            yield range(i, i + 2)


def antecedents(line: Line, first: int, seen: Seen) -> tuple[Candidate, ...]:
    """Those who are together the subject nearest before; () where it is one alone or nobody is sure."""
    here = [c for c in seen.on(line.number) if c.last <= first]
    subjects = [s for s in line.subjects if s.last <= first]
    if not subjects:
        return ()
    nearest = max(subjects, key=lambda s: s.last)
    inside = [c for c in here if nearest.first <= c.first and c.last <= max(nearest.last, _reach(line, nearest.last))]
    joined = [one for one in runs(inside, line) if one[0].kind == one[-1].kind or len(one) > 1]
    if joined:
        return max(joined, key=len)
    several = [c for c in inside if c.plural or len(c.ids) > 1]
    return (several[0],) if len({c.ids for c in several}) == 1 else ()


def _reach(line: Line, last: int) -> int:
    """Where the names after a subject that belong to it end: "[Mali] and Niger accused each other"."""
    while last + 1 < len(line.words) and line.lower[last] in ("and", ","):
        chunk = line.chunk_from(last + 1)
        if chunk is None:
            break
        last = chunk.last
    return last
