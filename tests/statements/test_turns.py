"""The turns of a printed conversation: each is said by whoever stands before its colon."""

from __future__ import annotations

from onrecord import pipeline
from onrecord.acquire.text import article
from onrecord.schema.reading import Reading
from onrecord.schema.span import words

TALK = """Ida Brandvold spoke with the harbour master, Paul Okot, on Sunday.

BRANDVOLD: Will the pier be open on Monday?

OKOT: No. My engineers said that the piles are rotten. We need a month.

BRANDVOLD: Who pays for it?

OKOT: The port does."""

LISTS = """Winner: the ferry company.

Loser: everybody else.

Winner: the port.

Loser: the fishermen."""


def _read(text: str) -> Reading:
    return pipeline.read(article(text, id="a", published="2023-09-06"))


def test_each_turn_is_a_statement_of_its_speaker() -> None:
    reading = _read(TALK)
    told = [
        (reading.actors[said.source.actors[0]].name, words(TALK, said.content), said.quote)
        for said in reading.statements
        if words(TALK, said.cue) == ":"
    ]
    assert told == [
        ("Ida Brandvold", "Will the pier be open on Monday", "direct"),
        ("Paul Okot", "No. My engineers said that the piles are rotten. We need a month", "direct"),
        ("Ida Brandvold", "Who pays for it", "direct"),
        ("Paul Okot", "The port does", "direct"),
    ]


def test_what_others_said_stands_within_a_turn() -> None:
    reading = _read(TALK)
    inner = next(said for said in reading.statements if words(TALK, said.cue) == "said")
    assert inner.within is not None and [reading.actors[actor].name for actor in inner.via] == ["Paul Okot"]


def test_labels_that_are_nobody_speak_no_turns() -> None:
    assert not _read(LISTS).statements
