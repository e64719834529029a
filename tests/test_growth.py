"""Growth: whatever comes in, in any order and in any goes, is worked in as if all were derived from nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord.deriving
import onrecord.record
import onrecord.store.store
import onrecord.story.growth
from onrecord.deriving import stored_rows
from onrecord.record import Record
from onrecord.schema.actor import Actor
from onrecord.schema.article import Article
from onrecord.schema.correction import Anchor, Correction
from onrecord.schema.reading import Reading
from onrecord.schema.summary import Progress
from onrecord.schema.time import When
from onrecord.story import clusters
from onrecord.story.anchors import event_anchor, statement_anchor
from onrecord.story.citations import citations
from onrecord.story.derive import derive
from onrecord.story.origin_tree import origin_tree
from tests.fake_reader import NEXT_READER, READER, article
from tests.fake_reader import read as read_plainly
from tests.test_record import STORY, record_at

PEOPLE = ["Ada Brandt", "Bo Lind", "Cai Holm", "Dora Vik", "Norway", "Sweden", "officials"]
VERBS = ["met", "will meet", "may meet", "did not meet", "is meeting", "should meet"]
SAID = ["", "", "", "Officials said ", "Reportedly ", "Cai Holm denied ", "Bo Lind confirmed ", "Harbour Agency said "]
SAID += ["Lakeside News said ", "Lakeside News, citing officials, said ", "Lakeside News, citing Cai Holm, said "]
PLACES = ["", "", " in Oslo", " in Bergen", " in Norway"]
DATES = ["", "", " on 2024-03-08", " on 2024-03-09", " on 2024-03-10", " on 2024-03-20"]
TAILS = [
    "",
    "",
    " (Harbour Agency)",
    " More of this on the following pages, as ever, and so on, and on, without an end.",
]
PUBLISHED = [None, "2024-03-01", "2024-03-08", "2024-03-09", "2024-03-11T08:00:00Z", "2024-03-30", "2024-05-01"]
OUTLETS = [None, "Lakeside News", "Fjord Post", "The Fjord Post", "Harbour Agency", "Unknown"]
ACTIONS = ["merge", "split", "reject", "accept", "re-date", "re-attribute"]

sentences = st.builds(
    lambda said, one, verb, other, place, day: f"{said}{one} {verb} {other}{place}{day}.",
    *map(st.sampled_from, (SAID, PEOPLE, VERBS, PEOPLE, PLACES, DATES)),
)
texts = st.builds(
    lambda told, tail: " ".join(told) + tail, st.lists(sentences, min_size=1, max_size=3), st.sampled_from(TAILS)
)


@st.composite
def news(draw: st.DrawFn) -> tuple[Article, ...]:
    """Up to sixteen reports in any order, some of which share a text."""
    pool = st.sampled_from(draw(st.lists(texts, min_size=1, max_size=8)))
    items = draw(st.lists(st.tuples(pool, st.sampled_from(PUBLISHED), st.sampled_from(OUTLETS)), max_size=16))
    every = [article(f"r{number}", text, day, outlet) for number, (text, day, outlet) in enumerate(items)]
    return tuple(draw(st.permutations(every)))


@st.composite
def corrections(draw: st.DrawFn, known: tuple[Article, ...]) -> Correction:
    """Something that a person says of a few rows, or against something said before, which need not be there."""
    readings = [reading for item in known if (reading := read(item)).events]
    if not readings or draw(st.booleans()):
        return Correction(action="undo", undoes=f"c{draw(st.integers(1, 4))}", by="R. Moe", why="")
    anchors = st.lists(st.sampled_from(readings).flatmap(lambda one: st.sampled_from(anchors_of(one))), min_size=1)
    action = draw(st.sampled_from(ACTIONS))
    when = When(value="2024-04", from_="2024-04-01", to="2024-05-01")
    edda = Actor(name="Edda Moe", kind=draw(st.sampled_from(["person", "outlet"])))
    return Correction(
        action=action,  # type: ignore[arg-type]
        anchors=tuple(draw(anchors)[:3]),
        rest=tuple(draw(anchors)[:2]) if action == "split" else (),
        time=draw(st.sampled_from([None, when])) if action == "re-date" else None,
        voice=draw(st.sampled_from(["actor", "unnamed", "outlet"])) if action == "re-attribute" else None,
        actor_id="edda-moe" if action == "re-attribute" else None,
        actor=edda if action == "re-attribute" else None,
        by="R. Moe",
        why="",
    )


def anchors_of(reading: Reading) -> list[Anchor]:
    """Where the rows of a report stand."""
    events = [event_anchor(reading, event) for event in reading.events]
    return events + [statement_anchor(reading, statement) for statement in reading.statements]


def read(item: Article) -> Reading:
    """A reading in which reports do not agree on who people are, and are not sure of all that they tell."""
    dice, reading = Random(item.id), read_plainly(item)
    actors = {
        name: msgspec.structs.replace(
            actor, country=dice.choice(["NOR", "SWE", None]), sectors=dice.choice([("GOV",), ()])
        )
        if dice.random() < 0.4 and not actor.local
        else actor
        for name, actor in reading.actors.items()
    }
    events = tuple(
        msgspec.structs.replace(
            event,
            background=dice.random() < 0.1,
            confidence=dice.choice([0.9, 0.4]),
            type=dice.choice(["CONSULT", "CONSULT", "AID"]),
        )
        for event in reading.events
    )
    return msgspec.structs.replace(reading, actors=actors, events=events)


def read_next(item: Article) -> Reading:
    """The next version of the reader, which finds less."""
    reading = read(item)
    return msgspec.structs.replace(reading, reader=NEXT_READER, events=reading.events[1:])


def kept(record: Record) -> dict[tuple[str, str], bytes]:
    """The derived rows as they are stored."""
    return {(row.type, row.id): row.content for row in record._store.derived()}


def anew(record: Record) -> dict[tuple[str, str], bytes]:
    """The derived rows as they are when all is derived from nothing, by the function that looks at everything."""
    readings, against = record._store.readings(), record._store.corrections()
    rows = stored_rows(derive(readings, date.max, corrections=against))
    return {(row.type, row.id): row.content for row in rows}


def correct(record: Record, correction: Correction) -> None:
    """Corrects a record, unless there is nothing to undo."""
    if correction.action != "undo" or any(row.correction.id == correction.undoes for row in record.corrections()):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(onrecord.record, "check_undo", lambda *_: None)
            record.correct(correction)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(items=news(), batch=st.sampled_from([1, 2, 200]), neighbours=st.sampled_from([2, 20]), data=st.data())
def test_what_is_worked_in_is_what_is_derived_from_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    items: tuple[Article, ...],
    batch: int,
    neighbours: int,
    data: st.DataObject,
) -> None:
    """Reports in any order and in any goes, with corrections and rereads between them: after each of these the stored
    rows are, to the byte, those that all that is there gives at once."""
    path = tmp_path_factory.mktemp("growth") / "record.db"
    with pytest.MonkeyPatch.context() as patch, Record(path, read=read, reader=READER) as record:
        patch.setattr(onrecord.store.store, "BATCH", batch)
        patch.setattr(clusters, "NEIGHBOURS", neighbours)
        left = items
        while left:
            many = data.draw(st.integers(1, len(left)))
            record.add(left[:many])
            left = left[many:]
            if data.draw(st.booleans()):
                correct(record, data.draw(corrections(items[: len(items) - len(left)])))
            if data.draw(st.integers(0, 4)) == 0:
                with Record(path, read=read_next, reader=NEXT_READER) as later:
                    later.reread()
            assert kept(record) == anew(record)
        before = kept(record)
        record.derive()
        assert kept(record) == before
        assert record.check().sound


class Killed(BaseException):
    """An interrupt from outside."""


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(items=news().filter(len), batch=st.sampled_from([1, 3, 200]), data=st.data())
def test_interruptions_lose_nothing(
    tmp_path_factory: pytest.TempPathFactory, items: tuple[Article, ...], batch: int, data: st.DataObject
) -> None:
    """An `add` that is killed while it stores, or while it works in what was stored, loses nothing of either: the
    record says what its reports say, and goes on where it was."""
    path = tmp_path_factory.mktemp("growth") / "record.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(onrecord.store.store, "BATCH", batch)
        for _ in range(data.draw(st.integers(1, 3))):
            stored, worked = data.draw(st.integers(0, len(items))), data.draw(st.integers(0, 4))
            with Record(path, read=read, reader=READER) as record, pytest.MonkeyPatch.context() as cut:
                cut.setattr(onrecord.deriving, "grow", killed_after(worked))
                try:
                    record.add(items, on_progress=lambda progress, most=stored: killed(progress, most))  # type: ignore[misc]
                except Killed:
                    cut.undo()
                assert {row.id for row in record.reports()} <= {item.id for item in items}
                assert record.events() == derive(record._store.readings()).events
        with Record(path, read=read, reader=READER) as record:
            record.add(items)
            assert kept(record) == anew(record)
            assert {row.id for row in record.reports()} == {item.id for item in items}


def killed(progress: Progress, most: int) -> None:
    """Kills once so many reports are done."""
    if progress.done > most:
        raise Killed


def killed_after(rounds: int) -> object:
    """Growth that is killed when so many batches were worked in, at the very end of the next."""
    left = [rounds]
    grow = onrecord.story.growth.grow

    def work(ledger: object, reports: Iterable[str], against: Iterable[Correction]) -> None:
        grow(ledger, reports, against)  # type: ignore[arg-type]
        left[0] -= 1
        if left[0] < 0:
            raise Killed

    return work


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(items=news(), day=st.sampled_from([date(2024, 3, 1), date(2024, 3, 9), date(2024, 3, 30)]))
def test_an_earlier_day_is_a_record_without_later_reports(
    tmp_path_factory: pytest.TempPathFactory, items: tuple[Article, ...], day: date
) -> None:
    """As of a day, a record says what one says that never saw a later report. What has no day counts in neither, for
    nothing shows that it is not later."""
    folder = tmp_path_factory.mktemp("growth")
    items = (*items, article("later", "Nothing of this.", "2024-06-01"))
    early = [item for item in items if (item.published or "9999") <= f"{day.isoformat()}T24"]
    with Record(folder / "a.db", read=read, reader=READER) as whole, Record(folder / "b.db", read=read) as known:
        whole.add(items)
        known.add(early)
        assert list(whole.export(day, added=False)) == list(known.export(day, added=False))


def test_what_is_overdue_shows_from_its_day_on(tmp_path: Path) -> None:
    """A plan is overdue once a report of a later day is there, whatever that tells of, and no row is written for it."""
    with record_at(tmp_path, STORY[:2]) as record:
        before = kept(record)
        assert [event.history[-1].status for event in record.events()] == ["planned"]
        record.add([article("z", "Nothing of this.", "2024-03-11", "Fjord Post")])
        assert [event.history[-1].status for event in record.events()] == ["overdue"]
        after = kept(record)
        assert {key: row for key, row in after.items() if key in before} == before
        assert set(after) - set(before) == {("head", "z")}


def test_one_more_report_touches_no_other_story(tmp_path: Path) -> None:
    """What no new report has to do with is neither read nor written."""
    with record_at(tmp_path) as record:
        asked: list[str] = []
        record._store.database.connection.set_trace_callback(asked.append)
        record.add([article("z", "Dora Vik met Edda Moe in Bergen on 2024-09-09.", "2024-09-10", "Harbour Post")])
        record._store.database.connection.set_trace_callback(None)
    assert not [sql for sql in asked if "FROM reading" in sql and "'a'" in sql]
    assert not [sql for sql in asked if "INTO derived" in sql and "'a#" in sql]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(items=news())
def test_what_an_event_names_is_enough_to_show_it(
    tmp_path_factory: pytest.TempPathFactory, items: tuple[Article, ...]
) -> None:
    """The tree and the citations of an event need no other rows than those that it names."""
    with Record(tmp_path_factory.mktemp("growth") / "record.db", read=read, reader=READER) as record:
        record.add(items)
        whole = derive(record._store.readings())
        for event in whole.events:
            assert record.event(event.id) == event
            assert record.origins(event.id) == origin_tree(event, whole)
            assert record.cite(event.id) == citations(event, whole)


def test_an_outlet_that_is_cited_later(tmp_path: Path) -> None:
    """Once a report cites an outlet as an actor, what that outlet told before has this actor as its origin."""
    told = article("a", "Ada Brandt met Bo Lind in Oslo on 2024-03-10.", "2024-03-10", "Lakeside News")
    citing = article("b", "Lakeside News said Dora Vik met Edda Moe.", "2024-05-11", "Fjord Post")
    with record_at(tmp_path, (told,)) as record:
        assert [origin.id for origin in record.event("a#e0").origins] == ["outlet:lakeside-news"]
        record.add([citing])
        assert [origin.id for origin in record.event("a#e0").origins] == ["lakeside-news"]
        assert kept(record) == anew(record)


def test_a_ruling_on_a_report_that_comes_later(tmp_path: Path) -> None:
    """Rows that are held to be one event are one as soon as both reports are there, in whatever batches they come."""
    one, other = event_anchor_of(STORY[0]), event_anchor_of(STORY[3])
    with record_at(tmp_path, STORY[:1]) as record:
        record.correct(Correction(action="merge", anchors=(one, other), by="R. Moe", why=""))
        record.add(STORY[1:])
        assert record.event("d#e0").id == "a#e0"
        assert kept(record) == anew(record)


def event_anchor_of(item: Article) -> Anchor:
    """Where the one event of a report stands."""
    reading = read_plainly(item)
    return event_anchor(reading, reading.events[0])
