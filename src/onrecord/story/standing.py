"""How an event stands: the status, time and place that most independent origins support, and whether it is disputed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.schema.event import Status
from onrecord.schema.time import When
from onrecord.story.origins import Told
from onrecord.story.same_event import fit
from onrecord.story.statuses import FACTUAL, OPEN, TOLD
from onrecord.story.tellings import AREAS, LASTING

FIRMNESS = ("called_for", "possible", "planned")
"""Statuses of what may come, by how sure it is of coming."""


class Standing(msgspec.Struct, frozen=True):
    """The status of an event and the tellings that support it, the latest first."""

    status: Status
    support: tuple[Told, ...]


def standing(told: Iterable[Told]) -> Standing:
    """How an event stands by some tellings, of which there is at least one.

    Each origin counts once, by its latest word. A fact outranks a plan: what became known ends what was expected. Among
    facts, and among plans, the status with more origins counts, on a tie the later one. A denial stands only where
    nobody tells the thing itself. Of what is told on one day the firmer plan is the later word, for which report comes
    first on a day says nothing.
    """
    everything = sorted(told, key=lambda item: item.telling.order)
    ordered = without_ends(everything)
    if len(ordered) < len(everything) and everything[-1] not in ordered:
        return over(ordered, everything)
    loud = [item for item in ordered if not item.telling.silent] or ordered
    latest = {item.voice: item for item in loud}
    statuses = {item.telling.event.status for item in loud}
    kinds = next(kinds for kinds in (FACTUAL, OPEN, frozenset({"denied"})) if statuses & kinds)
    counted = [item for item in latest.values() if item.telling.event.status in kinds]
    counted = counted or [item for item in loud if item.telling.event.status in kinds]
    best = max(families(counted), key=lambda group: (named(group), *lateness(group[-1])))
    status = best_status(best)
    family = TOLD if status in TOLD else {status}
    support = (item for item in reversed(loud) if item.telling.event.status in family)
    return Standing(status, tuple(support))


def over(ordered: list[Told], everything: list[Told]) -> Standing:
    """How a protest stands that was called off by the last word: it has been, and is over."""
    ends = [item for item in reversed(everything) if item not in ordered]
    told = [item for item in reversed(ordered) if item.telling.event.status in TOLD]
    return Standing("happened", (*ends, *told))


def without_ends(ordered: list[Told]) -> list[Told]:
    """The tellings without those that a protest was called off which others had told to be under way: that it ended is
    no denial of it."""
    begun = min((item.telling.order[0] for item in ordered if item.telling.event.status in TOLD), default=None)
    if begun is None:
        return ordered
    kept = [item for item in ordered if not (is_end(item) and item.telling.order[0] >= begun)]
    return kept or ordered


def is_end(item: Told) -> bool:
    """True for a protest that was called off on no day that is told."""
    event = item.telling.event
    return event.type == "PROTEST" and event.status == "not_happened" and item.telling.days is None


def families(told: Iterable[Told]) -> Iterator[list[Told]]:
    """Tellings by status, each group in order; what goes on has also happened, so these two are one family."""
    groups: dict[str, list[Told]] = defaultdict(list)
    for item in sorted(told, key=lambda item: item.telling.order):
        status = item.telling.event.status
        groups["happened" if status in TOLD else status].append(item)
    yield from groups.values()


def best_status(family: Iterable[Told]) -> Status:
    """Of the statuses of one family the one that most origins tell, the later on a tie. A strike that goes on by the
    latest day goes on, however many have told that it began."""
    told = tuple(family)
    last = [item.telling.event for item in told if item.telling.order[0] == max(one.telling.order[0] for one in told)]
    if any(event.status == "ongoing" and event.mode in LASTING for event in last):
        return "ongoing"
    groups: dict[Status, list[Told]] = defaultdict(list)
    for item in told:
        groups[item.telling.event.status].append(item)
    return max(groups, key=lambda status: (named(groups[status]), *lateness(groups[status][-1])))


def lateness(item: Told) -> tuple[float, int, object]:  # A sort key.
    """By the day of the report, then by how firm the plan is, then by report."""
    status = item.telling.event.status
    return (item.telling.order[0], FIRMNESS.index(status) if status in FIRMNESS else 0, item.telling.order)


def named(told: Iterable[Told]) -> int:
    """How many origins are named."""
    return len({item.voice for item in told} - {None})


def disputed(told: Iterable[Told]) -> bool:
    """True where one denies, or tells as not having happened, what another tells as happened or planned. One voice
    alone is no dispute: of two readings of its words at most one is right."""
    voices: dict[Status, set[str | None]] = defaultdict(set)
    for item in without_ends(sorted(told, key=lambda item: item.telling.order)):
        if not item.telling.silent:
            voices[item.telling.event.status].add(item.voice)
    done = voices["happened"] | voices["ongoing"]
    return are_two(voices["denied"], done | voices["planned"]) or are_two(voices["not_happened"], done)


def are_two(one: set[str | None], other: set[str | None]) -> bool:
    """True where both sides have a voice, and not the same alone; who is not named may be anybody."""
    return bool(one and other) and (one != other or len(one) > 1 or None in one)


def best_time(support: Iterable[Told]) -> When | None:
    """The time that most origins allow; of several the narrowest, then the latest told. None where none is told, or the
    last word of a plan is that it was put off."""
    every = tuple(support)
    told = [item for item in every if item.telling.days is not None]
    if is_put_off(every):
        return None

    def rank(item: Told) -> tuple[float, int, int, object]:
        days = item.telling.days
        assert days is not None
        allowed = [other for other in told if other.telling.days and other.telling.days.overlaps(days)]
        return (news(allowed), named(allowed), -len(days), item.telling.order)

    return max(told, key=rank).telling.event.time if told else None


def is_put_off(support: tuple[Told, ...]) -> bool:
    """True where the latest report of a plan tells that it was put off, and none of that day to which day."""
    if any(item.telling.event.status != "planned" for item in support):
        return False
    day = max((item.telling.order[0] for item in support), default=0.0)
    latest = [item.telling for item in support if item.telling.order[0] == day]
    return any(telling.moved for telling in latest) and all(telling.days is None for telling in latest)


def news(allowed: Iterable[Told]) -> float:
    """Of plans the day of the latest telling: a plan may change, and the last word of it holds. 0 of facts."""
    return max((item.telling.order[0] for item in allowed if item.telling.event.status in OPEN), default=0.0)


def best_place(support: Iterable[Told]) -> str | None:
    """The place that most origins allow; of several the most exact, then the latest told. None where none is told."""
    told = [item for item in support if item.telling.place is not None]

    def rank(item: Told) -> tuple[float, int, bool, object]:
        place = item.telling.place
        assert place is not None
        allowed = [other for other in told if other.telling.place and fit(other.telling.place, place)]
        return (news(allowed), named(allowed), place.kind not in AREAS, item.telling.order)

    return max(told, key=rank).telling.place_id if told else None
