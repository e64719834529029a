"""What SQLite's errors mean to a user, and what to do about each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import RecordError

READ_ONLY = (
    "it can be read but not written. Give yourself write permission on the file and its folder, or work on a copy."
)
CANNOT_OPEN = "it cannot be opened. Check that its folder exists and that you may read and write it."
WRITTEN = "another program is writing to it. Try again when it is done."
ADVICE = {
    sqlite3.SQLITE_FULL: "the disk is full. Nothing that was stored is lost; free some space and run the same "
    "command again, it goes on where it stopped.",
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: CANNOT_OPEN,
    sqlite3.SQLITE_PERM: CANNOT_OPEN,
    sqlite3.SQLITE_CORRUPT: "the file is damaged. Keep it as it is, and go on from a backup.",
    sqlite3.SQLITE_NOTADB: "the file is damaged or not a record. Keep it as it is, and go on from a backup.",
    sqlite3.SQLITE_IOERR: "the disk reports an error. Check the disk and its connection; what was stored before is "
    "as safe as the disk is.",
    sqlite3.SQLITE_BUSY: WRITTEN,
    sqlite3.SQLITE_LOCKED: WRITTEN,
}


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code of an error (SQLITE_FULL ...), 0 where it did not come from SQLite itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def explain(error: sqlite3.Error, path: Path) -> RecordError:
    """The error as a sentence about the file, with what to do."""
    return RecordError(f"{path}: {ADVICE.get(primary_code(error), f'SQLite says: {error}.')}")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns every SQLite error raised inside into a RecordError about `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error
