"""Sentences over the sixteen types in many constructions: type, status and parties of the event that each tells."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from onrecord import read
from onrecord.schema.event import Event
from onrecord.schema.span import Spans


class Told(msgspec.Struct, frozen=True):
    """A sentence with what is right of one of its events. A party is a word of it, "-" nobody, "*" not asked; "/"
    stands between what is right alike, "none" is right where the word has no row. A sentence of which nothing is to be
    read has "-" for the word."""

    text: str
    word: str
    type: str
    status: str
    actor: str
    recipient: str
    unsolved: str = ""


def _rows() -> tuple[Told, ...]:
    found: list[Told] = []
    for name in (
        "sentences.tsv",
        "sentences2.tsv",
        "sentences3.tsv",
        "sentences4.tsv",
        "sentences5.tsv",
        "sentences_speech.tsv",
        "sentences_harm.tsv",
        "sentences_news.tsv",
        "sentences_claims.tsv",
        "sentences_visits.tsv",
        "sentences_plans.tsv",
    ):
        lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
        found += [Told(*line.split("\t")) for line in lines if not line.startswith("#")]
    return tuple(found)


def _has(text: str, asked: str, spans: Spans) -> bool:
    words = " ".join(span.cut(text) for span in spans).lower()
    return any(one == "*" or (not words if one == "-" else one.lower() in words) for one in asked.split("/"))


def _is_right(told: Told, event: Event) -> bool:
    status = f"{event.status} not" if event.negated else event.status
    parties = _has(told.text, told.actor, event.actor_spans) and _has(told.text, told.recipient, event.recipient_spans)
    return event.type in told.type.split("/") and status in told.status.split("/") and parties


def _is_read(told: Told) -> bool:
    """True where an event with that word is right in all that is asked."""
    events = read(told.text, published="2024-03-06").events
    if told.word == "-":
        return not events
    word = "/".join(one.split(" ")[0] for one in told.word.split("/"))
    found = [e for e in events if _has(told.text, word, e.predicate)]
    return any(_is_right(told, e) for e in found) or (not found and "none" in told.status.split("/"))


@pytest.mark.parametrize(
    "told", [row for row in _rows() if not row.unsolved], ids=lambda row: f"{row.text} [{row.word}]"
)
def test_an_event_is_read(told: Told) -> None:
    """The event has its type, its status and its parties; where there is none, no row comes."""
    assert _is_read(told)


def test_what_is_unsolved_is_listed_as_such() -> None:
    """A sentence that is read by now is no longer listed as unsolved."""
    assert [row.text for row in _rows() if row.unsolved and _is_read(row)] == []
