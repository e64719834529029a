"""The commands that show a record or care for it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import msgspec
import pytest

from onrecord import pipeline
from tests import fake_reader
from tests.cli.conftest import Run

VIEWS = (
    "brief",
    "timeline",
    "statements",
    "plans",
    "stories",
    "copies",
    "search",
    "export",
    "check",
    "derive",
    "reread",
)


def arguments(name: str) -> tuple[str, ...]:
    """A command with what it must be given."""
    return (name, "Bergen") if name == "search" else (name,)


@pytest.mark.parametrize("name", VIEWS)
def test_a_record_that_is_not_there(run: Run, name: str) -> None:
    """A missing record is one message and status 1, and no file is made."""
    result = run(*arguments(name))
    assert result.exit_code == 1
    assert "onrecord.db" in result.stderr and "Traceback" not in result.output
    assert not Path("onrecord.db").exists()


@pytest.mark.parametrize("name", VIEWS)
def test_output_is_plain_and_the_same_in_each_run(run: Run, record: Path, name: str) -> None:
    """In a pipe there are no colour codes nor spaces at line ends, and two runs say the same."""
    flags = ("--no-added",) if name == "export" else ()
    first, second = run(*arguments(name), *flags), run(*arguments(name), *flags)
    assert first.exit_code == 0
    assert first.stdout == second.stdout != ""
    assert "\x1b" not in first.stdout
    assert not any(line.endswith(" ") for line in first.stdout.splitlines())


def test_the_brief(run: Run, record: Path) -> None:
    """The brief has what happened and what is planned, with sources."""
    output = run("brief").stdout
    assert output.startswith("The record as of 12 March 2024\n3 reports from 3 outlets\n")
    assert "• Ada Brandt and Bo Lind met (Oslo; 10 March 2024)" in output
    assert "“Ada Brandt met Bo Lind in Oslo on 2024-03-10.” — Fjord Post, 10 March 2024" in output


def test_the_brief_of_an_earlier_day(run: Run, record: Path) -> None:
    """With --as-of later reports are unknown."""
    output = run("brief", "--as-of", "2024-03-05").stdout
    assert "1 report from 1 outlet" in output and "are to meet" in output


def test_the_brief_in_other_formats(run: Run, record: Path) -> None:
    """Markdown begins with a heading, JSON is the brief with all its fields."""
    assert run("brief", "--format", "md").stdout.startswith("# The record as of 12 March 2024\n")
    assert run("brief", "--format", "html").stdout.startswith("<!doctype html>\n")
    brief = msgspec.json.decode(run("brief", "--format", "json").stdout)
    assert brief["as_of"] == "2024-03-12" and len(brief["happened"]) == 1


def test_the_timeline_is_bounded(run: Run, record: Path) -> None:
    """Days from and to bound the timeline; the last line counts."""
    assert run("timeline").stdout.endswith("\n2 events with a time.\n")
    assert run("timeline", "--until", "2024-03-31").stdout.endswith("\n1 event with a time.\n")
    assert run("timeline", "--since", "2030-01-01").stdout == "No events with a time.\n"


def test_rows_as_json(run: Run, record: Path) -> None:
    """Lists come as one JSON list, or one row a line."""
    rows = msgspec.json.decode(run("timeline", "--format", "json").stdout)
    lines = [msgspec.json.decode(line) for line in run("timeline", "--format", "jsonl").stdout.splitlines()]
    assert rows == lines and len(rows) == 2


def test_statements_of_a_speaker(run: Run, record: Path) -> None:
    """With --speaker only those of that name are listed."""
    output = run("statements", "--speaker", "lind").stdout
    assert "Bo Lind said, 12 March 2024: Norway will meet Sweden" in output
    assert output.endswith("\n1 statement.\n")


def test_a_limit_says_that_it_cuts(run: Run, record: Path) -> None:
    """A cut list says how many of how many it shows."""
    assert run("statements", "--limit", "1").stdout.endswith("\n1 of 2 statements.\n")


def test_plans_with_their_outcome(run: Run, record: Path) -> None:
    """Plans stand with what became of them."""
    output = run("plans").stdout
    assert "happened (10 March 2024)" in output and "2 April 2024" in output


def test_search(run: Run, record: Path) -> None:
    """A search shows the report and the words; what is not there is told, with status 0."""
    assert "Strait Times · 12 March 2024 · c" in run("search", "Bergen").stdout
    assert (run("search", "volcano").stdout, run("search", "volcano").exit_code) == ("No reports.\n", 0)


def test_a_search_leaves_out(run: Run, record: Path) -> None:
    """A word with a dash before it must not occur; it is not taken for an option."""
    assert run("search", "meet", "-Bergen").stdout.endswith("\n1 report.\n")
    assert run("search", "meet", "-harbour").stdout.endswith("\n2 reports.\n")


def test_export_as_jsonl(run: Run, record: Path) -> None:
    """An export names the type of each row first, to a file or to the output."""
    lines = run("export", "--no-added").stdout
    assert run("export", "--no-added", "--output", "out.jsonl").stdout == ""
    assert Path("out.jsonl").read_text(encoding="utf-8") == lines
    assert lines.startswith('{"type":"report"')


def test_export_as_csv(run: Run, record: Path) -> None:
    """The CSV has a head and a row for each telling."""
    rows = list(csv.DictReader(io.StringIO(run("export", "--format", "csv").stdout)))
    assert sorted(row["report"] for row in rows) == ["a", "b", "c"]


def test_an_export_into_a_folder_that_is_not_there(run: Run, record: Path) -> None:
    """Where the file cannot be written, one message says so, with status 1."""
    result = run("export", "--output", "nowhere/out.jsonl")
    assert result.exit_code == 1
    assert "No such file or directory" in result.stderr


def test_a_sound_record(run: Run, record: Path) -> None:
    """A check of a sound record says what it looked at."""
    assert run("check").stdout.startswith("onrecord.db is sound: 3 reports, 3 readings and ")


def test_a_backup_is_a_record(run: Run, record: Path) -> None:
    """A backup holds the same."""
    assert run("backup", "copy.db").stdout == "onrecord.db copied to copy.db.\n"
    assert run("brief", "--record", "copy.db").stdout == run("brief").stdout


def test_reading_again(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an upgrade of the reader the reports are read again and the changes told; then there is nothing to do."""
    monkeypatch.setattr(pipeline, "read", fake_reader.read_next)
    monkeypatch.setattr(pipeline, "reader", lambda: fake_reader.NEXT_READER)
    output = run("reread").stdout
    assert "3 reports read again; the rows of 3 changed." in output and "events" in output
    assert run("reread").stdout.startswith("Nothing to do")


def test_deriving_anew_changes_nothing(run: Run, record: Path) -> None:
    """What is derived anew says the same."""
    before = run("brief").stdout
    assert "derived anew in onrecord.db." in run("derive").stdout
    assert run("brief").stdout == before


WIRE = (
    "The port of Bergen was closed on Monday after a tanker ran aground at the harbour mouth. The coast guard said "
    "that the crew of 23 had been taken off by helicopter, and no oil had leaked."
)


@pytest.fixture
def copied(run: Run, tmp_path: Path) -> None:
    """A record of a text in two papers, and of two versions of a page."""
    rows = (
        {"id": "a", "text": WIRE, "published": "2024-03-11", "outlet": "Harbour Agency", "title": "Port is closed"},
        {"id": "b", "text": f"By our staff. {WIRE}", "published": "2024-03-12", "outlet": "Fjord Post"},
        {"id": "c", "text": "The ferries wait.", "published": "2024-03-12", "url": "https://post.example/1"},
        {"id": "d", "text": "The ferries sail.", "published": "2024-03-13", "url": "https://post.example/1"},
    )
    (tmp_path / "rows.jsonl").write_bytes(b"\n".join(msgspec.json.encode(row) for row in rows))
    assert run("add", "rows.jsonl").exit_code == 0


def test_copies_are_listed_under_their_original(run: Run, copied: None) -> None:
    """Each copy stands under its original; versions of a page stand apart."""
    output = run("copies").stdout
    assert "• Port is closed\n    Harbour Agency · 11 March 2024 · a\n" in output
    assert "copied whole (100% of the shorter text): Fjord Post · 12 March 2024 · b\n" in output
    assert output.endswith("\n1 copy.\nVersions of one page, not copies: c, d.\n")


def test_the_shared_passages_of_a_report(run: Run, copied: None) -> None:
    """With a report its copies are shown with the words that they share; one that is nobody's copy has none."""
    assert "“The port of Bergen was closed" in run("copies", "b").stdout
    assert run("copies", "d").stdout == "No copies.\nVersions of one page, not copies: c, d.\n"
    assert run("copies", "nobody").exit_code == 2


def test_passages_are_cut_from_the_texts(run: Run, copied: None) -> None:
    """The offsets of a passage give the same words in both texts."""
    found = msgspec.json.decode(run("copies", "--format", "json").stdout)
    (passage,) = found["groups"][0]["copies"][0]["passages"]
    here, there = passage["here"], passage["there"]
    assert f"By our staff. {WIRE}"[here[0] : here[1]] == WIRE[there[0] : there[1]] == passage["text"]
    assert found["versions"] == [["c", "d"]]
