"""Disowned: what somebody says he has not said ("denied saying that P"): he denies the saying, and nobody says P."""

from __future__ import annotations

import msgspec

from onrecord.schema.labels import Attributed
from onrecord.schema.span import Span
from onrecord.statements.grammar.hits import is_disowned
from onrecord.statements.line import Line


def parted(line: Line, one: Attributed) -> Attributed:
    """An attribution of the network whose cue holds the verb that is denied, with that among the words said."""
    tokens = [i for span in one.cue for i in line.inside(span)]
    said = next((i for i in tokens[1:] if line.tags[i] == "VBG" and is_disowned(line, i)), None)
    if said is None or not one.content:
        return one
    cue = Span(line.starts[tokens[0]], line.sentence.tokens[said - 1].end)
    first, *rest = one.content
    return msgspec.structs.replace(one, cue=(cue,), content=(Span(line.starts[said], first.end), *rest))
