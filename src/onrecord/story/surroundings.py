"""Surroundings: what speaks for one event apart from its parties: the names that two reports share, and plans that come
true later than planned."""

from __future__ import annotations

from onrecord.story.days import Days
from onrecord.story.statuses import TOLD
from onrecord.story.tellings import Telling

COMMON = 2
"""Reports that have so many persons, bodies or towns in common are of one situation."""
WEEK = 7
"""A time of at most so many days is near enough for two tellings of one situation."""
LATE_DAYS = 21
"""So many days after its day an agreement of the same two may still be the one that was planned: who signs once
does not soon sign again, while who meets may well."""
STEM = 5
"""Words that begin with the same so many letters are of one stem ("ambush", "ambushed")."""
PARTICLES = frozenset("aside away back down for from in into off on out over to up with".split())
"""Words behind a verb that belong to it ("call on", "step aside")."""
DEEDS = frozenset(
    ["AGREE", "CONSULT", "COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
)
"""Types of what is done and not only said, which is hardly done twice in a week in one situation."""


def is_nameless(first: Telling, second: Telling) -> bool:
    """True where at least one of two tellings names no party."""
    return not first.named or not second.named


def is_one_deed(first: Telling, second: Telling, *, same_town: bool) -> bool:
    """True for a deed in one situation, of one week, that is told in one town, by one word or as of one mode."""
    if first.event.type not in DEEDS or len(first.context & second.context) < COMMON:
        return False
    one, other = week(first), week(second)
    if one is None or other is None or not one.overlaps(other):
        return False
    mode = first.event.mode is not None and first.event.mode == second.event.mode
    return same_town or mode or stem(first) == stem(second)


def week(telling: Telling) -> Days | None:
    """The days that a telling gives, where it gives at most a week."""
    return telling.days if telling.days and len(telling.days) <= WEEK else None


def stem(telling: Telling) -> str:
    """The beginning of the word for an event, without what stands before it and the particle behind it."""
    words = telling.predicate_text.casefold().split()
    return next((word for word in reversed(words) if word not in PARTICLES), words[-1] if words else "")[:STEM]


def came_later(first: Telling, second: Telling) -> bool:
    """True where of the same two one tells a plan to agree, and a later report that they did, or now plan to, some days
    after."""
    if first.days is None or second.days is None or not may_be_late(first, second):
        return False
    plan, later = (first, second) if first.days.first < second.days.first else (second, first)
    if plan.event.status != "planned" or later.event.status not in TOLD | {"planned"}:
        return False
    told_later = plan.published is not None and later.published is not None and plan.published <= later.published
    return told_later and (later.days or first.days).first <= (plan.days or first.days).end + LATE_DAYS


def may_be_late(first: Telling, second: Telling) -> bool:
    """True for agreements of the same two by name."""
    return first.event.type == second.event.type == "AGREE" and len(first.named & second.named) > 1


def reach_of_plan(telling: Telling) -> Days | None:
    """The reach of a telling, with the days by which what it plans may be late."""
    if telling.reach is None or telling.event.status != "planned" or telling.event.type != "AGREE":
        return telling.reach
    return Days(telling.reach.first, telling.reach.end + LATE_DAYS)
