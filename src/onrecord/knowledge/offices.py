"""Offices: who held what on which day, asked by the words of a report ("the French premier", "the NATO chief").

The table is `data/offices.tsv`; `data/office_words.tsv` has other words for an office.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache

import msgspec

from onrecord.knowledge.rows import packaged, rows

MADE = "2025-12-01"
"""Who is in office in the table is in office until then."""
DAYS_AFTER = 4
"""Days after its end in which news still calls somebody by an office that he has just lost."""
ANY_STATE, ANY_BODY = "*", "@"
Named = Callable[[str], tuple[str, str | None] | None]
"""Gives the id of the state or body that a text names, and its country."""


class Office(msgspec.Struct, frozen=True, gc=False):
    """An office that a person held from `from_` to `to` (exclusive): ISO dates; years or months where no more is known.

    None for `from_` is "since before what the table knows", for `to` "still, when the table was made, or not known".
    """

    title: str
    country: str | None
    sectors: tuple[str, ...]
    from_: str | None
    to: str | None

    def held(self, on: str) -> bool:
        """Whether it was held on an ISO date; within the year or month that a bound names, it counts as held."""
        begun = self.from_ is None or on[: len(self.from_)] >= self.from_
        return begun and (self.to is None or on < self.to or (len(self.to) < 10 and on.startswith(self.to)))

    def ended(self, on: str) -> bool:
        """Whether it had ended by an ISO date."""
        return self.to is not None and on >= self.to and not self.held(on)

    def touches(self, year: str) -> bool:
        """Whether it was held on any day of a year."""
        return (self.from_ is None or self.from_[:4] <= year) and (self.to is None or self.to > f"{year}-01-01")


class Held(msgspec.Struct, frozen=True, gc=False):
    """An office with the id of who held it."""

    office: Office
    actor: str


class Holders(msgspec.Struct, frozen=True):
    """Who held an office, by whose it is (a state's alpha-3 code, or the id of a body) and by its name there."""

    held: Mapping[tuple[str, str], tuple[Held, ...]]

    def on(self, owner: str, words: str, day: date) -> str | None:
        """The id of who held an office on a day; None where the table knows nobody or two, or was made before it."""
        if day.isoformat() >= MADE:
            return None
        return self._only(owner, words, lambda office: office.held(day.isoformat()))

    def just_left(self, owner: str, words: str, day: date) -> str | None:
        """The id of the one whose time in an office ended on a day or in the few days before it; None where two did."""
        ends = {(day - timedelta(days=back)).isoformat() for back in range(DAYS_AFTER + 1)}
        return self._only(owner, words, lambda office: office.to in ends)

    def lately(self, owner: str, words: str, day: date) -> str | None:
        """The id of the last one whose time in an office ended within a year before a day."""
        since, until = (day - timedelta(days=366)).isoformat(), day.isoformat()
        for name in names(owner, words):
            ended = [one for one in self.held.get((owner, name), ()) if since <= (one.office.to or "") <= until]
            if ended:
                last = max(one.office.to or "" for one in ended)
                found = {one.actor for one in ended if one.office.to == last}
                return found.pop() if len(found) == 1 else None
        return None

    def newly(self, owner: str, words: str, day: date) -> str | None:
        """The id of who held an office on a day and had begun to within a year before it."""
        since = (day - timedelta(days=366)).isoformat()
        held = day.isoformat()
        return self._only(owner, words, lambda office: office.held(held) and (office.from_ or "") >= since)

    def in_year(self, owner: str, words: str, year: str) -> str | None:
        """The id of who held an office all through a year; None where two did."""
        return self._only(owner, words, lambda office: office.touches(year)) if year < MADE[:4] else None

    def _only(self, owner: str, words: str, right: Callable[[Office], bool]) -> str | None:
        for name in names(owner, words):
            found = {one.actor for one in self.held.get((owner, name), ()) if right(one.office)}
            if found:
                return found.pop() if len(found) == 1 else None
        return None


def holders(offices: Mapping[str, tuple[Office, ...]], named: Named) -> Holders:
    """The offices of all persons by owner and name. `named` gives the id of a state or body from its name."""
    found: dict[tuple[str, str], list[Held]] = {}
    for actor, ones in offices.items():
        for office in ones:
            if office.from_ is not None:
                for key in dict.fromkeys(_keys(office, named)):
                    found.setdefault(key, []).append(Held(office, actor))
    return Holders({key: tuple(ones) for key, ones in found.items()})


def _keys(office: Office, named: Named) -> Iterator[tuple[str, str]]:
    """Whose an office is and what it is there: "Mayor of London" is Britain's mayor of london, "Director of the CIA"
    the director of the CIA, "Kremlin spokesman" the spokesman of the Kremlin."""
    head, of, rest = office.title.partition(" of ")
    owner = _body(rest.removeprefix("the "), office, named) if of else None
    if owner is not None:
        yield owner, plain(head)
    if owner is not None and owner == office.country:
        return
    if office.country is not None:
        yield office.country, plain(office.title)
    words = office.title.split()
    for length in range(min(4, len(words) - 1), 0, -1):
        body = _body(" ".join(words[:length]), office, named)
        if body is not None and body != office.country:
            yield body, plain(" ".join(words[length:]))
            break


def _body(name: str, office: Office, named: Named) -> str | None:
    """The owner of an office by its name: its own state, or a body of that state ("Security Council" is not the UN's
    where the office is Russia's)."""
    found = named(name)
    if found is None or found[1] != office.country:
        return None
    id_, country = found
    return country if country is not None and id_ == country.lower() else id_


def names(owner: str, words: str) -> Iterator[str]:
    """The names that an office can have in the table, by the words that a report has for it."""
    words = plain(words)
    yield words
    kind = ANY_STATE if owner.isupper() else ANY_BODY
    yield from _others().get((owner, words), ())
    yield from _others().get((kind, words), ())


def state_of(words: str) -> str | None:
    """The state of an office that only one has ("the pope", "the taoiseach")."""
    found = _others().get(("=", plain(words)))
    return found[0] if found else None


@lru_cache(maxsize=4096)
def plain(words: str) -> str:
    """The words of an office in small letters, in one spelling, without hyphens and articles."""
    told = words.lower().replace("defence", "defense").replace("-", " ")
    return " ".join([word for word in told.split() if word != "the"])


@cache
def _others() -> dict[tuple[str, str], tuple[str, ...]]:
    """What other words can mean, by whose office it is."""
    table = rows("office_words.tsv", packaged("office_words.tsv"), 3)
    return {(row.cells[0], row.cells[1]): tuple(row.cells[2].split("|")) for row in table}
