"""Views: brief, timeline, statements and plans of a record as of a day, as lines."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Literal

from onrecord.schema.brief import Brief, EventLine, StatementLine
from onrecord.schema.plan import Outcome, Plan
from onrecord.schema.story_event import HistoryStep, StoryEvent
from onrecord.story.days import last_ordinal
from onrecord.story.derive import Derived
from onrecord.story.history import EXPECTED
from onrecord.story.lines import Names, event_line, statement_line

Section = Literal["happened", "planned", "denied", "unconfirmed"]


def brief(derived: Derived, since: date | None, min_confidence: float) -> Brief:
    """What happened, is planned, is said, is denied, is unconfirmed; what most origins tell stands first.

    With `since`, what was told or has changed on or after that day, and what was said on or after it.
    """
    names = Names(derived)
    news = [event for event in derived.events if not event.background and is_new(event, since, names)]
    sections: dict[Section, list[EventLine]] = defaultdict(list)
    for event in news:
        if event.confidence >= min_confidence:
            line = event_line(event, names)
            sections[section(line, plan_outcome(event, derived.as_of))].append(line)
    return Brief(
        as_of=derived.as_of.isoformat() if derived.as_of else None,
        since=since.isoformat() if since else None,
        reports=len(derived.heads),
        outlets=len({head.outlet for head in derived.heads if head.outlet}),
        min_confidence=min_confidence,
        happened=by_support(sections["happened"]),
        planned=by_support(sections["planned"]),
        said=said(derived, names, since),
        denied=by_support(sections["denied"]),
        unconfirmed=by_support(sections["unconfirmed"]),
        left_out=sum(event.confidence < min_confidence for event in news),
    )


def is_new(event: StoryEvent, since: date | None, names: Names) -> bool:
    """True where the event was told, or its history has a step, on or after the day."""
    if since is None:
        return True
    told = [names.heads[mention.report].published or "" for mention in event.mentions]
    return max((*told, *(step.on or "" for step in event.history))) >= since.isoformat()


def section(line: EventLine, outcome: Outcome) -> Section:
    """Where an event stands in a brief: what is denied or rests on nobody who is named is not told as a fact, and what
    may have come to pass unseen not as a plan."""
    if line.disputed or line.status in {"denied", "not_happened"}:
        return "denied"
    if line.status in {"possible", "called_for"} or line.independent_origins == 0 or outcome == "unknown":
        return "unconfirmed"
    return "planned" if line.status == "planned" else "happened"


def by_support(lines: list[EventLine]) -> tuple[EventLine, ...]:
    """Lines by the number of independent origins, then of reports; then by time and id."""
    return tuple(
        sorted(lines, key=lambda line: (-line.independent_origins, -line.reports, line.from_ or "~", line.event))
    )


def said(derived: Derived, names: Names, since: date | None) -> tuple[StatementLine, ...]:
    """Statements of named sources on or after a day, the latest first. What an outlet reports is not what it says."""
    speakers = {row.id: row.source.actors for row in derived.statements}
    return tuple(
        line
        for line in statements(derived, None)
        if not line.anonymous
        and not all(map(names.is_outlet, speakers[line.statement]))
        and (since is None or (line.day or "") >= since.isoformat())
    )


def timeline(derived: Derived, since: date | None, until: date | None, min_confidence: float) -> tuple[EventLine, ...]:
    """Events with a known time that meets the days from `since` to `until` (both included), by that time."""
    names = Names(derived)
    chosen = [
        event
        for event in derived.events
        if event.confidence >= min_confidence and event.from_ and within(event, since, until)
    ]
    chosen.sort(key=lambda event: (event.from_ or "", event.to or "~", event.id))
    return tuple(event_line(event, names) for event in chosen)


def within(event: StoryEvent, since: date | None, until: date | None) -> bool:
    """True where the time of an event, which has a beginning, meets the days given."""
    begins, ends = event.from_ or "", event.to or "~"
    return (since is None or ends > since.isoformat()) and (until is None or begins[:10] <= until.isoformat())


def statements(derived: Derived, speaker: str | None) -> tuple[StatementLine, ...]:
    """Statements, the latest first, then what most reports carry; with `speaker`, of those whose name has these
    words."""
    names = Names(derived)
    chosen = [row for row in derived.statements if speaker is None or names.matches(row, speaker)]
    lines = sorted((statement_line(row, names) for row in chosen), key=lambda line: (-line.reports, line.statement))
    return tuple(sorted(lines, key=lambda line: line.day or "", reverse=True))


def plans(derived: Derived, min_confidence: float) -> tuple[Plan, ...]:
    """Events that were planned, by the time that was last expected; those without a time last."""
    names = Names(derived)
    planned = [
        plan(event, names, derived.as_of)
        for event in derived.events
        if event.confidence >= min_confidence and any(mention.status == "planned" for mention in event.mentions)
    ]
    return tuple(sorted(planned, key=lambda row: (row.expected_from or "~", row.line.event)))


def plan(event: StoryEvent, names: Names, as_of: date | None) -> Plan:
    """A planned event and what became of it."""
    first = next(mention for mention in event.mentions if mention.status == "planned")
    announced, outlet = names.heads[first.report].published, names.heads[first.report].outlet
    statement = names.statements.get(first.statement or "")
    expected = [step for step in event.history if step.status in EXPECTED]
    return Plan(
        line=event_line(event, names),
        announced=announced[:10] if announced else None,
        announced_by=names.speakers(statement) if statement else tuple(filter(None, [outlet])),
        expected_from=expected[-1].from_ if expected else None,
        expected_to=expected[-1].to if expected else None,
        outcome=plan_outcome(event, as_of),
        settled=settled(event.history),
    )


def plan_outcome(event: StoryEvent, as_of: date | None) -> Outcome:
    """What became of a plan, by the last step of its history and the day as of which it is asked."""
    last = event.history[-1]
    found = outcome(last)
    passed = last.to is not None and as_of is not None and last_ordinal(last.to) < as_of.toordinal()
    return "unknown" if passed and found in {"planned", "postponed"} else found


def outcome(last: HistoryStep) -> Outcome:
    """What the last step of a history says of a plan."""
    match last.status:
        case "happened" | "ongoing":
            return "happened"
        case "cancelled" | "not_happened" | "denied":
            return "cancelled"
        case "postponed" | "overdue":
            return last.status
        case _:
            return "planned"


def settled(history: tuple[HistoryStep, ...]) -> str | None:
    """The day of the report that tells the outcome; None while there is none."""
    last = history[-1]
    if outcome(last) not in {"happened", "cancelled"}:
        return None
    return next(step.on for step in history if outcome(step) == outcome(last))
