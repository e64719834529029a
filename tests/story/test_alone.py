"""Deeds of one party alone, as the real reader reads them: which are one, and which are not."""

from __future__ import annotations

import pytest

from onrecord import pipeline
from onrecord.schema.article import Article
from onrecord.schema.reading import Reading
from onrecord.story.derive import derive

DAY = "2016-08-31"


def reading(name: str, text: str, day: str = DAY) -> Reading:
    """The reading of a report."""
    return pipeline.read(Article(id=name, text=text, published=day))


def told_as_one(one: str, other: str, other_day: str = DAY, kind: str | None = None) -> bool:
    """True where both reports tell of one event, of a kind if it is given."""
    events = derive([reading("a", one), reading("b", other, other_day)]).events
    return any(len({m.report for m in event.mentions}) == 2 and kind in (None, event.event_type) for event in events)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Senator Paul R. Trent pleaded guilty in court on Wednesday to three charges.",
            "Paul Trent pleaded guilty on Wednesday to using campaign funds.",
        ),
        ("Roger Marlin was arrested on Wednesday.", "The police arrested Roger Marlin at his home in Boston."),
        ("Paul Trent apologized on Wednesday for the message.", "Paul Trent has apologized for his words."),
        ("The deputy asked Paul Trent to step aside.", "His friends said that Paul Trent should step aside."),
        ("Ana Lukic should cancel his meeting, the mayor said.", "The bishop said Ana Lukic must cancel the meeting."),
    ],
)
def test_one_deed_of_one_party(one: str, other: str) -> None:
    assert told_as_one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Paul Trent pleaded guilty on Tuesday.", "Paul Trent pleaded guilty on Wednesday."),
        ("Paul Trent pleaded guilty on Wednesday.", "Sam Trent pleaded guilty on Wednesday."),
        ("Paul Trent refused to accept the bill.", "Paul Trent refused to sign the letter."),
        ("Paul Trent apologized for the message.", "Paul Trent apologized for the delay."),
        ("Kenya refused on Wednesday to sign the accord.", "Kenya refused on Wednesday to pay the fee."),
        ("Roger Marlin was arrested on Wednesday.", "Roger Marlin may be arrested on Wednesday."),
    ],
)
def test_two_deeds_of_one_party(one: str, other: str) -> None:
    assert not told_as_one(one, other)


def test_of_no_day_only_one_days_news_is_one() -> None:
    one, other = "Paul Trent will not resign.", "Paul Trent does not plan to resign."
    assert told_as_one(one, other)
    assert not told_as_one(one, other, other_day="2016-09-05")


def test_a_member_of_parliament_does_not_act_for_another() -> None:
    one = "Several members of the US Senate called on Kert Sarn to cancel the trip."
    other = "Senator Paul Trent stopped short of calling on Kert Sarn to cancel the trip."
    assert not told_as_one(one, other, kind="REQUEST")
