"""The watch list: which events and statements are about what somebody looks out for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from onrecord.schema.story_event import StoryEvent
from onrecord.schema.story_statement import StoryStatement
from onrecord.story.derive import Derived
from onrecord.story.ids import folded


class Watch:
    """What meets the entries of a watch list in a record.

    An entry is met by a row that names an actor or a place of which it is a name, under whatever name, or in whose
    words it stands.
    """

    def __init__(self, entries: Iterable[str], derived: Derived) -> None:
        self._sought = {entry: f" {folded(entry)} " for entry in entries}
        self._derived = derived

    def marks(self, since: str) -> Mapping[str, tuple[str, ...]]:
        """The entries that rows meet which are told on or after a day, by the id of the event or the statement."""
        if not self._sought:
            return {}
        recent = {head.id for head in self._derived.heads if (head.published or "") >= since}
        found = {row.id: self.entries(row) for row in self._recent(recent)}
        return {name: entries for name, entries in found.items() if entries}

    def entries(self, row: StoryEvent | StoryStatement) -> tuple[str, ...]:
        """The entries that a row meets."""
        texts = [f" {folded(text)} " for text in words(row)]
        named = keys(row)
        return tuple(
            entry
            for entry, sought in self._sought.items()
            if named & self._known[entry] or any(sought in text for text in texts)
        )

    def _recent(self, recent: set[str]) -> Iterator[StoryEvent | StoryStatement]:
        for event in self._derived.events:
            if any(mention.report in recent for mention in event.mentions):
                yield event
        for statement in self._derived.statements:
            if recent.intersection(statement.reports):
                yield statement

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        """The ids of the actors and places that each entry names."""
        names = {row.id: (row.name, *row.names) for row in self._derived.actors}
        names |= {row.id: (row.name,) for row in self._derived.places}
        shown = {key: [f" {folded(name)} " for name in found] for key, found in names.items()}
        return {
            entry: frozenset(key for key, found in shown.items() if any(sought in name for name in found))
            for entry, sought in self._sought.items()
        }


def words(row: StoryEvent | StoryStatement) -> tuple[str, ...]:
    """The words in which a row is told."""
    if isinstance(row, StoryEvent):
        return tuple(mention.evidence_text for mention in row.mentions)
    return (row.text, row.source.text)


def keys(row: StoryEvent | StoryStatement) -> frozenset[str]:
    """The ids of actors and places that a row names."""
    if isinstance(row, StoryEvent):
        return frozenset((*row.actors, *row.recipients, *([row.place] if row.place else [])))
    return frozenset(row.source.actors)
