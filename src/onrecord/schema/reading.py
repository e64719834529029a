"""Reading: all that one article says, as `onrecord read --format jsonl` writes it."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.actor import Actor, Mention
from onrecord.schema.article import ArticleInfo
from onrecord.schema.event import Event
from onrecord.schema.place import Place, PlaceMention
from onrecord.schema.statement import Statement
from onrecord.schema.time import TimeExpression

SCHEMA: Literal["onrecord/1"] = "onrecord/1"


class Reader(msgspec.Struct, frozen=True):
    """Which reader made a reading: the package's version, the tagger's and the tables'."""

    version: str
    model: str
    tables: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One article, read. The rows point at each other by id and at the text by offsets."""

    schema: Literal["onrecord/1"] = SCHEMA
    id: str
    reader: Reader
    article: ArticleInfo
    times: tuple[TimeExpression, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    gazetteer: dict[str, Place] = {}
    actors: dict[str, Actor] = {}
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()


class Unread(msgspec.Struct, frozen=True):
    """An item that could not be read, and why."""

    id: str | None
    error: str
