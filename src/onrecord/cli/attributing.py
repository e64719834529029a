"""Naming another source for a statement or for the tellings of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.cli.reviewing import Review, put
from onrecord.errors import UsageError
from onrecord.schema.actor import Actor
from onrecord.schema.correction import Correction, Voice

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.schema.correction import Anchor
    from onrecord.schema.story_actor import StoryActor


def attribute(book: Record, what: str, only: tuple[str, ...], voice: Voice, to: str | None, review: Review) -> None:
    """Adds the correction: an actor's row goes with it, so that it holds whatever later readings know of him."""
    anchors = anchors_of(book, what, only)
    if voice == "outlet" and anchors[0].kind == "statement":
        raise UsageError(f"{what} is a statement, and somebody makes it. Name the event that is told without one.")
    row = book.actor(to) if to is not None else None
    put(book, correction(anchors, voice, row, review))


def anchors_of(book: Record, what: str, only: tuple[str, ...]) -> tuple[Anchor, ...]:
    """Where an event or, where there is none of this id, a statement stands."""
    statements = {row.statement for row in book.statements()}
    if what in statements:
        if only:
            raise UsageError("--only is for events; a statement has one source in all reports.")
        return book.statement_anchors(what)
    return book.event_anchors(what, only)


def correction(anchors: tuple[Anchor, ...], voice: Voice, row: StoryActor | None, review: Review) -> Correction:
    """The correction that names another source."""
    return Correction(
        action="re-attribute",
        anchors=anchors,
        voice=voice,
        actor_id=row.id if row else None,
        actor=as_actor(row) if row else None,
        by=review.by,
        why=review.why,
        on=review.day,
    )


def as_actor(row: StoryActor) -> Actor:
    """An actor of the record as a reading has it."""
    return Actor(name=row.name, kind=row.kind, country=row.country, sectors=row.sectors, wikidata=row.wikidata)
