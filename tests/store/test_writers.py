"""Two at one file, a full disk, and kills."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record import Record
from onrecord.schema.article import Article
from tests.fake_reader import READER, article, read

HOLD = """
import sys, time
sys.path[:0] = {path!r}
from pathlib import Path
from onrecord.store.store import Store
def hold(connection):
    print("held", flush=True)
    time.sleep({seconds})
Store(Path({record!r}), True, 10.0).database.write(hold)
"""


def record_at(path: Path, wait: float = 10.0) -> Record:
    return Record(path / "record.db", read=read, reader=READER, wait=wait)


@contextmanager
def holding(folder: Path, seconds: float) -> Iterator[subprocess.Popen[bytes]]:
    """A process that holds the record of a folder for so long, once it does."""
    code = HOLD.format(path=sys.path, record=str(folder / "record.db"), seconds=seconds)
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.kill()


def test_a_second_writer_is_told_who_holds_the_file(tmp_path: Path) -> None:
    """Whoever cannot write in time is told the process, its host and since when it writes."""
    with holding(tmp_path, 60) as process, record_at(tmp_path, wait=0.3) as record:
        begun = time.monotonic()
        with pytest.raises(RecordError, match=rf"process {process.pid} on .+ since 2\d{{3}}-"):
            record.add([article("a", "Nothing.")])
        assert 0.2 < time.monotonic() - begun < 5
        assert record.reports() == ()


def test_a_second_writer_waits(tmp_path: Path) -> None:
    """Whoever can write in time does so."""
    with holding(tmp_path, 0.6), record_at(tmp_path) as record:
        begun = time.monotonic()
        assert record.add([article("a", "Nothing.")]).new == ("a",)
        assert time.monotonic() - begun > 0.2


def test_the_line_of_a_killed_writer_is_cleared(tmp_path: Path) -> None:
    """A writer that was killed is not named to others, and its line goes with the next writer."""
    with holding(tmp_path, 60) as process:
        process.kill()
        process.wait()
        with record_at(tmp_path) as record:
            record.add([article("a", "Nothing.")])
            lines = record._store.database.rows("SELECT pid FROM writer")
            assert [row[0] for row in lines] == [os.getpid()]


def test_two_writers_take_turns(tmp_path: Path) -> None:
    """Two records open at once add to one file, and neither loses a report or doubles one."""
    with record_at(tmp_path) as one, record_at(tmp_path) as other:
        one.add([article("a", "Nothing."), article("b", "Nothing.")])
        assert other.add([article("b", "Nothing."), article("c", "Nothing.")]).unchanged == ("b",)
        assert [report.id for report in one.reports()] == ["a", "b", "c"]


def test_a_reader_may_be_open_while_reports_are_added(tmp_path: Path) -> None:
    """A reader in the middle of its rows goes on with what it began with, and then sees what came."""
    with record_at(tmp_path) as writer, record_at(tmp_path) as reader:
        writer.add([article("a", "Nothing."), article("b", "Nothing.")])
        rows = reader._store.readings()
        first = next(rows)
        writer.add([article("c", "Nothing.")])
        assert [first.id, *(reading.id for reading in rows)] == ["a", "b"]
        assert len(reader.reports()) == 3


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """Where the disk is full the error says so; what was stored is there, and adding goes on when there is room."""
    with record_at(tmp_path) as record:
        record.add([article("a", "Ada Brandt met Bo Lind.")])
        connection = record._store.database.connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        many = [article(f"b{number}", f"Bo Lind met Ada Brandt. {'Filling. ' * 900}{number}") for number in range(9)]
        with pytest.raises(RecordError, match="disk is full"):
            record.add(many)
        connection.execute("PRAGMA max_page_count = 100000")
        kept = len(record.reports())
        assert 1 <= kept < 10
        assert record.check().sound
        assert len(record.add(many).new) == 10 - kept


@pytest.mark.skipif(os.name == "nt", reason="fork and SIGKILL are POSIX's")
def test_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    """Killed a hundred times in the middle of adding, a record is whole after each, and complete in the end."""
    path, seen, dice = tmp_path / "record.db", 0, random.Random(5)
    for number in range(100):  # Each time a little later, so that a slow machine gets somewhere, too.
        child = os.fork()
        if child == 0:
            add_slowly(path)
        time.sleep(dice.uniform(0.0, 0.06 + 0.002 * number))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        stored = count(path)
        assert stored >= seen
        seen = stored
    assert seen > 0
    with record_at(tmp_path) as record:
        record.add(numbered())
        assert sorted(report.id for report in record.reports()) == sorted(item.id for item in numbered())
        assert record.check().sound


def add_slowly(path: Path) -> None:
    """Adds until killed; for a child process, which ends without cleaning up."""
    try:
        with Record(path, read=read, reader=READER) as record:
            record.add(numbered())
            time.sleep(10)
    finally:
        os._exit(1)


def numbered() -> list[Article]:
    return [article(f"r{number}", f"Ada Brandt met Bo Lind. {number}", "2024-03-01") for number in range(400)]


def count(path: Path) -> int:
    """How many reports are there, each with its reading; nothing is half there."""
    if not path.exists():
        return 0
    connection = sqlite3.connect(path)
    reports, readings = connection.execute(
        "SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM reading)"
    ).fetchone()
    assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
    connection.close()
    assert reports == readings
    return int(reports)
