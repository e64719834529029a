"""The linter of the tables of actors: what is wrong with them, one sentence each.

It finds what the loader lets pass: wrong dates and codes, repeats, names that two actors bear, rows without use. Run it
with `python -m onrecord.knowledge.lint`; the tests run it too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.knowledge import region_members
from onrecord.knowledge.actor_rows import COLUMNS, TABLES
from onrecord.knowledge.actors import ActorTable, load
from onrecord.knowledge.names import plain
from onrecord.knowledge.plover import NO_COUNTRY, SECTORS
from onrecord.knowledge.rows import Row, packaged, rows

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ITEM = re.compile(r"Q[1-9]\d*")


def lint() -> list[str]:
    """What is wrong with the bundled tables of actors, one sentence each; empty where nothing is."""
    table = load()
    actors = [row for name in TABLES for row in rows(name, packaged(name), len(COLUMNS))]
    offices = list(rows("offices.tsv", packaged("offices.tsv"), 6))
    return [
        *_actors(actors, table),
        *_offices(offices, table),
        *_repeats("id", [row.cells[0] for row in actors] + [code.lower() for code in table.states.states]),
        *_repeats("domain", [domain for row in actors for domain in row.cells[6].split()]),
        *_persons(actors, table),
        *_clashes(table),
        *_states(table),
        *_regions(table),
        *_words(table),
    ]


def main() -> None:
    """Prints what is wrong; exits with 1 where anything is."""
    problems = lint()
    print("\n".join(problems) or "The tables of actors are in order.")
    raise SystemExit(1 if problems else 0)


def is_date(text: str) -> bool:
    """Whether a text is an ISO date, or a year or month."""
    found = _DATE.fullmatch(text)
    if not found:
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _actors(found: Iterable[Row], table: ActorTable) -> Iterator[str]:
    for row in found:
        id_, _, name, _, country, sectors, _, from_, to, _, alone, surname, item, _ = row.cells
        if not _SLUG.fullmatch(id_):
            yield f"{_at(row)}: {id_!r} is no slug"
        if item and not _ITEM.fullmatch(item):
            yield f"{_at(row)}: {item!r} is no Wikidata item"
        if surname and plain(surname) not in plain(name + "|" + row.cells[3]):
            yield f"{_at(row)}: the surname {surname!r} is not in the name"
        if alone and row.cells[1] != "person":
            yield f"{_at(row)}: only persons have short names; write {alone!r} among the other names"
        yield from _codes(row, country, sectors, table)
        yield from _dates(row, from_, to)


def _offices(found: Iterable[Row], table: ActorTable) -> Iterator[str]:
    for row in found:
        id_, title, country, sectors, from_, to = row.cells
        actor = table.actors.get(id_)
        if actor is None:
            yield f"{_at(row)}: {id_!r} is in no table"
        elif actor.kind == "person" and not title:
            yield f"{_at(row)}: a person needs the name of an office"
        yield from _codes(row, country, sectors, table)
        yield from _dates(row, from_, to)


def _codes(row: Row, country: str, sectors: str, table: ActorTable) -> Iterator[str]:
    if country and country not in NO_COUNTRY and country not in table.states.states:
        yield f"{_at(row)}: {country!r} is no country"
    for sector in sectors.split():
        if sector not in SECTORS:
            yield f"{_at(row)}: {sector!r} is no PLOVER sector"


def _dates(row: Row, from_: str, to: str) -> Iterator[str]:
    for text in (from_, to):
        if text and not is_date(text):
            yield f"{_at(row)}: {text!r} is no date"
    if from_ and to and from_ >= to:
        yield f"{_at(row)}: ends ({to}) before it begins ({from_})"


def _persons(found: Iterable[Row], table: ActorTable) -> Iterator[str]:
    for row in found:
        if row.cells[1] == "person" and row.cells[0] not in table.offices:
            yield f"{_at(row)}: {row.cells[2]} has no office in offices.tsv"
        if row.cells[1] == "person" and row.cells[9] not in ("m", "f"):
            yield f"{_at(row)}: {row.cells[2]} has no gender"


def _clashes(table: ActorTable) -> Iterator[str]:
    """Names of two actors. Two persons may share one: the day tells which is meant."""
    for name, ids in table.names.names.items():
        kinds = {table.actors[id_].kind for id_ in ids}
        if len(ids) > 1 and kinds != {"person"}:
            yield f"{name!r} is the name of {' and of '.join(ids)}"


def _states(table: ActorTable) -> Iterator[str]:
    states = table.states.states.values()
    yield from _repeats("adjective", [word for state in states for word in state.adjectives])
    yield from _repeats("demonym", [word for state in states for word in state.demonyms])
    yield from _repeats("metonym", [word for state in states for word in state.metonyms])
    for state in states:
        for text in (state.from_, state.to):
            if text and not is_date(text):
                yield f"states.tsv: {text!r} of {state.name} is no date"


def _regions(table: ActorTable) -> Iterator[str]:
    yield from _repeats("region", [row.cells[0] for row in rows(region_members.FILE, packaged(region_members.FILE), 2)])
    for word, codes in region_members.load().items():
        for code in sorted(codes - set(table.states.states)):
            yield f"{region_members.FILE}: {code!r} of {word} is no state"


def _words(table: ActorTable) -> Iterator[str]:
    nouns = [row.cells[0] for row in rows("role_nouns.tsv", packaged("role_nouns.tsv"), 5)]
    yield from _repeats("role noun", nouns)
    yield from _repeats("title", [row.cells[0] for row in rows("titles.tsv", packaged("titles.tsv"), 4)])
    used = {sector for noun in table.role_nouns.values() for sector in noun.sectors}
    used.update(sector for title in table.titles.values() for sector in title.sectors)
    yield from (f"role_nouns.tsv or titles.tsv: {sector!r} is no PLOVER sector" for sector in used - SECTORS)
    for lemma in nouns:
        if lemma != lemma.lower() or lemma != " ".join(lemma.split()):
            yield f"role_nouns.tsv: {lemma!r} is not in small letters with single spaces"


def _repeats(what: str, values: Iterable[str]) -> Iterator[str]:
    for value, times in Counter(values).items():
        if times > 1:
            yield f"the {what} {value!r} stands {times} times"


def _at(row: Row) -> str:
    return f"{row.file}, line {row.line}"


if __name__ == "__main__":
    main()
