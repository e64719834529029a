"""StoryStatement: one saying of one source, with all reports that carry it."""

from __future__ import annotations

import msgspec

from onrecord.schema.answer import Answer
from onrecord.schema.statement import QuoteKind, Stance
from onrecord.schema.time import When


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks: the words of the first report, and the actors they stand for."""

    text: str
    actors: tuple[str, ...]
    anonymous: bool


class StoryStatement(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="statement"):
    """A statement of a record.

    `id` is `REPORT#ID` of its earliest appearance, `text` its content and `cue` its reporting words as that report has
    them, `reports` all reports that carry the same words of the same source. `about` are the ids of the events that
    rest on it, `answers` the statements that it confirms, denies, corrects, retracts or declines to speak of.
    """

    id: str
    source: Speaker
    via: tuple[str, ...] = ()
    stance: Stance
    quote: QuoteKind
    channel: str | None = None
    cue: str = ""
    text: str
    time: When | None = None
    reports: tuple[str, ...]
    about: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
