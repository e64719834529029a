"""Stances: what a source does by saying something."""

from __future__ import annotations

import re

from onrecord.knowledge.cues import Cue
from onrecord.schema.labels import Predicate
from onrecord.schema.statement import Stance
from onrecord.statements.line import Line

_NO_COMMENT = re.compile(
    r"\b(?:nothing (?:more |further |else )?to (?:say|add)|no comment|(?:can|could|will|would|do|does|did)(?: ?n[o’']t|not)"
    r" (?:comment|discuss|elaborate|speculate)|declined? to comment|unable to comment)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"\b(?:neither confirm nor deny|(?:not|n[’']t) (?:confirm|verify)|unable to (?:confirm|verify))\b", re.IGNORECASE
)
_REPORTS = r"(?:charge|claim|allegation|accusation|report|rumou?r|story|suggestion|assertion|article)s?"
_WRONG = (
    r"(?:absurd|false|untrue|baseless|unfounded|groundless|nonsense|wrong|ridiculous|fabricated|fabrications?|a lie|lies|"
    r"fake|invented|incorrect|inaccurate|mistaken|slander(?:ous)?|rubbish|without (?:basis|foundation|merit)|a hoax|fiction)"
)
_CHARGE_IS_WRONG = re.compile(rf"\b{_REPORTS}\b.*?\b{_WRONG}\b", re.IGNORECASE | re.DOTALL)
_OWN_REPORT_IS_WRONG = re.compile(
    rf"\b(?:its|our|their|my|his|her)\b(?: \w+)? {_REPORTS}\b.*?\b{_WRONG}\b", re.IGNORECASE | re.DOTALL
)
_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)"
_NOT_THAT_NUMBER = re.compile(rf"\b{_NUMBER}\b[^.;]*, not {_NUMBER}\b", re.IGNORECASE)
_FLAT_DENIAL = re.compile(
    r"\b(?:no such|nothing of the (?:kind|sort)|not (?:\w+ )?(?:one|a single|any)\b|n[’']t (?:\w+ )?(?:any|a single)\b|never)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:whether|if|how|why|what|who|when|where)\b|.*\?[”\"’']*$", re.IGNORECASE | re.DOTALL)
_SELF = frozenset(["i", "we", "he", "she", "it", "they"])
_DUTIES = frozenset(["must", "should", "ought", "ought to"])
_STATES = frozenset(
    ["intend", "want", "expect", "know", "believe", "think", "see", "understand", "recall", "need", "care"]
)


def stance(cue: Cue | None, negated: bool, content: str, first: Predicate | None, line: Line | None) -> Stance:
    """The stance of a statement.

    The cue decides; where it only asserts, the words said may refuse to comment, deny, correct, retract or urge. `first`
    is the first verb of the content in `line`, the sentence that it stands in.
    """
    told = (cue.negated if negated else cue.stance) if cue else "asserts"
    if told == "urges" and _QUESTION.match(content):
        return "asserts"
    if told != "asserts":
        return told or "asserts"
    return _by_words(content) or _by_verb(content, first, line) or "asserts"


def _by_words(content: str) -> Stance | None:
    if _UNKNOWN.search(content):
        return "does_not_confirm"
    if _NO_COMMENT.search(content):
        return "declines_to_comment"
    if _OWN_REPORT_IS_WRONG.search(content):
        return "retracts"
    if _CHARGE_IS_WRONG.search(content):
        return "denies"
    return "corrects" if _NOT_THAT_NUMBER.search(content) else None


def _by_verb(content: str, first: Predicate | None, line: Line | None) -> Stance | None:
    """ "He never asked for it", "no such trip was planned": a denial; "it must not fly": a demand."""
    if first is None or line is None:
        return None
    if first.modal in _DUTIES and first.form == "finite":
        return "urges"
    over = first.tense == "past" or first.perfect
    if not over or first.modal or line.lemma(first.head) in _STATES or not _FLAT_DENIAL.search(content):
        return None
    about_self = line.word(first.first - 1) in _SELF or (first.negated and line.word(first.first - 2) in _SELF)
    return "denies" if about_self or "never" not in content.lower() else None
