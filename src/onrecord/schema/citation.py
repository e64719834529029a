"""Citation: what a footnote needs of one report's telling of an event."""

from __future__ import annotations

import msgspec

from onrecord.schema.event import Status


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """Who says it (names, empty for the outlet's own voice), by way of whom, the sentence, and where it stands.

    `status` is what this report tells, which may differ from the event's own.
    """

    event: str
    report: str
    status: Status
    speakers: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    text: str
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
