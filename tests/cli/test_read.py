"""`onrecord read`."""

from __future__ import annotations

from pathlib import Path

import msgspec

from onrecord.cli.reading import encoded
from onrecord.schema.reading import Reading, Unread
from tests.cli.conftest import ROWS, Run


def test_jsonl_by_the_contract(run: Run, story: Path) -> None:
    """Each article becomes a line that reads back as a reading, in the order that came in."""
    result = run("read", "--format", "jsonl", str(story))
    readings = [msgspec.json.decode(line, type=Reading) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [(row.id, row.article.text) for row in readings] == [(row["id"], row["text"]) for row in ROWS]


def test_a_bad_line_costs_that_line(run: Run, story: Path) -> None:
    """A line that is no article comes back with its error; the others are read and the status is 1."""
    story.write_bytes(b'{"id": "x"}\nnonsense\n{"text": "Without an id."}\n' + story.read_bytes())
    result = run("read", "--format", "jsonl", str(story))
    rows = [msgspec.json.decode(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [row.get("id") for row in rows] == ["x", None, None, "a", "b", "c"]
    assert [set(row) for row in rows[:3]] == [{"id", "error"}] * 3


def test_an_article_that_the_reader_fails_on(run: Run, story: Path) -> None:
    """A fault of the reader costs that article."""
    result = run("read", "--format", "jsonl", "-", input='{"id": "f", "text": "FAULT"}\n{"id": "g", "text": "Calm."}\n')
    rows = [msgspec.json.decode(line) for line in result.stdout.splitlines()]
    assert (result.exit_code, rows[0]["id"], rows[1]["id"]) == (1, "f", "g")
    assert "error" in rows[0] and "error" not in rows[1]


def test_text_from_the_standard_input(run: Run) -> None:
    """An article on the standard input is shown for a person."""
    result = run("read", "-", "--published", "2024-03-11", input="Ada Brandt met Bo Lind in Oslo on 2024-03-10.\n")
    assert result.exit_code == 0
    assert "• Ada Brandt and Bo Lind met (Oslo; 10 March 2024)" in result.stdout
    assert "\x1b" not in result.stdout


def test_several_articles_have_a_line_between(run: Run, story: Path) -> None:
    """Readings of several articles are set apart."""
    assert sum(set(line) == {"─"} for line in run("read", str(story)).stdout.splitlines()) == 2


def test_json_of_one_article(run: Run) -> None:
    """JSON for a person is one object spread over lines."""
    result = run("read", "-", "--format", "json", input="Ada Brandt met Bo Lind.")
    assert msgspec.json.decode(result.stdout)["schema"] == "onrecord/1"
    assert result.stdout.count("\n") > 20


def test_a_file_that_is_not_there(run: Run) -> None:
    """A missing file is named on the standard error, with status 1."""
    result = run("read", "nowhere.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nowhere.txt" in result.stderr


def test_a_csv_with_other_columns(run: Run, tmp_path: Path) -> None:
    """Columns are named by options."""
    (tmp_path / "news.csv").write_text("body,day,paper\nAda Brandt met Bo Lind.,2024-03-10,Fjord Post\n")
    flags = ("--text-col", "body", "--date-col", "day", "--outlet-col", "paper")
    article = msgspec.json.decode(run("read", "news.csv", "--format", "jsonl", *flags).stdout)["article"]
    assert (article["published"], article["outlet"]) == ("2024-03-10", "Fjord Post")


def test_a_wrong_date_is_a_usage_error(run: Run, story: Path) -> None:
    """A date of publication that is none is refused before anything is read."""
    result = run("read", str(story), "--published", "soon")
    assert (result.exit_code, result.stdout) == (2, "")


def test_the_dates_of_a_page(run: Run, tmp_path: Path) -> None:
    """The dates that a page gives are listed, with the one that won and why."""
    words = " ".join(["The ferry to Bergen was late again on this day of the year."] * 5)
    meta = '<meta property="article:published_time" content="2024-03-10T08:00:00Z">'
    (tmp_path / "page.html").write_text(
        f"<html><head>{meta}</head><body><article><p>{words}</p></article></body></html>"
    )
    result = run("read", "--dates", "page.html")
    assert result.exit_code == 0
    assert "2024-03-10" in result.stdout and "meta article:published_time" in result.stdout


def test_no_address_is_fetched_offline(run: Run) -> None:
    """With --offline an address is an item that is not read."""
    result = run("read", "--offline", "https://news.example.org/story")
    assert result.exit_code == 1
    assert "https://news.example.org/story" in result.stderr


def test_half_a_character_is_an_error_of_its_line(run: Run) -> None:
    """A text that is no valid Unicode costs its line."""
    lines = '{"id": "h", "text": "Half \\ud83d of it."}\n{"id": "i", "text": "Whole."}\n'
    result = run("read", "--format", "jsonl", "-", input=lines)
    rows = [msgspec.json.decode(line) for line in result.stdout.splitlines()]
    assert (result.exit_code, ["error" in row for row in rows]) == (1, [True, False])


def test_workers_keep_the_order(run: Run, story: Path) -> None:
    """With reading processes articles and errors come in the order of the sources too."""
    story.write_bytes(b"nonsense\n" + story.read_bytes() + b"\nmore nonsense\n")
    result = run("read", "--format", "jsonl", "--workers", "2", str(story))
    assert [msgspec.json.decode(line)["id"] for line in result.stdout.splitlines()] == [None, "a", "b", "c", None]


def test_a_reading_that_cannot_be_written() -> None:
    """What cannot be written as UTF-8 becomes an error with the article's id."""
    row = msgspec.json.decode(encoded(Unread("h", "half \ud83d")))
    assert row["id"] == "h" and "Unicode" in row["error"]
