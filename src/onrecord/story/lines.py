"""Lines: events and statements with names in place of ids, ready to be printed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from onrecord.schema.brief import AnswerLine, EventLine, Evidence, StatementLine
from onrecord.schema.report import ReportHead
from onrecord.schema.story_event import StoryEvent, StoryMention
from onrecord.schema.story_statement import StoryStatement
from onrecord.schema.time import When
from onrecord.story.derive import Derived
from onrecord.story.ids import folded
from onrecord.story.statuses import TOLD


class Names:
    """What the ids of a record stand for."""

    def __init__(self, derived: Derived) -> None:
        self._derived = derived
        self._actors = {row.id: row for row in derived.actors}
        self._places = {row.id: row.name for row in derived.places}
        self.heads = {row.id: row for row in derived.heads}

    @cached_property
    def statements(self) -> dict[str, StoryStatement]:
        """All statements by id."""
        return {row.id: row for row in self._derived.statements}

    def actor(self, key: str) -> str:
        """The name of an actor."""
        known = self._actors.get(key)
        return known.name if known else key

    def actors(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The names of actors, each once."""
        return tuple(dict.fromkeys(self.actor(key) for key in keys))

    def is_outlet(self, key: str) -> bool:
        """True for an outlet."""
        known = self._actors.get(key)
        return known is not None and known.kind == "outlet"

    def place(self, key: str | None) -> str | None:
        """The name of a place."""
        return None if key is None else self._places.get(key, key)

    def speakers(self, statement: StoryStatement) -> tuple[str, ...]:
        """Who makes a statement: names, or the words of the report where nobody is known by name."""
        return self.actors(statement.source.actors) or tuple(filter(None, [statement.source.text]))

    def matches(self, statement: StoryStatement, words: str) -> bool:
        """True where a name of the speaker, or the words for him, hold these words."""
        known = (self._actors[key] for key in statement.source.actors if key in self._actors)
        names = chain.from_iterable((actor.name, *actor.names) for actor in known)
        sought = f" {folded(words)} "
        return any(sought in f" {folded(name)} " for name in (*names, statement.source.text))


def event_line(event: StoryEvent, names: Names) -> EventLine:
    """The line of an event."""
    evidence = sorted(event.mentions, key=lambda mention: weight(mention, event, names.heads))
    heads = [names.heads[mention.report] for mention in event.mentions]
    days = sorted(head.published[:10] for head in heads if head.published)
    sources = supporting(event)
    return EventLine(
        event=event.id,
        event_type=event.event_type,
        mode=event.mode,
        status=event.status,
        stands=event.history[-1].status,
        negated=event.negated,
        disputed=event.disputed,
        background=event.background,
        predicate=evidence[0].predicate_text,
        actors=names.actors(event.actors),
        recipients=names.actors(event.recipients),
        object=event.object.text if event.object else None,
        quantities=event.quantities,
        from_=event.from_,
        to=event.to,
        precision=event.precision,
        place=names.place(event.place),
        sources=tuple(names.actor(origin) for origin in sources),
        independent_origins=len(sources),
        reports=len({head.id for head in heads}),
        first_told=days[0] if days else None,
        last_told=days[-1] if days else None,
        confidence=event.confidence,
        evidence=tuple(mention_evidence(mention, names) for mention in evidence),
    )


def supporting(event: StoryEvent) -> tuple[str, ...]:
    """The origins of those mentions that tell the status of the event."""
    family = TOLD if event.status in TOLD else {event.status}
    told = {mention.origin for mention in event.mentions if mention.status in family}
    return tuple(origin.id for origin in event.origins if origin.id in told)


def weight(mention: StoryMention, event: StoryEvent, heads: dict[str, ReportHead]) -> tuple[bool, bool]:
    """A sort key: what bears out the event's status first, originals before copies, else as told."""
    return (mention.status != event.status, heads[mention.report].copy_of is not None)


def mention_evidence(mention: StoryMention, names: Names) -> Evidence:
    """The sentence of a mention, and on whose word it tells."""
    head = names.heads[mention.report]
    statement = names.statements.get(mention.statement or "")
    sources = (*names.speakers(statement), *names.actors(statement.via)) if statement else ()
    return evidence_of(head, mention.evidence_text, sources)


def evidence_of(head: ReportHead, text: str, sources: tuple[str, ...] = ()) -> Evidence:
    """Words of a report as evidence."""
    return Evidence(
        report=head.id, outlet=head.outlet, url=head.url, published=head.published, text=text, sources=sources
    )


def statement_line(statement: StoryStatement, names: Names) -> StatementLine:
    """The line of a statement."""
    heads = [names.heads[report] for report in statement.reports]
    when = said_in(statement, heads)
    return StatementLine(
        statement=statement.id,
        speakers=names.speakers(statement),
        anonymous=statement.source.anonymous,
        via=names.actors(statement.via),
        stance=statement.stance,
        quote=statement.quote,
        channel=statement.channel,
        cue=statement.cue,
        text=statement.text,
        day=when.from_[:10] if when and when.from_ else first_reported(heads),
        from_=when.from_ if when and when.precision != "day" else None,
        to=when.to if when and when.precision != "day" else None,
        precision=when.precision if when and when.precision != "day" else None,
        about=statement.about,
        answers=answer_lines(statement, names),
        reports=len(heads),
        evidence=tuple(evidence_of(head, statement.text) for head in heads),
    )


def said_in(statement: StoryStatement, heads: Iterable[ReportHead]) -> When | None:
    """The time in which something was said; None where none is told, or one after the first report of it, on which
    nobody can have said it yet."""
    told, reported = statement.time, first_reported(heads)
    if told is None or told.from_ is None or (reported and told.from_[:10] > reported):
        return None
    return told


def first_reported(heads: Iterable[ReportHead]) -> str | None:
    """The day of the earliest of some reports."""
    return min((head.published[:10] for head in heads if head.published), default=None)


def answer_lines(statement: StoryStatement, names: Names) -> tuple[AnswerLine, ...]:
    """What a statement answers, in words."""
    answered = ((answer.kind, names.statements[answer.statement]) for answer in statement.answers)
    return tuple(AnswerLine(kind=kind, speakers=names.speakers(other), text=other.text) for kind, other in answered)
