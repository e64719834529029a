"""What the actors stage finds, and the values that travel within it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Literal

import msgspec

from onrecord.knowledge import actors as tables
from onrecord.knowledge.actors import KnownActor, Match
from onrecord.schema.actor import Actor, ActorKind, Mention
from onrecord.schema.article import Credit
from onrecord.schema.labels import Chunk, NameType, SentenceLabels
from onrecord.schema.token import Sentence

Gender = Literal["m", "f"]


class ActorsFound(msgspec.Struct, frozen=True):
    """The mentions of an article in the order of the text, the actors for which they stand, and whom it credits."""

    mentions: tuple[Mention, ...]
    actors: dict[str, Actor]
    credits: tuple[Credit, ...] = ()


class Setting(msgspec.Struct, frozen=True, dict=True):
    """What an article tells about whom its names can mean: its day, and the words of its sentences."""

    on: date | None
    sentences: tuple[Sequence[str], ...]

    @cached_property
    def states(self) -> frozenset[str]:
        """The states of which the article tells by a sure name, an adjective or a seat of government."""
        table = tables.load()
        found = set()
        for words in self.sentences:
            for i, word in enumerate(words):
                if word[:1].isupper():
                    told = table.states.state_at(words, i)
                    match = table.find(words, i, self.on)
                    entry = table.get(match.actor, self.on) if match is not None else None
                    found.add(told[0] if told else entry.country if entry else table.states.government_of(word))
        return frozenset(code for code in found if code is not None)


class Line(msgspec.Struct, frozen=True):
    """A sentence with its labels. `number` counts the sentences of the article."""

    number: int
    sentence: Sentence
    labels: SentenceLabels
    words: Sequence[str]
    setting: Setting

    def named(self, first: int, last: int) -> NameType | None:
        """The type of the name that the tagger sees in just these tokens."""
        return next((n.type for n in self.labels.names if n.first == first and n.last == last), None)

    def match(self, i: int) -> Match | None:
        """The known name that starts at token `i`; one that is often something else only in an article that tells of
        its state ("Congress" beside "Washington")."""
        found = tables.load().find(self.words, i, self.setting.on, unsure=True)
        if found is None or found.sure:
            return found
        entry = self.known(found.actor)
        near = entry is not None and entry.country in self.setting.states
        return found if near else None

    def known(self, actor: str | None) -> KnownActor | None:
        """The actor of the tables with that id, as it was on the day of the article."""
        return tables.load().get(actor, self.setting.on) if actor else None


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
