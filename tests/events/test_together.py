"""Two words for one deed: they share parties, time and place; and days counted from another event's."""

from __future__ import annotations

import pytest

from onrecord import read
from onrecord.schema.event import Event

DAY = "2024-03-07"  # a Thursday


def events(text: str) -> dict[str, Event]:
    found = read(text, published=DAY).events
    return {text[event.predicate[-1].start : event.predicate[-1].end]: event for event in found}


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The raid by rebels on Sunday killed four dockers.", "raid", "killed"),
        ("Gunmen attacked a village near Gao on Sunday, killing four soldiers.", "attacked", "killing"),
        ("Police described an ambush on Sunday in which four soldiers were killed.", "ambush", "killed"),
        ("Rebels shelled the town of Gao on Sunday and wounded four miners.", "shelled", "wounded"),
        ("Four soldiers were killed in an ambush by rebels on Sunday.", "killed", "ambush"),
    ],
)
def test_what_came_of_a_deed_is_the_deed(text: str, first: str, second: str) -> None:
    one, other = events(text)[first], events(text)[second]
    assert other.same_as == one.id
    assert one.time is not None and other.time is not None
    assert one.time.from_ == other.time.from_ == "2024-03-03"


def test_a_deed_has_the_parties_of_what_came_of_it() -> None:
    found = events("The raid by rebels on Sunday killed four dockers.")
    assert found["raid"].actors == found["killed"].actors != ()
    assert found["raid"].recipients == found["killed"].recipients != ()


def test_two_deeds_stay_two() -> None:
    found = events("Rebels shelled Gao on Sunday and kidnapped a judge on Monday.")
    assert all(event.same_as is None for event in found.values())


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Togo signed a truce on Monday, twelve days after an ambush near Gao.", "ambush", "2024-02-21"),
        ("The minister resigned on Tuesday, two days after the attack on the base.", "attack", "2024-03-03"),
        ("The minister resigned on Tuesday, two days after rebels attacked the base.", "attacked", "2024-03-03"),
        ("The minister resigned on Tuesday, nearly two months after the attack on the base.", "attack", None),
        ("The minister resigned two days after the attack on the base.", "attack", None),
    ],
)
def test_a_day_is_counted_from_another(text: str, word: str, day: str | None) -> None:
    time = events(text)[word].time
    assert (time.from_ if time else None) == day


def test_what_came_days_before_was_elsewhere() -> None:
    found = events("Togo and Benin signed a truce in Lome on Monday, twelve days after an ambush.")
    assert found["signed"].place is not None
    assert found["ambush"].place is None
