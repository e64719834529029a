"""Actor rows: what a row of the tables of actors says, a user's own file included: who it is, his names and offices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast, get_args

import msgspec

from onrecord.knowledge.names import plain
from onrecord.knowledge.offices import Office
from onrecord.knowledge.roles import Gender, codes
from onrecord.knowledge.rows import Row, rows
from onrecord.knowledge.states import State, StateTable
from onrecord.schema.actor import ActorKind

COLUMNS = (
    *("id", "kind", "name", "other names", "country", "sectors", "domains", "from", "to"),
    *("gender", "alone", "surname", "wikidata", "office"),
)
TABLES = ("organizations.tsv", "parties.tsv", "armed_groups.tsv", "outlets.tsv", "leaders.tsv")
_OFFICE_COLUMNS = 6
_KINDS: tuple[str, ...] = get_args(ActorKind)


class KnownActor(msgspec.Struct, frozen=True):
    """An actor of the tables. `id` is a slug ("vladimir-putin"); a state's is its alpha-3 code in lower case.

    `country` is alpha-3, or IGO, NGO, MNC as PLOVER has them; `sectors` are PLOVER codes, the most specific first. A
    person's, with `office`, `from_` and `to`, are those of the office held on the day asked for.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    wikidata: str | None = None
    gender: Gender | None = None
    from_: str | None = None
    to: str | None = None
    office: str | None = None
    domains: tuple[str, ...] = ()


def all_rows(tables: Iterable[tuple[str, str]]) -> Iterator[Row]:
    for name, text in tables:
        yield from rows(name, text, len(COLUMNS))


def actors(found: Iterable[Row]) -> dict[str, KnownActor]:
    """Actors by id. Of several rows with one id, which are the offices of a person, the first names it."""
    known: dict[str, KnownActor] = {}
    for row in found:
        if row.cells[0] not in known:
            known[row.cells[0]] = _actor(row)
    return known


def _actor(row: Row) -> KnownActor:
    id_, kind, name, _, country, sectors, domains, from_, to, gender, _, _, wikidata, office = row.cells
    if not id_ or not name or kind not in _KINDS:
        raise row.error(f"an actor needs an id, one of the kinds {', '.join(_KINDS)} and a name")
    if gender not in {"", "m", "f"}:
        raise row.error(f"gender {gender!r} is neither m nor f nor empty")
    return KnownActor(
        id=id_,
        name=name.removesuffix("~"),
        kind=cast(ActorKind, kind),
        country=country or None,
        sectors=codes(sectors),
        wikidata=wikidata or None,
        gender=cast("Gender | None", gender or None),
        from_=from_ or None,
        to=to or None,
        office=office or None,
        domains=tuple(domains.split()) if domains else (),
    )


def country(state: State) -> KnownActor:
    return KnownActor(state.code.lower(), state.name, "country", state.code, from_=state.from_, to=state.to)


def offices(found: Iterable[Row], text: str, own_ids: frozenset[str]) -> dict[str, tuple[Office, ...]]:
    """Offices by person: the rows of offices.tsv, and those of a user's own rows that name one."""
    held: dict[str, list[Office]] = {}
    for row in rows("offices.tsv", text, _OFFICE_COLUMNS):
        person, title, country, sectors, from_, to = row.cells
        if person not in own_ids:
            held.setdefault(person, []).append(_office((title, country, sectors, from_, to)))
    for row in found:
        id_, *_, office = row.cells
        if office:
            held.setdefault(id_, []).append(_office((office, row.cells[4], row.cells[5], row.cells[7], row.cells[8])))
    return {person: tuple(sorted(ones, key=lambda one: one.from_ or "")) for person, ones in held.items()}


def _office(cells: Sequence[str]) -> Office:
    title, country, sectors, from_, to = cells
    return Office(title, country or None, codes(sectors), from_ or None, to or None)


def names(found: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Pairs of a name and an id; a name that begins with "The" counts without it too where the rest has two words."""
    for row in found:
        id_, _, name, others, *_ = row.cells
        for one in (name, *_list(others), *_list(row.cells[10])):
            yield one, id_
            if one.startswith("The ") and one.count(" ") > 1:
                yield one[4:], id_


def state_names(states: StateTable) -> Iterator[tuple[str, str]]:
    for state in states.states.values():
        for name in state.names:
            yield name, state.code.lower()


def surnames(found: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """Persons by surname: the column of that name, else the last word of the name."""
    known: dict[str, tuple[str, ...]] = {}
    for row in found:
        cells = row.cells
        if cells[1] == "person":
            surname = plain(cells[11] or cells[2].rpartition(" ")[2])
            known[surname] = (*known[surname], cells[0]) if surname in known else (cells[0],)
    return {surname: tuple(dict.fromkeys(ids)) if len(ids) > 1 else ids for surname, ids in known.items()}


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
