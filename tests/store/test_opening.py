"""Which files are opened, and that all others stay as they are."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.errors import RecordError, UsageError
from onrecord.record import Record
from onrecord.store.header import APPLICATION_ID
from onrecord.store.opening import newest_version
from tests.fake_reader import READER, article, read


def filled(path: Path) -> Path:
    """A record with two reports."""
    with Record(path, read=read, reader=READER) as record:
        record.add([article("a", "Ada Brandt met Bo Lind."), article("b", "Cai Holm met Bo Lind.")])
    return path


def refused(path: Path) -> str:
    """The error that a file causes; the file must be the same afterwards, and nothing may lie beside it."""
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(RecordError) as error:
        Record(path)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == beside
    return str(error.value)


def set_pragma(path: Path, pragma: str) -> Path:
    connection = sqlite3.connect(path)
    connection.execute(pragma)
    connection.close()
    return path


def test_a_new_record_is_one_plain_file(tmp_path: Path) -> None:
    """A record that was closed is one file with nothing beside it."""
    filled(tmp_path / "record.db")
    assert [entry.name for entry in tmp_path.iterdir()] == ["record.db"]


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    """An empty file holds nothing that could be lost."""
    path = tmp_path / "record.db"
    path.touch()
    with Record(filled(path)) as record:
        assert len(record.reports()) == 2


def test_no_record_is_made_unasked(tmp_path: Path) -> None:
    """Where there is no record and none may be made, the error says how to make one."""
    with pytest.raises(RecordError, match="onrecord add"):
        Record(tmp_path / "record.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_text_file_is_refused(tmp_path: Path) -> None:
    """A file that is not SQLite's is named and left alone."""
    path = tmp_path / "notes.txt"
    path.write_text("Not a record.")
    assert "not a record" in refused(path)


@pytest.mark.parametrize("pragma", ["PRAGMA user_version = 7", "PRAGMA application_id = 1196444487"])
def test_another_programs_database_is_refused(tmp_path: Path, pragma: str) -> None:
    """A database without this program's id is left alone."""
    assert "another program" in refused(set_pragma(tmp_path / "other.db", pragma))


def test_a_newer_record_is_refused(tmp_path: Path) -> None:
    """A record of a later version asks for an upgrade and is left alone."""
    path = set_pragma(filled(tmp_path / "record.db"), f"PRAGMA user_version = {newest_version() + 1}")
    assert "upgrade" in refused(path)


def test_a_record_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    """A truncated record is called damaged and left alone."""
    path = filled(tmp_path / "record.db")
    os.truncate(path, path.stat().st_size // 2)
    assert "cut short" in refused(path)


def test_a_damaged_page_is_an_error_with_advice(tmp_path: Path) -> None:
    """Where pages are overwritten, reading ends in a RecordError, and `check` says so without one."""
    path = filled(tmp_path / "record.db")
    content = bytearray(path.read_bytes())
    for page in first_pages(path):
        content[4096 * (page - 1) : 4096 * page] = b"\xa5" * 4096
    path.write_bytes(content)
    with Record(path) as record:
        assert "damaged" in record.check().problems[0]
        with pytest.raises(RecordError, match="backup"):
            record.reports()


def first_pages(path: Path) -> list[int]:
    """The number of the first page of each table and index."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT rootpage FROM sqlite_schema WHERE rootpage > 0").fetchall()
    connection.close()
    return [row[0] for row in rows]


def test_a_damaged_schema_is_an_error_on_opening(tmp_path: Path) -> None:
    """Where all behind the first page is overwritten, the record is not opened."""
    path = filled(tmp_path / "record.db")
    path.write_bytes(path.read_bytes()[:4096] + b"\xa5" * (path.stat().st_size - 4096))
    with pytest.raises(RecordError, match="backup"):
        Record(path)


def test_an_older_record_is_brought_up_to_date(tmp_path: Path) -> None:
    """A record without an index of copies and without corrections gets both, and keeps its reports."""
    path = filled(tmp_path / "record.db")
    connection = sqlite3.connect(path)
    for table in ("copy_pair", "copy_anchor", "copy_text", "copy_rules", "correction", "watch"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with Record(path, read=read, reader=READER) as record:
        assert len(record.reports()) == 2
        assert record.add([article("c", "Ada Brandt met Bo Lind.")]).new == ("c",)
        assert [report.copy_of for report in record.reports()] == [None, None, "a"]
        assert record.check().sound


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    """A folder in place of a file is an error for the user."""
    with pytest.raises(RecordError):
        Record(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """A record is not made in a folder that is not there."""
    with pytest.raises(RecordError, match="folder"):
        Record(tmp_path / "no" / "record.db")


def test_names_that_mean_something_in_an_address(tmp_path: Path) -> None:
    """A file name may hold blanks, question marks, per cent and number signs."""
    path = filled(tmp_path / "what? 100% #1.db")
    with Record(path) as record:
        assert len(record.reports()) == 2


def test_an_unknown_report_is_a_wrong_question(tmp_path: Path) -> None:
    """Asking for a report that is not there names it."""
    with Record(filled(tmp_path / "record.db")) as record, pytest.raises(UsageError, match="nobody"):
        record.reading("nobody")


READ_ONLY = """
import os, sys
sys.path[:0] = {path!r}
from onrecord.errors import RecordError
from onrecord.record import Record
if os.getuid() == 0:  # Permissions do not bind root, and nobody else may be able to load more of this Python.
    with Record({record!r}) as record:
        record.check()
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
with Record({record!r}) as record:
    print(len(record.reports()), len(record.events()), record.check().sound)
    try:
        record.derive()
    except RecordError as error:
        print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's")
def test_a_read_only_folder_can_be_read(tmp_path: Path) -> None:
    """In a folder without write permission everything can be read, and writing is an error with advice."""
    path = filled(tmp_path / "record.db")
    for entry in (path, tmp_path):
        entry.chmod(0o555 if entry.is_dir() else 0o444)
    for parent in tmp_path.parents[:2]:
        parent.chmod(parent.stat().st_mode | 0o055)
    program = READ_ONLY.format(path=sys.path, record=str(path))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd="/")
    tmp_path.chmod(0o755)
    assert done.stdout.startswith("2 2 True"), done.stderr
    assert "can be read but not written" in done.stdout
    assert [entry.name for entry in tmp_path.iterdir()] == ["record.db"]


def test_the_header_tells_whose_file_it_is(tmp_path: Path) -> None:
    """Other tools can tell a record by its application id."""
    connection = sqlite3.connect(filled(tmp_path / "record.db"))
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
