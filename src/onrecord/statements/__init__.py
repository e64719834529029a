"""Statements: who says what, on whose word.

Two steps, and the first may be replaced: `find` gives attributions, which are words only (cue, source, content); the
other modules tell what they mean: stance, speaker, chain, channel, day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from onrecord.schema.actor import Actor, Mention
from onrecord.schema.labels import Labels
from onrecord.schema.statement import Statement
from onrecord.schema.tie import Tie
from onrecord.schema.time import TimeExpression
from onrecord.schema.token import Document
from onrecord.statements.attribution import Attribution
from onrecord.statements.chain import holders, merged
from onrecord.statements.cited import with_cited
from onrecord.statements.grammar import attributions
from onrecord.statements.grammar.continued import continued
from onrecord.statements.hearers import without_hearer
from onrecord.statements.line import Line, lines, speech_quotations
from onrecord.statements.marked import joined
from onrecord.statements.meaning import Sayings, statements
from onrecord.statements.nested import with_inner
from onrecord.statements.signed import with_signed
from onrecord.statements.turns import with_turns

__all__ = ["read"]


def read(
    document: Document,
    labels: Labels,
    mentions: Sequence[Mention],
    actors: Mapping[str, Actor],
    times: Sequence[TimeExpression],
    ties: Sequence[Tie],
) -> tuple[Statement, ...]:
    """The statements of a document, in the order of their cues, with ids s1, s2 ...

    `mentions` and `actors` say whom words stand for, `times` and their `ties` when: as the other stages found them.
    """
    quotations = speech_quotations(document)
    read_lines = lines(document, labels, quotations)
    found = attributions(document, read_lines, quotations)
    found = joined(document, read_lines, quotations, labels.attributions, found)
    found = with_turns(document.text, read_lines, mentions, _with_cited(document.text, read_lines, found))
    found = with_signed(document.text, read_lines, quotations, mentions, found)
    found = continued(document, read_lines, quotations, found)
    inner = with_inner(document.text, read_lines, quotations, found)
    said = merged(document.text, [without_hearer(read_lines[one.sentence], one) for one in inner])
    sayings = Sayings(
        document=document,
        lines=read_lines,
        quotations=quotations,
        said=said,
        holders=holders(document.text, said),
        mentions=_by_sentence(document, mentions),
        actors=actors,
        times=tuple(times),
        ties=tuple(ties),
    )
    return statements(sayings)


def _with_cited(text: str, lines: Sequence[Line], found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    own: dict[int, list[Attribution]] = {}
    for one in found:
        own.setdefault(one.sentence, []).append(one)
    return tuple(one for number, said in sorted(own.items()) for one in with_cited(text, lines[number], said))


def _by_sentence(document: Document, mentions: Sequence[Mention]) -> tuple[tuple[Mention, ...], ...]:
    ordered = sorted(mentions, key=_start)
    edges = [bisect_left(ordered, sentence.start, key=_start) for sentence in document.sentences] + [len(ordered)]
    return tuple(tuple(ordered[first:last]) for first, last in pairwise(edges))


def _start(mention: Mention) -> int:
    return mention.start
