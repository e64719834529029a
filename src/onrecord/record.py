"""Record: the one place that joins the reading, the store and the story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.schema.article import Article
from onrecord.schema.brief import Brief, EventLine, StatementLine
from onrecord.schema.plan import Plan
from onrecord.schema.reading import Reader, Reading, Unread
from onrecord.schema.report import Report
from onrecord.schema.story_actor import StoryActor
from onrecord.schema.story_event import StoryEvent
from onrecord.schema.story_place import StoryPlace
from onrecord.schema.story_statement import StoryStatement
from onrecord.schema.summary import AddSummary, CheckSummary, Progress, RereadSummary, SearchHit

Read = Callable[[Article], Reading]
OnProgress = Callable[[Progress], None]
Row = Report | StoryActor | StoryPlace | StoryStatement | StoryEvent


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
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file. Closing twice does nothing."""
        raise NotImplementedError

    # What goes in

    def add(
        self, articles: Iterable[Article | Unread], workers: int = 0, on_progress: OnProgress | None = None
    ) -> AddSummary:
        """Reads articles and stores them, one transaction a report, then derives anew.

        What is there already is not read again; what cannot be read is named in `failed`, is not stored, and the rest
        goes on. An `Unread` among the articles is passed on to `failed`. With `workers` above 0 as many processes read.
        After a kill, an interrupt or a full disk, all reports stored so far are there; adding the same again goes on.
        """
        raise NotImplementedError

    def reread(self, workers: int = 0, on_progress: OnProgress | None = None) -> RereadSummary:
        """Reads again what was last read by another version of the reader, and keeps the old readings."""
        raise NotImplementedError

    def derive(self) -> int:
        """Drops what is derived and rebuilds it from reports and readings; returns the number of rows."""
        raise NotImplementedError

    # What is there

    def reports(self) -> tuple[Report, ...]:
        """All reports, by publication and id, with `copy_of` and `added`."""
        raise NotImplementedError

    def reading(self, report_id: str) -> Reading:
        """The newest reading of a report. Raises UsageError where there is no such report."""
        raise NotImplementedError

    def search(self, query: str, limit: int = 20) -> tuple[SearchHit, ...]:
        """Reports whose title or text holds all words of the query, best first.

        `"several words"` is a phrase, `word*` a beginning, `-word` leaves out, `OR` between two words is either. No
        query is an error: what cannot be searched for finds nothing.
        """
        raise NotImplementedError

    # What it says

    def brief(self, as_of: date | None = None, since: date | None = None, min_confidence: float = 0.5) -> Brief:
        """What happened, is planned, is said, is denied or is unconfirmed, as of a day (the latest by default).

        With `since`, what changed or was said on or after that day. Reports after `as_of` are left out.
        """
        raise NotImplementedError

    def timeline(
        self, as_of: date | None = None, since: date | None = None, until: date | None = None
    ) -> tuple[EventLine, ...]:
        """Events with a known time, by that time; `since` and `until` (both inclusive) bound it."""
        raise NotImplementedError

    def statements(self, speaker: str | None = None, as_of: date | None = None) -> tuple[StatementLine, ...]:
        """Statements by day; with `speaker`, those of sources whose name has these words."""
        raise NotImplementedError

    def plans(self, as_of: date | None = None) -> tuple[Plan, ...]:
        """Planned events by their expected time, each with its outcome as of the day."""
        raise NotImplementedError

    def events(self, as_of: date | None = None) -> tuple[StoryEvent, ...]:
        """All events, by id."""
        raise NotImplementedError

    def export(self, as_of: date | None = None, added: bool = True) -> Iterator[Row]:
        """The rows of the contract `onrecord-record/1`: reports, actors, places, statements, events, each by id.

        The rows do not depend on the order in which reports were added. `added=False` leaves out the one field that
        differs from run to run.
        """
        raise NotImplementedError

    # Care

    def check(self) -> CheckSummary:
        """Looks for damage: the file, every stored text and reading, and whether what is derived equals a rebuild."""
        raise NotImplementedError

    def backup(self, target: str | Path) -> Path:
        """Copies the record, whole and consistent, to `target`; a record or nothing stands there, never a part.

        Raises RecordError where `target` exists and is not a record.
        """
        raise NotImplementedError
