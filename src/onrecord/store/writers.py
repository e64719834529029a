"""Who is writing to a record: every writer leaves a line while it works, so that another can be told whom it awaits."""

from __future__ import annotations

import os
import platform
import sqlite3
from datetime import UTC, datetime


def now() -> str:
    """The present moment in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def sign_in(connection: sqlite3.Connection) -> int:
    """Leaves this process's line, clears away lines of dead ones, and returns its number. Within a transaction."""
    for number in stale_lines(connection):
        connection.execute("DELETE FROM writer WHERE number = ?", (number,))
    line = (os.getpid(), platform.node(), now())
    cursor = connection.execute("INSERT INTO writer (pid, host, since) VALUES (?, ?, ?)", line)
    return cursor.lastrowid or 0


def sign_out(connection: sqlite3.Connection, number: int) -> None:
    """Takes the line away again. Within a transaction."""
    connection.execute("DELETE FROM writer WHERE number = ?", (number,))


def others(connection: sqlite3.Connection, own: int | None) -> tuple[str, ...]:
    """The other writers that are alive, as words: `process 4711 on atlas, writing since 2024-05-01T10:00:00Z`."""
    rows = connection.execute("SELECT number, pid, host, since FROM writer ORDER BY number").fetchall()
    return tuple(
        f"process {pid} on {host}, writing since {since}"
        for number, pid, host, since in rows
        if number != own and alive(pid, host)
    )


def stale_lines(connection: sqlite3.Connection) -> tuple[int, ...]:
    """The lines of writers that were killed."""
    rows = connection.execute("SELECT number, pid, host FROM writer").fetchall()
    return tuple(number for number, pid, host in rows if not alive(pid, host))


def alive(pid: int, host: str) -> bool:
    """False where the process is known to be gone; of another host nothing is known."""
    if host != platform.node() or os.name == "nt":  # Windows has no signal 0: os.kill would end the process.
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
