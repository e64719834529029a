"""Origin: whoever a piece of knowledge came from, after copies and citations are followed back."""

from __future__ import annotations

from typing import Literal

import msgspec


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """One independent origin of an event: an outlet that tells it on its own, or the actor on whose word it rests.

    `reports` are those that carry this origin's word: twenty papers with one wire text are one origin with twenty
    reports.
    """

    kind: Literal["outlet", "actor"]
    id: str
    reports: tuple[str, ...]
