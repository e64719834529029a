"""Joints: where the words that somebody says end because the report goes on there, in its own voice or another's.

The network lets a content run on over some of these; the grammar reads what follows as an attribution of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.schema.labels import Predicate
from onrecord.schema.span import Span, Spans
from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar.contents import trimmed
from onrecord.statements.grammar.ends import is_joined, opens_remark
from onrecord.statements.grammar.found import GAP
from onrecord.statements.line import COMMAS, Line
from onrecord.statements.parts import clipped

_DYING = frozenset(["die", "perish", "drown"])
_KILLING = frozenset(["kill", "murder", "execute"])
_COORDINATORS = frozenset(["and", "but"])
_CONTRASTS = frozenset(["while", "although", "though", "whereas"])
_STOPS = 2  # characters: what may close a sentence behind a source


def without_rest(text: str, line: Line, one: Attribution, said: Sequence[Attribution]) -> Attribution:
    """The attribution, its words said up to where another one of its sentence takes over."""
    for other in said:
        if other.sentence == one.sentence and other is not one and _holds(one.content, other.cue[0].start):
            end = _joint(line, one, other)
            kept = clipped(one.content, (Span(0, line.starts[end]),)) if end is not None else ()
            pieces = tuple(piece for span in kept if (piece := trimmed(text, span)).start < piece.end)
            if pieces:
                return msgspec.structs.replace(one, content=pieces)
    return one


def _joint(line: Line, one: Attribution, other: Attribution) -> int | None:
    """The comma or the conjunction with which `other` takes over; None where it is a part of what is said."""
    if (remark := _remark(line, one, other)) is not None:
        return remark
    if other.rule == GAP:  # "said P[, a claim the army denies]"
        return _comma_before(line, other.content[0].start)
    if other.rule == "phrase" and _closes(one, other):  # "said P[, according to a guard]"
        return _comma_before(line, other.cue[0].start)
    if (contrast := _contrast(line, one, other)) is not None:
        return contrast
    return _next_verb(line, one, other) if one.source and other.source == one.source else None


def _contrast(line: Line, one: Attribution, other: Attribution) -> int | None:
    """The comma before a clause in which another source says something else: "said P[, while residents put it at]"."""
    if one.source == other.source or not other.source or _holds(one.content, one.cue[0].start):
        return None
    at = line.at(other.source[0].start)
    first = at - 1 if at is not None else 0
    return first - 1 if line.words[first] in _CONTRASTS and line.words[first - 1] in COMMAS else None


def _remark(line: Line, one: Attribution, other: Attribution) -> int | None:
    """The comma before a remark in which another source speaks: "said P[, a charge it calls “absurd”]"."""
    first, last = line.at(one.content[0].start), line.at(other.cue[0].start)
    if first is None or last is None or _holds(one.content[:1], one.cue[0].start):
        return None
    commas = [i for i in range(first, last) if line.words[i] == "," and not line.quoted[i]]
    return commas[-1] if commas and opens_remark(line, commas[-1]) else None


def _comma_before(line: Line, offset: int) -> int | None:
    at = line.at(offset)
    return at - 1 if at is not None and line.words[at - 1] in COMMAS else None


def _closes(one: Attribution, other: Attribution) -> bool:
    """True where all of `one`, with its cue, is on the word of a source that ends the sentence."""
    ends = bool(other.source) and other.source[-1].end + _STOPS >= one.content[-1].end
    return ends and _holds(other.content, one.cue[0].start)


def _next_verb(line: Line, one: Attribution, other: Attribution) -> int | None:
    """Where the same source goes on by another verb: "said P[, adding that Q]", "said P [and accused a judge of Q]"."""
    first, second = _verb(line, one), line.at(other.cue[0].start)
    if first is None or second is None:
        return None
    while line.tags[second - 1] == "RB":
        second -= 1
    verb = line.verb_of.get(second)
    if line.words[second - 1] == "," and verb is not None and verb.form == "gerund":
        return second - 1
    joined = line.words[second - 1] in _COORDINATORS and _is_joined(line, first, second)
    return second - 1 if joined else None


def _verb(line: Line, one: Attribution) -> int | None:
    """The main word of the verb of a cue ("[said] in a statement"), else the last word of the cue."""
    heads = (
        verb.head for verb in line.labels.predicates if verb.pos != "n" and _holds(one.cue, line.starts[verb.head])
    )
    return next(heads, line.at(one.cue[-1].end - 1))


def _is_joined(line: Line, first: int, second: int) -> bool:
    """True where the verb at `second` is joined to that at `first`, and not to one between them: by the tree; because
    it has no subject there; because it stands behind a comma, in the same tense; or because it has that tense and the
    verb between them has not: "said that it had paid and accused a clerk"; because it is the same verb: "said P
    but said Q"."""
    verbs = line.labels.predicates
    own = next((n for n, verb in enumerate(verbs) if verb.first <= first < verb.last and verb.pos != "n"), None)
    other = next((verb for verb in verbs if verb.first >= second and verb.pos != "n"), None)
    if own is None or other is None:
        return False
    alone = not other.passive and not any(one.role == "ARG0" for one in other.arguments)
    apart = line.words[second - 2] == "," and line.tags[other.first] == line.tags[verbs[own].first]
    repeated = line.words[verbs[own].head] == line.words[other.head] and other.first == other.head
    return alone or apart or repeated or is_joined(verbs[own], own, other) or _is_shifted(line, verbs[own], other)


def _is_shifted(line: Line, own: Predicate, other: Predicate) -> bool:
    """True where two verbs have one tense and the last finite verb between them has another; or where those of whom
    that verb tells are dead: "said that 23 soldiers had died and blamed bandits"."""
    between = [v for v in line.labels.predicates if own.first < v.first < other.first and v.form == "finite"]
    if not between or line.tags[other.last] == "PRP":  # "said that her son had called and told her that"
        return False
    return _tense(own) == _tense(other) != _tense(between[-1]) or _is_death(line, between[-1])


def _is_death(line: Line, verb: Predicate) -> bool:
    lemma = line.lemmas[verb.head]
    return lemma in _DYING or (verb.passive and lemma in _KILLING)


def _tense(verb: Predicate) -> tuple[str | None, bool, bool]:
    return (verb.tense, verb.perfect, verb.modal is not None)


def _holds(spans: Spans, offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)
