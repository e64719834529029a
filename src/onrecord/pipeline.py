"""The reading: one article through the stages, in order.

Each stage takes the values of those before it and gives the next; none touches a file of the user, the network or the
clock. Equal articles give equal readings.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from itertools import pairwise
from typing import NamedTuple

from onrecord import actors, events, places, segment, statements, tagger, times
from onrecord.actors import ActorsFound
from onrecord.knowledge.version import tables_version
from onrecord.places import PlacesFound
from onrecord.schema.actor import Mention
from onrecord.schema.article import Article, ArticleInfo, Dateline
from onrecord.schema.place import PlaceMention
from onrecord.schema.reading import Reader, Reading
from onrecord.schema.time import TimeExpression
from onrecord.schema.token import Document

# None: a text too short or too odd to tell; the grammar finds in it what it can.
LANGUAGES = frozenset(["en", None])
_NAMES = frozenset(["person", "outlet"])


def read(article: Article) -> Reading:
    """Read one article: who said and did what, when, where, on whose word.

    An article in a language that is not read comes back with its language set and no rows.
    """
    if article.language not in LANGUAGES:
        return Reading(id=article.id, reader=reader(), article=_info(article))
    document = segment.segment(article)
    labels = tagger.label(document)
    dates = times.read(document, labels)
    ties = times.ties(document, labels, dates)
    who = actors.read(document, labels)
    where, who = settled(places.read(document, labels), who)
    said = statements.read(document, labels, who.mentions, who.actors, dates, ties)
    known = events.Known(dates, ties, where.mentions, where.gazetteer, who.mentions, who.actors, said)
    return Reading(
        id=article.id,
        reader=reader(),
        article=_info(article, document, who, where, dates),
        times=dates,
        places=where.mentions,
        mentions=who.mentions,
        gazetteer=where.gazetteer,
        actors=who.actors,
        statements=said,
        events=events.read(document, labels, known),
    )


@cache
def reader() -> Reader:
    """What reads: the version of the package, of the tagger and of the tables."""
    return Reader(version("onrecord"), tagger.MODEL, tables_version())


class Settled(NamedTuple):
    """Places and actors that agree on every name."""

    where: PlacesFound
    who: ActorsFound


def settled(where: PlacesFound, who: ActorsFound) -> Settled:
    """Places and actors agree: "Victoria Falls" is a place and no person, unless a role or a title says so; a place
    that is part of a person's or an outlet's name ("Washington Post") is none; Georgia in the United States is no
    state; a capital that stands for its government is used as an actor. What bodies are named after is settled by the
    places stage itself."""
    resolved = {(p.start, p.end) for p in where.mentions if p.place and " " in p.text}
    divisions = _divisions(where)
    mentions = tuple(
        m
        for m in who.mentions
        if not (m.how == "name" and (m.start, m.end) in resolved)
        and not (m.kind == "country" and m.how == "table" and ((m.start, m.end) in divisions or _is_in_name(m, where)))
    )
    ids = {mention.actor for mention in mentions} | {credit.actor for credit in who.credits}
    who = ActorsFound(mentions, {key: actor for key, actor in who.actors.items() if key in ids}, who.credits)
    return Settled(_outside_names(where, who), who)


def _divisions(where: PlacesFound) -> set[tuple[int, int]]:
    """The names of divisions of states, resolved so or after a town in one ("Atlanta, Georgia")."""
    found = {(p.start, p.end) for p in where.mentions if p.place and where.gazetteer[p.place].kind == "region"}
    for town, after in pairwise(where.mentions):
        inside = where.gazetteer[town.place].admin1 if town.place else None
        if inside == after.text and after.start - town.end == len(", "):
            found.add((after.start, after.end))
    return found


def _is_in_name(mention: Mention, where: PlacesFound) -> bool:
    """True for the name of a state in that of another place: "the Congo River"."""
    around = (p for p in where.mentions if p.place and p.start <= mention.start and mention.end <= p.end)
    return any(_bare(p.text) != _bare(mention.text) for p in around)


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ")


def _outside_names(where: PlacesFound, who: ActorsFound) -> PlacesFound:
    named = [
        m for m in who.mentions if m.kind in _NAMES and m.how in ("table", "name", "apposition", "acronym", "short")
    ]
    metonyms = {m.start for m in who.mentions if m.how == "metonym"}
    kept = tuple(_as_used(p, metonyms) for p in where.mentions if not any(_is_part(p, m) for m in named))
    ids = {place.place for place in kept}
    return PlacesFound(kept, {key: place for key, place in where.gazetteer.items() if key in ids})


def _is_part(place: PlaceMention, name: Mention) -> bool:
    return name.start <= place.start and place.end <= name.end


def _as_used(place: PlaceMention, metonyms: set[int]) -> PlaceMention:
    if place.start not in metonyms:
        return place
    return PlaceMention(start=place.start, end=place.end, text=place.text, place=place.place, use="actor")


def _info(
    article: Article,
    document: Document | None = None,
    who: ActorsFound | None = None,
    where: PlacesFound | None = None,
    dates: tuple[TimeExpression, ...] = (),
) -> ArticleInfo:
    return ArticleInfo(
        text=article.text,
        title=article.title,
        outlet=article.outlet,
        url=article.url,
        published=article.published,
        dateline=_dateline(document, where, dates) if document is not None and where is not None else None,
        credits=who.credits if who is not None else (),
        language=article.language,
        sha256=article.sha256,
    )


def _dateline(document: Document, where: PlacesFound, dates: tuple[TimeExpression, ...]) -> Dateline | None:
    """The place and the day of the dateline, as the other stages resolved them."""
    words = document.dateline
    if words is None:
        return None
    span, day = words.place, words.date
    place = next((p.place for p in where.mentions if span and p.start >= span.start and p.end <= span.end), None)
    value = next((t.value for t in dates if day and t.start >= day.start and t.end <= day.end), None)
    return Dateline(place, value)
