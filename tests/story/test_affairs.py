"""Affairs: what reports that name the same unlisted people tell of one deed, as the real reader reads them."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import msgspec
import pytest

from onrecord import pipeline
from onrecord.record import Record
from onrecord.schema.article import Article
from onrecord.schema.story_event import StoryEvent
from onrecord.story.derive import derive

CAST = "Guild secretary Rosa Lindqvist and Mayor Aku Pesonen were in Turku."
OTHERS = "Harbour master Timo Valkeinen was in Oslo."

CALLED = "The crane drivers will go on strike from Monday 9 June, their guild said."
GONE = "The crane drivers went on strike on Monday."
EXTENDED = "The crane drivers extended their strike on Wednesday."
CALLED_OFF = "The drivers called off their strike after they had signed an agreement with the mayor."


def report(name: str, text: str, day: str, cast: str = CAST) -> Article:
    """A report of a deed by people without a name, in which other names stand too."""
    return Article(id=name, text=f"{text} {cast}", published=f"2025-06-{day}", outlet=f"Paper {name}")


def events(*articles: Article) -> tuple[StoryEvent, ...]:
    """The events that reports tell of, those of most reports first."""
    found = derive([pipeline.read(article) for article in articles]).events
    return tuple(sorted(found, key=lambda event: -len({m.report for m in event.mentions})))


def are_one(first: Article, second: Article) -> bool:
    """True where both reports tell of one event."""
    return len({mention.report for mention in events(first, second)[0].mentions}) == len((first, second))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((CALLED, "03"), (GONE, "10")),
        ((GONE, "10"), (EXTENDED, "11")),
        (
            ("The guild's leaders will meet the mayor on Thursday.", "10"),
            ("The mayor met the leaders on Thursday.", "13"),
        ),
        (
            ("Protesters plan to march in Oslo on Friday.", "10"),
            ("Organisers called off a march planned for Friday.", "12"),
        ),
        (("Talks will be held in Oslo on 16 June.", "10"), ("Talks in Oslo on 16 June have been called off.", "12")),
    ],
)
def test_one_deed_in_one_affair(one: tuple[str, str], other: tuple[str, str]) -> None:
    """Whoever is only described is told by his noun, and what is planned by its day."""
    assert are_one(report("a", *one), report("b", *other))


@pytest.mark.parametrize(
    ("one", "other", "cast"),
    [
        ((CALLED, "03"), (GONE, "10"), OTHERS),
        ((CALLED, "03"), ("The tally clerks went on strike on Monday.", "10"), CAST),
        ((GONE, "10"), ("The crane drivers went on strike on Friday.", "14"), CAST),
        (("The police arrested two drivers.", "10"), ("The police arrested four drivers.", "11"), CAST),
        (
            ("The guild asked drivers to return to work.", "10"),
            ("The mayor asked drivers to return to work.", "11"),
            CAST,
        ),
    ],
)
def test_two_deeds_or_two_affairs(one: tuple[str, str], other: tuple[str, str], cast: str) -> None:
    """Other people, other days, what is done again and again, and other affairs are two."""
    assert not are_one(report("a", *one), report("b", *other, cast))


def test_who_resigns_does_so_once() -> None:
    """Whatever the word for it, and though one report knows him by his office."""
    first = report("a", "Fiji's fisheries minister resigned on Wednesday.", "05", "Ana Vukilau left Suva at noon.")
    second = report("b", "Fisheries Minister Ana Vukilau of Fiji stepped down on 4 June.", "20", "She lives in Suva.")
    assert are_one(first, second)
    (event,) = (event for event in events(first, second) if event.mode == "resign")
    assert event.actors == ("x-ana-vukilau",)


def test_a_strike_goes_on_until_it_is_called_off() -> None:
    """Announced, begun, extended, over: that it was called off does not dispute that it was."""
    reports = (report("a", CALLED, "03"), report("b", GONE, "10"), report("c", EXTENDED, "11"))
    (before, *_) = events(*reports)
    assert before.status == "ongoing"
    (after, *_) = events(*reports, report("d", CALLED_OFF, "13"))
    assert (after.status, after.disputed) == ("happened", False)
    assert [(step.on, step.status) for step in after.history] == [
        ("2025-06-03", "planned"),
        ("2025-06-10", "happened"),
        ("2025-06-11", "ongoing"),
        ("2025-06-13", "happened"),
    ]


def test_any_order_of_adding_gives_the_same_bytes(tmp_path: Path) -> None:
    """What joins reports of one affair depends on the two alone."""
    reports = (
        report("a", CALLED, "03"),
        report("b", GONE, "10"),
        report("c", EXTENDED, "11"),
        report("d", CALLED_OFF, "13"),
    )
    found = set()
    for number, order in enumerate(tuple(permutations(reports))[::5]):
        with Record(tmp_path / f"{number}.db") as record:
            for one in order:
                record.add([one])
            found.add(b"\n".join(msgspec.json.encode(row) for row in record.export(added=False)))
    assert len(found) == 1
