"""CSV and TSV."""

import csv
import io

import pytest

from onrecord.acquire.options import SourceOptions
from onrecord.acquire.streams import opened
from onrecord.acquire.table import rows
from onrecord.errors import ItemError
from onrecord.schema.article import Article
from onrecord.schema.reading import Unread

BODY = SourceOptions(text_col="body", id_col="no")
MAPPED = SourceOptions(text_col="body", date_col="pubdate", outlet_col="source", id_col="no")
DATED = SourceOptions(text_col="body", date_col="pubdate", id_col="no")


def read(text: str | bytes, options: SourceOptions = BODY, *, tabs: bool = False) -> list[Article | Unread]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(rows(opened(io.BytesIO(data)), "n.csv", options, tabs=tabs))


def texts(found: list[Article | Unread]) -> list[str | None]:
    return [item.text if isinstance(item, Article) else None for item in found]


def test_mapped_columns() -> None:
    """Columns are mapped by name, cells may hold commas, marks and line ends, dates their written forms."""
    [found] = read('no,body,pubdate,source\n7,"The ""Lome"" port,\nopen.","Sept. 5, 2023",Gulf Post\n', MAPPED)
    assert isinstance(found, Article)
    assert (found.id, found.text, found.published) == ("7", 'The "Lome" port,\nopen.', "2023-09-05")
    assert found.outlet == "Gulf Post"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    """The delimiter is told from the header line."""
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=delimiter).writerows([["id", "text"], ["a", "One; two, three | four."]])
    assert texts(read(lines.getvalue(), SourceOptions())) == ["One; two, three | four."]


def test_a_quotation_mark_that_is_not_closed() -> None:
    """It costs its row alone: the rows behind it are read."""
    found = read('no,body\n1,Good.\n2,"Broken\n3,"Good, too."\n4,Last.\n')
    assert texts(found) == ["Good.", None, "Good, too.", "Last."]
    assert isinstance(found[1], Unread) and found[1].error.startswith("n.csv, line 3: a quotation mark")


def test_an_open_mark_on_the_last_line() -> None:
    """An open mark at the end of the file is refused, too."""
    assert texts(read('no,body\n1,Good.\n2,"Broken\n')) == ["Good.", None]


def test_a_row_of_another_length() -> None:
    """A row with too few or too many cells is refused by its line."""
    found = read("no,body\n1,One, two.\n2\n\n3,Good.\n")
    assert texts(found) == [None, None, "Good."]
    assert isinstance(found[0], Unread) and found[0].error == "n.csv, line 2: it has 3 cells where the header has 2"


def test_errors_name_line_and_column() -> None:
    """A wrong cell is named by line and column, and the row's id is kept."""
    [found] = read("no,body,pubdate\n1,Text.,2023-02-30\n", DATED)
    assert isinstance(found, Unread) and found.id == "1"
    assert found.error.startswith("n.csv, line 2: column pubdate: '2023-02-30'")


def test_a_column_that_is_not_there() -> None:
    """A missing column is told with those that are there."""
    with pytest.raises(ItemError, match=r"no column 'text', only 'no', 'content'; .* --text-col"):
        read("no,content\n1,Text.\n", SourceOptions())


def test_two_columns_of_one_name() -> None:
    """A name that stands twice in the header is refused."""
    with pytest.raises(ItemError, match="two of its columns"):
        read("no,body,body\n1,2,3\n")


def test_big_cells() -> None:
    """A cell may be far larger than the csv module's own limit."""
    text = "The port is open. " * 20_000
    assert texts(read(f'no,body\n1,"{text}"\n')) == [text]


def test_tsv_without_quoting() -> None:
    """In tables that databases write, a quotation mark is a mark."""
    text = 'id\ttext\na\t"We will go," she said.\nb\t"All ""quoted"" here."\n'
    assert texts(read(text, SourceOptions(), tabs=True)) == ['"We will go," she said.', 'All "quoted" here.']


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    """Tables come in the encodings that Excel writes."""
    assert texts(read("no,body\n1,São Tomé’s café.\n".encode(encoding))) == ["São Tomé’s café."]


def test_latin_1_far_down() -> None:
    """A cell in Latin-1 below a plain beginning is decoded by itself."""
    data = b"no,body\n" + b"1,Plain text.\n" * 6000 + "2,Café.\n".encode("latin-1")
    assert texts(read(data))[-1] == "Café."


def test_half_a_character_at_the_end() -> None:
    """UTF-16 that breaks off within a character is no fault of the program: it is refused by name and reason."""
    with pytest.raises(ItemError, match="no column"):
        read(b"\x00\x01\x00")
