"""OriginTree: the reports behind the number of independent origins of an event, and those that do not count."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.brief import EventLine
from onrecord.schema.event import Status

Taken = Literal["copy", "sentence"]
Uncounted = Literal["denies", "silent", "nobody"]


class OriginTelling(msgspec.Struct, frozen=True, kw_only=True):
    """One report that tells of an event: its sentence, the status it tells, and on whose word (names, the speaker
    first, then those between; empty for the outlet's own voice).

    `taken` is how it has the sentence from the report above it: as a `copy` of that report, or as a long `sentence`
    that two cannot have written apart. `taken_by` are those that have it from this one.
    """

    report: str
    outlet: str | None
    published: str | None
    status: Status
    text: str
    sources: tuple[str, ...] = ()
    taken: Taken | None = None
    taken_by: tuple[OriginTelling, ...] = ()


class OriginBranch(msgspec.Struct, frozen=True, kw_only=True):
    """One independent origin with the reports that have their knowledge from it.

    `speakers` are those who speak with its voice: a minister and his ministry are one origin. `supports` is true where
    it tells the status that the event has.
    """

    id: str
    kind: Literal["outlet", "actor"]
    name: str
    speakers: tuple[str, ...]
    supports: bool
    tellings: tuple[OriginTelling, ...]


class UncountedBranch(msgspec.Struct, frozen=True, kw_only=True):
    """Tellings that are no origin: whoever `denies` it, is `silent` on it (does not confirm it, declines to comment),
    or where `nobody` is named for it."""

    why: Uncounted
    tellings: tuple[OriginTelling, ...]


class OriginTree(msgspec.Struct, frozen=True, kw_only=True):
    """An event as of a day with all its origins, most reports first, and what does not count as one.

    `independent_origins` counts those who tell the status that the event has.
    """

    as_of: str | None
    event: EventLine
    independent_origins: int
    origins: tuple[OriginBranch, ...]
    uncounted: tuple[UncountedBranch, ...] = ()
