"""What holds for the statements of any text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.statements.reading import Told, told

WORDS = """
    The minister said that , . " “ ” ' told Reuters he denied and which according to officials reportedly on Monday
    not ; ( ) — as saying citing was quoted by a report of the army who accused it to leave Ida Brandt ? ! port
"""
TEXTS = st.lists(st.sampled_from([*WORDS.split(), "\n\n"]), max_size=60).map(" ".join)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(TEXTS)
def test_spans_are_words_of_the_text(text: str) -> None:
    """Whatever the words, each span is a piece of the text, without spaces at its edges, and no content is empty."""
    for row in told(text):
        assert row.row.content and row.row.cue
        for span in (*row.row.source.spans, *row.row.cue, *row.row.content):
            assert 0 <= span.start < span.end <= len(text)
            assert span.cut(text) == span.cut(text).strip()


@QUICK
@given(TEXTS)
def test_a_chain_ends(text: str) -> None:
    """`within` is the id of another statement, and no statement is within itself by any steps."""
    rows = {row.row.id: row.row for row in told(text)}
    for row in rows.values():
        seen, at = {row.id}, row.within
        while at is not None:
            assert at in rows and at not in seen
            seen.add(at)
            at = rows[at].within


@QUICK
@given(TEXTS)
def test_equal_texts_give_equal_statements(text: str) -> None:
    """And their ids count the cues in the order of the text."""
    rows: tuple[Told, ...] = told(text)
    assert rows == told(text)
    assert [row.row.id for row in rows] == [f"s{i + 1}" for i in range(len(rows))]
