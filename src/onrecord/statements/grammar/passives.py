"""Passives: "was quoted by X as saying P", "was confirmed by X", "was told by X that P", "is said to have left"."""

from __future__ import annotations

import msgspec

from onrecord.knowledge.cues import CueTable
from onrecord.statements.grammar import sources
from onrecord.statements.grammar.ahead import ahead
from onrecord.statements.grammar.clauses import is_infinitive, opens_clause
from onrecord.statements.grammar.ends import clause_end, shortened
from onrecord.statements.grammar.found import TOLD, Found
from onrecord.statements.grammar.hits import Hit
from onrecord.statements.lexis import is_time
from onrecord.statements.line import Line, Words

_REACH = 24
# Whoever is told to do something was told by somebody; who is asked or expected to may just have been meant to.
_ORDERING = frozenset(["tell", "order", "instruct", "advise", "urge", "warn"])


def read(line: Line, hit: Hit, table: CueTable) -> tuple[Found, ...]:
    """The attributions of a passive cue; none where it does not say who speaks and is no hearsay."""
    limit = clause_end(line, hit, table)
    subject = _described(line, hit) or sources.subject(line, hit)
    if subject is None:
        return ()
    if hit.cue.takes("as-saying"):
        return _quoted(line, hit, subject, limit, table)
    by = sources.agent(line, hit.after)
    told = _told(line, hit, limit) if by is None else None
    if told is not None:
        return (Found(hit, (), (told,), subject, rule=TOLD),)
    if by is not None:
        return _by_agent(line, hit, subject, by, limit, table)
    if hit.cue.words[0] in _ORDERING and is_infinitive(line, hit.after):
        what = shortened(line, hit, "to", Words(hit.after, limit))
        return (Found(hit, (), (sources.with_antecedent(line, subject)[0], what), rule="by"),)
    if hit.cue.takes("passive-to") and line.words[hit.after] == "to" and line.tags[hit.after + 1][:2] in ("VB", "RB"):
        return (Found(hit, (), (subject, Words(hit.after, limit)), rule="passive-to"),)
    return ()


def _told(line: Line, hit: Hit, limit: int) -> Words | None:
    """What somebody was told, by nobody that is named: a clause with or without "that"."""
    takes = hit.cue.takes("obj-that")
    if takes is None or not takes.sure:
        return None
    start = _behind_that(line, hit.after)
    is_clause = start > hit.after or (hit.cue.takes("clause") and opens_clause(line, start))
    return Words(start, limit) if is_clause and start < limit else None


def _behind_that(line: Line, at: int) -> int:
    """The token behind the "that" at `at`, or behind a phrase there: "was warned [in advance] that"; else `at`."""
    if line.words[at] == "that":
        return at + 1
    phrase = line.chunk_of[at + 1]
    if line.tags[at] != "IN" or phrase is None or phrase.first != at + 1 or line.words[phrase.last] != "that":
        return at
    return phrase.last + 1 if line.tags[phrase.last] == "IN" else at


def _described(line: Line, hit: Hit) -> Words | None:
    """The subject of a passive that a relative clause parts from it: "[miners] who complained of dust were told"."""
    group = hit.group
    subject = next((one for one in group.arguments if one.role == "ARG1"), None) if group is not None else None
    if group is None or subject is None or line.tags[subject.last] not in ("WP", "WDT") or subject.last >= group.first:
        return None
    return Words(subject.first, subject.last)


def _by_agent(line: Line, hit: Hit, subject: Words, by: Words, limit: int, table: CueTable) -> tuple[Found, ...]:
    """ "The loss was confirmed by the army"; "he was urged by both sides to stay"."""
    said = sources.with_antecedent(line, subject)[:1]
    if is_infinitive(line, by.last) and hit.cue.takes("obj-to"):
        return (Found(hit, (by,), (*said, shortened(line, hit, "to", Words(by.last, limit))), rule="by"),)
    if line.words[by.last] == "that" and hit.cue.takes("obj-that") and by.last + 1 < limit:
        return (Found(hit, (by,), (Words(by.last + 1, limit),), subject, rule=TOLD),)
    if line.words[by.last] == "of" and hit.cue.takes("obj-of"):
        return (Found(hit, (by,), (*said, Words(by.last, limit)), rule="by"),)
    report = _report(line, hit, table)
    if report is not None and (hit.cue.takes("noun") or _is_sure(hit, "np")):
        return (Found(hit, (by,), (report,), rule="by"),)
    takes = hit.cue.takes("np")
    ends = by.last >= line.body_end or line.words[by.last] in (",", ";", "and", "on", "in", "at", "as")
    return (Found(hit, (by,), said, rule="by"),) if ends and takes is not None and takes.sure else ()


def _is_sure(hit: Hit, kind: str) -> bool:
    takes = hit.cue.takes(kind)
    return takes is not None and takes.sure


def _report(line: Line, hit: Hit, table: CueTable) -> Words | None:
    """The subject of a passive, where a noun for a saying heads it: "[a claim by the union that P] was rejected"."""
    group = hit.group
    subjects = [one for one in group.arguments if one.role == "ARG1" and one.last <= group.first] if group else []
    if not subjects or group is None:
        return None
    chunk = line.chunk_of[subjects[0].first]
    is_report = chunk is not None and line.lemmas[chunk.head] in table.nouns
    return Words(subjects[0].first, group.first) if is_report else None


def quoting(line: Line, hit: Hit, table: CueTable) -> tuple[Found, ...]:
    """The active: "the daily quoted the guard as saying P"; none where the cue is used otherwise."""
    if hit.cue.takes("as-saying") is None:
        return ()
    outlet, guest = sources.subject(line, hit), sources.after(line, hit.after)
    at = _saying(line, hit.after)
    if outlet is None or guest is None or at is None:
        return ()
    whole = Words(guest.first, at - 1 if line.words[at - 1] == "," else at)
    return _as_saying(line, hit, outlet, whole, at, clause_end(line, hit, table))


def _quoted(line: Line, hit: Hit, subject: Words, limit: int, table: CueTable) -> tuple[Found, ...]:
    """The passive, with or without the outlet: "the guard was quoted by the daily on Monday as saying P"."""
    at = _saying(line, hit.after)
    return _as_saying(line, hit, _quoting(line, hit.after, at, table), subject, at, limit) if at is not None else ()


def _saying(line: Line, first: int) -> int | None:
    """The "as" of the next "as saying"."""
    for i in range(first, min(line.end, first + _REACH)):
        if line.words[i] == "as" and line.tags[i + 1] == "VBG":
            return i
        if line.is_finite(i):
            return None
    return None


def _quoting(line: Line, first: int, last: int, table: CueTable) -> Words | None:
    """Whoever quotes: behind "by", or the name or the document behind "in"."""
    for i in range(first, last):
        who = sources.after(line, i + 1)
        chunk = line.chunk_of[i + 1]
        if who is None or chunk is None or line.words[i] not in ("by", "in"):
            continue
        is_name = line.tags[chunk.head][:3] == "NNP" and not is_time(line, chunk.head)
        if line.words[i] == "by" or is_name or table.sources.get(line.lemmas[chunk.head]) == "document":
            return Words(who.first, min(who.last, last))
    return None


def _past_listener(line: Line, at: int) -> int:
    """Past the listener between a gerund and what is said: "as telling [the tower] that"."""
    chunk = line.chunk_of[at]
    return chunk.last if chunk is not None and chunk.first == at and line.words[chunk.last] == "that" else at


def _as_saying(line: Line, hit: Hit, outlet: Words | None, guest: Words, at: int, limit: int) -> tuple[Found, ...]:
    """The outlet's report of the words, and the words of whoever is quoted, where "as saying" stands at `at`."""
    after = at + 3 if line.words[at + 1] == "having" and line.tags[at + 2] == "VBN" else at + 2
    start = _past_listener(line, after)
    while line.words[start] in ("that", ",", ":"):
        start += 1
    saying = msgspec.structs.replace(hit, words=Words(at + 1, after), head=after - 1, after=start)
    first = ahead(line, hit, guest if outlet is None or hit.passive else outlet)
    said = (*first, *((Words(start, limit),) if start < limit else ()))
    if not said:
        return ()
    by = (Found(hit, (outlet,), said, rule="as-saying"),) if outlet else ()
    return (*by, Found(saying, sources.with_antecedent(line, guest), said, rule="as-saying"))
