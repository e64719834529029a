"""StoryPlace: a place of the gazetteer that the record's reports name."""

from __future__ import annotations

import msgspec


class StoryPlace(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="place"):
    """A place of a record: the fields of `Place`, with its id."""

    id: str
    name: str
    kind: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
