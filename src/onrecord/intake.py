"""Intake: articles and their readings put into a store, each counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.schema.article import Article
from onrecord.schema.reading import Unread
from onrecord.schema.summary import RowChange
from onrecord.store.store import Store, Stored
from onrecord.store.tally import Tally
from onrecord.story.differences import differences
from onrecord.workers.reading import Outcome, reason


class Intake:
    """What goes into a store: articles that are new, and other readings of those that are there."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def new(self, articles: Iterable[Article | Unread], tally: Tally) -> Iterator[Article]:
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

    def put(self, outcome: Outcome, tally: Tally) -> None:
        """Stores a report with its reading; what could not be read is only counted."""
        if isinstance(outcome.result, Unread):
            tally.fail(outcome.result)
        else:
            tally.count(self._store.put(outcome.article, outcome.result))

    def put_again(self, outcome: Outcome, tally: Tally) -> tuple[RowChange, ...]:
        """Stores another reading of a report, and tells what is different in it."""
        if isinstance(outcome.result, Unread):
            tally.fail(outcome.result)
            return ()
        report = outcome.article.id
        changes = differences(self._store.reading(report), outcome.result)
        self._store.put_reading(report, outcome.result)
        tally.count(Stored(report, "new"))
        return changes
