"""Ends: where the words that a cue reports end, short of the end of the sentence.

Each rule was kept because it brought the contents of the training part of PolNeAR closer to those marked there; others
(to end before any "which", before any subordinate clause, after closing quotation marks) were tried and did not.
"""

from __future__ import annotations

from onrecord.knowledge.cues import CueTable
from onrecord.schema.labels import Argument, Predicate
from onrecord.statements.grammar.clauses import opens_clause
from onrecord.statements.grammar.hits import Hit, is_mistaken_passive
from onrecord.statements.grammar.tails import is_tail
from onrecord.statements.lexis import is_time, past
from onrecord.statements.line import COMMAS, QUOTE_MARKS, Line, Words, is_sentence

_SUBORDINATORS = frozenset(
    ["while", "although", "though", "after", "when", "as", "because", "since", "before", "if", "until", "once"]
)
_CONTRASTS = frozenset(["while", "although", "though", "even", "whereas"])
_MEANWHILE = frozenset(["while", "when"])
_COORDINATORS = frozenset(["and", "but"])
_JOINTS = COMMAS | _COORDINATORS | {";", "(", ")"}
_REMARKS = frozenset(
    """move tactic reference sign figure position decision step charge claim statement allegation accusation assertion
    version suggestion denial contention characterisation""".split()
)
_NARROW = frozenset(["np", "noun", "to", "ger", "about", "against", "at", "for", "in", "of", "on"])
_CLAUSES_AFTER_OBJECT = frozenset(["obj-that", "obj-wh"])
_MAX_TO_SUBJECT = 12


def clause_end(line: Line, hit: Hit, table: CueTable) -> int:
    """Where the clause of a cue ends: at the end of the sentence, or where another attribution begins."""
    brackets = 0
    joined = _joined_clauses(line, hit) | _main_verbs(line, hit)
    for i in range(hit.after, line.body_end):
        if i in joined:
            return i
        word = line.words[i]
        if word not in _JOINTS or line.quoted[i]:
            continue
        brackets += (word == "(") - (word == ")")
        if word == ";" or brackets < 0 or _reports_anew(line, hit, i, table) or _is_parallel(line, hit, i):
            return i
    return line.body_end


def _is_parallel(line: Line, hit: Hit, i: int) -> bool:
    """True at the comma of "said that he told clients Q, and that R": the second "that" goes with the first."""
    if line.words[i : i + 3] != (",", "and", "that") or "that" in line.words[hit.after : i]:
        return False
    return "that" in line.words[: hit.words.first]


def _joined_clauses(line: Line, hit: Hit) -> frozenset[int]:
    """Where the clauses begin that are joined to that of the cue by "and" or "but", and are no part of what it says:
    "said [the bank had warned him of a run] and [that Berlin would pay]"."""
    verbs = line.labels.predicates
    own = next((n for n, one in enumerate(verbs) if hit.group is not None and one.head == hit.group.head), None)
    if own is None:
        return frozenset()
    joined = (one for one in verbs[own + 1 :] if one.form == "finite" and is_joined(verbs[own], own, one))
    starts = [_clause_start(line, one, hit.after) for one in joined]
    starts += [one.first - 1 for one in verbs[own + 1 :] if one.governor == own and _is_meanwhile(line, one)]
    return frozenset(start for start in starts if start > hit.after)


def _is_meanwhile(line: Line, verb: Predicate) -> bool:
    """True for what somebody does at the time of saying something: "while telling friends that Q"."""
    return verb.form == "gerund" and line.words[verb.first - 1] in _MEANWHILE


def _main_verbs(line: Line, hit: Hit) -> frozenset[int]:
    """The verbs of the clause around a relative one: "miners who complained of dust [were told] to keep quiet"."""
    group = hit.group
    if group is None or group.relation != "relative" or line.tags[group.first - 2] in ("WP", "WDT", "WRB"):
        return frozenset()  # "a man who police say was armed"
    found = line.labels.predicates
    verbs = (v for v in found if v.form == "finite" and v.first > hit.after and v.relation != "relative")
    outer = (v for v in verbs if v.governor is None or found[v.governor].head != group.head)
    return frozenset(v.first for v in outer if any(_is_ahead(one, group) for one in v.arguments))


def _is_ahead(one: Argument, group: Predicate) -> bool:
    """True for a subject that the relative clause of a verb group describes."""
    return one.role in ("ARG0", "ARG1") and any(head < group.first for head in one.heads) and one.first < group.first


def is_joined(verb: Predicate, number: int, other: Predicate) -> bool:
    """True where the clause of `other` is joined to that of a verb, the predicate `number`, and no part of it."""
    if other.governor == number:
        return other.relation == "coordinate"
    if verb.governor is None:
        return other.governor is None
    return other.governor == verb.governor and other.relation == verb.relation == "complement"


def _clause_start(line: Line, verb: Predicate, floor: int) -> int:
    """The comma or the conjunction with which the clause of a verb begins; 0 where it begins with none."""
    subjects = [one.first for one in verb.arguments if floor <= one.first < verb.first and one.role in ("ARG0", "ARG1")]
    at = min([verb.first, *subjects])
    while at > floor and line.tags[at - 1] in ("RB", "MD"):
        at -= 1
    at = at - 1 if line.words[at - 1] == "that" else at
    if line.words[at - 1] not in _COORDINATORS:
        return 0
    return at - 2 if line.words[at - 2] in COMMAS else at - 1


def _reports_anew(line: Line, hit: Hit, i: int, table: CueTable) -> bool:
    """True where at `i` begin words that report something else, or on somebody else's word."""
    word, follower = line.words[i], line.words[i + 1]
    if word in COMMAS and follower == "according":
        return line.words[i + 3] not in ("which", "whom")
    if word in COMMAS and (_goes_on_reporting(line, i + 1, table) or is_tail(line, i, table)):
        return True
    if word in _COORDINATORS:
        return _reports_too(line, hit, i + 1, table)
    return word in COMMAS and follower in _COORDINATORS and _reports_too(line, hit, i + 2, table)


def _goes_on_reporting(line: Line, at: int, table: CueTable) -> bool:
    """True for a participle with which the same source goes on: ", adding that", ", citing"."""
    return line.tags[at] == "VBG" and (line.lemmas[at] in table.verbs or line.words[at] in table.phrases)


def _reports_too(line: Line, hit: Hit, at: int, table: CueTable) -> bool:
    """True where a verb of the cue's own form reports again: "denied ..., and promised"."""
    while line.tags[at] == "RB":
        at += 1
    group = line.verb_of.get(at)
    if group is None or group.first != at or hit.group is None:
        return False
    if not any(
        past(line, cue.words, group.head) for cue in table.verb(line.lemmas[group.head], line.words[group.head])
    ):
        return False
    if is_mistaken_passive(line, group):
        return hit.group.tense == "past"
    return group.form == "finite" and line.tags[at] == line.tags[hit.group.first] and group.perfect == hit.group.perfect


def shortened(line: Line, hit: Hit, kind: str, said: Words) -> Words:
    """The words said, as far as they go before a clause in the outlet's own voice."""
    narrow = kind in _NARROW or (kind.startswith("obj-") and kind not in _CLAUSES_AFTER_OBJECT)
    subordinate = _is_subordinate(line, hit)
    for i in range(said.first + 1, said.last):
        if narrow and line.words[i] == "," and line.words[i + 1] in QUOTE_MARKS and is_sentence(line, i + 1, line.end):
            return Words(said.first, i)
        if not _is_inside(line, i) and _ends(line, i, narrow=narrow, subordinate=subordinate):
            return Words(said.first, i)
    return _before_time(line, said) if narrow else said


def _before_time(line: Line, said: Words) -> Words:
    """The words without a final time, which belongs to the cue: "did not confirm the reports [on Tuesday]"."""
    chunk = line.chunk_of[said.last - 1]
    if chunk is None or chunk.last != said.last or not is_time(line, chunk.head) or chunk.first <= said.first + 1:
        return said
    if line.tags[chunk.first - 1] == "IN" and line.words[chunk.first - 1] != "on":  # "promised repairs by May"
        return said
    return Words(said.first, chunk.first - 1 if line.words[chunk.first - 1] == "on" else chunk.first)


def _is_inside(line: Line, i: int) -> bool:
    """True for a token between quotation marks, the last mark left out."""
    return line.quoted[i] and (line.words[i] not in QUOTE_MARKS or (i + 1 < line.end and line.quoted[i + 1]))


def _ends(line: Line, i: int, *, narrow: bool, subordinate: bool) -> bool:
    """True where words in the outlet's own voice begin: at a comma, a dash or "but"."""
    if line.words[i] == ",":
        return _ends_at_comma(line, i, subordinate=subordinate) or (narrow and not _belongs(line, i + 1))
    if narrow and line.words[i : i + 2] == ("and", "that"):  # "described a beating and that Q"
        return True
    ends = line.words[i] in COMMAS or (narrow and line.words[i] == "but")
    return ends and opens_clause(line, i + 1)


def _ends_at_comma(line: Line, i: int, *, subordinate: bool) -> bool:
    follower = line.words[i + 1]
    if follower == "which":
        return line.is_finite(i + 2)
    if follower in _COORDINATORS:
        return opens_clause(line, i + 2)
    return follower in _CONTRASTS or opens_remark(line, i) or (subordinate and _opens_main(line, i + 1))


def _opens_main(line: Line, at: int) -> bool:
    """True where a clause begins, or the subject of the main verb: "though it threatens a veto, [Ana Prieto] ..."."""
    if opens_clause(line, at):
        return True
    main = (verb for verb in line.labels.predicates if verb.form == "finite" and verb.governor is None)
    subjects = (one for verb in main if verb.first > at for one in verb.arguments if one.role == "ARG0")
    return any(one.first == at for one in subjects)


def opens_remark(line: Line, comma: int) -> bool:
    """True where a remark of the report's own follows a comma: ", a charge that Beijing rejects"."""
    return line.tags[comma + 1] == "DT" and line.words[comma + 2] in _REMARKS


def _belongs(line: Line, at: int) -> bool:
    """True for what may follow a comma within one noun phrase: a name, a number, a preposition, "and", quoted words."""
    if line.quoted[at - 1]:
        return True
    if line.tags[at] == "IN":
        return line.words[at] not in _SUBORDINATORS
    return line.tags[at] in ("NNP", "CD") or line.words[at] in ("and", "or")


def _is_subordinate(line: Line, hit: Hit) -> bool:
    """True where the clause of the cue is itself an adverbial one, so that the main clause is still to come: "While
    the minister insists that P, Q"."""
    if hit.group is None:
        return False
    verb = hit.group.first
    if hit.group.form == "gerund":
        return verb <= 2
    for i in range(verb - 1, max(-1, verb - _MAX_TO_SUBJECT), -1):
        if line.is_finite(i):
            return False
        if line.words[i] in _SUBORDINATORS and line.chunk_of[i] is None:
            return not (line.words[i] == "as" and i == 0)
    return False
