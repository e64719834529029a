"""The tables of actors are in order, and the linter sees where they are not."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.knowledge import lint
from onrecord.knowledge.actors import load
from onrecord.knowledge.names import index, words_of


def test_tables_are_in_order() -> None:
    """The bundled tables have no wrong code or date, no repeat, and no name of two actors."""
    assert lint.lint() == []


@pytest.mark.parametrize(
    ("text", "good"), [("2023-09-05", True), ("2023-09", True), ("2023", True), ("2023-13", False), ("23-09-05", False)]
)
def test_dates(text: str, good: bool) -> None:
    """Years, months and days are dates where the calendar has them."""
    assert lint.is_date(text) is good


def test_names_of_two_actors_are_told() -> None:
    """A name that two actors bear is a problem; of two persons it is not."""
    table = load()
    names = index([("Sea Guard", "un"), ("Sea Guard", "nato"), ("Li Wei", "xi-jinping"), ("Li Wei", "hu-jintao")])
    clashes = list(lint._clashes(msgspec.structs.replace(table, names=names)))
    assert [problem for problem in clashes if "Sea Guard" in problem]
    assert not [problem for problem in clashes if "Li Wei" in problem]


def test_every_sector_and_kind_is_used() -> None:
    """The tables reach every continent: a hundred states at least have a person in office in them."""
    table = load()
    assert len({office.country for offices in table.offices.values() for office in offices}) > 180


def test_words_of_a_name() -> None:
    """A name is cut as a text is: possessives and commas stand alone."""
    assert words_of("Moody's") == ("Moody", "'s")
    assert words_of("Foreign, Commonwealth & Development Office") == (
        *("Foreign", ",", "Commonwealth", "&", "Development", "Office"),
    )
