"""Statements across reports: the same words of the same source are one statement, wherever they are carried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from onrecord.schema.answer import Answer
from onrecord.schema.reading import Reading
from onrecord.schema.statement import Statement
from onrecord.schema.story_statement import Speaker, StoryStatement
from onrecord.story.tellings import actor_id, cut, folded, global_id, publication_key

OWN_WORDS = 4
"""Contents of fewer words ("to quit") are one statement only within a text and its copies."""


class Saying(msgspec.Struct, frozen=True):
    """A statement as one report carries it."""

    reading: Reading
    statement: Statement

    @property
    def id(self) -> str:
        return global_id(self.reading.id, self.statement.id)


def sayings(readings: Iterable[Reading], originals: Mapping[str, str]) -> tuple[tuple[Saying, ...], ...]:
    """The appearances of each statement, the earliest first; statements by their earliest appearance."""
    groups: dict[tuple[str, ...], list[Saying]] = defaultdict(list)
    for reading in sorted(readings, key=publication_key):
        for statement in reading.statements:
            saying = Saying(reading, statement)
            groups[identity(saying, originals.get(reading.id, reading.id))].append(saying)
    return tuple(tuple(group) for group in groups.values())


def identity(saying: Saying, text: str) -> tuple[str, ...]:
    """What two appearances of one statement have in common: source, stance and words; unnamed sources and a few words
    are only the same within one text (`text` is the id of its original)."""
    reading, statement = saying.reading, saying.statement
    said = folded(cut(reading, statement.content))
    named = sorted(name for name in statement.source.actors if not is_local(reading, name))
    who = named or [f"{text} {folded(cut(reading, statement.source.spans))}"]
    where = "" if said.count(" ") >= OWN_WORDS - 1 else f"{text} {statement.id}"
    return (statement.stance, said, where, *who)


def is_local(reading: Reading, actor: str) -> bool:
    """True for somebody of this report alone."""
    known = reading.actors.get(actor)
    return known is None or known.local


def statement_row(group: tuple[Saying, ...], about: tuple[str, ...], answers: tuple[Answer, ...]) -> StoryStatement:
    """The row of a statement, in the words of its earliest appearance."""
    reading, statement = group[0].reading, group[0].statement
    return StoryStatement(
        id=group[0].id,
        source=Speaker(
            text=cut(reading, statement.source.spans),
            actors=tuple(actor_id(reading, name) for name in statement.source.actors),
            anonymous=statement.source.anonymous,
        ),
        via=tuple(actor_id(reading, name) for name in statement.via),
        stance=statement.stance,
        quote=statement.quote,
        channel=statement.channel,
        text=" … ".join(cut(reading, (span,)) for span in statement.content),
        time=next((saying.statement.time.plain for saying in group if saying.statement.time), None),
        reports=tuple(dict.fromkeys(saying.reading.id for saying in group)),
        about=about,
        answers=answers,
    )
