"""A command line with the reader of plain sentences in place of the real one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from onrecord import pipeline
from onrecord.cli.main import cli
from tests import fake_reader

ROWS: tuple[dict[str, str | None], ...] = (
    {
        "id": "a",
        "text": "Cai Holm said Ada Brandt will meet Bo Lind in Oslo on 2024-03-10.",
        "published": "2024-03-01",
        "outlet": "Lakeside News",
        "title": "A meeting is announced",
    },
    {
        "id": "b",
        "text": "Ada Brandt met Bo Lind in Oslo on 2024-03-10.",
        "published": "2024-03-10",
        "outlet": "Fjord Post",
        "title": "They met",
    },
    {
        "id": "c",
        "text": "Bo Lind said Norway will meet Sweden in Bergen on 2024-04-02.",
        "published": "2024-03-12",
        "outlet": "Strait Times",
        "title": None,
    },
)

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in an empty folder: `run("read", "a.txt")`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "none.toml"))
    for name in ("ONRECORD_RECORD", "ONRECORD_WORKERS", "ONRECORD_OFFLINE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pipeline, "read", fake_reader.read)
    monkeypatch.setattr(pipeline, "reader", lambda: fake_reader.READER)
    runner = CliRunner()
    return lambda *arguments, **named: runner.invoke(cli, arguments, **named)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A file of three reports."""
    path = tmp_path / "story.jsonl"
    path.write_bytes(b"\n".join(msgspec.json.encode(row) for row in ROWS))
    return path


@pytest.fixture
def record(run: Run, story: Path, tmp_path: Path) -> Path:
    """A record with the three reports, where commands look for it."""
    assert run("add", str(story)).exit_code == 0
    return tmp_path / "onrecord.db"
