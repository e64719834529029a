"""What the actors stage finds, and the values that travel within it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from onrecord.schema.actor import Actor, ActorKind, Mention
from onrecord.schema.article import Credit
from onrecord.schema.labels import Chunk, SentenceLabels
from onrecord.schema.token import Sentence

Gender = Literal["m", "f"]


class ActorsFound(msgspec.Struct, frozen=True):
    """The mentions of an article in the order of the text, the actors for which they stand, and whom it credits."""

    mentions: tuple[Mention, ...]
    actors: dict[str, Actor]
    credits: tuple[Credit, ...] = ()


class Line(msgspec.Struct, frozen=True):
    """A sentence with its labels. `number` counts the sentences of the article."""

    number: int
    sentence: Sentence
    labels: SentenceLabels
    words: Sequence[str]


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """A noun phrase that may stand for somebody, taken apart.

    `first` to `last` are the tokens of the mention (of a person with a title, the name alone); `name` are its words.
    `known` is the id of an actor of the tables. `role` is the role noun in or before it ("defense minister"),
    `sectors`, `country` and `gender` are what the phrase tells. `definite` is true for "the minister".
    """

    line: Line
    chunk: Chunk
    first: int
    last: int
    kind: ActorKind | None
    name: str
    known: str | None = None
    role: str | None = None
    sectors: tuple[str, ...] = ()
    country: str | None = None
    gender: Gender | None = None
    body: bool = False
    office: bool = False
    anonymous: bool = False
    definite: bool = False
    plural: bool = False
    how: str = "name"

    @property
    def start(self) -> int:
        return self.line.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        return self.line.sentence.tokens[self.last - 1].end
