"""Statements: who says what, on whose word.

Two steps, and the first may be replaced: `find` gives attributions, which are words only (cue, source, content); the
other modules tell what they mean: stance, speaker, chain, channel, day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.schema.actor import Actor, Mention
from onrecord.schema.labels import Labels
from onrecord.schema.statement import Statement
from onrecord.schema.time import TimeExpression
from onrecord.schema.token import Document
from onrecord.statements.chain import holders, merged
from onrecord.statements.find import attributions
from onrecord.statements.line import lines, speech_quotations
from onrecord.statements.meaning import Sayings, statements

__all__ = ["read"]


def read(
    document: Document,
    labels: Labels,
    mentions: Sequence[Mention],
    actors: Mapping[str, Actor],
    times: Sequence[TimeExpression],
) -> tuple[Statement, ...]:
    """The statements of a document, in the order of their cues, with ids s1, s2 ...

    `mentions` and `actors` say whom words stand for, `times` when: both as the other stages found them.
    """
    text = document.text
    said = merged(text, attributions(document, labels))
    sayings = Sayings(
        document=document,
        lines=lines(document, labels),
        quotations=speech_quotations(document),
        said=said,
        holders=holders(text, said),
        mentions=tuple(mentions),
        actors=actors,
        times=tuple(times),
    )
    return statements(sayings)
