"""Properties that hold for every text and every day of publication."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.knowledge.time_words import lexicon
from onrecord.schema.time import TimeExpression
from tests.times.reading import times

WORDS = [*sorted(lexicon().words)[::7], *"3 10 1999 2023-09-06 4:20 p.m. the of - , ( )".split()]
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
VERBS = ("was closed", "will be closed", "is to be closed", "may be closed", "has been closed")
# Expressions that move as far as the day of publication does: by any number of days, by weeks, by years.
BY_DAYS = (
    "It began yesterday, ended two days ago and will be shown tomorrow.",
    "He left this morning, slept last night and returns tonight.",
    "It was sold the day before yesterday and is due the day after tomorrow.",
    "The ban ends three days from now, a week from today.",
    "It has rained for the past ten days and will rain for the next two weeks.",
)
BY_WEEKS = (
    "She met him on Friday and will meet him on Tuesday, as she did last Sunday and will next Thursday.",
    "They met last week, meet this week and will meet next week.",
    "They met last weekend, over the weekend and on Thursday last week, and will meet this weekend.",
    "Six weeks ago the port was closed until Monday and has been shut since Saturday.",
)
BY_YEARS = (
    "It began last year, in May, on 3 June and in March last year, and ends next year.",
    "It will end on 3 October, in January, by the end of the year or in the first quarter of next year.",
    "They met last month, three months ago, last summer, at Christmas and in the third quarter.",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30), st.booleans())
def test_offsets_cut_the_words_and_never_overlap(words: list[str], capitals: bool) -> None:
    """Whatever words stand side by side, each row's offsets cut its text, and rows do not overlap."""
    text = " ".join(word.title() if capitals else word for word in words)
    found = times(text)
    assert all(text[time.start : time.end] == time.text for time in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


NUMBERS = st.one_of(
    st.from_regex(r"['’]?\d\d?s?", fullmatch=True),
    st.from_regex(r"\d{1,2}[:/.-]\d{1,2}([:/.-]\d{2,4})?", fullmatch=True),
    st.from_regex(r"\d{1,2}(st|nd|rd|th|s)|\d{4}s?", fullmatch=True),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(WORDS), NUMBERS), max_size=12))
def test_any_numbers_are_read(words: list[str]) -> None:
    """No number breaks the stage, with zeros before it or too large ("'08", "31/31/00")."""
    assert all(time.value for time in times(" ".join(words)))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """No text makes the stage fail, and every row has a value and the rule that decided it."""
    assert all(time.value and time.rule for time in times(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_nothing_relative_without_a_reference_date(words: list[str]) -> None:
    """Without a day of publication a text means the same whatever the computer's clock says: nothing is dated by it."""
    today = date.today()
    near = {(today + timedelta(days=n)).isoformat() for n in range(-40, 41)}
    assert not near.intersection(time.from_ for time in times(" ".join(words), None))


@pytest.mark.parametrize("text", BY_DAYS)
@settings(max_examples=20, deadline=None)
@given(DAYS, st.integers(1, 3000))
def test_relative_days_move_with_publication(text: str, day: date, later: int) -> None:
    """A later publication date moves relative days by as much."""
    _moves(text, day, day + timedelta(days=later))


@pytest.mark.parametrize("text", BY_WEEKS)
@settings(max_examples=20, deadline=None)
@given(DAYS, st.integers(1, 500))
def test_weekdays_and_weeks_move_with_publication(text: str, day: date, weeks: int) -> None:
    """Publication some weeks later moves weekdays, weeks and weekends by as many weeks."""
    _moves(text, day, day + timedelta(days=7 * weeks))


@pytest.mark.parametrize("text", BY_YEARS)
@settings(max_examples=20, deadline=None)
@given(DAYS.filter(lambda day: (day.month, day.day) != (2, 29)), st.integers(1, 60))
def test_months_and_years_move_with_publication(text: str, day: date, years: int) -> None:
    """Publication some years later, on the same day, moves months, seasons and years by as many years."""
    first, second = _both(text, day, day.replace(year=day.year + years))
    assert [_years_later(a.from_, years) for a in first] == [b.from_ for b in second]


@settings(max_examples=60, deadline=None)
@given(DAYS)
def test_intervals_do_not_end_before_they_begin(day: date) -> None:
    """Every interval with two ends has a length."""
    text = "Last week, in May, on Friday, this weekend, in the third quarter, last winter, in the 1990s, at noon."
    for time in times(text, day.isoformat()):
        assert time.from_ is not None and time.to is not None and time.from_ < time.to


@settings(max_examples=150, deadline=None)
@given(DAYS, st.sampled_from(WEEKDAYS), st.sampled_from(WEEKDAYS), st.sampled_from(VERBS))
def test_ranges_of_weekdays_end_after_they_begin(day: date, first: str, last: str, verb: str) -> None:
    """From one weekday to another is forwards, whatever the tense and the day of publication."""
    _in_order(f"The road {verb} from {first} to {last}.", day)


@settings(max_examples=150, deadline=None)
@given(DAYS, st.sampled_from(MONTHS), st.sampled_from(MONTHS), st.sampled_from(VERBS))
def test_ranges_of_months_end_after_they_begin(day: date, first: str, last: str, verb: str) -> None:
    """Between one month and another is forwards, and so is from a day of one to a day of the other."""
    _in_order(f"The road {verb} between {first} and {last}.", day)
    _in_order(f"The road {verb} from 3 {first} to 7 {last}.", day)
    _in_order(f"The road {verb} from {first} 3 until {last} 7, 2031.", day)


def _both(text: str, day: date, later: date) -> tuple[tuple[TimeExpression, ...], tuple[TimeExpression, ...]]:
    first, second = times(text, day.isoformat()), times(text, later.isoformat())
    assert [(a.start, a.end, a.type, a.precision) for a in first] == [
        (b.start, b.end, b.type, b.precision) for b in second
    ]
    return first, second


def _moves(text: str, day: date, later: date) -> None:
    """Both ends of every interval move as far as the day of publication."""
    first, second = _both(text, day, later)
    assert len(first) > 1
    for a, b in zip(first, second, strict=True):
        assert [_days_later(end, later - day) for end in (a.from_, a.to)] == [b.from_, b.to], a.text


def _days_later(day: str | None, moved: timedelta) -> str | None:
    return day and (date.fromisoformat(day) + moved).isoformat()


def _years_later(day: str | None, years: int) -> str | None:
    return day and f"{int(day[:4]) + years:04}{day[4:]}"


def _in_order(text: str, day: date) -> None:
    first, last = times(text, day.isoformat())
    begin, end = first.from_ or "", last.from_ or ""
    assert begin and end and begin <= end, (first.rule, last.rule)
