"""The tree behind the number of independent origins of an event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.schema.origin import Origin
from onrecord.schema.origin_tree import OriginBranch, OriginTelling, OriginTree, Taken, Uncounted, UncountedBranch
from onrecord.schema.story_event import StoryEvent, StoryMention
from onrecord.story.derive import Derived
from onrecord.story.ids import folded
from onrecord.story.lines import Names, event_line, mention_evidence, supporting
from onrecord.story.tellings import SENTENCE, SILENT


class Link(msgspec.Struct, frozen=True):
    """From whom a report has a sentence, and how that is known."""

    report: str
    taken: Taken


def origin_tree(event: StoryEvent, derived: Derived) -> OriginTree:
    """Every report that tells of an event, under the origin from which it has its knowledge."""
    names = Names(derived)
    support = set(supporting(event))
    counted = {origin.id: [m for m in event.mentions if m.origin == origin.id] for origin in event.origins}
    rest: dict[Uncounted, list[StoryMention]] = defaultdict(list)
    for mention in event.mentions:
        if mention.origin is None:
            rest[why_uncounted(mention, names)].append(mention)
    return OriginTree(
        as_of=derived.as_of.isoformat() if derived.as_of else None,
        event=event_line(event, names),
        independent_origins=event.independent_origins,
        origins=tuple(branch(origin, counted[origin.id], origin.id in support, names) for origin in event.origins),
        uncounted=tuple(UncountedBranch(why=why, tellings=grown(found, names)) for why, found in sorted(rest.items())),
    )


def branch(origin: Origin, mentions: list[StoryMention], supports: bool, names: Names) -> OriginBranch:
    """One origin with its reports."""
    statements = (names.statements.get(mention.statement or "") for mention in mentions)
    speaking = (
        speaker for found in statements if found and not found.source.anonymous for speaker in found.source.actors
    )
    own = names.actor(origin.id)
    return OriginBranch(
        id=origin.id,
        kind=origin.kind,
        name=own,
        speakers=tuple(name for name in names.actors(speaking) if name != own),
        supports=supports,
        tellings=grown(mentions, names),
    )


def why_uncounted(mention: StoryMention, names: Names) -> Uncounted:
    """Why a telling is no origin."""
    statement = names.statements.get(mention.statement or "")
    stance = statement.stance if statement else None
    if mention.status == "denied" or stance == "denies":
        return "denies"
    return "silent" if stance in SILENT else "nobody"


def grown(mentions: Iterable[StoryMention], names: Names) -> tuple[OriginTelling, ...]:
    """The reports of a branch, each once, those that have their sentence from another under that one."""
    first: dict[str, StoryMention] = {}
    for mention in mentions:
        first.setdefault(mention.report, mention)
    children: dict[str, list[tuple[str, Taken]]] = defaultdict(list)
    tops = []
    for report, mention in first.items():
        link = link_of(mention, first, names)
        if link is None:
            tops.append(report)
        else:
            children[link.report].append((report, link.taken))

    def made(report: str, taken: Taken | None = None) -> OriginTelling:
        taken_by = tuple(made(name, how) for name, how in children[report])
        return telling(first[report], names, taken, taken_by)

    return tuple(made(report) for report in tops)


def link_of(mention: StoryMention, first: dict[str, StoryMention], names: Names) -> Link | None:
    """From which earlier report of the branch this one has its sentence."""
    original = names.heads[mention.report].copy_of
    for report in earlier(mention.report, first):
        if report == original:
            return Link(report, "copy")
    own = folded(mention.evidence_text)
    if own.count(" ") < SENTENCE - 1:
        return None
    same = (report for report in earlier(mention.report, first) if folded(first[report].evidence_text) == own)
    return next((Link(report, "sentence") for report in same), None)


def earlier(report: str, first: dict[str, StoryMention]) -> Iterator[str]:
    """The reports that come before one, in order."""
    for name in first:
        if name == report:
            return
        yield name


def telling(
    mention: StoryMention, names: Names, taken: Taken | None, taken_by: tuple[OriginTelling, ...]
) -> OriginTelling:
    """A report of the tree."""
    evidence = mention_evidence(mention, names)
    return OriginTelling(
        report=evidence.report,
        outlet=evidence.outlet,
        published=evidence.published,
        status=mention.status,
        text=evidence.text,
        sources=evidence.sources,
        taken=taken,
        taken_by=taken_by,
    )
