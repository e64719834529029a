"""Lookup: what a person means by the id of an event or a statement, or by the name of an actor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.errors import UsageError
from onrecord.schema.correction import Anchor, Correction
from onrecord.schema.reading import Reading
from onrecord.schema.story_actor import StoryActor
from onrecord.schema.story_event import StoryEvent, StoryMention
from onrecord.story.anchors import statement_anchor
from onrecord.story.corrections import corrected, undone
from onrecord.story.derive import Derived
from onrecord.story.ids import folded, global_id
from onrecord.story.statements import sayings

WHERE = "`onrecord brief --ids` and `onrecord export` have the ids."


def find_event(derived: Derived, key: str) -> StoryEvent:
    """The event with this id, or that holds this telling. Raises UsageError where there is none."""
    for event in derived.events:
        if event.id == key or any(telling_id(mention) == key for mention in event.mentions):
            return event
    day = f" as of {derived.as_of.isoformat()}" if derived.as_of else ""
    raise UsageError(f"There is no event {key!r} in the record{day}. {WHERE}")


def ids_named(derived: Derived) -> dict[str, frozenset[str]]:
    """The ids of reports, actors and places that some events and statements name, by the kind of their rows."""
    events, statements = derived.events, derived.statements
    parties = (name for row in events for name in (*row.actors, *row.recipients, *(one.id for one in row.origins)))
    speakers = (name for row in statements for name in (*row.source.actors, *row.via))
    return {
        "head": frozenset(mention.report for row in events for mention in row.mentions),
        "actor": frozenset((*parties, *speakers)),
        "place": frozenset(row.place for row in events if row.place),
    }


def telling_id(mention: StoryMention) -> str:
    """The id of a telling."""
    return global_id(mention.report, mention.event)


def mentions_of(event: StoryEvent, only: tuple[str, ...]) -> tuple[StoryMention, ...]:
    """The tellings of an event; with `only`, those of these reports or with these ids. Raises UsageError for a report
    that does not tell of it."""
    for part in only:
        if not any(part in {mention.report, telling_id(mention)} for mention in event.mentions):
            reports = ", ".join(dict.fromkeys(mention.report for mention in event.mentions))
            raise UsageError(f"{part!r} does not tell of {event.id}. It is told by: {reports}.")
    chosen = set(only)
    return tuple(mention for mention in event.mentions if not only or chosen & {mention.report, telling_id(mention)})


def appearances(
    key: str, readings: Mapping[str, Reading], derived: Derived, corrections: Iterable[Correction]
) -> tuple[Anchor, ...]:
    """Where the statement with this id stands. Raises UsageError where there is none that a reader has found."""
    originals = {head.id: head.copy_of for head in derived.heads if head.copy_of}
    found = sayings(corrected(readings.values(), corrections), originals)
    group = next((group for group in found if any(saying.id == key for saying in group)), ())
    rows = ((readings[saying.report], saying.statement) for saying in group)
    anchors = (statement_anchor(reading, row) for reading, name in rows for row in reading.statements if row.id == name)
    if not (places := tuple(dict.fromkeys(anchors))):
        raise UsageError(f"There is no statement {key!r} in the record. {WHERE}")
    return places


def find_actor(actors: Iterable[StoryActor], name: str) -> StoryActor:
    """The actor with this id or name; else the only one with these words in its name. Raises UsageError where there is
    none, where there are several, and for somebody who is known to one report alone."""
    every = tuple(actors)
    sought = folded(name)
    ids = [row for row in every if row.id == name]
    exact = [row for row in every if sought in {folded(known) for known in (row.name, *row.names)}]
    part = [row for row in every if f" {sought} " in f" {folded(row.name)} "]
    found = next((rows for rows in (ids, exact, part) if rows), [])
    known = [row for row in found if "#" not in row.id]
    if found and not known:
        raise UsageError(f"{name!r} is known to one report alone, and cannot be named for another.")
    if not known:
        raise UsageError(f"No report of the record names {name!r}. `onrecord export` lists the actors.")
    if len(known) > 1:
        raise UsageError(f"{name!r} can be: {', '.join(row.id for row in known)}. Give one of these ids.")
    return known[0]


def check_undo(correction: Correction, every: tuple[Correction, ...]) -> None:
    """Raises UsageError where there is nothing to undo."""
    if correction.undoes not in {known.id for known in every}:
        raise UsageError(f"There is no correction {correction.undoes!r}. `onrecord review list` lists them.")
    if correction.undoes in undone(every):
        raise UsageError(f"{correction.undoes} is undone already. Undo the undoing to bring it back.")
