"""Dates: calendar expressions made whole, from what they say, the publication day and what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from onrecord.times.feasts import feast, once
from onrecord.times.fields import Fields
from onrecord.times.periods import Period, add, of, season
from onrecord.times.reference import BEFORE, PUBLICATION, Answer, Lean, Reference

# A bare month that lies further back than this from the time that a history is at is the next one instead.
_BACK_IN_HISTORY = timedelta(days=245)
_OF_PUBLICATION = frozenset(("year", "month", "week", "decade", "century"))
# No bare day of a month is meant that is further from publication than this, unless it is a phrase of a verb that tells so.
_FAR = timedelta(days=300)
_UNKNOWN = {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "quarter": "XXXX-QX",
            "decade": "XXX", "century": "XX", "day": "XXXX-XX-XX"}  # fmt: skip


def calendar(f: Fields, ref: Reference) -> Answer | None:
    """The reading of a calendar expression; None where it names no day that exists (30 February)."""
    answer = _dated(f, ref)
    if answer is None:
        return None
    if f.plus and answer.period:
        moved = of("day", answer.period.start + timedelta(days=f.plus))
        answer = replace(answer, period=moved, rule=f"{answer.rule}, day beside it", alternatives=(), ambiguous=False)
    if f.part:
        answer = _with_part(answer, f.part)
    return replace(answer, mod=f.mod or f.partmod)


def _with_part(answer: Answer, part: str) -> Answer:
    period = replace(answer.period, part=part) if answer.period and answer.period.unit == "day" else answer.period
    value = f"{answer.value}T{part}" if answer.value else ""
    others = tuple(f"{other}T{part}" for other in answer.alternatives)
    return replace(answer, kind="TIME", period=period, value=value, alternatives=others)


def _dated(f: Fields, ref: Reference) -> Answer | None:
    if f.iso:
        return _told(Period("day", date.fromisoformat(f.iso[:10])), "written out")
    if f.slash:
        return numeric(f.slash, ref)
    if f.bc is not None:
        part = f"-{f.month:02}" if f.month else f"-{f.season}" if f.season else ""
        return Answer(kind="DATE", value=f"BC{f.bc:04}{part}", rule="written out")
    if f.decade is not None or f.century is not None:
        return _decade_or_century(f, ref)
    if f.deictic is not None:
        return _by_today(f.deictic, ref)
    history = once(f.holiday) if f.holiday else None
    if history:
        return _told(of("day", history), "a day of history")
    year = _year(f, ref)
    if year is not None:
        return _told(_in_year(f, year), "written out")
    if f.rel and f.unit:
        return _inside(f, ref)
    return _nearest(f, ref)


def _told(period: Period | None, rule: str) -> Answer | None:
    return Answer(kind="DATE", period=period, rule=rule) if period else None


def _year(f: Fields, ref: Reference) -> int | None:
    """The year that an expression writes out: 1999, '99, nineteen ninety-nine."""
    if f.hi is not None:
        return f.hi * (1000 if f.hi == 2 else 100) + f.lo
    if f.year is None or f.year >= 100:
        return f.year if f.short is None or f.year is None else f.year // 100 * 100 + f.short
    latest = (ref.now.year if ref.now else 2030) + 10
    return latest - (latest - f.year) % 100


def _decade_or_century(f: Fields, ref: Reference) -> Answer | None:
    if f.century is not None:
        if f.era:
            return Answer(kind="DATE", value=f"BC{f.century - 1:02}", rule="written out")
        return _told(of("century", date(max(1, (f.century - 1) * 100), 1, 1)), "written out")
    decade = f.decade or 0
    if decade < 10:
        latest = ref.now.year // 10 if ref.now else 202
        decade = latest - (latest - decade) % 10
    return _told(of("decade", date(decade * 10, 1, 1)), "written out")


def _by_today(days: int, ref: Reference) -> Answer:
    if ref.now is None:
        return Answer(kind="DATE", value=_UNKNOWN["day"], rule="no publication date")
    return Answer(kind="DATE", period=of("day", ref.now + timedelta(days=days)), rule=PUBLICATION)


def _in_year(f: Fields, year: int) -> Period | None:
    """What the fields name within a year; the year itself where they name no part of it."""
    if f.month and f.week:
        return _week_of_month(date(year, f.month, 1), f.week)
    if f.month and f.day:
        return _day(year, f.month, f.day, f.unit)
    if f.month:
        return of("month", date(year, f.month, 1))
    if f.quarter:
        return of("quarter", date(year, 3 * f.quarter - 2, 1)) if f.quarter < 5 else None
    if f.half:
        return of("half", date(year, 1 if f.half == 1 else 7, 1))
    if f.season:
        return season(f.season, year)
    if f.holiday:
        return of("day", feast(f.holiday, year))
    return of("year", date(year, 1, 1))


def _day(year: int, month: int, day: int, unit: str) -> Period | None:
    try:
        return of(unit or "day", date(year, month, day))
    except ValueError:
        return None


def _week_of_month(first: date, number: int) -> Period:
    if number < 0:
        return of("week", add(first, "month", 1) - timedelta(days=1))
    return of("week", first + timedelta(days=7 * (number - 1)))


def shifted(rel: str, unit: str, ref: Reference, anaphoric: bool = True) -> Answer:
    """The unit that lies `rel` from publication (now-1) or from the time that the text is at (then+1).

    Not `anaphoric` is "the year", "the month", "the week": in a report those of its publication, in a history of its tale.
    """
    origin, count = rel[:4], int(rel[-2:])
    here = rel == "then+0" and unit in _OF_PUBLICATION and not anaphoric
    told = ref.then(unit) if (origin == "then" and not here) or ref.narrative else None
    if told:
        return Answer(kind="DATE", period=of(unit, add(told.start, unit, count)), rule=BEFORE)
    if ref.now is None or (origin == "then" and count):
        return Answer(kind="DATE", value=_UNKNOWN[unit], rule="nothing to count from")
    return Answer(kind="DATE", period=of(unit, add(ref.now, unit, count)), rule=PUBLICATION)


def _inside(f: Fields, ref: Reference) -> Answer | None:
    """A month, weekday, season ... within a year or week that is told by its distance: "March last year"."""
    outer = shifted(f.rel, f.unit, ref)
    if outer.period is None:
        return replace(outer, value=_open(f))
    if f.weekday and f.unit == "week":
        return replace(outer, period=of("day", outer.period.start + timedelta(days=f.weekday - 1)))
    if f.unit == "year":
        inner = _in_year(replace(f, unit=""), outer.period.start.year)
        return replace(outer, period=inner) if inner else None
    return outer


def _occurrences(f: Fields, anchor: date) -> list[Period]:
    """The days or periods of the name that the fields give around a day, the earliest first."""
    if f.weekday and not f.month:
        nearest = anchor - timedelta(days=(anchor.isoweekday() - f.weekday) % 7)
        return [of("day", nearest + timedelta(days=7 * n)) for n in (-2, -1, 0, 1, 2)]
    years = range(max(1, anchor.year - 2), min(9998, anchor.year + 2) + 1)
    found = [period for year in years if (period := _in_year(f, year))]
    if f.weekday:
        fitting = [period for period in found if period.start.isoweekday() == f.weekday]
        return fitting or found
    return found


def _nearest(f: Fields, ref: Reference) -> Answer | None:
    """A month, day, weekday, season ... without its year: the one on the side that the words point to."""
    relation = f.way or f.rel
    anchor = _anchor(relation, ref, bool(f.weekday and not f.month))
    if anchor is None:
        return Answer(kind="DATE", value=_open(f), rule="nothing to count from")
    found = _occurrences(f, anchor)
    if len(found) < 2:
        return _told(found[0], "the one that fits its weekday") if found else None
    if relation:
        return _beside(found, relation, anchor, ref.lean)
    if anchor != ref.now:
        return _in_history(found, anchor)
    return _by_lean(found, anchor, ref)


def _anchor(relation: str, ref: Reference, weekly: bool) -> date | None:
    told = ref.told[0].start if ref.told else None
    if relation:
        return told or ref.now if relation.startswith("then") or ref.narrative else ref.now
    if ref.context and ref.now and not weekly and ref.context.start.year != ref.now.year:
        return ref.context.start
    return told if ref.narrative and told else ref.now


def _beside(found: Sequence[Period], relation: str, anchor: date, lean: Lean) -> Answer | None:
    """ "Last", "this" and "next" before a name; from publication, "next" before a weekday can also mean the week on."""
    earlier = [p for p in found if p.end <= anchor]
    later = [p for p in found if p.start > anchor]
    weekly = (found[1].start - found[0].start).days == 7
    if relation.endswith("-1"):
        return _told(earlier[-1], "last")
    if relation.endswith("+1"):
        return Answer(kind="DATE", period=later[0], rule="next", alternatives=(later[1].value,) if weekly else ())
    unit = "week" if weekly else "year"
    same = [p for p in found if of(unit, p.start) == of(unit, anchor)][0]
    if weekly and same.start != anchor and lean:
        same = later[0] if lean == "future" else earlier[-1]
    return _told(same, "this")


def _in_history(found: Sequence[Period], anchor: date) -> Answer | None:
    """In a history the next one told follows the last, unless it lies only a little further back."""
    later = [p for p in found if p.end > anchor]
    earlier = [p for p in found if p.end <= anchor]
    back = earlier and anchor - earlier[-1].start <= _BACK_IN_HISTORY and earlier[-1].start.year == anchor.year
    chosen, other = (earlier[-1], later[0]) if back else (later[0], earlier[-1] if earlier else None)
    others = (other.value,) if other else ()
    return Answer(kind="DATE", period=chosen, rule="follows the time told before", alternatives=others)


def _by_lean(found: Sequence[Period], anchor: date, ref: Reference) -> Answer:
    """The one that holds the day of publication, else the last or the next, by where the words around it point."""
    past = ([p for p in found if p.start <= anchor] or list(found))[-1]
    future = ([p for p in found if p.end > anchor] or list(found))[0]
    yearly = (found[-1].start - found[0].start).days > 100
    if past.unit == "quarter":
        return _nearest_quarter(past, future, anchor)
    if past == future:
        others = tuple(p.value for p in found if p != past and abs((p.start - anchor).days) < 8)
        return Answer(kind="DATE", period=past, rule="holds the day of publication", alternatives=others[:1])
    nearest = min((past, future), key=lambda p: abs(p.start - anchor)) if past.unit != "day" or yearly else past
    chosen = {"past": past, "future": future}.get(ref.lean, nearest)
    told = bool(ref.lean)
    if yearly and not ref.direct and chosen.unit == "day" and abs(chosen.start - anchor) > _FAR:
        chosen, told = nearest, False
    rule = ref.lean_rule if told else "the nearest one" if yearly else "the last one"
    other = future if chosen == past else past
    return Answer(kind="DATE", period=chosen, rule=rule, alternatives=(other.value,), ambiguous=not told and not yearly)


def _nearest_quarter(past: Period, future: Period, anchor: date) -> Answer:
    """A quarter is told of while it runs and in the months after it, when its figures come out; else it lies ahead."""
    nearest, other = (past, future) if anchor - past.end <= future.start - anchor else (future, past)
    return Answer(kind="DATE", period=nearest, rule="the nearest quarter", alternatives=(other.value,))


def numeric(text: str, ref: Reference) -> Answer | None:
    """A date in numbers. 2021/03/04 is year first; 25/12/2021 can be read in one way only; for 03/04/2021 the order is
    that of the document's other dates or of the outlet's country, else both readings are kept."""
    a, b, c = (int(n) for n in text.replace(".", "/").split("/"))
    if a > 31:
        return _told(_day(a, b, c, ""), "written out")
    year = c if c > 99 else _year(Fields(year=c), ref) or c
    month_first, day_first = _day(year, a, b, ""), _day(year, b, a, "")
    if month_first is None or day_first is None or month_first == day_first:
        return _told(month_first or day_first, "written out")
    order = ref.day_first if ref.day_first is not None else "." in text or None
    chosen, other = (day_first, month_first) if order else (month_first, day_first)
    rule = "order of day and month not told" if order is None else "day first" if order else "month first"
    return Answer(kind="DATE", period=chosen, rule=rule, alternatives=(other.value,), ambiguous=order is None)


def _open(f: Fields) -> str:
    """The value of what cannot be placed: "XXXX-WXX-1" for a Monday, "XXXX-05-03" for 3 May."""
    if f.month:
        return f"XXXX-{f.month:02}-{f.day:02}" if f.day else f"XXXX-{f.month:02}"
    if f.weekday:
        return f"XXXX-WXX-{f.weekday}"
    if f.quarter or f.half or f.season:
        return f"XXXX-{f.season or (f'Q{f.quarter}' if f.quarter else f'H{f.half}')}"
    return _UNKNOWN.get(f.unit, "XXXX-XX-XX" if f.holiday else "XXXX")


