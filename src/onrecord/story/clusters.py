"""Events as sets of tellings: edges found through blocks, joined strongest first, never across what cannot be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import chain, combinations, product
from operator import itemgetter

import msgspec

from onrecord.story.affairs import affair_signs
from onrecord.story.alone import alone_signs
from onrecord.story.days import Days
from onrecord.story.parties import names, signs
from onrecord.story.rulings import Parted, Ruling, settle
from onrecord.story.same_event import exact_days, fit, points
from onrecord.story.statuses import FACTUAL
from onrecord.story.surroundings import DEEDS, reach_of_plan, week
from onrecord.story.tellings import AREAS, Party, Telling
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


class Component(msgspec.Struct, frozen=True):
    """Tellings that have to do with each other, and with no others, parted into events, the earliest tellings first."""

    events: tuple[tuple[Telling, ...], ...]

    @property
    def id(self) -> str:
        """The id of its first telling."""
        return self.events[0][0].id


class Tied(msgspec.Struct, frozen=True):
    """Some tellings in order, with all edges and rulings among them."""

    tellings: list[Telling]
    edges: list[Edge]
    rulings: list[Ruling]


def clusters(everything: Iterable[Telling], rulings: Iterable[Ruling] = ()) -> tuple[tuple[Telling, ...], ...]:
    """The tellings of each event, the earliest first; a partition, whatever the order of what is given. What people
    have ruled to be one event, or two, is so."""
    events = (event for component in components(everything, rulings) for event in component.events)
    return tuple(sorted(events, key=lambda event: event[0].order))


def components(everything: Iterable[Telling], rulings: Iterable[Ruling] = ()) -> tuple[Component, ...]:
    """The tellings in components: what edges, rulings, rows of one event in a report and shared sentences connect. How
    a component is parted into events does not depend on any other."""
    ordered = sorted(everything, key=lambda telling: telling.order)
    by_id = {telling.id: telling for telling in ordered}
    known = [found for ruling in rulings if (found := ruling.among(by_id)).one]
    every = sorted(set(edges(ordered)))
    sets = Unions(by_id)
    for tie in chain(ties(ordered, by_id), (Tie(ordered[e.first].id, ordered[e.second].id) for e in every)):
        sets.join(tie.first, tie.second)
    for ruling in known:
        for name in (*ruling.one, *ruling.apart):
            sets.join(ruling.one[0], name)
    tied = {group[0]: Tied([by_id[name] for name in group], [], []) for group in sets.sets()}
    for edge in every:
        tied[sets.root(ordered[edge.first].id)].edges.append(edge)
    for ruling in known:
        tied[sets.root(ruling.one[0])].rulings.append(ruling)
    return tuple(Component(parted(one, ordered)) for one in tied.values())


class Tie(msgspec.Struct, frozen=True):
    """Two tellings of one component, by id."""

    first: str
    second: str


def ties(ordered: Iterable[Telling], known: Container[str]) -> Iterator[Tie]:
    """Tellings that belong together within their report, or by their sentence."""
    same: dict[str, str] = {}
    for telling in ordered:
        if telling.first in known:
            yield Tie(telling.first, telling.id)
        yield Tie(same.setdefault(sentence_key(telling), telling.id), telling.id)


def parted(tied: Tied, ranked: list[Telling]) -> tuple[tuple[Telling, ...], ...]:
    """The events of a component. The edges give the ranks of tellings in `ranked`."""
    by_id = {telling.id: telling for telling in tied.tellings}
    sets = Unions(by_id)
    apart = settle(sets, tied.rulings)
    for telling in tied.tellings:
        if telling.first in by_id:
            apart.joined(sets, telling.id, telling.first)
    join_by_edges(tied, ranked, sets, apart)
    return tuple(tuple(by_id[name] for name in group) for group in sets.sets())


def join_by_edges(tied: Tied, ranked: list[Telling], sets: Unions, parted: Parted) -> None:
    """Joins sets along edges, the strongest first; an edge that would join two days, places or companies, or what
    people hold apart, is dropped."""
    by_id = {telling.id: telling for telling in tied.tellings}
    frames = {group[0]: frame_of(by_id[name] for name in group) for group in sets.sets()}
    places = {telling.place_id: telling.place for telling in tied.tellings if telling.place_id and telling.place}
    for edge in tied.edges:
        first, second = (sets.root(ranked[rank].id) for rank in (edge.first, edge.second))
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
        block[sentence_key(telling)].append(telling)
    for tellings in block.values():
        for step in range(1, min(len(tellings), NEIGHBOURS)):
            yield from zip(tellings, tellings[step:], strict=False)


def sentence_key(telling: Telling) -> str:
    """What tellings of one type have in common that rest on one sentence."""
    return f"{telling.event.type} {telling.evidence}"


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


class Couples(msgspec.Struct, frozen=True):
    """What two parties of a telling are known by: pairs of which one is a name, and pairs of other signs."""

    named: frozenset[str]
    signed: frozenset[str]
    single: frozenset[str]


def couples(telling: Telling) -> Couples:
    """The pairs of names and signs of a telling's parties, and each alone."""
    sure = tuple(names(party) for party in telling.parties)
    weak = tuple(signs(party) for party in telling.parties)
    pairs = tuple(combinations(range(len(telling.parties)), 2))
    named = (pair for one, other in pairs for pair in chain(
        product(sure[one], sure[other]), product(sure[one], weak[other]), product(weak[one], sure[other])
    ))  # fmt: skip
    signed = (pair for one, other in pairs for pair in product(weak[one], weak[other]))
    return Couples(
        named=frozenset(f"{min(pair)} {max(pair)}" for pair in named),
        signed=frozenset(f"{min(pair)} {max(pair)}" for pair in signed),
        single=frozenset().union(*sure, *weak),
    )


def block_keys(telling: Telling) -> frozenset[str]:
    """The blocks that a telling is in: its type with what two parties are known by, of which one is a name; with the
    signs of two and a day; with what one is known by and an exact day; with each name in the report and a near day."""
    known = couples(telling)
    return frozenset(
        f"{telling.event.type} {key}"
        for key in chain(
            known.named,
            (f"{pair} {day}" for pair in known.signed for day in days_in(telling.days and telling.reach)),
            (f"{single} {day}" for single in known.single for day in days_in(exact_days(telling))),
            alone_signs(telling),
            affair_signs(telling),
            (f"{name} {day} near" for name in surroundings(telling) for day in days_in(week(telling))),
        )
    )


class Signed(msgspec.Struct, frozen=True):
    """Days under a sign: two tellings share a block, and can have been on one day, only where they share a sign and one
    of its days."""

    sign: str
    days: Days


def signed_days(telling: Telling) -> Iterator[Signed]:
    """The same as blocks with days, one for each stretch of days instead of one a day."""
    reach, near = reach_of_plan(telling), week(telling)
    if telling.reach is None or reach is None:
        return
    known, kind, exact = couples(telling), telling.event.type, exact_days(telling)
    yield from (Signed(f"{kind} {pair}", reach) for pair in known.named)
    if telling.days:
        yield from (Signed(f"{kind} {pair} dated", telling.reach) for pair in known.signed)
    if exact:
        yield from (Signed(f"{kind} {single} exact", exact) for single in known.single)
    yield from (Signed(f"{kind} {sign}", reach) for sign in chain(alone_signs(telling), affair_signs(telling)))
    if near:
        yield from (Signed(f"{kind} {name} near", near) for name in surroundings(telling))


def surroundings(telling: Telling) -> frozenset[str]:
    """The names in the report of a deed by which tellings are found that name no party."""
    return telling.context if telling.event.type in DEEDS else frozenset()


def days_in(days: Days | None) -> range:
    """Each day of a stretch, as an ordinal."""
    return range(days.first, days.end) if days else range(0)


def meeting(block: list[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs whose reaches share a day, plans being late: a sweep over the reaches by their first days."""
    bounded = sorted(((reach, t.order, t) for t in block if (reach := reach_of_plan(t))), key=itemgetter(0, 1))
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
    common = {party.id for party in one.people} & {party.id for party in other.people}
    shared = {party.country for party in one.people | other.people if party.id in common}
    return countries <= shared


def both(one: Frame, other: Frame) -> Frame:
    """What two frames together leave open."""
    days = one.days.shared(other.days) if one.days and other.days else one.days or other.days
    return Frame(days, one.places | other.places, one.people | other.people)
