"""Parties: how alike those are whom two reports name."""

from __future__ import annotations

import pytest

from onrecord.schema.actor import Actor
from onrecord.schema.article import ArticleInfo
from onrecord.schema.event import Event
from onrecord.schema.reading import Reading
from onrecord.schema.span import Span
from onrecord.schema.time import When
from onrecord.story.derive import derive
from onrecord.story.parties import likeness
from onrecord.story.tellings import Party, party
from tests.fake_reader import READER

ACTORS = {
    "nor": Actor(name="Norway", kind="country", country="NOR"),
    "brandt": Actor(name="Ada Brandt", kind="person", country="NOR", sectors=("GOV",)),
    "holm": Actor(name="Cai Holm", kind="person", country="NOR", sectors=("GOV",)),
    "minister": Actor(name="foreign minister", kind="role", country="NOR", sectors=("GOV",)),
    "lind": Actor(name="Bo Lind", kind="person", country="SWE", sectors=("GOV",)),
    "singer": Actor(name="Dora Vik", kind="person", country="NOR", sectors=("CVL",)),
    "workers": Actor(name="striking dock workers", kind="group", local=True),
    "dockers": Actor(name="600 dock workers", kind="group", local=True),
    "nine": Actor(name="nine striking dock workers", kind="group", local=True),
    "people": Actor(name="two people", kind="group", local=True),
    "others": Actor(name="three people", kind="group", local=True),
    "member": Actor(name="Eli Moe", kind="person", country="NOR", sectors=("LEG",)),
    "members": Actor(name="members of parliament", kind="group", country="NOR", sectors=("LEG",), local=True),
    "house": Actor(name="Storting", kind="organization", country="NOR", sectors=("LEG",)),
    "wife": Actor(name="Ada Brandt’s wife", kind="role", local=True),
    "father": Actor(name="Ada Brandt’s father", kind="role", local=True),
}


def told(name: str, status: str, day: str | None, *actors: str, recipients: tuple[str, ...] = ()) -> Reading:
    """A report of a march or, where there are recipients, of talks."""
    text = f"{name} tells of {' and '.join(actors)}."
    info = ArticleInfo(
        text=text,
        title=None,
        outlet=name,
        url=None,
        published="2024-03-10",
        dateline=None,
        credits=(),
        language="en",
        sha256="",
    )
    fields = {
        "id": "e1",
        "type": "CONSULT" if recipients else "PROTEST",
        "status": status,
        "predicate": (Span(0, 1),),
        "actors": actors,
        "recipients": recipients,
        "time": When(value=day, from_=day, to=f"{day[:8]}{int(day[8:]) + 1:02}") if day else None,
        "place": None,
        "evidence": (Span(0, len(text)),),
        "part": "body",
        "confidence": 0.9,
    }
    known = {key: ACTORS[key] for key in (*actors, *recipients)}
    return Reading(id=name, reader=READER, article=info, actors=known, events=(Event(**fields),))  # type: ignore[arg-type]


def known(name: str) -> Party:
    """An actor as a party."""
    return party(told("a", "happened", None, name), name)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("brandt", "brandt", 3),
        ("nine", "workers", 3),
        ("nor", "nor", 2),
        ("nor", "brandt", 2),
        ("nor", "minister", 2),
        ("brandt", "minister", 1),
        ("dockers", "workers", 1),
        ("brandt", "holm", 0),
        ("brandt", "lind", 0),
        ("nor", "singer", 0),
        ("people", "others", 0),
        ("people", "brandt", 0),
        ("member", "members", 0),
        ("member", "nor", 0),
        ("house", "nor", 2),
        ("wife", "father", 0),
    ],
)
def test_likeness(one: str, other: str, expected: int) -> None:
    """The same, a state and who acts for it, two who act for one state, or nobody alike; two persons are two."""
    assert likeness(known(one), known(other)) == likeness(known(other), known(one)) == expected


def are_one(*readings: Reading) -> bool:
    return len(derive(readings).events) == 1


def test_ministers_are_found_by_their_states() -> None:
    """A meeting told of a minister by name and by office is one where the day is the same, or is that of a plan."""
    named = told("a", "happened", "2024-03-12", "brandt", "lind", recipients=("brandt", "lind"))
    by_office = told("b", "happened", "2024-03-12", "minister", "lind", recipients=("minister", "lind"))
    later = told("c", "happened", "2024-03-13", "minister", "lind", recipients=("minister", "lind"))
    planned = told("d", "planned", "2024-03-12", "brandt", "lind", recipients=("brandt", "lind"))
    assert are_one(named, by_office)
    assert not are_one(named, later)
    assert are_one(planned, later)


def test_people_described_alike_march_together() -> None:
    """Unnamed people stay people of one report, but what they do on one day is found to be one event by more words."""
    one, other = told("a", "planned", "2024-03-12", "workers"), told("b", "happened", "2024-03-12", "nine")
    assert not are_one(one, other)
    assert are_one(
        told("a", "planned", "2024-03-12", "nor", recipients=("workers",)),
        told("b", "happened", "2024-03-12", "nor", recipients=("nine",)),
    )
