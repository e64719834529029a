"""Whether two tellings tell of one event: a function of these two alone, whatever else a record holds.

Type, mode and negation must fit, the times must meet, the places must not exclude each other; then parties, time,
place and words each give points, and enough points make an edge.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from onrecord.schema.place import Place
from onrecord.story.affairs import are_two_trades, is_one_matter
from onrecord.story.alone import SHORT, is_same_act
from onrecord.story.days import Days
from onrecord.story.ids import folded
from onrecord.story.parties import MUTUAL, party_points
from onrecord.story.statuses import FACTUAL, OPEN, TOLD
from onrecord.story.surroundings import DEEDS, came_later, is_nameless, is_one_deed, stem
from onrecord.story.tellings import AREAS, Telling

ENOUGH = 4
"""Points that make an edge."""
SAME_SENTENCE_POINTS = 9

SILENCE_DAYS = 3
"""Within so many days a report that something did not happen speaks of what another tells to have happened, where
neither gives the day: no meeting now does not deny that of a fortnight ago."""

NEAR_KM = 50.0
EARTH_RADIUS_KM = 6371.0


def points(first: Telling, second: Telling) -> int:
    """How much speaks for one event; 0 where that is not enough for an edge."""
    if not comparable(first, second):
        return 0
    parties = party_points(first, second)
    if parties > 1 and differ_in_kind(first, second):
        return 0
    place = place_points(first, second, close=parties >= 2)
    if place is None:
        return 0
    if same_sentence(first, second):
        return SAME_SENTENCE_POINTS
    nameless = is_nameless(first, second) and not are_two_trades(first, second)
    if nameless and is_one_deed(first, second, same_town=place == 1):
        return ENOUGH
    total = total_points(first, second, parties, place)
    return total or (ENOUGH if is_same_act(first, second) or is_one_matter(first, second) else 0)


def differ_in_kind(first: Telling, second: Telling) -> bool:
    """True where one has a mode, the other none, and it matters: to visit a state is not yet to meet its president, and
    one party says many things to another; but a summit is a meeting."""
    modes = {first.event.mode, second.event.mode}
    return len(modes) > 1 and ("visit" in modes or first.event.type not in DEEDS)


def total_points(first: Telling, second: Telling, parties: int, place: int) -> int:
    """What parties, time, place and object give; 0 where that is not enough for an edge."""
    time = time_points(first, second)
    if not parties or time < (2 if parties == 1 else 1):
        return 0
    total = parties + time + place + word_points(first, second)
    return total if total >= enough(first, second) else 0


def enough(first: Telling, second: Telling) -> int:
    """The points that make an edge: fewer for a plan of a meeting, an agreement or a common work, which of the same
    parties about the same day, or by one word in the news of a few days, is hardly another."""
    plan = first.event.status in OPEN or second.event.status in OPEN
    dated = first.days is not None and second.days is not None
    return ENOUGH - 1 if plan and first.event.type in MUTUAL and (dated or is_one_plan(first, second)) else ENOUGH


def is_one_plan(first: Telling, second: Telling) -> bool:
    """True for what is planned by one word in reports of a few days, neither of which gives the day."""
    undated = first.days is None and second.days is None
    planned = first.event.status == second.event.status == "planned"
    return undated and planned and stem(first) == stem(second) and published_near(first, second)


def comparable(first: Telling, second: Telling) -> bool:
    """Same type, fitting modes, both or neither negated, times that can meet, and told by two reports.

    A mere call does not come true by what happens on an unknown day, and one more of its kind ("no further meetings"),
    of which no day is told, is not the one before.
    """
    one, other = first.event, second.event
    if first.reach and second.reach and not first.reach.overlaps(second.reach) and not came_later(first, second):
        return False
    if first.report == second.report or one.type != other.type or one.negated != other.negated:
        return False
    if one.mode and other.mode and one.mode != other.mode:
        return False
    if (first.days is None or second.days is None) and first.another != second.another:
        return False
    statuses = {one.status, other.status}
    if "called_for" in statuses and statuses & FACTUAL:
        return first.days is not None and second.days is not None
    if "not_happened" in statuses and statuses & TOLD and (first.days is None or second.days is None):
        return published_near(first, second)
    return True


def published_near(first: Telling, second: Telling) -> bool:
    """True where two reports were published within a few days of each other."""
    if first.published is None or second.published is None:
        return False
    return abs(first.published - second.published) <= SILENCE_DAYS


def same_sentence(first: Telling, second: Telling) -> bool:
    """True where both rest on one word of one sentence, taken over by one report from the other or by both from a
    third."""
    words = first.predicate_text.casefold(), second.predicate_text.casefold()
    return words[0] == words[1] and first.evidence == second.evidence and first.is_long


def time_points(first: Telling, second: Telling) -> int:
    """2 where two exact times share a day, 1 where they can be one time, 0 where nothing bounds one of them."""
    if first.reach is None or second.reach is None:
        return 0
    one, other = exact_days(first), exact_days(second)
    if came_later(first, second):
        return 1
    return 2 if one and other and one.overlaps(other) else 1


def exact_days(telling: Telling) -> Days | None:
    """The days that a telling gives, where it gives only a few."""
    return telling.days if telling.days and len(telling.days) <= SHORT else None


def place_points(first: Telling, second: Telling, close: bool) -> int | None:
    """1 for one place, 0 where they can be one, None for two. A plan of the same people may come true elsewhere."""
    if first.place is None or second.place is None:
        return 0
    if first.place_id == second.place_id:
        return 0 if first.place.kind in AREAS else 1
    if fit(first.place, second.place):
        return 0
    both_facts = first.event.status in FACTUAL and second.event.status in FACTUAL
    return None if both_facts or not close else 0


def fit(first: Place, second: Place) -> bool:
    """True where one place can lie in the other, the two are near each other, or one name is short for the other."""
    if first.country and second.country and first.country != second.country:
        return False
    one, other = set(folded(first.name).split()), set(folded(second.name).split())
    if one <= other or other <= one:
        return True
    if first.kind in AREAS or second.kind in AREAS:
        return first.admin1 is None or second.admin1 is None or first.admin1 == second.admin1
    return distance_km(first, second) <= NEAR_KM


def distance_km(first: Place, second: Place) -> float:
    """The great-circle distance (haversine formula); infinite where a position is not known."""
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return float("inf")
    lat, other_lat = radians(first.lat), radians(second.lat)
    half = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin(radians(second.lon - first.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half))


def word_points(first: Telling, second: Telling) -> int:
    """1 where both name the same object."""
    if first.event.object is None or second.event.object is None:
        return 0
    one, other = (set(t.event.object.text.casefold().split()) for t in (first, second) if t.event.object)
    return 1 if one == other else 0
