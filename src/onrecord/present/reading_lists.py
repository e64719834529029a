"""The times, places and actors of a reading, in a few compact lines."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.present.days import span_text
from onrecord.present.layout import HEADING
from onrecord.present.words import line
from onrecord.schema.actor import Actor
from onrecord.schema.place import Place
from onrecord.schema.reading import Reading
from onrecord.schema.time import TimeExpression

_AREAS = frozenset(["country", "territory", "area"])


def lists(reading: Reading) -> list[RenderableType]:
    """Times, places and actors, each with a heading; none for those that are not there."""
    found = {
        "Times": dict.fromkeys(map(time_text, reading.times)),
        "Places": dict.fromkeys(map(place_text, reading.gazetteer.values())),
        "Actors": dict.fromkeys(map(actor_text, _named(reading))),
    }
    return [
        Group(Text(heading, style=HEADING), Padding(Text(" · ".join(items)), (0, 0, 0, 2)))
        for heading, items in found.items()
        if items
    ]


def _named(reading: Reading) -> Iterator[Actor]:
    return (actor for actor in reading.actors.values() if not actor.local)


def time_text(time: TimeExpression) -> str:
    """The words and what they were taken for: "Monday" = 4 September 2023."""
    meaning = span_text(time.from_, time.to, time.precision)
    if meaning is None:
        return f"{line(time.text)} ({'not resolved' if time.value.startswith('XXXX') else time.value})"
    others = f" (or {', '.join(time.alternatives)})" if time.ambiguous and time.alternatives else ""
    if _words(time.text) == _words(meaning):
        return line(time.text) + others
    return f"{line(time.text)} = {meaning}{others}"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.lower().replace(",", "").split())


def place_text(place: Place) -> str:
    """A place with its state and its coordinates: "Vladivostok (RUS; 43.11, 131.87)". The middle of a state tells
    nothing and is left out."""
    if place.kind in _AREAS:
        return line(place.name)
    point = f"{place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else None
    about = "; ".join(filter(None, (place.country, point)))
    return f"{line(place.name)} ({about})" if about else line(place.name)


def actor_text(actor: Actor) -> str:
    """An actor with its state and sectors: "Adrienne Watson (USA GOV)"."""
    codes = " ".join(filter(None, (actor.country, *actor.sectors)))
    return f"{line(actor.name)} ({codes})" if codes else line(actor.name)
