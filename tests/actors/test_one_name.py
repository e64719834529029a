"""Tests of names that reports write in several ways, and of families: who has which id, and whom a surname means."""

from __future__ import annotations

import pytest

from onrecord import read

VARNEYS = (
    "Former Rep. Jesse Varney Jr. pleaded guilty on Monday. Varney smiled. His wife, Sandra Varney, resigned. "
    "He owned a hat of Michael Varney."
)


def ids(text: str, words: str) -> set[str | None]:
    """The ids of those whom some words stand for."""
    return {mention.actor for mention in read(text, published="2016-08-31").mentions if mention.text == words}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Paul R. Trent", "Paul Trent"),
        ("Dave Brandt", "David Brandt"),
        ("Ed Marling", "Edward J. Marling"),
    ],
)
def test_papers_write_one_name_in_several_ways(one: str, other: str) -> None:
    found = ids(f"{one} spoke in Boston on Monday.", one)
    assert len(found) == 1
    assert found == ids(f"{other} spoke in Boston on Monday.", other)


def test_two_of_one_usual_name_in_one_report_are_two() -> None:
    text = "John A. Moss met John B. Moss in Boston on Monday."
    assert ids(text, "John A. Moss") != ids(text, "John B. Moss")


@pytest.mark.parametrize(
    "more",
    ["[Varney] told the judge that he was ill.", "“I am ill,” Mr. [Varney] said.", "[Varney] said he was sorry."],
)
def test_a_surname_is_not_that_of_who_is_named_by_the_way(more: str) -> None:
    text = f"{VARNEYS} {more.replace('[', '').replace(']', '')}"
    assert ids(text, "Varney") == {"x-jesse-varney-jr"}


def test_a_surname_is_not_that_of_who_is_named_later() -> None:
    text = "Finance chief Jesse Varney Jr. left on Monday. Varney owned a hat of Michael Varney."
    assert ids(text, "Varney") == {"x-jesse-varney-jr"}


def test_of_three_of_one_surname_a_couple_is_the_family() -> None:
    assert ids(f"{VARNEYS} The Varneys left.", "The Varneys") == {"x-jesse-varney-jr", "x-sandra-varney"}


def test_of_three_strangers_no_family_is_made() -> None:
    text = "Jesse Varney met Paul Varney and Michael Varney in Boston. The Varneys left."
    assert ids(text, "The Varneys") <= {None}


def test_a_junior_is_his_own_name_without_it() -> None:
    """Unless the report tells what each of the two is."""
    text = (
        "Prosecutors charged Roger J. Marlin Jr. on Monday. “Roger Marlin is a liar,” the mayor said. Mr. Marlin left."
    )
    assert ids(text, "Roger J. Marlin Jr.") == ids(text, "Roger Marlin") == ids(text, "Marlin") == {"x-roger-marlin"}
    two = "Former Rep. Jesse Varney Jr. came with his father, Rev. Jesse Varney."
    assert ids(two, "Jesse Varney Jr.") == {"x-jesse-varney-jr"}
    assert ids(two, "Jesse Varney") == {"x-jesse-varney"}
