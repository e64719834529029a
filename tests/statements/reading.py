"""The statements of a few sentences, as words: what the tests of this folder compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from onrecord import times
from onrecord.schema.actor import Actor, Mention
from onrecord.schema.article import Article
from onrecord.schema.span import words
from onrecord.schema.statement import Statement
from onrecord.segment import segment
from onrecord.statements import read
from onrecord.tagger import label


class Told(msgspec.Struct, frozen=True):
    """A statement in words, and the statement itself."""

    source: str
    cue: str
    content: str
    row: Statement


def told(
    text: str, actors: Mapping[str, Actor] | None = None, named: Mapping[str, str] | None = None
) -> tuple[Told, ...]:
    """The statements of a text published on Wednesday, 6 September 2023.

    `actors` are those of the text, by id; `named` gives words that stand for one, at their first place, and its id.
    """
    document = segment(Article(id="a", text=text, published="2023-09-06"))
    labels = label(document)
    mentions = [_mention(text, name, key, actors or {}) for name, key in (named or {}).items()]
    dates = times.read(document, labels)
    rows = read(document, labels, mentions, actors or {}, dates, times.ties(document, labels, dates))
    return tuple(Told(words(text, r.source.spans), words(text, r.cue), words(text, r.content), r) for r in rows)


def _mention(text: str, name: str, key: str, actors: Mapping[str, Actor]) -> Mention:
    at = text.index(name)
    return Mention(start=at, end=at + len(name), text=name, kind=actors[key].kind, actor=key, how="test")


def only(rows: Sequence[Told]) -> Told:
    """The one statement that there must be."""
    (row,) = rows
    return row
