"""Properties that hold for every text and every day of publication."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.knowledge.time_words import grammar, lexicon
from onrecord.schema.article import Article
from onrecord.schema.labels import Labels
from onrecord.segment import segment
from onrecord.times import read
from tests.times.reading import times

WORDS = [*sorted(lexicon().words)[::7], *"3 10 1999 2023-09-06 4:20 p.m. the of - , ( )".split()]
PIECES = ["May 1,", "the end of", "two and a half", "1999 -", "1999", "1,", "p.m.", "1/", "'", "6 p.m. Monday, at 5:30"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30), st.booleans())
def test_offsets_cut_the_words_and_never_overlap(words: list[str], capitals: bool) -> None:
    """Whatever words stand side by side, each row's offsets cut its text, and rows do not overlap."""
    text = " ".join(word.title() if capitals else word for word in words)
    found = times(text)
    assert all(text[time.start : time.end] == time.text for time in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """No text makes the stage fail, and every row has a value."""
    assert all(time.value for time in times(text))


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 3000))
def test_relative_days_move_with_publication(day: date, later: int) -> None:
    """A later publication date moves relative days by as much."""
    text = "It began yesterday, ended two days ago and will be shown tomorrow."
    first, second = times(text, day.isoformat()), times(text, (day + timedelta(days=later)).isoformat())
    for a, b in zip(first, second, strict=True):
        assert date.fromisoformat(b.value) - date.fromisoformat(a.value) == timedelta(days=later)


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_intervals_do_not_end_before_they_begin(day: date) -> None:
    """Every interval with two ends has a length."""
    text = "Last week, in May, on Friday, this weekend, in the third quarter, last winter, in the 1990s, at noon."
    for time in times(text, day.isoformat()):
        assert time.from_ is not None and time.to is not None and time.from_ < time.to


@pytest.mark.parametrize("piece", sorted({row.example for row in grammar() if row.kind == "rule"}) + PIECES)
def test_long_repetitions_take_linear_time(piece: str) -> None:
    """Ten kilobytes of the example of any rule, over and over, are read in well under a second."""
    text = (piece + " ") * (10_000 // (len(piece) + 1))
    start = process_time()
    read(segment(Article(id="a", text=text, published="2023-09-06")), Labels(()))
    assert process_time() - start < 1.5
