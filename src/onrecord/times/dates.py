"""Dates: calendar expressions made whole, from what they say, the publication day and what was told before."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from onrecord.times.feasts import feast, once, yearly
from onrecord.times.fields import Fields
from onrecord.times.nearest import nearest
from onrecord.times.numeric import full_year, numeric
from onrecord.times.periods import Period, add, day_of, of, season
from onrecord.times.reference import BEFORE, NOTHING, PUBLICATION, WRITTEN, Answer, Reference, dated, open_

_OF_PUBLICATION = frozenset(("year", "month", "week", "decade", "century"))
_UNPLACED = {
    "year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "quarter": "XXXX-QX",
    "decade": "XXX", "century": "XX", "day": "XXXX-XX-XX",
}  # fmt: skip


def calendar(f: Fields, ref: Reference) -> Answer | None:
    """The reading of a calendar expression; None where it names no day that exists (30 February)."""
    answer = _date(f, ref)
    if answer is None:
        return None
    if f.plus and answer.period:
        beside = of("day", answer.period.start + timedelta(days=f.plus))
        answer = replace(answer, period=beside, alternatives=(), ambiguous=False)
    if f.part:
        answer = _with_part(answer, f.part)
    if f.fiscal and answer.period:
        answer = open_(answer.period.value, f"{answer.rule}, fiscal")
    return replace(answer, mod=f.mod or f.partmod)


def shifted(f: Fields, ref: Reference) -> Answer:
    """The unit that lies `f.rel` from publication (now-1) or from the time that the text is at (then+1).

    Not `anaphoric` is "the year", "the month", "the week": in a report those of publication, in a history its own.
    """
    if f.by_verb:
        f = replace(f, rel="then+1" if ref.pointing.lean == "past" and ref.then(f.unit) else "now+1")
    now, count = f.rel.startswith("now"), int(f.rel[-2:])
    of_publication = now or (f.unit in _OF_PUBLICATION and not f.anaphoric)
    told = None if of_publication and not ref.narrative else ref.then(f.unit)
    if told:
        return dated(of(f.unit, add(told.start, f.unit, count)), BEFORE)
    if ref.now is None or (count and not now):
        return open_(_UNPLACED[f.unit])
    return dated(of(f.unit, add(ref.now, f.unit, count)), PUBLICATION)


def _with_part(answer: Answer, part: str) -> Answer:
    """A day with the part of it that is told: 2023-09-05TMO."""
    period = replace(answer.period, part=part) if answer.period and answer.period.unit == "day" else answer.period
    value = f"{answer.value}T{part}" if answer.value else ""
    others = tuple(f"{other}T{part}" for other in answer.alternatives)
    return replace(answer, kind="TIME", period=period, value=value, alternatives=others)


def _date(f: Fields, ref: Reference) -> Answer | None:
    if f.slash:
        return numeric(f.slash, ref)
    if f.bc is not None:
        return open_(_before_christ(f), WRITTEN)
    if f.decade is not None or f.century is not None:
        return _decade_or_century(f, ref)
    if f.deictic is not None:
        return _by_today(f.deictic, ref)
    return _written(f, ref) or (_inside(f, ref) if f.rel and f.unit else _bare(f, ref))


def _written(f: Fields, ref: Reference) -> Answer | None:
    """What is told with its year."""
    if f.iso:
        return _iso(f.iso)
    day = once(f.holiday) if f.holiday else None
    if day:
        return dated(of("day", day), "a day of history")
    year = _year(f, ref)
    period = _in_year(f, year) if year else None
    return dated(period, WRITTEN) if period else None


def _iso(text: str) -> Answer:
    """A date or a date-time as ISO 8601 writes it, in lower case: 2023-09-05, 2023-09-05t14:00z."""
    day = date.fromisoformat(text[:10])
    if len(text) == 10:
        return dated(of("day", day), WRITTEN)
    width = 19 if text[16:17] == ":" else 16
    offset = text[width:].upper() if ":" in text[width:] or len(text) == width + 1 else ""
    return replace(dated(Period("minute", day, clock=text[11:width], offset=offset), WRITTEN), kind="TIME")


def _year(f: Fields, ref: Reference) -> int | None:
    """The year that an expression writes out: 1999, '99, 1914-18, nineteen ninety-nine."""
    if f.hi is not None:
        return f.hi * (1000 if f.hi == 2 else 100) + f.lo
    if f.year is None:
        return None
    if f.short is not None:
        return f.year // 100 * 100 + f.short
    return f.year if f.year > 99 else full_year(f.year, ref)


def _before_christ(f: Fields) -> str:
    part = f"-{f.month:02}" if f.month else f"-{f.season}" if f.season else ""
    return f"BC{f.bc:04}{part}"


def _decade_or_century(f: Fields, ref: Reference) -> Answer:
    if f.century is not None:
        start = date(max(1, (f.century - 1) * 100), 1, 1)
        return open_(f"BC{f.century - 1:02}", WRITTEN) if f.era else dated(of("century", start), WRITTEN)
    decade = f.decade or 0
    if decade < 10:
        latest = ref.now.year // 10 if ref.now else 202
        decade = latest - (latest - decade) % 10
    return dated(of("decade", date(decade * 10, 1, 1)), WRITTEN)


def _by_today(days: int, ref: Reference) -> Answer:
    if ref.now is None:
        return open_(_UNPLACED["day"])
    return dated(of("day", ref.now + timedelta(days=days)), PUBLICATION)


def _inside(f: Fields, ref: Reference) -> Answer | None:
    """A month, weekday, season ... within a year or week that is told by its distance: "March last year"."""
    outer = shifted(f, ref)
    if outer.period is None:
        return replace(outer, value=_unplaced(f))
    if f.weekday and f.unit == "week":
        return replace(outer, period=of("day", outer.period.start + timedelta(days=f.weekday - 1)))
    if f.unit == "year":
        inner = _in_year(replace(f, unit=""), outer.period.start.year)
        return replace(outer, period=inner) if inner else None
    if f.day and f.unit == "month":
        day = day_of(outer.period.start.year, outer.period.start.month, f.day)
        return replace(outer, period=day) if day else None
    return outer


def _bare(f: Fields, ref: Reference) -> Answer | None:
    """A month, day, weekday, season ... without its year."""
    weekly = f.weekday is not None and not f.month
    anchor = _anchor(f.way or f.rel, ref, weekly)
    if anchor is None:
        return open_(_unplaced(f), NOTHING)
    found = _weekdays(f.weekday or 1, anchor) if weekly else _in_years(f, anchor)
    return nearest(found, f.way or f.rel, anchor, ref) if found else None


def _anchor(relation: str, ref: Reference, weekly: bool) -> date | None:
    """The day from which the nearest one of a name is meant."""
    told = ref.told[0].start if ref.told else None
    if relation:
        return told or ref.now if relation.startswith("then") or ref.narrative else ref.now
    if ref.context and ref.now and not weekly and ref.context.start.year != ref.now.year:
        return ref.context.start
    return told if ref.narrative and told else ref.now


def _weekdays(weekday: int, anchor: date) -> list[Period]:
    """The days of that name in the two weeks before and after a day; Monday is 1."""
    last = anchor - timedelta(days=(anchor.isoweekday() - weekday) % 7)
    return [of("day", last + timedelta(days=7 * n)) for n in (-2, -1, 0, 1, 2)]


def _in_years(f: Fields, anchor: date) -> list[Period]:
    """What the fields name in the years around a day; where they tell a weekday too, in the years that it fits."""
    years = range(max(1, anchor.year - 2), min(9998, anchor.year + 2) + 1)
    found = [period for year in years if (period := _in_year(f, year))]
    return [period for period in found if period.start.isoweekday() == f.weekday] or found


def _in_year(f: Fields, year: int) -> Period | None:
    """What the fields name within a year; the year itself where they name no part of it."""
    if f.month:
        return _in_month(f, year, f.month)
    if f.quarter:
        return of("quarter", date(year, 3 * f.quarter - 2, 1)) if f.quarter < 5 else None
    if f.half:
        return of("half", date(year, 1 if f.half == 1 else 7, 1))
    if f.season:
        return season(f.season, year)
    if f.holiday:
        return of(f.unit or "day", feast(f.holiday, year))
    return of("year", date(year, 1, 1))


def _in_month(f: Fields, year: int, month: int) -> Period | None:
    if f.week:
        first = date(year, month, 1)
        within = add(first, "month", 1) - timedelta(days=1) if f.week < 0 else first + timedelta(days=7 * (f.week - 1))
        return of("week", within)
    if f.day:
        day = day_of(year, month, f.day)
        return of(f.unit, day.start) if day and f.unit else day
    return of("month", date(year, month, 1))


def _unplaced(f: Fields) -> str:
    """The value of what cannot be placed: "XXXX-WXX-1" for a Monday, "XXXX-05-03" for 3 May."""
    if f.month:
        return f"XXXX-{f.month:02}-{f.day:02}" if f.day else f"XXXX-{f.month:02}"
    if f.weekday:
        return f"XXXX-WXX-{f.weekday}"
    if f.quarter or f.half or f.season:
        return f"XXXX-{f.season or (f'Q{f.quarter}' if f.quarter else f'H{f.half}')}"
    if f.holiday:
        return f"XXXX-{yearly(f.holiday)}"
    return _UNPLACED[f.unit or "year"]
