"""Found: an attribution in token numbers of its sentence."""

from __future__ import annotations

import msgspec

from onrecord.statements.grammar.hits import Hit
from onrecord.statements.line import Words

AFTER_QUOTATION = "after-quotation"


class Found(msgspec.Struct, frozen=True):
    """Cue, source and words said. `source` may be split ("[a guard] [who] said"); it is empty where nobody is named.

    `said` is empty where the words said are the quotation before the sentence (`rule` is AFTER_QUOTATION). `sure` is
    false where the complement alone is a weak sign. `rule` is as in `Attribution`.
    """

    hit: Hit
    source: tuple[Words, ...]
    said: tuple[Words, ...]
    listener: Words | None = None
    sure: bool = True
    rule: str = ""
