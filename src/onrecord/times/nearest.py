"""Nearest: which of the Fridays, the Mays, the third quarters is meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from onrecord.times.periods import Period, add, of
from onrecord.times.reference import Answer, Pointing, Reference, dated

# In a history a bare month that lies further back than this is the next one instead.
_BACK_IN_HISTORY = timedelta(days=245)
# No bare month or day of one is meant that is further from publication than this, unless it is a phrase of a past verb.
_FAR, _SLACK = 10, timedelta(days=5)  # ten months less some days: about 300 days, in leap years, too
# What was planned for a weekday that was yesterday was planned for yesterday: the next one would be six days ahead.
_YESTERDAY = timedelta(days=1)
_SOON = timedelta(days=15)


def nearest(found: Sequence[Period], relation: str, anchor: date, ref: Reference) -> Answer:
    """The one that is meant of the periods of a name around a day, given the earliest first.

    `relation` is what "last", "this" or "next" tell (now-1 ...), empty for a bare name.
    """
    if len(found) == 1:
        return dated(found[0], "the one that fits its weekday")
    if relation:
        return _beside(found, int(relation[-2:]), anchor, ref.pointing)
    if anchor != ref.now:
        return _in_history(found, anchor)
    return _by_pointing(found, anchor, ref.pointing)


def _past(found: Sequence[Period], anchor: date) -> Period:
    """The last that has begun by a day."""
    return ([period for period in found if period.start <= anchor] or list(found[:1]))[-1]


def _future(found: Sequence[Period], anchor: date) -> Period:
    """The first that has not ended by a day."""
    return ([period for period in found if period.end > anchor] or list(found[-1:]))[0]


def _beside(found: Sequence[Period], side: int, anchor: date, pointing: Pointing) -> Answer:
    """The one before, with or after a day. "Next Friday" can also mean the Friday of next week."""
    earlier = [period for period in found if period.end <= anchor] or list(found[:1])
    later = [period for period in found if period.start > anchor] or list(found[-1:])
    weekly = found[1].start - found[0].start == timedelta(days=7)
    if side < 0:
        return dated(earlier[-1], "last")
    if side > 0:
        return dated(later[0], "next", *later[1:2]) if weekly else dated(later[0], "next")
    unit = "week" if weekly else "year"
    this = next((period for period in found if of(unit, period.start) == of(unit, anchor)), found[0])
    if weekly and this.start != anchor and pointing.lean:
        this = later[0] if pointing.lean == "future" else earlier[-1]
    return dated(this, "this")


def _in_history(found: Sequence[Period], anchor: date) -> Answer:
    """In a history the next one told follows the last, unless it lies only a little further back in its year."""
    earlier = [period for period in found if period.end <= anchor]
    later = _future(found, anchor)
    if earlier and anchor - earlier[-1].start <= _BACK_IN_HISTORY and earlier[-1].start.year == anchor.year:
        return dated(earlier[-1], "follows the time told before", later)
    return dated(later, "follows the time told before", *earlier[-1:])


def _by_pointing(found: Sequence[Period], anchor: date, pointing: Pointing) -> Answer:
    """The one that holds the day of publication, else the last or the next, by where the words around it point."""
    past, future = _past(found, anchor), _future(found, anchor)
    yearly = found[-1].start - found[0].start > timedelta(days=100)
    if past.unit == "quarter":
        return _quarter(past, future, anchor, pointing)
    if past == future:
        beside = [] if yearly else [period for period in found if period.end <= anchor][-1:]
        return dated(past, "holds the day of publication", *beside)
    default = min((past, future), key=lambda period: abs(period.start - anchor)) if yearly else past
    chosen = {"past": past, "future": future}.get(pointing.lean, default)
    if pointing.fixed and not yearly and anchor - past.start == _YESTERDAY:
        return replace(dated(past, f"{pointing.rule}, yesterday", future), ambiguous=True)
    far = _is_far(chosen, anchor)
    soon = chosen.unit == "month" and future.start - anchor < _SOON
    if (far and (soon or not pointing.direct)) or not pointing.lean:
        answer = dated(default, "the nearest one" if yearly else "the last one", past if default == future else future)
        return replace(answer, ambiguous=not yearly)
    answer = dated(chosen, pointing.rule, past if chosen == future else future)
    return replace(answer, ambiguous=(far and chosen.unit == "day") or (pointing.doubtful and not yearly))


def _is_far(chosen: Period, anchor: date) -> bool:
    """True where hardly anybody would name a day or month without its year. A past verb may name one of the year
    before, but not a month that is about to come again; a day then is in doubt."""
    first, last = add(anchor, "month", -_FAR) + _SLACK, add(anchor, "month", _FAR) - _SLACK
    return chosen.unit in ("day", "month") and not first <= chosen.start <= last


def _quarter(past: Period, future: Period, anchor: date, pointing: Pointing) -> Answer:
    """A quarter is told of while it runs and in the months after it, when its figures come out; else it lies ahead.

    Only a past tense counts here: firms expect to report on quarters that are over.
    """
    near = anchor - past.end <= future.start - anchor
    if near or pointing.lean == "past":
        return dated(past, "the nearest quarter" if near else pointing.rule, *([] if past == future else [future]))
    return dated(future, "the nearest quarter", past)
