"""Events: the row of each event, from its tellings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from onrecord.schema.event import Quantity, Thing
from onrecord.schema.origin import Origin
from onrecord.schema.story_event import StoryEvent, StoryMention
from onrecord.story.history import history
from onrecord.story.origins import Provenance, Told, origins, tell
from onrecord.story.standing import best_place, best_time, disputed, standing
from onrecord.story.tellings import Party, Telling


def event_row(
    cluster: tuple[Telling, ...], known: Provenance, statements: Mapping[str, str], as_of: date | None
) -> StoryEvent:
    """The row of one event; `statements` gives the record's id of each report's statement."""
    told = tell(cluster, known)
    now = standing(told)
    support = tuple(item.telling for item in now.support)
    when, found = best_time(now.support), origins(told)
    first = cluster[0]
    return StoryEvent(
        id=first.id,
        event_type=first.event.type,
        mode=next((telling.event.mode for telling in cluster if telling.event.mode), None),
        contexts=tuple(sorted({context for telling in cluster for context in telling.event.contexts})),
        status=now.status,
        negated=first.event.negated,
        disputed=disputed(told),
        background=all(telling.event.background for telling in cluster),
        from_=when.from_ if when else None,
        to=when.to if when else None,
        precision=when.precision if when else None,
        place=best_place(now.support),
        actors=side((telling.actors for telling in reversed(support)), first.event.reciprocal),
        recipients=side((telling.recipients for telling in reversed(support)), first.event.reciprocal),
        object=thing(support),
        quantities=quantities(support),
        confidence=max(telling.event.confidence for telling in support),
        mentions=tuple(mention(item, found.get(item.voice or ""), statements) for item in told),
        origins=tuple(found.values()),
        independent_origins=len({item.voice for item in now.support} & found.keys()),
        confirmed_by=answering(cluster, statements, denial=False),
        denied_by=answering(cluster, statements, denial=True),
        history=history(told, as_of),
    )


def side(sides: Iterable[tuple[Party, ...]], mutual: bool = False) -> tuple[str, ...]:
    """Who is on one side by all tellings, the earliest first.

    Unnamed parties stand only where nobody is named, or, of a `mutual` event, nobody but one (nobody meets alone); a
    state only where nobody is named who acts for it, and an office only where nobody of its state is named: of its
    holder one report gives the name.
    """
    every = tuple(sides)
    named = tuple(dict.fromkeys(party for parties in every for party in parties if not party.local))
    unnamed = next((parties for parties in every if parties), ())
    acting = {party.country for party in named if party.state and not party.is_country}
    chosen = (
        party
        for party in named
        if not (party.is_country and party.country in acting) and not (party.kind == "role" and is_held(party, every))
    )
    found = tuple(dict.fromkeys(party.id for party in chosen))
    if not found or (mutual and len(found) == 1):
        return tuple(dict.fromkeys((*found, *(party.id for party in unnamed if party.local))))
    return found


def is_held(office: Party, sides: Iterable[tuple[Party, ...]]) -> bool:
    """True for an office whose holder another telling names: somebody of its state, who never stands beside it."""
    beside = [party for parties in sides for party in parties if party.kind == "person" and party.country is not None]
    holders = {party.id for party in beside if party.country == office.country}
    together = {party.id for parties in sides if office in parties for party in parties}
    return bool(holders) and not holders & together


def thing(support: tuple[Telling, ...]) -> Thing | None:
    """What the event is about, in the latest words that tell it."""
    objects = (telling.event.object for telling in support if telling.event.object)
    return next((Thing((), found.text) for found in objects), None)


def quantities(support: tuple[Telling, ...]) -> tuple[Quantity, ...]:
    """The latest counts; of two in one report the first row's."""
    counts = (telling.event.quantities for telling in support if telling.event.quantities)
    return tuple(msgspec.structs.replace(quantity, spans=()) for quantity in next(counts, ()))


def mention(item: Told, source: Origin | None, statements: Mapping[str, str]) -> StoryMention:
    """A telling as the event's row lists it."""
    telling = item.telling
    return StoryMention(
        report=telling.report,
        event=telling.event.id,
        predicate=telling.event.predicate,
        predicate_text=telling.predicate_text,
        evidence=telling.event.evidence,
        evidence_text=telling.evidence_text,
        status=telling.event.status,
        statement=statements.get(telling.statement) if telling.statement else None,
        origin=source.id if source and telling.report in source.reports else None,
    )


def answering(cluster: tuple[Telling, ...], statements: Mapping[str, str], denial: bool) -> tuple[str, ...]:
    """The statements that deny the event, or that confirm it, in the order of their reports."""

    def answers(telling: Telling) -> bool:
        denies = telling.event.status == "denied" or telling.stance == "denies"
        return denies if denial else telling.stance == "confirms" and not denies

    found = (statements.get(telling.statement) for telling in cluster if telling.statement and answers(telling))
    return tuple(dict.fromkeys(name for name in found if name))
