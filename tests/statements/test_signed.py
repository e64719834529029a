"""Quotations that are signed with a name behind a dash, and those that a paragraph of its own announces."""

from __future__ import annotations

from onrecord import pipeline
from onrecord.acquire.text import article
from onrecord.schema.span import words

OPINIONS = """It is enough. “The minister should talk to the unions.” — Ana Prieto, Harbour Daily

“He has done nothing for us.” ― Sonia Herrero
“We are ashamed of what he said.”―Carlos Raúl Prieto

“The tax hurts those who have least.” — Editorial, New York Times"""

HEADING = """The mayor ended his speech with a plea. “We must not sell the port.”

-- How it all began:

In June the crane fell."""

ANNOUNCED = """Turnout has sunk since the merger.

Okot continued:

“The council has lost the trust of the people. It will not come back.”

The vote is on Monday."""


def _told(text: str) -> list[tuple[str, str, str]]:
    reading = pipeline.read(article(text, id="a", published="2023-09-06"))
    return [
        (words(text, one.source.spans), words(text, one.cue), words(text, one.content)) for one in reading.statements
    ]


def test_whoever_signs_a_quotation_says_it() -> None:
    """The dash is the cue; the name is the source, without what the speaker is or where he wrote it."""
    assert _told(OPINIONS) == [
        ("Ana Prieto", "—", "The minister should talk to the unions."),
        ("Sonia Herrero", "―", "He has done nothing for us."),
        ("Carlos Raúl Prieto", "―", "We are ashamed of what he said."),
        ("New York Times", "—", "The tax hurts those who have least."),
    ]


def test_a_heading_behind_a_dash_signs_nothing() -> None:
    assert _told(HEADING) == []


def test_a_paragraph_that_ends_with_a_colon_announces_the_quotation_behind_it() -> None:
    assert _told(ANNOUNCED) == [
        ("Okot", "continued", "The council has lost the trust of the people. It will not come back.")
    ]
