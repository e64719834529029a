"""Ledger: what growth looks up and writes down, whoever keeps it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, Protocol, TypeVar

import msgspec

from onrecord.schema.reading import Reading

T = TypeVar("T")


class Stretch(msgspec.Struct, frozen=True):
    """Days from `first` to `end` (exclusive) under a sign, by which a telling is found."""

    sign: int
    first: int
    end: int


class Ledger(Protocol):
    """The readings and pairs of copies of a record, its derived rows, and four kinds of things written down beside
    them: notes by kind and id, postings (ids under a key, in order), tallies (how often a key has a value), and
    tellings by signs and days."""

    def reading(self, report: str) -> Reading | None:
        """The newest reading of a report."""

    def copies(self, report: str) -> tuple[str, ...]:
        """The reports of which this one is a copy, or that are copies of it."""

    def row(self, kind: str, name: str) -> bytes | None:
        """A derived row."""

    def put_row(self, kind: str, name: str, content: bytes | None) -> None:
        """Writes a derived row; None takes it away."""

    def note(self, kind: str, name: str) -> bytes | None:
        """A note."""

    def put_note(self, kind: str, name: str, content: bytes | None) -> None:
        """Writes a note; None takes it away."""

    def posted(self, kind: str, key: str) -> tuple[str, ...]:
        """The ids under a key, in order."""

    def beside(self, kind: str, key: str, at: str, name: str) -> tuple[str | None, str | None]:
        """The ids before and after one under a key, whether it is there or not."""

    def post(self, kind: str, key: str, name: str, at: str = "") -> None:
        """Puts an id under a key."""

    def unpost(self, kind: str, key: str, name: str, at: str = "") -> None:
        """Takes an id away from under a key."""

    def counted(self, kind: str, key: str) -> Mapping[str, int]:
        """The values of a key, each with its number."""

    def count(self, kind: str, key: str, value: str, by: int) -> int:
        """Adds to the number of a value, and returns it."""

    def put_stretches(self, telling: str, stretches: Iterable[Stretch]) -> None:
        """Makes a telling be found."""

    def drop_stretches(self, telling: str, stretches: Iterable[Stretch]) -> None:
        """Undoes that."""

    def meeting(self, stretches: Iterable[Stretch]) -> tuple[str, ...]:
        """The tellings that share a sign and a day with one of these."""


class Notes(Generic[T]):
    """The notes of one kind, which are values of one type."""

    def __init__(self, ledger: Ledger, kind: str, value: type[T]) -> None:
        self._ledger = ledger
        self._kind = kind
        self._decoder = msgspec.json.Decoder(value)

    def get(self, name: str) -> T | None:
        """A note; None where there is none."""
        content = self._ledger.note(self._kind, name)
        return None if content is None else self._decoder.decode(content)

    def __getitem__(self, name: str) -> T:
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def put(self, name: str, value: T) -> None:
        """Writes a note."""
        self._ledger.put_note(self._kind, name, encoded(value))

    def drop(self, name: str) -> None:
        """Takes a note away."""
        self._ledger.put_note(self._kind, name, None)


class Asked(Mapping[str, T]):
    """A mapping whose values are looked up when they are asked for, and then kept. Nobody asks for all keys."""

    def __init__(self, look: Callable[[str], T | None]) -> None:
        self._look = look
        self._found: dict[str, T | None] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._found:
            self._found[key] = self._look(key)
        found = self._found[key]
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def encoded(value: object) -> bytes:
    """A value as JSON, the same for equal values."""
    return msgspec.json.encode(value, order="deterministic")
