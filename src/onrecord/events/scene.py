"""Scene: a sentence with its labels and what is known of it, and the fillers of slots in it."""

from __future__ import annotations

import msgspec

from onrecord.events.known import Known
from onrecord.schema.labels import SentenceLabels
from onrecord.schema.token import Sentence


class Slot(msgspec.Struct, frozen=True):
    """One filler of a slot: token range and the head token."""

    first: int
    last: int
    head: int


class Scene(msgspec.Struct, frozen=True):
    """A sentence with its number and its labels, for the questions that the events stage asks."""

    text: str
    number: int
    sentence: Sentence
    labels: SentenceLabels
    known: Known

    def start(self, token: int) -> int:
        """The offset at which a token begins."""
        return self.sentence.tokens[token].start

    def word(self, token: int) -> str:
        return self.sentence.tokens[token].text
