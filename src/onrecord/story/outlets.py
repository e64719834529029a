"""Outlets: one id for an outlet, whether a report comes from it or another report cites it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from onrecord.knowledge import actors
from onrecord.story.ids import folded

UNKNOWN = "outlet:unknown"
"""The outlet of reports that name none: whoever they are, they count as one origin."""


def outlet_id(outlet: str | None, known: Mapping[str, str]) -> str:
    """The id of the outlet of a report: that of the actor of this name, or of another of its names ("AFP"), else one
    made of the name."""
    if outlet is None or not outlet_key(outlet):
        return UNKNOWN
    key = outlet_key(outlet)
    return known.get(key) or listed(outlet) or f"outlet:{key.replace(' ', '-')}"


@cache
def listed(outlet: str) -> str | None:
    """The id of an outlet of the tables, by any of its names."""
    words, table = outlet.split(), actors.load()
    match = table.find(words, 0)
    known = table.get(match.actor) if match is not None and match.tokens == len(words) else None
    return known.id if known is not None and known.kind == "outlet" else None


def outlet_key(name: str) -> str:
    """An outlet's name as it is compared: without case, marks, article and domain."""
    return folded(re.sub(r"^the\s+|\.(?:com|org|net|co\.uk)$", "", name.strip(), flags=re.IGNORECASE))
