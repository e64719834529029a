"""Correction: what a person says against a reading, or for it, and where in a report it holds."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.actor import Actor
from onrecord.schema.span import Spans
from onrecord.schema.time import When

Action = Literal["accept", "reject", "merge", "split", "re-date", "re-attribute", "undo"]
AnchorKind = Literal["event", "statement"]
Voice = Literal["actor", "unnamed", "outlet"]


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a report's reading, by what stays when the report is read anew and ids change.

    `spans` are the predicate of an event or the content of a statement, `text` the words there; `type` is the event's
    type ("CONSULT") or the statement's stance ("denies").
    """

    report: str
    kind: AnchorKind
    spans: Spans
    text: str
    type: str


class Correction(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="correction"):
    """One correction of a record. It is never changed nor taken away: an `undo` is a correction too.

    `id` is "c1", "c2" ... in the order in which corrections were made; of two that contradict each other the later
    counts. What it does to the rows at its `anchors`:

    - `accept`: they are right, their confidence is 1. `reject`: they are no events.
    - `merge`: they tell of one event. `split`: they tell of another event than those at `rest`.
    - `re-date`: the event takes place at `time`, None for a time that is not known.
    - `re-attribute`: it is told on the word of `actor` (with its `actor_id`), where `voice` is "actor"; of somebody
      whom nobody names ("unnamed"); of the outlet itself ("outlet").
    - `undo`: the correction `undoes` does not count.

    `by`, `why` and `on` (an ISO day) are what its author says of it. `noted` is the moment of storing, which like
    `added` of a report differs from run to run and changes nothing.
    """

    id: str = ""
    action: Action
    anchors: tuple[Anchor, ...] = ()
    rest: tuple[Anchor, ...] = ()
    time: When | None = None
    voice: Voice | None = None
    actor_id: str | None = None
    actor: Actor | None = None
    undoes: str | None = None
    by: str
    why: str
    on: str | None = None
    noted: str | msgspec.UnsetType = msgspec.UNSET


class Reviewed(msgspec.Struct, frozen=True, kw_only=True):
    """A correction as it stands: `undone` where a later one undoes it, `missing` the anchors that it no longer finds.

    One that finds none of its anchors does nothing; it is kept, and counts again where a later reading has them again.
    """

    correction: Correction
    undone: bool = False
    missing: tuple[Anchor, ...] = ()

    @property
    def orphaned(self) -> bool:
        """True where an anchor is missing of a correction that counts."""
        return bool(self.missing) and not self.undone
