"""Invented news: any number of reports on many stories, with readings that cost nothing, by the day of publication.

Fifty reports a day by 300 outlets. A story goes on for some three weeks and has some 25 reports; it is between two of
190 states, of which some are in the news more often than others, and has its own people and places. A report tells one
or two of the things that happen in its story, as planned before the day and as having happened after it, and some of
its own: what one side does, what lies months back, what has no day. Some reports are copies, and some sayings are
carried by several.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import count

import msgspec

from onrecord.schema.actor import Actor, Mention
from onrecord.schema.article import Article, ArticleInfo
from onrecord.schema.event import Event, EventType, Status
from onrecord.schema.place import Place
from onrecord.schema.reading import Reader, Reading
from onrecord.schema.span import Span
from onrecord.schema.statement import Source, Statement
from onrecord.schema.time import Dated

READER = Reader(version="invented", model="none", tables="none")
A_DAY = 50
"""Reports a day."""
OF_A_STORY = 25
"""Reports of a story, on average."""
STORY_DAYS = 21
STATES = tuple(f"{a}{b}{c}" for a in "abcdefgh" for b in "xyz" for c in "pqrstuvw")[:190]
WEIGHTS = tuple(1 / (rank + 10) for rank in range(len(STATES)))
OUTLETS = tuple(f"Paper {number}" for number in range(300))
TYPES: tuple[EventType, ...] = ("CONSULT", "AGREE", "ASSAULT", "SANCTION", "ACCUSE", "AID", "REQUEST", "THREATEN")
FIRST_DAY = date(2021, 1, 1)
VOCABULARY = 20_000


class Happening(msgspec.Struct, frozen=True):
    """Something that takes place in a story."""

    type: EventType
    day: date
    actor: str
    recipient: str
    place: str


class Plot(msgspec.Struct, frozen=True):
    """A story: its people by id, its places, what happens in it, and what is said in several reports."""

    number: int
    begins: date
    actors: dict[str, Actor]
    places: dict[str, Place]
    happenings: tuple[Happening, ...]
    sayings: tuple[str, ...]


class Told(msgspec.Struct, frozen=True):
    """A report with its reading."""

    article: Article
    reading: Reading


def reports(seed: int = 8) -> Iterator[Told]:
    """All reports, by the day of publication."""
    dice = random.Random(seed)
    numbers = count()
    waiting: list[tuple[str, int, Plot]] = []
    for day in (FIRST_DAY + timedelta(days=number) for number in count()):
        for _ in range(A_DAY // OF_A_STORY):
            plot = made_plot(next(numbers), day, dice)
            for _ in range(dice.randrange(2, 2 * OF_A_STORY)):
                later = day + timedelta(days=min(STORY_DAYS, int(dice.expovariate(1 / 6))))
                heapq.heappush(waiting, (later.isoformat(), next(numbers), plot))
        before: dict[int, Told] = {}
        while waiting and waiting[0][0] <= day.isoformat():
            _, number, plot = heapq.heappop(waiting)
            told = before.get(plot.number)
            found = copied(told, number, dice) if told and dice.random() < 0.3 else made(number, day, plot, dice)
            before[plot.number] = found
            yield found


def made_plot(number: int, day: date, dice: random.Random) -> Plot:
    """A story that begins on a day."""
    one, other = dice.choices(STATES, WEIGHTS, k=2)
    actors = {state: Actor(name=state.title(), kind="country", country=state.upper()) for state in (one, other)}
    for person in range(6):
        state = (one, other)[person % 2]
        sectors = (("GOV",), ("MIL",), ("CVL",))[person % 3]
        name = f"{word(dice).title()} {word(dice).title()}"
        actors[f"p{number}-{person}"] = Actor(name=name, kind="person", country=state.upper(), sectors=sectors)
    places = {
        f"g{dice.randrange(3_000)}": Place(
            name=word(dice).title(), kind="city", country=dice.choice((one, other)).upper()
        )
        for _ in range(3)
    }
    happenings = tuple(
        happens(day + timedelta(days=dice.randrange(STORY_DAYS)), actors, places, dice) for _ in range(5)
    )
    sayings = tuple(" ".join(word(dice) for _ in range(12)) for _ in range(3))
    return Plot(number, day, actors, places, happenings, sayings)


def happens(day: date, actors: Iterable[str], places: Iterable[str], dice: random.Random) -> Happening:
    """Something between two actors on a day."""
    one, other = dice.sample(sorted(actors), 2)
    return Happening(dice.choice(TYPES), day, one, other, dice.choice(sorted(places)))


def word(dice: random.Random) -> str:
    """A word that means nothing; some are frequent."""
    return f"w{int(VOCABULARY * dice.random() ** 3)}"


class Draft:
    """A report as it is being written."""

    def __init__(self, day: date, plot: Plot, dice: random.Random) -> None:
        self.day, self.plot, self.dice = day, plot, dice
        self.text = ""
        self.mentions: list[Mention] = []
        self.statements: list[Statement] = []
        self.events: list[Event] = []

    def write(self, words: str) -> Span:
        """Goes on with some words."""
        start = len(self.text)
        self.text += f"{words} "
        return Span(start, start + len(words))

    def name(self, actor: str) -> Span:
        """Names an actor."""
        span = self.write(self.plot.actors[actor].name)
        kind = self.plot.actors[actor].kind
        text = self.plot.actors[actor].name
        self.mentions.append(Mention(start=span.start, end=span.end, text=text, kind=kind, actor=actor, how="name"))
        return span

    def fill(self, words: int) -> None:
        """Some words of no meaning."""
        self.write(" ".join(word(self.dice) for _ in range(words)) + ".")

    def say(self, actor: str) -> str:
        """Something that somebody says; returns the statement's id."""
        speaker, cue = self.name(actor), self.write("said")
        own = self.dice.random() < 0.6
        said = " ".join(word(self.dice) for _ in range(10)) if own else self.dice.choice(self.plot.sayings)
        self.statements.append(
            Statement(
                id=f"s{len(self.statements)}",
                source=Source((speaker,), (actor,)),
                cue=(cue,),
                content=(self.write(said),),
                quote="indirect",
                stance="denies" if self.dice.random() < 0.1 else "asserts",
                part="body",
            )
        )
        return self.statements[-1].id

    def tell(
        self, what: Happening, dated: bool, status: Status = "happened", background: bool = False, both: bool = True
    ) -> None:
        """Tells of something, now and then on somebody's word."""
        statement = self.say(what.actor) if self.dice.random() < 0.4 else None
        first = self.name(what.actor)
        predicate = self.write(what.type.lower())
        last = self.name(what.recipient) if both else predicate
        ends = (what.day + timedelta(days=1)).isoformat()
        when = Dated(value=what.day.isoformat(), from_=what.day.isoformat(), to=ends, precision="day")
        self.fill(8)
        self.events.append(
            Event(
                id=f"e{len(self.events)}",
                type=what.type,
                status=status,
                background=background,
                predicate=(predicate,),
                actors=(what.actor,),
                recipients=(what.recipient,) if both else (),
                time=when if dated else None,
                place=what.place if self.dice.random() < 0.5 else None,
                statement=statement,
                evidence=(Span(first.start, max(last.end, len(self.text) - 1)),),
                part="body",
                confidence=0.9,
            )
        )


def made(number: int, day: date, plot: Plot, dice: random.Random) -> Told:
    """A report of a story."""
    draft = Draft(day, plot, dice)
    for happening in dice.sample(plot.happenings, dice.choice((1, 1, 2))):
        draft.tell(happening, dated=True, status="planned" if happening.day > day else "happened")
        draft.fill(20)
    for _ in range(dice.randrange(1, 4)):
        aside = happens(day - timedelta(days=dice.randrange(30, 400)), plot.actors, plot.places, dice)
        if dice.random() < 0.4:
            draft.tell(aside, dated=True, background=True)
        else:
            draft.tell(msgspec.structs.replace(aside, day=day), dated=dice.random() < 0.5, both=False)
        draft.fill(30)
    for _ in range(dice.randrange(1, 4)):
        draft.say(dice.choice(sorted(plot.actors)))
        draft.fill(20)
    name, outlet = f"r{number}", dice.choice(OUTLETS)
    article = Article(id=name, text=draft.text, published=day.isoformat(), outlet=outlet, title=f"Story {plot.number}")
    reading = Reading(
        id=name,
        reader=READER,
        article=info(article),
        mentions=tuple(draft.mentions),
        gazetteer=plot.places,
        actors=plot.actors,
        statements=tuple(draft.statements),
        events=tuple(draft.events),
    )
    return Told(article, reading)


def copied(told: Told, number: int, dice: random.Random) -> Told:
    """The same text in another paper."""
    article = msgspec.structs.replace(told.article, id=f"r{number}", outlet=dice.choice(OUTLETS))
    return Told(article, msgspec.structs.replace(told.reading, id=article.id, article=info(article)))


def info(article: Article) -> ArticleInfo:
    """What a reading says of its article."""
    return ArticleInfo(
        text=article.text,
        title=article.title,
        outlet=article.outlet,
        url=None,
        published=article.published,
        dateline=None,
        credits=(),
        language="en",
        sha256=article.sha256,
    )
