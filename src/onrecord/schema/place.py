"""Place and PlaceMention: a point or an area of the world, and the words that name it."""

from __future__ import annotations

from typing import Literal

import msgspec

PlaceUse = Literal["place", "actor", "modifier"]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the gazetteer.

    `kind`: country, region (first-level division), county, city, capital, territory, area, island, mountain, sea,
    river, lake, site.
    `country` is ISO 3166-1 alpha-3, None for what lies in several or none. `lat` and `lon` are WGS 84 degrees.
    `geonames` is the GeoNames id, where there is one.
    """

    name: str
    kind: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A place name in the text. `place` is an id of the reading's gazetteer, None where it was not resolved.

    `use`: `place` (where something is), `actor` (a state or its government acts: "Moscow said"), `modifier` ("Chile's
    minister", "Vladivostok port").
    """

    start: int
    end: int
    text: str
    place: str | None
    use: PlaceUse
