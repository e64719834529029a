"""Events: new tellings find by signs and days those that may be of one event; each component touched is parted anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import blake2b

import msgspec

from onrecord.schema.correction import Correction
from onrecord.schema.reading import Reading
from onrecord.schema.story_event import StoryEvent
from onrecord.story.answers import answers
from onrecord.story.clusters import components, sentence_key, signed_days
from onrecord.story.corrections import rulings
from onrecord.story.days import ordinal
from onrecord.story.events import event_row
from onrecord.story.growth.groups import Groups, filed_reports
from onrecord.story.growth.people import outlets_of
from onrecord.story.growth.sayings import Answers, Sayings, first_sayings
from onrecord.story.ledger import Asked, Ledger, Notes, Stretch, encoded
from onrecord.story.origins import Provenance
from onrecord.story.rulings import Ruling
from onrecord.story.same_event import points
from onrecord.story.tellings import Telling, tellings


class Told(msgspec.Struct, frozen=True):
    """The events whose rows were written anew or taken away, and the sayings on which the former rest."""

    written: frozenset[str]
    gone: frozenset[str]
    sayings: frozenset[str]


class Universe(msgspec.Struct):
    """The components that new tellings touch, their tellings as they are from now on, by id, and the events that have
    lost a telling, for it was read otherwise."""

    components: set[str]
    tellings: dict[str, Telling]
    poorer: frozenset[str]


class Shelf:
    """The tellings as they are filed: each with its event, each event with its component."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.tellings = Notes(ledger, "telling", Telling)
        self.events = Notes(ledger, "event", str)
        self.components = Notes(ledger, "component", str)

    def component(self, telling: str) -> str:
        """The component that holds a telling."""
        return self.components[self.events[telling]]

    def of_event(self, event: str) -> tuple[Telling, ...]:
        """The tellings of an event, the earliest first."""
        every = (self.tellings[name] for name in self.ledger.posted("event", event))
        return tuple(sorted(every, key=lambda telling: telling.order))

    def of_component(self, component: str) -> Iterator[Telling]:
        """The tellings of a component."""
        for event in self.ledger.posted("component", component):
            yield from self.of_event(event)

    def take(self, telling: Telling) -> None:
        """Takes a telling away. Its event is left until the component is parted anew."""
        self.ledger.drop_stretches(telling.id, stretches(telling))
        for kind, key in postings(telling):
            self.ledger.unpost(kind, key, telling.id)
        self.ledger.unpost("event", self.events[telling.id], telling.id)
        self.events.drop(telling.id)
        self.tellings.drop(telling.id)

    def put(self, telling: Telling, found_by: tuple[Stretch, ...]) -> None:
        """Files a telling, as yet without an event."""
        self.ledger.put_stretches(telling.id, found_by)
        for kind, key in postings(telling):
            self.ledger.post(kind, key, telling.id)
        self.tellings.put(telling.id, telling)

    def move(self, telling: str, event: str) -> None:
        """Puts a telling into an event."""
        before = self.events.get(telling)
        if before != event:
            if before is not None:
                self.ledger.unpost("event", before, telling)
            self.ledger.post("event", event, telling)
            self.events.put(telling, event)

    def place(self, event: str, component: str | None) -> None:
        """Puts an event into a component; None where it is gone."""
        before = self.components.get(event)
        if before == component:
            return
        if before is not None:
            self.ledger.unpost("component", before, event)
        if component is None:
            self.components.drop(event)
        else:
            self.ledger.post("component", component, event)
            self.components.put(event, component)


def told_anew(
    ledger: Ledger,
    readings: Mapping[str, Reading],
    groups: Groups,
    sayings: Sayings,
    corrections: Iterable[Correction],
) -> Told:
    """Puts the tellings of reports that are new or changed into events, and writes the rows of all events that are
    other than before. `corrections` are those in force."""
    shelf = Shelf(ledger)
    old = [shelf.tellings[name] for report in readings for name in ledger.posted("telling", report)]
    new = [telling for reading in readings.values() for telling in tellings(reading)]
    poorer = frozenset(shelf.events[telling.id] for telling in old)
    touched = {shelf.components[event] for event in poorer}
    for telling in old:
        shelf.take(telling)
    universe = Universe(set(), {}, poorer)
    for component in touched:
        widen(universe, component, shelf)
    found_by = {telling.id: stretches(telling) for telling in new}
    for telling in new:
        reach(universe, telling, found_by[telling.id], shelf)
    universe.tellings.update((telling.id, telling) for telling in new)
    ruled = ruled_among(universe, tuple(corrections), shelf)
    for telling in new:
        shelf.put(telling, found_by[telling.id])
    told = part(universe, ruled, shelf)
    return written(told, named_otherwise(groups, sayings, shelf), shelf)


def widen(universe: Universe, component: str, shelf: Shelf) -> None:
    """Takes a component in."""
    if component not in universe.components:
        universe.components.add(component)
        universe.tellings.update((telling.id, telling) for telling in shelf.of_component(component))


def reach(universe: Universe, telling: Telling, found_by: tuple[Stretch, ...], shelf: Shelf) -> None:
    """Takes in all components with which a new telling has to do."""
    found = shelf.ledger.posted("sentence", sentence_sign(telling))
    for name in dict.fromkeys((*found, *shelf.ledger.meeting(found_by))):
        component = shelf.component(name)
        if component not in universe.components:
            other = shelf.tellings[name]
            if sentence_key(other) == sentence_key(telling) or points(telling, other) or points(other, telling):
                widen(universe, component, shelf)


def ruled_among(universe: Universe, corrections: tuple[Correction, ...], shelf: Shelf) -> tuple[Ruling, ...]:
    """What people have ruled of the tellings of a universe, which is widened by the others of which they spoke."""
    waiting = [one for one in corrections if one.action in {"merge", "split"}]
    chosen: list[Correction] = []
    readings: dict[str, Reading] = {}
    while near := [
        one for one in waiting if not reports_of(one).isdisjoint(t.report for t in universe.tellings.values())
    ]:
        waiting = [one for one in waiting if one not in near]
        chosen.extend(near)
        for report in {report for one in near for report in reports_of(one)} - set(readings):
            if (reading := shelf.ledger.reading(report)) is not None:
                readings[report] = reading
        for ruling in rulings(near, readings):
            for name in (*ruling.one, *ruling.apart):
                if name not in universe.tellings and shelf.events.get(name) is not None:
                    widen(universe, shelf.component(name), shelf)
    return rulings(chosen, readings)


def reports_of(correction: Correction) -> frozenset[str]:
    """The reports in which a correction holds."""
    return frozenset(anchor.report for anchor in (*correction.anchors, *correction.rest))


def part(universe: Universe, ruled: tuple[Ruling, ...], shelf: Shelf) -> Told:
    """Parts a universe into events anew; tells which of them are other than before."""
    posted = shelf.ledger.posted
    before = {event: set(posted("event", event)) for name in universe.components for event in posted("component", name)}
    written: set[str] = set()
    known: set[str] = set()
    for component in components(universe.tellings.values(), ruled):
        for event in component.events:
            name, members = event[0].id, {telling.id for telling in event}
            known.add(name)
            if name in universe.poorer or members != before.get(name):
                written.add(name)
            for telling in members:
                shelf.move(telling, name)
            shelf.place(name, component.id)
    gone = before.keys() - known
    for name in gone:
        shelf.place(name, None)
    return Told(frozenset(written), frozenset(gone), frozenset())


def named_otherwise(groups: Groups, sayings: Sayings, shelf: Shelf) -> frozenset[str]:
    """The events in which an origin or a statement goes by another id than before."""
    posted = shelf.ledger.posted
    told = {name for report in groups.moved | groups.renamed for name in posted("telling", report)}
    resting = {name for saying in sayings.shifted for name in posted("resting", saying)}
    return frozenset(shelf.events[name] for name in told | resting)


def written(told: Told, others: frozenset[str], shelf: Shelf) -> Told:
    """Writes the rows of events that are other than before, and takes those away that are gone."""
    resting: set[str] = set()
    writer = Writer(shelf.ledger)
    for event in told.gone:
        writer.drop(event)
    for event in sorted(told.written | others):
        tellings = shelf.of_event(event)
        writer.write(tellings)
        resting.update(telling.statement for telling in tellings if telling.statement)
    return Told(told.written | others, told.gone, frozenset(resting))


class Writer:
    """Writes rows of events, with what follows from them for statements and sides."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._reports = filed_reports(ledger)
        self._firsts = first_sayings(ledger)
        self._statements = Asked(lambda name: first.id if (first := self._firsts.get(name)) else None)
        self._known = Provenance(Asked(lambda report: self._reports[report].own), outlets_of(ledger))
        self._answers = Notes(ledger, "answers", Answers)

    def write(self, tellings: tuple[Telling, ...]) -> None:
        """Writes the row of an event, as of the end of time: what is overdue later, a view leaves out."""
        row = event_row(tellings, self._known, self._statements, date.max)
        self._repost(row.id, row)
        self._ledger.put_row("event", row.id, encoded(row))
        self._answers.put(row.id, answers(row, self._firsts, self._days(row)))

    def drop(self, event: str) -> None:
        """Takes an event away."""
        self._repost(event, None)
        self._ledger.put_row("event", event, None)
        self._answers.drop(event)

    def _days(self, row: StoryEvent) -> dict[str, int | None]:
        """The days of publication of all reports that have to do with an event."""
        said = (self._firsts[mention.statement].reports[0] for mention in row.mentions if mention.statement)
        reports = {*said, *(mention.report for mention in row.mentions)}
        days = {report: self._reports[report].imprint.published for report in reports}
        return {report: ordinal(day) if day else None for report, day in days.items()}

    def _repost(self, event: str, row: StoryEvent | None) -> None:
        """Keeps under each party the events to which it is one."""
        content = self._ledger.row("event", event)
        before = parties_of(msgspec.json.decode(content, type=StoryEvent)) if content else frozenset()
        after = parties_of(row) if row else frozenset()
        for party in before - after:
            self._ledger.unpost("party", party, event)
        for party in after - before:
            self._ledger.post("party", party, event)


def parties_of(row: StoryEvent) -> frozenset[str]:
    """The parties to an event that other reports can name."""
    return frozenset(name for name in (*row.actors, *row.recipients) if "#" not in name)


def stretches(telling: Telling) -> tuple[Stretch, ...]:
    """The signs and days by which a telling is found."""
    return tuple(Stretch(sign(one.sign), one.days.first, one.days.end) for one in signed_days(telling))


def postings(telling: Telling) -> tuple[tuple[str, str], ...]:
    """Under what a telling is filed: its report, its sentence, and the statement on which it rests."""
    own = (("telling", telling.report), ("sentence", sentence_sign(telling)))
    return (*own, ("resting", telling.statement)) if telling.statement else own


def sentence_sign(telling: Telling) -> str:
    """A short form of the sentence on which a telling rests."""
    return str(sign(sentence_key(telling)))


def sign(text: str) -> int:
    """A text as a number of 64 bits."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)
