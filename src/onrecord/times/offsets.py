"""Offsets: "two days ago", "a month later", "a year earlier", "last week", "the weekend"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec.structs import replace

from onrecord.times.dates import shifted
from onrecord.times.fields import Fields
from onrecord.times.lengths import number
from onrecord.times.periods import Period, add, of, shift
from onrecord.times.reference import BEFORE, PUBLICATION, Answer, Reference

COMPARED = "the same period a year before"
# How many expressions back a quarter or month may stand for "a year earlier" to be that of a year before.
_RECENT = 3
_COMPARED = frozenset(("quarter", "month", "half", "season"))


def relative(f: Fields, ref: Reference) -> Answer | None:
    """The reading of "last week", "the following year", "the end of the month"."""
    if f.year is not None or f.short is not None:
        year = f.year if f.year and f.year > 99 else 0
        return Answer(kind="DATE", value=f"{year:04}", rule="written out, fiscal", mod=f.mod) if year else None
    answer = shifted(f.rel, f.unit, ref, anaphoric=f.anaphoric)
    if f.fiscal and answer.period and f.unit in ("year", "quarter"):
        answer = replace(answer, value=answer.period.value, period=None, rule=f"{answer.rule}, fiscal")
    return replace(answer, mod=f.mod)


def weekend(f: Fields, ref: Reference) -> Answer | None:
    """ "The weekend" without a direction of its own: the last one, or the next where the words point ahead."""
    if ref.now is None:
        return Answer(kind="DATE", value="XXXX-WXX-WE", rule="nothing to count from")
    ahead = ref.lean == "future"
    this = of("weekend", ref.now)
    last = this if this.start <= ref.now else shift(this, "week", -1)
    chosen, other = (this, last) if ahead else (last, this)
    others = (other.value,) if other != chosen else ()
    return Answer(kind="DATE", period=chosen, rule=ref.lean_rule or "the last one, where nothing tells", alternatives=others)


def compared(f: Fields, ref: Reference) -> Answer | None:
    """A year before: of the quarter or month that the sentence speaks of ("in January ... a year earlier"), else a year."""
    told = next((period for period in ref.told[:_RECENT] if period.unit in _COMPARED), None)
    if told and f.year:
        return Answer(kind="DATE", period=shift(told, "year", f.year - told.start.year), rule="the same period of a year")
    if f.year:
        return Answer(kind="DATE", period=of("year", date(f.year, 1, 1)), rule="written out")
    if told:
        return Answer(kind="DATE", period=shift(told, "year", -1), rule=COMPARED)
    answer = offset(replace(f, count="1", unit="year", base="now"), ref)
    return replace(answer, rule=COMPARED) if answer else None


def offset(f: Fields, ref: Reference) -> Answer | None:
    """The reading of a distance from publication (`base` now) or from the time that the text is at (then)."""
    told = ref.told[0] if f.base == "then" and ref.told else None
    origin = told.start if told else ref.now
    count = number(f)
    if count is None or origin is None:
        return Answer(kind="DATE", value="PAST_REF" if f.sign < 0 else "FUTURE_REF", rule="distance not told", mod=f.mod)
    try:
        period = _moved(f.unit, f.sign * count, origin, ref)
    except (ValueError, OverflowError):
        period = None
    if period is None:
        return Answer(kind="DATE", value="PAST_REF" if f.sign < 0 else "FUTURE_REF", rule="distance too far", mod=f.mod)
    rule = BEFORE if told else PUBLICATION
    return Answer(kind="TIME" if period.clock else "DATE", period=period, rule=rule, mod=f.mod)


def _moved(unit: str, count: float, origin: date, ref: Reference) -> Period | None:
    """The period at a distance, as fine as the unit of the distance: months for half years, a day for one week."""
    if unit in ("minute", "hour", "second"):
        return _moved_clock(unit, count, ref)
    unit, count = ("week", 2 * count) if unit == "fortnight" else (unit, count)
    if count != int(count) and unit == "year":
        unit, count = "month", 12 * count
    if unit == "week" and abs(count) == 1:
        unit, count = "day", 7 * count
    if unit == "century":
        unit, count = "decade", 10 * count
    day = add(origin, unit, round(count))
    return of("year" if unit == "decade" else unit, day)


def _moved_clock(unit: str, count: float, ref: Reference) -> Period | None:
    """Hours before or after the moment of publication; None where only its day is known."""
    if not ref.clock or ref.now is None:
        return None
    moment = datetime.fromisoformat(f"{ref.now}T{ref.clock}") + timedelta(**{f"{unit}s": count})
    return Period("minute", moment.date(), clock=moment.strftime("%H:%M"))
