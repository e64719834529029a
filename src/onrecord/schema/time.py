"""TimeExpression and When: the words that tell a time, and the time that they tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Self, get_args

import msgspec

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal["year", "quarter", "month", "week", "day", "hour", "minute", "second"]
TieKind = Literal["phrase", "noun", "governor", "clause", "caption", "sentence", "narrative", "offset"]


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


class Dated(When, frozen=True, kw_only=True):
    """The time of an event or a statement in one report, with what it rests on.

    `expressions` are the ids of the time expressions (two for a range). `tie` tells how they belong to it: `phrase` (a
    phrase of the predicate: "met on Monday", "Monday's talks"), `noun` (of an event noun that dates it: "killed in an
    attack on Monday"), `governor` (of the verb that governs it: "held talks on Monday"), `clause` (of a clause of the
    same time: "arrived on Monday and left"), `caption` (the day of a picture), `sentence` (of a statement: of its
    sentence, and of nothing else in it), `narrative` (told before in the paragraph), `offset` (counted from that of
    another: "signed on Monday, two days after the raid").
    """

    expressions: tuple[str, ...] = ()
    tie: TieKind | None = None

    @classmethod
    def of(cls, times: Sequence[TimeExpression], tie: TieKind) -> Self:
        """A time, or the range between two, so tied."""
        first, last = times[0], times[-1]
        precisions = [time.precision for time in times if time.precision]
        return cls(
            value="/".join(time.value for time in times),
            from_=first.from_,
            to=last.to,
            precision=min(precisions, key=get_args(Precision).index, default=None),
            expressions=tuple(time.id for time in times),
            tie=tie,
        )

    @property
    def plain(self) -> When:
        """The time without what it rests on in its report."""
        return When(value=self.value, from_=self.from_, to=self.to, precision=self.precision)
