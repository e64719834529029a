"""The status of an event by the words that tell it, over the contract's table."""

from __future__ import annotations

import pytest

from onrecord import read
from onrecord.schema.event import Event


def event(text: str, word: str) -> Event:
    """The event whose predicate has that word."""
    reading = read(text, published="2024-03-06")
    return next(e for e in reading.events if word in e.predicate[0].cut(text))


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Chile's president visited Peru on Monday.", "visited", "happened"),
        ("Chile's president has visited Peru twice this year.", "visited", "happened"),
        ("Chile's president is visiting Peru.", "visiting", "ongoing"),
        ("Chile's president will visit Peru in May.", "visit", "planned"),
        ("Chile's president is to visit Peru in May.", "visit", "planned"),
        ("Chile's president plans to visit Peru.", "visit", "planned"),
        ("Chile's president may visit Peru.", "visit", "possible"),
        ("Chile's president is considering whether to visit Peru.", "visit", "possible"),
        ("If Chile's president visits Peru, the talks will go on.", "visits", "possible"),
        ("Chile's president should visit Peru.", "visit", "called_for"),
        ("Senators urged Chile's president to visit Peru.", "visit", "called_for"),
        ("Chile's president did not visit Peru.", "visit", "not_happened"),
        ("Chile's president failed to visit Peru.", "visit", "not_happened"),
        ("Aides spread the conspiracy theory that Chile's president visited Peru.", "visited", "not_happened"),
        ("The notion that Chile's president visited Peru was raised.", "visited", "possible"),
        ("Chile's president cancelled a visit to Peru.", "visit", "not_happened"),
        ("Chile's president denied visiting Peru.", "visiting", "denied"),
        ("Chile's president denied that he planned to visit Peru.", "visit", "denied"),
        ("Chile's president managed to visit Peru.", "visit", "happened"),
        ("Chile's president would have visited Peru.", "visited", "not_happened"),
        ("Chile's president said he would visit Peru.", "visit", "planned"),
        ("Chile's president had to visit Peru.", "visit", "happened"),
        ("The ministry insisted that Chile's president had visited Peru.", "visited", "happened"),
        ("Chile's president was against visiting Peru.", "visiting", "possible"),
        ("Peru's ministry is saying that rebels have attacked a village.", "attacked", "happened"),
    ],
)
def test_the_words_decide_the_status(text: str, word: str, status: str) -> None:
    """Tense, modals, negation and governing words give the status, whoever says so."""
    assert event(text, word).status == status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Chile's president will not visit Peru.", "visit", "planned"),
        ("Chile's president vowed not to visit Peru.", "visit", "planned"),
        ("Senators urged Chile's president not to visit Peru.", "visit", "called_for"),
        ("Chile's president might not visit Peru.", "visit", "possible"),
        ("Senators urged Chile's army to stop shelling the town.", "shelling", "called_for"),
    ],
)
def test_what_is_not_to_happen_is_negated(text: str, word: str, status: str) -> None:
    """A plan, a call or a chance that something does not happen is negated."""
    found = event(text, word)
    assert (found.status, found.negated) == (status, True)


def test_no_status_but_happened_is_told_of_a_bare_past() -> None:
    """A claim keeps its status, and the word that it rests on."""
    text = "Chile's president visited Peru, the ministry of defence said."
    found = event(text, "visited")
    assert (found.status, found.statement) == ("happened", "s1")


def test_what_a_denial_takes_for_granted_is_not_denied() -> None:
    """ "denied firing on the boat that it seized": the seizing stands."""
    text = "Peru's navy denied that it had fired on a boat that it seized on Monday."
    statuses = {e.predicate[0].cut(text): e.status for e in read(text, published="2024-03-06").events}
    assert statuses == {"fired": "denied", "seized": "happened"}


def test_what_is_rejected_was_said() -> None:
    """Rejecting an accusation takes for granted that somebody else made it."""
    found = event("Chile rejected the accusations against Peru.", "accusations")
    assert (found.status, found.actors) == ("happened", ())


def test_nobody_who_admits_denies_nothing() -> None:
    """Where no group admits an attack, nobody denies it, and nobody is named for it."""
    reading = read("No group has admitted carrying out the attack on the police in Peru.", published="2024-03-06")
    assert all(e.status != "denied" and not e.actors for e in reading.events)


def test_would_in_what_was_said_is_a_plan_and_under_a_condition_is_not() -> None:
    """What a source said that it would do is planned; what it would do if something happened is possible."""
    assert event("Chile said on Monday it would impose sanctions on Peru.", "impose").status == "planned"
    assert event("Chile said it would impose sanctions on Peru if talks failed.", "impose").status == "possible"


def test_a_charge_leaves_its_neighbours_alone() -> None:
    """Denouncing is one act and accusing another; neither is a charge of the other."""
    assert event("Chile denounced Peru on Sunday, accusing it of ramming a boat.", "accusing").status == "happened"


def test_a_quotation_mark_does_not_part_an_infinitive_from_its_governor() -> None:
    """What begins its quotation after "to" still depends on the verb before."""
    found = event('The ministers vowed "not to... cooperate with Peru on the plan".', "cooperate")
    assert (found.status, found.negated) == ("planned", True)
