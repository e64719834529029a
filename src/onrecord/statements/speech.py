"""Speech: the attributions of a verb or an adjective that reports ("said", "denied", "is confident")."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.knowledge.cues import CueTable
from onrecord.statements import sources
from onrecord.statements.complements import Complement, complement
from onrecord.statements.ends import clause_end
from onrecord.statements.hits import Hit
from onrecord.statements.line import QUOTE_MARKS, Line, Words
from onrecord.statements.phrases import is_time

_FIRST_PERSONS = frozenset(["i", "we", "you"])
_PASSIVE_SPEAKER = frozenset(["np", "that", "quote"])
_CONTENT_TAGS = frozenset(["VBG", "VBN", "WP", "WDT", "WRB"])


AFTER_QUOTATION = "after-quotation"


class Found(msgspec.Struct, frozen=True):
    """An attribution in token numbers of its sentence. `source` may be split: "[a guard] [who] said"."""

    hit: Hit
    source: tuple[Words, ...]
    said: tuple[Words, ...]
    listener: Words | None = None
    sure: bool = True
    rule: str = ""


def read(line: Line, hit: Hit, before: Sequence[Hit], table: CueTable) -> tuple[Found, ...]:
    """The attributions that a verb or an adjective makes; none where what is said or who says it is not clear."""
    if hit.passive:
        return _passive(line, hit, table)
    found = _active(line, hit, before, table)
    return (found,) if found is not None and not _is_own_voice(line, found) else ()


def _is_own_voice(line: Line, found: Found) -> bool:
    return any(line.word(words.first) in _FIRST_PERSONS and words.last - words.first == 1 for words in found.source)


def _active(line: Line, hit: Hit, before: Sequence[Hit], table: CueTable) -> Found | None:
    limit = clause_end(line, hit, table)
    who = _after_cue(line, hit)
    at = who.last if who else hit.after
    follows = complement(line, msgspec.structs.replace(hit, after=at), table, limit)
    source = who or sources.subject(line, hit, before)
    if source is None:
        return None
    said = _said(line, hit, source, follows, limit)
    if not said:
        return _gap(line, hit, source) or _after_quotation(line, hit, source)
    return Found(
        hit,
        sources.with_antecedent(line, source),
        said,
        follows.addressee if follows else None,
        sure=follows is None or follows.sure or follows.kind == "none",
        rule=follows.kind if follows is not None and follows.kind != "none" else "before",
    )


def _after_cue(line: Line, hit: Hit) -> Words | None:
    """The subject where it follows the verb, as it does behind quoted words or, with "say", a fronted clause."""
    who = sources.inverted(line, hit)
    if who is None or is_time(line, who.first):
        return None
    if line.word(hit.words.first - 1) not in QUOTE_MARKS:
        takes = hit.cue.takes("np")
        if (takes is not None and takes.sure) or any(one.kind.startswith("obj-") for one in hit.cue.complements):
            return None
    return None if _goes_on(line, who.last) else who


def _goes_on(line: Line, at: int) -> bool:
    """True where a finite verb follows before a comma or the end: what stands before it is its subject."""
    for i in range(at, line.body_end):
        if line.is_finite(i):
            return True
        if line.word(i) in (",", ";", ":", "who", "that", "which", "as", "after", "when", "while"):
            return False
    return False


def _said(line: Line, hit: Hit, source: Words, follows: Complement | None, limit: int) -> tuple[Words, ...]:
    """The words said: those after the cue, those before it, or both."""
    ahead = _ahead(line, hit, source)
    quoted = bool(ahead) and line.quoted[ahead[-1].last - 2]
    if quoted and follows is not None and follows.kind == "quote":
        return (*ahead, follows.said)
    if follows is not None and follows.said.first < follows.said.last and (not quoted or follows.kind.endswith("that")):
        return (follows.said,)
    rest = _resumed(line, hit, source, limit)
    ahead = ahead or _ahead(line, hit, source, resumes=bool(rest))
    return (*ahead, *rest) if ahead else _declined(line, hit, follows)


def _declined(line: Line, hit: Hit, follows: Complement | None) -> tuple[Words, ...]:
    """What a refusal to speak is about: "did not reply to [questions]", "declined to [comment]"."""
    if follows is None or follows.kind != "none" or not _is_refusal(hit):
        return ()
    if line.word(hit.after) in ("to", "on", "about") and line.chunk_at(hit.after + 1) is not None:
        return (Words(hit.after + 1, max(follows.said.first, hit.after + 2)),)
    return (Words(hit.words.last - 1, hit.words.last),) if len(hit.cue.words) > 1 else ()


def _is_refusal(hit: Hit) -> bool:
    stance = hit.cue.negated if hit.negated else hit.cue.stance
    return stance in ("declines_to_comment", "does_not_confirm")


def _ahead(line: Line, hit: Hit, source: Words, *, resumes: bool = False) -> tuple[Words, ...]:
    """The words said before the cue: the clause or the quotation that a comma or a mark ends before source and cue."""
    is_finite = hit.group is None or hit.group.form == "finite" or hit.head > hit.group.head
    if not is_finite or (hit.cue.takes("clause") is None and hit.cue.takes("quote") is None):
        return ()
    border = min(source.first, hit.words.first)
    if line.word(border - 1) not in QUOTE_MARKS | {",", "—", "–", "--", "?", "!"}:
        return ()
    first = _clause_start(line, border - 1)
    said = Words(first, border)
    if first >= border - 1 or not (_is_statement(line, said) or resumes):
        return ()
    quoted = line.quoted[border - 1] or line.quoted[border - 2]
    if hit.cue.takes("clause") is None and not quoted:
        return ()
    return (said,)


def _clause_start(line: Line, end: int) -> int:
    """Back to the start of the sentence, or past a semicolon outside quotation marks."""
    at = end
    while at > 0 and (line.quoted[at - 1] or line.word(at - 1) not in (";",)):
        at -= 1
    return at


def _is_statement(line: Line, said: Words) -> bool:
    """True where the words hold a finite verb or are quoted."""
    return any(line.is_finite(i) or line.quoted[i] for i in range(said.first, said.last))


def _resumed(line: Line, hit: Hit, source: Words, limit: int) -> tuple[Words, ...]:
    """What is said after a cue that interrupts it: "The road, officials said, was open"."""
    at = max(hit.after, source.last)
    while at < limit and line.word(at) not in (",", "—", "–", "--", ".", ";", ":"):
        at += 1
    start = at + 1
    if line.word(at) not in (",", "—", "–", "--") or start >= limit:
        return ()
    if line.quoted[start]:
        return (Words(start, limit),)
    was_quoted = any(line.quoted[i] for i in range(hit.words.first))
    if was_quoted or line.tag(start) in _CONTENT_TAGS or line.word(start) in ("as", "when", "while", "after", "who"):
        return ()
    return (Words(start, limit),)


def _gap(line: Line, hit: Hit, source: Words) -> Found | None:
    """A noun phrase ahead of source and cue is what they deny or confirm: "[a charge] [that] Beijing rejected"."""
    takes = hit.cue.takes("np")
    start = source.first - 1 if line.word(source.first - 1) in ("that", "which") else source.first
    chunk = line.chunk_at(start - 1)
    if (
        takes is None
        or not takes.sure
        or chunk is None
        or chunk.last != start
        or line.word(chunk.first - 1) not in (",", "")
    ):
        return None
    return Found(hit, sources.with_antecedent(line, source), (Words(chunk.first, chunk.last),), rule="gap")


def _after_quotation(line: Line, hit: Hit, source: Words) -> Found | None:
    """A sentence that only names the speaker of the quotation that ends right before it: '"Why?" the envoy asked.'"""
    opens = min(source.first, hit.words.first) == 0 and not any(line.quoted)
    if not opens or hit.cue.takes("quote") is None or hit.negated:
        return None
    return Found(hit, sources.with_antecedent(line, source), (), rule=AFTER_QUOTATION)


def _passive(line: Line, hit: Hit, table: CueTable) -> tuple[Found, ...]:
    """Passives: "was quoted by X as saying P", "is said to have left", "was confirmed by X"."""
    limit = clause_end(line, hit, table)
    speaker = sources.subject(line, hit)
    if hit.cue.takes("as-saying"):
        return _quoted_as_saying(line, hit, speaker, limit)
    if speaker is None:
        return ()
    by = sources.agent(line, hit.after)
    if by is not None and (takes := hit.cue.takes("np")) is not None and takes.sure:
        return (Found(hit, (by,), (speaker,), rule="by"),)
    if hit.cue.takes("passive-to") and line.word(hit.after) == "to" and line.tag(hit.after + 1)[:2] in ("VB", "RB"):
        return (Found(hit, (), (speaker, Words(hit.after, limit)), rule="passive-to"),)
    return ()


def _quoted_as_saying(line: Line, hit: Hit, speaker: Words | None, limit: int) -> tuple[Found, ...]:
    """The outlet's report of the words, and the words of whoever is quoted."""
    outlet = sources.agent(line, hit.after)
    at = outlet.last if outlet else hit.after
    if speaker is None or line.word(at) != "as" or line.tag(at + 1) != "VBG":
        return ()
    start = at + 3 if line.word(at + 2) in ("that", ",", ":") else at + 2
    inner = msgspec.structs.replace(hit, words=Words(at + 1, at + 2), head=at + 1, after=start)
    said = (*_ahead(line, hit, speaker), *((Words(start, limit),) if start < limit else ()))
    if not said:
        return ()
    by = (Found(hit, (outlet,), said, rule="as-saying"),) if outlet else ()
    return (*by, Found(inner, sources.with_antecedent(line, speaker), said, rule="as-saying"))
