"""The same event: which two tellings are of one event."""

from __future__ import annotations

import pytest

from onrecord.schema.place import Place
from onrecord.story.derive import derive
from onrecord.story.same_event import fit
from tests.story.make import report

MARCH = "2024-03-10"


HARBOUR = Place(name="Bergen Harbour", kind="site", country="NOR")
BERGEN = Place(name="Bergen", kind="city", country="NOR", lat=60.39, lon=5.32)
OSLO = Place(name="Oslo", kind="capital", country="NOR", lat=59.91, lon=10.75)
ASKER = Place(name="Asker", kind="city", country="NOR", lat=59.83, lon=10.44)
NORWAY = Place(name="Norway", kind="country", country="NOR")
SWEDEN = Place(name="Sweden", kind="country", country="SWE")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (OSLO, ASKER, True),
        (OSLO, BERGEN, False),
        (OSLO, NORWAY, True),
        (OSLO, SWEDEN, False),
        (BERGEN, HARBOUR, True),
        (OSLO, HARBOUR, False),
    ],
)
def test_places_that_can_be_one(one: Place, other: Place, expected: bool) -> None:
    """Near each other, one in the other, or one name short for the other."""
    assert fit(one, other) == fit(other, one) == expected


def told_as_one(one: str, other: str, one_day: str = MARCH, other_day: str = MARCH) -> bool:
    """True where two reports of these sentences are found to tell of one event."""
    events = derive([report("a", one, one_day), report("b", other, other_day)]).events
    return len(events) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Brandt met Bo Lind.", "Ada Brandt met Bo Lind in Oslo."),
        ("Ada Brandt met Bo Lind.", "Bo Lind met Ada Brandt."),
        ("Ada Brandt met Bo Lind on 2024-03-10.", "Ada Brandt met Bo Lind in Oslo on 2024-03-10."),
        ("Ada Brandt will meet Bo Lind on 2024-03-12.", "Ada Brandt met Bo Lind on 2024-03-13."),
        ("Ada Brandt will meet Bo Lind in Oslo on 2024-03-12.", "Ada Brandt met Bo Lind in Bergen on 2024-03-12."),
        ("Ada Brandt met Bo Lind on 2024-03-10.", "Bo Lind denied Ada Brandt met Bo Lind on 2024-03-10."),
        ("Norway met Sweden on 2024-03-10.", "Norway met Sweden in Oslo on 2024-03-10."),
        ("Ada Brandt met Bo Lind in Oslo on 2024-03-10.", "Ada Brandt met Sweden in Oslo on 2024-03-10."),
    ],
)
def test_one_event(one: str, other: str) -> None:
    """Parties, time and place agree, or one of the two leaves them open."""
    assert told_as_one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Brandt met Bo Lind on 2024-03-10.", "Ada Brandt met Bo Lind on 2024-03-11."),
        ("Ada Brandt met Bo Lind in Oslo on 2024-03-10.", "Ada Brandt met Bo Lind in Bergen on 2024-03-10."),
        ("Ada Brandt met Bo Lind on 2024-03-10.", "Ada Brandt met Cai Holm on 2024-03-10."),
        ("Ada Brandt met Bo Lind in Oslo on 2024-03-10.", "Ada Brandt met Cai Holm in Oslo on 2024-03-10."),
        ("Ada Brandt met officials in Oslo.", "Cai Holm met officials in Oslo."),
        ("Ada Brandt will meet Bo Lind on 2024-03-12.", "Ada Brandt met Bo Lind on 2024-03-20."),
        ("Norway met Sweden in Oslo.", "Norway met Sweden."),
    ],
)
def test_two_events(one: str, other: str) -> None:
    """Another day, another place, another party; unnamed people are never the same; states meet every week."""
    assert not told_as_one(one, other)


def test_undated_news_is_of_the_days_about_its_publication() -> None:
    """Without a time the days of publication decide: news of a meeting a week later is of another meeting."""
    assert told_as_one("Ada Brandt met Bo Lind.", "Ada Brandt met Bo Lind.", "2024-03-10", "2024-03-12")
    assert not told_as_one("Ada Brandt met Bo Lind.", "Bo Lind met Ada Brandt.", "2024-03-10", "2024-03-20")


def test_a_plan_that_was_moved_is_one_plan() -> None:
    """Where a report says that it was postponed, a plan may be weeks off."""
    plan = "Ada Brandt will meet Bo Lind on 2024-03-12."
    assert told_as_one(plan, "Ada Brandt will meet Bo Lind on 2024-04-02 as talks were postponed.")
    assert not told_as_one(plan, "Ada Brandt will meet Bo Lind on 2024-04-02 as well.")


def test_a_meeting_without_a_day_joins_one_day_only() -> None:
    """A telling that fits two days does not make one event of them."""
    first, second = "Ada Brandt met Bo Lind on 2024-03-09.", "Ada Brandt met Bo Lind on 2024-03-10."
    undated = "In short Ada Brandt met Bo Lind."
    events = derive([report("a", first), report("b", second), report("c", undated)]).events
    assert sorted(len(event.mentions) for event in events) == [1, 2]


def test_a_plan_is_not_of_what_had_been_before() -> None:
    """News of a meeting before a plan was told is of another meeting, though undated and in the same month."""
    before, plan = "Ada Brandt met Bo Lind.", "Ada Brandt will meet Bo Lind on 2024-03-12."
    assert not told_as_one(before, plan, "2024-03-01", "2024-03-10")


def test_a_sentence_that_two_reports_share_is_one_telling() -> None:
    """The same long sentence is of the same event, even where nobody in it is named."""
    sentence = "Officials said officials met officials in Oslo on 2024-03-10 to speak of fish and of trade."
    assert told_as_one(sentence, sentence)
