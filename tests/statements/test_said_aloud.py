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
    ("Some have criticized the verdict, arguing Okot was a clerk.", "arguing", "Some", "asserts"),
    (
        "In a note, the founder called the plan to charge Okot a “double standard.”",
        "called",
        "the founder",
        "asserts",
    ),
    ("A bevy of women accused him of fraud.", "accused", "A bevy of women", "accuses"),
    ("The chief called her account “pure invention”.", "called", "The chief", "denies"),
    (
        "Okot said there was no threat, a version his aide contradicted the same evening.",
        "contradicted",
        "his aide",
        "denies",
    ),
    ("The crew had been ordered by pirates to keep silent.", "had been ordered", "pirates", "urges"),
    ("The envoy wrote to Rome on Friday asking it to explain the delay.", "asking", "The envoy", "urges"),
    (
        "Asked about the plot, the mayor replied that this was “wrong in every respect”.",
        "replied",
        "the mayor",
        "denies",
    ),
    ("“Do you know the law? Nobody reads it,” the mayor asked.", "asked", "the mayor", "asserts"),
    ("Said Prieto: “I do not think they care about us.”", "Said", "Prieto", "asserts"),
)
UNSAID = (
    "It is worth noting that the bridge was closed in May.",
    "Let's say the bank pays you four percent.",
    "Say Chile demanded that the miners return.",
    "Readers may not let editorials tell them how to vote.",
    "We hope that in May the party says it is sorry.",
    "They were looking for a place from which to attack the mayor and demand that the party disown him.",
    "Soon they'll be back to praising the coach.",
    "A clerk who asked for anonymity left the room.",
    "The clerk was jailed after disclosing secret documents of the navy to a paper.",
    "The harbour report: a prosecutor resigns.",
)


@pytest.mark.parametrize(("text", "cue", "source", "stance"), SAID)
def test_what_was_said(text: str, cue: str, source: str, stance: str) -> None:
    """There is a statement with this cue, source and stance."""
    reading = pipeline.read(article(text, id="a", published="2023-09-06"))
    told = [(words(text, one.cue), words(text, one.source.spans), one.stance) for one in reading.statements]
    assert (cue, source, stance) in told


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


CONTENTS = (
    (
        "The base, the lower part and a finger were reportedly damaged.",
        "The base, the lower part and a finger were damaged",
    ),
    ("After the march drew crowds — and reportedly angered the mayor — the organisers left.", "angered the mayor"),
    ("Now that they've concluded that case won't work, they want him back.", "that case won't work"),
    (
        "The ministry told allies not to use the engine because it may fail.",
        "allies not to use the engine because it may fail",
    ),
)


@pytest.mark.parametrize(("text", "content"), CONTENTS)
def test_what_is_said(text: str, content: str) -> None:
    """The words said are whole, and no more than that."""
    reading = pipeline.read(article(text, id="a", published="2023-09-06"))
    assert content in [words(text, one.content) for one in reading.statements]


def test_both_who_are_joined_speak() -> None:
    text = "President Joe Biden and the White House have hailed the ruling as a victory."
    reading = pipeline.read(article(text, id="a", published="2023-09-06"))
    assert len(reading.statements[0].source.actors) == 2


def test_a_channel_before_its_day() -> None:
    text = "The bridge is safe, Berit Aune said in a telephone interview Monday."
    reading = pipeline.read(article(text, id="a", published="2023-09-06"))
    assert [one.channel for one in reading.statements] == ["phone interview"]


def test_what_hangs_on_a_letter_is_not_said_by_who_posted_it() -> None:
    text = "In his letter, which the newspaper posted online, he says that the minister lied."
    reading = pipeline.read(article(text, id="a", published="2023-09-06"))
    assert [words(text, one.cue) for one in reading.statements] == ["says"]


def test_a_number_is_nobody() -> None:
    """What is only counted is no source, and only one cue stands for what is written and asked."""
    text = "Experts had advised against opening the schools, citing the number of cases."
    reading = pipeline.read(article(text, id="a", published="2023-09-06"))
    assert [words(text, one.cue) for one in reading.statements] == ["had advised against"]


def test_a_verb_that_comes_again_goes_on() -> None:
    """The second "said" is the speaker's, and no part of what was said before."""
    text = "She said that no proof was found that the clerks plotted with Rusk but said nobody was cleared."
    reading = pipeline.read(article(text, id="a", published="2023-09-06"))
    said = [one for one in reading.statements if words(text, one.cue) == "said"]
    assert [(words(text, one.content), one.within) for one in said] == [
        ("no proof was found that the clerks plotted with Rusk", None),
        ("nobody was cleared", None),
    ]
