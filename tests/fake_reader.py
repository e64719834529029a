"""A reader of a few plain sentences, so that record and story are tested apart from the real one.

It knows sentences such as

    Ada Brandt met Bo Lind in Oslo on 2024-03-10.
    Ada Brandt will meet Bo Lind on 2024-03-10.           may meet, did not meet, is meeting, should meet
    Cai Holm said Ada Brandt met Bo Lind.                 confirmed, denied, would not confirm
    Lakeside News, citing officials, said Ada Brandt met Bo Lind.
    Reportedly Ada Brandt met Bo Lind.
    (Harbour Agency)

and three words that stand for trouble: FAULT raises, CRASH ends the process, SLOW takes a second.
"""

from __future__ import annotations

import os
import re
import time
from datetime import date, timedelta

from onrecord.schema.actor import Actor, Mention
from onrecord.schema.article import Article, ArticleInfo, Credit
from onrecord.schema.event import Event, Status
from onrecord.schema.place import Place
from onrecord.schema.reading import Reader, Reading
from onrecord.schema.span import Span
from onrecord.schema.statement import Source, Stance, Statement
from onrecord.schema.time import Dated

READER = Reader(version="fake-1", model="none", tables="none")
NEXT_READER = Reader(version="fake-2", model="none", tables="none")

SENTENCE = re.compile(
    r"(?:(?P<source>[A-Z]\w+ [A-Z]\w+|Officials)(?:, citing (?P<cited>[A-Z]\w+ [A-Z]\w+|officials),)? "
    r"(?P<cue>said|confirmed|denied|would not confirm) |(?P<hearsay>Reportedly) )?"
    r"(?P<actor>[A-Z]\w+(?: [A-Z]\w+)?|officials) "
    r"(?P<verb>met|will meet|may meet|did not meet|is meeting|should meet) "
    r"(?P<recipient>[A-Z]\w+(?: [A-Z]\w+)?|officials)"
    r"(?: in (?P<place>[A-Z]\w+))?(?: on (?P<day>\d{4}-\d\d-\d\d))?(?P<rest>[^.]*)\."
)
STATUS: dict[str, Status] = {
    "met": "happened",
    "will meet": "planned",
    "may meet": "possible",
    "did not meet": "not_happened",
    "is meeting": "ongoing",
    "should meet": "called_for",
}
STANCE: dict[str, Stance] = {
    "said": "asserts",
    "confirmed": "confirms",
    "denied": "denies",
    "would not confirm": "does_not_confirm",
}
PEOPLE = {
    "Ada Brandt": Actor(name="Ada Brandt", kind="person", country="NOR", sectors=("GOV",)),
    "Cai Holm": Actor(name="Cai Holm", kind="person", country="NOR", sectors=("GOV",)),
    "Bo Lind": Actor(name="Bo Lind", kind="person", country="SWE", sectors=("GOV",)),
    "Harbour Police": Actor(name="harbour police", kind="organization", local=True),
    "Norway": Actor(name="Norway", kind="country", country="NOR"),
    "Sweden": Actor(name="Sweden", kind="country", country="SWE"),
    "Lakeside News": Actor(name="Lakeside News", kind="outlet", sectors=("JRN",)),
    "Harbour Agency": Actor(name="Harbour Agency", kind="outlet", sectors=("JRN",)),
}
PLACES = {
    "Oslo": Place(name="Oslo", kind="capital", country="NOR", lat=59.91, lon=10.75),
    "Bergen": Place(name="Bergen", kind="city", country="NOR", lat=60.39, lon=5.32),
    "Norway": Place(name="Norway", kind="country", country="NOR"),
}


def article(name: str, text: str, published: str | None = None, outlet: str | None = None) -> Article:
    """An article to read."""
    return Article(id=name, text=text, published=published, outlet=outlet)


def read_next(item: Article) -> Reading:
    """The next version of the reader: it finds no places."""
    reading = read(item)
    return Reading(
        id=reading.id,
        reader=NEXT_READER,
        article=reading.article,
        actors=reading.actors,
        mentions=reading.mentions,
        statements=reading.statements,
    )


def read(item: Article) -> Reading:
    """Reads the sentences that it knows."""
    trouble(item.text)
    found = list(SENTENCE.finditer(item.text))
    credit = re.search(r"\((Harbour Agency)\)", item.text)
    names = {match[group] for match in found for group in ("actor", "recipient", "source", "cited") if match[group]}
    names |= {credit[1]} if credit else set()
    return Reading(
        id=item.id,
        reader=READER,
        article=info(item, credit),
        mentions=tuple(mention for name in sorted(names) for mention in mentions(item.text, name)),
        gazetteer={slug(match["place"]): PLACES[match["place"]] for match in found if match["place"]},
        actors={slug(name): actor(name) for name in sorted(names)},
        statements=tuple(row for number, match in enumerate(found) for row in statements(number, match)),
        events=tuple(event(number, match) for number, match in enumerate(found)),
    )


def trouble(text: str) -> None:
    """What some articles do to a reader."""
    if "FAULT" in text:
        raise ValueError("no such word")
    if "CRASH" in text:
        os._exit(3)
    if "SLOW" in text:
        time.sleep(1)


def info(item: Article, credit: re.Match[str] | None) -> ArticleInfo:
    return ArticleInfo(
        text=item.text,
        title=item.title,
        outlet=item.outlet,
        url=item.url,
        published=item.published,
        dateline=None,
        credits=(Credit(Span(*credit.span(1)), slug(credit[1]), "wire"),) if credit else (),
        language="en",
        sha256=item.sha256,
    )


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def actor(name: str) -> Actor:
    if name.lower() == "officials":
        return Actor(name="officials", kind="group", sectors=("GOV",), local=True)
    return PEOPLE.get(name, Actor(name=name, kind="person"))


def mentions(text: str, name: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(start=m.start(), end=m.end(), text=name, kind=actor(name).kind, actor=slug(name), how="name")
        for m in re.finditer(re.escape(name), text)
    )


def spans(match: re.Match[str], group: str) -> tuple[Span, ...]:
    return (Span(*match.span(group)),) if match[group] else ()


def statements(number: int, match: re.Match[str]) -> tuple[Statement, ...]:
    """The statement of a sentence; where it cites somebody, that statement within the outlet's."""
    if not match["source"] and not match["hearsay"]:
        return ()
    said = Span(match.start("actor"), match.end("rest"))
    speaker = "cited" if match["cited"] else "source"
    outer = Statement(
        id=f"s{number}o",
        source=source(match, "source"),
        cue=spans(match, "cue"),
        content=(said,),
        quote="indirect",
        stance="asserts",
        part="body",
    )
    inner = Statement(
        id=f"s{number}",
        source=source(match, speaker),
        via=(slug(match["source"]),) if match["cited"] else (),
        within=outer.id if match["cited"] else None,
        cue=spans(match, "hearsay" if match["hearsay"] else "cue"),
        content=(said,),
        quote="indirect",
        stance=STANCE[match["cue"] or "said"],
        part="body",
    )
    return (outer, inner) if match["cited"] else (inner,)


def source(match: re.Match[str], group: str) -> Source:
    if match["hearsay"]:
        return Source(anonymous=True)
    return Source(spans(match, group), (slug(match[group]),), anonymous=match[group].lower() == "officials")


def event(number: int, match: re.Match[str]) -> Event:
    stance = STANCE[match["cue"] or "said"]
    told = STATUS[match["verb"]]
    status: Status = "denied" if stance == "denies" else "possible" if stance == "does_not_confirm" else told
    return Event(
        id=f"e{number}",
        type="CONSULT",
        status=status,
        reciprocal=True,
        predicate=spans(match, "verb"),
        actors=(slug(match["actor"]), slug(match["recipient"])),
        recipients=(slug(match["actor"]), slug(match["recipient"])),
        time=when(match["day"]),
        place=slug(match["place"]) if match["place"] else None,
        statement=f"s{number}" if match["source"] or match["hearsay"] else None,
        evidence=(Span(*match.span()),),
        part="body",
        confidence=0.9,
    )


def when(day: str | None) -> Dated | None:
    if day is None:
        return None
    after = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    return Dated(value=day, from_=day, to=after, precision="day")
