"""Events as sets of tellings: edges found through blocks, joined strongest first, never across what cannot be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations, product
from operator import itemgetter

import msgspec

from onrecord.story.days import Days
from onrecord.story.parties import names, signs
from onrecord.story.rulings import Parted, Ruling, settle
from onrecord.story.same_event import AREAS, exact_days, fit, points
from onrecord.story.tellings import FACTUAL, Party, Telling
from onrecord.story.unions import Unions

NEIGHBOURS = 20
"""With how many of those that follow a telling is compared for sharing its sentence."""


class Edge(msgspec.Struct, frozen=True, order=True):
    """Two tellings of one event. Sorts by strength, then by the tellings' ranks, so that no order of adding shows."""

    weakness: int
    first: int
    second: int


class Frame(msgspec.Struct, frozen=True):
    """What is told of a cluster: the days on which it can have been and its places, by the facts, and its people."""

    days: Days | None = None
    places: frozenset[str] = frozenset()
    people: frozenset[Party] = frozenset()


def clusters(everything: Iterable[Telling], rulings: Iterable[Ruling] = ()) -> tuple[tuple[Telling, ...], ...]:
    """The tellings of each event, the earliest first; a partition, whatever the order of what is given. What people
    have ruled to be one event, or two, is so."""
    ordered = sorted(everything, key=lambda telling: telling.order)
    by_id = {telling.id: telling for telling in ordered}
    sets = Unions(by_id)
    parted = settle(sets, (ruling.among(by_id) for ruling in rulings))
    for telling in ordered:
        if telling.first in by_id:
            parted.joined(sets, telling.id, telling.first)
    join_by_edges(ordered, sets, parted)
    return tuple(tuple(by_id[name] for name in group) for group in sets.sets())


def join_by_edges(ordered: list[Telling], sets: Unions, parted: Parted) -> None:
    """Joins sets along edges, the strongest first; an edge that would join two days, places or companies, or what
    people hold apart, is dropped."""
    members = {group[0]: group for group in sets.sets()}
    by_id = {telling.id: telling for telling in ordered}
    frames = {root: frame_of(by_id[name] for name in group) for root, group in members.items()}
    places = {telling.place_id: telling.place for telling in ordered if telling.place_id and telling.place}
    for edge in sorted(edges(ordered)):
        first, second = (sets.root(ordered[rank].id) for rank in (edge.first, edge.second))
        if first == second or parted.hold(sets, first, second):
            continue
        one, other = frames[first], frames[second]
        if agree(one, other) and all(fit(places[a], places[b]) for a in one.places for b in other.places):
            sets.join(first, second)
            frames[sets.root(first)] = both(one, other)


def edges(ordered: list[Telling]) -> Iterator[Edge]:
    """All edges; one may come twice. Tellings are compared where they share a sentence, or a named party and days."""
    ranks = {telling.id: rank for rank, telling in enumerate(ordered)}
    for first, second in chain(same_sentences(ordered), same_parties(ordered)):
        if found := points(first, second):
            one, other = sorted((ranks[first.id], ranks[second.id]))
            yield Edge(-found, one, other)


def same_sentences(ordered: Iterable[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of one type that rest on one sentence; of a sentence that many share, each with those next to it."""
    block: dict[str, list[Telling]] = defaultdict(list)
    for telling in ordered:
        block[f"{telling.event.type} {telling.evidence}"].append(telling)
    for tellings in block.values():
        for step in range(1, min(len(tellings), NEIGHBOURS)):
            yield from zip(tellings, tellings[step:], strict=False)


def same_parties(ordered: Iterable[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of one type that can have been on one day, and that share the signs of two parties, or of one and an exact
    day: with less in common no two tellings have points enough. Each pair comes once."""
    keys = {telling.id: block_keys(telling) for telling in ordered}
    block: dict[str, list[Telling]] = defaultdict(list)
    for telling in ordered:
        for key in keys[telling.id]:
            block[key].append(telling)
    for key, tellings in block.items():
        for first, second in meeting(tellings):
            if key == min(keys[first.id] & keys[second.id]):
                yield first, second


def block_keys(telling: Telling) -> frozenset[str]:
    """The blocks that a telling is in: its type with what two parties are known by, of which one is a name; with the
    signs of two and a day; with what one is known by and an exact day."""
    sure = tuple(names(party) for party in telling.parties)
    weak = tuple(signs(party) for party in telling.parties)
    couples = tuple(combinations(range(len(telling.parties)), 2))
    named = (pair for one, other in couples for pair in chain(
        product(sure[one], sure[other]), product(sure[one], weak[other]), product(weak[one], sure[other])
    ))  # fmt: skip
    signed = tuple(pair for one, other in couples for pair in product(weak[one], weak[other]))
    return frozenset(
        f"{telling.event.type} {key}"
        for key in chain(
            (f"{min(pair)} {max(pair)}" for pair in named),
            (f"{min(pair)} {max(pair)} {day}" for pair in signed for day in days_in(telling.days and telling.reach)),
            (f"{sign} {day}" for sign in frozenset().union(*sure, *weak) for day in days_in(exact_days(telling))),
        )
    )


def days_in(days: Days | None) -> range:
    """Each day of a stretch, as an ordinal."""
    return range(days.first, days.end) if days else range(0)


def meeting(block: list[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs whose reaches share a day: a sweep over the reaches by their first days."""
    bounded = sorted(((t.reach, t.order, t) for t in block if t.reach is not None), key=itemgetter(0, 1))
    active: list[tuple[Days, Telling]] = []
    for reach, _, telling in bounded:
        active = [pair for pair in active if pair[0].end > reach.first]
        yield from ((other, telling) for _, other in active)
        active.append((reach, telling))


def frame_of(tellings: Iterable[Telling]) -> Frame:
    """The frame of some tellings that are of one event."""
    frame = Frame()
    for telling in tellings:
        own = telling_frame(telling)
        frame = both(frame, own) if agree(frame, own) else frame
    return frame


def telling_frame(telling: Telling) -> Frame:
    """What one telling leaves open: facts bind to their days and to an exact place, and all to the people they name."""
    people = frozenset(party for party in telling.parties if party.kind == "person" and not party.local)
    if telling.event.status not in FACTUAL:
        return Frame(people=people)
    exact = telling.place is not None and telling.place.kind not in AREAS
    return Frame(telling.reach, frozenset([telling.place_id] if exact and telling.place_id else []), people)


def agree(one: Frame, other: Frame) -> bool:
    """True where both frames can be of one event: on one day, and not with different people from one country."""
    if one.days and other.days and not one.days.overlaps(other.days):
        return False
    countries = {party.country for party in one.people} & {party.country for party in other.people}
    shared = {party.country for party in one.people & other.people}
    return countries <= shared


def both(one: Frame, other: Frame) -> Frame:
    """What two frames together leave open."""
    days = one.days.shared(other.days) if one.days and other.days else one.days or other.days
    return Frame(days, one.places | other.places, one.people | other.people)
