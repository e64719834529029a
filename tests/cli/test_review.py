"""Correcting a record from the command line."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest

from onrecord import pipeline
from tests import fake_reader
from tests.cli.conftest import Run

WHO = ("--by", "R. Moe", "--why", "seen in print")


def event_of(run: Run, key: str) -> dict[str, object]:
    """The event that holds a telling, in the export."""
    rows = [msgspec.json.decode(line) for line in run("export", "--no-added").stdout.splitlines()]
    report, event = key.split("#")
    (found,) = (
        row
        for row in rows
        if row["type"] == "event" and any((m["report"], m["event"]) == (report, event) for m in row["mentions"])
    )
    assert isinstance(found, dict)
    return found


def test_an_event_is_rejected(run: Run, record: Path) -> None:
    """What was rejected is told no more; the export names it only where corrections are asked for."""
    assert run("review", "reject", "a#e0", *WHO).stdout == (
        "c1: rejected “will meet” (CONSULT) in a and “met” (CONSULT) in b\n"
    )
    assert "Ada Brandt" not in run("timeline").stdout
    assert '"type":"correction"' not in run("export").stdout
    assert '"type":"correction","id":"c1","action":"reject"' in run("export", "--corrections").stdout
    assert run("check").exit_code == 0


def test_only_one_report_is_rejected(run: Run, record: Path) -> None:
    """With --only the others go on telling of it."""
    assert run("review", "reject", "a#e0", "--only", "b", *WHO).exit_code == 0
    assert event_of(run, "a#e0")["status"] == "planned"


def test_an_event_is_accepted(run: Run, record: Path) -> None:
    """What was accepted is sure, and its line names the correction."""
    assert "by hand" not in run("brief").stdout
    assert run("review", "accept", "b#e0", *WHO).stdout.startswith("c1: accepted “will meet”")
    assert event_of(run, "a#e0")["confidence"] == 1.0
    assert run("brief").stdout.count("corrected by hand: c1\n") == 1
    assert run("diff", "--since", "2024-03-05", "--format", "md").stdout.count("corrected by hand: c1\n") == 1
    run("review", "undo", "c1", *WHO)
    assert "by hand" not in run("brief").stdout


def test_events_are_made_one_and_two(run: Run, record: Path) -> None:
    """Two events are merged, and one report is split off again."""
    assert run("review", "merge", "a#e0", "c#e0", *WHO).exit_code == 0
    assert event_of(run, "c#e0")["id"] == "a#e0"
    assert run("review", "split", "c#e0", "b", *WHO).stdout.startswith("c2: made an event of its own of “met”")
    assert event_of(run, "b#e0")["id"] == "b#e0"
    assert event_of(run, "c#e0")["id"] == "a#e0"


def test_another_day(run: Run, record: Path) -> None:
    """A day, a stretch of days or no day at all."""
    assert run("review", "re-date", "c#e0", "--to", "2024-04-03/2024-04-05", *WHO).stdout.endswith(
        " in c to 3 to 5 April 2024\n"
    )
    assert (event_of(run, "c#e0")["from"], event_of(run, "c#e0")["to"]) == ("2024-04-03", "2024-04-06")
    run("review", "re-date", "c#e0", "--to", "unknown", *WHO)
    assert event_of(run, "c#e0")["from"] is None


def test_another_source(run: Run, record: Path) -> None:
    """A statement or what a report tells gets another source, by name or by id."""
    assert run("review", "re-attribute", "c#s0", "--to", "ada brandt", *WHO).exit_code == 0
    assert "Ada Brandt said" in run("statements").stdout
    assert run("review", "re-attribute", "a#e0", "--only", "b", "--to", "bo-lind", *WHO).exit_code == 0
    tree = msgspec.json.decode(run("origins", "a#e0", "--format", "json").stdout)
    assert {branch["name"] for branch in tree["origins"]} == {"Cai Holm", "Bo Lind"}


def test_a_correction_is_undone(run: Run, record: Path) -> None:
    """After undoing, the record says what it said; both corrections are listed with who, when and why."""
    before = run("brief").stdout
    run("review", "reject", "a#e0", *WHO, "--on", "2024-03-13")
    assert run("brief").stdout != before
    assert run("review", "undo", "c1", "--by", "A. Vik", "--why", "it was right").stdout == "c2: c1 undone\n"
    assert run("brief").stdout == before
    listed = run("review", "list").stdout
    assert "c1 (undone): rejected" in listed and "R. Moe, 13 March 2024: seen in print" in listed
    assert listed.endswith("\n2 corrections.\n")


def test_a_correction_outlives_reading_again(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new reading that has the words keeps the correction; one that has them no more makes it an orphan."""
    run("review", "reject", "c#e0", *WHO)
    assert run("review", "list", "--orphaned").stdout == "No orphaned corrections.\n"
    monkeypatch.setattr(pipeline, "read", fake_reader.read_next)
    monkeypatch.setattr(pipeline, "reader", lambda: fake_reader.NEXT_READER)
    assert run("reread").exit_code == 0
    orphaned = run("review", "list", "--orphaned").stdout
    assert "Does nothing: there is no longer “will meet” (CONSULT) in c" in orphaned
    rows = msgspec.json.decode(run("review", "list", "--orphaned", "--format", "json").stdout)
    assert rows[0]["missing"][0]["text"] == "will meet"


def test_corrections_are_kept_for_good(run: Run, record: Path) -> None:
    """The file lets no correction be changed or taken away."""
    run("review", "reject", "c#e0", *WHO)
    connection = sqlite3.connect(record)
    for sql in ("UPDATE correction SET content = '{}'", "DELETE FROM correction"):
        with pytest.raises(sqlite3.IntegrityError, match="corrections are kept"):
            connection.execute(sql)
    connection.close()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("reject", "nobody#e1", *WHO), "no event"),
        (("reject", "a#e0", "--only", "c", *WHO), "It is told by: a, b"),
        (("reject", "a#e0", "--why", "x"), "--by"),
        (("merge", "a#e0", "b#e0", *WHO), "one already"),
        (("split", "a#e0", "a", "b", *WHO), "nothing is left"),
        (("re-date", "a#e0", "--to", "soon", *WHO), "is no time"),
        (("re-date", "a#e0", "--to", "2024-03-10/2024-03-01", *WHO), "ends before it begins"),
        (("re-attribute", "a#e0", *WHO), "Give one of"),
        (("re-attribute", "a#s0", "--outlet", *WHO), "is a statement"),
        (("re-attribute", "a#e0", "--to", "Edda Moe", *WHO), "No report of the record names"),
        (("undo", "c7", *WHO), "no correction"),
    ],
)
def test_what_cannot_be_corrected(run: Run, record: Path, arguments: tuple[str, ...], said: str) -> None:
    """A wrong correction is a usage error that says what to do, and nothing is stored."""
    result = run("review", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr and "Traceback" not in result.output
    assert run("review", "list").stdout == "No corrections.\n"
