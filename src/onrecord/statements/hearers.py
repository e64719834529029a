"""Hearers: courts and inquiries that hear something said, which is nobody's word as long as no witness is named."""

from __future__ import annotations

import msgspec

from onrecord.statements.attribution import Attribution
from onrecord.statements.line import Line

HEARERS = frozenset(
    "court trial inquest inquiry enquiry hearing tribunal jury jurors panel commission committee parliament".split()
)


def without_hearer(line: Line, one: Attribution) -> Attribution:
    """The attribution, without a source where that only hears: "the inquest heard that P"."""
    at = line.at(one.cue[-1].end - 1)
    hears = at is not None and line.lemmas[at] == "hear"
    return msgspec.structs.replace(one, source=()) if hears and is_hearer(line, one) else one


def is_hearer(line: Line, one: Attribution) -> bool:
    """True where a court or an inquiry heads the words for the source."""
    first = line.at(one.source[0].start) if one.source else None
    chunk = line.chunk_of[first] if first is not None else None
    return chunk is not None and line.lemmas[chunk.head] in HEARERS
