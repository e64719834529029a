"""The gazetteer: 240,000 places of the world by name, in two memory-mapped files that open in milliseconds.

`gazetteer.marisa` is a trie of folded names; `gazetteer.bin` holds, for each name, the places that bear it, and the
columns of each place. Both are compiled by `python -m onrecord.knowledge.build_gazetteer` from GeoNames data and the
project's own tables beside them.
"""

from __future__ import annotations

import math
import mmap
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import marisa_trie
import msgspec

from onrecord.errors import KnowledgeError
from onrecord.schema.place import Place

TRIE, TABLE = "gazetteer.marisa", "gazetteer.bin"
MAGIC = b"ORGAZ\x00\x00\x01"
KINDS = (
    "country",
    "region",
    "capital",
    "city",
    "county",
    "area",
    "territory",
    "island",
    "mountain",
    "sea",
    "river",
    "lake",
    "site",
)
MANY = 1 << 31  # a head with this bit is the start of a list in the overflow; without it, the only posting
DEGREE = 100_000  # coordinates are stored in hundred-thousandths of a degree
_LOG = 27  # populations are stored as 27 * log10, in steps of nine per cent

_MARKS = str.maketrans(dict.fromkeys(".’‘ʻʼ'`´") | dict.fromkeys("-‐‑‒–/", " "))
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
)
_SHORT = {"saint": "st", "mt": "mount", "ft": "fort"}


def fold(name: str) -> str:
    """The key of a name: lower case, without accents, stops and apostrophes.

    Hyphens become spaces; Saint, Mt and Ft become st, mount and fort.
    """
    plain = name.lower() if name.isascii() else _plain(name)
    return " ".join([_SHORT.get(word, word) for word in plain.translate(_MARKS).split()])


def _plain(name: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return bare.translate(_LETTERS)


def acronym(name: str) -> str:
    """The key of a name that is all capitals ("US", "U.K.", "UAE"), which must not match the word "us"."""
    return "=" + name.replace(".", "")


def abbreviation(name: str) -> str:
    """The key of a division's short form ("Ky.", "N.Y.", "MD"), its letters and inner stops kept: M.D. is no state."""
    return "~" + name.removesuffix(".")


def slug(name: str) -> str:
    """The id of a place without a GeoNames id: its name in lower case, joined by hyphens ("black-sea")."""
    return re.sub(r"[^a-z0-9]+", "-", _plain(name)).strip("-")


def rank_of(population: int) -> int:
    """A population as the gazetteer stores it, 0 to 255."""
    return min(255, round(_LOG * math.log10(population))) if population > 0 else 0


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A place that a name can mean.

    `country` is ISO 3166-1 alpha-3, `code` the GeoNames code of its first-level division, `population` people to within
    a tenth (0 where unknown), `alternate` true where the name is not the place's usual one in English.
    """

    index: int
    name: str
    kind: str
    country: str | None
    code: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    geonames: int | None
    alternate: bool

    @property
    def id(self) -> str:
        """The id in a reading: "gn" and the GeoNames id, else a slug of the name."""
        return f"gn{self.geonames}" if self.geonames else slug(self.name)

    def place(self) -> Place:
        """The row of a reading's gazetteer. A division is not inside itself, so its `admin1` is None."""
        return Place(
            name=self.name,
            kind=self.kind,
            country=self.country,
            admin1=self.admin1 if self.admin1 != self.name or self.kind in ("city", "capital") else None,
            lat=self.lat,
            lon=self.lon,
            geonames=self.geonames,
        )


class Columns(msgspec.Struct, frozen=True):
    """How many values each column of `gazetteer.bin` has; the file's second block."""

    heads: int
    overflow: int
    places: int
    divisions: int
    strings: int


class Gazetteer:
    """The opened gazetteer. Reads pages of its two files as they are asked for; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """Open the two files in `folder`. Raises KnowledgeError where they are missing or of another format."""
        try:
            self._trie = marisa_trie.Trie().mmap(str(folder / TRIE))
            with (folder / TABLE).open("rb") as file:
                data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, RuntimeError, ValueError) as error:
            raise KnowledgeError(f"the gazetteer in {folder} cannot be opened ({error}); reinstall onrecord") from error
        if bytes(data[:8]) != MAGIC:
            raise KnowledgeError(f"{folder / TABLE} is not a gazetteer of this version; reinstall onrecord")
        size = Columns(*data[8:28].cast("I"))
        cut = _Cutter(data, 28)
        self._heads = cut("I", size.heads)
        self._overflow = cut("I", size.overflow)
        self._geonames = cut("I", size.places)
        self._lat = cut("i", size.places)
        self._lon = cut("i", size.places)
        self._names = cut("I", size.places)
        self._divisions = cut("I", size.divisions)
        self._division = cut("H", size.places + size.places % 2)
        self._kinds = cut("B", size.places)
        self._ranks = cut("B", size.places)
        self._strings = cut("B", size.strings)
        self.size = size
        self._cached = lru_cache(maxsize=4096)(self._read)

    def entries(self, key: str) -> tuple[Entry, ...]:
        """The places that a key (`fold`, `acronym` or `abbreviation` of a name) can mean; () for an unknown name."""
        return self._cached(key)

    def _read(self, key: str) -> tuple[Entry, ...]:
        number = self._trie.get(key)
        if number is None:
            return ()
        head = self._heads[number]
        if not head & MANY:
            return (self._entry(head),)
        at = head & ~MANY
        count = self._overflow[at]
        return tuple(self._entry(posting) for posting in self._overflow[at + 1 : at + 1 + count])

    def __contains__(self, key: str) -> bool:
        return key in self._trie

    def opens(self, key: str) -> bool:
        """Whether the words of a folded key open a longer name ("new", "san")."""
        return next(self._trie.iterkeys(f"{key} "), None) is not None

    def _entry(self, posting: int) -> Entry:
        index = posting >> 1
        country, code, admin1 = self._string(self._divisions[self._division[index]]).split("\t")
        rank = self._ranks[index]
        return Entry(
            index=index,
            name=self._string(self._names[index]),
            kind=KINDS[self._kinds[index]],
            country=country or None,
            code=code or None,
            admin1=admin1 or None,
            lat=self._lat[index] / DEGREE,
            lon=self._lon[index] / DEGREE,
            population=round(10 ** (rank / _LOG)) if rank else 0,
            geonames=self._geonames[index] or None,
            alternate=bool(posting & 1),
        )

    def _string(self, offset: int) -> str:
        end = offset + 1 + self._strings[offset]
        return bytes(self._strings[offset + 1 : end]).decode()


class _Cutter:
    """Cuts typed columns off a block of bytes, one after the other, without copying."""

    def __init__(self, data: memoryview, start: int) -> None:
        self._data = data
        self._at = start

    def __call__(self, code: Literal["I", "i", "H", "B"], count: int) -> memoryview:
        start, self._at = self._at, self._at + count * {"I": 4, "i": 4, "H": 2, "B": 1}[code]
        return self._data[start : self._at].cast(code)


@cache
def gazetteer() -> Gazetteer:
    """The packaged gazetteer, opened once a process."""
    return Gazetteer(Path(str(files("onrecord.knowledge").joinpath("data"))))
