"""What the tests of places share: a text in, its place names out."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from onrecord import places
from onrecord.schema.article import Article
from onrecord.schema.place import Place, PlaceUse
from onrecord.segment import segment
from onrecord.tagger import label


class Seen(msgspec.Struct, frozen=True):
    """The place names of a text, each with its place (None where unresolved) and its use, in order."""

    names: tuple[str, ...]
    places: tuple[Place | None, ...]
    uses: tuple[PlaceUse, ...]

    def where(self, name: str) -> str:
        """`NAME/ISO3/DIVISION` of the first mention of a name, with "-" for what is not known."""
        place = self.places[self.names.index(name)]
        return "-" if place is None else "/".join((place.name, place.country or "-", place.admin1 or "-"))


Look = Callable[[str], Seen]


@pytest.fixture
def look() -> Look:
    """A function that reads the places of a text."""

    def read(text: str) -> Seen:
        document = segment(Article(id="a", text=text))
        found = places.read(document, label(document))
        assert all(text[m.start : m.end] == m.text for m in found.mentions)
        return Seen(
            names=tuple(m.text for m in found.mentions),
            places=tuple(found.gazetteer[m.place] if m.place is not None else None for m in found.mentions),
            uses=tuple(m.use for m in found.mentions),
        )

    return read
