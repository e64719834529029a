"""Affairs: what two reports tell of one affair, whose people no table knows, is one event where less than a name and a
day speaks for it: "the drivers' strike", "the talks with the guild's leaders".

Two reports are of one affair where they name the same persons or bodies whom hardly anybody else writes about. In it,
people who are only described can be told by their noun.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.story.days import Days
from onrecord.story.parties import MUTUAL, likeness
from onrecord.story.statuses import FACTUAL, OPEN, TOLD
from onrecord.story.surroundings import COMMON, DEEDS, stem
from onrecord.story.tellings import AREAS, LASTING, Party, Telling

CAST = 2
"""Reports that have so many unlisted persons and bodies in common, one of them a person, are of one affair."""
AFFAIR_DAYS = 30
"""An affair is told within so many days; a minister's name stands in reports of years."""
NEWS_DAYS = 3
"""Within so many days two reports tell of one thing where neither gives its day."""
SHORT = 3
"""A time of at most so many days is exact."""
REPEATED = frozenset({"ASSAULT", "COERCE"})
"""What is done to many on one day and again on the next: only an exact day tells which is meant."""
MEETINGS = frozenset({None, "multilateral", "third-party"})
"""Modes of those who sit together."""
VAGUE = frozenset(
    (
        "people person man men woman women member worker employee staff organiser organizer protester demonstrator "
        "marcher striker official representative leader delegation side party team resident supporter citizen relative "
        "family they those other"
    ).split()
)
"""Nouns that tell nothing of who is meant."""


def is_one_affair(first: Telling, second: Telling) -> bool:
    """True where two reports were published within a month of each other and name the same unlisted people."""
    common = first.cast & second.cast
    return len(common) >= CAST and bool(common & first.people) and are_of_one_month(first, second)


def is_near_affair(first: Telling, second: Telling) -> bool:
    """True where two reports of one month name one unlisted person, and another person, body or town, which will do for
    what was done on one day."""
    shared = first.people & second.people and len(first.context & second.context) >= COMMON
    return bool(shared) and are_of_one_month(first, second)


def are_of_one_month(first: Telling, second: Telling) -> bool:
    """True where two reports were published within a month of each other."""
    if first.published is None or second.published is None:
        return False
    return abs(first.published - second.published) <= AFFAIR_DAYS


def is_kindred(first: Telling, second: Telling) -> bool:
    """True for deeds of one kind, or by one word."""
    if first.event.type not in DEEDS:
        return False
    modes = {first.event.mode, second.event.mode}
    if first.event.type == "CONSULT" and modes <= MEETINGS:
        return True
    return len(modes) == 1 and (modes != {None} or stem(first) == stem(second))


def is_one_matter(first: Telling, second: Telling) -> bool:
    """True for kindred deeds in one affair whose parties can be the same, and whose times are near enough for that: of
    both sides the same it may be any time that both allow; of one it takes a day, of none a day and one scene."""
    if not is_kindred(first, second) or are_wishes(first, second):
        return False
    dated = is_exact(first) + is_exact(second)
    one, other = own_days(first), own_days(second)
    one_day = dated == 2 and bool(one and other and one.overlaps(other))
    shared = matches(first, second)
    if shared is None or not (is_one_affair(first, second) or (one_day and is_near_affair(first, second))):
        return False
    if shared == 0:
        return one_day and first.event.type not in REPEATED and is_one_scene(first, second)
    alone = shared == 1 and first.event.type in MUTUAL
    if alone or dated == 2:
        return one_day or (not alone and not are_facts(first, second))
    if first.event.type in REPEATED or first.reach is None or second.reach is None:
        return False
    return dated == 1 or is_one_news(first, second)


def own_days(telling: Telling) -> Days | None:
    """The days that a telling gives; of a strike that is told of as a fact, those on which it can have gone on."""
    return telling.reach if telling.event.mode in LASTING and telling.event.status in TOLD else telling.days


def is_exact(telling: Telling) -> bool:
    """True where a telling gives a day, or a few."""
    return telling.days is not None and len(telling.days) <= SHORT


def is_one_scene(first: Telling, second: Telling) -> bool:
    """True for what is told in one town, by one word or as of one mode, so that nobody has to be named."""
    place = first.place_id is not None and first.place_id == second.place_id
    town = place and first.place is not None and first.place.kind not in AREAS
    one_mode = first.event.mode is not None and first.event.mode == second.event.mode
    return town or one_mode or stem(first) == stem(second)


def are_facts(first: Telling, second: Telling) -> bool:
    """True where neither is still to come, so that its day cannot have been moved."""
    return {first.event.status, second.event.status} <= FACTUAL


def are_wishes(first: Telling, second: Telling) -> bool:
    """True where nobody tells that it is, was or will be."""
    return {first.event.status, second.event.status} <= OPEN - {"planned"}


def is_one_news(first: Telling, second: Telling) -> bool:
    """True where two reports of a few days tell of what stands alike."""
    alike = first.event.status == second.event.status or {first.event.status, second.event.status} <= TOLD
    near = abs((first.published or 0) - (second.published or 0)) <= NEWS_DAYS
    return alike and near


def matches(first: Telling, second: Telling) -> int | None:
    """On how many sides two tellings name the same; None where on one of them they name others."""
    if first.event.type in MUTUAL or first.event.reciprocal or second.event.reciprocal:
        return mutual_matches(first.parties, second.parties)
    sides = (same_side(first.actors, second.actors), same_side(first.recipients, second.recipients))
    return None if False in sides else sides.count(True)


def are_two_trades(first: Telling, second: Telling) -> bool:
    """True for two who go on strike: drivers and clerks."""
    strikes = first.event.mode == second.event.mode == "strike"
    return strikes and same_side(first.actors, second.actors) is False


def mutual_matches(one: tuple[Party, ...], other: tuple[Party, ...]) -> int | None:
    """The same of those who meet or agree: how many are in both; None where each names somebody whom the other has
    not."""
    left = [party for party in one if not any(is_alike(party, known) for known in other)]
    right = [party for party in other if not any(is_alike(party, known) for known in one)]
    if same_side(left, right) is False:
        return None
    return min(len(one) - len(left), len(other) - len(right), 2)


def same_side(one: Iterable[Party], other: Iterable[Party]) -> bool | None:
    """True where two sides have somebody in common, False where they name others, None where that is not told."""
    pairs = [(left, right) for left in one for right in other]
    if any(is_alike(left, right) for left, right in pairs):
        return True
    return False if pairs and all(are_others(left, right) for left, right in pairs) else None


def is_alike(first: Party, second: Party) -> bool:
    """True for the same by name or state, and for people who are described by one noun."""
    if first.local and second.local:
        return bool(first.noun) and singular(first.noun) == singular(second.noun)
    return likeness(first, second) > 0


def are_others(first: Party, second: Party) -> bool:
    """True for two by name, and for people who are described otherwise; who is named may be described too."""
    if first.local != second.local or is_office(first) != is_office(second):
        return False
    return not first.local or VAGUE.isdisjoint({singular(first.noun), singular(second.noun)})


def is_office(party: Party) -> bool:
    """True for who is known by an office alone ("Suriname's minister of mines"), and may be named elsewhere."""
    return party.kind == "role" and not party.local


def singular(noun: str) -> str:
    """A noun without the ending of many."""
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def affair_signs(telling: Telling) -> frozenset[str]:
    """The signs by which such tellings are found: each unlisted name in the report."""
    return frozenset(f"{name} affair" for name in telling.cast) if telling.event.type in DEEDS else frozenset()
