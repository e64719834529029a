"""The index of copies: what a new text is looked up by, and the pairs found, kept so that no text is compared with all.

The store knows how to look up; what is looked up, and what a copy is, it is told.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from onrecord.schema.report import ReportText
from onrecord.store.database import Database

BATCH = 200
"""Reports that are looked up in one transaction."""
TABLES = ("copy_pair", "copy_anchor", "copy_text", "copy_rules")
_TEXT = "SELECT number, id, source_id, url, published, text FROM report"


class Rules(NamedTuple):
    """What copies are: the anchors of a text, of which copies have some in common; whether a number in common is enough
    for two texts with so many each; whether two texts are copies. Rows made by another `version` are dropped."""

    version: str
    anchors: Callable[[str], tuple[int, ...]]
    enough: Callable[[int, int, int], bool]
    are_copies: Callable[[ReportText, ReportText], bool]


class ReportPair(NamedTuple):
    """The ids of two reports that are copies of each other."""

    first: str
    second: str


def update(database: Database, rules: Rules) -> None:
    """Looks up all reports that have come since the last time. An interruption costs the last batch."""
    if made_by(database) != rules.version:
        database.write(lambda connection: reset(connection, rules.version))
    while database.write(lambda connection: look_up_some(connection, rules)):
        pass


def drop(database: Database) -> None:
    """Drops the index; the next update makes it anew."""
    database.write(empty)


def is_current(database: Database, version: str) -> bool:
    """True where all reports were looked up, by these rules."""
    newest = "SELECT (SELECT max(number) FROM report) IS (SELECT max(report) FROM copy_text)"
    row = database.row(newest)
    return made_by(database) == version and row is not None and bool(row[0])


def pairs(database: Database) -> Iterator[ReportPair]:
    """All pairs of copies found."""
    sql = "SELECT a.id, b.id FROM copy_pair JOIN report a ON a.number = first JOIN report b ON b.number = second"
    return (ReportPair(*row) for row in database.rows(sql))


def texts(database: Database) -> Iterator[ReportText]:
    """All texts, by id."""
    return (text_of(row[1:]) for row in database.rows(f"{_TEXT} ORDER BY id"))


def made_by(database: Database) -> str | None:
    """The version of the rules that made the index; None where there is none."""
    row = database.row("SELECT version FROM copy_rules")
    return row[0] if row else None


def empty(connection: sqlite3.Connection) -> None:
    """Deletes all rows."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")


def reset(connection: sqlite3.Connection, version: str) -> None:
    """Begins an index by another version of the rules."""
    empty(connection)
    connection.execute("INSERT INTO copy_rules (one, version) VALUES (1, ?)", (version,))


def look_up_some(connection: sqlite3.Connection, rules: Rules) -> int:
    """Looks up the next reports; returns how many. Reports are numbered in the order of adding, and none is deleted."""
    sql = f"{_TEXT} WHERE number > (SELECT coalesce(max(report), 0) FROM copy_text) ORDER BY number LIMIT ?"
    rows = connection.execute(sql, (BATCH,)).fetchall()
    for number, *columns in rows:
        look_up(connection, number, text_of(columns), rules)
    return len(rows)


def look_up(connection: sqlite3.Connection, number: int, text: ReportText, rules: Rules) -> None:
    """Finds the copies of a report among those before it, and stores by what it is found itself."""
    anchors = rules.anchors(text.text)
    connection.execute("INSERT INTO copy_text (report, anchors) VALUES (?, ?)", (number, len(anchors)))
    for other in candidates(connection, anchors, rules):
        row = connection.execute(f"{_TEXT} WHERE number = ?", (other,)).fetchone()
        if rules.are_copies(text, text_of(row[1:])):
            connection.execute("INSERT INTO copy_pair (first, second) VALUES (?, ?)", (other, number))
    connection.executemany(
        "INSERT INTO copy_anchor (anchor, report) VALUES (?, ?)", ((anchor, number) for anchor in anchors)
    )


def candidates(connection: sqlite3.Connection, anchors: tuple[int, ...], rules: Rules) -> list[int]:
    """The numbers of the reports that have enough anchors in common with a text."""
    sql = (
        "SELECT report, common, anchors FROM (SELECT report, count(*) AS common FROM copy_anchor "
        "WHERE anchor IN (SELECT value FROM json_each(?)) GROUP BY report) JOIN copy_text USING (report)"
    )
    rows = connection.execute(sql, (json.dumps(anchors),))
    return [report for report, common, count in rows if rules.enough(common, len(anchors), count)]


def text_of(columns: Sequence[Any]) -> ReportText:
    """A text from its columns."""
    name, source_id, url, published, text = columns
    return ReportText(id=name, source_id=source_id, url=url, published=published, text=text)
