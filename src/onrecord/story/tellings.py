"""Telling: one row of a report's reading that tells of an event, with what is needed to compare it with others."""

from __future__ import annotations

import re

import msgspec

from onrecord.schema.actor import Actor, ActorKind
from onrecord.schema.event import Event
from onrecord.schema.place import Place
from onrecord.schema.reading import Reading
from onrecord.schema.span import words
from onrecord.schema.statement import Stance
from onrecord.story.days import Days
from onrecord.story.ids import actor_id, cut, folded, global_id, publication
from onrecord.story.sources import Word, word
from onrecord.story.statuses import FACTUAL, OPEN, TOLD

STATE = frozenset({"GOV", "MIL", "SPY", "LEG", "COP", "JUD"})
"""Sectors that act for a state (PLOVER)."""

AREAS = frozenset({"country", "region", "territory", "area", "sea"})
"""Kinds of places that are no spot on the map."""

PLAN_DAYS = 2
"""How many days a plan may be off and still be the plan of what then happened."""
MOVED_DAYS = 60
"""The same where a report says that the plan was moved."""
MOVED_WORDS = re.compile(
    r"\b(?:postpon|reschedul|rearrang|delay|defer|(?:put|push|hold|held)\w* (?:off|back|over)|br(?:ought|ing) forward|"
    r"moved (?:to|from))"
)

ASIDE = re.compile(r",\s*(?:which|who)\b[^,]*,")
"""A clause between commas that tells of something by the way."""
PARTED = re.compile(r",\s*(?:which|who|where)\b|;|\b(?:during|after|because|since|while|before|when|but)\b")
"""What parts a word from one that belongs to something else."""

SENTENCE = 8
"""A sentence of so many words that two reports share was written once."""

SILENT = frozenset({"declines_to_comment", "does_not_confirm"})
"""Stances that neither tell nor deny anything."""


LASTING = frozenset({"strike", "obstruct", "hunger"})
"""Modes of what goes on for days."""
LASTING_DAYS = 14

MINTED = "x-"
"""Begins the ids that a reader gives to those whom no table knows."""
PEOPLE = frozenset({"person"})
CAST = frozenset({"person", "organization"})

HOUSES = frozenset({"LEG", "JUD"})
"""Sectors of which only a body acts for its state: a member of parliament speaks for nobody else."""

NOT_TELLING = frozenset("a an the his her its their whose my our your".split())
"""Words of a description by which no two parties are alike."""


class Party(msgspec.Struct, frozen=True, gc=False):
    """A party to an event.

    `local` is true for somebody of one report alone, who is described in these `words`, the last of which is the `noun`
    (none for all others), `state` for a state or who acts for it.
    """

    id: str
    kind: ActorKind
    country: str | None
    state: bool
    local: bool
    words: frozenset[str]
    noun: str = ""

    @property
    def is_country(self) -> bool:
        """True for a state as such."""
        return self.kind == "country"


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """An event as one report tells it.

    `id` is `REPORT#EVENT`, `first` that of the row that `same_as` names (or its own), `published` the day of the
    report as an ordinal. `parties` are actors and recipients, each once, `named` the ids of those who can be told of by
    another report; a visit of which only the place is told has the state of that place among its parties. `days` is
    when it takes place, `reach` the days on which it can have been or be (None where nothing bounds them). `statement`
    is the record's id of the statement on which it rests, `stance` that statement's. `evidence` is the sentence in
    small letters, its words parted by single spaces; `predicate_text` and `evidence_text` are the words as they stand.
    `word` is on whose word it is told, `context` what the report names besides states and outlets: persons, bodies and
    towns; `cast` those persons and bodies among them whom no table knows, `people` the persons of these.
    """

    id: str
    first: str
    report: str
    event: Event
    published: int | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    parties: tuple[Party, ...]
    named: frozenset[str]
    days: Days | None
    reach: Days | None
    place: Place | None
    place_id: str | None
    statement: str | None
    stance: Stance | None
    evidence: str
    predicate_text: str
    evidence_text: str
    word: Word
    context: frozenset[str]
    cast: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    @property
    def order(self) -> tuple[float, str, int, str]:  # A sort key, the one tuple of more than two.
        """By publication, then by report and by event."""
        day = float("inf") if self.published is None else self.published
        return (day, self.report, len(self.event.id), self.event.id)

    @property
    def is_long(self) -> bool:
        """True where the sentence is so long that two reports cannot have written it apart."""
        return self.evidence.count(" ") >= SENTENCE - 1

    @property
    def another(self) -> bool:
        """True for one more of its kind ("further talks", "to meet again")."""
        word = re.escape(self.predicate_text.casefold())
        return (
            re.search(rf"\b(?:further|another|second|more|new)\s+{word}\b|\b{word}\s+again\b", self.evidence)
            is not None
        )

    @property
    def moved(self) -> bool:
        """True where the sentence tells that it was put off, or moved to another day: not where something else was
        ("is to be signed during the visit, which had been postponed")."""
        text, word = self.evidence_text.casefold(), self.predicate_text.casefold()
        start, found = text.find(word), MOVED_WORDS.search(text)
        if found is None or start < 0:
            return False
        between = text[start + len(word) : found.start()] if start < found.start() else text[found.end() : start]
        return PARTED.search(ASIDE.sub(" ", between)) is None

    @property
    def silent(self) -> bool:
        """True where it only names what somebody does not speak of."""
        return self.stance in SILENT


def tellings(reading: Reading) -> tuple[Telling, ...]:
    """The events of a reading."""
    return tuple(telling(reading, event) for event in reading.events)


def context(reading: Reading) -> frozenset[str]:
    """The ids of the persons, bodies and towns that a report names."""
    known = reading.actors.items()
    people = (name for name, actor in known if not actor.local and actor.kind not in {"country", "outlet"})
    towns = (name for name, place in reading.gazetteer.items() if place.kind not in AREAS)
    return frozenset((*people, *towns))


def unlisted(reading: Reading, kinds: frozenset[str]) -> frozenset[str]:
    """The ids of those of these kinds whom no table knows, but for journalists, and for bodies that are only what many
    states have ("the Chilean police")."""
    return frozenset(
        name
        for name, actor in reading.actors.items()
        if actor.kind in kinds and name.startswith(MINTED) and not actor.local and "JRN" not in actor.sectors
        if actor.kind == "person" or not (actor.country and name.startswith(f"{MINTED}{actor.country.lower()}-"))
    )


def telling(reading: Reading, event: Event) -> Telling:
    """One event of a reading."""
    statement = next((s for s in reading.statements if s.id == event.statement), None)
    published, days = publication(reading), Days.of(event.time)
    evidence = folded(words(reading.article.text, event.evidence))
    actors = tuple(party(reading, actor) for actor in event.actors)
    recipients = tuple(party(reading, actor) for actor in event.recipients)
    return Telling(
        id=global_id(reading.id, event.id),
        first=global_id(reading.id, event.same_as or event.id),
        report=reading.id,
        event=event,
        published=published,
        actors=actors,
        recipients=recipients,
        parties=tuple(dict.fromkeys((*actors, *(recipients or host(reading, event, actors))))),
        named=frozenset(one.id for one in (*actors, *recipients) if not one.local),
        days=days,
        reach=known_reach(days, published, event, evidence) if days else news_reach(published, event),
        place=reading.gazetteer.get(event.place) if event.place else None,
        place_id=event.place,
        statement=global_id(reading.id, event.statement) if event.statement else None,
        stance=statement.stance if statement else None,
        evidence=evidence,
        predicate_text=cut(reading, event.predicate),
        evidence_text=cut(reading, event.evidence),
        word=word(event, reading),
        context=context(reading),
        cast=unlisted(reading, CAST),
        people=unlisted(reading, PEOPLE),
    )


def known_reach(days: Days, published: int | None, event: Event, evidence: str) -> Days:
    """The days that are told: of a fact as they are, of a plan with some slack, of one that was moved with more. Of
    what is still to come, only days that are still to come; a strike lasts until it is told of, and one that goes on
    has begun before."""
    if event.mode in LASTING and event.status in TOLD:
        begun = days.first - LASTING_DAYS if event.status == "ongoing" else days.first
        return Days(begun, max(days.end, (published or 0) + 1))
    if event.status in FACTUAL:
        return days
    wide = days.widened(MOVED_DAYS if MOVED_WORDS.search(evidence) else PLAN_DAYS)
    ahead = event.status in OPEN and published is not None and published < days.end
    return Days(max(wide.first, published - 1), wide.end) if ahead and published else wide


def news_reach(published: int | None, event: Event) -> Days | None:
    """The days that are not told: about that of publication, as news is fresh and plans are soon due. What is
    background and undated can have been at any time."""
    if published is None or event.background:
        return None
    match event.status:
        case "happened" | "ongoing":
            before, after = 3, 1
        case "not_happened" | "denied":
            before, after = 14, 7
        case _:
            before, after = 1, 21
    return Days(published - before, published + after + 1)


def party(reading: Reading, actor: str) -> Party:
    """An actor as a party to an event."""
    known = reading.actors.get(actor) or Actor(name=actor, kind="group", local=True)
    words = [word for word in folded(known.name).split() if word not in NOT_TELLING] if known.local else []
    return Party(
        id=actor_id(reading, actor),
        kind=known.kind,
        country=known.country,
        state=known.kind == "country" or acts_for_state(known),
        local=known.local,
        words=frozenset(words),
        noun=head_noun(known.name) if words else "",
    )


def head_noun(name: str) -> str:
    """The noun of a description: "leaders" of "the leaders of the guild"."""
    return folded(name.split(" of ")[0]).split()[-1]


def acts_for_state(actor: Actor) -> bool:
    """True for who acts for a state."""
    body = actor.kind == "organization"
    return not STATE.isdisjoint(actor.sectors[:1]) and (body or HOUSES.isdisjoint(actor.sectors[:1]))


def host(reading: Reading, event: Event, visitors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The state that is visited, where only a place in it is told ("flew into Pyongyang"); nobody where that is the
    visitors' own, or where theirs is not known."""
    place = reading.gazetteer.get(event.place) if event.place else None
    own = {visitor.country for visitor in visitors}
    if event.mode != "visit" or place is None or place.country is None or not own or own & {None, place.country}:
        return ()
    return (Party(place.country.lower(), "country", place.country, state=True, local=False, words=frozenset()),)
