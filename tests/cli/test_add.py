"""`onrecord add`."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.record import Record
from tests.cli.conftest import Run


def test_reports_are_added_once(run: Run, story: Path) -> None:
    """Adding tells how many reports are new, and adding again that they were there."""
    assert run("add", str(story)).stdout == "3 reports added to onrecord.db.\n"
    assert run("add", str(story)).stdout == "0 reports added to onrecord.db; 3 were there already.\n"


def test_what_cannot_be_read_is_named(run: Run, story: Path) -> None:
    """A bad line and a missing file are told with their reasons, the rest is added, the status is 1."""
    story.write_bytes(story.read_bytes() + b"\nnonsense\n")
    result = run("add", str(story), "nowhere.txt")
    assert result.exit_code == 1
    assert result.stdout == "3 reports added to onrecord.db; 2 could not be read.\n"
    assert "line 4" in result.stderr and "nowhere.txt" in result.stderr


def test_another_text_under_a_known_id(run: Run, story: Path) -> None:
    """A new text under a known id is a new version."""
    run("add", str(story))
    result = run("add", "-", input='{"id": "a", "text": "Ada Brandt did not meet Bo Lind."}\n')
    assert result.stdout == "0 reports added to onrecord.db; 1 new version of known reports.\n"


def test_the_record_is_where_the_user_says(
    run: Run, story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The option goes before the environment, and that before the default."""
    monkeypatch.setenv("ONRECORD_RECORD", "environment.db")
    run("add", str(story))
    run("add", str(story), "--record", "option.db")
    assert sorted(path.name for path in tmp_path.glob("*.db")) == ["environment.db", "option.db"]


def test_a_file_that_is_no_record(run: Run, story: Path, tmp_path: Path) -> None:
    """A file that is no record is refused with status 1 and is not touched."""
    other = tmp_path / "notes.db"
    other.write_text("shopping list " * 50)
    result = run("add", str(story), "--record", str(other))
    assert result.exit_code == 1 and "notes.db" in result.stderr and "Traceback" not in result.stderr
    assert other.read_text().startswith("shopping list")


def test_an_interrupt_tells_what_is_kept(story: Path, tmp_path: Path) -> None:
    """Ctrl-C ends with status 130 and says how much is stored; what is stored is there."""
    rows = "".join(f'{{"id": "s{n}", "text": "SLOW Ada Brandt met Bo Lind {n}."}}\n' for n in range(60))
    (tmp_path / "slow.jsonl").write_text(rows)
    # A shell's background jobs ignore the signal, and so would their children.
    code = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    code += "from onrecord import pipeline; from tests import fake_reader as fake; pipeline.read = fake.read;"
    code += "pipeline.reader = lambda: fake.READER; from onrecord.cli.main import main; main()"
    command = [sys.executable, "-c", code, "add", str(tmp_path / "slow.jsonl"), "--record", str(tmp_path / "r.db")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_for_a_report(tmp_path / "r.db")
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Interrupted" in said and "The same command goes on from there." in said and "Traceback" not in said
    with Record(tmp_path / "r.db") as record:
        assert 0 < len(record.reports()) < 60


def wait_for_a_report(path: Path) -> None:
    """Waits until a record has its first report."""
    for _ in range(200):
        time.sleep(0.1)
        if path.exists() and path.stat().st_size:
            with Record(path) as record:
                if record.reports():
                    return
    raise AssertionError("no report was stored in 20 seconds")
