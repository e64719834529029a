"""Names as they stand in a text: cut into words, and found at a word by the longest match.

A name's words are compared without full stops and accents ("U.S." is "US", "Erdoğan" is "Erdogan"), with capitals as
they are; where the text writes a name in capitals alone ("PUTIN VISITS CHINA"), capitals are ignored.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

import msgspec

_LETTERS = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss"}
    | {"æ": "ae", "Æ": "AE", "œ": "oe", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "‐": "-", "‑": "-", "ə": "a"}
)


class Naming(msgspec.Struct, frozen=True, gc=False):
    """A name found: the ids of those who bear it, in the order of the tables; its words; whether it is sure.

    A name that is often something else ("Georgia", "Congress", "Apple") is not sure.
    """

    ids: tuple[str, ...]
    length: int
    sure: bool = True


class NameIndex(msgspec.Struct, frozen=True):
    """Ids by name (its words joined by a space), and by first word how many words the longest name has.

    Names stand here as they are written and in capitals; where "WHO" is one name and the capitals of another, the first
    has it. `unsure` are the names that are often something else.
    """

    names: Mapping[str, tuple[str, ...]]
    longest: Mapping[str, int]
    unsure: frozenset[str]

    def find(self, words: Sequence[str], start: int) -> Naming | None:
        """The longest name whose words are `words[start:]` as far as it goes."""
        word = words[start]
        longest = self.longest.get(word)
        if longest is None and ("." in word or not word.isascii()):
            longest = self.longest.get(plain(word))
        if longest is None:
            return None
        following = [plain(word) for word in words[start : start + longest]]
        for length in range(len(following), 0, -1):
            if found := self.exact(" ".join(following[:length]), length):
                return found
        return None

    def exact(self, name: str, length: int) -> Naming | None:
        """A name of so many plain words, joined by a space."""
        ids = self.names.get(name)
        return Naming(ids, length, name not in self.unsure) if ids else None


def plain(word: str) -> str:
    """A word without full stops and accents, its apostrophes straight: "U.S." is "US", "Côte" is "Cote".

    Letters that are not Latin are left out: names of the tables are in Latin letters.
    """
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_LETTERS)).encode("ascii", "ignore").decode()
    return word.replace(".", "") if "." in word else word


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as the tokens of a text have them: the possessive ending and commas stand alone."""
    return tuple(_spaced(plain(name)).split())


def index(names: Iterable[tuple[str, str]]) -> NameIndex:
    """An index of pairs of a name and an id. A name borne by several keeps all ids, in the order given.

    A name with "~" at its end is one that is often something else, unless another actor bears it without the mark.
    """
    pairs = tuple(names)
    written = _spaced("\n".join([plain(name) for name, _ in pairs])).split("\n")
    bearers: dict[str, tuple[str, ...]] = {}
    for name, (_, id_) in zip(written, pairs, strict=True):
        known = bearers.get(name, ())
        if id_ not in known:
            bearers[name] = (*known, id_)
    marked = [name[:-1] for name in bearers if name[-1] == "~"]
    unsure = [name for name in marked if name not in bearers]
    for name in marked:
        bearers[name] = (*bearers.get(name, ()), *bearers.pop(f"{name}~"))
    for name, ids in tuple(bearers.items()):
        bearers.setdefault(name.upper(), ids)
    return NameIndex(bearers, _longest(bearers), frozenset((*unsure, *(name.upper() for name in unsure))))


def _spaced(text: str) -> str:
    """Plain names with a space between any two words. Names on several lines are done at once, which is faster."""
    ended = (text + "\n").replace("'s ", " 's ").replace("s' ", "s ' ").replace("'s\n", " 's\n")
    return ended.replace(",", " ,")[:-1]


def _longest(names: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in names:
        first, length = name.partition(" ")[0], name.count(" ") + 1
        if length > found.get(first, 0):
            found[first] = length
    return found
