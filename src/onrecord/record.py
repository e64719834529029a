"""Record: the one place that joins the reading, the store and the story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self, cast

import msgspec

from onrecord.errors import RecordError, UsageError
from onrecord.schema.article import Article
from onrecord.schema.brief import Brief, EventLine, StatementLine
from onrecord.schema.citation import Citation
from onrecord.schema.copy import Copies
from onrecord.schema.correction import Anchor, Correction, Reviewed
from onrecord.schema.diff import Diff
from onrecord.schema.origin_tree import OriginTree
from onrecord.schema.plan import Plan
from onrecord.schema.reading import Reader, Reading, Unread
from onrecord.schema.report import Report, ReportHead
from onrecord.schema.story import Story, StoryLine
from onrecord.schema.story_actor import StoryActor
from onrecord.schema.story_event import StoryEvent
from onrecord.schema.story_place import StoryPlace
from onrecord.schema.story_statement import StoryStatement
from onrecord.schema.summary import AddSummary, CheckSummary, Progress, RereadSummary, RowChange, SearchHit
from onrecord.store import backup, check
from onrecord.store import copies as copy_index
from onrecord.store.ledger import SqliteLedger
from onrecord.store.store import DerivedRow, Store, Stored
from onrecord.store.tally import Tally
from onrecord.story import VERSION, copies, views
from onrecord.story.anchors import event_anchor
from onrecord.story.citations import citations
from onrecord.story.copies import Pair
from onrecord.story.copy_groups import copies_shown
from onrecord.story.corrections import reviewed as standing
from onrecord.story.corrections import touched
from onrecord.story.derive import Derived, derive
from onrecord.story.derive import Row as DerivedKind
from onrecord.story.differences import differences, summed
from onrecord.story.growth import grow
from onrecord.story.history import by_day
from onrecord.story.ids import folded
from onrecord.story.lookup import appearances, check_undo, find_actor, find_event, ids_named, mentions_of
from onrecord.story.news import diff
from onrecord.story.origin_tree import origin_tree
from onrecord.story.story_lines import story_lines
from onrecord.story.watching import Watch
from onrecord.workers.reading import Outcome, Read, read_all, reason

OnProgress = Callable[[Progress], None]
COPY_RULES = copy_index.Rules(copies.VERSION, copies.anchors, copies.enough, copies.are_copies)
Row = Report | StoryActor | StoryPlace | Story | StoryStatement | StoryEvent | Correction


class Record:
    """The record of a developing situation, in one SQLite file.

        with Record("onrecord.db") as record:
            record.add(articles, workers=2)
            for line in record.brief().happened:
                print(line.actors, line.predicate, line.recipients)

    Raises RecordError, on opening and in every method, where the file is not a record, is newer than this program, is
    damaged, read-only, full or held by another writer; the message says what to do. A record in a read-only folder
    can be read.
    """

    def __init__(
        self,
        path: str | Path,
        create: bool = True,
        *,
        read: Read | None = None,
        reader: Reader | None = None,
        wait: float = 10.0,
    ) -> None:
        """Opens the record at `path`, and makes it where there is none and `create` is true.

        `read` and `reader` are the reading and its version, by default `onrecord.pipeline`'s. `wait` is for how many
        seconds to wait for another writer.
        """
        self._given_read = read
        self._given_reader = reader
        self._store = Store(Path(path), create, wait)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file. Closing twice does nothing."""
        self._store.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.database.path

    @property
    def as_of(self) -> date | None:
        """The day as of which all is told where none is given: the latest day of publication."""
        return self._store.latest_day()

    # What goes in

    def add(
        self, articles: Iterable[Article | Unread], workers: int = 0, on_progress: OnProgress | None = None
    ) -> AddSummary:
        """Reads articles and stores them, one transaction a report, then derives anew.

        What is there already is not read again; what cannot be read is named in `failed`, is not stored, and the rest
        goes on. An `Unread` among the articles is passed on to `failed`. With `workers` above 0 as many processes read.
        After a kill, an interrupt or a full disk, all reports stored so far are there; adding the same again goes on.
        """
        tally = Tally(on_progress)
        with closing(read_all(self._to_read(articles, tally), self._read, workers)) as outcomes:
            for outcome in outcomes:
                self._put(outcome, tally)
        if tally.new or tally.versions or self._stale:
            self._derive_stored()
        return tally.summary()

    def reread(self, workers: int = 0, on_progress: OnProgress | None = None) -> RereadSummary:
        """Reads again what was last read by another version of the reader, and keeps the old readings."""
        tally = Tally(on_progress)
        changes: dict[str, tuple[RowChange, ...]] = {}
        articles = (self._store.article(report) for report in self._store.outdated(self._reader))
        with closing(read_all(articles, self._read, workers)) as outcomes:
            for outcome in outcomes:
                changes[outcome.article.id] = self._put_again(outcome, tally)
        if tally.new or self._stale:
            self._derive_stored()
        return RereadSummary(
            reread=tuple(tally.new),
            changed=tuple(report for report, found in changes.items() if found),
            changes=summed(chain.from_iterable(changes.values())),
            failed=tuple(tally.failed),
        )

    def derive(self) -> int:
        """Drops what is derived and rebuilds it from reports and readings; returns the number of rows."""
        copy_index.drop(self._store.database)
        self._store.forget_derived()
        self._derive_stored()
        return self._store.derived_count()

    # What is there

    def reports(self) -> tuple[Report, ...]:
        """All reports, by publication and id, with `copy_of` and `added`."""
        originals = {head.id: head.copy_of for head in self._derived(None, "head").heads}
        return tuple(
            msgspec.structs.replace(report, copy_of=originals.get(report.id)) for report in self._store.reports()
        )

    def reading(self, report_id: str) -> Reading:
        """The newest reading of a report. Raises UsageError where there is no such report."""
        return self._store.reading(report_id)

    def search(self, query: str, limit: int = 20, as_of: date | None = None) -> tuple[SearchHit, ...]:
        """Reports whose title or text holds all words of the query, best first.

        `"several words"` is a phrase, `word*` a beginning, `-word` leaves out, `OR` between two words is either. No
        query is an error: what cannot be searched for finds nothing. With `as_of` only what was published by that day
        is found; undated reports are not, unless the day is that of the whole record.
        """
        latest = self.as_of
        whole = as_of is None or latest is None or as_of >= latest
        return self._store.search(query, limit, None if whole else as_of)

    # What it says

    def brief(self, as_of: date | None = None, since: date | None = None, min_confidence: float = 0.4) -> Brief:
        """What happened, is planned, is said, is denied or is unconfirmed, as of a day (the latest by default).

        With `since`, what changed or was said on or after that day. Reports after `as_of` are left out.
        """
        derived = self._derived(as_of)
        day = since or derived.as_of
        marks = Watch(self._store.watched(), derived).marks(day.isoformat()) if day else {}
        reviewed = touched(derived.events, self._store.corrections())
        found = views.brief(derived, since, min_confidence)
        return msgspec.structs.replace(found, watched=dict(marks), reviewed=reviewed)

    def timeline(
        self,
        as_of: date | None = None,
        since: date | None = None,
        until: date | None = None,
        min_confidence: float = 0.4,
    ) -> tuple[EventLine, ...]:
        """Events with a known time, by that time; `since` and `until` (both inclusive) bound it."""
        return views.timeline(self._derived(as_of), since, until, min_confidence)

    def statements(self, speaker: str | None = None, as_of: date | None = None) -> tuple[StatementLine, ...]:
        """Statements, the latest first; with `speaker`, those of sources whose name has these words."""
        return views.statements(self._derived(as_of), speaker)

    def plans(self, as_of: date | None = None, min_confidence: float = 0.4) -> tuple[Plan, ...]:
        """Planned events by their expected time, each with its outcome as of the day."""
        return views.plans(self._derived(as_of), min_confidence)

    def diff(self, since: date, as_of: date | None = None, min_confidence: float = 0.4) -> Diff:
        """What the record says as of a day (the latest by default) that it did not say before the day `since`."""
        now = self._derived(as_of)
        late = now.as_of is not None and since > now.as_of
        before = now if late else self._derived(since - timedelta(days=1))
        marks = Watch(self._store.watched(), now).marks(since.isoformat())
        reviewed = touched(now.events, self._store.corrections())
        found = diff(before, now, since, min_confidence)
        return msgspec.structs.replace(found, watched=dict(marks), reviewed=reviewed)

    def origins(self, key: str, as_of: date | None = None) -> OriginTree:
        """The tree behind the number of independent origins of an event. Raises UsageError where there is none."""
        derived = self._around(key, as_of)
        return origin_tree(find_event(derived, key), derived)

    def cite(self, key: str, as_of: date | None = None) -> tuple[Citation, ...]:
        """What each report tells of an event, for a footnote, the best first. Raises UsageError where there is no such
        event."""
        derived = self._around(key, as_of)
        return tuple(
            msgspec.structs.replace(row, url=self._store.article(row.report).url)
            for row in citations(find_event(derived, key), derived)
        )

    def copies(self, report: str | None = None, as_of: date | None = None) -> Copies:
        """Groups of reports with one text, each copy with the passages that it shares, and the versions of pages; with
        `report`, those that hold it. Raises UsageError where there is no such report."""
        if report is not None:
            self._store.article(report)
        texts = {text.id: text for text in copy_index.texts(self._store.database)}
        return copies_shown(self._derived(as_of, "head").heads, texts, report)

    def stories(self, report: str | None = None, as_of: date | None = None) -> tuple[StoryLine, ...]:
        """The reports that belong together, the latest stories first, each report with the reason; with `report`, the
        story that holds it. Raises UsageError where there is no such report."""
        return story_lines(self._derived(as_of, "head", "actor", "story"), report)

    def events(self, as_of: date | None = None) -> tuple[StoryEvent, ...]:
        """All events, by id."""
        return self._derived(as_of, "event").events

    def export(self, as_of: date | None = None, added: bool = True, corrections: bool = False) -> Iterator[Row]:
        """The rows of the contract `onrecord-record/1`: reports, actors, places, stories, statements, events, each by
        id.

        The rows do not depend on the order in which reports were added. `added=False` leaves out what differs from run
        to run. With `corrections` these follow, a kind of row that the contract does not have, in their order.
        """
        derived = self._derived(as_of)
        originals = {head.id: head.copy_of for head in derived.heads}
        for report in sorted(self._store.reports(), key=lambda report: report.id):
            if report.id in originals:
                shown = report.added if added else msgspec.UNSET
                yield msgspec.structs.replace(report, copy_of=originals[report.id], added=shown)
        yield from derived.actors
        yield from derived.places
        yield from derived.stories
        yield from derived.statements
        yield from derived.events
        for correction in self._store.corrections() if corrections else ():
            yield correction if added else msgspec.structs.replace(correction, noted=msgspec.UNSET)

    # What people say of it

    def corrections(self) -> tuple[Reviewed, ...]:
        """All corrections in the order in which they were made, each with whether it is undone and what of its anchors
        the newest readings no longer have."""
        every = tuple(self._store.corrections())
        reports = {anchor.report for one in every for anchor in (*one.anchors, *one.rest)}
        return standing(every, self._store.readings_of(sorted(reports)))

    def correct(self, correction: Correction) -> Correction:
        """Adds a correction for good, derives anew, and returns it with its id.

        Raises UsageError for an `undo` of a correction that is not there or that does not count any more.
        """
        every = tuple(self._store.corrections())
        if correction.action == "undo":
            check_undo(correction, every)
        elif not correction.anchors:
            raise UsageError("A correction names at least one row of a report.")
        name = self._store.put_correction(correction)
        self._derive_stored()
        return next(stored for stored in self._store.corrections() if stored.id == name)

    def event(self, key: str, as_of: date | None = None) -> StoryEvent:
        """The event with this id, or that holds this telling (`REPORT#e3`). Raises UsageError where there is none."""
        return find_event(self._around(key, as_of), key)

    def event_anchors(self, key: str, only: Iterable[str] = ()) -> tuple[Anchor, ...]:
        """Where the tellings of an event stand in their reports; with `only`, those of some reports (or tellings).

        Raises UsageError where there is no such event, or it is not told by one of these reports.
        """
        mentions = mentions_of(self.event(key), tuple(only))
        return tuple(dict.fromkeys(self._event_anchor(mention.report, mention.event) for mention in mentions))

    def statement_anchors(self, key: str) -> tuple[Anchor, ...]:
        """Where a statement stands in the reports that carry it. Raises UsageError where there is no such statement."""
        derived, report = self._derived(None, "head", "statement"), key.rpartition("#")[0]
        carrying = {name for row in derived.statements if report in row.reports for name in row.reports}
        readings = {reading.id: reading for reading in self._store.readings_of(sorted(carrying))}
        return appearances(key, readings, derived, tuple(self._store.corrections()))

    def actor(self, name: str) -> StoryActor:
        """The actor with this id, or the only one with this name. Raises UsageError where there is none, or several."""
        return find_actor(self._derived(None, "actor").actors, name)

    def watched(self) -> tuple[str, ...]:
        """The watch list: names and words, in the order of the alphabet."""
        return self._store.watched()

    def watch(self, words: str) -> str:
        """Puts a name or some words on the watch list, and returns them as they stand there.

        Raises UsageError where there is no word in them, for nothing could meet that.
        """
        entry = " ".join(words.split())
        if not folded(entry):
            raise UsageError(f"There is no word in {words!r} to look out for.")
        self._store.watch(entry)
        return entry

    def unwatch(self, words: str) -> bool:
        """Takes an entry from the watch list; false where it was not on it."""
        entry = " ".join(words.split())
        found = entry in self._store.watched()
        if found:
            self._store.unwatch(entry)
        return found

    def _event_anchor(self, report: str, event: str) -> Anchor:
        reading = self._store.reading(report)
        return event_anchor(reading, next(row for row in reading.events if row.id == event))

    # Care

    def check(self) -> CheckSummary:
        """Looks for damage: the file, every stored text and reading, and whether what is derived equals a rebuild."""
        problems: list[str] = []
        try:
            problems.extend(check.problems(self._store))
            problems.extend(self._derived_problems())
        except RecordError as error:  # Too damaged to go on.
            problems.append(str(error))
        return msgspec.structs.replace(check.counts(self._store.database), problems=tuple(problems))

    def backup(self, target: str | Path) -> Path:
        """Copies the record, whole and consistent, to `target`; a record or nothing stands there, never a part.

        Raises RecordError where `target` exists and is not a record.
        """
        return backup.backup(self._store.database, Path(target))

    # Within

    def _derive_stored(self) -> None:
        """Brings what is derived up to date, some reports a transaction; nothing but what they touch is looked at."""
        more = True
        while more:
            copy_index.update(self._store.database, COPY_RULES)
            more = self._store.work_in(VERSION, self._work_in)

    def _work_in(self, ledger: SqliteLedger, reports: tuple[str, ...]) -> None:
        grow(ledger, reports, self._store.corrections())

    def _pairs(self) -> Iterator[Pair]:
        """The pairs of copies that are stored."""
        return (Pair(*pair) for pair in copy_index.pairs(self._store.database))

    def _derive_now(self, as_of: date | None = None, day: date | None = None, stored: bool = True) -> Derived:
        """What is derived from the reports up to `as_of`, as of `day`; with `stored`, by the stored pairs of copies
        where they are complete."""
        readings = tuple(self._store.readings(as_of))
        if stored and copy_index.is_current(self._store.database, COPY_RULES.version):
            return derive(readings, day, self._pairs(), corrections=self._store.corrections())
        known = {reading.id for reading in readings}
        texts = (text for text in copy_index.texts(self._store.database) if text.id in known)
        return derive(readings, day, copies.connecting(texts), corrections=self._store.corrections())

    @property
    def _read(self) -> Read:
        if self._given_read is not None:
            return self._given_read
        from onrecord import pipeline

        return pipeline.read

    @property
    def _reader(self) -> Reader:
        if self._given_reader is not None:
            return self._given_reader
        from onrecord import pipeline

        return pipeline.reader()

    @property
    def _stale(self) -> bool:
        """True where reports or readings have come since the rows were derived, or the rules have changed."""
        return self._store.derived_from() != self._store.basis(VERSION)

    def _to_read(self, articles: Iterable[Article | Unread], tally: Tally) -> Iterator[Article]:
        """The articles that are new; all others are counted."""
        for article in articles:
            if isinstance(article, Unread):
                tally.fail(article)
                continue
            try:
                known = self._store.find(article)
            except UnicodeError as error:
                tally.fail(Unread(article.id, reason(error)))
                continue
            if known is None:
                yield article
            else:
                tally.count(Stored(known, "unchanged"))

    def _put(self, outcome: Outcome, tally: Tally) -> None:
        if isinstance(outcome.result, Unread):
            tally.fail(outcome.result)
        else:
            tally.count(self._store.put(outcome.article, outcome.result))

    def _put_again(self, outcome: Outcome, tally: Tally) -> tuple[RowChange, ...]:
        """Stores another reading of a report, and tells what is different in it."""
        if isinstance(outcome.result, Unread):
            tally.fail(outcome.result)
            return ()
        report = outcome.article.id
        changes = differences(self._store.reading(report), outcome.result)
        self._store.put_reading(report, outcome.result)
        tally.count(Stored(report, "new"))
        return changes

    def _derived(self, as_of: date | None, *kinds: str) -> Derived:
        """What is derived as of a day: the stored rows where they fit (of some kinds alone, where these are given),
        else worked out now."""
        latest = self._store.latest_day()
        day = as_of or latest
        if day == latest and not self._stale:
            return derived_of(self._store.derived(*kinds), latest)
        if day is not None and latest is not None and day < latest:
            return self._derive_now(day, day)
        return self._derive_now(day=day)

    def _around(self, key: str, as_of: date | None) -> Derived:
        """What is derived as of a day, as far as it has to do with an event, of which `key` is the id or that of a
        telling: the rows that it names. Where no stored rows fit, all that is derived."""
        latest = self._store.latest_day()
        if (as_of or latest) != latest or self._stale:
            return self._derived(as_of)
        event = tuple(self._store.derived_rows("event", [self._store.event_of(key) or key]))
        resting = {mention.statement for row in derived_of(event, latest).events for mention in row.mentions}
        said = tuple(self._store.derived_rows("statement", filter(None, resting)))
        named = ids_named(derived_of((*event, *said), latest))
        others = (row for kind, ids in named.items() for row in self._store.derived_rows(kind, ids))
        return derived_of((*event, *said, *others), latest)

    def _derived_problems(self) -> Iterator[str]:
        """Whether the derived rows are what a rebuild gives; rows that are only older than the reports are not."""
        if self._stale:
            return
        stored = {(row.type, row.id): row.content for row in self._store.derived()}
        rebuilt = {(row.type, row.id): row.content for row in stored_rows(self._derive_now(day=date.max, stored=False))}
        for kind, key in sorted(stored.keys() | rebuilt.keys()):
            if stored.get((kind, key)) != rebuilt.get((kind, key)):
                yield f"the derived {kind} {key} is not what a rebuild gives; `onrecord derive` rebuilds it"


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
