"""Statements across reports: the same words of the same source are one statement, wherever they are carried."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from onrecord.schema.answer import Answer
from onrecord.schema.reading import Reading
from onrecord.schema.statement import Statement
from onrecord.schema.story_statement import Speaker, StoryStatement
from onrecord.story.ids import actor_id, cut, folded, global_id, publication_key

OWN_WORDS = 4
"""Contents of fewer words ("to quit") are one statement only within a text and its copies."""


class Saying(msgspec.Struct, frozen=True):
    """A statement as one report carries it.

    `row` is its row if no other report carried it, `statement` its id in the report, `published` the moment of
    publication and `place` its place among the report's statements. `named` are those who speak and can be named by
    other reports; `said` and `spoken` are the words said, and those for the speaker, as they are compared.
    """

    row: StoryStatement
    statement: str
    published: str | None
    place: int
    named: tuple[str, ...]
    said: str
    spoken: str

    @property
    def id(self) -> str:
        """The record's id."""
        return self.row.id

    @property
    def report(self) -> str:
        """The report that carries it."""
        return self.row.reports[0]

    @property
    def order(self) -> tuple[bool, str, str, int]:  # A sort key.
        """By publication, undated ones last, then by report and place."""
        return (self.published is None, self.published or "", self.report, self.place)


def sayings_of(reading: Reading) -> tuple[Saying, ...]:
    """The statements of a report."""
    return tuple(saying(reading, statement, place) for place, statement in enumerate(reading.statements))


def saying(reading: Reading, statement: Statement, place: int) -> Saying:
    """One statement of a report."""
    return Saying(
        row=draft(reading, statement),
        statement=statement.id,
        published=reading.article.published,
        place=place,
        named=tuple(sorted(name for name in statement.source.actors if not is_local(reading, name))),
        said=folded(cut(reading, statement.content)),
        spoken=folded(cut(reading, statement.source.spans)),
    )


def sayings(readings: Iterable[Reading], originals: Mapping[str, str]) -> tuple[tuple[Saying, ...], ...]:
    """The appearances of each statement, the earliest first; statements by their earliest appearance."""
    groups: dict[tuple[str, ...], list[Saying]] = defaultdict(list)
    for reading in sorted(readings, key=publication_key):
        for saying in sayings_of(reading):
            groups[identity(saying, originals.get(reading.id, reading.id))].append(saying)
    return tuple(tuple(group) for group in groups.values())


def identity(saying: Saying, text: str) -> tuple[str, ...]:
    """What two appearances of one statement have in common: source, stance and words; unnamed sources and a few words
    are only the same within one text (`text` is the id of its original)."""
    who = saying.named or (f"{text} {saying.spoken}",)
    where = "" if saying.said.count(" ") >= OWN_WORDS - 1 else f"{text} {saying.statement}"
    return (saying.row.stance, saying.said, where, *who)


def is_local(reading: Reading, actor: str) -> bool:
    """True for somebody of this report alone."""
    known = reading.actors.get(actor)
    return known is None or known.local


def draft(reading: Reading, statement: Statement) -> StoryStatement:
    """The row of a statement if no other report carried it, and nothing were known to rest on it."""
    return StoryStatement(
        id=global_id(reading.id, statement.id),
        source=Speaker(
            text=cut(reading, statement.source.spans),
            actors=tuple(actor_id(reading, name) for name in statement.source.actors),
            anonymous=statement.source.anonymous,
        ),
        via=tuple(actor_id(reading, name) for name in statement.via),
        stance=statement.stance,
        quote=statement.quote,
        channel=statement.channel,
        cue=cut(reading, statement.cue),
        text=" … ".join(cut(reading, (span,)) for span in statement.content),
        time=statement.time.plain if statement.time else None,
        reports=(reading.id,),
    )


def statement_row(group: tuple[Saying, ...], about: tuple[str, ...], answers: tuple[Answer, ...]) -> StoryStatement:
    """The row of a statement, in the words of its earliest appearance."""
    return msgspec.structs.replace(
        group[0].row,
        time=next((saying.row.time for saying in group if saying.row.time), None),
        reports=tuple(dict.fromkeys(saying.report for saying in group)),
        about=about,
        answers=answers,
    )
