"""Imprints: what a report says of itself, as far as copies and origins are concerned."""

from __future__ import annotations

import msgspec

from onrecord.schema.reading import Reading
from onrecord.story.sources import Word, actor_word


class Imprint(msgspec.Struct, frozen=True, kw_only=True):
    """A report's outlet, address, day and title; `wires` are the actors that it credits as agencies, by its own ids,
    `agency` is the first of them as an origin."""

    id: str
    outlet: str | None
    url: str | None
    published: str | None
    title: str | None
    wires: tuple[str, ...] = ()
    agency: Word | None = None

    @property
    def order(self) -> tuple[bool, str, str]:  # A sort key.
        """By moment of publication, undated ones last, then by id."""
        return (self.published is None, self.published or "", self.id)


def imprint(reading: Reading) -> Imprint:
    """The imprint of a report."""
    article = reading.article
    wires = tuple(credit.actor for credit in article.credits if credit.kind == "wire" and credit.actor)
    return Imprint(
        id=reading.id,
        outlet=article.outlet,
        url=article.url,
        published=article.published,
        title=article.title,
        wires=wires,
        agency=actor_word(reading, wires[0]) if wires else None,
    )
