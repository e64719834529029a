"""Differences: which rows of two readings of one report are not in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from onrecord.schema.reading import Reading
from onrecord.schema.summary import RowChange

KINDS = ("times", "places", "mentions", "statements", "events")
NUMBERING = frozenset({"id", "statement", "same_as", "within"})
"""Fields that hold ids of rows: a new row before it renumbers a row, and does not change it."""


def differences(old: Reading, new: Reading) -> tuple[RowChange, ...]:
    """How many rows of each kind the new reading has and the old has not, and the other way round; changed kinds
    only. A row that changed counts as one added and one removed."""
    return tuple(change for kind in KINDS if (change := difference(kind, old, new)).added or change.removed)


def difference(kind: str, old: Reading, new: Reading) -> RowChange:
    """The same for one kind of rows."""
    before, after = (Counter(map(content, getattr(reading, kind))) for reading in (old, new))
    return RowChange(kind=kind, added=(after - before).total(), removed=(before - after).total())


def content(row: msgspec.Struct) -> bytes:
    """A row without its place in the numbering."""
    fields = {name: value for name, value in msgspec.structs.asdict(row).items() if name not in NUMBERING}
    return msgspec.json.encode(fields)


def summed(changes: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """The changes of several reports together, by kind."""
    every = tuple(changes)
    return tuple(
        RowChange(
            kind=kind,
            added=sum(change.added for change in every if change.kind == kind),
            removed=sum(change.removed for change in every if change.kind == kind),
        )
        for kind in KINDS
        if any(change.kind == kind for change in every)
    )
