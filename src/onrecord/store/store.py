"""Store: reports and readings, kept for good, and derived rows, dropped and rebuilt."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from hashlib import sha256
from itertools import chain, count, takewhile
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.errors import RecordError, UsageError
from onrecord.schema.article import Article
from onrecord.schema.correction import Correction
from onrecord.schema.reading import Reader, Reading
from onrecord.schema.report import Report
from onrecord.schema.summary import SearchHit
from onrecord.store import ledger, query
from onrecord.store.database import Database, Values
from onrecord.store.ledger import SqliteLedger
from onrecord.store.snippet import CLOSE, OPEN, hit
from onrecord.store.writers import now

BATCH = 200
"""Readings that are worked into the derived rows in one transaction."""
NEWEST = "SELECT max(number) FROM reading GROUP BY report"


class Stored(msgspec.Struct, frozen=True):
    """Under which id an article is stored, and whether it is new, was there, or is another version of its id."""

    id: str
    fate: Literal["new", "unchanged", "version"]


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """What derived rows were made from: all readings and corrections up to these numbers, for both are only ever added;
    `story` is the version of the rules."""

    story: str
    newest_reading: int
    corrections: int = 0


class Pending(msgspec.Struct, frozen=True):
    """Reports whose newest readings are to be worked into the derived rows, and what these are made from then."""

    reports: tuple[str, ...]
    basis: Basis


class DerivedRow(msgspec.Struct, frozen=True):
    """One derived row: its type, its id, its JSON."""

    type: str
    id: str
    content: bytes


class Store:
    """Reports, readings and derived rows of one file. Every method raises RecordError where the file cannot be used."""

    def __init__(self, path: Path, create: bool, wait: float) -> None:
        self.database = Database(path, create, wait)

    def close(self) -> None:
        """Closes the file."""
        self.database.close()

    # Reports and readings

    def find(self, article: Article) -> str | None:
        """The id under which this very content is stored."""
        sql = "SELECT id FROM report WHERE source_id = ? AND digest = ?"
        row = self.database.row(sql, article.id, digest(article))
        return row[0] if row else None

    def put(self, article: Article, reading: Reading) -> Stored:
        """Stores an article and its reading in one transaction; does nothing where that content is there."""

        def insert(connection: sqlite3.Connection) -> Stored:
            known = self.find(article)
            if known is not None:
                return Stored(known, "unchanged")
            versions = connection.execute("SELECT 1 FROM report WHERE source_id = ?", (article.id,)).fetchone()
            report_id = free_id(connection, article.id)
            insert_report(connection, report_id, article)
            insert_reading(connection, report_id, reading)
            return Stored(report_id, "version" if versions else "new")

        return self.database.write(insert)

    def put_reading(self, report_id: str, reading: Reading) -> None:
        """Adds a reading to a stored report, in a transaction of its own; it is the newest from then on."""
        self.database.write(lambda connection: insert_reading(connection, report_id, reading))

    def reports(self) -> Iterator[Report]:
        """All reports, by publication and id; undated ones last."""
        sql = (
            "SELECT id, source_id, outlet, url, published, title, text, sha256, added FROM report "
            "ORDER BY published IS NULL, published, id"
        )
        return (report_of(row) for row in self.database.rows(sql))

    def article(self, report_id: str) -> Article:
        """A stored report as it came in, under its record id. Raises UsageError where there is none."""
        sql = "SELECT id, text, published, title, outlet, url, language, header_end FROM report WHERE id = ?"
        return article_of(self._of_report(sql, report_id))

    def reading(self, report_id: str) -> Reading:
        """The newest reading of a report. Raises UsageError where there is no such report."""
        sql = "SELECT report, content FROM reading WHERE report = ? ORDER BY number DESC"
        return self._decoded(self._of_report(sql, report_id))

    def readings(self, as_of: date | None = None) -> Iterator[Reading]:
        """The newest reading of every report published by `as_of`, by report id.

        Reports without a date count only where no day is given: nothing shows that they are not later.
        """
        sql = f"SELECT report, content FROM reading JOIN report ON id = report WHERE reading.number IN ({NEWEST})"
        if as_of is None:
            rows = self.database.rows(f"{sql} ORDER BY report")
        else:
            by_day = f"{sql} AND substr(published, 1, 10) <= ? ORDER BY report"
            rows = self.database.rows(by_day, as_of.isoformat())
        return (self._decoded(row) for row in rows)

    def readings_of(self, reports: Iterable[str]) -> Iterator[Reading]:
        """The newest readings of some reports, as far as they are there."""
        sql = "SELECT report, content FROM reading WHERE report = ? ORDER BY number DESC"
        for report in reports:
            if (row := self.database.row(sql, report)) is not None:
                yield self._decoded(row)

    def outdated(self, reader: Reader) -> tuple[str, ...]:
        """The ids of the reports whose newest reading is by another reader, in order."""
        sql = f"SELECT report FROM reading WHERE number IN ({NEWEST}) AND reader != ? ORDER BY report"
        return tuple(row[0] for row in self.database.rows(sql, canonical(reader)))

    def latest_day(self) -> date | None:
        """The latest day of publication."""
        row = self.database.row("SELECT max(substr(published, 1, 10)) FROM report")
        return date.fromisoformat(row[0]) if row and row[0] else None

    def search(self, words: str, limit: int, as_of: date | None = None) -> tuple[SearchHit, ...]:
        """Reports that hold the words, best first (BM25); `query.expression` tells what can be asked.

        With `as_of` the latest come first instead: how rare a word is would tell of later reports.
        """
        asked = query.expression(words)
        if asked is None:
            return ()
        sql = (
            "SELECT id, outlet, published, report.title, snippet(report_text, -1, ?, ?, '…', 32) "
            "FROM report_text JOIN report ON number = report_text.rowid "
            "WHERE report_text MATCH ?"
        )
        if as_of is None:
            rows = self.database.rows(f"{sql} ORDER BY rank, id LIMIT ?", OPEN, CLOSE, asked, limit)
        else:
            known = f"{sql} AND substr(published, 1, 10) <= ? ORDER BY published DESC, id LIMIT ?"
            rows = self.database.rows(known, OPEN, CLOSE, asked, as_of.isoformat(), limit)
        return tuple(hit(*row) for row in rows)

    # What people say

    def corrections(self) -> Iterator[Correction]:
        """All corrections in the order in which they were made."""
        if not self._has("correction"):
            return
        for number, content, noted in self.database.rows("SELECT number, content, noted FROM correction ORDER BY 1"):
            stored = self._correction(number, content)
            yield msgspec.structs.replace(stored, id=f"c{number}", noted=noted)

    def put_correction(self, correction: Correction) -> str:
        """Adds a correction, in a transaction of its own, and returns its id."""
        content = canonical(msgspec.structs.replace(correction, id="", noted=msgspec.UNSET))

        def insert(connection: sqlite3.Connection) -> str:
            sql = "INSERT INTO correction (content, noted) VALUES (?, ?)"
            return f"c{connection.execute(sql, (content, now())).lastrowid}"

        return self.database.write(insert)

    def watched(self) -> tuple[str, ...]:
        """The watch list, in the order of the alphabet."""
        if not self._has("watch"):
            return ()
        return tuple(row[0] for row in self.database.rows("SELECT words FROM watch ORDER BY words"))

    def watch(self, words: str) -> None:
        """Puts words on the watch list; does nothing where they are on it."""
        self.database.write(lambda connection: connection.execute("INSERT OR IGNORE INTO watch VALUES (?)", (words,)))

    def unwatch(self, words: str) -> None:
        """Takes words from the watch list; does nothing where they are not on it."""
        self.database.write(lambda connection: connection.execute("DELETE FROM watch WHERE words = ?", (words,)))

    # Derived rows

    def basis(self, story: str) -> Basis:
        """What there is to derive from now, by the rules of version `story`."""
        row = self.database.row("SELECT coalesce(max(number), 0) FROM reading")
        return Basis(story=story, newest_reading=row[0] if row else 0, corrections=self._newest("correction"))

    def derived_from(self) -> Basis | None:
        """What the stored derived rows were made from; None where there are none."""
        row = self.database.row("SELECT basis FROM derivation")
        return msgspec.json.decode(row[0], type=Basis) if row else None

    def derived(self, *kinds: str) -> Iterator[DerivedRow]:
        """The stored derived rows of some types, by default of all, by type and id."""
        chosen = f"WHERE type IN ({', '.join('?' * len(kinds))})" if kinds else ""
        rows = self.database.rows(f"SELECT type, id, content FROM derived {chosen} ORDER BY type, id", *kinds)
        return (DerivedRow(row[0], row[1], row[2].encode()) for row in rows)

    def derived_rows(self, kind: str, names: Iterable[str]) -> Iterator[DerivedRow]:
        """The stored derived rows with these ids, as far as they are there."""
        sql = "SELECT content FROM derived WHERE type = ? AND id = ?"
        for name in names:
            if (row := self.database.row(sql, kind, name)) is not None:
                yield DerivedRow(kind, name, row[0].encode())

    def event_of(self, telling: str) -> str | None:
        """The id of the event that holds a telling."""
        row = self.database.row("SELECT content FROM note WHERE kind = 'event' AND id = ?", telling)
        return msgspec.json.decode(row[0], type=str) if row else None

    def work_in(self, story: str, work: Callable[[SqliteLedger, tuple[str, ...]], None]) -> bool:
        """Has the next reports that are not yet in the derived rows worked in, in one transaction; false where there
        are none. Rows made by other rules are dropped first."""

        def some(connection: sqlite3.Connection) -> bool:
            made = self.derived_from()
            if made is None or made.story != story:
                ledger.empty(connection)
                made = Basis(story=story, newest_reading=0, corrections=self._newest("correction"))
            pending = self._pending(made)
            work(SqliteLedger(connection, self._decoded), pending.reports)
            connection.execute(
                "INSERT OR REPLACE INTO derivation (one, basis) VALUES (1, ?)", (canonical(pending.basis),)
            )
            return pending.basis != self.basis(story)

        return self.database.write(some)

    def forget_derived(self) -> None:
        """Drops all that is derived but the pairs of copies; the next `work_in` begins anew."""
        self.database.write(lambda connection: connection.execute("DELETE FROM derivation"))

    def derived_count(self) -> int:
        """How many derived rows there are."""
        row = self.database.row("SELECT count(*) FROM derived")
        return row[0] if row else 0

    def _pending(self, made: Basis) -> Pending:
        """The reports of the next readings, and all those that new corrections mean."""
        sql = (
            "SELECT reading.number, report, report.number <= (SELECT coalesce(max(report), 0) FROM copy_text) "
            "FROM reading JOIN report ON id = report WHERE reading.number > ? ORDER BY reading.number LIMIT ?"
        )
        found = self.database.rows(sql, made.newest_reading, BATCH)
        rows = tuple(takewhile(lambda row: row[2], found))  # The rest was not yet looked up for copies.
        every = tuple(self.corrections())
        new = [one for one in every if int(one.id[1:]) > made.corrections]
        basis = Basis(
            story=made.story,
            newest_reading=rows[-1][0] if rows else made.newest_reading,
            corrections=int(every[-1].id[1:]) if every else made.corrections,
        )
        known = (report for report in meant_by(new, every) if self._is_worked_in(report, made))
        return Pending(tuple(dict.fromkeys((*(row[1] for row in rows), *known))), basis)

    def _is_worked_in(self, report: str, made: Basis) -> bool:
        sql = "SELECT 1 FROM reading WHERE report = ? AND number <= ?"
        return self.database.row(sql, report, made.newest_reading) is not None

    def _has(self, table: str) -> bool:
        """False in a file of an older version that could not be brought up to date: it is read-only."""
        return self.database.row("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table) is not None

    def _newest(self, table: str) -> int:
        row = self.database.row(f"SELECT coalesce(max(number), 0) FROM {table}") if self._has(table) else None
        return row[0] if row else 0

    def _correction(self, number: int, content: str) -> Correction:
        try:
            return msgspec.json.decode(content, type=Correction)
        except msgspec.MsgspecError as error:
            raise RecordError(
                f"{self.database.path}: the correction c{number} is damaged ({error}). "
                "Keep the file as it is, and go on from a backup."
            ) from error

    def _of_report(self, sql: str, report_id: str) -> Values:
        row = self.database.row(sql, report_id)
        if row is None:
            raise UsageError(f"There is no report {report_id!r} in {self.database.path}.")
        return row

    def _decoded(self, row: Values) -> Reading:
        """A reading from a row of report id and JSON."""
        try:
            return msgspec.json.decode(row[1], type=Reading)
        except msgspec.MsgspecError as error:
            raise RecordError(
                f"{self.database.path}: the reading of {row[0]!r} is damaged ({error}). "
                "`onrecord check` lists all damage; go on from a backup."
            ) from error


def meant_by(corrections: Iterable[Correction], every: Iterable[Correction]) -> Iterator[str]:
    """The reports in which some corrections hold; of one that undoes another, those in which that one does."""
    known = {one.id: one for one in every}
    waiting = list(corrections)
    while waiting:
        one = waiting.pop()
        yield from (anchor.report for anchor in (*one.anchors, *one.rest))
        if one.undoes in known:
            waiting.append(known.pop(one.undoes))


def digest(article: Article) -> str:
    """The SHA-256 of outlet, url, publication time, title and text: equal for the same content, whatever its id."""
    fields = [article.outlet, article.url, article.published, article.title, article.text]
    return sha256(msgspec.json.encode(fields)).hexdigest()


def canonical(value: msgspec.Struct) -> str:
    """A value as JSON, the same for equal values."""
    return msgspec.json.encode(value).decode()


def free_id(connection: sqlite3.Connection, source_id: str) -> str:
    """`source_id`, or the first of `source_id~2`, `source_id~3` ... that no report has."""
    candidates = chain([source_id], (f"{source_id}~{number}" for number in count(2)))
    taken = "SELECT 1 FROM report WHERE id = ?"
    return next(name for name in candidates if connection.execute(taken, (name,)).fetchone() is None)


def insert_report(connection: sqlite3.Connection, report_id: str, article: Article) -> None:
    """One row of the table report."""
    values = (
        report_id, article.id, digest(article), article.outlet, article.url, article.published, article.title,
        article.text, article.sha256, article.language, article.header_end, now(),
    )  # fmt: skip
    connection.execute(
        "INSERT INTO report (id, source_id, digest, outlet, url, published, title, text, sha256, language, "
        "header_end, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )


def insert_reading(connection: sqlite3.Connection, report_id: str, reading: Reading) -> None:
    """One row of the table reading, under the id of its report."""
    content = canonical(msgspec.structs.replace(reading, id=report_id))
    connection.execute(
        "INSERT INTO reading (report, reader, content, made) VALUES (?, ?, ?, ?)",
        (report_id, canonical(reading.reader), content, now()),
    )


def report_of(row: Values) -> Report:
    """A report from its columns."""
    return Report(
        id=row[0], source_id=row[1], outlet=row[2], url=row[3], published=row[4], title=row[5], text=row[6],
        sha256=row[7], added=row[8],
    )  # fmt: skip


def article_of(row: Values) -> Article:
    """An article from its columns."""
    return Article(
        id=row[0], text=row[1], published=row[2], title=row[3], outlet=row[4], url=row[5], language=row[6],
        header_end=row[7],
    )  # fmt: skip
