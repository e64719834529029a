"""Story: the reports on one developing situation, over days and weeks."""

from __future__ import annotations

from typing import Literal

import msgspec

LinkKind = Literal["copy", "event", "parties"]
"""`copy`: one text. `event`: both tell of one event. `parties`: both tell of the same two sides, a few days apart."""


class StoryLink(msgspec.Struct, frozen=True, kw_only=True):
    """Why a report belongs to a story: what it has in common with another, of a copy its original, else an earlier one.

    `by` is the event's id for an `event`, the ids of the two sides (states, or actors by name) for `parties`, and empty
    for a `copy`.
    """

    report: str
    to: str
    kind: LinkKind
    by: tuple[str, ...] = ()


class Story(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="story"):
    """Two reports or more that belong together.

    `id` is that of the earliest report, by publication and then id, and `name` that report's title, or the words of
    the first event where it has none: neither changes as later reports come. `from_` and `to` are the first and the
    last day of publication. `links` are those that join the reports, one fewer than these.
    """

    id: str
    name: str
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    reports: tuple[str, ...]
    links: tuple[StoryLink, ...] = ()


class StoryReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report of a story as it is listed: `to`, `kind` and `by` (names, or an event's id) as in its link; None for the
    first report, and for one to which only later ones are tied."""

    report: str
    outlet: str | None
    published: str | None
    title: str | None
    to: str | None = None
    kind: LinkKind | None = None
    by: tuple[str, ...] = ()


class StoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """A story as it is listed, with its reports by publication."""

    story: str
    name: str
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    reports: tuple[StoryReport, ...]
