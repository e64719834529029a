"""Tally: what an `add` has done so far."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.schema.reading import Unread
from onrecord.schema.summary import AddSummary, Progress
from onrecord.store.store import Stored


class Tally:
    """Counts what was stored and what failed, and tells about each item as it is done."""

    def __init__(self, on_progress: Callable[[Progress], None] | None) -> None:
        self.new: list[str] = []
        self.unchanged: list[str] = []
        self.versions: list[str] = []
        self.failed: list[Unread] = []
        self._on_progress = on_progress

    def count(self, stored: Stored) -> None:
        """Counts an article that is in the record."""
        fates = {"new": self.new, "unchanged": self.unchanged, "version": self.versions}
        fates[stored.fate].append(stored.id)
        self._tell(stored.id)

    def fail(self, unread: Unread) -> None:
        """Counts an item that could not be read."""
        self.failed.append(unread)
        self._tell(unread.id)

    def summary(self) -> AddSummary:
        """What was done."""
        return AddSummary(
            new=tuple(self.new),
            unchanged=tuple(self.unchanged),
            versions=tuple(self.versions),
            failed=tuple(self.failed),
        )

    def _tell(self, item: str | None) -> None:
        if self._on_progress is not None:
            done = len(self.new) + len(self.unchanged) + len(self.versions) + len(self.failed)
            self._on_progress(Progress(done=done, failed=len(self.failed), item=item))
