"""Lengths: durations and sets, with their TIMEX3 values (P3M, PT2H, XXXX-WXX-5)."""

from __future__ import annotations

from onrecord.times.fields import Fields
from onrecord.times.periods import add
from onrecord.times.reference import Answer, Reference

# Units that ISO 8601 durations do not have, in those that they have.
_ISO = {"decade": ("Y", 10), "century": ("Y", 100), "fortnight": ("W", 2), "year": ("Y", 1), "month": ("M", 1),
        "week": ("W", 1), "day": ("D", 1), "quarter": ("Q", 1), "weekend": ("WE", 1), "hour": ("H", 1),
        "minute": ("M", 1), "second": ("S", 1)}  # fmt: skip
_BELOW_DAY = frozenset(("hour", "minute", "second"))
# A half of a unit, in a smaller one, where that is exact.
_HALF = {"year": (6, "month"), "hour": (30, "minute"), "minute": (30, "second"), "day": (12, "hour")}


def number(f: Fields) -> float | None:
    """How many units an expression counts; None where it does not tell ("several")."""
    more = _more(f.more)
    if f.count in ("", "X"):
        return more if more and not f.count else None
    return float(f.count) * f.mult + more


def _more(more: str) -> float:
    if not more:
        return 0.0
    if "/" in more:
        above, below = more.split("/")
        return int(above) / int(below)
    return 0.5


def duration(count: float | None, unit: str) -> str:
    """The ISO 8601 duration of a number of units: P2Y6M, PT30M, PXD where the number is not known."""
    if count is None:
        return f"P{'T' if unit in _BELOW_DAY else ''}X{'Y' if unit in ('decade', 'century') else _ISO[unit][0]}"
    whole, rest = int(count), count - int(count)
    letter, factor = _ISO[unit]
    if rest == 0.5 and unit in _HALF:
        half, smaller = _HALF[unit]
        larger = f"{whole}{letter}" if whole else ""
        return _joined({unit: larger, smaller: f"{half}{_ISO[smaller][0]}"})
    amount = count * factor
    return _joined({unit: f"{int(amount) if amount == int(amount) else amount}{letter}"})


def _joined(amounts: dict[str, str]) -> str:
    """The amounts as one duration, with the T before hours, minutes and seconds."""
    days = "".join(text for unit, text in amounts.items() if unit not in _BELOW_DAY)
    clock = "".join(text for unit, text in amounts.items() if unit in _BELOW_DAY)
    return f"P{days}{'T' if clock else ''}{clock}"


def length(f: Fields, ref: Reference) -> Answer:
    """The reading of a duration. "The past two years" end with the day of publication, "the next two" begin with it."""
    count = number(f)
    value = duration(count, f.unit)
    if f.unit2:
        value = _joined({f.unit: f"{int(count or 0)}{_ISO[f.unit][0]}", f.unit2: f"{f.second}{_ISO[f.unit2][0]}"})
    others = (duration(float(f.upper), f.unit),) if f.upper else ()
    mod = f.approx or ("EQUAL_OR_MORE" if f.upper else "")
    begin, end = _bounds(f, ref, count)
    return Answer(kind="DURATION", value=value, mod=mod, rule="a length", alternatives=others, from_=begin, to=end)


def _bounds(f: Fields, ref: Reference, count: float | None) -> tuple[str | None, str | None]:
    """The days that "the past three months" and "the next two weeks" span; none for other lengths."""
    if ref.now is None or count is None or count != int(count) or f.unit in _BELOW_DAY or not f.rel.startswith("now"):
        return None, None
    unit, factor = ("month", 3) if f.unit == "quarter" else ("day", 2) if f.unit == "weekend" else (f.unit, 1)
    side = int(f.rel[-2:])
    if not side or abs(count) > 1000:
        return None, None
    try:
        other = add(ref.now, unit, side * factor * int(count))
    except (ValueError, OverflowError):
        return None, None
    first, last = sorted((ref.now, other))
    return first.isoformat(), add(last, "day", 1 if side < 0 else 0).isoformat()


def recurring(f: Fields, ref: Reference) -> Answer:
    """The reading of a set: what recurs (XXXX-WXX-5 for Fridays) or how often (P1Y for "twice a year")."""
    part = f.part or f.parts
    tail = f"T{part}" if part else ""
    if f.every.startswith("P") and not f.unit:
        value = f.every
    elif f.weekday:
        value = f"XXXX-WXX-{f.weekday}{tail}"
    elif f.month:
        value = f"XXXX-{f.month:02}"
    elif f.season:
        value = f"XXXX-{f.season}"
    elif f.unit:
        value = duration(float(f.count) if f.count not in ("", "X") else 1 if not f.count else None, f.unit)
    else:
        value = f"XXXX-XX-XX{tail}"
    return Answer(kind="SET", value=value, rule="recurs")


def reference(f: Fields, ref: Reference) -> Answer:
    """Now, the past and the future as such."""
    return Answer(kind="DATE", value=f.ref, rule="vague")
