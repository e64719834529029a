"""Offsets: "last week", "two days ago", "a month later", "a year earlier", "the weekend"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec.structs import replace

from onrecord.times.dates import calendar, shifted
from onrecord.times.fields import Fields
from onrecord.times.lengths import number
from onrecord.times.periods import Period, add, of, shift
from onrecord.times.reference import BEFORE, NOTHING, PUBLICATION, WRITTEN, Answer, Reference, dated, open_

COMPARED = "the same period a year before"
# How many expressions back a quarter or month may stand for "a year earlier" to be that of a year before.
_RECENT = 3
_FINE = frozenset(("hour", "minute", "second"))
_COMPARABLE = frozenset(("quarter", "month", "half", "season"))


def relative(f: Fields, ref: Reference) -> Answer | None:
    """The reading of "last week", "the following year", "the end of the month", "fiscal 2026".

    A fiscal year or quarter has no interval: when it begins is the firm's or the state's affair.
    """
    if f.year is not None:
        return replace(open_(f"{f.year:04}", f"{WRITTEN}, fiscal"), mod=f.mod) if f.year > 99 else None
    answer = shifted(f, ref)
    if f.fiscal and answer.period and f.unit in ("year", "quarter"):
        answer = open_(answer.period.value, f"{answer.rule}, fiscal")
    return replace(answer, mod=f.mod)


def weekend(f: Fields, ref: Reference) -> Answer | None:
    """ "The weekend" without a direction of its own: the last one, or the next where the words point ahead."""
    if ref.now is None:
        return open_("XXXX-WXX-WE")
    this = of("weekend", ref.now)
    last = this if this.start <= ref.now else shift(this, "week", -1)
    chosen, other = (this, last) if ref.pointing.lean == "future" else (last, this)
    return dated(chosen, ref.pointing.rule or "the last one", *([] if chosen == other else [other]))


def compared(f: Fields, ref: Reference) -> Answer | None:
    """A year before: of the quarter or month that the text speaks of ("in January ... a year earlier"), else a year.

    With a year ("the 1988 period") that quarter or month of it.
    """
    told = next((period for period in ref.told[:_RECENT] if period.unit in _COMPARABLE), None)
    if f.year:
        same = shift(told, "year", f.year - told.start.year) if told else of("year", date(f.year, 1, 1))
        return dated(same, "the same period of a year")
    if told:
        return dated(shift(told, "year", -1), COMPARED)
    return replace(offset(replace(f, count="1", unit="year", base="now"), ref), rule=COMPARED)


def offset(f: Fields, ref: Reference) -> Answer:
    """The reading of a distance from publication (`base` now), from the time that the text is at (then), or from the
    day that the expression names itself (day)."""
    told = _told(f, ref)
    origin = told.start if told else ref.now
    count = number(f)
    if origin is None or count is None:
        return _vague(f, NOTHING if count else "distance not told")
    fine = f.unit in _FINE
    period = _moved_clock(f, count, told, ref) if fine else _moved(f.unit, f.sign * count, origin)
    if period is None:
        return _vague(f, "distance too far or too fine")
    answer = dated(period, BEFORE if told else PUBLICATION)
    return replace(answer, kind="TIME" if period.clock else "DATE", mod=f.mod)


def _told(f: Fields, ref: Reference) -> Period | None:
    """The time that a distance is counted from, where it is not the day of publication."""
    if f.base == "then":
        return ref.told[0] if ref.told else None
    if f.base == "day":
        answer = calendar(Fields(deictic=f.deictic, weekday=f.weekday), ref)
        return answer.period if answer else None
    return None


def _vague(f: Fields, rule: str) -> Answer:
    return replace(open_("PAST_REF" if f.sign < 0 else "FUTURE_REF", rule), mod=f.mod)


def _moved(unit: str, count: float, origin: date) -> Period | None:
    """The period at a distance, as fine as the unit of the distance: months for half years, a day for one week.

    None beyond the years 1 to 9999.
    """
    if unit == "year" and count != int(count):
        unit, count = "month", 12 * count
    elif unit in ("decade", "century"):
        unit, count = "year", count * (10 if unit == "decade" else 100)
    elif unit == "fortnight" or (unit == "week" and abs(count) == 1):
        unit, count = "day", count * (14 if unit == "fortnight" else 7)
    try:
        return of(unit, add(origin, unit, round(count)))
    except (ValueError, OverflowError):
        return None


def _moved_clock(f: Fields, count: float, told: Period | None, ref: Reference) -> Period | None:
    """The clock time some hours or minutes from the one told, or from that of publication; None without one."""
    clock = told.clock if told else ref.clock
    day = told.start if told else ref.now
    if not clock or day is None:
        return None
    day = day + timedelta(days=1) if clock == "24:00" else day
    begun = datetime.fromisoformat(f"{day}T{'00:00' if clock == '24:00' else clock}")
    moment = begun + timedelta(**{f"{f.unit}s": f.sign * count})
    return Period("minute", moment.date(), clock=moment.strftime("%H:%M"), offset=told.offset if told else "")
