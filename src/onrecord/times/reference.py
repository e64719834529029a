"""Reference: from where an expression is counted, and the answer that comes of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec
from msgspec.structs import replace

from onrecord.schema.time import TimexType
from onrecord.times.periods import Period

Lean = Literal["past", "future", ""]

# What decided, where it is asked about again: the rules by which an expression was counted from a day.
WRITTEN, PUBLICATION, BEFORE = "written out", "counted from publication", "counted from the time told before"
NOTHING = "nothing to count from"
_REMEMBERED = 12


class Pointing(msgspec.Struct, frozen=True, gc=False):
    """Where the words around an expression point to, and the rule that tells so. `direct` where the expression is a
    phrase of a verb in the past ("died on 12 October"), `fixed` where something was fixed for it in the past ("was
    planned for Saturday"), `doubtful` where the other direction is nearly as likely."""

    lean: Lean = ""
    rule: str = ""
    direct: bool = False
    fixed: bool = False
    doubtful: bool = False


NOWHERE = Pointing()


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """From where expressions are counted.

    `now` is the day of publication and `clock` its time, where that is known; `place` the place of the dateline, in
    lower case; `day_first` the order of numeric dates, where something tells it. `told` are the periods told before,
    the last first. `narrative` is true where the text tells a history of its own, so that bare dates follow the last
    one told. `context` is the date that bare dates of the paragraph follow, `day` the day that the sentence tells for
    its clock times, `pointing` where the words around the expression point to.
    """

    now: date | None
    clock: str = ""
    place: str = ""
    day_first: bool | None = None
    narrative: bool = False
    told: tuple[Period, ...] = ()
    context: Period | None = None
    day: Period | None = None
    pointing: Pointing = NOWHERE

    def then(self, unit: str) -> Period | None:
        """The last period told that lies within one `unit`."""
        return next((period for period in self.told if period.finer_than(unit)), None)

    def after(self, period: Period) -> Reference:
        """The reference once a period has been told."""
        return replace(self, told=(period, *self.told[: _REMEMBERED - 1]))


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What an expression means. `period` is the calendar period, where it is one; `value` the TIMEX3 value where not,
    with its bounds where it has any. `rule` names what decided, `alternatives` are the other values."""

    kind: TimexType
    rule: str
    period: Period | None = None
    value: str = ""
    mod: str = ""
    from_: str | None = None
    to: str | None = None
    alternatives: tuple[str, ...] = ()
    ambiguous: bool = False


def dated(period: Period, rule: str, *others: Period) -> Answer:
    """An answer that is a date, with the other periods that it could be."""
    return Answer(kind="DATE", period=period, rule=rule, alternatives=tuple(other.value for other in others))


def open_(value: str, rule: str = NOTHING) -> Answer:
    """An answer that is a date without a place in the calendar: "XXXX-WXX-1", "PAST_REF"."""
    return Answer(kind="DATE", value=value, rule=rule)
