"""One test for each kind of bad input: it is named with the reason and what to do, and the rest is read."""

import gzip
import os
from pathlib import Path

import pytest

from onrecord.acquire.options import SourceOptions
from onrecord.acquire.sources import articles
from onrecord.schema.article import Article
from onrecord.schema.reading import Unread

TEXT = "The port of Lome reopened on Monday, the harbour master said."


def refused(path: Path) -> str:
    """The error of a source; a good one behind it must still be read."""
    good = path.parent / "good file.txt"
    if path.parent.is_dir():
        good.write_text(TEXT)
    bad, rest = articles([str(path), str(good)])
    assert isinstance(bad, Unread) and bad.error.startswith(str(path))
    assert isinstance(rest, Article)
    return bad.error


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a.csv", "a.tsv"])
def test_empty(tmp_path: Path, name: str) -> None:
    """An empty file."""
    (tmp_path / name).touch()
    assert "it is empty" in refused(tmp_path / name)


def test_whitespace(tmp_path: Path) -> None:
    """A file of blanks."""
    (tmp_path / "a.txt").write_text(" \n\t\n ")
    assert "it is empty" in refused(tmp_path / "a.txt")


def test_fifty_megabytes(tmp_path: Path) -> None:
    """A text of 50 MB is refused with its size; packed, by what it unpacks to."""
    data = b"The port is open. " * 2_800_000
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(data, 1))
    assert "50.4 MB" in refused(tmp_path / "a.txt") and "split it" in refused(tmp_path / "a.txt")
    assert "more than 8 MB" in refused(tmp_path / "b.txt.gz")


def test_fifty_megabytes_of_rows(tmp_path: Path) -> None:
    """JSON lines and tables of any size stream."""
    with (tmp_path / "a.jsonl").open("w") as lines:
        lines.writelines(f'{{"id": "{number}", "text": "{TEXT * 400}"}}\n' for number in range(2000))
    assert sum(isinstance(item, Article) for item in articles([str(tmp_path / "a.jsonl")])) == 2000


def test_binary(tmp_path: Path) -> None:
    """A PDF under the name of a text, and other binary data."""
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7\n\x00")
    (tmp_path / "b.csv").write_bytes(b"PK\x03\x04\x00\x00")
    (tmp_path / "c.jsonl").write_bytes(os.urandom(4000) + b"\x00")
    assert "pdftotext" in refused(tmp_path / "a.txt")
    assert "ZIP" in refused(tmp_path / "b.csv")
    assert "binary" in refused(tmp_path / "c.jsonl")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    """Latin-1 and UTF-16 are read."""
    (tmp_path / "a.txt").write_bytes(f"{TEXT} São Tomé is open, too.".encode(encoding))
    [found] = articles([str(tmp_path / "a.txt")])
    assert isinstance(found, Article) and found.text.endswith("São Tomé is open, too.")


def test_no_date(tmp_path: Path) -> None:
    """A report without a date is read, its day unknown."""
    (tmp_path / "a.txt").write_text(f"LOME, Sept 4 (Gulf News) - {TEXT}")
    [found] = articles([str(tmp_path / "a.txt")])
    assert isinstance(found, Article) and found.published is None


def test_a_wrong_date(tmp_path: Path) -> None:
    """A header with an impossible date is refused, unless the user gives the date."""
    path = tmp_path / "a.txt"
    path.write_text(f"date 2023-02-30 {TEXT}")
    assert "'2023-02-30' is not a date" in refused(path)
    [found] = articles([str(path)], SourceOptions(published="2023-02-28"))
    assert isinstance(found, Article) and found.published == "2023-02-28"


def test_html_without_an_article(tmp_path: Path) -> None:
    """A page with no report in it."""
    (tmp_path / "a.html").write_text("<html><body><p>Page not found</p></body></html>")
    assert "without an article" in refused(tmp_path / "a.html")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("a.jsonl", ['{"id": "1", "text": "One."}', '{"id": "2", "text": ', '{"id": "3", "text": "Three."}']),
        ("a.csv", ["id,text", "1,One.", '2,"Two', "3,Three."]),
    ],
)
def test_one_broken_line(tmp_path: Path, name: str, lines: list[str]) -> None:
    """A broken line costs that line."""
    path = tmp_path / name
    path.write_text("\n".join(lines))
    found = list(articles([str(path)]))
    assert [item.id for item in found] == ["1", None, "3"]
    assert isinstance(found[1], Unread) and f"line {len(lines) - 1}" in found[1].error


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read."""
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)
    plain = Path.open

    def guarded(self: Path, *how: str, **more: str | None) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied", str(self))
        return plain(self, *how, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", guarded)
    assert "no permission" in refused(path)


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there, and a pattern that nothing fits."""
    assert "no such file" in refused(tmp_path / "a.txt")
    assert "no file fits" in refused(tmp_path / "*.html")
    assert [item.id for item in articles(["a\0b"])] == ["a\0b"]


def test_empty_folder(tmp_path: Path) -> None:
    """A folder with no articles in it says what was looked for."""
    (tmp_path / "empty").mkdir()
    assert ".jsonl" in refused(tmp_path / "empty")


def test_broken_gzip(tmp_path: Path) -> None:
    """A packed file that is damaged or cut off; the rows before the damage are read."""
    rows = "".join(f'{{"id": "{number}", "text": "{os.urandom(40).hex()} is the code."}}\n' for number in range(5000))
    packed = gzip.compress(rows.encode())
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    *read, last = articles([str(tmp_path / "a.jsonl.gz")])
    assert len(read) > 1000 and all(isinstance(item, Article) for item in read[:1000])
    assert isinstance(last, Unread) and "gzip" in last.error
    (tmp_path / "b.txt.gz").write_bytes(b"\x1f\x8b\x08\x00 no gzip at all")
    assert "gzip" in refused(tmp_path / "b.txt.gz")
