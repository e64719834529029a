"""Strangers: persons who only bear the name of somebody in the tables, and states named like somebody's given name.

"Angela Merkel, a florist in Linz" holds no office in Germany; "Georgia" is a state in a report that names Georgia
Tsereteli, unless what it does tells of a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from onrecord.actors.apposition import apposed
from onrecord.actors.bare import is_personal
from onrecord.actors.found import Phrase, is_where
from onrecord.knowledge import actors as tables
from onrecord.knowledge import spelling
from onrecord.knowledge.plover import NO_COUNTRY

_ARTICLES = frozenset(["a", "an"])
# What those who hold or held an office are called, too, when they are introduced.
_PUBLIC = frozenset("GOV MIL LEG JUD PTY OPP ELI REB SPY COP".split())
_RANK_AND_FILE = frozenset(["private", "corporal", "lance corporal", "constable", "airman", "seaman"])
_PERSONAL = frozenset("he she his her him himself herself".split())


def without_strangers(found: Sequence[Phrase]) -> list[Phrase]:
    """The phrases, those of the tables' office holders as plain names where the report tells of somebody else."""
    strange = {id_: (name, phrase) for id_, name, phrase in _strangers(found)}
    if not strange:
        return list(found)
    return [_as_stranger(p, *strange[p.known]) if p.known in strange else p for p in found]


def _strangers(found: Sequence[Phrase]) -> Iterator[tuple[str, str, Phrase]]:
    """The ids of office holders who are introduced as somebody without one, in a report that says nothing of their
    state; with the name as it is written and the phrase that introduces them."""
    seen = set[str]()
    for i, phrase in enumerate(found):
        id_ = phrase.known
        if id_ is None or phrase.kind != "person" or id_ in seen:
            continue
        seen.add(id_)
        entry = phrase.line.known(id_)
        held = tables.load().offices.get(id_)
        home = entry.country if entry is not None else None
        if phrase.last - phrase.first < 2 or not held or home in _told(phrase, home):
            continue
        if _is_introduced(phrase, found[i + 1 : i + 2], frozenset(entry.sectors if entry else ())):
            yield id_, " ".join(phrase.line.words[phrase.first : phrase.last]), phrase


def _told(phrase: Phrase, home: str | None) -> AbstractSet[str]:
    """The states of which the report tells by other words than this name."""
    words = phrase.line.words[phrase.first : phrase.last]
    return phrase.line.setting.states_without(*words) if home else frozenset()


def _is_introduced(phrase: Phrase, after: Sequence[Phrase], sectors: AbstractSet[str]) -> bool:
    """True for "Tony Blair, a plumber" and "nurse Tony Blair"; not for "Donald Trump, a former president"."""
    if phrase.role is not None and not phrase.other and phrase.sectors and phrase.first > phrase.chunk.first:
        own = _occupation(phrase.role)
        if phrase.owner.country not in (None, phrase.country) and phrase.owner.country not in NO_COUNTRY:
            return bool(own) and sectors.isdisjoint(own)  # "Colonel Theresa May of the Canadian air force"
        low = phrase.role in _RANK_AND_FILE
        return bool(own) and (low or _PUBLIC.isdisjoint(own)) and sectors.isdisjoint(own)
    for role in after:
        whole = role.how == "role" and role.first > 0 and apposed(phrase, role)
        if whole and role.role is not None and role.line.lower[role.first - 1] in _ARTICLES:
            own = _occupation(role.role)
            return bool(own) and not role.other and _PUBLIC.isdisjoint(own) and sectors.isdisjoint(own)
    return False


def _occupation(role: str) -> tuple[str, ...]:
    noun = tables.load().role_noun(role)
    return noun.sectors if noun is not None else ()


def _as_stranger(phrase: Phrase, name: str, first: Phrase) -> Phrase:
    """The phrase as one of a person whom no table knows."""
    alone = phrase.last - phrase.first == 1
    return msgspec.structs.replace(
        phrase, known=None, name=phrase.line.words[phrase.first] if alone else name, kind=None if alone else "person",
        country=phrase.owner.country, sectors=_occupation(phrase.role or first.role or ""), how="name",
    )  # fmt: skip


def with_states(found: Sequence[Phrase]) -> list[Phrase]:
    """The phrases, bare given names of persons of the article that are states' names as the state or as the person."""
    full = [p for p in found if p.kind == "person" and p.last - p.first > 1]
    given = {spelling.key(p.name.split()[:1]): p for p in full}
    return [_settled(p, given[key]) if (key := _key(p)) in given else p for p in found] if given else list(found)


def _key(phrase: Phrase) -> str:
    bare = phrase.last - phrase.first == 1 and phrase.kind in (None, "country") and phrase.role is None
    return spelling.key([phrase.first_word]) if bare else ""


def _settled(phrase: Phrase, bearer: Phrase) -> Phrase:
    """A given name alone: the person's where it is that of one who acts and has a gender, else the state's."""
    if bearer.name.split()[-1] == phrase.first_word or _place(phrase) < _place(bearer):
        return phrase
    person = not is_where(phrase.line, phrase.first) and _is_of_person(phrase)
    if phrase.kind == "country":
        plain = phrase.country not in phrase.line.setting.states_without(phrase.first_word)
        return _as_person(phrase) if person and plain else phrase
    match = tables.load().find([phrase.first_word], 0, phrase.line.setting.on, unsure=True)
    entry = phrase.line.known(match.actor) if match is not None else None
    if entry is None or entry.kind != "country" or person or is_personal(phrase):
        return phrase
    if phrase.line.named(phrase.first, phrase.last) == "PER" or "USA" in phrase.line.setting.states:
        return phrase
    return msgspec.structs.replace(
        phrase, kind="country", name=entry.name, known=entry.id, country=entry.country, body=True, how="table",
    )  # fmt: skip


def _place(phrase: Phrase) -> tuple[int, int]:
    return (phrase.line.number, phrase.first)


def _is_of_person(phrase: Phrase) -> bool:
    """True where a pronoun of one gender follows the subject of its sentence, which names nobody else."""
    line = phrase.line
    if not phrase.subject or any(n.type == "PER" and n.last > phrase.last for n in line.labels.names):
        return False
    return not _PERSONAL.isdisjoint(line.lower[phrase.last :])


def _as_person(phrase: Phrase) -> Phrase:
    return msgspec.structs.replace(
        phrase, kind=None, name=phrase.first_word, known=None, country=None, sectors=(), body=False, how="name",
    )  # fmt: skip
