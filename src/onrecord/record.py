"""Record: the one place that joins the reading, the store and the story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from onrecord.deriving import Deriving
from onrecord.errors import RecordError, UsageError
from onrecord.intake import Intake
from onrecord.schema.article import Article
from onrecord.schema.brief import Brief, EventLine, StatementLine
from onrecord.schema.citation import Citation
from onrecord.schema.copy import Copies
from onrecord.schema.correction import Anchor, Correction, Reviewed
from onrecord.schema.diff import Diff
from onrecord.schema.origin_tree import OriginTree
from onrecord.schema.plan import Plan
from onrecord.schema.reading import Reader, Reading, Unread
from onrecord.schema.report import Report
from onrecord.schema.story import Story, StoryLine
from onrecord.schema.story_actor import StoryActor
from onrecord.schema.story_event import StoryEvent
from onrecord.schema.story_place import StoryPlace
from onrecord.schema.story_statement import StoryStatement
from onrecord.schema.summary import AddSummary, CheckSummary, Progress, RereadSummary, RowChange, SearchHit
from onrecord.store import backup, check
from onrecord.store import copies as copy_index
from onrecord.store.store import Store
from onrecord.store.tally import Tally
from onrecord.story import views
from onrecord.story.anchors import event_anchor
from onrecord.story.citations import citations
from onrecord.story.copy_groups import copies_shown
from onrecord.story.corrections import reviewed as standing
from onrecord.story.corrections import touched
from onrecord.story.differences import summed
from onrecord.story.ids import folded
from onrecord.story.lookup import appearances, check_undo, find_actor, find_event, mentions_of
from onrecord.story.news import diff
from onrecord.story.origin_tree import origin_tree
from onrecord.story.story_lines import story_lines
from onrecord.story.watching import Watch
from onrecord.workers.reading import Read, read_all

OnProgress = Callable[[Progress], None]
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
        self._intake = Intake(self._store)
        self._deriving = Deriving(self._store)

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
        with closing(read_all(self._intake.new(articles, tally), self._read, workers)) as outcomes:
            for outcome in outcomes:
                self._intake.put(outcome, tally)
        if tally.new or tally.versions or self._deriving.is_stale:
            self._deriving.bring_up()
        return tally.summary()

    def reread(self, workers: int = 0, on_progress: OnProgress | None = None) -> RereadSummary:
        """Reads again what was last read by another version of the reader, and keeps the old readings."""
        tally = Tally(on_progress)
        changes: dict[str, tuple[RowChange, ...]] = {}
        articles = (self._store.article(report) for report in self._store.outdated(self._reader))
        with closing(read_all(articles, self._read, workers)) as outcomes:
            for outcome in outcomes:
                changes[outcome.article.id] = self._intake.put_again(outcome, tally)
        if tally.new or self._deriving.is_stale:
            self._deriving.bring_up()
        return RereadSummary(
            reread=tuple(tally.new),
            changed=tuple(report for report, found in changes.items() if found),
            changes=summed(chain.from_iterable(changes.values())),
            failed=tuple(tally.failed),
        )

    def derive(self) -> int:
        """Drops what is derived and rebuilds it from reports and readings; returns the number of rows."""
        return self._deriving.rebuild()

    # What is there

    def reports(self) -> tuple[Report, ...]:
        """All reports, by publication and id, with `copy_of` and `added`."""
        originals = {head.id: head.copy_of for head in self._deriving.as_of(None, "head").heads}
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
        derived = self._deriving.as_of(as_of)
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
        return views.timeline(self._deriving.as_of(as_of), since, until, min_confidence)

    def statements(self, speaker: str | None = None, as_of: date | None = None) -> tuple[StatementLine, ...]:
        """Statements, the latest first; with `speaker`, those of sources whose name has these words."""
        return views.statements(self._deriving.as_of(as_of), speaker)

    def plans(self, as_of: date | None = None, min_confidence: float = 0.4) -> tuple[Plan, ...]:
        """Planned events by their expected time, each with its outcome as of the day."""
        return views.plans(self._deriving.as_of(as_of), min_confidence)

    def diff(self, since: date, as_of: date | None = None, min_confidence: float = 0.4) -> Diff:
        """What the record says as of a day (the latest by default) that it did not say before the day `since`."""
        now = self._deriving.as_of(as_of)
        late = now.as_of is not None and since > now.as_of
        before = now if late else self._deriving.as_of(since - timedelta(days=1))
        marks = Watch(self._store.watched(), now).marks(since.isoformat())
        reviewed = touched(now.events, self._store.corrections())
        found = diff(before, now, since, min_confidence)
        return msgspec.structs.replace(found, watched=dict(marks), reviewed=reviewed)

    def origins(self, key: str, as_of: date | None = None) -> OriginTree:
        """The tree behind the number of independent origins of an event. Raises UsageError where there is none."""
        derived = self._deriving.around(key, as_of)
        return origin_tree(find_event(derived, key), derived)

    def cite(self, key: str, as_of: date | None = None) -> tuple[Citation, ...]:
        """What each report tells of an event, for a footnote, the best first. Raises UsageError where there is no such
        event."""
        derived = self._deriving.around(key, as_of)
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
        return copies_shown(self._deriving.as_of(as_of, "head").heads, texts, report)

    def stories(self, report: str | None = None, as_of: date | None = None) -> tuple[StoryLine, ...]:
        """The reports that belong together, the latest stories first, each report with the reason; with `report`, the
        story that holds it. Raises UsageError where there is no such report."""
        return story_lines(self._deriving.as_of(as_of, "head", "actor", "story"), report)

    def events(self, as_of: date | None = None) -> tuple[StoryEvent, ...]:
        """All events, by id."""
        return self._deriving.as_of(as_of, "event").events

    def export(self, as_of: date | None = None, added: bool = True, corrections: bool = False) -> Iterator[Row]:
        """The rows of the contract `onrecord-record/1`: reports, actors, places, stories, statements, events, each by
        id.

        The rows do not depend on the order in which reports were added. `added=False` leaves out what differs from run
        to run. With `corrections` these follow, a kind of row that the contract does not have, in their order.
        """
        derived = self._deriving.as_of(as_of)
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
        self._deriving.bring_up()
        return next(stored for stored in self._store.corrections() if stored.id == name)

    def event(self, key: str, as_of: date | None = None) -> StoryEvent:
        """The event with this id, or that holds this telling (`REPORT#e3`). Raises UsageError where there is none."""
        return find_event(self._deriving.around(key, as_of), key)

    def event_anchors(self, key: str, only: Iterable[str] = ()) -> tuple[Anchor, ...]:
        """Where the tellings of an event stand in their reports; with `only`, those of some reports (or tellings).

        Raises UsageError where there is no such event, or it is not told by one of these reports.
        """
        mentions = mentions_of(self.event(key), tuple(only))
        return tuple(dict.fromkeys(self._event_anchor(mention.report, mention.event) for mention in mentions))

    def statement_anchors(self, key: str) -> tuple[Anchor, ...]:
        """Where a statement stands in the reports that carry it. Raises UsageError where there is no such statement."""
        derived, report = self._deriving.as_of(None, "head", "statement"), key.rpartition("#")[0]
        carrying = {name for row in derived.statements if report in row.reports for name in row.reports}
        readings = {reading.id: reading for reading in self._store.readings_of(sorted(carrying))}
        return appearances(key, readings, derived, tuple(self._store.corrections()))

    def actor(self, name: str) -> StoryActor:
        """The actor with this id, or the only one with this name. Raises UsageError where there is none, or several."""
        return find_actor(self._deriving.as_of(None, "actor").actors, name)

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
            problems.extend(self._deriving.problems())
        except RecordError as error:  # Too damaged to go on.
            problems.append(str(error))
        return msgspec.structs.replace(check.counts(self._store.database), problems=tuple(problems))

    def backup(self, target: str | Path) -> Path:
        """Copies the record, whole and consistent, to `target`; a record or nothing stands there, never a part.

        Raises RecordError where `target` exists and is not a record.
        """
        return backup.backup(self._store.database, Path(target))

    # Within

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
