"""Evidence: how surely a spot is a place, from the words beside it.

A spot counts where its evidence reaches what its name needs. A state or a large city needs none; a small town, a town
called like a person or like a common word needs a preposition of place, a state named after it, or a "town of".
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.knowledge.gazetteer import Entry
from onrecord.knowledge.gazetteer_words import PlaceWords
from onrecord.places.lines import Line, Unit
from onrecord.places.spot import Spot

REFUSED = -9
CERTAIN, STRONG, WEAK = 3, 2, 1
_WHERE = frozenset("in near at outside across throughout inside around off toward towards nearby within".split())
_WHITHER = frozenset("to from of for on between via through over against with by among into beyond about".split())
_BASED = frozenset("based area born wide bound trained backed led style controlled held occupied".split())
_SAID = frozenset("said says told added testified wrote tweeted recalled explained joked".split())
_HUGE, _LARGE, _MIDDLE, _SMALL = 1_000_000, 300_000, 50_000, 5_000
_OWN = frozenset(("area", "territory", "island", "mountain", "sea", "river", "lake", "site"))


def weigh(line: Line, spot: Spot, spots: tuple[Spot, ...], words: PlaceWords) -> int:
    """The evidence for one spot of a line: REFUSED where it is part of another name, else -2 to 5."""
    if spot.short or not spot.entries or spot.inside is not None or line.kind == "dateline":
        return CERTAIN
    left, right = line.at(spot.first - 1), line.at(spot.last)
    if not line.headline and not line.capitals:
        if _swallowed_left(line, spot, left, spots, words) or _swallowed_right(line, spot, right, spots, words):
            return REFUSED
        if _named_after(line, spot, words):
            return REFUSED
    return _before(line, spot, words) + _after(line, spot, right, words)


def _swallowed_left(line: Line, spot: Spot, left: Unit | None, spots: tuple[Spot, ...], words: PlaceWords) -> bool:
    """True where a capitalised word before it makes it the end of a longer name ("Paul Paris", "Air Berlin")."""
    if left is None or not left.key or not left.capital:
        return False
    before = next((other for other in spots if other.last == spot.first), None)
    if before is not None and _solid(before, words):
        return False
    if line.units[spot.first].glued or left.key in words.title or left.key in words.outlet:
        return True
    if left.key == "the":
        return spot.first > 1 and not spot.country and not spot.key.startswith("the ")
    return not (_opens(left, spot.first - 1, words) or left.key in words.direction or left.key in words.never)


def _opens(unit: Unit, index: int, words: PlaceWords) -> bool:
    """True for a word that has its capital from the start of the sentence."""
    return unit.key in words.function or (index == 0 and not unit.tag.startswith("NNP"))


def _solid(spot: Spot, words: PlaceWords) -> bool:
    """True for a name that is a place even beside another name: a state, a division, a large city."""
    if spot.single and (spot.key in words.name or spot.key in words.word):
        return spot.country
    return spot.inside is not None or any(_asked(entry, spot) == 0 for entry in spot.entries)


def _swallowed_right(line: Line, spot: Spot, right: Unit | None, spots: tuple[Spot, ...], words: PlaceWords) -> bool:
    """True where a capitalised word after it makes it the start of a longer name ("Paris Hilton", "Boston Globe")."""
    if right is None or not right.key:
        return False
    if right.key == "s":
        return _is_saint(line, spot, words)
    if not right.capital:
        return False
    if right.key in words.outlet:
        return True
    if any(right.key in kind for kind in (words.title, words.body, words.head, words.function, words.never)):
        return False
    after = next((other for other in spots if other.first == spot.last), None)
    if after is not None and (not after.entries or _solid(after, words)):
        return False
    return not (spot.key.startswith("=") and spot.country)


def _is_saint(line: Line, spot: Spot, words: PlaceWords) -> bool:
    """True for "St. Michael's Hospital": a saint's name that goes on, after its possessive, as an institution's."""
    after = line.at(spot.last + 1)
    if after is None or not after.key or not spot.key.startswith("st "):
        return False
    return after.capital or after.key in words.outlet


def _named_after(line: Line, spot: Spot, words: PlaceWords) -> bool:
    """True after "University of" and its like."""
    of, head = line.at(spot.first - 1), line.at(spot.first - 2)
    return of is not None and of.key == "of" and head is not None and head.capital and head.key in words.orgof


def _before(line: Line, spot: Spot, words: PlaceWords) -> int:
    """The evidence of what stands before: "in X" and "northern X" 2, "to X" 1, "the city of X" 3."""
    index = spot.first - 1
    turned = False
    while (unit := line.at(index)) is not None and (unit.key in words.direction or unit.key == "the"):
        turned = turned or unit.key in words.direction
        index -= 1
    if unit is None or not unit.key:
        return STRONG if turned else 0
    if unit.key == "of" and (kind := line.at(index - 1)) is not None and kind.key in words.near:
        return CERTAIN
    if unit.key in _WHERE or turned:
        return STRONG
    return WEAK if unit.key in _WHITHER else 0


def _after(line: Line, spot: Spot, right: Unit | None, words: PlaceWords) -> int:
    """The evidence of what stands after: "X province" and "X-based" 2, "X Police" 1; "X said" and "X, 34," against it."""
    if right is None:
        return 0
    if right.glued and right.key in _BASED:
        return STRONG
    if right.key in words.head or (right.key in words.near and not right.capital):
        return STRONG if right.key not in words.direction else 0
    if right.key in _SAID:
        return -2
    if right.text == "," and (age := line.at(spot.last + 1)) is not None and age.text.isdigit() and int(age.text) < 110:
        return -2
    return WEAK if right.capital and (right.key in words.body or right.key in words.title) else 0


def need(line: Line, spot: Spot, words: PlaceWords, supported: bool) -> int:
    """How much evidence a name asks for: 0 for a state, 3 for a common word; one less with other places around it."""
    if spot.country or spot.short or not spot.entries:
        return 0
    if spot.key in words.never or (spot.single and _is_part(spot.key, words)):
        return CERTAIN + WEAK
    asked = min(_asked(entry, spot) for entry in spot.entries)
    if all(unit.key in words.direction for unit in line.units[spot.first : spot.last]) and not spot.key.startswith("the "):
        asked = CERTAIN + WEAK
    elif spot.single and spot.key in words.word:
        asked = CERTAIN
    elif spot.single and spot.key in words.name:
        large = any(entry.population > _HUGE and not entry.alternate for entry in spot.entries)
        asked = WEAK if large else max(STRONG, asked + 1)
    elif spot.single and spot.first == 0 and asked:
        asked += 1
    return asked - 1 if supported and asked else asked


def _is_part(key: str, words: PlaceWords) -> bool:
    """True for the words that names of bodies, offices and firms are made of, though towns are called "University"."""
    return any(key in kind for kind in (words.outlet, words.body, words.head, words.title, words.function))


def _asked(entry: Entry, spot: Spot) -> int:
    """What one reading of the name asks for, by its kind and size."""
    many = not spot.single
    if entry.kind in _OWN:
        return 0
    if entry.kind in ("region", "county"):
        return 0 if many or entry.population > 1_000_000 else WEAK
    people = entry.population / 10 if entry.alternate else entry.population
    if people >= _LARGE or (entry.kind == "capital" and people >= _MIDDLE):
        return 0
    asked = WEAK if people >= _MIDDLE else STRONG if people >= _SMALL else CERTAIN
    return asked - 1 if many and not entry.alternate else asked


def surnames(line: Line, spots: tuple[Spot, ...], words: PlaceWords) -> Iterator[str]:
    """The words of a line that are parts of the names of persons and firms: "hilton" of "Paris Hilton".

    The last word of a run of capitals that is not a place's; and its first, where it is known as a given name and a
    word that no place is called by follows.
    """
    if line.headline or line.capitals:
        return
    for first, last in _runs(line, words):
        if any(spot.first <= first and last <= spot.last for spot in spots):
            continue
        end, before = line.units[last - 1], line.units[last - 2]
        if not _is_part(end.key, words) and before.key not in words.direction and before.key not in words.never:
            yield end.key
            if line.units[first].key in words.name and not any(spot.last == last for spot in spots if _solid(spot, words)):
                yield line.units[first].key


def _runs(line: Line, words: PlaceWords) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, without those that a sentence's start puts there."""
    start = end = -1
    for index in line.raised:
        unit = line.units[index]
        if unit.key in words.function or unit.glued:
            continue
        if index != end:
            if end - start > 1:
                yield start, end
            start = index
        end = index + 1
    if end - start > 1:
        yield start, end
