"""Persons whom an article calls by one name alone, and what is none of them."""

from __future__ import annotations

import pytest

from onrecord import read


def person(text: str, word: str) -> str | None:
    """The id of the person for whom a word stands."""
    reading = read(text, published="2024-03-06")
    return next((m.actor for m in reading.mentions if m.text == word and m.kind == "person"), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"We will not sign," Mr. Ferreira said on Monday.', "Ferreira"),
        ("On Tuesday, Bukowski told reporters that the deal was off.", "Bukowski"),
        ("Kowalczyk denied the charge. The court in Lodz will hear Kowalczyk in May.", "Kowalczyk"),
        ("Police arrested Moreno on Friday in Cali.", "Moreno"),
    ],
)
def test_one_name_is_a_person(text: str, name: str) -> None:
    """A name after a title, or one that acts as a person does, is somebody, in this article only and of no country."""
    id_ = person(text, name)
    assert id_ == f"~{name.lower()}"
    actor = read(text, published="2024-03-06").actors[id_]
    assert (actor.kind, actor.country, actor.local) == ("person", None, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("April said nothing. March ended with a strike.", "April"),
        ("Kharkov was shelled again.", "Kharkov"),
        ("The agency Fides, which is close to the Vatican, reports that two sides have signed.", "Fides"),
        ("The Endeavour left the port on Monday.", "Endeavour"),
        ("Arsenal beat Chelsea on Sunday, and Chelsea said it would appeal.", "Chelsea"),
    ],
)
def test_what_is_no_person(text: str, name: str) -> None:
    """Months, towns, agencies, ships and teams are no persons."""
    assert person(text, name) is None
