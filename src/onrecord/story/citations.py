"""Citations: what each report tells of an event, with all that a footnote needs but the address."""

from __future__ import annotations

from onrecord.schema.citation import Citation
from onrecord.schema.story_event import StoryEvent, StoryMention
from onrecord.story.derive import Derived
from onrecord.story.lines import Names, weight


def citations(event: StoryEvent, derived: Derived) -> tuple[Citation, ...]:
    """One citation a report, what bears out the event's status first, originals before copies."""
    names = Names(derived)
    ordered = sorted(event.mentions, key=lambda mention: weight(mention, event, names.heads))
    best = {mention.report: mention for mention in reversed(ordered)}
    reports = dict.fromkeys(mention.report for mention in ordered)
    return tuple(citation(best[report], event, names) for report in reports)


def citation(mention: StoryMention, event: StoryEvent, names: Names) -> Citation:
    """The citation of one telling."""
    head = names.heads[mention.report]
    statement = names.statements.get(mention.statement or "")
    return Citation(
        event=event.id,
        report=head.id,
        status=mention.status,
        speakers=names.speakers(statement) if statement else (),
        via=names.actors(statement.via) if statement else (),
        text=mention.evidence_text,
        outlet=head.outlet,
        title=head.title,
        published=head.published,
    )
