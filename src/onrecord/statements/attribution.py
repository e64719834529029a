"""Attribution: the cue, the source and the content of one saying, as spans of the text."""

from __future__ import annotations

import msgspec

from onrecord.schema.span import Span, Spans


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who says what, as words only; what they mean is told by the other modules of this stage.

    `sentence` is the number of the sentence of the cue. `source` is empty where nobody is named; `content` never is,
    and its spans stand in the order of the text. `listener` are the words for the addressee. `negated` is true where
    the cue is ("did not confirm"). `rule` names what was found: the complement of the cue, or where the words said
    stand.
    """

    sentence: int
    cue: Spans
    source: Spans
    content: Spans
    listener: Span | None = None
    negated: bool = False
    rule: str = ""
