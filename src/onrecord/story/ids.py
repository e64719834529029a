"""Ids: how a record knows the rows of its readings, in which order, and words as they are compared."""

from __future__ import annotations

import re

from onrecord.schema.reading import Reading
from onrecord.schema.span import Span, words
from onrecord.story.days import ordinal

WORD = re.compile(r"\w+")


def global_id(report: str, row: str) -> str:
    """The id by which a record knows a row of a reading."""
    return f"{report}#{row}"


def actor_id(reading: Reading, actor: str) -> str:
    """The id by which a record knows an actor: somebody local is never the same in two reports."""
    known = reading.actors.get(actor)
    return global_id(reading.id, actor) if known is None or known.local else actor


def publication(reading: Reading) -> int | None:
    """The day of publication as an ordinal."""
    return ordinal(reading.article.published) if reading.article.published else None


def publication_key(reading: Reading) -> tuple[bool, str, str]:  # A sort key.
    """By moment of publication, undated ones last, then by id."""
    published = reading.article.published
    return (published is None, published or "", reading.id)


def folded(text: str) -> str:
    """The words of a text in small letters, without marks, parted by single spaces."""
    return " ".join(WORD.findall(text.casefold()))


def cut(reading: Reading, spans: tuple[Span, ...]) -> str:
    """The words of spans, line breaks made spaces."""
    return " ".join(words(reading.article.text, spans).split())
