"""Origins, citations, what is new, the calendar and the watch list, from the command line."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.cli.conftest import Run

VIEWS = (
    ("origins", "a#e0"),
    ("cite", "a#e0"),
    ("diff", "--since", "2024-03-05"),
    ("plans", "--ics"),
    ("watch", "list"),
)


@pytest.mark.parametrize("arguments", VIEWS, ids=" ".join)
def test_a_record_that_is_not_there(run: Run, arguments: tuple[str, ...]) -> None:
    """A missing record is one message and status 1, and no file is made."""
    result = run(*arguments)
    assert result.exit_code == 1
    assert "onrecord.db" in result.stderr and not Path("onrecord.db").exists()


@pytest.mark.parametrize("arguments", VIEWS, ids=" ".join)
def test_output_is_plain_and_the_same_in_each_run(run: Run, record: Path, arguments: tuple[str, ...]) -> None:
    """Two runs say the same, without colours."""
    first, second = run(*arguments), run(*arguments)
    assert (first.exit_code, first.stdout) == (0, second.stdout)
    assert "\x1b" not in first.stdout


def test_the_tree_of_origins(run: Run, record: Path) -> None:
    """Each origin has its reports under it, and the number stands at the end."""
    output = run("origins", "a#e0").stdout
    assert output.startswith("Ada Brandt and Bo Lind met (Oslo; 10 March 2024)\n├── Cai Holm (is the source)\n")
    assert "└── Fjord Post (on its own word)" in output
    assert output.endswith("\n1 of 2 independent origins in 2 reports tells: happened, as of 12 March 2024.\n")
    earlier = run("origins", "a#e0", "--as-of", "2024-03-05").stdout
    assert earlier.endswith("\n1 independent origin in 1 report, as of 5 March 2024.\n")


def test_a_citation_is_one_line(run: Run, record: Path) -> None:
    """Speaker, words, outlet, title, day, and where there is no address the report."""
    assert run("cite", "a#e0").stdout == (
        "“Ada Brandt met Bo Lind in Oslo on 2024-03-10.” Fjord Post, “They met”, 10 March 2024. "
        "(No address; report b of the record.)\n"
    )
    every = run("cite", "a#e0", "--limit", "0").stdout.splitlines()
    assert len(every) == 2 and every[1].startswith("Cai Holm: “")
    assert run("cite", "a#e0", "--format", "md").stdout.startswith("- “Ada")


def test_an_event_that_is_not_there(run: Run, record: Path) -> None:
    """A wrong id, or one of a later day, is a usage error that says where ids are."""
    for arguments in (("origins", "x"), ("cite", "c#e0", "--as-of", "2024-03-05")):
        result = run(*arguments)
        assert result.exit_code == 2 and "--ids" in result.stderr


def test_ids_are_shown_where_they_are_asked_for(run: Run, record: Path) -> None:
    """The brief has the ids that the other commands take."""
    assert "id a#e0" in run("brief", "--ids").stdout
    assert "a#e0" not in run("brief").stdout


def test_what_is_new(run: Run, record: Path) -> None:
    """What was a plan has happened, another meeting is planned, and somebody has said so."""
    output = run("diff", "--since", "2024-03-05").stdout
    assert output.startswith("New since 5 March 2024, as of 12 March 2024\n2 reports since then\n")
    assert "New events\n  • Norway and Sweden are to meet" in output
    assert "was planned, is now told to have happened" in output
    assert "Newly said\n  • Bo Lind said" in output
    assert "Nothing to tell" in run("diff", "--since", "2024-03-13").stdout
    rows = msgspec.json.decode(run("diff", "--since", "2024-03-05", "--format", "json").stdout)
    assert [row["what"] for row in rows["changed"]] == [["status", "sources"]]
    assert run("diff", "--since", "2024-03-05", "--format", "md").stdout.startswith("# New since 5 March 2024")


def test_the_calendar(run: Run, record: Path) -> None:
    """The calendar has the plans, with line ends as the standard wants them."""
    result = run("plans", "--ics")
    assert result.stdout_bytes.count(b"BEGIN:VEVENT\r\n") == 2
    assert b"DTSTAMP:20240312T000000Z\r\n" in result.stdout_bytes


def test_a_calendar_that_cannot_be(run: Run, tmp_path: Path) -> None:
    """A calendar is no JSON, and needs a day for its stamp."""
    (tmp_path / "undated.jsonl").write_text('{"id": "a", "text": "Ada Brandt will meet Bo Lind."}\n', encoding="utf-8")
    run("add", "undated.jsonl")
    assert run("plans", "--ics", "--format", "json").exit_code == 2
    result = run("plans", "--ics")
    assert result.exit_code == 2 and "--as-of" in result.stderr
    assert b"END:VCALENDAR" in run("plans", "--ics", "--as-of", "2024-03-01").stdout_bytes


def test_a_search_as_of_a_day(run: Run, record: Path) -> None:
    """What was published later is not found."""
    assert run("search", "meet", "--as-of", "2024-03-05").stdout.endswith("\n1 report.\n")


def test_the_watch_list(run: Run, record: Path) -> None:
    """Names and words are kept, mark what is new, and are taken away again."""
    assert run("watch", "list").stdout == "No entries on the list.\n"
    assert run("watch", "add", "sweden", "Oslo", " in  Bergen ").exit_code == 0
    assert run("watch", "list").stdout == "Oslo\nin Bergen\nsweden\n\n3 entries on the list.\n"
    for view in (run("diff", "--since", "2024-03-12"), run("brief")):  # The event and the statement.
        assert view.stdout.count("on the watch list: in Bergen and sweden\n") == 2
        assert "list: Oslo" not in view.stdout
    assert run("watch", "remove", "in Bergen", "sweden").exit_code == 0
    result = run("watch", "remove", "Oslo", "Atlantis")
    assert result.exit_code == 1 and "Atlantis is not on the watch list" in result.stderr
    assert "watch list" not in run("diff", "--since", "2024-03-05").stdout
    assert run("watch", "add", "...").exit_code == 2
