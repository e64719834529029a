"""Quotation marks of every kind, split and over several paragraphs."""

from __future__ import annotations

import pytest

from onrecord.schema.article import Article
from onrecord.schema.token import Quotation
from onrecord.segment import segment


def quoted(text: str) -> list[str]:
    return [q.inner.cut(text) for q in found(text) if q.depth == 0]


def found(text: str) -> tuple[Quotation, ...]:
    return segment(Article(id="a", text=text)).quotations


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„”"])
def test_every_kind_of_double_mark_is_known(marks: str) -> None:
    """Curly, straight, angle and low marks all quote."""
    assert quoted(f"The mayor said: {marks[0]}No boat came{marks[1]}. He left.") == ["No boat came"]


def test_two_backticks_and_two_apostrophes_quote() -> None:
    """The marks of old newswire are known."""
    assert quoted("``No boat came,'' the mayor said.") == ["No boat came,"]


def test_an_apostrophe_is_no_quotation_mark() -> None:
    """Possessives and contractions open nothing."""
    assert quoted("The workers' leader didn't say it's over, the boats’ owners said.") == []


def test_a_quotation_within_a_quotation_is_deeper() -> None:
    """Single marks inside double ones have depth 1."""
    assert [q.depth for q in found("“He said ‘never’ to us,” she said.")] == [0, 1]


def test_a_quotation_over_two_paragraphs_goes_on() -> None:
    """A paragraph that opens anew what the one before left open continues it."""
    first, second = found("“We counted them.\n\n“Nobody else did,” she said.")
    assert (first.closed, second.continues, second.closed) == (False, True, True)


def test_a_mark_that_never_closes_ends_with_its_paragraph() -> None:
    """One odd mark does not swallow the report."""
    assert quoted("“No boat came, he said.\n\nThe mayor left.") == ["No boat came, he said."]
