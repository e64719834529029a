"""Credits: the writers, agencies and photographers that a report names, as actors."""

from __future__ import annotations

from datetime import date

import msgspec

from onrecord.actors.body_names import is_outlet
from onrecord.actors.ids import person_id, slug
from onrecord.knowledge import actors as tables
from onrecord.schema.actor import Actor, Mention
from onrecord.schema.article import Credit
from onrecord.schema.token import CreditLine, Document

_NOBODY = frozenset(["pool", "handout", "file", "staff", "file photo", "staff writer", "staff reporter", "agencies"])


class Credited(msgspec.Struct, frozen=True):
    """A credit with its actor: the row of the reading, the mention it makes, and who it is."""

    credit: Credit
    mention: Mention
    actor: Actor


def credited(document: Document) -> tuple[Credited, ...]:
    """Whom the credits of a document name."""
    named = [line for line in document.credits if line.span.cut(document.text).lower() not in _NOBODY]
    found = (_credited(document.text, line, document.article.day) for line in named)
    return tuple(one for one in found if one is not None)


def _credited(text: str, line: CreditLine, on: date | None) -> Credited | None:
    name = line.span.cut(text)
    match = tables.load().find(name.split(), 0, on)
    known = tables.load().get(match.actor, on) if match is not None and match.tokens == len(name.split()) else None
    if not line.sure and (known is None or known.kind != "outlet"):
        return None
    person = line.kind != "wire" and known is None and not is_outlet(name)
    id_ = known.id if known else person_id(name) if person else f"x-{slug(name)}"
    actor = Actor(
        name=known.name if known else name.title() if name.isupper() and person else name,
        kind=known.kind if known else "person" if person else "outlet",
        country=known.country if known else None,
        sectors=known.sectors if known else ("JRN",),
        wikidata=known.wikidata if known else None,
    )
    kind = "wire" if known is not None and known.kind == "outlet" else line.kind
    mention = Mention(start=line.span.start, end=line.span.end, text=name, kind=actor.kind, actor=id_, how="credit")
    return Credited(Credit(line.span, id_, kind), mention, actor)
