"""Clocks: times of the day, with the offset from Greenwich where the text tells a zone or a place."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from onrecord.times.dates import calendar
from onrecord.times.fields import Fields
from onrecord.times.periods import Period
from onrecord.times.reference import Answer, Reference
from onrecord.times.zones import offset, written

_DAY, _WEST, _EAST = 24 * 60, 12 * 60, 14 * 60  # minutes: of a day, and how far zones lie from Greenwich
_AFTERNOON = frozenset(("p", "AF", "EV", "NI"))


def has_day(f: Fields) -> bool:
    """True where the expression tells the day of its clock time."""
    return bool(f.weekday or f.month or f.rel or f.iso) or f.deictic is not None


def clock(f: Fields, ref: Reference) -> Answer | None:
    """The reading of a clock time. Without a day of its own it is on the day that the sentence tells (`ref.day`), else
    on the day of publication."""
    time = reading(f)
    if time is None:
        return None
    day = _day(f, ref)
    if day is None or day.period is None:
        return Answer(kind="TIME", value=f"{day.value if day else 'XXXX-XX-XX'}T{time}", rule="nothing to count from")
    offset_ = _offset(f, day.period, ref)
    period = Period("minute", day.period.start, clock=time, offset=offset_)
    others = tuple(f"{other}T{time}{offset_}" for other in day.alternatives)
    return replace(day, kind="TIME", period=period, mod=f.approx, alternatives=others)


def reading(f: Fields) -> str | None:
    """The time as HH:MM or HH:MM:SS; None for what no clock shows."""
    if f.hhmm:
        return f"{f.hhmm[:2]}:{f.hhmm[2:]}" if int(f.hhmm[2:]) < 60 and int(f.hhmm) < 2400 else None
    hour, minute, *second = (int(n) for n in f.clock.replace(".", ":").split(":")) if f.clock else (f.hour or 0, 0)
    if f.ampm:
        if hour > 12 and f.ampm in ("a", "p"):
            return None
        hour = hour % 12 + 12 * (f.ampm in _AFTERNOON) if hour <= 12 else hour
        hour = 0 if f.ampm == "NI" and hour == 24 else hour
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}" + "".join(f":{n:02}" for n in second)


def _day(f: Fields, ref: Reference) -> Answer | None:
    if has_day(f):
        return calendar(replace(f, part="", unit=f.unit, hour=None, clock=""), ref)
    if ref.day:
        return Answer(kind="TIME", period=ref.day, rule="on the day that the sentence tells")
    told = ref.then("day") if ref.narrative else None
    if told:
        return Answer(kind="TIME", period=Period("day", told.start), rule="on the day told before")
    if ref.now is None:
        return None
    return Answer(kind="TIME", period=Period("day", ref.now), rule="on the day of publication")


def _offset(f: Fields, day: Period, ref: Reference) -> str:
    if f.ahead:
        return written(60 * f.hours * (-1 if f.ahead == "-" else 1))
    return offset(ref.place if f.zone == "local" else f.zone, day.start)


def paired(local: Answer, zoned: Answer, dated: bool) -> tuple[Answer, Answer]:
    """A local time and the same moment in a known zone: "4:20 a.m. on Monday (2120 GMT Sunday)" was told at +07:00.

    Where the second has no day of its own (`dated`), it gets the one that makes the two agree.
    """
    a, b = local.period, zoned.period
    if a is None or b is None or a.offset or not b.offset or not a.clock:
        return local, zoned
    ahead = _minutes(a) - _minutes(b)
    days = 0 if dated else (ahead + _WEST) // _DAY
    ahead -= days * _DAY
    if not -_WEST <= ahead <= _EAST or ahead % 15:
        return local, zoned
    moved = replace(b, start=b.start + timedelta(days=days))
    return replace(local, period=replace(a, offset=written(ahead))), replace(zoned, period=moved)


def _minutes(period: Period) -> int:
    """Minutes since the year 1, in Greenwich where the offset is known."""
    hour, minute = (int(n) for n in period.clock.split(":")[:2])
    east = 0
    if period.offset not in ("", "Z"):
        east = int(period.offset[1:3]) * 60 + int(period.offset[4:])
    return period.start.toordinal() * _DAY + hour * 60 + minute - (-east if period.offset[:1] == "-" else east)
