"""Role nouns, titles and given names: common words for people and bodies, and what they tell about them.

The tables are `data/role_nouns.tsv`, `data/titles.tsv` and `data/given_names.tsv`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Literal, cast, get_args

import msgspec

from onrecord.knowledge.names import plain
from onrecord.knowledge.rows import Row, rows

Number = Literal["person", "group", "body"]
Gender = Literal["m", "f"]
GivenGender = Literal["m", "f", "u"]
FLAGS = frozenset({"anonymous", "office"})
_NUMBERS: tuple[str, ...] = get_args(Number)
_ENOUGH = 8  # names with one ending
_SHARE = 0.9
_GENDERS: tuple[str, ...] = get_args(Gender)
_GIVEN_GENDERS: tuple[str, ...] = get_args(GivenGender)


class RoleNoun(msgspec.Struct, frozen=True, gc=False):
    """A common noun for a person, a group of people or a body: "prime minister", "protester", "parliament".

    `lemma` is singular, one or more words. `anonymous` is true where the bare noun identifies nobody ("official",
    "witness"); `office` where one person of a state or body holds it ("president", "foreign minister"). `sectors` are
    PLOVER codes, the most specific first, () where the noun tells none ("spokesman").
    """

    lemma: str
    number: Number
    sectors: tuple[str, ...]
    gender: Gender | None
    anonymous: bool
    office: bool


class Title(msgspec.Struct, frozen=True, gc=False):
    """A word before a name: "Mr", "Gen", "President". `gender` is None where it tells none.

    `role` is the role noun that it is short for ("senator" of "Sen").
    """

    word: str
    gender: Gender | None
    sectors: tuple[str, ...]
    role: str | None = None


class GivenNames(msgspec.Struct, frozen=True, dict=True):
    """Given names, without accents, and whose they are; `words` are those that are often no names ("Will", "April")."""

    genders: Mapping[str, GivenGender]
    words: frozenset[str]

    def likely(self, word: str) -> Gender | None:
        """Whose an unknown given name may be: that of nine in ten known names that end as it does.

        Right for 93 in 100 of the names of the table, each left out in its turn; it answers for one in four.
        """
        end = next((end for end in _ends(plain(word)) if end in self._endings), None)
        return self._endings[end] if end is not None else None

    @cached_property
    def _endings(self) -> Mapping[str, Gender | None]:
        """The gender of names by their last two to four letters, None where too many differ."""
        counts: dict[str, Counter[GivenGender]] = {}
        for name, gender in self.genders.items():
            for end in _ends(name):
                counts.setdefault(end, Counter())[gender] += 1
        return {end: _mostly(ones) for end, ones in counts.items() if ones.total() >= _ENOUGH}


def role_nouns(text: str) -> dict[str, RoleNoun]:
    """The role nouns of a table's text, by lemma. Raises KnowledgeError where it is malformed."""
    return {noun.lemma: noun for noun in map(_role_noun, rows("role_nouns.tsv", text, 5))}


def titles(text: str) -> dict[str, Title]:
    """The titles of a table's text, by word without full stops. Raises KnowledgeError where it is malformed."""
    return {plain(title.word): title for title in map(_title, rows("titles.tsv", text, 4))}


def given_names(text: str) -> GivenNames:
    """The given names of a table's text: on each line a gender (m, f or u, either) and names, separated by spaces.

    Raises KnowledgeError, naming file and line, where it is malformed.
    """
    genders: dict[str, GivenGender] = {}
    words: set[str] = set()
    for row in rows("given_names.tsv", text, 2):
        gender = cast(GivenGender, _one_of(row, row.cells[0], _GIVEN_GENDERS))
        names = plain(row.cells[1]).replace("~", "").split()
        words.update(name[:-1] for name in row.cells[1].split() if name[-1] == "~")
        genders.update({name: gender if genders.get(name, gender) == gender else "u" for name in names})
    return GivenNames(genders, frozenset(words))


@lru_cache(maxsize=256)
def codes(cell: str) -> tuple[str, ...]:
    """The codes of a cell, separated by spaces. Equal cells give one tuple."""
    return tuple(cell.split())


def _ends(name: str) -> tuple[str, ...]:
    """The last letters of a name, four to two, never all of it."""
    return tuple(name[-length:] for length in (4, 3, 2) if len(name) > length)


def _mostly(ones: Counter[GivenGender]) -> Gender | None:
    genders: tuple[Gender, ...] = ("m", "f")
    return next((gender for gender in genders if ones[gender] >= _SHARE * ones.total()), None)


def _role_noun(row: Row) -> RoleNoun:
    lemma, number, sectors, gender, flags = row.cells
    marks = flags.split()
    if not lemma or not FLAGS.issuperset(marks):
        raise row.error(f"a role noun needs a lemma, and no other flags than {', '.join(sorted(FLAGS))}")
    return RoleNoun(
        lemma=lemma,
        number=cast(Number, _one_of(row, number, _NUMBERS)),
        sectors=codes(sectors),
        gender=_gender(row, gender),
        anonymous="anonymous" in marks,
        office="office" in marks,
    )


def _title(row: Row) -> Title:
    word, gender, sectors, role = row.cells
    return Title(word, _gender(row, gender), codes(sectors), role or None)


def _gender(row: Row, cell: str) -> Gender | None:
    return cast(Gender, _one_of(row, cell, _GENDERS)) if cell else None


def _one_of(row: Row, text: str, values: tuple[str, ...]) -> str:
    if text not in values:
        raise row.error(f"{text!r} is none of {', '.join(values)}")
    return text
