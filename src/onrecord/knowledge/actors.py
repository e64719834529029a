"""Known actors: states, persons with their offices, organisations, parties, armed groups and outlets, found by name.

The tables are `data/states.tsv`, `leaders.tsv` (persons), `offices.tsv` (who held what, from when to when),
`organizations.tsv`, `parties.tsv`, `armed_groups.tsv` and `outlets.tsv`; the last four, the persons and a user's own
file have the columns of `COLUMNS`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

import msgspec

from onrecord.errors import KnowledgeError
from onrecord.knowledge import actor_rows, roles, spelling
from onrecord.knowledge.actor_rows import COLUMNS, KnownActor
from onrecord.knowledge.names import NameIndex, Naming, index, plain, words_of
from onrecord.knowledge.offices import Holders, Office, holders
from onrecord.knowledge.roles import GivenGender, GivenNames, RoleNoun, Title
from onrecord.knowledge.rows import packaged
from onrecord.knowledge.states import StateTable
from onrecord.knowledge.states import parse as parse_states

__all__ = ["COLUMNS", "ActorTable", "KnownActor", "Match", "Office", "RoleNoun", "StateTable", "Title", "load"]

_YEARS_BEFORE = 5
_LONGEST = 5  # words of a person's name
_PARTICLES = frozenset("al el bin ibn ben bint de da di do dos du la le van von der den ter e y".split())
_FAMILY_FIRST = frozenset("CHN HKG HUN JPN KHM KOR MAC PRK SGP TWN VNM".split())
# States whose names come to us out of another script, or in several ways of writing one language.
_OTHER_SCRIPTS = frozenset(
    "AFG ARE ARM AZE BGD BGR BHR BLR COM CYP DJI DZA EGY ERI ESH ETH GEO GRC IND IRN IRQ ISR JOR KAZ KGZ KWT LBN LBY "
    "LKA MAR MDA MDV MKD MMR MNE MNG MRT NPL OMN PAK PSE QAT RUS SAU SDN SOM SRB SYR THA TJK TKM TUN UKR UZB XKX "
    "YEM".split()
)
# Ruling houses, left out of a name as often as not: "Tamim bin Hamad Al Thani".
_HOUSES = frozenset("Saud Nahyan Nahayan Maktoum Thani Sabah Khalifa Said".split())
_LONG_KEY = 5  # letters of a group's name that no other word is likely to have
_STATE = frozenset({"GOV", "LEG", "JUD"})
_INITIAL = re.compile(r"[A-Z]\.?")


class Match(msgspec.Struct, frozen=True, gc=False):
    """A name found in a text: whose it is, how many tokens it takes, and whether it is sure.

    A name that is often something else ("Georgia", "Congress", "Apple") is not sure: it needs support in the report.
    """

    actor: str
    tokens: int
    sure: bool = True


_OF_SYLLABLES = frozenset(["PRK", "KOR", "CHN", "TWN", "VNM", "MMR", "KHM", "LAO"])
_SYLLABLE = 6
_SHORT_SURNAME = 3
_CALENDAR = frozenset("Sunday Monday Friday March April May June July August".split())


class ActorTable(msgspec.Struct, frozen=True, dict=True):
    """All tables, joined by id. `offices` are in the order of their beginning; `surnames` are ids by surname.

    `holders` tells who held an office; `own` are the ids of a user's own file.
    """

    actors: Mapping[str, KnownActor]
    offices: Mapping[str, tuple[Office, ...]]
    names: NameIndex
    surnames: Mapping[str, tuple[str, ...]]
    domains: Mapping[str, str]
    states: StateTable
    role_nouns: Mapping[str, RoleNoun]
    titles: Mapping[str, Title]
    given_names: GivenNames
    holders: Holders = Holders({})
    own: frozenset[str] = frozenset()

    def find(self, words: Sequence[str], i: int, on: date | None = None, *, unsure: bool = False) -> Match | None:
        """The longest name that starts at token `i`; of several who bear it, the one in office `on` that day.

        None where no name starts there, where two bear it and nothing tells which is meant, and where a short name ends
        the name of somebody else ("Cesar Chavez"). Names that are often something else are found with `unsure` only.
        """
        naming = self.names.find(words, i)
        if naming is None and i + 2 < len(words) and len(words[i + 1]) < 3:
            naming = self._with_initial(words, i)
        if naming is None or not (naming.sure or unsure):
            return None
        actor = self._choose(naming.ids, on)
        if actor is None or (naming.length == 1 and self._ends_a_name(words, i, actor)):
            return None
        if self._goes_on(words, i + naming.length, actor):
            return None
        return Match(actor, naming.length, naming.sure)

    def get(self, actor: str, on: date | None = None) -> KnownActor | None:
        """The actor with an id; a person with the office held on a day, or the latest where no day is given.

        A person whose known offices had all ended by that day has none, and the sector ELI where the last was one of
        the state, as PLOVER codes former officials; one whose offices had not begun has no sector.
        """
        known = self.actors.get(actor)
        offices = self.offices.get(actor)
        return _in_office(known, offices, on) if known and offices else known

    def spelled(self, words: Sequence[str], on: date | None = None) -> Match | None:
        """The person whose full name the words are in another spelling than the tables have ("Muammar Kadhafi").

        Names of two words or more only; None where two persons of the tables would be written so.
        """
        if not 1 < len(words) <= _LONGEST or not all(_is_large(word) for word in words):
            return None
        bare = words[:-2] if words[-1] in _HOUSES and len(words) > 3 else words
        ids = self._spellings.get(spelling.key(words)) or self._spellings.get(spelling.key(bare))
        ids = ids or self._wide(words) or self._transcribed(words)
        actor = self._choose(ids, on) if ids else None
        return Match(actor, len(words)) if actor and not self._is_other_surname(words[-1], actor) else None

    def _is_other_surname(self, word: str, actor: str) -> bool:
        """True for a surname of two or three letters that is not just that of a person out of a Latin script ("Bah" is
        not "Ba")."""
        entry = self.actors[actor]
        last = plain(entry.name.split()[-1])
        latin = entry.country not in _FAMILY_FIRST | _OTHER_SCRIPTS
        return latin and len(last) <= _SHORT_SURNAME and plain(word) != last

    def spelled_body(self, words: Sequence[str], i: int) -> Match | None:
        """The armed group whose name begins at token `i` in another spelling ("Jabhat an-Nusra"); None where two
        would."""
        longest = self._body_openers.get(spelling.key([words[i]]), 0)
        for length in range(longest, 0, -1):
            key = spelling.key(words[i : i + length])
            ids = self._body_spellings.get(key, ()) if len(key) >= _LONG_KEY and i + length <= len(words) else ()
            if len(ids) == 1 and (length > 1 or not words[i].islower()):
                return Match(ids[0], length)
        return None

    def _wide(self, words: Sequence[str]) -> tuple[str, ...]:
        """The one person whose name has the same wider key."""
        key = spelling.wider(words)
        found = self._wide_spellings.get(key, ()) if key is not None else ()
        return found if len(found) == 1 else ()

    @cached_property
    def _wide_spellings(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name, ids in self.names.names.items():
            words = name.split()
            if 1 < len(words) <= _LONGEST and not name.isupper() and self.actors[ids[0]].kind == "person":
                key = spelling.wider(words)
                if key is not None:
                    found[key] = tuple(dict.fromkeys((*found.get(key, ()), *ids)))
        return found

    @cached_property
    def _body_openers(self) -> Mapping[str, int]:
        """How many words the longest name of an armed group has, by the key of its first word and of its first two."""
        found: dict[str, int] = {}
        for name, ids in self.names.names.items():
            if self.actors[ids[0]].kind == "group" and not name.isupper() and name not in self.names.unsure:
                words = name.split()
                for key in (spelling.key(words[:1]), spelling.key(words)):
                    found[key] = max(found.get(key, 0), len(words))
        return found

    def _transcribed(self, words: Sequence[str]) -> tuple[str, ...]:
        """The persons out of a state of another script whose name the words can be, letter for letter or nearly
        ("Kasym-Zhomart Tokaev"); () where a given name of the tables stands in place of another."""
        found = self._skeletons.get(spelling.skeleton(words), ())
        near = {
            id_ for name, id_ in found if spelling.are_near(name, words) and not self._is_renamed(name[0], words[0])
        }
        return tuple(near) if len(near) == 1 else ()

    def _is_renamed(self, one: str, other: str) -> bool:
        """True for two given names that the tables know as two."""
        known = self.given_name(one) is not None and self.given_name(other) is not None
        return known and spelling.key([one]) != spelling.key([other])

    @cached_property
    def _skeletons(self) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """The names of persons out of states of other scripts, by their consonants."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, ids in self.names.names.items():
            words = tuple(name.split())
            entry = self.actors[ids[0]]
            person = entry.kind == "person" and entry.country in _OTHER_SCRIPTS
            if person and 1 < len(words) <= _LONGEST and not name.isupper():
                found.setdefault(spelling.skeleton(words), []).extend((words, id_) for id_ in ids)
        return {key: tuple(ones) for key, ones in found.items()}

    @cached_property
    def _body_spellings(self) -> Mapping[str, tuple[str, ...]]:
        """Armed groups by the spelling key of their names."""
        found: dict[str, tuple[str, ...]] = {}
        for name, ids in self.names.names.items():
            if self.actors[ids[0]].kind == "group" and not name.isupper() and name not in self.names.unsure:
                key = spelling.key(name.split())
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), *ids)))
        return found

    @cached_property
    def _spellings(self) -> Mapping[str, tuple[str, ...]]:
        """Persons by the spelling key of their full names; the family name also in front where that is usual."""
        found: dict[str, tuple[str, ...]] = {}
        for name, ids in self.names.names.items():
            words = name.split()
            if 1 < len(words) <= _LONGEST and not name.isupper() and self.actors[ids[0]].kind == "person":
                turn = self.actors[ids[0]].country in _FAMILY_FIRST
                bare = [spelling.key(words[:-2])] if words[-1] in _HOUSES and len(words) > 3 else []
                for key in (spelling.key(words), *bare, *([spelling.turned(words)] if turn else [])):
                    found[key] = tuple(dict.fromkeys((*found.get(key, ()), *ids)))
        return found

    def surname(self, word: str) -> tuple[str, ...]:
        """The ids of the persons with a surname ("Xi", "Peña Nieto")."""
        return self.surnames.get(plain(word), ())

    def outlet(self, domain: str) -> str | None:
        """The id of the outlet that publishes at a domain or at one above it: "uk.reuters.com" is Reuters."""
        while "." in domain:
            if domain in self.domains:
                return self.domains[domain]
            domain = domain.partition(".")[2]
        return None

    def role_noun(self, lemma: str) -> RoleNoun | None:
        """The role noun with a lemma, words joined by a space: "prime minister", "coast guard", "MP"."""
        known = self.role_nouns.get(lemma.lower())
        if known is not None or not lemma.lower().startswith("ex-"):
            return known
        past = self.role_nouns.get(lemma.lower().removeprefix("ex-"))
        return None if past is None else msgspec.structs.replace(past, lemma=lemma.lower(), office=False)

    def title(self, word: str) -> Title | None:
        """The title that a word is, with or without its full stop: "Mr", "Gen.", "Sheikh"."""
        return self.titles.get(plain(word))

    def given_name(self, word: str) -> GivenGender | None:
        """Whose given name a word is: m, f, u (of both genders); None where it is not known as one."""
        return self.given_names.genders.get(plain(word))

    def _choose(self, ids: tuple[str, ...], on: date | None) -> str | None:
        """The user's own; the first that is no person; the one person whom news knew that day, or who was in office."""
        if mine := self.own.intersection(ids):
            return min(mine)
        if things := [id_ for id_ in ids if self.actors[id_].kind != "person"]:
            return things[0]
        if on is None:
            return ids[0] if len(ids) == 1 else None
        day = on.isoformat()
        known = [id_ for id_ in ids if _in_the_news(self.offices.get(id_, ()), day)]
        if len(known) > 1:
            known = [id_ for id_ in known if any(office.held(day) for office in self.offices.get(id_, ()))]
        return known[0] if len(known) == 1 else None

    def _with_initial(self, words: Sequence[str], i: int) -> Naming | None:
        """A person's name of two words with an initial between them that the tables do not have ("Jane Q. Doe")."""
        if not _INITIAL.fullmatch(words[i + 1]):
            return None
        naming = self.names.exact(f"{plain(words[i])} {plain(words[i + 2])}", 3)
        return naming if naming and self.actors[naming.ids[0]].kind == "person" else None

    def _goes_on(self, words: Sequence[str], after: int, actor: str) -> bool:
        """Whether a name of two of the three syllables of many Eastern names is another's ("Kim Song" in "Kim Song
        Nam")."""
        entry = self.actors[actor]
        if entry.kind != "person" or entry.country not in _OF_SYLLABLES or after >= len(words):
            return False
        word = words[after]
        return word.istitle() and word.isalpha() and len(word) <= _SYLLABLE and word not in _CALENDAR

    def _ends_a_name(self, words: Sequence[str], i: int, actor: str) -> bool:
        """Whether a given name stands before the short name of a person or state ("Cesar Chavez", "Leslie Jordan")."""
        short = self.actors[actor].kind in ("person", "country")
        return (
            short and i > 0 and words[i - 1] in self.given_names.genders and words[i - 1] not in self.given_names.words
        )


def _is_large(word: str) -> bool:
    """True for a word that can stand in a name: with a capital, or a particle ("bin", "al-Sisi")."""
    return word[:1].isupper() or word in _PARTICLES or (word[2:3] == "-" and word[3:4].isupper())


def load(extra: Path | None = None) -> ActorTable:
    """The bundled tables, and a user's own file: its rows replace those of the same id, and its names win.

    Raises KnowledgeError, naming file and line, where a table is malformed or the user's file cannot be read.
    """
    return _bundled() if extra is None else _build((_own_file(extra),))


@cache
def _bundled() -> ActorTable:
    return _build(())


def _own_file(path: Path) -> tuple[str, str]:
    try:
        return path.name, path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise KnowledgeError(f"{path}: {problem}. Name a readable UTF-8 file of actors.") from problem


def _build(extra: tuple[tuple[str, str], ...]) -> ActorTable:
    states = parse_states(packaged("states.tsv"))
    own = tuple(actor_rows.all_rows(extra))
    own_ids = frozenset(row.cells[0] for row in own)
    packed = (
        row
        for row in actor_rows.all_rows((name, packaged(name)) for name in actor_rows.TABLES)
        if row.cells[0] not in own_ids
    )
    found = (*own, *packed)
    offices = actor_rows.offices(found, packaged("offices.tsv"), own_ids)
    names = index(chain(actor_rows.names(own), actor_rows.state_names(states), actor_rows.names(found)))
    actors = {
        **{actor.id: actor for actor in map(actor_rows.country, states.states.values())},
        **actor_rows.actors(found),
    }
    return ActorTable(
        actors=actors,
        offices=offices,
        names=names,
        surnames=actor_rows.surnames(found),
        domains={domain: row.cells[0] for row in reversed(found) for domain in row.cells[6].split()},
        states=states,
        role_nouns=roles.role_nouns(packaged("role_nouns.tsv")),
        titles=roles.titles(packaged("titles.tsv")),
        given_names=roles.given_names(packaged("given_names.tsv")),
        holders=_holders(offices, names, actors),
        own=own_ids,
    )


def _holders(offices: Mapping[str, tuple[Office, ...]], names: NameIndex, actors: Mapping[str, KnownActor]) -> Holders:
    def named(name: str) -> tuple[str, str | None] | None:
        words = words_of(name)
        found = names.exact(" ".join(words), len(words)) if words else None
        return (found.ids[0], actors[found.ids[0]].country) if found else None

    return holders(offices, named)


def _in_the_news(offices: tuple[Office, ...], on: str) -> bool:
    """Whether news could name a person that day: not longer than five years before a first office ("Mike Johnson")."""
    begun = offices[0].from_ if offices else None
    return begun is None or int(on[:4]) >= int(begun[:4]) - _YEARS_BEFORE


def _in_office(actor: KnownActor, offices: tuple[Office, ...], on: date | None) -> KnownActor:
    day = on.isoformat() if on else None
    held = [office for office in offices if day is None or office.held(day)]
    if held:
        now = held[-1]
        return msgspec.structs.replace(
            actor, office=now.title or None, country=now.country, sectors=now.sectors, from_=now.from_, to=now.to
        )
    ended = [office for office in offices if day is not None and office.ended(day)]
    former = bool(ended) and _STATE.intersection(ended[-1].sectors)
    return msgspec.structs.replace(actor, sectors=("ELI",) if former else ())
