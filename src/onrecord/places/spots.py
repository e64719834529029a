"""Spots: the capitalised words of a line that some place is called by, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from onrecord.knowledge.gazetteer import Entry, Gazetteer, abbreviation, acronym
from onrecord.knowledge.gazetteer_words import PlaceWords
from onrecord.places.lines import Line
from onrecord.places.spot import Spot, inside
from onrecord.places.unlisted import with_unlisted

LONGEST = 7  # units; "Democratic People's Republic of Korea"
# Words that stay small inside a name.
_SMALL = frozenset(
    "of the and upon on in le la les de del della di da do dos das du des el al az ez es as ad an ar y e aux sur sous"
    " am an der den die und bei von zu ob nad pod na ibn bin s".split()
)
_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,5}")
_LARGE = 400_000
_DIVIDED = frozenset(("country", "region", "county", "city", "capital"))
_ARTICLES = frozenset(("al", "el", "ash", "as", "an", "ar", "ad", "az"))


class Finder:
    """Finds the spots of lines in a gazetteer."""

    def __init__(self, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._gazetteer = gazetteer
        self._words = words
        self._never = words.never | words.outlet | words.body | words.head | words.title | words.function

    def spots(self, line: Line) -> tuple[Spot, ...]:
        """The spots of a line, in order, none overlapping another, containers linked."""
        found = with_unlisted(line, list(self._scan(line)), self._words)
        return tuple(
            msgspec.structs.replace(spot, inside=number + 1) if _holds(line, found, number) else spot
            for number, spot in enumerate(found)
        )

    def _scan(self, line: Line) -> Iterator[Spot]:
        last = None
        for at in line.raised:
            if last is not None and at < last.last:
                continue
            spot = self._short(line, at, last) or self._longest(line, at)
            if spot is not None:
                yield spot
                last = spot

    def _short(self, line: Line, at: int, last: Spot | None) -> Spot | None:
        """A short form of a division: after a comma and a name, or with stops between its letters ("N.Y.")."""
        unit = line.units[at]
        if len(unit.key) > 5:
            return None
        comma = at >= 2 and line.units[at - 1].text == "," and line.units[at - 2].capital
        placed = last is not None and last.last == at - 1
        for end, text in _written(line, at):
            dotted = text.count(".") > 1
            if dotted or (comma and (placed or (text.endswith(".") and not text.isupper()))):
                entries = self._gazetteer.entries(abbreviation(text))
                if entries:
                    return Spot(at, end, abbreviation(text), entries, short=comma)
        return None

    def _longest(self, line: Line, at: int) -> Spot | None:
        article = at > 0 and line.units[at].glued and line.units[at - 1].key in _ARTICLES
        first = at - 1 if article else at
        ends = self._ends(line, first)
        for last in range(len(ends), 1, -1):
            key, end = ends[last - 1], line.units[first + last - 1]
            if (end.capital or end.key in self._words.head) and key in self._gazetteer and not self._of_body(key):
                entries = self._gazetteer.entries(key)
                if end.capital or all(entry.kind not in _DIVIDED for entry in entries):
                    return Spot(first, first + last, key, entries)
        return self._single(line, at)

    def _of_body(self, key: str) -> bool:
        """True for "University of Texas" and its like, though towns have grown around some of them."""
        first, _, rest = key.partition(" ")
        return first in self._words.orgof and rest.startswith("of ")

    def _ends(self, line: Line, first: int) -> list[str]:
        """The keys of the words from a unit on, of one, of two, and so on, as long as they look like a name."""
        text = line.units[first].key
        keys = [text]
        for unit in line.units[first + 1 : first + LONGEST]:
            if not unit.key or not (unit.capital or unit.key in _SMALL or unit.key in self._words.head):
                break
            text += unit.key if unit.key == "s" and unit.text[0] in "'’" else f" {unit.key}"
            keys.append(text)
        return keys

    def _single(self, line: Line, at: int) -> Spot | None:
        unit = line.units[at]
        if at and line.units[at - 1].key == "the" and (entries := self._gazetteer.entries(f"the {unit.key}")):
            return Spot(at, at + 1, f"the {unit.key}", entries)
        if _ACRONYM.fullmatch(unit.text):
            if entries := self._gazetteer.entries(acronym(unit.text)):
                return Spot(at, at + 1, acronym(unit.text), entries)
            if not line.capitals and len(unit.key) < 5:
                return None
        entries = self._gazetteer.entries(unit.key) if len(unit.key) > 1 and unit.key not in self._never else ()
        return Spot(at, at + 1, unit.key, entries) if entries else None


def _written(line: Line, at: int) -> list[tuple[int, str]]:
    """The texts that start at a unit and run on without a space, the longest first, each with the unit after it."""
    texts = [(at + 1, line.units[at].text)]
    for index in range(at + 1, min(at + 3, len(line.units))):
        if line.units[index].start != line.units[index - 1].end or line.units[index].text == ",":
            break
        texts.append((index + 1, texts[-1][1] + line.units[index].text))
    return texts[::-1]


def _holds(line: Line, spots: list[Spot], number: int) -> bool:
    """True where the next spot, after a comma or "in", is the state or division that holds this one.

    A short form ("Ky.") always says so, even of a place that the gazetteer does not have there.
    """
    if number + 1 >= len(spots):
        return False
    spot, after = spots[number], spots[number + 1]
    between = [unit.text for unit in line.units[spot.last : after.first]]
    if after.short and between == [","]:
        return True
    if between not in ([","], ["("], ["in"], [",", "in"]):
        return False
    return any(inside(entry, holder) for holder in after.entries for entry in _plain(spot))


def _plain(spot: Spot) -> list[Entry]:
    """What a name can mean before a comma: Wyoming in "Ohio, Wyoming, Michigan" is no town in Michigan."""
    large = [e for e in spot.entries if e.kind == "country" or (e.kind == "region" and e.population > _LARGE)]
    return large or list(spot.entries)
