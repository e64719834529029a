"""Plan: something announced, and what became of it."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.brief import EventLine

Outcome = Literal["planned", "postponed", "cancelled", "happened", "overdue", "unknown"]


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A planned event as of a day.

    `announced` is the publication day of the first report of the plan; `expected_from`/`expected_to` the half-open time
    that was last given for it. `outcome` is `planned` while its time has not passed (or none was given), `postponed`
    where it was moved and is still to come, `cancelled` where a later report says that it will not or did not take
    place, `overdue` where its time has passed and no report says what became of it, `unknown` where its time has passed
    and too little is told of it to find its outcome in other reports. `settled` is the day of the report that tells the
    outcome.
    """

    line: EventLine
    announced: str | None
    announced_by: tuple[str, ...]
    expected_from: str | None
    expected_to: str | None
    outcome: Outcome
    settled: str | None = None
