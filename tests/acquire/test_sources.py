"""From what a user names to articles."""

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.acquire.options import SourceOptions
from onrecord.acquire.sources import articles, file_page
from onrecord.errors import ItemError, UsageError
from onrecord.schema.article import Article

TEXT = "The port of Lome reopened on Monday, the harbour master said."
ROW = json.dumps({"id": "r", "text": TEXT})
PAGE = f"<html><head><title>Port opens</title></head><body><article><p>{TEXT * 4}</p><p>{TEXT * 4}</p></article></body>"


def only(*sources: str, options: SourceOptions = SourceOptions(), stdin: bytes = b"") -> Article:  # noqa: B008
    [found] = articles(sources, options, stdin=io.BytesIO(stdin))
    assert isinstance(found, Article), found.error
    return found


def test_text_file(tmp_path: Path) -> None:
    """A text file with a header; line ends become those of Unix, nothing else changes."""
    path = tmp_path / "a.txt"
    path.write_bytes(f"OUTLET: Gulf Post\r\nDATE: 2023-09-05\r\n\r\n{TEXT}\r\n".encode())
    found = only(str(path))
    assert found.text == f"OUTLET: Gulf Post\nDATE: 2023-09-05\n\n{TEXT}\n"
    assert (found.outlet, found.published, found.text[found.header_end :]) == ("Gulf Post", "2023-09-05", f"{TEXT}\n")


def test_the_file_name_tells_a_datelines_year(tmp_path: Path) -> None:
    """A dateline without a year takes that of a date in the file's name."""
    path = tmp_path / "2023-09-05-lome.txt"
    path.write_text(f"LOME, Sept 4 (Gulf News) - {TEXT}")
    assert only(str(path)).published == "2023-09-04"


def test_the_users_word_wins_over_a_header(tmp_path: Path) -> None:
    """Date and outlet that the user gives come before the header's and after a row's own."""
    options = SourceOptions(published="20230906", outlet="Bay News")
    (tmp_path / "a.txt").write_text(f"OUTLET: Gulf Post\nDATE: 2023-09-05\n\n{TEXT}")
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "b", "text": TEXT, "outlet": "Own"}))
    header, row = articles([str(tmp_path)], options)
    assert isinstance(header, Article) and isinstance(row, Article)
    assert (header.published, header.outlet) == ("2023-09-06", "Bay News")
    assert (row.published, row.outlet) == ("2023-09-06", "Own")


def test_a_wrong_default_date() -> None:
    """A wrong date from the user is a usage error, at once."""
    with pytest.raises(UsageError, match="2023-13-01"):
        articles(["-"], SourceOptions(published="2023-13-01"))


@pytest.mark.parametrize(
    ("name", "data", "ids"),
    [
        ("a.jsonl", f"{ROW}\n{ROW}\n", ["r", "r"]),
        ("a.ndjson", ROW, ["r"]),
        ("a.json", f"[{ROW}]", ["r"]),
        ("a.csv", f'id,text\nr,"{TEXT}"\n', ["r"]),
        ("a.tsv", f"id\ttext\nr\t{TEXT}\n", ["r"]),
        ("a.unknown", ROW, ["r"]),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_formats_by_name(tmp_path: Path, name: str, data: str, ids: list[str], packed: bool) -> None:
    """The name tells the format, or else the first bytes do; packed files are told by their bytes."""
    path = tmp_path / (f"{name}.gz" if packed and not name.endswith("unknown") else name)
    path.write_bytes(gzip.compress(data.encode()) if packed else data.encode())
    assert [item.id for item in articles([str(path)])] == ids


def test_html_file(tmp_path: Path) -> None:
    """An HTML file is read as a page, under the name of a text, too; its dates can be looked at."""
    for name in ("a.html", "a.txt", "a"):
        (tmp_path / name).write_text(PAGE)
        assert only(str(tmp_path / name)).title == "Port opens"
    assert file_page(tmp_path / "a.html").dates == ()
    with pytest.raises(ItemError, match="no such file"):
        file_page(tmp_path / "b.html")


def test_the_format_can_be_given(tmp_path: Path) -> None:
    """A format given by the user overrides name and looks."""
    (tmp_path / "a.csv").write_text(PAGE)
    assert only(str(tmp_path / "a.csv"), options=SourceOptions(format="text")).text == PAGE


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    """Folders are read with those in them, sorted; hidden and unknown files are passed over."""
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", "photo.jpg", ".git/d.txt", "z.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{TEXT} {name}")
    found = [item.text.split()[-1] for item in articles([str(tmp_path)]) if isinstance(item, Article)]
    assert found == ["a.md", "b.txt", "z.txt", "sub/c.txt"]


def test_patterns(tmp_path: Path) -> None:
    """A pattern stands for the files that fit, sorted; a file that is really called so comes first."""
    for name in ("b.txt", "a.txt", "c.csv"):
        (tmp_path / name).write_text(f"{TEXT} {name}")
    found = [item.text.split()[-1] for item in articles([f"{tmp_path}/*.txt"]) if isinstance(item, Article)]
    assert found == ["a.txt", "b.txt"]
    (tmp_path / "[1].txt").write_text(TEXT)
    assert only(f"{tmp_path}/[1].txt").text == TEXT


@pytest.mark.parametrize("stdin", [f" \n{ROW}\n", json.dumps(json.loads(ROW), indent=1), PAGE, TEXT])
def test_standard_input(stdin: str) -> None:
    """Standard input may be JSON lines, a page or a text; packed, too."""
    assert only("-", stdin=stdin.encode()).text.startswith(TEXT[:20])
    assert only("-", stdin=gzip.compress(stdin.encode())).text.startswith(TEXT[:20])


class Endless(io.RawIOBase):
    """JSON lines without end; fails where more than a megabyte is read."""

    served = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        line = f"{ROW}\n".encode()[: len(buffer)]
        self.served += len(line)
        assert self.served < 1_000_000, "read ahead"
        buffer[: len(line)] = line
        return len(line)


def test_rows_are_read_as_they_are_asked_for() -> None:
    """Rows stream: the first come out of an endless input."""
    found: Iterator[object] = articles(["-"], stdin=io.BufferedReader(Endless()))
    assert [isinstance(next(found), Article) for _ in range(3)] == [True] * 3
