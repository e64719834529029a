"""Clocks: times of the day, with the offset from Greenwich where the text tells a zone or a place."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from msgspec.structs import replace

from onrecord.times.dates import calendar
from onrecord.times.fields import Fields
from onrecord.times.periods import Period
from onrecord.times.reference import Answer, Reference, dated
from onrecord.times.zones import minutes_east, offset, written

_AFTERNOON = frozenset(("p", "AF", "EV", "NI"))
# A clock time without a day goes with the day told before, unless that lies further than this from publication.
_RUNNING = timedelta(days=7)
_DAY, _WEST, _EAST = 24 * 60, 12 * 60, 14 * 60  # minutes: of a day, and how far zones lie from Greenwich


class Pair(msgspec.Struct, frozen=True):
    """A local time and the same moment as the text gives it in another zone."""

    local: Answer
    zoned: Answer


def has_day(f: Fields) -> bool:
    """True where the expression tells the day of its clock time."""
    return bool(f.weekday or f.month or f.rel or f.iso) or f.deictic is not None


def clock(f: Fields, ref: Reference) -> Answer | None:
    """The reading of a clock time; None for what no clock shows.

    Without a day of its own it is on the day that the sentence tells (`ref.day`), else on the day told before, else on
    the day of publication.
    """
    time = _time(f)
    if time is None:
        return None
    day = calendar(replace(f, part=""), ref) if has_day(f) else _day(ref)
    if day is None or day.period is None:
        return Answer(kind="TIME", value=f"{day.value if day else 'XXXX-XX-XX'}T{time}", rule="its day is not told")
    east = written(60 * f.hours * (-1 if f.ahead == "-" else 1)) if f.ahead else _offset(f, day.period, ref)
    others = tuple(f"{other}T{time}{east}" for other in day.alternatives)
    period = Period("minute", day.period.start, clock=time, offset=east)
    return replace(day, kind="TIME", period=period, mod=f.approx, alternatives=others)


def paired(pair: Pair, moves: bool) -> Pair:
    """The pair, with the offset that it tells: "4:20 a.m. on Monday (2120 GMT Sunday)" was told at +07:00.

    Where the second has no day of its own (`moves`), it gets the one that makes the two agree.
    """
    local, zoned = pair.local.period, pair.zoned.period
    if local is None or zoned is None or local.offset or not zoned.offset:
        return pair
    ahead = _minutes(local) - _minutes(zoned)
    days = (ahead + _WEST) // _DAY if moves else 0
    ahead -= days * _DAY
    if not -_WEST <= ahead <= _EAST or ahead % 15:
        return pair
    moved = replace(zoned, start=zoned.start + timedelta(days=days))
    here = replace(local, offset=written(ahead))
    return Pair(replace(pair.local, period=here), replace(pair.zoned, period=moved))


def _time(f: Fields) -> str | None:
    """The time as HH:MM or HH:MM:SS."""
    if f.hhmm:
        return f"{f.hhmm[:2]}:{f.hhmm[2:]}" if int(f.hhmm[2:]) < 60 and int(f.hhmm) < 2400 else None
    hour, minute, *second = (int(n) for n in f.clock.replace(".", ":").split(":")) if f.clock else (f.hour or 0, 0)
    if f.ampm in ("a", "p") and hour > 12:
        return None
    if f.ampm and hour <= 12:
        hour = hour % 12 + 12 * (f.ampm in _AFTERNOON)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return f"{hour:02}:{minute:02}" + "".join(f":{n:02}" for n in second)


def _day(ref: Reference) -> Answer | None:
    if ref.day:
        return dated(ref.day, "on the day that the sentence tells")
    told = ref.then("day")
    now = Period("day", ref.now) if ref.now else None
    if told and (now is None or ref.narrative or abs(told.start - now.start) <= _RUNNING):
        before = Period("day", told.start)
        others = () if now is None or before == now else (now,)
        return replace(dated(before, "on the day told before", *others), ambiguous=bool(others))
    return dated(now, "on the day of publication") if now else None


def _offset(f: Fields, day: Period, ref: Reference) -> str:
    return offset(ref.place if f.zone == "local" else f.zone, day.start)


def _minutes(period: Period) -> int:
    """Minutes since the year 1, in Greenwich where the offset is known."""
    hour, minute = (int(n) for n in period.clock.split(":")[:2])
    return period.start.toordinal() * _DAY + hour * 60 + minute - minutes_east(period.offset)
