"""States and territories: their names, adjectives, demonyms, capitals, and the words that stand for their governments.

The table is `data/states.tsv`. Ids of states are ISO 3166-1 alpha-3 codes in lower case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from onrecord.knowledge.names import plain
from onrecord.knowledge.rows import Row, rows

_COLUMNS = 9


class State(msgspec.Struct, frozen=True):
    """A state or territory. `code` is alpha-3; `metonyms` stand for its government ("Moscow", "Hanoi").

    `names` are those of the table, with their marks. `from_` and `to` are ISO dates of a state that came or went, else
    None.
    """

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    metonyms: tuple[str, ...]
    from_: str | None
    to: str | None


class StateTable(msgspec.Struct, frozen=True, dict=True):
    """The states by code, and codes by adjective or demonym (also in the plural) and by metonym."""

    states: Mapping[str, State]
    adjectives: Mapping[str, str]
    demonyms: Mapping[str, str]
    metonyms: Mapping[str, str]

    def get(self, code: str) -> State | None:
        """The state with an alpha-3 code."""
        return self.states.get(code)

    def state_of(self, word: str) -> str | None:
        """The alpha-3 code for an adjective or demonym: "Russian", "Dutch", "Briton", "Americans", "U.S."."""
        key = plain(word)
        return self.adjectives.get(key) or self.demonyms.get(key)

    def state_at(self, words: Sequence[str], i: int) -> tuple[str, int] | None:
        """The alpha-3 code for the adjective or demonym that starts at token `i`, and its words: "South Korean", 2."""
        if plain(words[i]).partition(" ")[0] not in self._openers:
            return None
        for length in (3, 2, 1):
            code = self.state_of(" ".join(words[i : i + length])) if i + length <= len(words) else None
            if code:
                return code, length
        return None

    def opens(self, word: str) -> bool:
        """Whether an adjective, a demonym or a seat of government begins with a plain word."""
        return word.partition(" ")[0] in self._openers or word in self.metonyms

    @cached_property
    def _openers(self) -> frozenset[str]:
        """The first words of all adjectives and demonyms."""
        return frozenset(name.partition(" ")[0] for name in (*self.adjectives, *self.demonyms))

    def is_demonym(self, word: str) -> bool:
        """Whether a word names people of a state ("Briton", "Americans", "Israelis"; also "French", "Chinese")."""
        return plain(word) in self.demonyms

    def capital(self, code: str) -> str | None:
        """The capital of a state, by its usual English name."""
        state = self.states.get(code)
        return state.capital if state else None

    def government_of(self, metonym: str) -> str | None:
        """The code of the state whose government a capital or seat stands for ("Moscow", "The Hague", "Hanoi").

        Words of two or more parts are joined by a space. None for Brussels, which stands for the EU or for Belgium, and
        for other names that stand for more than one government.
        """
        return self.metonyms.get(plain(metonym))


def parse(text: str) -> StateTable:
    """The states of a table's text. Raises KnowledgeError, naming file and line, where it is malformed."""
    found = tuple(_state(row) for row in rows("states.tsv", text, _COLUMNS))
    return StateTable(
        states={state.code: state for state in found},
        adjectives=_by_word((plain(word), state.code) for state in found for word in state.adjectives),
        demonyms=_by_word((form, state.code) for state in found for word in state.demonyms for form in _forms(word)),
        metonyms=_by_word((plain(word), state.code) for state in found for word in state.metonyms),
    )


def _by_word(pairs: Iterator[tuple[str, str]]) -> dict[str, str]:
    """Codes by word; of several states with one word the first of the table has it."""
    found: dict[str, str] = {}
    for word, code in pairs:
        found.setdefault(word, code)
    return found


def _forms(demonym: str) -> tuple[str, ...]:
    """Singular and plural: "Briton", "Britons"; "Frenchman", "Frenchmen"; "Chinese" and "British" have one form."""
    word = plain(demonym)
    if word.endswith("man") and not word.endswith(("German", "Roman")):
        return word, word[:-3] + "men"
    if word.endswith(("ese", "ish", "ch", "ss", "is")):
        return (word,)
    if word.endswith("woman"):
        return word, word[:-5] + "women"
    return word, word + "s"


def _state(row: Row) -> State:
    code, name, names, adjectives, demonyms, capital, metonyms, from_, to = row.cells
    if len(code) != 3 or not code.isupper() or not name:
        raise row.error(f"a state needs an alpha-3 code and a name, not {code!r} and {name!r}")
    return State(
        code=code,
        name=name.removesuffix("~"),
        names=(name, *_list(names)),
        adjectives=_list(adjectives),
        demonyms=_list(demonyms),
        capital=capital or None,
        metonyms=_list(metonyms),
        from_=from_ or None,
        to=to or None,
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
