"""Ahead: words said that stand before their cue, or on both sides of it."""

from __future__ import annotations

from onrecord.statements.grammar import sources
from onrecord.statements.grammar.ends import opens_remark
from onrecord.statements.grammar.found import AFTER_QUOTATION, BEFORE_QUOTATION, GAP, Found
from onrecord.statements.grammar.hits import Hit
from onrecord.statements.line import COMMAS, ENDS, QUOTE_MARKS, Line, Words, is_sentence

_BORDERS = QUOTE_MARKS | COMMAS | {"?", "!"}
_NOT_RESUMING = frozenset(["as", "when", "while", "after", "who", "which"])
_PARTICIPLES = frozenset(["VBG", "VBN", "WP", "WDT", "WRB"])
_COORDINATORS = frozenset(["and", "but", "or"])
_BEFORE_SENTENCE = ENDS | {",", ":"}
_STOPS = COMMAS | {".", ";", ":"}


def around(line: Line, hit: Hit, source: Words, limit: int) -> tuple[Words, ...]:
    """The words said before the cue and, where it interrupts them, behind it: "The road, officials said, was open"."""
    rest = _resumed(line, hit, source, limit)
    border = min(source.first, hit.words.first)
    if rest and line.words[border - 2] in _COORDINATORS:
        return rest
    first = ahead(line, hit, source, resumes=bool(rest))
    return (*first, *rest) if first else ()


def ahead(line: Line, hit: Hit, source: Words, *, resumes: bool = False) -> tuple[Words, ...]:
    """The clause or the quotation that a comma or a mark ends right before source and cue."""
    if not _may_follow(hit):
        return ()
    border = min(source.first, hit.words.first)
    if line.words[border - 1] not in _BORDERS or not sources.is_after_speech(line, border):
        return ()
    quoted = ends_quoted(line, border)
    first = _start(line, border - 1, quoted=quoted)
    holds_verb = any(line.quoted[i] or sources.is_main_verb(line, i) for i in range(first, border))
    if first >= border - 1 or not (holds_verb or resumes) or not (quoted or _takes_clause(hit)):
        return ()
    return (Words(first, border),)


def _may_follow(hit: Hit) -> bool:
    """True for a cue that can stand behind what is said: a finite verb that takes clauses or quotations."""
    finite = hit.group is None or hit.group.form == "finite"
    return finite and (_takes_clause(hit) or hit.cue.takes("quote") is not None)


def _takes_clause(hit: Hit) -> bool:
    return hit.cue.takes("clause") is not None or hit.cue.takes("as-saying") is not None


def ends_quoted(line: Line, border: int) -> bool:
    """True where quoted words end right before `border`, a comma may stand between."""
    return line.quoted[border - 1] or (border > 1 and line.quoted[border - 2])


def _start(line: Line, end: int, *, quoted: bool) -> int:
    """The start of what is said: of the sentence, past a semicolon, or of a quotation that is a sentence of its own."""
    at = end
    while at > 0 and (line.quoted[at - 1] or line.words[at - 1] != ";"):
        if quoted and _opens_sentence(line, at - 1, end):
            return at - 1
        at -= 1
    return at


def _opens_sentence(line: Line, at: int, end: int) -> bool:
    """True where a comma or a colon and then a quotation that is a sentence of its own begins: "He paused, "Why?"" """
    return (
        line.words[at] in QUOTE_MARKS
        and line.words[at - 1] in _BEFORE_SENTENCE
        and not line.quoted[at - 1]
        and is_sentence(line, at, end + 1)
    )


def _resumed(line: Line, hit: Hit, source: Words, limit: int) -> tuple[Words, ...]:
    """What is said after a cue that interrupts it."""
    at = max(hit.after, source.last)
    while at < limit and line.words[at] not in _STOPS:
        at += 1
    start = at + 1
    if line.words[at] not in COMMAS or start >= limit:
        return ()
    if line.quoted[start]:
        return (Words(start, limit),)
    was_quoted = any(line.quoted[i] for i in range(hit.words.first))
    if was_quoted or opens_remark(line, at) or line.tags[start] in _PARTICIPLES or line.words[start] in _NOT_RESUMING:
        return ()
    return (Words(start, limit),)


def fronted(line: Line, hit: Hit, source: Words, limit: int) -> tuple[Words, ...]:
    """What is said behind a clause with "as" that opens the sentence: "As the mayor said, [the road is safe]"."""
    opens = line.words[source.first - 1] == "as" and source.first == 1
    if not opens or not _takes_clause(hit) or line.words[hit.after] != "," or hit.after + 1 >= limit:
        return ()
    return (Words(hit.after + 1, limit),)


def gap(line: Line, hit: Hit, source: Words) -> Found | None:
    """A noun phrase ahead of source and cue that they deny or confirm: "[a charge] [that] Beijing rejected"."""
    takes = hit.cue.takes("noun") or hit.cue.takes("np")
    start = source.first - 1 if line.words[source.first - 1] in ("that", "which") else source.first
    chunk = line.chunk_of[start - 1]
    if takes is None or not takes.sure or chunk is None or chunk.last != start:
        return None
    if line.words[chunk.first - 1] not in (",", "", "--", "—", "–"):
        return None
    return Found(hit, sources.with_antecedent(line, source), (Words(chunk.first, chunk.last),), rule=GAP)


def after_quotation(line: Line, hit: Hit, source: Words, listener: Words | None) -> Found | None:
    """A sentence that only names the speaker of the quotation that ends right before it: '"Why?" the envoy asked.'"""
    opens = min(source.first, hit.words.first) == 0 and not any(line.quoted)
    if not opens or hit.cue.takes("quote") is None or hit.negated:
        return None
    return Found(hit, sources.with_antecedent(line, source), (), listener, rule=AFTER_QUOTATION)


def before_quotation(line: Line, hit: Hit, source: Words, listener: Words | None) -> Found | None:
    """ "The mayor added:", where a quotation is the next paragraph."""
    ends = line.words[line.end - 1] == ":" and not any(line.is_finite(i) for i in range(hit.after, line.end))
    if not ends or hit.cue.takes("quote") is None:
        return None
    return Found(hit, sources.with_antecedent(line, source), (), listener, rule=BEFORE_QUOTATION)
