"""Report: one article as a record keeps it."""

from __future__ import annotations

import msgspec


class Report(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="report"):
    """A stored report, as `onrecord export` writes it.

    `id` is the id that came in (`source_id`), or `source_id~2` for a second content under that id. `copy_of` is the id
    of the earliest report with the same text, None where this one is the earliest. `added` is the moment of storing
    (ISO 8601, UTC), the one field that differs from run to run; it is left out where it was not asked for.
    """

    id: str
    source_id: str
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    title: str | None = None
    text: str
    sha256: str
    copy_of: str | None = None
    added: str | msgspec.UnsetType = msgspec.UNSET


class ReportHead(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="head"):
    """What the views need of a report: all but its text."""

    id: str
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    title: str | None = None
    copy_of: str | None = None


class ReportText(msgspec.Struct, frozen=True, kw_only=True):
    """A report as far as copies are concerned. Other texts with its `source_id` or `url` are versions of its page."""

    id: str
    source_id: str
    url: str | None = None
    published: str | None = None
    text: str
