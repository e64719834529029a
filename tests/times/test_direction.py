"""Which Monday is meant: the last or the next."""

from __future__ import annotations

import pytest

from onrecord.schema.article import Article
from onrecord.schema.labels import Labels
from onrecord.segment import segment
from onrecord.times import read
from tests.times.reading import times


def test_rule_and_alternative_are_kept() -> None:
    """The row names the tense that decided and keeps the day that the other direction would give."""
    (monday,) = times("The council met on Monday.")
    assert (monday.value, monday.rule, monday.alternatives) == ("2023-09-04", "tense of meet", ("2023-09-11",))


def test_ambiguous_where_nothing_tells() -> None:
    """A weekday without a verb is the last one, and marked as ambiguous."""
    (monday,) = times("Monday's vote in Juba.")
    assert (monday.value, monday.ambiguous) == ("2023-09-04", True)


@pytest.mark.parametrize("verb", ["met", "will meet", "may meet", "has met", "is to meet"])
def test_weekday_of_publication_is_today(verb: str) -> None:
    """The weekday of publication is that day, in whatever tense."""
    (day,) = times(f"The council {verb} on Wednesday.")
    assert day.value == "2023-09-06"


def test_without_labels_the_last_weekday_is_meant() -> None:
    """Without labels a weekday is the last one, and marked as ambiguous."""
    document = segment(Article(id="a", text="The council will meet on Monday.", published="2023-09-06"))
    (day,) = read(document, Labels(()))
    assert (day.value, day.ambiguous) == ("2023-09-04", True)


def test_next_weekday_keeps_the_week_after() -> None:
    """ "Next Friday" is the coming one; the Friday of the week after is kept as an alternative."""
    (friday,) = times("The council will meet next Friday.")
    assert (friday.value, friday.alternatives) == ("2023-09-08", ("2023-09-15",))
