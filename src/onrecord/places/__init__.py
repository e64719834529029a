"""Places: the place names of a document, each with the place of the gazetteer that it means and its use."""

from __future__ import annotations

import msgspec

from onrecord.knowledge.gazetteer import Entry, gazetteer
from onrecord.knowledge.gazetteer_words import place_words
from onrecord.places.accept import Found, Hit, accept
from onrecord.places.lines import lines
from onrecord.places.resolve import Named, largest, resolve
from onrecord.places.spots import Finder
from onrecord.places.use import use
from onrecord.schema.labels import Labels
from onrecord.schema.place import Place, PlaceMention
from onrecord.schema.token import Document

_DIVISION = frozenset(
    "province state region oblast governorate governor governors gov legislature senate senator sen assembly".split()
)


class PlacesFound(msgspec.Struct, frozen=True):
    """The place names of a document in the order of its text, and the places they mean, by id."""

    mentions: tuple[PlaceMention, ...]
    gazetteer: dict[str, Place]


def read(document: Document, labels: Labels) -> PlacesFound:
    """Find and resolve the place names of a document. Linear in its length; never fails.

    Raises KnowledgeError where the packaged gazetteer is missing or damaged.
    """
    words = place_words()
    finder = Finder(gazetteer(), words)
    hits = accept(
        [Found(line, finder.spots(line)) for line in lines(document, labels)], words, _tagged(document, labels)
    )
    places = resolve([_named(hit) for hit in hits])
    mentions = tuple(_mention(document, hit, place, labels) for hit, place in zip(hits, places, strict=True))
    return PlacesFound(mentions, {place.id: place.place() for place in places if place is not None})


def _tagged(document: Document, labels: Labels) -> frozenset[tuple[int, int]]:
    """Where the tagger sees the name of a place."""
    pairs = zip(document.sentences, labels.sentences, strict=False)
    spans = (s.slice(name.first, name.last) for s, told in pairs for name in told.names if name.type == "LOC")
    return frozenset((span.start, span.end) for span in spans)


def _named(hit: Hit) -> Named:
    right, left = hit.line.at(hit.spot.last), hit.line.at(hit.spot.first - 2)
    of = hit.line.at(hit.spot.first - 1)
    division = right is not None and right.key in _DIVISION
    division = division or (of is not None and of.key == "of" and left is not None and left.key in _DIVISION)
    article = of is not None and of.key == "the"
    return Named(hit.spot.key, hit.spot.entries, hit.holder, division, article, largest(hit.spot.entries))


def _mention(document: Document, hit: Hit, entry: Entry | None, labels: Labels) -> PlaceMention:
    sentence = hit.line.sentence
    known = labels.sentences[sentence] if sentence is not None and sentence < len(labels.sentences) else None
    return PlaceMention(
        start=hit.start,
        end=hit.end,
        text=document.text[hit.start : hit.end],
        place=entry.id if entry is not None else None,
        use=use(hit.line, hit.spot, entry, known),
    )
