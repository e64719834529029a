"""Possessors: "her ministry" and "its ambassador" are those of the state of whoever the pronoun stands for."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.actors import identity
from onrecord.actors.identity import Cast, Resolved
from onrecord.schema.actor import Mention


def possessed(rows: Sequence[Resolved], pronouns: Sequence[Mention], named: Cast) -> list[Resolved]:
    """The rows with the phrases that open with a resolved possessive pronoun resolved anew, its state known."""
    owners = {mention.start: mention.actor for mention in pronouns}
    countries = {row.id: row.actor.country for row in rows}
    return [_with_owner(row, countries.get(owners.get(row.phrase.start) or ""), named) for row in rows]


def _with_owner(row: Resolved, country: str | None, named: Cast) -> Resolved:
    if country is None or row.phrase.how != "role" or row.phrase.country is not None:
        return row
    phrase = msgspec.structs.replace(row.phrase, country=country)
    return identity.resolve(phrase, named) or row
