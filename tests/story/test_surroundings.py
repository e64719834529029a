"""Surroundings: what two reports have in common besides the parties of an event."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.schema.actor import Actor
from onrecord.schema.reading import Reading
from onrecord.story.derive import derive
from tests.story.test_parties import ACTORS, told

MOLE = Actor(name="Harbour Mole", kind="organization", country="NOR")
GUILD = Actor(name="Ferry Guild", kind="organization", country="NOR")


def march(name: str, day: str, who: str, *named: str, event_type: str = "PROTEST") -> Reading:
    """A report of a march of somebody without a name, in which other names stand too."""
    reading = told(name, "happened", day, who)
    others = {key: {"mole": MOLE, "guild": GUILD, **ACTORS}[key] for key in named}
    events = tuple(msgspec.structs.replace(event, type=event_type) for event in reading.events)
    return msgspec.structs.replace(reading, actors={**reading.actors, **others}, events=events)


@pytest.mark.parametrize(
    ("day", "named", "event_type", "expected"),
    [
        ("2024-03-09", ("mole", "guild"), "PROTEST", 1),
        ("2024-03-09", ("mole",), "PROTEST", 2),
        ("2024-03-08", ("mole", "guild"), "PROTEST", 2),
        ("2024-03-09", ("nor", "lind"), "PROTEST", 2),
        ("2024-03-09", ("mole", "guild"), "ACCUSE", 2),
    ],
)
def test_a_deed_without_names(day: str, named: tuple[str, ...], event_type: str, expected: int) -> None:
    """A deed of one day is one where the reports have two names in common; a thing said may be said twice."""
    first = march("r1", "2024-03-09", "people", "mole", "guild", event_type=event_type)
    second = march("r2", day, "others", *named, event_type=event_type)
    assert len(derive([first, second]).events) == expected


def signing(name: str, status: str, day: str, published: str) -> Reading:
    """A report of an agreement of two."""
    reading = told(name, status, day, "brandt", "lind", recipients=("brandt", "lind"))
    events = tuple(msgspec.structs.replace(event, type="AGREE") for event in reading.events)
    return msgspec.structs.replace(
        reading, events=events, article=msgspec.structs.replace(reading.article, published=published)
    )


def test_an_agreement_may_come_later_than_planned() -> None:
    """Who was to sign on one day and signed a week later has signed what was planned; not two months later."""
    planned = signing("a", "planned", "2024-03-12", "2024-03-10")
    assert len(derive([planned, signing("b", "happened", "2024-03-20", "2024-03-20")]).events) == 1
    assert len(derive([planned, signing("c", "happened", "2024-05-20", "2024-05-20")]).events) == 2


def test_the_latest_plan_holds() -> None:
    """Two papers tell the first day, one the second, later: the history has the plan put off."""
    readings = [
        signing("a", "planned", "2024-03-12", "2024-03-08"),
        signing("b", "planned", "2024-03-12", "2024-03-09"),
        signing("c", "planned", "2024-03-19", "2024-03-11"),
    ]
    (event,) = derive(readings).events
    assert [(step.on, step.status, step.from_) for step in event.history] == [
        ("2024-03-08", "planned", "2024-03-12"),
        ("2024-03-11", "postponed", "2024-03-19"),
    ]
