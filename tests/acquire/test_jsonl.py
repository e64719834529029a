"""JSON rows."""

import io
import json

import pytest

from onrecord.acquire.jsonl import document, row, rows
from onrecord.acquire.options import Limits, SourceOptions
from onrecord.acquire.streams import opened
from onrecord.schema.article import Article
from onrecord.schema.reading import Unread

TEXT = "The port of Lome reopened on Monday,\r\nthe harbour master said."
LOOSE = SourceOptions()


def line(**fields: object) -> str:
    return json.dumps({"id": "a1", "text": TEXT, **fields})


def failed(item: str | bytes) -> Unread:
    found = row(item)
    assert isinstance(found, Unread)
    return found


def test_a_row() -> None:
    """A row of the contract becomes an article; the text is what came in, line ends too."""
    found = row(line(published="2023-09-05", title=None, outlet="Gulf Post", url=""))
    assert isinstance(found, Article)
    assert (found.id, found.text, found.published) == ("a1", TEXT, "2023-09-05")
    assert (found.title, found.outlet, found.url) == (None, "Gulf Post", None)


def test_header_inside_the_text() -> None:
    """Header lines inside the text are found; the row's own date wins."""
    found = row(line(text=f" date 2023-09-05 {TEXT}", published="2023-09-06"))
    assert isinstance(found, Article)
    assert (found.published, found.header_end) == ("2023-09-06", 17)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": None}, "text: it is missing"),
        ({"text": "  "}, "text: it is missing or empty"),
        ({"text": 5}, "text: it is a number"),
        ({"text": ["a"]}, "text: it is a list"),
        ({"title": {"a": 1}}, "title: it is an object"),
        ({"published": 2023}, "published: it is a number"),
        ({"published": "2023-13-45"}, "published: '2023-13-45' is not a date"),
        ({"published": "05/09/2023"}, "published: '05/09/2023' is not a date"),
    ],
)
def test_a_wrong_field(fields: dict[str, object], words: str) -> None:
    """A wrong field costs its row; the error names row, field and reason and keeps the id."""
    found = failed(line(**fields))
    assert found.id == "a1"
    assert found.error.startswith("line 1: ") and words in found.error


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ('{"id": "a", "text": "cut o', "not valid JSON"),
        ("[1, 2]", "not a JSON object"),
        ('"text"', "not a JSON object"),
        ("[" * 100_000, "not valid JSON"),
        ('{"text": "The port opened."}', "id: it is missing"),
        ('{"id": 7, "text": "The port opened."}', "id: it is a number"),
        ('{"id": "a", "text": "x \\ud800 y"}', "not valid JSON"),
        (b'{"id": "a", "text": "caf\xe9"}', "not UTF-8"),
    ],
)
def test_a_wrong_line(item: str | bytes, words: str) -> None:
    """What is no JSON object with id and text is refused with the reason."""
    assert words in failed(item).error


def test_a_key_that_stands_twice() -> None:
    """Two values for one key are refused; the same word as a value or in an inner object is none."""
    assert "text: the key stands twice" in failed('{"id": "a", "text": "One.", "text": "Two."}').error
    assert isinstance(row('{"id": "text", "text": "One \\"text\\".", "more": {"text": 1}}'), Article)


def test_an_id_is_derived_where_that_is_allowed() -> None:
    """Outside the reading contract a row needs no id."""
    found = row(json.dumps({"text": TEXT}), LOOSE)
    assert isinstance(found, Article) and len(found.id) == 16


def test_one_broken_line_costs_that_line() -> None:
    """The other lines are read, and the broken one is named by its number."""
    stream = io.BytesIO(f"{line()}\n\n{{broken\n{line(id='a2')}".encode())
    found = list(rows(opened(stream), "news.jsonl", LOOSE))
    assert [item.id for item in found] == ["a1", None, "a2"]
    assert isinstance(found[1], Unread) and found[1].error.startswith("news.jsonl, line 3: ")


def test_a_line_beyond_the_limit() -> None:
    """A line that is too long is passed over and refused, the next is read."""
    stream = io.BytesIO(f"{line(text='long ' * 500)}\n{line(id='a2')}\n".encode())
    found = list(rows(opened(stream), "n", SourceOptions(limits=Limits(line=1000))))
    assert [item.id for item in found] == [None, "a2"]


def test_a_text_beyond_the_limit() -> None:
    """One article has a limit of characters."""
    found = row(line(text="long " * 500), SourceOptions(limits=Limits(text=1000)))
    assert isinstance(found, Unread) and "split it" in found.error


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    """A byte order mark and UTF-16 do no harm."""
    stream = io.BytesIO(f"{line(text='São Tomé')}\n{line(id='a2')}\n".encode(encoding))
    assert [item.id for item in rows(opened(stream), "n", LOOSE)] == ["a1", "a2"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (f"[{line()}, {line(id='a2')}, 3]", ["a1", "a2", None]),
        (json.dumps(json.loads(line()), indent=2), ["a1"]),
        (f"{line()}\n{line(id='a2')}\n", ["a1", "a2"]),
        (f'{{"id": "a1\n{line(id="a2")}\n', [None, "a2"]),
    ],
)
def test_json_files(text: str, ids: list[str | None]) -> None:
    """A JSON file may hold a list, one object spread over lines, or an object a line."""
    found = list(document(opened(io.BytesIO(text.encode())), "n.json", LOOSE))
    assert [item.id for item in found] == ids
