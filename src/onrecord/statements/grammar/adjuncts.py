"""Adjuncts: the attributions of phrases, adverbs and nouns ("according to", "reportedly", "the claim that")."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.knowledge.cues import CueTable
from onrecord.schema.labels import Predicate
from onrecord.statements.grammar import sources
from onrecord.statements.grammar.clauses import is_infinitive
from onrecord.statements.grammar.ends import clause_end
from onrecord.statements.grammar.found import RELATIVE, Found
from onrecord.statements.grammar.hits import Hit
from onrecord.statements.grammar.phrases import leftwards, rightwards, words_between
from onrecord.statements.lexis import is_time
from onrecord.statements.line import COMMAS, QUOTE_MARKS, Line, Words

_SHORTEST = 2
_DASHES = frozenset(["--", "—", "–"])
_POSSESSIVES = frozenset(["his", "her", "its", "their"])
_SUBORDINATORS = frozenset(["before", "after", "when", "if", "that", "who", "which", "because", "as", "while", "what"])
_JOINTS = frozenset([";", ":"])
_DEFINITE = frozenset(["the", "that", "this", "these", "those", "such"])
_AMID = frozenset("about after amid amidst despite following on over".split())


def read(line: Line, hit: Hit, table: CueTable) -> tuple[Found, ...]:
    """The attribution that a phrase, an adverb or a noun makes, if there is one."""
    if hit.cue.pos == "noun":
        found = _noun(line, hit, table)
    elif hit.cue.pos == "adverb":
        found = _hearsay(line, hit, table)
    else:
        found = _phrase(line, hit, table)
    return (found,) if found is not None else ()


def _phrase(line: Line, hit: Hit, table: CueTable) -> Found | None:
    """ "According to X, P" and "P, according to X". A phrase whose object is the source of what others tell ("citing
    X") is read by `citing`."""
    if hit.cue.takes("source"):
        return None
    if line.tags[hit.after] in ("WDT", "WP"):
        return _relative(line, hit, table)
    source = sources.after(line, hit.after)
    if source is None or not sources.can_speak(line, source, table, shows=True):
        return None
    said = (
        _after_phrase(line, hit, source, table) if _opens(line, hit.words.first) else _around(line, hit, source, table)
    )
    return (
        Found(hit, (source,), said, sure=all(one.sure for one in hit.cue.complements), rule="phrase") if said else None
    )


def _relative(line: Line, hit: Hit, table: CueTable) -> Found | None:
    """ "A notice, according to which P"."""
    at = hit.words.first - 1 if line.words[hit.words.first - 1] in COMMAS else hit.words.first
    first, end = leftwards(line, at), clause_end(line, hit, table)
    if first is None or first >= at or hit.after + 1 >= end:
        return None
    source = Words(first, at)
    if not sources.can_speak(line, source, table, shows=True):
        return None
    return Found(hit, (source,), (Words(hit.after + 1, end),), sure=True, rule=RELATIVE)


def _opens(line: Line, at: int) -> bool:
    before = at - 1 if line.words[at - 1] == "," and line.words[at - 2] == "that" else at
    return (
        before == 0
        or line.words[before - 1] in _JOINTS | {"and", "but", "that"}
        or (before == 1 and not line.chunk_of[0])
    )


def _after_phrase(line: Line, hit: Hit, source: Words, table: CueTable) -> tuple[Words, ...]:
    at = source.last
    if line.words[at] in COMMAS:
        at += 1
    if line.tags[at] in ("WP", "WDT"):
        at = _past_relative(line, at)
    end = clause_end(line, hit, table)
    return (Words(at, end),) if at < end else ()


def _past_relative(line: Line, at: int) -> int:
    """The token behind a relative clause that opens at `at`, and its comma: "according to X, [who was there,] P"."""
    verb = next((v for v in line.labels.predicates if v.head > at and v.relation == "relative"), None)
    if verb is None:
        return at
    last = max(i for i in range(verb.head, line.end) if _hangs_on(line, i, verb.head))
    return last + 2 if line.words[last + 1] in COMMAS else at


def _hangs_on(line: Line, i: int, upper: int) -> bool:
    """True where the tree hangs a token on another, by whatever steps."""
    arcs = line.labels.arcs
    for _ in range(len(arcs)):
        if i == upper:
            return True
        if arcs[i].head == i:
            return False
        i = arcs[i].head
    return False


def _around(line: Line, hit: Hit, source: Words, table: CueTable) -> tuple[Words, ...]:
    """The clause before the phrase, and its rest behind it."""
    start = _start(line, hit.words.first)
    end = hit.words.first
    if end - start < 2:
        return ()
    rest = source.last + 1
    limit = clause_end(line, hit, table)
    goes_on = line.words[source.last] in COMMAS and rest < limit and line.tags[rest] not in ("VBG", "WDT", "WP")
    return (Words(start, end), *((Words(rest, limit),) if goes_on else ()))


def _start(line: Line, end: int) -> int:
    """The start of the clause that ends before `end`: of the sentence, or after a semicolon."""
    at = end
    while at > 0 and (line.quoted[at - 1] or line.words[at - 1] not in _JOINTS):
        at -= 1
    return at


def _hearsay(line: Line, hit: Hit, table: CueTable) -> Found | None:
    """The clause around an adverb such as "reportedly", without it."""
    verb = next((line.verb_of[i] for i in (hit.head, hit.head + 1, hit.head - 1) if i in line.verb_of), None)
    if verb is None or verb.form not in ("finite", "participle", "infinitive"):
        return None
    at = min(verb.first, hit.head)
    floor = sources.quote_end(line, at)
    whole = sources.subject(line, msgspec.structs.replace(hit, group=verb)) if line.words[at - 1] in COMMAS else None
    first = whole.first if whole is not None else leftwards(line, at, floor)
    start = _listed(line, verb, first if first is not None else at, floor)
    said = (Words(start, hit.words.first), Words(hit.words.last, _dash_after(line, hit, clause_end(line, hit, table))))
    kept = tuple(words for words in said if words.first < words.last)
    return Found(hit, (), kept, sure=all(one.sure for one in hit.cue.complements), rule="adverb") if kept else None


def _listed(line: Line, verb: Predicate, start: int, floor: int) -> int:
    """`start`, or where the list begins that is the subject: "[The base, the lower part] and a finger were"."""
    subjects = (one.first for one in verb.arguments if start < one.last <= verb.first and one.role != "OBL")
    first = min(subjects, default=start)
    return first if floor <= first < start and not any(line.is_finite(i) for i in range(first, start)) else start


def _dash_after(line: Line, hit: Hit, limit: int) -> int:
    """`limit`, or the dash that closes what a dash ahead of the adverb opens."""
    opened = any(line.words[i] in _DASHES for i in range(hit.words.first))
    return next((i for i in range(hit.words.last, limit) if opened and line.words[i] in _DASHES), limit)


def _noun(line: Line, hit: Hit, table: CueTable) -> Found | None:
    """ "The minister's claim that P", "a claim by the minister that P", "the army's denial of the loss"."""
    chunk = line.chunk_of[hit.head]
    if chunk is None or chunk.head != hit.head:
        return None
    source, at = _noun_source(line, hit)
    at += source is not None and line.words[at] == "," and line.words[at + 1] == "that"
    kind, said = _announced(line, hit.head, at, clause_end(line, hit, table))
    takes = hit.cue.takes(kind)
    if takes is None or said is None or (source is None and not _is_unnamed(line, hit)):
        return None
    if source is not None and line.words[source.first - 1] == "of" and not sources.can_speak(line, source, table):
        return None  # "under threat of the virus"
    return Found(hit, (source,) if source else (), (said,), sure=takes.sure, rule="noun-" + kind)


def _is_unnamed(line: Line, hit: Hit) -> bool:
    """True for a noun that tells what is said though nobody says it: "rumours that", "amid reports that"."""
    if not hit.cue.unnamed or not hit.cue.source:
        return hit.cue.unnamed
    chunk = line.chunk_of[hit.head]
    if chunk is None or line.words[chunk.first] in _DEFINITE:
        return False
    told = line.words[chunk.last] == "that" and line.chunk_of[chunk.last + 1] is not None
    return told and line.words[chunk.first - 1] in _AMID


def _announced(line: Line, noun: int, at: int, limit: int) -> tuple[str, Words | None]:
    """The kind of complement that begins at `at`, behind the token `noun`, and its words."""
    word = line.words[at]
    if word == "that":
        end = _noun_end(line, noun, at, limit, verbs=1)
        return "that", Words(at + 1, end) if end - at > _SHORTEST else None
    if is_infinitive(line, at):
        return "to", Words(at, _noun_end(line, noun, at, limit, verbs=0))
    object_end = rightwards(line, at + 1)
    return word, words_between(at + 1, object_end) if object_end is not None else None


def _noun_source(line: Line, hit: Hit) -> tuple[Words | None, int]:
    """Who makes a claim, and the token after the noun and its "by ..."."""
    chunk = line.chunk_of[hit.head]
    assert chunk is not None
    at = chunk.last
    if "poss" in hit.cue.source:
        if line.words[chunk.first] in _POSSESSIVES:
            return Words(chunk.first, chunk.first + 1), at
        mark = next((i for i in range(chunk.last - 1, chunk.first, -1) if line.tags[i] == "POS"), None)
        if mark is not None:
            first = leftwards(line, mark) if line.words[chunk.first - 1] == "of" else chunk.first
            return words_between(first, mark), at
        if (name := _name_before(line, chunk.first, hit.head)) is not None:
            return name, at
    if line.words[at] in hit.cue.source and line.words[at] in ("by", "from", "of", "in"):
        end = rightwards(line, at + 1)
        if end is not None and (line.words[at] != "in" or line.tags[end - 1][:3] == "NNP"):
            return Words(at + 1, end), end
    return None, at


def _name_before(line: Line, first: int, head: int) -> Words | None:
    """The name right before a noun: "a [Reuters] report", "[UN] allegations"."""
    start = head
    while start > first and line.tags[start - 1][:3] == "NNP" and not is_time(line, start - 1):
        start -= 1
    return Words(start, head) if start < head else None


def _main_verbs(line: Line, noun: int, at: int) -> Iterator[int]:
    """The verbs behind `at` whose subject is the noun or holds what stands before them: "the claim that P [angered]
    Q"."""
    for verb in line.labels.predicates:
        main = verb.form == "finite" and verb.first > at and verb.relation != "relative"
        before = [one for one in verb.arguments if one.role != "OBL" and one.last <= verb.first] if main else []
        if any(noun in one.heads or one.first < at <= one.last for one in before):
            yield verb.first


def _noun_end(line: Line, noun: int, at: int, limit: int, verbs: int) -> int:
    """The end of the clause that a noun announces, which has as many finite `verbs`: the next is the main clause's."""
    finite = -verbs
    first = next((i for i in range(at, limit) if line.opens_verb(i)), limit) if verbs else at
    limit = min([limit, *(i for i in _main_verbs(line, noun, at) if i > first)])
    for i in range(at, limit):
        if line.quoted[i] or line.words[i] in QUOTE_MARKS:
            continue
        if line.words[i] == ",":
            return i
        if line.words[i] in _SUBORDINATORS:
            finite -= 1
        if line.opens_verb(i):
            finite += 1
            if finite == 1 and line.tags[i - 1][:2] in ("NN", "CD", "VB", "JJ", "RB", "PR"):
                return i
    return limit
