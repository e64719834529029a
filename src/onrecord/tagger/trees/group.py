"""VerbGroup: a verb with its auxiliaries, or an adjective with its copula."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.schema.labels import VerbForm


class VerbGroup(msgspec.Struct, frozen=True):
    """Tokens `first` to `last`, main word `head`; the rest as in `schema.labels.Predicate`. `bare` is true for a base
    form without "to" or an auxiliary."""

    first: int
    last: int
    head: int
    lemma: str
    form: VerbForm
    pos: Literal["v", "adj"] = "v"
    tense: Literal["past", "present"] | None = None
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    modal: str | None = None
    bare: bool = False
