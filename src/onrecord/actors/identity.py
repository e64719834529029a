"""Identity: which phrases of an article stand for one actor.

Full names first, over the whole article; then short forms, acronyms, offices and role nouns, each against what has been
named. What fits two actors is left unresolved: a wrong identity spoils every count that follows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from onrecord.actors.found import Gender, Phrase
from onrecord.knowledge import actors as tables
from onrecord.schema.actor import Actor


class Person(msgspec.Struct, frozen=True):
    """A person of the article: id, the words of the full name, and what phrases have told."""

    id: str
    words: tuple[str, ...]
    gender: Gender | None
    country: str | None
    roles: frozenset[str]


class Cast(msgspec.Struct, frozen=True):
    """Who is named in full in an article: persons, bodies by the last noun of their name, and acronyms."""

    persons: tuple[Person, ...]
    bodies: dict[str, tuple[str, ...]]
    acronyms: dict[str, str]
    home: str | None


class Resolved(msgspec.Struct, frozen=True):
    """A phrase with the id of its actor, and how that was told; the actor as this phrase alone describes it."""

    phrase: Phrase
    id: str
    how: str
    actor: Actor


_ABROAD = frozenset(["embassy", "consulate", "mission", "delegation", "high commission"])
_MANY = frozenset(["state", "team", "office", "unit", "court", "city", "committee", "department", "agency", "county"])
_STATE_SECTORS = frozenset(["GOV", "MIL", "COP", "LEG", "JUD", "SPY"])
# Words that tell that another than the holder of the day is meant.
_OTHER_HOLDERS = frozenset("former ex then late acting deputy vice incoming next new old first previous future".split())


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """A name in lower-case ASCII with hyphens, for an id ("Nguyen Van Thuc" is "nguyen-van-thuc")."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "unnamed"


def cast(found: Sequence[Phrase], acronyms: dict[str, str], home: str | None) -> Cast:
    """Who is named in full in these phrases."""
    persons: dict[str, Person] = {}
    bodies: dict[str, list[str]] = {}
    for phrase in found:
        if phrase.kind == "person" and (phrase.known or " " in phrase.name):
            person = _person(phrase, home)
            persons[person.id] = _joined(persons.get(person.id), person)
        elif phrase.body and phrase.kind in ("organization", "outlet") and phrase.how != "role":
            last = phrase.role or phrase.name.split()[-1].lower()
            bodies.setdefault(last, []).append(phrase.known or f"x-{slug(phrase.name)}")
    unique = {word: tuple(dict.fromkeys(ids)) for word, ids in bodies.items()}
    return Cast(tuple(persons.values()), unique, acronyms, home)


def _person(phrase: Phrase, home: str | None) -> Person:
    roles = frozenset([phrase.role]) if phrase.role else frozenset()
    id_ = phrase.known or f"x-{slug(phrase.name)}"
    return Person(id_, tuple(phrase.name.split()), phrase.gender, phrase.country or at_home(phrase, home), roles)


def at_home(phrase: Phrase, home: str | None) -> str | None:
    """The state of an official who is called by an office without one: that which the report is about."""
    return home if _STATE_SECTORS & set(phrase.sectors) else None


def _joined(old: Person | None, new: Person) -> Person:
    if old is None:
        return new
    return Person(old.id, old.words, old.gender or new.gender, old.country or new.country, old.roles | new.roles)


def resolve(phrase: Phrase, named: Cast) -> Resolved | None:
    """The actor that a phrase stands for; None where nothing sure can be said."""
    if phrase.known:
        return _resolved(phrase, phrase.known, "table")
    if phrase.kind in ("person", None):
        return _named_person(phrase, named)
    if phrase.how != "role":
        return _organisation(phrase, named)
    if phrase.body:
        return _body(phrase, named)
    return _role(phrase, named)


def _named_person(phrase: Phrase, named: Cast) -> Resolved | None:
    words = phrase.name.split()
    if len(words) > 1:
        longer = [p for p in named.persons if p.words[-1] == words[-1] and p.words[0] == words[0]]
        if phrase.kind is None and not longer:
            return None
        official = msgspec.structs.replace(phrase, country=phrase.country or at_home(phrase, named.home))
        return _resolved(official, longer[0].id if longer else f"x-{slug(phrase.name)}", phrase.how)
    return short_form(phrase, named)


def short_form(phrase: Phrase, named: Cast) -> Resolved | None:
    """The person whom one word of a name stands for: by surname, else by any part ("Kim"), else famous alone."""
    word = phrase.name
    fits = [p for p in named.persons if p.words[-1] == word] or [p for p in named.persons if word in p.words]
    fits = [p for p in fits if phrase.gender is None or p.gender in (None, phrase.gender)]
    if len({p.id for p in fits}) == 1:
        return _resolved(phrase, fits[0].id, "short")
    if fits or phrase.role is None or phrase.kind is None:
        return None
    return _resolved(phrase, f"~{slug(phrase.role + ' ' + word)}", "role", local=True)


def _organisation(phrase: Phrase, named: Cast) -> Resolved:
    return _resolved(phrase, named.acronyms.get(phrase.name, f"x-{slug(phrase.name)}"), phrase.how)


def _body(phrase: Phrase, named: Cast) -> Resolved | None:
    """A body by its noun: of a state that the phrase names, else the one of that kind in the article, else unnamed."""
    if phrase.country and phrase.role and _is_of_state(phrase):
        return _of_state(phrase, phrase.country, phrase.role, "role")
    same = named.bodies.get(phrase.role or "", ())
    if phrase.definite and len(same) == 1:
        return _resolved(phrase, same[0], "noun")
    bare = phrase.definite or same_words(phrase.name, phrase.role)
    if bare and not same and _is_of_state(phrase):
        return _own_body(phrase, named)
    return _resolved(phrase, f"~{slug(phrase.name)}", "role", local=True)


def _is_of_state(phrase: Phrase) -> bool:
    """True for bodies of which a state has one: its army, its parliament; not its teams or its companies."""
    return bool(_STATE_SECTORS & set(phrase.sectors)) and phrase.role not in _MANY


def _own_body(phrase: Phrase, named: Cast) -> Resolved:
    """A state's body in a report that is all about one state: "the army" is that state's."""
    if not named.home or not same_words(phrase.name, phrase.role) or phrase.role in _ABROAD:
        return _resolved(phrase, f"~{slug(phrase.name)}", "role", local=True)
    own = msgspec.structs.replace(phrase, country=named.home)
    return _of_state(own, named.home, phrase.role or phrase.name, "dateline")


def _of_state(phrase: Phrase, country: str, role: str, how: str) -> Resolved:
    """A body or an office of a state: one id and one name for it in every report ("Peruvian navy")."""
    state = tables.load().states.get(country)
    adjective = next(iter(state.adjectives), state.name) if state else country
    name = f"{adjective} {phrase.name if phrase.role is None else role}"
    return _resolved(phrase, f"x-{country.lower()}-{slug(role)}", how, name=name)


def same_words(name: str, role: str | None) -> bool:
    """True where a phrase is its role noun and nothing else ("the army", "police")."""
    return role is not None and name.lower().rstrip("s") == role.lower().rstrip("s")


def _role(phrase: Phrase, named: Cast) -> Resolved | None:
    """A role noun: the one person of the article with that office, else somebody known by the role alone."""
    if phrase.office and phrase.role:
        holders = [p for p in named.persons if _holds(p, phrase)]
        if phrase.definite and len(holders) == 1:
            return _resolved(phrase, holders[0].id, "office")
        if phrase.country and not holders:
            if known := _holder(phrase, phrase.country, phrase.role):
                return _resolved(phrase, known, "office")
            return _of_state(phrase, phrase.country, phrase.role, "role")
    elif phrase.definite and phrase.role and not phrase.plural:
        holders = [p for p in named.persons if _holds(p, phrase)]
        if len(holders) == 1:
            return _resolved(phrase, holders[0].id, "noun")
    return _resolved(phrase, f"~{slug(phrase.name)}", "role", local=True)


def _holder(phrase: Phrase, country: str, role: str) -> str | None:
    """Who held the office on the day of the report, for a phrase that means the holder of that day ("the Dutch prime
    minister", not "a former Dutch prime minister")."""
    on = phrase.line.setting.on
    words = {word.lower() for word in phrase.line.words[phrase.chunk.first : phrase.chunk.last]}
    if on is None or not phrase.definite or phrase.plural or words & _OTHER_HOLDERS:
        return None
    return tables.load().holder(country, role.replace("defence", "defense"), on)


def _holds(person: Person, phrase: Phrase) -> bool:
    """True where a person was called by the phrase's office, of its state ("the minister", "the foreign minister")."""
    last = (phrase.role or "").split()[-1]
    fits = any(role == phrase.role or role.split()[-1] == phrase.role or last == role for role in person.roles)
    return fits and phrase.country in (None, person.country)


def _resolved(phrase: Phrase, id_: str, how: str, *, local: bool = False, name: str | None = None) -> Resolved:
    entry = phrase.line.known(id_)
    if entry is not None:
        actor = Actor(
            name=entry.name, kind=entry.kind, country=entry.country, sectors=entry.sectors, wikidata=entry.wikidata
        )
    else:
        actor = Actor(
            name=name or phrase.name,
            kind=phrase.kind or "person",
            country=phrase.country,
            sectors=phrase.sectors,
            local=local,
        )
    return Resolved(phrase, id_, how, actor)


def described(rows: Iterable[Resolved]) -> dict[str, Actor]:
    """One actor for each id: the longest name, the first country and the sectors that any of its phrases gives."""
    found: dict[str, Actor] = {}
    for row in rows:
        old, new = found.get(row.id), row.actor
        if old is None:
            found[row.id] = new
        elif tables.load().get(row.id) is None:
            found[row.id] = _merged(old, new)
    return found


def _merged(old: Actor, new: Actor) -> Actor:
    person = "person" in (old.kind, new.kind)
    names = [a.name for a in (old, new) if a.kind == "person" or not person]
    return Actor(
        name=max(names, key=len),
        kind="person" if person else old.kind,
        country=old.country or new.country,
        sectors=old.sectors or new.sectors,
        wikidata=old.wikidata,
        local=old.local and new.local,
    )
