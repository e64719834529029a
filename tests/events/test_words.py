"""Words: which sense of the lexicon a predicate is, by its forms, its particle and what stands around it."""

from __future__ import annotations

import pytest

from onrecord import read
from onrecord.schema.event import Event


def events(text: str) -> list[Event]:
    return list(read(text, published="2024-03-06").events)


@pytest.mark.parametrize(
    ("text", "type_", "word"),
    [
        ("Police teargassed bakers in Lima.", "ASSAULT", "teargassed"),
        ("Peru called on Chile to open the border.", "REQUEST", "called on"),
        ("Soldiers sealed off the market in Lima.", "COERCE", "sealed off"),
        ("Bakers walked off the job in Lima.", "PROTEST", "walked off"),
        ("Peru opened fire on a Chilean boat.", "ASSAULT", "opened"),
        ("Police took the editor into custody in Lima.", "COERCE", "took"),
        ("Peru imposed sanctions on Chile.", "SANCTION", "imposed"),
        ("Envoys of Peru held three hours of talks with Chile.", "CONSULT", "held"),
        ("Peru insists that the poet be freed.", "REQUEST", "insists"),
        ("The army was put on high alert in Peru.", "MOBILIZE", "put"),
    ],
)
def test_a_phrase_is_one_event(text: str, type_: str, word: str) -> None:
    """Inflected forms, particles and light verbs lead to the rows of the lexicon, under the words of the predicate."""
    found = [e for e in events(text) if e.type == type_]
    assert [text[e.predicate[0].start : e.predicate[0].end] for e in found][:1] == [word]


@pytest.mark.parametrize(
    "text",
    [
        "The striker fired a shot past the keeper and Lima won.",
        "The coach was under fire from the fans after the match.",
        "Heavy rain attacked the senses of the tourists in Lima.",
        "The chef struck a balance between salt and sugar.",
        "She held the view that the budget would grow.",
        "The senator took issue at breakfast with the cold soup.",
    ],
)
def test_idioms_are_no_attacks(text: str) -> None:
    """Sport, weather and figures of speech tell no violence and no arrest."""
    assert not [e for e in events(text) if e.type in ("ASSAULT", "COERCE", "MOBILIZE")]


def test_a_gerund_after_its_governor_is_what_is_governed() -> None:
    """What is ruled out does not take place."""
    (sent,) = [e for e in events("Peru ruled out sending troops to Chile.") if e.type == "MOBILIZE"]
    assert sent.status in ("not_happened", "planned") and (sent.status == "not_happened" or sent.negated)


def test_a_gerund_that_is_a_subject_is_a_noun() -> None:
    """Fighting that rages is an event that nobody carries out by name."""
    (found,) = [e for e in events("Fighting flared again in the valley.") if e.type == "ASSAULT"]
    assert found.status == "happened"
