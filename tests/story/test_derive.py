"""Derive: one result for any order, and rows that point at each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.schema.reading import Reading
from onrecord.story.derive import derive
from tests.story.make import report

PEOPLE = ["Ada Brandt", "Bo Lind", "Cai Holm", "Dora Vik", "Norway", "Sweden", "officials"]
VERBS = ["met", "will meet", "may meet", "did not meet", "is meeting"]
SAID = ["", "Officials said ", "Reportedly ", "Cai Holm denied ", "Bo Lind confirmed ", "Lakeside News said "]

sentences = st.builds(
    lambda said, one, verb, other, place, day: f"{said}{one} {verb} {other}{place}{day}.",
    st.sampled_from(SAID),
    st.sampled_from(PEOPLE),
    st.sampled_from(VERBS),
    st.sampled_from(PEOPLE),
    st.sampled_from(["", " in Oslo", " in Bergen", " in Norway"]),
    st.sampled_from(["", " on 2024-03-08", " on 2024-03-09", " on 2024-03-10", " on 2024-03-12"]),
)
texts = st.lists(sentences, max_size=3).map(" ".join)
days = st.sampled_from([None, "2024-03-01", "2024-03-08", "2024-03-09", "2024-03-10", "2024-03-11T08:00:00Z"])
outlets = st.sampled_from([None, "Lakeside News", "Fjord Post", "Strait Times"])


@st.composite
def stories(draw: st.DrawFn) -> list[Reading]:
    """Up to a dozen reports of a few people who meet, or do not."""
    items = draw(st.lists(st.tuples(texts, days, outlets), max_size=12))
    return [report(f"r{number:02}", text, day, outlet) for number, (text, day, outlet) in enumerate(items)]


@given(stories(), st.data())
def test_the_order_does_not_matter(readings: list[Reading], data: st.DataObject) -> None:
    """Reports in any order give the same rows."""
    assert derive(data.draw(st.permutations(readings))) == derive(readings)


@given(stories())
def test_every_telling_is_in_one_event(readings: list[Reading]) -> None:
    """Events are a partition of all tellings; each is named by its first."""
    events = derive(readings).events
    told = [f"{mention.report}#{mention.event}" for event in events for mention in event.mentions]
    assert sorted(told) == sorted(f"{reading.id}#{event.id}" for reading in readings for event in reading.events)
    assert all(event.id == f"{event.mentions[0].report}#{event.mentions[0].event}" for event in events)


@given(stories())
def test_rows_point_at_rows(readings: list[Reading]) -> None:
    """Every id that a row names is a row."""
    derived = derive(readings)
    actors, places = {row.id for row in derived.actors}, {row.id for row in derived.places}
    statements, events = {row.id for row in derived.statements}, {row.id for row in derived.events}
    for event in derived.events:
        assert {*event.actors, *event.recipients, *(origin.id for origin in event.origins)} <= actors
        assert {event.place, *(step.place for step in event.history)} <= places | {None}
        assert {mention.statement for mention in event.mentions} <= statements | {None}
        assert {*event.confirmed_by, *event.denied_by} <= statements
    for row in derived.statements:
        assert set(row.source.actors) <= actors
        assert set(row.about) <= events
        assert {answer.statement for answer in row.answers} <= statements - {row.id}


@given(stories())
def test_unnamed_people_are_never_one(readings: list[Reading]) -> None:
    """Somebody unnamed belongs to one report alone."""
    for row in derive(readings).actors:
        assert row.name != "officials" or "#" in row.id


@given(stories())
def test_no_status_is_made_up(readings: list[Reading]) -> None:
    """An event has a status that one of its tellings has, and is not denied where somebody tells it."""
    for event in derive(readings).events:
        told = {mention.status for mention in event.mentions}
        assert event.status in told
        assert event.status != "denied" or told == {"denied"}


def test_statements_of_one_wording_are_one() -> None:
    """The same words of the same speaker are one statement, in however many papers."""
    said = "Cai Holm said Ada Brandt will meet Bo Lind in Oslo."
    derived = derive([report("b", f"News. {said}", "2024-03-02"), report("a", said, "2024-03-03")])
    assert [(row.id, row.reports) for row in derived.statements] == [("b#s0", ("b", "a"))]


def test_the_same_words_of_unnamed_people_are_two() -> None:
    """What `officials` said in two papers may be of two people."""
    said = "Officials said Ada Brandt will meet Bo Lind in Oslo."
    derived = derive([report("a", f"News. {said}"), report("b", f"{said} More of this on the following pages.")])
    assert len(derived.statements) == 2
