"""StoryActor: an actor as the whole record knows it."""

from __future__ import annotations

import msgspec

from onrecord.schema.actor import ActorKind


class StoryActor(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="actor"):
    """An actor of a record with all names it goes by in the reports.

    Outlets are actors of kind outlet. An actor that must not be matched across reports has an id of the form
    `REPORT#ID`. `also` are ids that meant the same actor before.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    wikidata: str | None = None
    names: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
