"""Cast: who is named in full in an article, and whom a name, or a part of one, can mean there.

Full names are one person where they are spellings of one name (`knowledge/spelling.py`), in either order, or where one
is the other without its middle names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set

import msgspec

from onrecord.actors.bare import bare
from onrecord.actors.found import Gender, Phrase
from onrecord.actors.ids import person_id, slug
from onrecord.actors.roles import in_office, same_role
from onrecord.knowledge import actors as tables
from onrecord.knowledge import offices, spelling
from onrecord.knowledge.usual_names import full_given, without_numeral

REACH = 3  # sentences back within which a full name decides between two of one surname
_AT_HOME = frozenset(["GOV", "MIL", "COP", "LEG", "JUD", "SPY", "OPP", "PTY"])
ROVING = frozenset(["JRN", "UIS", "IGO", "NGO", "ELI"])  # of whom many are abroad
# Who is of another state than the one in which he is.
FOREIGN = frozenset("ambassador ambassadors diplomat diplomats envoy envoys consul consuls tourist tourists".split())
SUFFIXES = frozenset(["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"])
KIN = frozenset(
    "wife husband spouse father mother parent son daughter brother sister widow widower ex-wife ex-husband uncle aunt "
    "nephew niece cousin grandfather grandmother grandson granddaughter stepson stepdaughter".split()
)
JUNIORS = frozenset(["Jr.", "Jr"])
SENIORS = frozenset(["Sr.", "Sr"])
_SPOUSES = frozenset("wife husband spouse widow widower".split())
_FAMILY = 3  # of one surname, who may be strangers
_CLITICS = frozenset(["'s", "’s", "'", "’"])
Ids = Mapping[str, tuple[str, ...]]

# "the House" is a chamber of its own, and no short name of the White House; "News" is none of Fox News.
_CHAMBERS = frozenset(["House", "News", "Daily", "International", "American", "National", "Global", "World", "New"])


class Person(msgspec.Struct, frozen=True):
    """A person of the article: id, the words of the full name, what phrases have told, and where the name stands in
    full (sentences and tokens). `owned` is true where a role is that of a body ("the union's president"); `written` are
    the words of the name as the article has them; `aside` is true where the name only tells whose kin another is."""

    id: str
    words: tuple[str, ...]
    gender: Gender | None
    country: str | None
    roles: frozenset[str]
    owned: bool
    at: tuple[tuple[int, int], ...]
    written: frozenset[str] = frozenset()
    aside: bool = False

    @property
    def is_kin(self) -> bool:
        """True for who is only told as somebody's wife, father or son: the surname alone is the other's."""
        return bool(self.roles) and self.roles <= KIN

    @property
    def is_spouse(self) -> bool:
        """True for who is only told as somebody's wife or husband."""
        return bool(self.roles) and self.roles <= _SPOUSES


class Cast(msgspec.Struct, frozen=True):
    """Who is named in full in an article: persons, bodies by the last noun of their name and by its
    first and last words, and acronyms.

    `names` gives the id of each full name as it is written; `keys` ids by the spelling of two words or more of a name,
    `surnames` by its last word, `words` by any of its words, `roles` by the last word of what they are called. `home`
    is the state that the article is about; `abroad` is true where no dateline tells it. `mains` are the ids of those
    for whom a surname stood alone before the article named another who bears it.
    """

    persons: Mapping[str, Person]
    names: Mapping[str, str]
    keys: Ids
    surnames: Ids
    words: Ids
    bodies: Ids
    parts: Ids
    acronyms: Mapping[str, str]
    roles: Ids
    home: str | None
    abroad: bool = False
    mains: Mapping[str, str] = {}

    def main(self, word: str) -> Person | None:
        """The person for whom a surname stood alone before anybody else of that name came."""
        id_ = self.mains.get(spelling.key([word]))
        return self.persons.get(id_) if id_ is not None else None

    def full(self, name: str) -> str | None:
        """The id of the person whom a name of two words or more means, if it means one."""
        if name in self.names:
            return self.names[name]
        found = self.keys.get(spelling.key(name.split()), ())
        return found[0] if len(found) == 1 else None

    def several(self, name: str) -> tuple[Person, ...]:
        """The persons whose names have these two words or more in them, where they are several ("Le Pen")."""
        found = self.keys.get(spelling.key(name.split()), ()) if name not in self.names else ()
        return tuple([self.persons[id_] for id_ in found]) if len(found) > 1 else ()

    def bearers(self, word: str) -> tuple[Person, ...]:
        """The persons with a surname, else those with that word anywhere in their name ("Kim")."""
        key = spelling.key([word])
        return tuple([self.persons[id_] for id_ in self.surnames.get(key) or self.words.get(key, ())])

    def family(self, word: str) -> tuple[Person, ...]:
        """The persons whom the plural of a surname means: of more than two who bear it a couple, if there is one, and
        else nobody, for a namesake may be among them ("the Haidaris")."""
        every = self.bearers(word)
        if len(every) < _FAMILY:
            return every
        spouses, main = [p for p in every if p.roles and p.roles <= _SPOUSES], self.main(word)
        return (main, *spouses) if main is not None and len(spouses) == 1 else ()

    def body(self, word: str) -> str | None:
        """The id of the one body named in full that a word of its name, the first or the last, means ("the Guards")."""
        found = self.parts.get(word, ()) if word not in self.surnames and word not in _CHAMBERS else ()
        return found[0] if len(found) == 1 else None

    def with_role(self, role: str, *, former: bool = False) -> tuple[Person, ...]:
        """The persons who were called by a role: "the minister" fits a foreign minister, "the foreign minister" no
        other."""
        role = f"former {role}" if former else role
        fits = [self.persons[id_] for id_ in self.roles.get(role.rpartition(" ")[2], ())]
        return tuple([p for p in fits if any(same_role(one, role) for one in p.roles)])


def cast(found: Sequence[Phrase], acronyms: Mapping[str, str], home: str | None, *, abroad: bool) -> Cast:
    """Who is named in full in these phrases."""
    bodies: dict[str, list[str]] = {}
    parts: dict[str, list[str]] = {}
    for phrase in found:
        if phrase.body and phrase.kind in ("organization", "outlet", "group") and phrase.how != "role":
            words = phrase.line.words[phrase.first : phrase.last]
            for word in {words[0], words[-1]} if len(words) > 1 and not _CLITICS & set(words) else ():
                parts.setdefault(word, []).append(phrase.known or f"x-{slug(phrase.name)}")
            last = phrase.role or phrase.name.split()[-1].lower()
            bodies.setdefault(last, []).append(phrase.known or f"x-{slug(phrase.name)}")
    full = [p for p in found if p.kind == "person" and (p.known or " " in p.name)]
    names = _ids(full)
    persons = _persons(full, names, home)
    persons.update(_alone(found, {spelling.key([word]) for p in persons.values() for word in p.words}, home))
    borne = {spelling.key([word]) for p in persons.values() for word in p.words}
    lone = bare(found, borne | {spelling.key([word]) for word in parts}).values()
    persons.update({person.id: person for ones in lone for person in [_person(f"~{slug(ones[0].name)}", ones, None)]})
    roles: dict[str, list[str]] = {}
    for person in persons.values():
        for role in person.roles:
            roles.setdefault(role.rpartition(" ")[2], []).append(person.id)
    keys, surnames, any_word = _index(persons.values())
    return Cast(
        persons=persons,
        names=names,
        keys=keys,
        surnames=surnames,
        words=any_word,
        bodies=_unique(bodies),
        parts=_unique(parts),
        acronyms=acronyms,
        roles=_unique(roles),
        home=home,
        abroad=abroad,
        mains=_mains(found, persons, surnames),
    )


def _mains(found: Sequence[Phrase], persons: Mapping[str, Person], surnames: Ids) -> dict[str, str]:
    """Of each surname that several bear the one for whom it stood alone first, before the others were named."""
    first: dict[str, tuple[int, int]] = {}
    for phrase in found:
        key = spelling.key([phrase.name]) if phrase.known is None and " " not in phrase.name else ""
        if len(surnames.get(key, ())) > 1 and phrase.kind in (None, "person"):
            here = (phrase.line.number, phrase.first)
            first[key] = min(first.get(key, here), here)
    result = {}
    for key, here in first.items():
        before = [id_ for id_ in surnames[key] if persons[id_].at[0] < here]
        one = before[0] if len(before) == 1 else _before_kin([persons[id_] for id_ in before])
        if one is not None:
            result[key] = one
    return result


def _before_kin(bearers: Sequence[Person]) -> str | None:
    """The one of several persons who is nobody's kin, if a sentence names him before any of these."""
    ones, kin = [p for p in bearers if not p.is_kin], [p for p in bearers if p.is_kin]
    return ones[0].id if len(ones) == 1 and all(ones[0].at[0][0] < p.at[0][0] for p in kin) else None


def at_home(phrase: Phrase, home: str | None) -> str | None:
    """The state of an official who is called by an office without one: that which the report is about; of anybody,
    where it tells of no other state."""
    alone = phrase.line.setting.scenes <= {home} and not ROVING & set(phrase.sectors)
    return home if alone or _AT_HOME & set(phrase.sectors) else None


def _ids(full: Sequence[Phrase]) -> dict[str, str]:
    """The id of each full name: that of the tables, else that of the longest name that means the same person."""
    known = {phrase.name: phrase.known for phrase in full if phrase.known}
    ordered = sorted(
        dict.fromkeys(phrase.name for phrase in full),
        key=lambda name: (name not in known, _is_junior(name), -name.count(" ")),
    )
    first: dict[str, str] = {}
    ends: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    result: dict[str, str] = {}
    roles: dict[str, set[str]] = {}
    for phrase in full:
        roles.setdefault(phrase.name, set()).update([phrase.role] if phrase.role else [])
    for name in ordered:
        words = tuple(without_numeral(name.split()))
        keys = [spelling.key(full_given(words)), spelling.turned(words), *_wider(words)]
        same = next((first[key] for key in keys if key in first), None) or _without_middle(words, ends)
        same = same or (_without_junior(name, ends, roles) if _is_junior(name) else None)
        result[name] = known.get(name) or same or _longer(name, full, result) or _own_id(name, result)
        first.setdefault(keys[0], result[name])
        for key in _wider(words):
            first.setdefault(key, result[name])
        ends.setdefault(_ends(words), []).append((words, result[name]))
    return result


def _own_id(name: str, ids: Mapping[str, str]) -> str:
    """The id of a person who is nobody named before, though another of the same usual name may be ("John A. Okello",
    "John B. Okello")."""
    id_ = person_id(name)
    return id_ if id_ not in ids.values() else f"x-{slug(name)}"


def _wider(words: Sequence[str]) -> tuple[str, ...]:
    key = spelling.wider(words)
    return (key,) if key is not None else ()


def _is_junior(name: str) -> bool:
    return name.count(" ") > 1 and name.rpartition(" ")[2] in JUNIORS


def _without_junior(
    name: str, ends: Mapping[str, Sequence[tuple[tuple[str, ...], str]]], roles: Mapping[str, set[str]]
) -> str | None:
    """The id of the one who has the name of a "Jr." without it: the same person, unless the report calls the two by
    roles ("Rev. Jesse Varney", and his son, "Rep. Jesse Varney Jr.")."""
    words = tuple(name.split())[:-1]
    for other, id_ in ends.get(_ends(words), ()):
        ours, theirs = roles.get(name, set()), roles.get(" ".join(other), set())
        if (not ours or not theirs or ours & theirs) and _without_middle(words, {_ends(words): [(other, id_)]}):
            return id_
    return None


def _without_middle(words: Sequence[str], ends: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]) -> str | None:
    """The id of one with the same first and last name, of whom one has no middle name or the same one ("Donald J.
    Trump"), which "Zaw Min Htut" and "Zaw Myo Htut" have not."""
    for other, id_ in ends.get(_ends(words), ()):
        shorter, longer = sorted((words[1:-1], other[1:-1]), key=len)
        if all(any(_is_initial(a, b) for b in longer) for a in shorter):
            return id_
    return None


def _is_initial(one: str, other: str) -> bool:
    """True for two equal words, or for one and its first letter."""
    one, other = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return spelling.key([one]) == spelling.key([other]) or (len(one) == 1 and other.startswith(one))


def _longer(name: str, full: Sequence[Phrase], ids: Mapping[str, str]) -> str | None:
    """The id of the one longer name, told before, that ends with these words ("Correia e Silva")."""
    ones = [p for p in full if p.name == name]
    if any(p.role for p in ones) or tables.load().given_name(name.split()[0]) is not None:
        return None
    at = min((p.line.number, p.first) for p in ones)
    before = {p.name for p in full if p.name.endswith(f" {name}") and (p.line.number, p.first) < at}
    found = {ids[one] for one in before if one in ids}
    return found.pop() if len(found) == 1 else None


def _persons(full: Sequence[Phrase], names: Mapping[str, str], home: str | None) -> dict[str, Person]:
    """The persons by id, with all that their phrases tell."""
    groups: dict[str, list[Phrase]] = {}
    for phrase in full:
        groups.setdefault(names[phrase.name], []).append(phrase)
    return {id_: _person(id_, ones, home) for id_, ones in groups.items()}


def _person(id_: str, ones: Sequence[Phrase], home: str | None) -> Person:
    entry = ones[0].line.known(id_)
    held = [offices.plain(entry.office.partition(" of ")[0])] if entry and entry.office else []
    return Person(
        id=id_,
        words=tuple(max((one.name for one in ones), key=len).split()),
        gender=next((one.gender for one in ones if one.gender), None) or _by_suffix(ones),
        country=next((one.country for one in ones if one.country), None)
        or next((state for one in ones if (state := at_home(one, home))), None),
        roles=frozenset([*(f"former {one.role}" if one.other else one.role for one in ones if one.role), *held]),
        owned=any(one.owner.named for one in ones),
        at=tuple(sorted((one.line.number, one.first) for one in ones)),
        written=frozenset(word for one in ones for word in _written(one)),
        aside=all(_tells_kin(one) for one in ones if one.how != "apposition"),
    )


def _tells_kin(phrase: Phrase) -> bool:
    """True for a name after "the daughter of"."""
    line, first = phrase.line, phrase.chunk.first
    return first > 1 and line.lower[first - 1] == "of" and line.lemmas[first - 2] in KIN


def _by_suffix(ones: Sequence[Phrase]) -> Gender | None:
    """The gender of a "Jr.", who is a son."""
    return "m" if any(one.name.split()[-1] in SUFFIXES for one in ones) else None


def _written(phrase: Phrase) -> list[str]:
    """The words of a name as the article has them; none of words that are apposed to it."""
    words = phrase.line.words[phrase.first : phrase.last] if phrase.how != "apposition" else ()
    return [word for word in words if len(word) > 2 and word[0].isupper()]


def _alone(found: Sequence[Phrase], full: Set[str], home: str | None) -> dict[str, Person]:
    """The persons who are named by a role and a surname alone ("Finance Minister Okello"): of one surname as many as
    have roles that are not the same."""
    groups: dict[str, list[list[Phrase]]] = {}
    for phrase in found:
        single = phrase.kind == "person" and phrase.known is None and phrase.role and " " not in phrase.name
        if single and spelling.key([phrase.name]) not in full:
            ones = groups.setdefault(spelling.key([phrase.name]), [])
            same = next((one for one in ones if same_role(one[0].role or "", phrase.role or "")), None)
            if same is None:
                ones.append([phrase])
            else:
                same.append(phrase)
    persons = (_person(alone_id(one[0]), one, home) for ones in groups.values() for one in ones)
    return {person.id: person for person in persons}


def alone_id(phrase: Phrase) -> str:
    """The id of somebody known by a role or a title and a surname."""
    return in_office(phrase) or f"~{slug(f'{phrase.role} {phrase.name}' if phrase.role else phrase.name)}"


def _ends(words: Sequence[str]) -> str:
    """The key of a name's first and last word: "Donald J. Trump" is "Donald Trump"."""
    return spelling.key((*full_given(words[:1]), words[-1]))


def _index(persons: Iterable[Person]) -> tuple[Ids, Ids, Ids]:
    """Ids by the keys of two words or more of a name, by surname and by any word."""
    keys: dict[str, list[str]] = {}
    surnames: dict[str, list[str]] = {}
    words: dict[str, list[str]] = {}
    for person in persons:
        parts = person.words[:6]
        for first in range(len(parts) - 1):
            for last in range(first + 2, len(parts) + 1):
                keys.setdefault(spelling.key(parts[first:last]), []).append(person.id)
        keys.setdefault(_ends(person.words), []).append(person.id)
        keys.setdefault(spelling.turned(person.words), []).append(person.id)
        surnames.setdefault(spelling.key([surname(person.words)]), []).append(person.id)
        for word in (*person.words, *sorted(person.written)):
            words.setdefault(spelling.key([word]), []).append(person.id)
    return _unique(keys), _unique(surnames), _unique(words)


def surname(words: Sequence[str]) -> str:
    """The last word of a name that is no "Jr."."""
    return next((word for word in reversed(words) if word not in SUFFIXES), words[-1])


def _unique(table: Mapping[str, Sequence[str]]) -> Ids:
    return {key: tuple(dict.fromkeys(ones)) for key, ones in table.items()}


def nearest(fits: Sequence[Person], phrase: Phrase, reach: int) -> list[Person]:
    """Of several persons, those named in full in so many sentences before a short form."""
    here = (phrase.line.number, phrase.first)
    return [p for p in fits if (n := bisect_left(p.at, here)) and p.at[n - 1][0] >= here[0] - reach]
