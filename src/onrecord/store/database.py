"""Database: a record's file with its locks: reads at any time, writes one at a time, each all or nothing."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from onrecord.errors import RecordError
from onrecord.store import writers
from onrecord.store.faults import READ_ONLY, explained, primary_code
from onrecord.store.opening import open_record

T = TypeVar("T")
Values = tuple[Any, ...]
"""A row of a result: what SQLite holds, by column."""

BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class Database:
    """An open record file. Every method raises RecordError where the file cannot be used.

    `wait` is for how many seconds a write waits for another writer before it gives up and says who that is.
    """

    def __init__(self, path: Path, create: bool, wait: float) -> None:
        opened = open_record(path, create)
        self.path = path
        self.connection = opened.connection
        self.writable = opened.writable
        self._wait = wait
        self._line: int | None = None

    def close(self) -> None:
        """Signs out and closes. What cannot be signed out is cleared away by the next writer."""
        if self._line is not None:
            line = self._line
            with suppress(RecordError):
                self.write(lambda connection: writers.sign_out(connection, line))
            self._line = None
        self.connection.close()

    def rows(self, sql: str, *values: object) -> Iterator[Values]:
        """The rows that a query finds, one by one."""
        with explained(self.path):
            yield from self.connection.execute(sql, values)

    def row(self, sql: str, *values: object) -> Values | None:
        """The first row that a query finds."""
        with explained(self.path):
            found: Values | None = self.connection.execute(sql, values).fetchone()
        return found

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Does `work` in one transaction: all of it is on the disk when this returns, or none of it."""
        if not self.writable:
            raise RecordError(f"{self.path}: {READ_ONLY}")
        with explained(self.path):
            if self._line is None:
                with self._transaction() as connection:
                    self._line = writers.sign_in(connection)
            with self._transaction() as connection:
                return work(connection)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._begin()
        try:
            yield self.connection
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:  # On some errors SQLite has rolled back already.
                self.connection.execute("ROLLBACK")
            raise

    def _begin(self) -> None:
        """Takes the write lock, or says who holds it."""
        deadline = time.monotonic() + self._wait
        while True:
            try:
                self.connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if primary_code(error) not in BUSY:
                    raise
                if time.monotonic() >= deadline:
                    raise self._held() from error

    def _held(self) -> RecordError:
        holders = "; ".join(writers.others(self.connection, self._line)) or "a program that left no name"
        return RecordError(
            f"{self.path} is held by another writer: {holders}. Waited {self._wait:g} s; nothing was lost. "
            "Run the command again when the other is done."
        )
