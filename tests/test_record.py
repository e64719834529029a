"""The record as a whole: what goes in comes out, in any order, and is kept."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import RecordError, UsageError
from onrecord.record import Record
from onrecord.schema.article import Article
from tests.fake_reader import NEXT_READER, READER, article, read, read_next

STORY = (
    article("a", "Cai Holm said Ada Brandt will meet Bo Lind in Oslo on 2024-03-10.", "2024-03-01", "Lakeside News"),
    article("b", "Officials said Ada Brandt will meet Bo Lind on 2024-03-10.", "2024-03-02", "Fjord Post"),
    article("c", "Ada Brandt met Bo Lind in Oslo on 2024-03-10. (Harbour Agency)", "2024-03-10", "Fjord Post"),
    article("d", "Reportedly Ada Brandt met Cai Holm in Bergen on 2024-03-11.", "2024-03-11", "Fjord Post"),
    article("e", "Bo Lind denied Ada Brandt met Bo Lind in Oslo on 2024-03-10.", "2024-03-12", "Strait Times"),
    article("f", "Bo Lind said Norway will meet Sweden in Bergen on 2024-04-02.", "2024-03-12", "Strait Times"),
)


def record_at(path: Path, story: tuple[Article, ...] = STORY) -> Record:
    record = Record(path / "record.db", read=read, reader=READER)
    record.add(story)
    return record


def export(record: Record) -> bytes:
    return msgspec.json.encode(list(record.export(added=False)))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(STORY), cut=st.integers(0, len(STORY)))
def test_the_order_of_adding_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, order: list[Article], cut: int
) -> None:
    """Whatever is added first, and in how many goes, the export is the same to the byte."""
    folder = tmp_path_factory.mktemp("order")
    with record_at(folder) as one, record_at(tmp_path_factory.mktemp("order"), tuple(order[:cut])) as other:
        other.add(order[cut:])
        assert export(one) == export(other)


def test_the_export_begins_with_the_type(tmp_path: Path) -> None:
    """Each row of an export names its type first, and the kinds come in one order."""
    with record_at(tmp_path) as record:
        lines = [msgspec.json.encode(row) for row in record.export()]
    kinds = [msgspec.json.decode(line)["type"] for line in lines]
    assert list(dict.fromkeys(kinds)) == ["report", "actor", "place", "story", "statement", "event"]
    assert all(line.startswith(b'{"type":') for line in lines)


def test_added_can_be_left_out(tmp_path: Path) -> None:
    """The moment of storing is exported, and left out where it is not asked for."""
    with record_at(tmp_path) as record:
        assert b'"added":"2' in msgspec.json.encode(next(record.export()))
        assert b"added" not in msgspec.json.encode(next(record.export(added=False)))


def test_a_brief_has_each_event_in_one_section(tmp_path: Path) -> None:
    """What is denied is not told as happened; what nobody is named for is unconfirmed."""
    with record_at(tmp_path) as record:
        brief = record.brief()
    assert [line.event for line in brief.denied] == ["a#e0"]
    assert [line.event for line in brief.unconfirmed] == ["d#e0"]
    assert [line.event for line in brief.planned] == ["f#e0"]
    assert brief.happened == ()
    assert {speaker for line in brief.said for speaker in line.speakers} == {"Cai Holm", "Bo Lind"}


def test_a_brief_as_of_a_day(tmp_path: Path) -> None:
    """Later reports do not count: before the meeting it was a plan, and before the denial it had happened."""
    with record_at(tmp_path) as record:
        assert [line.event for line in record.brief(date(2024, 3, 5)).planned] == ["a#e0"]
        assert [line.event for line in record.brief(date(2024, 3, 11)).happened] == ["a#e0"]
        assert record.brief(date(2024, 3, 11)).reports == 4


def test_a_brief_since_a_day(tmp_path: Path) -> None:
    """Only what was told on or after the day is news."""
    with record_at(tmp_path) as record:
        brief = record.brief(since=date(2024, 3, 11))
        assert [line.event for line in brief.unconfirmed] == ["d#e0"]
        assert all((line.day or "") >= "2024-03-11" for line in brief.said)


def test_who_told_of_a_plan_is_no_source_for_its_having_happened(tmp_path: Path) -> None:
    """A line names those who tell its status; the event keeps all its origins, and counts the same as the line."""
    with record_at(tmp_path) as record:
        line = record.brief(date(2024, 3, 11)).happened[0]
        assert (line.sources, line.independent_origins, line.reports) == (("Harbour Agency",), 1, 3)
        event = record.events(date(2024, 3, 11))[0]
        assert (event.independent_origins, len(event.origins)) == (1, 3)


def test_what_an_outlet_reports_is_not_said_by_it(tmp_path: Path) -> None:
    """The statements of a brief are of people and bodies, not of the papers that carry them."""
    citing = article("a", "Lakeside News said Ada Brandt met Bo Lind.", "2024-03-10")
    with record_at(tmp_path, (citing,)) as record:
        assert record.brief().said == ()
        assert len(record.statements()) == 1


def test_evidence_is_the_sentence_and_its_source(tmp_path: Path) -> None:
    """A line shows the words that bear it out first, with outlet, day and speaker."""
    with record_at(tmp_path) as record:
        line = record.brief(date(2024, 3, 5)).planned[0]
    assert line.evidence[0].text == STORY[0].text
    assert (line.evidence[0].outlet, line.evidence[0].published) == ("Lakeside News", "2024-03-01")
    assert line.evidence[0].sources == ("Cai Holm",)
    assert (line.actors, line.place, line.predicate) == (("Ada Brandt", "Bo Lind"), "Oslo", "will meet")


def test_what_is_unsure_stays_out_of_a_brief(tmp_path: Path) -> None:
    """Events below the confidence asked for are counted, and shown where a lower one is asked for."""
    with record_at(tmp_path) as record:
        assert record.brief(min_confidence=0.95).left_out == 3
        assert record.brief(min_confidence=0.95).planned == ()


def test_the_timeline_is_by_the_time_of_the_event(tmp_path: Path) -> None:
    """Events stand in the order in which they take place, within the days asked for."""
    with record_at(tmp_path) as record:
        assert [line.event for line in record.timeline()] == ["a#e0", "d#e0", "f#e0"]
        assert [line.event for line in record.timeline(since=date(2024, 3, 11))] == ["d#e0", "f#e0"]
        assert [line.event for line in record.timeline(until=date(2024, 3, 10))] == ["a#e0"]


def test_statements_of_a_speaker(tmp_path: Path) -> None:
    """Statements are found by any part of the speaker's name, and tell what they answer."""
    with record_at(tmp_path) as record:
        assert {line.statement for line in record.statements("lind")} == {"e#s0", "f#s0"}
        assert record.statements("Lin") == ()
        assert [line.stance for line in record.statements("Holm")] == ["asserts"]


def test_plans_and_their_outcome(tmp_path: Path) -> None:
    """A plan has happened once a report tells it, is planned until its day, and is overdue after it."""
    with record_at(tmp_path) as record:
        assert [plan.outcome for plan in record.plans()] == ["happened", "planned"]
        assert [plan.outcome for plan in record.plans(date(2024, 4, 1))] == ["happened", "planned"]
        assert [plan.outcome for plan in record.plans(date(2024, 4, 3))] == ["happened", "overdue"]
        first = record.plans()[0]
        assert (first.announced, first.announced_by, first.settled) == ("2024-03-01", ("Cai Holm",), "2024-03-10")


def test_undated_reports_count_only_in_the_whole_record(tmp_path: Path) -> None:
    """A report without a date is part of the record, but of no earlier day."""
    with record_at(tmp_path, (*STORY, article("g", "Ada Brandt met Cai Holm."))) as record:
        assert "g" in {report.id for report in record.export() if hasattr(report, "source_id")}
        assert record.brief().reports == record.brief(date(2024, 3, 12)).reports == 7
        assert record.brief(date(2024, 3, 11)).reports == 4


def test_a_record_of_undated_reports(tmp_path: Path) -> None:
    """Where no report has a date there is no as-of day, and still a brief."""
    with record_at(tmp_path, (article("g", "Ada Brandt met Bo Lind."),)) as record:
        assert record.brief().as_of is None
        assert len(record.events()) == 1
        assert record.check().sound


def test_an_empty_record(tmp_path: Path) -> None:
    """A record without reports answers everything with nothing."""
    with record_at(tmp_path, ()) as record:
        assert (record.reports(), record.events(), record.plans(), record.timeline()) == ((), (), (), ())
        assert record.brief().reports == 0
        assert record.check().sound


def test_a_reread_keeps_the_old_reading_and_tells_what_changed(tmp_path: Path) -> None:
    """A newer reader reads again, once; the old readings stay, and the newest counts."""
    record_at(tmp_path).close()
    with Record(tmp_path / "record.db", read=read_next, reader=NEXT_READER) as record:
        summary = record.reread()
        assert summary.reread == ("a", "b", "c", "d", "e", "f")
        assert [(change.kind, change.added, change.removed) for change in summary.changes] == [("events", 0, 6)]
        assert record.reading("a").reader == NEXT_READER
        assert record.events() == ()
        assert (record.check().readings, record.check().sound) == (12, True)
        assert record.reread().reread == ()


def test_stale_rows_are_derived_when_asked_for(tmp_path: Path) -> None:
    """Where an `add` was cut off before it derived, what is asked is worked out from what is there."""
    with record_at(tmp_path) as record:
        before = export(record)
        connection = record._store.database.connection
        connection.execute("DELETE FROM derivation")
        connection.execute("DELETE FROM derived")
        assert export(record) == before
        assert record.check().sound
        assert record.derive() > 0


def test_a_check_finds_what_was_tampered_with(tmp_path: Path) -> None:
    """A changed text, a changed reading and a changed derived row are each named."""
    record_at(tmp_path).close()
    connection = sqlite3.connect(tmp_path / "record.db")
    connection.executescript(
        "DROP TRIGGER report_update; UPDATE report SET text = 'Nothing.' WHERE id = 'a';"
        "DROP TRIGGER reading_update; UPDATE reading SET content = '{' WHERE report = 'b';"
    )
    connection.close()
    with Record(tmp_path / "record.db") as record:
        problems = " ".join(record.check().problems)
    assert "text of report a" in problems
    assert "reading of report b" in problems
    assert "search index" in problems


def test_a_check_rebuilds_what_is_derived(tmp_path: Path) -> None:
    """A derived row that is not what a rebuild gives is named, and `derive` repairs it."""
    with record_at(tmp_path) as record:
        record._store.database.connection.execute("UPDATE derived SET content = '{}' WHERE type = 'event'")
        assert "derived event a#e0" in record.check().problems[0]
        record.derive()
        assert record.check().sound


def test_a_backup_is_a_record(tmp_path: Path) -> None:
    """A backup stands alone, says the same, and replaces an older one."""
    with record_at(tmp_path) as record:
        target = record.backup(tmp_path / "copy.db")
        record.backup(target)
        with Record(target, create=False) as copy:
            assert export(copy) == export(record)
            assert copy.check().sound
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["copy.db", "record.db"]


def test_a_backup_replaces_nothing_else(tmp_path: Path) -> None:
    """Neither another file nor the record itself is overwritten by a backup."""
    notes = tmp_path / "notes.txt"
    notes.write_text("Keep me.")
    with record_at(tmp_path) as record:
        with pytest.raises(RecordError, match="not a record"):
            record.backup(notes)
        with pytest.raises(UsageError, match="itself"):
            record.backup(tmp_path / "record.db")
        with pytest.raises(RecordError):
            record.backup(tmp_path / "no" / "folder.db")
    assert notes.read_text() == "Keep me."


def test_workers_add_the_same(tmp_path: Path) -> None:
    """With processes the record is the same as without."""
    with record_at(tmp_path) as one, Record(tmp_path / "other.db", read=read, reader=READER) as other:
        other.add(STORY, workers=2)
        assert export(one) == export(other)
