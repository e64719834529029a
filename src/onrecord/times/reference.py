"""Reference: from where an expression is counted, and the answer that comes of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from onrecord.schema.time import Precision, TimexType
from onrecord.times.periods import Period

Lean = Literal["past", "future", ""]

# The rules of what is counted from a day.
PUBLICATION, BEFORE = "counted from publication", "counted from the time told before"
_REMEMBERED = 12


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """From where expressions are counted: `now`, the day of publication, and `told`, the periods told before, the last
    first. `narrative` is true where the text tells a history of its own, so that bare dates follow the last one told.

    `context` is a date with its year that the paragraph has told and that bare dates after it follow; `day` the day that
    the sentence of a clock time tells; `place` the place of the dateline. `day_first` is the order of numeric dates, where
    something tells it. `lean` is where the words around this expression point to, `lean_rule` what tells so, `direct`
    whether that is a verb in the past whose phrase the expression is.
    """

    now: date | None
    clock: str = ""
    told: tuple[Period, ...] = ()
    context: Period | None = None
    day: Period | None = None
    narrative: bool = False
    day_first: bool | None = None
    place: str = ""
    lean: Lean = ""
    lean_rule: str = ""
    direct: bool = False

    def then(self, unit: str) -> Period | None:
        """The last period told that lies within one `unit`."""
        return next((period for period in self.told if period.finer_than(unit)), None)

    def after(self, period: Period) -> Reference:
        """The reference once a period has been told."""
        return msgspec.structs.replace(self, told=(period, *self.told[: _REMEMBERED - 1]))


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What an expression means. `period` is the calendar period, where it is one; `value` the TIMEX3 value where not.

    `rule` names what decided; `alternatives` are other periods, the better ones first.
    """

    kind: TimexType
    value: str = ""
    period: Period | None = None
    mod: str = ""
    rule: str
    alternatives: tuple[str, ...] = ()
    ambiguous: bool = False
    from_: str | None = None
    to: str | None = None
    precision: Precision | None = None
