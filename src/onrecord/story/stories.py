"""Stories: which reports are on one developing situation, and why.

A link is a function of two reports and what they tell, whatever else a record holds; a story is what links connect.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, product

import msgspec

from onrecord.schema.report import ReportHead
from onrecord.schema.story import LinkKind, Story, StoryLink
from onrecord.schema.story_actor import StoryActor
from onrecord.schema.story_event import StoryEvent
from onrecord.story.days import ordinal
from onrecord.story.tellings import STATE
from onrecord.story.unions import Unions

EVENT_DAYS = 30
"""So many days apart two reports of one event are still of one story: later ones look back."""
PARTIES_DAYS = 14
"""The same for reports of other events between the same two sides."""
SURE = 0.5
"""Events of less confidence link nothing."""
MANY = 6
"""An event of more parties (a vote, a summit of twenty) is not between two sides."""


class Topic(msgspec.Struct, frozen=True, order=True):
    """What several reports have in common: an event, or two sides."""

    days: int
    kind: LinkKind
    by: tuple[str, ...]


def stories(
    heads: Iterable[ReportHead], events: Iterable[StoryEvent], actors: Iterable[StoryActor]
) -> tuple[Story, ...]:
    """All stories of two reports and more, by id. The events come by their first mention."""
    known = {head.id: head for head in sorted(heads, key=publication_key)}
    told = tuple(event for event in events if links_reports(event))
    found = links(known, told, {actor.id: actor for actor in actors})
    return tuple(sorted(grouped(known, found, first_events(told)), key=lambda row: row.id))


def grouped(known: Mapping[str, ReportHead], every: Iterable[StoryLink], first: Mapping[str, str]) -> Iterator[Story]:
    """The stories of some reports, which come by publication, by all links among them; `first` is the sentence of each
    report's first event."""
    sets, found = Unions(known), defaultdict[str, list[StoryLink]](list)
    for link in sorted(every, key=lambda link: rank(link, known)):
        if sets.root(link.report) != sets.root(link.to):
            sets.join(link.report, link.to)
            found[link.report].append(link)
    return (story(group, known, found, first) for group in sets.sets() if len(group) > 1)


def links_reports(event: StoryEvent) -> bool:
    """True for an event that makes its reports ones of one story."""
    return event.confidence >= SURE and not event.background


def publication_key(head: ReportHead) -> tuple[bool, str, str]:  # A sort key.
    """By moment of publication, undated ones last, then by id."""
    return (head.published is None, head.published or "", head.id)


def rank(link: StoryLink, known: Mapping[str, ReportHead]) -> tuple[object, ...]:  # A sort key.
    """Links of earlier reports first; of one report the closest: a copy, then an event, then the parties."""
    return (publication_key(known[link.report]), ("copy", "event", "parties").index(link.kind), link.to, link.by)


def links(
    known: Mapping[str, ReportHead], events: Iterable[StoryEvent], actors: Mapping[str, StoryActor]
) -> Iterator[StoryLink]:
    """All links: of each copy to its original, and of the reports of one topic each to the one before it."""
    for head in known.values():
        if head.copy_of in known and head.copy_of is not None:
            yield StoryLink(report=head.id, to=head.copy_of, kind="copy")
    places = {name: place for place, name in enumerate(known)}
    for topic, reports in topics(events, actors).items():
        ordered = sorted((name for name in reports if name in known), key=places.__getitem__)
        for before, after in pairwise(ordered):
            if near(known[before], known[after], topic.days):
                yield StoryLink(report=after, to=before, kind=topic.kind, by=topic.by)


def topics(events: Iterable[StoryEvent], actors: Mapping[str, StoryActor]) -> dict[Topic, set[str]]:
    """The reports of each topic."""
    found: dict[Topic, set[str]] = defaultdict(set)
    for event in events:
        for topic in topics_of(event, actors):
            found[topic].update(mention.report for mention in event.mentions)
    return found


def topics_of(event: StoryEvent, actors: Mapping[str, StoryActor]) -> tuple[Topic, ...]:
    """The topics of an event: itself, and the two sides between which it is."""
    between = (Topic(PARTIES_DAYS, "parties", pair) for pair in sorted(sides(event, actors)))
    return (Topic(EVENT_DAYS, "event", (event.id,)), *between)


def sides(event: StoryEvent, actors: Mapping[str, StoryActor]) -> frozenset[tuple[str, ...]]:
    """The pairs of sides between which an event is: two states, whoever acts for them, or within one state, or without
    any, two actors by name."""
    if len({*event.actors, *event.recipients}) > MANY:
        return frozenset()
    named = (pair for pair in product(event.actors, event.recipients) if all("#" not in name for name in pair))
    pairs = ((one, other, side(one, actors), side(other, actors)) for one, other in named if one != other)
    return frozenset(  # Within one state: not the state and one of its own, who is on no other side.
        (min(a, b), max(a, b)) if a != b else (min(one, other), max(one, other))
        for one, other, a, b in pairs
        if a != b or a not in {one, other}
    )


def side(name: str, actors: Mapping[str, StoryActor]) -> str:
    """The id of the state for which somebody acts, or else himself."""
    actor = actors.get(name)
    acts = actor is not None and (actor.kind == "country" or not STATE.isdisjoint(actor.sectors[:1]))
    return actor.country.lower() if actor is not None and acts and actor.country else name


def near(first: ReportHead, second: ReportHead, days: int) -> bool:
    """True where two reports were published within some days of each other; what has no day is near nothing."""
    if first.published is None or second.published is None:
        return False
    return abs(ordinal(second.published) - ordinal(first.published)) <= days


def first_events(events: Iterable[StoryEvent]) -> dict[str, str]:
    """The sentence of each report's first event."""
    found: dict[str, str] = {}
    for event in events:
        for mention in event.mentions:
            found.setdefault(mention.report, mention.evidence_text)
    return found


def shortened(text: str, most: int = 60) -> str:
    """The beginning of a text, cut between words."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def story(
    group: tuple[str, ...],
    known: Mapping[str, ReportHead],
    found: Mapping[str, list[StoryLink]],
    first: Mapping[str, str],
) -> Story:
    """The story of some reports, which come by publication."""
    head = known[group[0]]
    days = sorted(day[:10] for name in group if (day := known[name].published))
    return Story(
        id=head.id,
        name=head.title or shortened(first.get(head.id, head.id)),
        from_=days[0] if days else None,
        to=days[-1] if days else None,
        reports=group,
        links=tuple(link for name in group for link in found.get(name, ())),
    )
