"""What was said and what was only supposed, hoped for or not let be said; who says it, in what words."""

from __future__ import annotations

import pytest

from onrecord import pipeline
from onrecord.acquire.text import article
from onrecord.schema.span import words

SAID = (
    ("The mayor took to Twitter on Sunday to accuse the governor of lying.", "to accuse", "The mayor", "accuses"),
    (
        "The envoy issued a statement to deny that he had met the rebels.",
        "issued a statement to deny",
        "The envoy",
        "denies",
    ),
    ("Miners marched to the court and called for the footage to be released.", "called for", "Miners", "urges"),
    ("A guard shouted at the drivers to turn back.", "shouted", "A guard", "urges"),
    ("The clerk messaged a friend saying that the fund was empty.", "saying", "The clerk", "asserts"),
    ("Okot was warned in advance that the boat would not wait.", "was warned", "", "warns"),
    ("Said Prieto: “I do not think they care about us.”", "Said", "Prieto", "asserts"),
)
UNSAID = (
    "It is worth noting that the bridge was closed in May.",
    "Let's say the bank pays you four percent.",
    "Say Chile demanded that the miners return.",
    "Readers may not let editorials tell them how to vote.",
    "We hope that in May the party says it is sorry.",
)


@pytest.mark.parametrize(("text", "cue", "source", "stance"), SAID)
def test_what_was_said(text: str, cue: str, source: str, stance: str) -> None:
    """There is one statement, with this cue, source and stance."""
    reading = pipeline.read(article(text, id="a", published="2023-09-06"))
    told = [(words(text, one.cue), words(text, one.source.spans), one.stance) for one in reading.statements]
    assert told == [(cue, source, stance)]


@pytest.mark.parametrize("text", UNSAID)
def test_what_was_not_said(text: str) -> None:
    """Nobody said it: no statement."""
    reading = pipeline.read(article(text, id="a", published="2023-09-06"))
    assert [words(text, one.cue) for one in reading.statements] == []


def test_who_reports_a_denial_denies_nothing() -> None:
    """The ministry denies the report; the agency only says so."""
    text = "The ministry called the report a fantasy, Belta said."
    reading = pipeline.read(article(text, id="a", published="2023-09-06"))
    assert [(words(text, one.cue), one.stance) for one in reading.statements] == [
        ("called", "denies"),
        ("said", "asserts"),
    ]


def test_a_report_in_a_paper_is_the_papers() -> None:
    """What others say in it is told by way of the paper."""
    text = "A report in the Guardian said UNICEF had warned the ministry that the stocks were running out."
    reading = pipeline.read(article(text, id="a", published="2023-09-06"))
    outer, inner = reading.statements
    assert [reading.actors[actor].name for actor in inner.via] == ["The Guardian"]
    assert (inner.within, outer.source.anonymous) == (outer.id, False)
