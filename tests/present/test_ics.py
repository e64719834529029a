"""The calendar of plans: RFC 5545, the same in each run."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.present.ics import calendar, escaped, folded, moment
from onrecord.story.derive import Derived
from onrecord.story.views import plans
from tests.story.make import MEETING, PLAN, report, story


def calendar_of(derived: Derived) -> str:
    """The calendar of a story, its lines unfolded."""
    assert derived.as_of is not None
    events = {event.id: event for event in derived.events}
    return calendar(plans(derived, 0.0), events, derived.as_of).decode().replace("\r\n ", "")


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"])))
def test_a_folded_line_is_the_line(text: str) -> None:
    """No piece has more than 75 octets or ends within a character, and unfolding gives the line again."""
    pieces = folded(text).split(b"\r\n")
    assert pieces.pop() == b""
    assert all(len(piece) <= 75 and piece.decode() is not None for piece in pieces)
    assert all(piece.startswith(b" ") for piece in pieces[1:])
    assert folded(text).decode().replace("\r\n ", "").removesuffix("\r\n") == text


def test_what_has_a_meaning_is_escaped() -> None:
    """Commas, semicolons, backslashes and line ends are written as the standard has them."""
    assert escaped("a, b; c\\d\ne: f") == "a\\, b\\; c\\\\d\\ne: f"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2024-03-10", ";VALUE=DATE:20240310"),
        ("2024-03-10T14:00:00+09:00", ":20240310T050000Z"),
        ("2024-03-10T14:00:00Z", ":20240310T140000Z"),
        ("2024-03-10T14:00:00", ":20240310T140000"),
    ],
)
def test_moments(value: str, written: str) -> None:
    """Days have no clock; clock times are in UTC, or float where no zone is told."""
    assert moment(value) == written


def test_a_plan_in_the_calendar() -> None:
    """The entry has the day with an exclusive end, is tentative, and is stamped with the as-of day."""
    text = calendar_of(story(report("a", PLAN, "2024-03-01")))
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") and text.endswith("END:VCALENDAR\r\n")
    for row in (
        "DTSTAMP:20240301T000000Z",
        "DTSTART;VALUE=DATE:20240310",
        "DTEND;VALUE=DATE:20240311",
        "SUMMARY:Ada Brandt and Bo Lind are to meet (Oslo)",
        "LOCATION:Oslo",
        "STATUS:TENTATIVE",
    ):
        assert f"\r\n{row}\r\n" in text


def test_a_plan_keeps_its_uid() -> None:
    """When the plan has come true, the same entry is confirmed."""
    before = calendar_of(story(report("a", PLAN, "2024-03-01")))
    after = calendar_of(story(report("a", PLAN, "2024-03-01"), report("b", MEETING)))
    uids = [row for text in (before, after) for row in text.split("\r\n") if row.startswith("UID:")]
    assert uids[0] == uids[1] and "STATUS:CONFIRMED" in after


def test_a_plan_without_a_day_is_left_out() -> None:
    """What has no day cannot stand in a calendar."""
    derived = story(report("a", "Ada Brandt will meet Bo Lind.", "2024-03-01"))
    assert len(plans(derived, 0.0)) == 1
    assert b"VEVENT" not in calendar(plans(derived, 0.0), {}, date(2024, 3, 1))
