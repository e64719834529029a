"""Tie: a time and a predicate of its sentence that it dates."""

from __future__ import annotations

from typing import Literal

import msgspec


class Tie(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A time that the tree of a sentence hangs on a predicate.

    `expressions` are the ids of the time, or of the two ends of a range; `predicate` is a number in
    `SentenceLabels.predicates` of the sentence with the number `sentence`. `how` is `phrase` where the time is a phrase
    of the predicate, `clause` where it is one of a clause of the same time. `ahead` is true for a time after the day of
    publication.
    """

    expressions: tuple[str, ...]
    sentence: int
    predicate: int
    how: Literal["phrase", "clause"]
    ahead: bool = False
