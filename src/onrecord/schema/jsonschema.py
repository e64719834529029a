"""The JSON Schemas of what onrecord writes, made from the types: a reading, and a row of a record's export."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

import msgspec

from onrecord.schema.correction import Correction
from onrecord.schema.reading import Reading, Unread
from onrecord.schema.report import Report
from onrecord.schema.story import Story
from onrecord.schema.story_actor import StoryActor
from onrecord.schema.story_event import StoryEvent
from onrecord.schema.story_place import StoryPlace
from onrecord.schema.story_statement import StoryStatement

DIALECT = "https://json-schema.org/draft/2020-12/schema"
READING = (Reading, Unread)
RECORD = (Report, StoryActor, StoryPlace, Story, StoryStatement, StoryEvent, Correction)


def reading_schema() -> dict[str, Any]:
    """The JSON Schema of a line of `onrecord read --format jsonl`: a reading, or an article that could not be read."""
    return _schema("onrecord/1", "One line of `onrecord read --format jsonl`.", READING)


def record_schema() -> dict[str, Any]:
    """The JSON Schema of a line of `onrecord export --format jsonl`; the field `type` tells the rows apart.

    Corrections are written only where `--corrections` asks for them.
    """
    return _schema("onrecord-record/1", "One line of `onrecord export --format jsonl`.", RECORD)


def _schema(title: str, description: str, lines: tuple[type[msgspec.Struct], ...]) -> dict[str, Any]:
    """The schema of a line that is one of some types, all types that these are made of beside it."""
    schemas, parts = msgspec.json.schema_components(lines, ref_template="#/$defs/{name}")
    return {
        "$schema": DIALECT,
        "title": title,
        "description": description,
        "anyOf": list(schemas),
        "$defs": {name: _described(part) for name, part in sorted(parts.items())},
    }


def _described(part: dict[str, Any]) -> dict[str, Any]:
    """A type with its docstring as running text: how a docstring is indented depends on the version of Python."""
    paragraphs = cleandoc(part["description"]).split("\n\n") if "description" in part else []
    return part | ({"description": "\n".join(" ".join(p.split()) for p in paragraphs)} if paragraphs else {})
