"""Actor and Mention: who takes part, and the words that stand for them."""

from __future__ import annotations

from typing import Literal

import msgspec

ActorKind = Literal["person", "organization", "country", "group", "outlet", "role"]


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A person, an organisation, a state, a group, an outlet or the holder of a role.

    `country` is ISO 3166-1 alpha-3, or IGO, NGO, MNC as PLOVER has them; `sectors` are PLOVER sector codes (GOV, MIL,
    JRN ...), the most specific first. `local` is true where the id means somebody of this report alone.
    """

    name: str
    kind: ActorKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    wikidata: str | None = None
    local: bool = False


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that stand for an actor: a name, a role noun or a pronoun. `how` says in a word how it was resolved."""

    start: int
    end: int
    text: str
    kind: ActorKind
    actor: str | None
    how: str
