"""Need: how much evidence a name asks for before it counts as a place.

A state or a large city needs none; a small town, a town called like a person or like a common word needs a preposition
of place, a state named after it, or a "town of".
"""

from __future__ import annotations

from onrecord.knowledge.gazetteer import Entry
from onrecord.knowledge.gazetteer_words import PlaceWords
from onrecord.places.lines import Line
from onrecord.places.spot import Spot, is_spelling

CERTAIN, STRONG, WEAK = 3, 2, 1
_NEVER = 9
_HUGE, _LARGE, _BORROWED, _MIDDLE, _SMALL = 1_000_000, 300_000, 100_000, 50_000, 5_000  # people
_DIVISIONS = frozenset("district region province county division".split())
_OWN = frozenset(("area", "territory", "island", "mountain", "sea", "river", "lake", "site"))


def need(line: Line, spot: Spot, words: PlaceWords, supported: bool) -> int:
    """The evidence that a spot needs: 0 for a state, 3 for a common word.

    `supported` is true where the article names other places of the same state or division: that is worth one.
    """
    if spot.country or spot.short or not spot.entries:
        return 0
    if spot.key in words.never or _is_direction(line, spot, words):
        return _NEVER
    if spot.single and spot.key in words.name:
        huge = any(entry.population > _HUGE and not entry.alternate for entry in spot.entries)
        return WEAK - supported if huge else max(STRONG, least(spot))  # "over Warren" is a person in any setting
    asked = CERTAIN if spot.single and spot.key in words.word else least(spot)
    if asked and asked < CERTAIN and spot.single and spot.first == 0:
        asked += 1
    return asked - 1 if supported and asked else asked


def _is_direction(line: Line, spot: Spot, words: PlaceWords) -> bool:
    """True for names made of directions alone ("South East", "Western District"), though places are called so."""
    units = line.units[spot.first : spot.last]
    plain = all(unit.key in words.direction or unit.key in _DIVISIONS for unit in units)
    return plain and not spot.key.startswith("the ")


def is_solid(spot: Spot, words: PlaceWords) -> bool:
    """True for a name that is a place even beside another name: a state, a division, a large city."""
    if spot.single and (spot.key in words.name or spot.key in words.word):
        return spot.country
    return spot.inside is not None or any(_asked(entry, spot) == 0 for entry in spot.entries)


def least(spot: Spot) -> int:
    """What the best known of the places of a name asks for."""
    return min((_asked(entry, spot) for entry in spot.entries), default=0)


def _asked(entry: Entry, spot: Spot) -> int:
    """What one reading of the name asks for, by its kind and size."""
    if entry.kind in _OWN:
        return 0
    if entry.kind in ("region", "county"):
        return 0 if not spot.single or entry.population > _HUGE else WEAK
    people = entry.population
    if not is_spelling(spot.key, entry):
        if people < _BORROWED:
            return CERTAIN  # GeoNames lists "West Side" for West Newton
        people //= 10
    if people >= _LARGE or (entry.kind == "capital" and people >= _MIDDLE):
        return 0
    asked = WEAK if people >= _MIDDLE else STRONG if people >= _SMALL else CERTAIN
    return asked if spot.single or spot.key.startswith("st ") else asked - 1
