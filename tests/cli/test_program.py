"""The program as a process: pipes, colours, faults, the sample reports."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from onrecord import pipeline
from tests.cli.conftest import Run

PROGRAM = (sys.executable, "-c", "from onrecord.cli.main import main; main()")


def program(*arguments: str, said: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the program with something on its standard input."""
    return subprocess.run(
        [*PROGRAM, *arguments], input=said, capture_output=True, encoding="utf-8", env=with_(environment), check=False
    )


def with_(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of this process with changes, and without a user's own settings."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    return own | {"PYTHONUTF8": "1"} | dict(environment)


def test_a_real_article(tmp_path: Path) -> None:
    """An article on the standard input is read by the real reader, without colours in a pipe."""
    text = "Finnish Prime Minister Maija Alanko will visit Tallinn on Friday, the government said on Monday."
    done = program("read", "-", "--published", "2024-03-04", said=text)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Maija Alanko is to visit" in done.stdout and "\x1b" not in done.stdout


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    """Where the next program in a pipe has seen enough, there is no message."""
    rows = "".join(f'{{"id": "a{n}", "text": "Calm day {n}."}}\n' for n in range(400))
    (tmp_path / "calm.jsonl").write_text(rows)
    writer = subprocess.Popen(
        [*PROGRAM, "read", "--format", "jsonl", str(tmp_path / "calm.jsonl")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout is not None and writer.stderr is not None
    assert writer.stdout.readline().startswith(b'{"schema"')
    writer.stdout.close()
    assert writer.stderr.read() == b""
    writer.stderr.close()
    assert writer.wait(timeout=60) == 0


def test_each_line_is_written_at_once() -> None:
    """A reading is written before the next article has come in."""
    process = subprocess.Popen(
        [*PROGRAM, "read", "--format", "jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=with_({})
    )
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(b'{"id": "a", "text": "One calm day."}\n' + b" " * 20_000 + b"\n")
    process.stdin.flush()
    assert msgspec.json.decode(process.stdout.readline())["id"] == "a"
    process.stdin.close()
    process.stdout.close()
    assert process.wait(timeout=30) == 0


def test_a_narrow_page(run: Run, record: Path) -> None:
    """COLUMNS tells how wide a text may be."""
    assert max(map(len, run("brief", env={"COLUMNS": "60"}).stdout.splitlines())) <= 60
    assert 60 < max(map(len, run("brief").stdout.splitlines())) <= 100


def test_an_unforeseen_fault_is_one_message(run: Run, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program itself is one message, with the way to see where it is."""

    def fault() -> object:
        raise RuntimeError("no such thing")

    monkeypatch.setattr(pipeline, "reader", fault)
    run("add", str(story))
    result = run("reread")
    assert result.exit_code == 1
    assert "RuntimeError: no such thing" in result.stderr and "ONRECORD_TRACEBACK=1" in result.stderr


def test_an_output_that_knows_few_characters() -> None:
    """Characters that the output cannot show are replaced."""
    done = subprocess.run(
        [*PROGRAM, "read", "-"],
        input=b"Ada Brandt visited \xc3\x85lesund on Monday, said B\xc3\xb8rge Lind.",
        capture_output=True,
        env=with_({"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_demo(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample reports are read into a record of their own; the brief follows, and what to try next."""
    result = run("demo")
    assert result.exit_code == 0
    assert result.stdout.startswith("14 sample reports read in ")
    assert "14 reports from 5 outlets" in result.stdout and "onrecord plans --record demo/onrecord.db" in result.stdout
    assert run("demo").stdout.startswith("Read before, now in demo/onrecord.db.")


def test_the_demo_tells_of_other_reports(run: Run, tmp_path: Path) -> None:
    """A record that holds more than the sample says so, and what to do."""
    own = tmp_path / "own.txt"
    own.write_text("Fiji signed a pact with Tonga in Suva on Monday.", encoding="utf-8")
    assert run("add", str(own), "--record", "try.db").exit_code == 0
    told = run("demo", "--record", "try.db").stdout
    assert "try.db also holds 1 report that is not of this sample: delete the file" in told
