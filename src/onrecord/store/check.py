"""Looking for damage: what SQLite finds, and whether every text and reading is what was stored."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256

import msgspec

from onrecord.errors import RecordError
from onrecord.schema.reading import Reading
from onrecord.schema.summary import CheckSummary
from onrecord.store.database import Database, Values
from onrecord.store.store import NEWEST, Store


def problems(store: Store) -> Iterator[str]:
    """Each thing that is wrong with the file, as a sentence. Changes nothing."""
    database = store.database
    yield from file_problems(database)
    yield from text_problems(store)
    yield from reading_problems(database)
    yield from index_problems(database)


def counts(database: Database) -> CheckSummary:
    """How much there is to look at; nothing where the file is too damaged to count."""
    tables = "SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM reading), (SELECT count(*) FROM derived)"
    try:
        reports, readings, derived = database.row(tables) or (0, 0, 0)
    except RecordError:
        return CheckSummary(reports=0, readings=0, derived=0)
    return CheckSummary(reports=reports, readings=readings, derived=derived)


def file_problems(database: Database) -> Iterator[str]:
    """Broken pages and indexes, and readings of reports that are not there."""
    for row in database.rows("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"the file is damaged: {row[0]}"
    for row in database.rows("PRAGMA foreign_key_check"):
        yield f"a row of {row[0]} points at a {row[2]} that is not there"


def text_problems(store: Store) -> Iterator[str]:
    """Texts that are not what their hash says, and reports without a reading."""
    for report in store.reports():
        if sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest() != report.sha256:
            yield f"the text of report {report.id} is not the one that was stored"
    unread = "SELECT id FROM report WHERE id NOT IN (SELECT report FROM reading) ORDER BY id"
    for row in store.database.rows(unread):
        yield f"report {row[0]} has no reading"


def reading_problems(database: Database) -> Iterator[str]:
    """Readings that cannot be decoded, or are of another text than their report's."""
    sql = (
        f"SELECT report, content, sha256, reading.number IN ({NEWEST}) FROM reading JOIN report ON id = report "
        "ORDER BY reading.number"
    )
    for row in database.rows(sql):
        yield from reading_problem(row)


def reading_problem(row: Values) -> Iterator[str]:
    """What is wrong with one reading; an old one may follow an older schema, and only has to be JSON."""
    report, content, sha, newest = row
    try:
        if not newest:
            msgspec.json.decode(content)
            return
        reading = msgspec.json.decode(content, type=Reading)
    except msgspec.MsgspecError as error:
        yield f"the reading of report {report} cannot be decoded: {error}"
        return
    if reading.id != report:
        yield f"the reading of report {report} says that it is of {reading.id}"
    if reading.article.sha256 != sha:
        yield f"the reading of report {report} is of another text"


def index_problems(database: Database) -> Iterator[str]:
    """Whether the full-text index holds the words of the reports. FTS5 does this by a command that writes nothing, but
    that only a writable file allows."""
    if not database.writable:
        return
    try:
        database.connection.execute("INSERT INTO report_text (report_text, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield f"the search index does not fit the reports: {error}"
