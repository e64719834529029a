"""Found: complements and attributions in token numbers of their sentence."""

from __future__ import annotations

import msgspec

from onrecord.statements.grammar.hits import Hit
from onrecord.statements.line import Words

AFTER_QUOTATION = "after-quotation"
BEFORE_QUOTATION = "before-quotation"
GAP = "gap"
RELATIVE = "relative"
"""The rule of "a notice, according to which P"."""
TOLD = "told"
TURN = "turn"


class Complement(msgspec.Struct, frozen=True):
    """What stands after a cue: its kind (as the table of cues names them), the words said, the words for the addressee.

    `sure` is false where a complement of this kind is a weak sign with this cue.
    """

    kind: str
    said: Words
    addressee: Words | None = None
    sure: bool = True


class Found(msgspec.Struct, frozen=True):
    """An attribution: cue, source and words said.

    `source` may be split ("[a guard] [who] said"); it is empty where nobody is named.
    `said` is empty where the words said are the quotation before or behind the sentence (`rule` is AFTER_QUOTATION or
    BEFORE_QUOTATION). `sure` is false where the complement alone is a weak sign. `rule` is as in `Attribution`.
    """

    hit: Hit
    source: tuple[Words, ...]
    said: tuple[Words, ...]
    listener: Words | None = None
    sure: bool = True
    rule: str = ""
