"""Clocks: times of the day, with the offset from Greenwich where the text tells a zone or a place."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.times.dates import calendar
from onrecord.times.fields import Fields
from onrecord.times.periods import Period
from onrecord.times.reference import Answer, Reference
from onrecord.times.zones import offset, written

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
