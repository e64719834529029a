"""Evidence: how surely a spot is a place, from the words beside it."""

from __future__ import annotations

from onrecord.knowledge.gazetteer_words import PlaceWords
from onrecord.places.lines import Line, Unit
from onrecord.places.need import CERTAIN, STRONG, WEAK, is_solid, least
from onrecord.places.spot import Spot

REFUSED = -9
_WHERE = frozenset("in near at outside across throughout inside around off toward towards nearby within".split())
_WHITHER = frozenset("to from of for on between via through over against with by among into beyond about".split())
# What is done to a place: "the storm hit X".
_REACHED = frozenset(
    "hit hits struck reached reaches entered left leaving bombed shelled battered devastated flooded besieged stormed "
    "captured recaptured occupied evacuated hitting striking reaching entering bombing shelling".split()
)
_COMPASS = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern"
    " northwestern southeastern southwestern central downtown uptown midtown upstate coastal rural suburban".split()
)
_TOWNS = frozenset(("city", "capital"))
_PARTICLES = frozenset("de du des del della da do di van von al el bin ibn la le".split())
_BASED = frozenset("based area born wide bound trained backed led style controlled held occupied".split())
_LIST = frozenset((",", "and", "or", "&"))
_SAID = frozenset("said says told added testified wrote tweeted recalled explained joked".split())


def weigh(line: Line, spots: tuple[Spot, ...], number: int, words: PlaceWords) -> int:
    """The evidence for one of the spots of a line: REFUSED where it is part of another name, else from -2 up."""
    spot = spots[number]
    earlier = spots[number - 1] if number else None
    later = spots[number + 1] if number + 1 < len(spots) else None
    if spot.short or not spot.entries or line.kind == "dateline":
        return CERTAIN
    right = line.at(spot.last)
    plain = not line.headline and not line.capitals
    if plain and _opens_as_dateline(line, spot, right):
        return CERTAIN
    if plain and (_swallowed_left(line, spot, earlier, words) or _named_after(line, spot, words)):
        return REFUSED
    if spot.inside is not None and right is not None and not right.key:
        return CERTAIN
    if _is_ship(line, spot, right):
        return REFUSED
    if plain and _swallowed_right(line, spot, later, words):
        return REFUSED
    if right is not None and right.capital and right.key in words.outlet:
        return REFUSED  # in a headline too: "New York Times Struggles"
    before = 0 if _owns(spot, right, words) else _before(line, spot, words)
    return before + _after(line, spot, right, words) + _listed(line, spot, (earlier, later), words)


def _is_ship(line: Line, spot: Spot, right: Unit | None) -> bool:
    """True for a town's name that stands alone after "the": "the Moskva sank" is no town."""
    before = line.at(spot.first - 1)
    if before is None or before.key != "the" or spot.key.startswith("the "):
        return False
    alone = right is None or not right.key or not (right.capital or right.glued or right.tag.startswith("NN"))
    return alone and right is not None and right.key != "s" and all(entry.kind in _TOWNS for entry in spot.entries)


def _owns(spot: Spot, right: Unit | None, words: PlaceWords) -> bool:
    """True for "in Clinton's emails" and "in Clinton circles": a person's name, whatever stands before it."""
    if right is None or spot.inside is not None or not (spot.single and spot.key in words.name):
        return False
    return right.key == "s" or (right.tag.startswith("NN") and not right.capital and right.key not in words.near)


def _opens_as_dateline(line: Line, spot: Spot, right: Unit | None) -> bool:
    """True for a dateline that lost its dash: "WASHINGTON Barack Obama ..."."""
    upper = spot.first == 0 and len(spot.key) > 3 and line.units[0].text.isupper()
    return upper and right is not None and (right.capital or not right.key)


def _swallowed_left(line: Line, spot: Spot, earlier: Spot | None, words: PlaceWords) -> bool:
    """True where a capitalised word before it makes it the end of a longer name ("Paul Paris", "Air Berlin")."""
    left = line.at(spot.first - 1)
    if left is None or not left.key or not left.capital:
        return False
    if earlier is not None and earlier.last == spot.first and is_solid(earlier, words):
        return False
    if line.units[spot.first].glued:
        return not (spot.country and left.text.isupper())  # "EU-Canada", not "Smith-Jordan"
    if left.key in words.title or left.key in words.outlet:
        return True
    if left.key == "the":
        return spot.first > 1 and not spot.country and not spot.key.startswith("the ")
    return not (_opens(left, spot.first - 1, words) or left.key in words.direction or left.key in words.never)


def _opens(unit: Unit, index: int, words: PlaceWords) -> bool:
    """True for a word that has its capital from the start of the sentence."""
    return unit.key in words.function or (index == 0 and not unit.tag.startswith("NNP"))


def _swallowed_right(line: Line, spot: Spot, later: Spot | None, words: PlaceWords) -> bool:
    """True where a capitalised word after it makes it the start of a longer name ("Paris Hilton", "Boston Globe")."""
    right = line.at(spot.last)
    if right is None or not right.key:
        return False
    if right.key == "s":
        return _is_saint(line, spot, words)
    if not right.capital:
        after = line.at(spot.last + 1)  # "Gare du Nord"
        return right.key in _PARTICLES and after is not None and after.capital
    given = spot.single and spot.key in words.name and not spot.country
    if given and (right.key in words.word or right.key in words.name):
        return True  # "Florence King"
    if any(right.key in kind for kind in (words.title, words.body, words.head, words.function, words.never)):
        return False
    if given:
        return True
    if later is not None and later.first == spot.last and (not later.entries or is_solid(later, words)):
        return False
    joined = right.glued and right.text.isupper()  # "Canada-EU"
    return not (spot.country and (joined or spot.key.startswith("=")))


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
        turned = turned or unit.key in _COMPASS
        index -= 1
    if unit is None or not unit.key:
        return STRONG if turned else 0
    if unit.key == "of" and (kind := line.at(index - 1)) is not None and kind.key in words.near:
        return STRONG if kind.capital else CERTAIN
    if unit.key in _WHERE or turned:
        return STRONG
    return WEAK if unit.key in _WHITHER or unit.key in _REACHED else 0


def _after(line: Line, spot: Spot, right: Unit | None, words: PlaceWords) -> int:
    """The evidence of what stands after: "X province" and "X-based" 2, "X Police" 1, "X said" and "X, 34," -2."""
    if right is None:
        return 0
    if right.glued and right.key in _BASED:
        return STRONG
    if right.key in words.head or (right.key in words.near and not right.capital):
        return STRONG if right.key not in words.direction else 0
    if right.key in _SAID:
        return -2
    if right.text == "," and _is_age(line.at(spot.last + 1), line.at(spot.last + 2)):
        return -2
    return WEAK if right.capital and (right.key in words.body or right.key in words.title) else 0


def _is_age(unit: Unit | None, after: Unit | None) -> bool:
    """True for the age in "X, 34, said", and not for the miles in "X, 90 miles away"."""
    number = unit is not None and unit.text.isdigit() and int(unit.text) < 110
    return number and (after is None or not after.key or after.key in ("who", "and"))


def _listed(line: Line, spot: Spot, others: tuple[Spot | None, Spot | None], words: PlaceWords) -> int:
    """1 beside a sure place in a list: "Khan Younis, Rafah and Gaza"."""
    for other in others:
        if other is None:
            continue
        first, last = sorted((spot, other), key=lambda each: each.first)
        between = line.units[first.last : last.first]
        joined = 0 < len(between) < 3 and all(unit.text in _LIST for unit in between)
        if joined and (is_solid(other, words) or least(other) < STRONG):
            return WEAK
    return 0
