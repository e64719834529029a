"""A record with corrections: the same bytes in any order and batching, and as of any day."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.record import Record
from onrecord.schema.actor import Actor
from onrecord.schema.article import Article
from onrecord.schema.correction import Anchor, Correction
from onrecord.schema.time import When
from onrecord.story.anchors import event_anchor, statement_anchor
from tests.fake_reader import READER, read
from tests.test_record import STORY, record_at

WHO, WHY = "R. Moe", "seen in print"
READINGS = {item.id: read(item) for item in STORY}


def at(report: str) -> Anchor:
    """The anchor of the one event of a report."""
    return event_anchor(READINGS[report], READINGS[report].events[0])


CORRECTIONS = (
    Correction(action="merge", anchors=(at("a"), at("d")), by=WHO, why=WHY),
    Correction(action="split", anchors=(at("b"),), rest=(at("a"), at("c")), by=WHO, why=WHY),
    Correction(
        action="re-date",
        anchors=(at("f"),),
        time=When(value="2024-04", from_="2024-04-01", to="2024-05-01"),
        by=WHO,
        why=WHY,
    ),
    Correction(
        action="re-attribute",
        anchors=(statement_anchor(READINGS["e"], READINGS["e"].statements[0]),),
        voice="actor",
        actor_id="edda-moe",
        actor=Actor(name="Edda Moe", kind="person"),
        by=WHO,
        why=WHY,
    ),
    Correction(action="reject", anchors=(at("c"),), by=WHO, why=WHY),
    Correction(action="undo", undoes="c1", by=WHO, why=WHY),
)


def exported(record: Record, as_of: date | None = None) -> bytes:
    return msgspec.json.encode(list(record.export(as_of, added=False, corrections=True)))


def corrected_at(path: Path, story: tuple[Article, ...] = STORY) -> Record:
    """A record of a story with all corrections."""
    record = record_at(path, story)
    for correction in CORRECTIONS:
        record.correct(correction)
    return record


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(STORY), cut=st.integers(0, len(STORY)), early=st.integers(0, len(CORRECTIONS)))
def test_neither_order_nor_batches_matter(
    tmp_path_factory: pytest.TempPathFactory, order: list[Article], cut: int, early: int
) -> None:
    """Reports in any order and in two goes, corrections before, between and after: the export is the same to the byte,
    and nothing changes when it is derived anew."""
    with corrected_at(tmp_path_factory.mktemp("one")) as one:
        other = record_at(tmp_path_factory.mktemp("other"), tuple(order[:cut]))
        for correction in CORRECTIONS[:early]:
            other.correct(correction)
        other.add(order[cut:])
        for correction in CORRECTIONS[early:]:
            other.correct(correction)
        assert exported(other) == exported(one)
        other.derive()
        assert exported(other) == exported(one)
        assert other.check().sound
        other.close()


@pytest.mark.parametrize("day", [date(2024, 3, 2), date(2024, 3, 10), date(2024, 3, 11)])
def test_an_earlier_day_is_a_record_that_never_saw_later_reports(tmp_path: Path, day: date) -> None:
    """As of a day, the export is that of a record of the reports up to it, with the same corrections."""
    (tmp_path / "whole").mkdir()
    (tmp_path / "early").mkdir()
    known = tuple(item for item in STORY if (item.published or "") <= day.isoformat())
    with corrected_at(tmp_path / "whole") as whole, corrected_at(tmp_path / "early", known) as early:
        assert exported(whole, day) == exported(early)
        assert whole.diff(date(2024, 3, 2), day) == early.diff(date(2024, 3, 2))
        assert whole.brief(day) == early.brief()
        for event in early.events():
            assert whole.origins(event.id, day) == early.origins(event.id)
            assert whole.cite(event.id, day) == early.cite(event.id)


def test_a_day_and_what_is_new_after_it_make_the_whole(tmp_path: Path) -> None:
    """Every event of today was there before, or is new: each one that was not there is in the diff."""
    with record_at(tmp_path) as record:
        before = {row.event for row in record.timeline(date(2024, 3, 10), min_confidence=0)}
        after = {row.event for row in record.timeline(min_confidence=0)}
        found = record.diff(date(2024, 3, 11), min_confidence=0)
        assert {row.event for row in found.new} == after - before
        assert [(row.now.event, row.what) for row in found.changed] == [("a#e0", ("dispute",))]
        assert found.reports == 3


def test_a_correction_without_a_row_is_refused(tmp_path: Path) -> None:
    """What names no row of a report corrects nothing."""
    with record_at(tmp_path) as record, pytest.raises(UsageError, match="at least one row"):
        record.correct(Correction(action="reject", by=WHO, why=WHY))


def test_a_backup_has_the_corrections(tmp_path: Path) -> None:
    """A copy says the same, corrections and watch list included."""
    with corrected_at(tmp_path) as record:
        record.watch("Oslo")
        with Record(record.backup(tmp_path / "copy.db"), read=read, reader=READER) as copy:
            assert exported(copy) == exported(record)
            assert copy.watched() == ("Oslo",)


def test_an_interrupt_between_storing_and_deriving(tmp_path: Path) -> None:
    """A correction that was stored counts, also where the program was killed before it derived anew."""
    with record_at(tmp_path) as record:
        for correction in CORRECTIONS:
            record._store.put_correction(correction)
        before = exported(record)
        record.derive()
        assert exported(record) == before


OLDER = "DROP TABLE correction; DROP TABLE watch; PRAGMA user_version = 2;"


def test_an_older_file_is_brought_up_to_date(tmp_path: Path) -> None:
    """A record of a version without corrections says the same, and takes corrections."""
    with record_at(tmp_path) as record:
        before = exported(record)
    connection = sqlite3.connect(tmp_path / "record.db")
    connection.executescript(OLDER)
    connection.close()
    with Record(tmp_path / "record.db", read=read, reader=READER) as record:
        assert exported(record) == before
        assert record.correct(CORRECTIONS[0]).id == "c1"


def test_an_older_file_that_cannot_be_written(tmp_path: Path) -> None:
    """Where a file could not be brought up to date, it has no corrections and nothing on its watch list."""
    with record_at(tmp_path) as record:
        before = exported(record)
        record._store.database.connection.executescript(OLDER)
        assert exported(record) == before
        assert (record.corrections(), record.watched()) == ((), ())
