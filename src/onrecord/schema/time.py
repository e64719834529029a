"""TimeExpression and When: the words that tell a time, and the time that they tell."""

from __future__ import annotations

from typing import Literal

import msgspec

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal["year", "quarter", "month", "week", "day", "hour", "minute", "second"]


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 value (Pustejovsky et al. 2003; ISO 24617-1).

    `value` is like "2023-09-04", "2023-W35", "2023-07", "P3D" or "PRESENT_REF". `from_` and `to` are the same as a
    half-open interval of ISO dates or date-times; None for bare durations and sets, one of them None for an open end.
    `rule` names what decided (for a weekday, say, the direction); `alternatives` are other values it could have;
    `ambiguous` is true where one of them is as good.
    """

    id: str
    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    precision: Precision | None = None
    rule: str
    alternatives: tuple[str, ...] = ()
    ambiguous: bool = False


class When(msgspec.Struct, frozen=True, kw_only=True):
    """The time of an event or a statement: a TIMEX3 value, or two of them ("2023-09-10/2023-09-13", last day
    included), and the same as a half-open interval."""

    value: str
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    precision: Precision | None = None
