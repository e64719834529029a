"""News: what is derived as of a day that was not as of an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from onrecord.schema.brief import EventLine, StatementLine
from onrecord.schema.diff import Aspect, Changed, Diff
from onrecord.schema.story_event import StoryEvent
from onrecord.story.derive import Derived
from onrecord.story.lines import Names, event_line
from onrecord.story.lookup import telling_id
from onrecord.story.views import by_support, said


class Then(msgspec.Struct, frozen=True):
    """A record as it was: its events, and in which of them each telling was."""

    names: Names
    events: dict[str, StoryEvent]
    homes: dict[str, str]


def then(derived: Derived) -> Then:
    """What is needed of a record as it was."""
    homes = {telling_id(mention): event.id for event in derived.events for mention in event.mentions}
    return Then(Names(derived), {event.id: event for event in derived.events}, homes)


def diff(before: Derived, now: Derived, since: date, min_confidence: float) -> Diff:
    """What is new: events that no report had told of, what is told otherwise now, and what is newly said."""
    was, names = then(before), Names(now)
    dated = {head.id for head in now.heads if (head.published or "") >= since.isoformat()}
    told = [event for event in now.events if not event.background]
    fresh = [
        event for event in told if not former(event, was) and any(mention.report in dated for mention in event.mentions)
    ]
    sure = [event for event in fresh if event.confidence >= min_confidence]
    changes = (change(event, names, was) for event in told if event.confidence >= min_confidence)
    return Diff(
        as_of=now.as_of.isoformat() if now.as_of else None,
        since=since.isoformat(),
        reports=len(dated),
        min_confidence=min_confidence,
        new=by_support([event_line(event, names) for event in sure]),
        changed=tuple(sorted((found for found in changes if found), key=order)),
        said=newly_said(before, now, dated),
        left_out=len(fresh) - len(sure),
    )


def order(changed: Changed) -> tuple[int, str, str]:  # A sort key.
    """What most origins tell first, then by time and id."""
    return (-changed.now.independent_origins, changed.now.from_ or "~", changed.now.event)


def former(event: StoryEvent, was: Then) -> tuple[str, ...]:
    """The events of before that hold tellings of this one, in its order."""
    found = (was.homes.get(telling_id(mention)) for mention in event.mentions)
    return tuple(dict.fromkeys(name for name in found if name is not None))


def change(event: StoryEvent, names: Names, was: Then) -> Changed | None:
    """How an event has changed; None where it is new or as it was."""
    earlier = former(event, was)
    if not earlier:
        return None
    before, now = event_line(was.events[earlier[0]], was.names), event_line(event, names)
    what = tuple(aspects(before, now))
    return Changed(before=before, now=now, what=what, joined=earlier[1:]) if what or earlier[1:] else None


def aspects(before: EventLine, now: EventLine) -> Iterator[Aspect]:
    """In what two lines of one event differ, as far as a reader would call it news."""
    if before.stands != now.stands or before.status != now.status:
        yield "status"
    if (before.from_, before.to) != (now.from_, now.to):
        yield "time"
    if before.place != now.place:
        yield "place"
    if before.disputed != now.disputed:
        yield "dispute"
    if set(now.sources) - set(before.sources):
        yield "sources"
    if before.quantities != now.quantities:
        yield "numbers"


def newly_said(before: Derived, now: Derived, dated: Iterable[str]) -> tuple[StatementLine, ...]:
    """The statements of named sources that are carried since, and were not before."""
    known, recent = {row.id for row in before.statements}, set(dated)
    return tuple(
        line
        for line in said(now, Names(now), None)
        if line.statement not in known and any(one.report in recent for one in line.evidence)
    )
