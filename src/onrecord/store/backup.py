"""A copy of a record, made while it is in use, that is whole or not there."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from onrecord.errors import RecordError, UsageError
from onrecord.store.database import Database
from onrecord.store.faults import explained
from onrecord.store.header import inspect
from onrecord.store.opening import newest_version


def backup(database: Database, target: Path) -> Path:
    """Copies the record to `target`, where nothing or an older record may stand. Returns `target`.

    SQLite's backup copies one consistent state, other writers or not; the copy then takes its name in one step.
    Raises UsageError for the record itself, RecordError for a file that is no record and where there is no room.
    """
    if target.exists():
        if target.samefile(database.path):
            raise UsageError(f"{target} is the record itself. Give the backup another name.")
        if target.stat().st_size:
            inspect(target, newest_version())
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        copy(database.connection, draft)
        draft.replace(target)
    except OSError as error:
        raise RecordError(f"{target} cannot be written: {error.strerror or error}.") from error
    finally:
        draft.unlink(missing_ok=True)
    return target


def copy(source: sqlite3.Connection, draft: Path) -> None:
    """Writes the state of the source to a new file that stands on its own, without a log beside it."""
    draft.unlink(missing_ok=True)
    with explained(draft):
        connection = sqlite3.connect(draft, isolation_level=None)
        try:
            source.backup(connection)
            connection.execute("DELETE FROM writer")
        finally:
            connection.close()
    descriptor = os.open(draft, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
