"""Spot: words of a line that name a place, with all places called so."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from onrecord.knowledge.gazetteer import Entry, fold

_VOWELS = str.maketrans("", "", "aeiouyhj ")


class Spot(msgspec.Struct, frozen=True):
    """Units `first` to `last` (exclusive) of a line that name a place, and all places called so.

    `key` is the gazetteer's key; `entries` is empty for a name that the gazetteer does not have. `short` is true for a
    division's short form after a comma ("Ky."). `inside` is the number (in the line's spots) of the spot that follows
    after a comma and holds this one ("Paris, Texas").
    """

    first: int
    last: int
    key: str
    entries: tuple[Entry, ...] = ()
    short: bool = False
    inside: int | None = None

    @property
    def single(self) -> bool:
        """True for a name of one word."""
        return self.last - self.first == 1

    @property
    def country(self) -> bool:
        """True where the name can mean a state."""
        return any(entry.kind == "country" for entry in self.entries)


def inside(entry: Entry, holder: Entry) -> bool:
    """True where a state, division or county holds another place, by the codes of both."""
    if entry.index == holder.index or entry.kind == "country" or not holder.country:
        return False
    if holder.kind == "country":
        return entry.country == holder.country
    if holder.kind in ("region", "territory") and holder.code:
        return entry.kind != "region" and (entry.country, entry.code) == (holder.country, holder.code)
    return False


def is_spelling(key: str, entry: Entry) -> bool:
    """True where a name is the usual one of a place or another spelling of it, by its consonants: Khan Younis, Hama."""
    return not entry.alternate or _consonants(key) == _consonants(entry.name)


@lru_cache(maxsize=10_000)
def _consonants(name: str) -> str:
    return fold(name).translate(_VOWELS)
