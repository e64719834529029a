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
    """A name after its first word, and the ids of those who bear it, in the order of the tables."""

    rest: tuple[str, ...]
    ids: tuple[str, ...]


class NameIndex(msgspec.Struct, frozen=True):
    """Names by their first word, the longest first; `capitals` gives the first words by their form in capitals."""

    names: Mapping[str, tuple[Naming, ...]]
    capitals: Mapping[str, tuple[str, ...]]

    def find(self, words: Sequence[str], start: int) -> Naming | None:
        """The longest name whose words are `words[start:]` as far as it goes."""
        first = plain(words[start])
        if not first.isupper() or len(first) < 2:
            return _longest(self.names.get(first, ()), words, start, capitals=False)
        keys = {first, *self.capitals.get(first, ())}
        found = (_longest(self.names.get(key, ()), words, start, capitals=True) for key in keys)
        return max((one for one in found if one), key=lambda one: len(one.rest), default=None)


def plain(word: str) -> str:
    """A word without full stops and accents, its apostrophes straight: "U.S." is "US", "Côte" is "Cote"."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_LETTERS))
        word = "".join(char for char in word if not unicodedata.combining(char))
    return word.replace(".", "") if "." in word else word


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as the tokens of a text have them: the possessive ending and commas stand alone."""
    spaced = plain(name)
    if "'" in spaced:
        spaced = spaced.replace("'s ", " 's ").replace("s' ", "s ' ")
    return tuple((spaced.replace(",", " ,") if "," in spaced else spaced).split())


def index(names: Iterable[tuple[str, str]]) -> NameIndex:
    """An index of pairs of a name and an id. A name borne by several keeps all ids, in the order given."""
    bearers: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name, id_ in names:
        words = words_of(name)
        known = bearers.get(words)
        if known is None:
            bearers[words] = (id_,)
        elif id_ not in known:
            bearers[words] = (*known, id_)
    found: dict[str, tuple[Naming, ...]] = {}
    for words in sorted(bearers, key=len, reverse=True):
        found[words[0]] = (*found.get(words[0], ()), Naming(words[1:], bearers[words]))
    return NameIndex(found, _capitals(found))


def _capitals(firsts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for first in firsts:
        upper = first.upper()
        if upper != first:
            found[upper] = (*found.get(upper, ()), first)
    return found


def _longest(namings: tuple[Naming, ...], words: Sequence[str], start: int, *, capitals: bool) -> Naming | None:
    for naming in namings:
        if _follows(naming.rest, words, start + 1, capitals=capitals):
            return naming
    return None


def _follows(rest: tuple[str, ...], words: Sequence[str], start: int, *, capitals: bool) -> bool:
    if start + len(rest) > len(words):
        return False
    for offset, expected in enumerate(rest):
        word = plain(words[start + offset])
        if word != expected and not (capitals and word.isupper() and word == expected.upper()):
            return False
    return True
