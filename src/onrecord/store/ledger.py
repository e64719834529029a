"""The ledger of growth in SQLite: notes, postings, tallies and stretches of days, within one transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from onrecord.schema.reading import Reading

TABLES = ("derived", "note", "posting", "tally", "stretch")
WIDTHS = (1, 4, 16, 64, 256, 1_024, 4_096, 4_000_000)
"""Days that a stretch of each level has at most."""


class Days(Protocol):
    """A stretch of days under a sign."""

    @property
    def sign(self) -> int: ...
    @property
    def first(self) -> int: ...
    @property
    def end(self) -> int: ...


class SqliteLedger:
    """The tables of growth, within a transaction of their own. `decoded` makes a reading of a report's id and JSON."""

    def __init__(self, connection: sqlite3.Connection, decoded: Callable[[tuple[str, str]], Reading]) -> None:
        self._do = connection.execute
        self._many = connection.executemany
        self._decoded = decoded

    def reading(self, report: str) -> Reading | None:
        """The newest reading of a report."""
        sql = "SELECT report, content FROM reading WHERE report = ? ORDER BY number DESC LIMIT 1"
        row = self._do(sql, (report,)).fetchone()
        return self._decoded(row) if row else None

    def copies(self, report: str) -> tuple[str, ...]:
        """The reports of which this one is a copy, or that are copies of it."""
        (number,) = self._do("SELECT number FROM report WHERE id = ?", (report,)).fetchone()
        sql = (
            "SELECT id FROM report WHERE number IN "
            "(SELECT second FROM copy_pair WHERE first = ? UNION SELECT first FROM copy_pair WHERE second = ?)"
        )
        return tuple(name for (name,) in self._do(sql, (number, number)))

    def row(self, kind: str, name: str) -> bytes | None:
        """A derived row."""
        return self._content("SELECT content FROM derived WHERE type = ? AND id = ?", kind, name)

    def put_row(self, kind: str, name: str, content: bytes | None) -> None:
        """Writes a derived row; None takes it away."""
        if content is None:
            self._do("DELETE FROM derived WHERE type = ? AND id = ?", (kind, name))
        else:
            self._do(
                "INSERT OR REPLACE INTO derived (type, id, content) VALUES (?, ?, ?)", (kind, name, content.decode())
            )

    def note(self, kind: str, name: str) -> bytes | None:
        """A note."""
        return self._content("SELECT content FROM note WHERE kind = ? AND id = ?", kind, name)

    def put_note(self, kind: str, name: str, content: bytes | None) -> None:
        """Writes a note; None takes it away."""
        if content is None:
            self._do("DELETE FROM note WHERE kind = ? AND id = ?", (kind, name))
        else:
            self._do("INSERT OR REPLACE INTO note (kind, id, content) VALUES (?, ?, ?)", (kind, name, content.decode()))

    def posted(self, kind: str, key: str) -> tuple[str, ...]:
        """The ids under a key, in order."""
        sql = "SELECT id FROM posting WHERE kind = ? AND key = ? ORDER BY at, id"
        return tuple(name for (name,) in self._do(sql, (kind, key)))

    def beside(self, kind: str, key: str, at: str, name: str) -> tuple[str | None, str | None]:
        """The ids before and after one under a key, whether it is there or not."""
        sql = "SELECT id FROM posting WHERE kind = ? AND key = ? AND (at, id) {} (?, ?) ORDER BY at {}, id {} LIMIT 1"
        before = self._do(sql.format("<", "DESC", "DESC"), (kind, key, at, name)).fetchone()
        after = self._do(sql.format(">", "ASC", "ASC"), (kind, key, at, name)).fetchone()
        return (before[0] if before else None, after[0] if after else None)

    def post(self, kind: str, key: str, name: str, at: str = "") -> None:
        """Puts an id under a key."""
        self._do("INSERT OR IGNORE INTO posting (kind, key, at, id) VALUES (?, ?, ?, ?)", (kind, key, at, name))

    def unpost(self, kind: str, key: str, name: str, at: str = "") -> None:
        """Takes an id away from under a key."""
        self._do("DELETE FROM posting WHERE kind = ? AND key = ? AND at = ? AND id = ?", (kind, key, at, name))

    def counted(self, kind: str, key: str) -> Mapping[str, int]:
        """The values of a key, each with its number."""
        return dict(self._do("SELECT value, number FROM tally WHERE kind = ? AND key = ?", (kind, key)))

    def count(self, kind: str, key: str, value: str, by: int) -> int:
        """Adds to the number of a value, and returns it."""
        sql = "SELECT number FROM tally WHERE kind = ? AND key = ? AND value = ?"
        row = self._do(sql, (kind, key, value)).fetchone()
        number: int = (row[0] if row else 0) + by
        if number:
            sql = "INSERT OR REPLACE INTO tally (kind, key, value, number) VALUES (?, ?, ?, ?)"
            self._do(sql, (kind, key, value, number))
        else:
            self._do("DELETE FROM tally WHERE kind = ? AND key = ? AND value = ?", (kind, key, value))
        return number

    def put_stretches(self, telling: str, stretches: Iterable[Days]) -> None:
        """Makes a telling be found."""
        sql = "INSERT OR IGNORE INTO stretch (sign, level, first, end, telling) VALUES (?, ?, ?, ?, ?)"
        self._many(sql, [(one.sign, level(one), one.first, one.end, telling) for one in stretches])

    def drop_stretches(self, telling: str, stretches: Iterable[Days]) -> None:
        """Undoes that."""
        sql = "DELETE FROM stretch WHERE sign = ? AND level = ? AND first = ? AND end = ? AND telling = ?"
        self._many(sql, [(one.sign, level(one), one.first, one.end, telling) for one in stretches])

    def meeting(self, stretches: Iterable[Days]) -> tuple[str, ...]:
        """The tellings that share a sign and a day with one of these. A stretch of a level begins at most its width
        before what it meets, so that of those long over none is looked at."""
        sql = (
            "SELECT DISTINCT telling FROM json_each(?) AS asked CROSS JOIN json_each(?) AS width CROSS JOIN stretch "
            "WHERE sign = json_extract(asked.value, '$[0]') AND level = width.key "
            "AND first > json_extract(asked.value, '$[1]') - width.value "
            "AND first < json_extract(asked.value, '$[2]') AND end > json_extract(asked.value, '$[1]')"
        )
        asked = json.dumps([(one.sign, one.first, one.end) for one in stretches])
        return tuple(name for (name,) in self._do(sql, (asked, json.dumps(WIDTHS))))

    def _content(self, sql: str, kind: str, name: str) -> bytes | None:
        row = self._do(sql, (kind, name)).fetchone()
        return row[0].encode() if row else None


def level(days: Days) -> int:
    """The level of a stretch."""
    return next((number for number, width in enumerate(WIDTHS) if days.end - days.first <= width), len(WIDTHS) - 1)


def empty(connection: sqlite3.Connection) -> None:
    """Takes away all that is derived but the pairs of copies."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")
