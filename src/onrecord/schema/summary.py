"""What the record tells of its own work: what was added, read again, found."""

from __future__ import annotations

import msgspec

from onrecord.schema.reading import Unread
from onrecord.schema.span import Span


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a long work is: `done` items, of which `failed`; `item` is the id of the latest."""

    done: int
    failed: int
    item: str | None


class AddSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What `Record.add` did: ids of new reports, of those already there, of new versions (`ID~2`), and what failed."""

    new: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    failed: tuple[Unread, ...] = ()


class RowChange(msgspec.Struct, frozen=True, kw_only=True):
    """How many rows of one kind (times, places, mentions, statements, events) a re-read added and removed."""

    kind: str
    added: int
    removed: int


class RereadSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What `Record.reread` did: ids of the reports read again, those of them whose rows changed, and how."""

    reread: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    changes: tuple[RowChange, ...] = ()
    failed: tuple[Unread, ...] = ()


class SearchHit(msgspec.Struct, frozen=True, kw_only=True):
    """A report that a search found. `snippet` is a stretch of its title or text, `marks` the words found in it."""

    report: str
    outlet: str | None
    published: str | None
    title: str | None
    snippet: str
    marks: tuple[Span, ...]


class CheckSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What `Record.check` looked at, and each problem as a sentence; no problem, no sentence."""

    reports: int
    readings: int
    derived: int
    problems: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """True where nothing is wrong."""
        return not self.problems
