"""Search: what a person types is never an error."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Record
from tests.fake_reader import READER, article, read

TEXTS = {
    "a": "The minister of trade visited the harbour in Bergen.",
    "b": "A visit to the shipyard was called off, the harbour master said.",
    "c": "Talks on trade in Oslo ended without a result.",
    "d": "Sören Ödegård said nothing.",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    path = tmp_path_factory.mktemp("search") / "record.db"
    with Record(path, read=read, reader=READER) as opened:
        opened.add(article(name, text) for name, text in TEXTS.items())
        yield opened


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("harbour", "ab"),
        ("HARBOUR trade", "a"),
        ('"harbour master"', "b"),
        ('"master harbour"', ""),
        ("visits", "ab"),
        ("ship*", "b"),
        ("harbour -minister", "b"),
        ("bergen OR oslo", "ac"),
        ("trade bergen OR oslo", "ac"),
        ("-harbour", ""),
        ("odegard", "d"),
        ("", ""),
        ('"', ""),
        ("OR", ""),
        ("AND NOT (", ""),
        ("title:harbour", ""),
        ("harbour OR", "ab"),
        ("(harbour)", "ab"),
        ("call-off", "b"),
        ("called-off", "b"),
    ],
)
def test_queries(record: Record, query: str, found: str) -> None:
    """Words are all asked for; phrases, beginnings, alternatives and exclusions are understood."""
    assert "".join(sorted(hit.report for hit in record.search(query))) == found


@given(st.text(max_size=60) | st.text(alphabet="ab\"*()-:^+{}[]\\'|&~ ORNT\x00", max_size=60))
def test_no_query_is_an_error(record: Record, query: str) -> None:
    """Whatever is typed, a search gives hits or none."""
    for hit in record.search(query):
        assert hit.report in TEXTS


def test_a_query_may_be_long(record: Record) -> None:
    """A pasted page is a query like any other."""
    assert record.search("harbour " * 10_000)
    assert record.search(" ".join(f"word{number}" for number in range(5_000))) == ()


def test_hits_show_the_words_found(record: Record) -> None:
    """The marks of a hit are the words found, in its snippet."""
    hit = record.search("visit bergen")[0]
    assert [mark.cut(hit.snippet) for mark in hit.marks] == ["visited", "Bergen"]
