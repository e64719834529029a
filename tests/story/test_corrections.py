"""Corrections: what people say against a reading is worked in, whatever the order of reports, and found again."""

from __future__ import annotations

from datetime import date

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.schema.actor import Actor
from onrecord.schema.correction import Action, Anchor, Correction
from onrecord.schema.reading import Reading
from onrecord.schema.span import Span
from onrecord.schema.story_event import StoryEvent
from onrecord.schema.time import When
from onrecord.story.anchors import event_anchor, rows_at, statement_anchor
from onrecord.story.corrections import in_force, reviewed
from onrecord.story.derive import derive
from tests.story.make import MEETING, PLAN, report
from tests.story.test_derive import stories

WHO, WHY = "R. Moe", "seen in print"
DAY = When(value="2024-03-20", from_="2024-03-20", to="2024-03-21", precision="day")
EDITOR = Actor(name="Edda Moe", kind="person", country="NOR", sectors=("GOV",))


def of_events(*readings: Reading) -> tuple[Anchor, ...]:
    """The anchors of all events of some readings."""
    return tuple(event_anchor(reading, event) for reading in readings for event in reading.events)


def numbered(*corrections: Correction) -> tuple[Correction, ...]:
    """Corrections with their ids, as a record gives them."""
    return tuple(msgspec.structs.replace(item, id=f"c{number}") for number, item in enumerate(corrections, 1))


def made(action: Action, anchors: tuple[Anchor, ...], rest: tuple[Anchor, ...] = ()) -> Correction:
    """A correction with nothing but its anchors."""
    return Correction(action=action, anchors=anchors, rest=rest, by=WHO, why=WHY)


def undoing(what: str) -> Correction:
    return Correction(action="undo", undoes=what, by=WHO, why=WHY)


def events(readings: list[Reading], *corrections: Correction) -> tuple[StoryEvent, ...]:
    return derive(readings, corrections=numbered(*corrections)).events


@st.composite
def reviews(draw: st.DrawFn, readings: list[Reading]) -> tuple[Correction, ...]:
    """Up to six corrections of some readings, sensible or not, some of which are undone."""
    anchors = [anchor for reading in readings for anchor in of_events(reading)]
    said = [statement_anchor(reading, row) for reading in readings for row in reading.statements]
    strangers = [Anchor(report="nobody", kind="event", spans=(Span(0, 3),), text="met", type="CONSULT")]
    some = st.lists(st.sampled_from(anchors + strangers), min_size=1, max_size=4, unique=True).map(tuple)
    plain = st.builds(made, st.sampled_from(["accept", "reject", "merge"]), some)
    split = st.builds(lambda one, other: made("split", one, other), some, some)
    dated = some.map(lambda found: Correction(action="re-date", anchors=found, time=DAY, by=WHO, why=WHY))
    told = st.sampled_from(anchors + said + strangers).map(
        lambda anchor: Correction(
            action="re-attribute", anchors=(anchor,), voice="actor", actor_id="edda-moe", actor=EDITOR, by=WHO, why=WHY
        )
    )
    undo = st.integers(1, 6).map(lambda number: undoing(f"c{number}"))
    return numbered(*draw(st.lists(st.one_of(plain, split, dated, told, undo), max_size=6)))


@settings(deadline=None, max_examples=50)
@given(stories(), st.data())
def test_the_order_of_reports_does_not_matter(readings: list[Reading], data: st.DataObject) -> None:
    """With corrections too, reports in any order give the same rows, and corrections in any order are taken by id."""
    corrections = data.draw(reviews(readings))
    shuffled = data.draw(st.permutations(corrections))
    assert derive(data.draw(st.permutations(readings)), corrections=shuffled) == derive(
        readings, corrections=corrections
    )


@settings(deadline=None, max_examples=50)
@given(stories(), st.data())
def test_an_earlier_day_knows_no_later_report(readings: list[Reading], data: st.DataObject) -> None:
    """As of a day, a correction does what it does in a record that never saw the later reports."""
    corrections = data.draw(reviews(readings))
    known = [reading for reading in readings if (reading.article.published or "9")[:10] <= "2024-03-09"]
    apart = [reading for reading in known if reading.article.published]
    day = date(2024, 3, 9)
    assert derive(apart, day, corrections=corrections) == derive(list(reversed(known)), day, corrections=corrections)


@settings(deadline=None, max_examples=50)
@given(stories(), st.data())
def test_rows_still_point_at_rows(readings: list[Reading], data: st.DataObject) -> None:
    """After corrections too, every id that a row names is a row, and each telling is in one event at most."""
    derived = derive(readings, corrections=data.draw(reviews(readings)))
    actors, statements = {row.id for row in derived.actors}, {row.id for row in derived.statements}
    told = [f"{mention.report}#{mention.event}" for event in derived.events for mention in event.mentions]
    assert len(told) == len(set(told))
    for event in derived.events:
        assert {*event.actors, *(origin.id for origin in event.origins)} <= actors
        assert {mention.statement for mention in event.mentions} <= statements | {None}
    for row in derived.statements:
        assert {*row.source.actors, *row.via} <= actors
        assert {answer.statement for answer in row.answers} <= statements - {row.id}


@settings(deadline=None, max_examples=50)
@given(stories(), st.data())
def test_undoing_all_is_as_if_nothing_was_said(readings: list[Reading], data: st.DataObject) -> None:
    """Where each correction is undone, the rows are those of the readings alone."""
    corrections = data.draw(reviews(readings))
    undone = [undoing(item.id) for item in reversed(corrections) if item.action != "undo"]
    last = [item for item in corrections if item.action != "undo"]
    ids = {item.id for item in last}
    every = numbered(*corrections, *undone)
    assert not ids & {item.id for item in in_force(every)}
    assert derive(readings, corrections=every) == derive(readings)


@settings(deadline=None, max_examples=50)
@given(stories(), st.data())
def test_what_is_merged_is_one_event(readings: list[Reading], data: st.DataObject) -> None:
    """The last correction holds, whatever was said before: what it merges is one event, what it splits are two."""
    before = data.draw(reviews(readings))
    anchors = [anchor for reading in readings for anchor in of_events(reading)]
    if len(anchors) < 2:
        return
    chosen = data.draw(st.lists(st.sampled_from(anchors), min_size=2, max_size=4, unique=True))
    kept = tuple(item for item in before if item.action != "reject")
    merged = (*kept, msgspec.structs.replace(made("merge", tuple(chosen)), id="c90"))
    assert len(homes(chosen, readings, merged)) == 1
    split = (*kept, msgspec.structs.replace(made("split", (chosen[0],), tuple(chosen[1:])), id="c91"))
    assert homes(chosen[:1], readings, split).isdisjoint(homes(chosen[1:], readings, split))


def homes(anchors: list[Anchor], readings: list[Reading], corrections: tuple[Correction, ...]) -> set[str]:
    """The events that hold the rows at some anchors."""
    by_id = {reading.id: reading for reading in readings}
    rows = {(one.report, row) for one in anchors for row in rows_at(one, by_id[one.report])}
    found = derive(readings, corrections=corrections).events
    return {event.id for event in found for mention in event.mentions if (mention.report, mention.event) in rows}


def test_what_is_rejected_is_no_event() -> None:
    """A rejected telling is gone; another report that tells the same is not touched."""
    one, two = report("a", MEETING), report("b", f"News. {MEETING}")
    assert events([one, two], made("reject", of_events(one, two))) == ()
    (event,) = events([one, two], made("reject", of_events(one)))
    assert [mention.report for mention in event.mentions] == ["b"]


def test_the_later_of_two_corrections_counts() -> None:
    """What is rejected and then accepted is an event, and a sure one."""
    one = report("a", MEETING)
    (event,) = events([one], made("reject", of_events(one)), made("accept", of_events(one)))
    assert event.confidence == 1.0
    assert events([one], made("accept", of_events(one)), made("reject", of_events(one))) == ()


def test_an_undo_can_be_undone() -> None:
    """Undoing the undoing brings a correction back."""
    one = report("a", MEETING)
    reject = made("reject", of_events(one))
    assert len(events([one], reject, undoing("c1"))) == 1
    assert events([one], reject, undoing("c1"), undoing("c2")) == ()


def test_what_is_dated_anew_has_that_day() -> None:
    """The time of a corrected telling is the one given, and its history tells of it."""
    one = report("a", PLAN, "2024-03-01")
    (event,) = events([one], Correction(action="re-date", anchors=of_events(one), time=DAY, by=WHO, why=WHY))
    assert (event.from_, event.to, event.history[0].from_) == ("2024-03-20", "2024-03-21", "2024-03-20")
    (event,) = events([one], Correction(action="re-date", anchors=of_events(one), time=None, by=WHO, why=WHY))
    assert event.from_ is None


def test_a_statement_of_another_source() -> None:
    """Where somebody else has said it, he is the source and the origin."""
    one = report("a", f"Officials said {MEETING}")
    anchor = statement_anchor(one, one.statements[0])
    told = Correction(
        action="re-attribute", anchors=(anchor,), voice="actor", actor_id="edda-moe", actor=EDITOR, by=WHO, why=WHY
    )
    derived = derive([one], corrections=numbered(told))
    assert derived.statements[0].source.actors == ("edda-moe",)
    assert [origin.id for origin in derived.events[0].origins] == ["edda-moe"]
    assert "Edda Moe" in {row.name for row in derived.actors}


def test_an_event_on_somebodys_word() -> None:
    """An event that the outlet seemed to tell on its own can rest on somebody's word, and the other way round."""
    one, two = report("a", MEETING), report("b", f"Cai Holm said {MEETING}", outlet="Fjord Post")
    told = Correction(
        action="re-attribute", anchors=of_events(one), voice="actor", actor_id="edda-moe", actor=EDITOR, by=WHO, why=WHY
    )
    assert [origin.id for origin in events([one], told)[0].origins] == ["edda-moe"]
    own = Correction(action="re-attribute", anchors=of_events(two), voice="outlet", by=WHO, why=WHY)
    assert [origin.id for origin in events([two], own)[0].origins] == ["outlet:fjord-post"]
    unnamed = Correction(action="re-attribute", anchors=of_events(two), voice="unnamed", by=WHO, why=WHY)
    assert events([two], unnamed)[0].mentions[0].statement == "b#e0-c1"


def test_a_row_is_found_where_the_words_overlap() -> None:
    """A newer reader that takes one word more is no reason to lose a correction; another text is."""
    one = report("a", MEETING)
    (anchor,) = of_events(one)
    wider = msgspec.structs.replace(
        one, events=tuple(msgspec.structs.replace(row, id="x", predicate=(Span(4, 14),)) for row in one.events)
    )
    assert rows_at(anchor, wider) == ("x",)
    assert rows_at(anchor, report("a", "So it is. " + MEETING)) == ()
    assert rows_at(msgspec.structs.replace(anchor, type="ASSAULT"), one) == ()


def test_what_finds_its_anchor_no_more_is_told() -> None:
    """A correction of a row that is gone does nothing, and says which anchor is missing."""
    one = report("a", MEETING)
    nothing = msgspec.structs.replace(one, events=())
    correction = numbered(made("reject", of_events(one)))
    assert derive([nothing], corrections=correction) == derive([nothing])
    (state,) = reviewed(correction, [nothing])
    assert state.orphaned and state.missing == of_events(one)
    assert not reviewed(correction, [one])[0].orphaned


def test_where_the_first_of_the_same_is_rejected_the_others_stay_one() -> None:
    """Rows that tell of one event stay together when the row at which they point is rejected."""
    one = report(
        "a", "Cai Holm said Ada Brandt met Bo Lind. Bo Lind denied Ada Brandt met Bo Lind. Ada Brandt met Bo Lind."
    )
    first, *others = one.events
    same = msgspec.structs.replace(
        one, events=(first, *(msgspec.structs.replace(row, same_as=first.id) for row in others))
    )
    (event,) = events([same], made("reject", (event_anchor(same, first),)))
    assert [mention.event for mention in event.mentions] == ["e1", "e2"]
