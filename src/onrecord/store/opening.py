"""Opening a record's file: made whole or not at all, foreign and newer files refused, older ones brought up to date."""

from __future__ import annotations

import os
import re
import sqlite3
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from onrecord.errors import RecordError
from onrecord.store.faults import explained
from onrecord.store.header import APPLICATION_ID, has_log, inspect, refuse

OLDEST_SQLITE = (3, 37, 0)
RETRY_S = 0.25
"""SQLite's own busy wait; longer waits repeat it, so that an interrupt is heard in between."""


class Migration(msgspec.Struct, frozen=True):
    """One step of the file's schema: `number` is the user_version after it."""

    number: int
    sql: str


class Opened(msgspec.Struct, frozen=True):
    """An open record: `writable` is false where the file or its folder is read-only."""

    connection: sqlite3.Connection
    writable: bool


@cache
def migrations() -> tuple[Migration, ...]:
    """The files migrations/0001_*.sql and on, in order."""
    scripts = [
        Migration(int(entry.name[:4]), entry.read_text(encoding="utf-8"))
        for entry in (files("onrecord.store") / "migrations").iterdir()
        if re.fullmatch(r"\d{4}_\w+\.sql", entry.name)
    ]
    return tuple(sorted(scripts, key=lambda script: script.number))


def newest_version() -> int:
    """The schema version that this program writes."""
    return migrations()[-1].number


def open_record(path: Path, create: bool) -> Opened:
    """Opens the record at `path`; makes it where there is none (or an empty file) and `create` is true.

    Raises RecordError and leaves the file alone where it is no record, is newer than this program or is cut short.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise RecordError(f"SQLite {sqlite3.sqlite_version} is too old: 3.37 or newer is needed. Use a newer Python.")
    try:
        if not path.exists() or path.stat().st_size == 0:
            make(path, create)
        inspect(path, newest_version())
    except OSError as error:
        raise RecordError(f"{path} cannot be opened: {error.strerror or error}.") from error
    with explained(path):
        return connect(path)


def make(path: Path, create: bool) -> None:
    """Makes an empty record: built beside `path`, then put there in one step, so that a kill leaves all or nothing."""
    if not create:
        raise RecordError(f"There is no record at {path}. `onrecord add` makes one; --record names another file.")
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    with explained(path):
        try:
            build(draft)
            publish(draft, path)
        finally:
            draft.unlink(missing_ok=True)


def build(draft: Path) -> None:
    """Writes a new, empty record to a file of its own."""
    draft.unlink(missing_ok=True)
    connection = sqlite3.connect(draft, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection)
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def publish(draft: Path, path: Path) -> None:
    """Gives the draft its name, unless another process has just put a record there."""
    if path.exists() and path.stat().st_size == 0:
        draft.replace(path)
        return
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # A file system without hard links.
        if not path.exists():
            draft.replace(path)


def connect(path: Path) -> Opened:
    """A connection with the record's settings: autocommit, foreign keys, every commit synced to the disk."""
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    connection = sqlite3.connect(address(path, writable), uri=True, isolation_level=None, timeout=RETRY_S)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        # The header may be older than the log: what the log says counts.
        refuse(path, pragma(connection, "application_id"), pragma(connection, "user_version"), newest_version())
        if writable and pragma(connection, "user_version") < newest_version():
            migrate(connection)
    except BaseException:
        connection.close()
        raise
    return Opened(connection, writable)


def address(path: Path, writable: bool) -> str:
    """The file as an SQLite URI.

    A read-only record without a log is opened as immutable: SQLite could not make its shared-memory file beside it.
    """
    mode = "rw" if writable else "ro" if has_log(path) else "ro&immutable=1"
    return f"{path.absolute().as_uri()}?mode={mode}"


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """The number a PRAGMA answers with."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Brings the schema up to date, each migration one transaction."""
    for script in migrations():
        if script.number > pragma(connection, "user_version"):
            try:
                connection.executescript(
                    f"BEGIN IMMEDIATE;\n{script.sql}\nPRAGMA user_version = {script.number};\nCOMMIT;"
                )
            except sqlite3.Error:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                if pragma(connection, "user_version") < script.number:  # Else another process was faster.
                    raise
