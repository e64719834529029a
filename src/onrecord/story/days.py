"""Days: stretches of whole days, which is as fine as events of different reports are compared."""

from __future__ import annotations

from datetime import date
from typing import Self

import msgspec

from onrecord.schema.time import When


class Days(msgspec.Struct, frozen=True, order=True, gc=False):
    """The days from `first` to `end` (exclusive), as ordinals of the proleptic Gregorian calendar."""

    first: int
    end: int

    @classmethod
    def around(cls, day: date, before: int = 0, after: int = 0) -> Self:
        """A day, with so many days before and after it."""
        return cls(day.toordinal() - before, day.toordinal() + after + 1)

    @classmethod
    def of(cls, when: When | None) -> Self | None:
        """The days of a time with both ends known; None for any other."""
        if when is None or when.from_ is None or when.to is None:
            return None
        first, end = ordinal(when.from_), last_ordinal(when.to) + 1
        return cls(first, end) if first < end else None

    def __len__(self) -> int:
        return self.end - self.first

    def overlaps(self, other: Days) -> bool:
        """True where the two share a day."""
        return self.first < other.end and other.first < self.end

    def shared(self, other: Days) -> Days:
        """The days that both have; empty (`first` not before `end`) where there are none."""
        return Days(max(self.first, other.first), min(self.end, other.end))

    def widened(self, days: int) -> Days:
        """With so many more days on both sides."""
        return Days(self.first - days, self.end + days)


def ordinal(moment: str) -> int:
    """The day of an ISO date or date-time, by its own clock."""
    return date.fromisoformat(moment[:10]).toordinal()


def last_ordinal(end: str) -> int:
    """The last day before an exclusive end: the day itself for a clock time after midnight, else the day before."""
    clock = end[11:19].replace(":", "").replace("0", "")
    return ordinal(end) if clock else ordinal(end) - 1


def iso(day: int) -> str:
    """An ordinal as an ISO date."""
    return date.fromordinal(day).isoformat()
