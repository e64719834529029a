"""Whatever comes in: nothing raises, and the text of an article is what came in."""

import io
import json
import time
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.acquire.header import read_header
from onrecord.acquire.options import Format, SourceOptions
from onrecord.acquire.sources import articles
from onrecord.acquire.text import article
from onrecord.errors import UsageError
from onrecord.schema.article import Article
from onrecord.schema.reading import Unread

FORMATS = st.sampled_from([None, *get_args(Format)])
MARKS = ["date ", "DATE: ", "URL: ", "TITLE: ", "---\n", "2023-09-05 ", "2023-13-45\n", "\ufeff", "\x1f\x8b", "\x00"]
WORDS = ["<html>", "<p>", '{"id": ', '"text": ', ", ", '"', "\n", "\r\n", "\t", "é", "日", "the minister said "]
PIECES = st.sampled_from(MARKS + WORDS)
BYTES = st.binary(max_size=300) | st.lists(PIECES).map(lambda pieces: "".join(pieces).encode())


@settings(max_examples=300, deadline=None)
@given(data=BYTES, told=FORMATS)
@example(data=b"\r ", told="csv")
def test_no_bytes_raise(data: bytes, told: Format | None) -> None:
    """Any bytes in any format give articles or errors with a name and a reason."""
    for item in articles(["-"], SourceOptions(format=told), stdin=io.BytesIO(data)):
        assert isinstance(item, Article) or (isinstance(item, Unread) and ": " in item.error)


@settings(deadline=None)
@given(text=st.text() | st.lists(PIECES).map("".join))
def test_the_text_is_what_came_in(text: str) -> None:
    """An article's text is the text that came in, its header a part of it."""
    try:
        found = article(text)
    except UsageError:
        return
    assert found.text == text
    assert 0 <= found.header_end < len(text)


@settings(deadline=None)
@given(text=st.text(min_size=1), name=st.text(min_size=1))
def test_rows_keep_text_and_id(text: str, name: str) -> None:
    """A JSON row's text and id come out as they went in."""
    line = json.dumps({"id": name, "text": text}).encode()
    [item] = articles(["-"], SourceOptions(format="jsonl"), stdin=io.BytesIO(line))
    if isinstance(item, Article):
        assert (item.id, item.text) == (name, text)


@given(st.lists(PIECES | st.just("\n")).map("".join))
def test_a_header_lies_within_its_text(text: str) -> None:
    """A header ends within its text, and what it tells stands in it."""
    header = read_header(text)
    assert 0 <= header.end <= len(text)
    assert header.title is None or header.title in text


@pytest.mark.parametrize(
    "unit", ["URL: a.b ", "date: ", "AB-", "AB, Cx x x", "---\n", "<!-- -->", "<!-- ", "a.b-", "2023/", " ", "<?xml "]
)
def test_no_text_takes_long(unit: str) -> None:
    """Texts made to lead a pattern astray are read in linear time."""
    begun = time.monotonic()
    list(articles(["-"], stdin=io.BytesIO(unit.encode() * 50_000)))
    assert time.monotonic() - begun < 10
