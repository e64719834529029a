"""Outlets: one id for an outlet, whether a report comes from it or another report cites it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.story.ids import folded

UNKNOWN = "outlet:unknown"
"""The outlet of reports that name none: whoever they are, they count as one origin."""


def outlet_id(outlet: str | None, known: Mapping[str, str]) -> str:
    """The id of the outlet of a report: that of the actor of this name, else one made of the name."""
    if outlet is None or not outlet_key(outlet):
        return UNKNOWN
    key = outlet_key(outlet)
    return known.get(key, f"outlet:{key.replace(' ', '-')}")


def outlet_key(name: str) -> str:
    """An outlet's name as it is compared: without case, marks, article and domain."""
    return folded(re.sub(r"^the\s+|\.(?:com|org|net|co\.uk)$", "", name.strip(), flags=re.IGNORECASE))
