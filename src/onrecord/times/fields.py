"""Fields: what the slots of a recognised expression say, typed."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Fields(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The slots of a match. Numbers count from 1, weekdays from Monday; `week` -1 is the last of a month.

    `rel` and `way` tell a direction as `now-1` (last), `now+0` (this), `now+1` (next), or from the time that the text
    is at: `then-1` (previous), `then+0` (same, that), `then+1` (following). With `unit` it is that unit that is
    shifted, else the nearest month, weekday, season or holiday on that side is meant. `by_verb` is "the next year":
    the verb tells whether it is counted from publication.
    """

    iso: str = ""
    slash: str = ""
    year: int | None = None
    short: int | None = None
    hi: int | None = None
    lo: int = 0
    bc: int | None = None
    era: str = ""
    decade: int | None = None
    century: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str = ""
    month: int | None = None
    week: int | None = None
    weekday: int | None = None
    day: int | None = None
    holiday: str = ""
    deictic: int | None = None
    plus: int = 0
    part: str = ""
    partmod: str = ""
    parts: str = ""
    clock: str = ""
    hour: int | None = None
    ampm: str = ""
    hhmm: str = ""
    zone: str = ""
    ahead: str = ""
    hours: int = 0
    mod: str = ""
    approx: str = ""
    rel: str = ""
    anaphoric: bool = True
    by_verb: bool = False
    way: str = ""
    unit: str = ""
    fiscal: str = ""
    shift: int = 0
    base: str = ""
    sign: int = -1
    count: str = ""
    more: str = ""
    mult: int = 1
    upper: str = ""
    second: int = 0
    unit2: str = ""
    every: str = ""
    ref: str = ""


def fields(slots: Mapping[str, str]) -> Fields:
    """The slots of a match, typed. Raises msgspec.ValidationError where a grammar row puts a wrong word into one."""
    return msgspec.convert(slots, Fields, strict=False)
