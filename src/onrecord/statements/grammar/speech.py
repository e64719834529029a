"""Speech: the attributions of a verb or an adjective that reports ("said", "denied", "is confident")."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.knowledge.cues import CueTable
from onrecord.statements.grammar import objects, passives, sources
from onrecord.statements.grammar.ahead import (
    after_quotation,
    ahead,
    around,
    before_quotation,
    ends_quoted,
    fronted,
    gap,
)
from onrecord.statements.grammar.clauses import opens_clause
from onrecord.statements.grammar.complements import complement
from onrecord.statements.grammar.ends import clause_end
from onrecord.statements.grammar.found import TOLD, Complement, Found
from onrecord.statements.grammar.hits import Hit, called_to
from onrecord.statements.lexis import is_time
from onrecord.statements.line import QUOTE_MARKS, Line, Words

_FIRST_PERSONS = frozenset(["i", "we", "you"])
_REFUSALS = frozenset(["declines_to_comment", "does_not_confirm"])
_CLAUSAL = frozenset(["quote", "that", "clause", "wh"])
_CLAUSE_OPENERS = frozenset([",", ";", ":", "who", "that", "which", "as", "after", "when", "while"])


def read(line: Line, hit: Hit, told: Sequence[Found], table: CueTable) -> tuple[Found, ...]:
    """The attributions that a verb or an adjective makes; none where what is said or who says it is not clear.

    `told` are the attributions of the sentence that were found already: a verb may share their source.
    """
    if hit.passive:
        return passives.read(line, hit, table)
    if hit.group is not None and hit.group.form == "gerund" and line.words[hit.words.first - 1] == "as":
        return ()
    quoting = passives.quoting(line, hit, table)
    if quoting:
        return quoting
    found = _active(line, hit, told, table)
    if found is None or _is_own_voice(line, found) or sources.is_answered(line, found.source[0].first, found.hit.head):
        return ()
    return (found,) if _is_quoted(line, found) or sources.can_speak(line, found.source[0], table) else ()


def _is_quoted(line: Line, found: Found) -> bool:
    """True where all that is said begins or ends in quotation marks: whoever is quoted can speak."""
    return bool(found.said) and all(line.quoted[words.first] or line.quoted[words.last - 2] for words in found.said)


def _is_own_voice(line: Line, found: Found) -> bool:
    """True for the author's own words, and for "it is certain that"."""
    expletive = found.hit.cue.pos == "adjective" and any(line.words[words.first] == "it" for words in found.source)
    return expletive or any(
        line.words[words.first] in _FIRST_PERSONS and words.last - words.first == 1 for words in found.source
    )


def _active(line: Line, hit: Hit, told: Sequence[Found], table: CueTable) -> Found | None:
    limit = min(clause_end(line, hit, table), _described_until(line, hit))
    who = _after_cue(line, hit)
    follows = complement(line, msgspec.structs.replace(hit, after=who.last) if who else hit, table, limit)
    source = who or sources.subject(line, hit, told)
    if follows is not None and _has_object(line, hit, follows):
        follows = None
    if hit.cue.source == ("obj",) and follows is not None:
        source, follows = follows.addressee, msgspec.structs.replace(follows, addressee=None)
    names_source = line.words[hit.head] in table.phrases and follows is not None and _is_named(line, follows)
    if (
        source is None
        or names_source
        or (_is_purpose(line, hit) and (follows is None or follows.kind.removeprefix("obj-") not in _CLAUSAL))
    ):
        return None
    if _is_unspoken(hit, follows):
        return None
    said = _said(line, hit, source, follows, limit)
    listener = _listener(line, hit, follows, said) if who is None else None
    if not said:
        return (
            gap(line, hit, source)
            or before_quotation(line, hit, source, listener)
            or after_quotation(line, hit, source, listener)
        )
    kind = follows.kind if follows is not None and follows.kind != "none" else "before"
    return Found(
        hit,
        sources.with_antecedent(line, source),
        said,
        listener,
        sure=follows.sure if follows is not None and follows.kind != "none" else _is_surely_ahead(hit),
        rule=TOLD if hit.cue.source == ("obj",) else kind,
    )


def _described_until(line: Line, hit: Hit) -> int:
    """The verb whose subject a participle describes: "a man claiming to be a guard [told] them"."""
    group = hit.group
    if group is None or group.relation != "modifier" or group.governor is None:
        return line.end
    verb = line.labels.predicates[group.governor]
    return verb.first if verb.form == "finite" and verb.first > group.head else line.end


def _has_object(line: Line, hit: Hit, follows: Complement) -> bool:
    """True for a clause behind a comma, where the verb has its object before it: "a letter, which she posted, [he
    says P]"."""
    group = hit.group
    if group is None or group.relation != "relative" or line.words[follows.said.first - 1] != ",":
        return False
    return any(one.role == "ARG1" and one.last <= group.first for one in group.arguments)


def _is_unspoken(hit: Hit, follows: Complement | None) -> bool:
    """True for "did not tell them that P": nothing was said; "did not say whether P" is a refusal."""
    silent = hit.negated and hit.cue.negated == "declines_to_comment"
    return silent and follows is not None and follows.kind.removeprefix("obj-") in ("that", "clause")


def _is_named(line: Line, follows: Complement) -> bool:
    """True for what only names a source or a reason: "citing two guards", "citing ill health, had resigned"."""
    return follows.kind == "np" or (follows.kind == "clause" and not opens_clause(line, follows.said.first))


def _listener(line: Line, hit: Hit, follows: Complement | None, said: Sequence[Words]) -> Words | None:
    """The words for the addressee: before a complement, or right behind a cue that follows what is said."""
    if follows is not None and follows.addressee is not None:
        return follows.addressee
    listener = objects.listener(line, hit)
    is_said = listener is not None and any(one.first < listener.last and listener.first < one.last for one in said)
    return None if is_said else listener


def _is_surely_ahead(hit: Hit) -> bool:
    """True for a cue that may well stand behind a clause that it reports: "P, officials said", not "P, it shows"."""
    takes = hit.cue.takes("clause") or hit.cue.takes("as-saying")
    return takes is None or takes.sure


def _is_purpose(line: Line, hit: Hit) -> bool:
    """True for an infinitive, but for that of whoever spoke to say something: "took to the radio to accuse them"."""
    return hit.group is not None and hit.group.form == "infinitive" and called_to(line, hit.group) is None


def _after_cue(line: Line, hit: Hit) -> Words | None:
    """The subject where it follows the verb, as it does behind quoted words or, with "say", a fronted clause."""
    who = sources.inverted(line, hit)
    if who is None or is_time(line, who.first):
        return None
    if line.words[hit.words.first - 1] in QUOTE_MARKS:
        return who
    if hit.cue.words != ("say",):
        return None
    fronted = any(line.is_finite(i) or line.quoted[i] for i in range(hit.words.first))
    return who if fronted and not _goes_on(line, who.last) else None


def _goes_on(line: Line, at: int) -> bool:
    """True where a finite verb follows before a comma or the end: what stands before it is its subject."""
    for i in range(at, line.body_end):
        if line.is_finite(i):
            return True
        if line.words[i] in _CLAUSE_OPENERS:
            return False
    return False


def _said(line: Line, hit: Hit, source: Words, follows: Complement | None, limit: int) -> tuple[Words, ...]:
    """The words said: those after the cue, those before it, or both."""
    first = ahead(line, hit, source)
    quoted = bool(first) and ends_quoted(line, first[-1].last)
    if follows is not None and follows.said.first < follows.said.last:
        if quoted and follows.kind == "quote":
            return (*first, follows.said)
        if not quoted or follows.kind.endswith("that"):
            return (follows.said,)
    return around(line, hit, source, limit) or fronted(line, hit, source, limit) or _refused(line, hit, limit)


def _refused(line: Line, hit: Hit, limit: int) -> tuple[Words, ...]:
    """What a refusal to speak is about: "did not reply to [questions]", "declined to [comment]"."""
    if (hit.cue.negated if hit.negated else hit.cue.stance) not in _REFUSALS:
        return ()
    described = line.tags[hit.after + 1] in ("VBN", "JJ")  # "did not reply to emailed questions"
    if line.words[hit.after] in ("to", "on", "about") and line.chunk_of[hit.after + 1 + described] is not None:
        return (Words(hit.after + 1, max(limit, hit.after + 2)),)
    alone = len(hit.cue.words) > 1 or hit.cue.words == ("comment",)
    return (Words(hit.words.last - 1, hit.words.last),) if alone else ()
