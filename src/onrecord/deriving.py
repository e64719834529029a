"""Deriving: what a record says, kept up to date in its store, and worked out anew where no stored rows fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import cast

import msgspec

from onrecord.schema.report import ReportHead
from onrecord.schema.story import Story
from onrecord.schema.story_actor import StoryActor
from onrecord.schema.story_event import StoryEvent
from onrecord.schema.story_place import StoryPlace
from onrecord.schema.story_statement import StoryStatement
from onrecord.store import copies as copy_index
from onrecord.store.ledger import SqliteLedger
from onrecord.store.store import DerivedRow, Store
from onrecord.story import VERSION, copies
from onrecord.story.copies import Pair
from onrecord.story.derive import Derived, derive
from onrecord.story.derive import Row as DerivedKind
from onrecord.story.growth import grow
from onrecord.story.history import by_day
from onrecord.story.lookup import ids_named

COPY_RULES = copy_index.Rules(copies.VERSION, copies.anchors, copies.enough, copies.are_copies)


class Deriving:
    """The rows that follow from the readings in a store: stored rows where they fit, else worked out now."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def is_stale(self) -> bool:
        """True where reports or readings have come since the rows were derived, or the rules have changed."""
        return self._store.derived_from() != self._store.basis(VERSION)

    def bring_up(self) -> None:
        """Brings what is derived up to date, some reports a transaction; nothing but what they touch is looked at."""
        more = True
        while more:
            copy_index.update(self._store.database, COPY_RULES)
            more = self._store.work_in(VERSION, self._work_in)

    def rebuild(self) -> int:
        """Drops what is derived and rebuilds it from reports and readings; returns the number of rows."""
        copy_index.drop(self._store.database)
        self._store.forget_derived()
        self.bring_up()
        return self._store.derived_count()

    def as_of(self, day: date | None, *kinds: str) -> Derived:
        """What is derived as of a day: the stored rows where they fit (of some kinds alone, where these are given),
        else worked out now."""
        latest = self._store.latest_day()
        until = day or latest
        if until == latest and not self.is_stale:
            return derived_of(self._store.derived(*kinds), latest)
        if until is not None and latest is not None and until < latest:
            return self._now(until, until)
        return self._now(day=until)

    def around(self, key: str, day: date | None) -> Derived:
        """What is derived as of a day, as far as it has to do with an event, of which `key` is the id or that of a
        telling: the rows that it names. Where no stored rows fit, all that is derived."""
        latest = self._store.latest_day()
        if (day or latest) != latest or self.is_stale:
            return self.as_of(day)
        event = tuple(self._store.derived_rows("event", [self._store.event_of(key) or key]))
        resting = {mention.statement for row in derived_of(event, latest).events for mention in row.mentions}
        said = tuple(self._store.derived_rows("statement", filter(None, resting)))
        named = ids_named(derived_of((*event, *said), latest))
        others = (row for kind, ids in named.items() for row in self._store.derived_rows(kind, ids))
        return derived_of((*event, *said, *others), latest)

    def problems(self) -> Iterator[str]:
        """Whether the derived rows are what a rebuild gives; rows that are only older than the reports are not."""
        if self.is_stale:
            return
        stored = {(row.type, row.id): row.content for row in self._store.derived()}
        rebuilt = {(row.type, row.id): row.content for row in stored_rows(self._now(day=date.max, stored=False))}
        for kind, key in sorted(stored.keys() | rebuilt.keys()):
            if stored.get((kind, key)) != rebuilt.get((kind, key)):
                yield f"the derived {kind} {key} is not what a rebuild gives; `onrecord derive` rebuilds it"

    def _work_in(self, ledger: SqliteLedger, reports: tuple[str, ...]) -> None:
        grow(ledger, reports, self._store.corrections())

    def _pairs(self) -> Iterator[Pair]:
        """The pairs of copies that are stored."""
        return (Pair(*pair) for pair in copy_index.pairs(self._store.database))

    def _now(self, until: date | None = None, day: date | None = None, stored: bool = True) -> Derived:
        """What is derived from the reports up to `until`, as of `day`; with `stored`, by the stored pairs of copies
        where they are complete."""
        readings = tuple(self._store.readings(until))
        if stored and copy_index.is_current(self._store.database, COPY_RULES.version):
            return derive(readings, day, self._pairs(), corrections=self._store.corrections())
        known = {reading.id for reading in readings}
        texts = (text for text in copy_index.texts(self._store.database) if text.id in known)
        return derive(readings, day, copies.connecting(texts), corrections=self._store.corrections())


def stored_rows(derived: Derived) -> tuple[DerivedRow, ...]:
    """Derived rows as the store keeps them."""
    return tuple(DerivedRow(str(row.__struct_config__.tag), row.id, msgspec.json.encode(row)) for row in derived.rows)


def derived_of(rows: Iterable[DerivedRow], as_of: date | None) -> Derived:
    """Derived rows from what the store has kept, as of a day on or after that of the latest report."""
    kinds: dict[type, list[DerivedKind]] = defaultdict(list)
    for stored in rows:
        row: DerivedKind = msgspec.json.decode(stored.content, type=DerivedKind)
        kinds[type(row)].append(row)
    return Derived(
        as_of=as_of,
        heads=cast(tuple[ReportHead, ...], tuple(kinds[ReportHead])),
        actors=cast(tuple[StoryActor, ...], tuple(kinds[StoryActor])),
        places=cast(tuple[StoryPlace, ...], tuple(kinds[StoryPlace])),
        stories=cast(tuple[Story, ...], tuple(kinds[Story])),
        statements=cast(tuple[StoryStatement, ...], tuple(kinds[StoryStatement])),
        events=tuple(by_day(event, as_of) for event in cast(list[StoryEvent], kinds[StoryEvent])),
    )
