"""What is stored, under which id, and that it stays."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onrecord.record import Record
from onrecord.schema.article import Article
from onrecord.schema.reading import Unread
from tests.fake_reader import READER, article, read


def record_at(path: Path) -> Record:
    return Record(path / "record.db", read=read, reader=READER)


def test_the_same_content_is_added_once(tmp_path: Path) -> None:
    """The same id with the same content changes nothing."""
    with record_at(tmp_path) as record:
        assert record.add([article("a", "Ada Brandt met Bo Lind.")]).new == ("a",)
        assert record.add([article("a", "Ada Brandt met Bo Lind.")]).unchanged == ("a",)
        assert len(record.reports()) == 1


def test_another_text_is_a_version(tmp_path: Path) -> None:
    """The same id with another text is a report of its own, `ID~2`."""
    with record_at(tmp_path) as record:
        summary = record.add([article("a", text) for text in ("Ada Brandt met Bo Lind.", "Cai Holm met Bo Lind.")])
        assert (summary.new, summary.versions) == (("a",), ("a~2",))
        assert [report.source_id for report in record.reports()] == ["a", "a"]
        assert record.reading("a~2").id == "a~2"


def test_versions_are_not_added_twice(tmp_path: Path) -> None:
    """A version that is there is found by its content, and a third text becomes `ID~3`."""
    texts = ["Ada Brandt met Bo Lind.", "Cai Holm met Bo Lind.", "Ada Brandt met Cai Holm."]
    with record_at(tmp_path) as record:
        record.add([article("a", text) for text in texts[:2]])
        assert record.add([article("a", text) for text in texts]).versions == ("a~3",)


def test_an_id_that_looks_like_a_version_is_kept_apart(tmp_path: Path) -> None:
    """A report that came in as `a~2` does not take the id of another report's version."""
    with record_at(tmp_path) as record:
        record.add([article("a~2", "Ada Brandt met Bo Lind."), article("a", "Cai Holm met Bo Lind.")])
        assert record.add([article("a", "Cai Holm met Ada Brandt.")]).versions == ("a~3",)


def test_one_text_in_two_papers_is_two_reports(tmp_path: Path) -> None:
    """The same text under two ids is two reports, the second a copy of the first."""
    text = "Ada Brandt met Bo Lind in Oslo on 2024-03-10."
    with record_at(tmp_path) as record:
        record.add([article("a", text, "2024-03-11"), article("b", text, "2024-03-12")])
        assert [report.copy_of for report in record.reports()] == [None, "a"]


def test_failures_are_named_and_not_stored(tmp_path: Path) -> None:
    """An article that cannot be read is named with the reason; the others are stored."""
    with record_at(tmp_path) as record:
        summary = record.add([Unread("x.txt", "it is empty"), article("b", "FAULT"), article("c", "Nothing.")])
        assert [item.id for item in summary.failed] == ["x.txt", "b"]
        assert "no such word" in summary.failed[1].error
        assert [report.id for report in record.reports()] == ["c"]


@pytest.mark.parametrize("text", ["half a pair \ud83d", "null \x00 character", "", "🙂 مرحبا"])
def test_any_text_is_stored_or_named(tmp_path: Path, text: str) -> None:
    """A text of any characters is stored as it is, or named as failed."""
    with record_at(tmp_path) as record:
        summary = record.add([article("a", text)])
        assert [report.text for report in record.reports()] == [text] * len(summary.new)
        assert len(summary.new) + len(summary.failed) == 1
        assert record.check().sound


@pytest.mark.parametrize("table", ["report", "reading"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET number = number + 1"])
def test_reports_and_readings_are_kept(tmp_path: Path, table: str, change: str) -> None:
    """The database itself refuses to change or delete a report or a reading."""
    with record_at(tmp_path) as record:
        record.add([article("a", "Ada Brandt met Bo Lind.")])
    connection = sqlite3.connect(tmp_path / "record.db")
    with pytest.raises(sqlite3.IntegrityError, match="kept"):
        connection.execute(change.format(table))
    connection.close()


def test_progress_is_told_for_each_item(tmp_path: Path) -> None:
    """Each item is told once, whether it was read, known or could not be read."""
    told: list[tuple[int, int]] = []
    items: list[Article | Unread] = [article("a", "Nothing."), article("a", "Nothing."), article("b", "FAULT")]
    with record_at(tmp_path) as record:
        items.append(Unread(None, "no text"))
        record.add(items, on_progress=lambda progress: told.append((progress.done, progress.failed)))
    assert told == [(1, 0), (2, 0), (3, 1), (4, 2)]
