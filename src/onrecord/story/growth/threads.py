"""Stories: reports filed by topic, each tied to the one before it; stories that are touched are tied anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from onrecord.schema.report import ReportHead
from onrecord.schema.story import Story, StoryLink
from onrecord.schema.story_actor import StoryActor
from onrecord.schema.story_event import StoryEvent
from onrecord.story.growth.people import stored_actor
from onrecord.story.growth.tellings import Shelf, Told
from onrecord.story.ledger import Asked, Ledger, Notes, encoded
from onrecord.story.stories import Topic, first_events, grouped, links_reports, near, publication_key, topics_of


class Tied(msgspec.Struct, frozen=True, order=True):
    """A report of a topic."""

    topic: str
    report: str


class Threads:
    """The reports as they are filed by topic."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.heads: Mapping[str, ReportHead] = Asked(self._head)
        self.actors: Mapping[str, StoryActor] = Asked(lambda key: stored_actor(ledger, key))
        self.stories = Notes(ledger, "story", str)
        self._ties = Notes(ledger, "ties", tuple[Tied, ...])

    def retie(self, event: str) -> set[str]:
        """Files the reports of an event under its topics, in place of what was there; returns all reports that are
        touched: those, and the ones beside them."""
        before, after = set(self._ties.get(event) or ()), set(self._tied(event))
        touched: set[str] = set()
        for tie in sorted(before - after):
            if self.ledger.count("topic", tie.topic, tie.report, -1) == 0:
                touched.update(self._beside(tie))
                self.ledger.unpost("topic", tie.topic, tie.report, self.at(tie.report))
                self.ledger.unpost("topics", tie.report, tie.topic)
        for tie in sorted(after - before):
            if self.ledger.count("topic", tie.topic, tie.report, 1) == 1:
                touched.update(self._beside(tie))
                self.ledger.post("topic", tie.topic, tie.report, self.at(tie.report))
                self.ledger.post("topics", tie.report, tie.topic)
        if after:
            self._ties.put(event, tuple(sorted(after)))
        else:
            self._ties.drop(event)
        return touched

    def at(self, report: str) -> str:
        """What puts a report in its place among others: the moment of publication, undated ones last."""
        published = self.heads[report].published
        return "1" if published is None else f"0{published}"

    def links(self, report: str) -> Iterator[StoryLink]:
        """The links of a report to earlier ones, and of a copy to its original."""
        head = self.heads[report]
        if head.copy_of is not None:
            yield StoryLink(report=report, to=head.copy_of, kind="copy")
        for key in self.ledger.posted("topics", report):
            before, _ = self.ledger.beside("topic", key, self.at(report), report)
            topic = msgspec.json.decode(key, type=Topic)
            if before is not None and near(self.heads[before], head, topic.days):
                yield StoryLink(report=report, to=before, kind=topic.kind, by=topic.by)

    def event(self, name: str) -> StoryEvent | None:
        """The row of an event."""
        content = self.ledger.row("event", name)
        return msgspec.json.decode(content, type=StoryEvent) if content else None

    def _tied(self, event: str) -> Iterator[Tied]:
        """The reports of an event under each of its topics."""
        row = self.event(event)
        if row is None or not links_reports(row):
            return
        reports = {mention.report for mention in row.mentions}
        for topic in topics_of(row, self.actors):
            key = encoded(topic).decode()
            yield from (Tied(key, report) for report in reports)

    def _beside(self, tie: Tied) -> Iterator[str]:
        """A report and those before and after it in a topic."""
        yield tie.report
        beside = self.ledger.beside("topic", tie.topic, self.at(tie.report), tie.report)
        yield from (name for name in beside if name is not None)

    def _head(self, report: str) -> ReportHead | None:
        content = self.ledger.row("head", report)
        return msgspec.json.decode(content, type=ReportHead) if content else None


def threaded(ledger: Ledger, reports: Iterable[str], told: Told, sided: Iterable[str]) -> None:
    """Works out anew the stories of reports that are new or changed, and of those whose events are."""
    threads = Threads(ledger)
    touched = set(reports)
    for event in sorted({*told.written, *told.gone, *sided}):
        touched |= threads.retie(event)
    touched |= {original for name in touched if (original := threads.heads[name].copy_of)}
    stories = {found for report in touched if (found := threads.stories.get(report))}
    before = {name: msgspec.json.decode(ledger.row("story", name) or b"", type=Story) for name in stories}
    touched.update(name for story in before.values() for name in story.reports)
    write(ledger, threads, touched, before)


def write(ledger: Ledger, threads: Threads, reports: set[str], before: Mapping[str, Story]) -> None:
    """Writes the stories of some reports, of which none has a link to any other report."""
    known = {head.id: head for head in sorted((threads.heads[name] for name in reports), key=publication_key)}
    links = [link for name in known for link in threads.links(name)]
    stories = {story.id: story for story in grouped(known, links, Asked(lambda name: first_event(threads, name)))}
    for name in set(before) - set(stories):
        ledger.put_row("story", name, None)
    for name, story in stories.items():
        if before.get(name) != story:
            ledger.put_row("story", name, encoded(story))
    homes = {report: story.id for story in stories.values() for report in story.reports}
    for report in reports:
        if report not in homes:
            threads.stories.drop(report)
        elif threads.stories.get(report) != homes[report]:
            threads.stories.put(report, homes[report])


def first_event(threads: Threads, report: str) -> str | None:
    """The sentence of a report's first event."""
    shelf = Shelf(threads.ledger)
    names = {shelf.events[telling] for telling in threads.ledger.posted("telling", report)}
    every = (event for name in names if (event := threads.event(name)) and links_reports(event))
    ordered = sorted(every, key=lambda event: shelf.tellings[event.id].order)
    return first_events(ordered).get(report)
