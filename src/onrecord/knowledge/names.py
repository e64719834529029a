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
    """A name found: the ids of those who bear it, in the order of the tables, and how many words it has."""

    ids: tuple[str, ...]
    length: int


class NameIndex(msgspec.Struct, frozen=True):
    """Ids by name (its words joined by a space), and by its first word the lengths of names, the longest first.

    Names stand here as they are written and in capitals; where "WHO" is one name and the capitals of another, the first
    has it.
    """

    names: Mapping[str, tuple[str, ...]]
    lengths: Mapping[str, tuple[int, ...]]

    def find(self, words: Sequence[str], start: int) -> Naming | None:
        """The longest name whose words are `words[start:]` as far as it goes."""
        lengths = self.lengths.get(plain(words[start]))
        if lengths is None:
            return None
        following = [plain(word) for word in words[start : start + lengths[0]]]
        for length in lengths:
            ids = self.names.get(" ".join(following[:length])) if length <= len(following) else None
            if ids:
                return Naming(ids, length)
        return None


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
    """An index of pairs of a name and an id. A name borne by several keeps all ids, in the order given."""
    pairs = tuple(names)
    written = _spaced("\n".join([plain(name) for name, _ in pairs])).split("\n")
    bearers: dict[str, tuple[str, ...]] = {}
    for name, (_, id_) in zip(written, pairs, strict=True):
        known = bearers.get(name, ())
        if id_ not in known:
            bearers[name] = (*known, id_)
    for name, ids in tuple(bearers.items()):
        bearers.setdefault(name.upper(), ids)
    return NameIndex(bearers, _lengths(bearers))


def _spaced(text: str) -> str:
    """Plain names with a space between any two words. Names on several lines are done at once, which is faster."""
    ended = (text + "\n").replace("'s ", " 's ").replace("s' ", "s ' ").replace("'s\n", " 's\n")
    return ended.replace(",", " ,")[:-1]


def _lengths(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for name in names:
        first, length = name.partition(" ")[0], name.count(" ") + 1
        if first in found:
            found[first].add(length)
        else:
            found[first] = {length}
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}
