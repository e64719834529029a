"""Stances: what a source does by saying something."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from onrecord.knowledge import cues
from onrecord.knowledge.cues import Cue
from onrecord.schema.labels import Predicate
from onrecord.schema.span import Spans
from onrecord.schema.statement import Stance
from onrecord.statements.line import Line

_NOT = r"(?:not|n[’']t|unable to|declin\w+ to|refus\w+ to)"
_SILENCE = re.compile(
    rf"\b(?:nothing (?:more |further |else )?to (?:say|add)|no comment|{_NOT} (?:comment|elaborate|speculate))\b",
    re.IGNORECASE,
)
_OPEN = re.compile(rf"\b(?:neither confirm nor deny|{_NOT} (?:confirm|verify))\b", re.IGNORECASE)
_SILENCE_WORDS = ("nothing", "comment", "elaborate", "speculate")
_OPEN_WORDS = ("confirm", "verify")
_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)"
_NOT_THAT_NUMBER = re.compile(rf"\b{_NUMBER}\b[^.;]*, not {_NUMBER}\b", re.IGNORECASE)
_FLAT_NO = re.compile(
    r"\b(?:no such|nothing of the (?:kind|sort)|never(?! (?:been |felt |seen |had )?(?:an? )?"
    r"(?:so|as|more|less|better|worse|\w+er)\b)|(?:not|n[’']t) (?:\w+ )?(?:one|a single|any))\b",
    re.IGNORECASE,
)
_SAID = r"(?:sa(?:y|id|ys|ying)|claim(?:s|ed|ing)?|report(?:s|ed|ing)?|told \w+)"
_CALLED = rf"(?:(?:what|everything) (?:\w+ ){{1,3}}{_SAID})"
_PRONOUN = rf"(?:{_CALLED}|that|this|it|these|those|they|which)(?:['’]s| is| was| are| were)"
_STRESSED = r"(?: (?:simply|just|all|absolutely|completely|totally|entirely|utterly|plainly|another|pure|a|an))*"
_QUESTION = re.compile(
    r"(?:whether|if|how|why|what|who(?! to\b)|when|where)\b|[^.!?]*\?|.*\?[”\"’']*$", re.IGNORECASE | re.DOTALL
)
_SELF = frozenset(["i", "we", "he", "she", "it", "they"])
_SAYING = frozenset(["say", "claim", "state"])
_DUTIES = frozenset(["must", "should", "ought", "ought to"])
# "It did not intend to" is no denial of a deed.
_STATES = frozenset(
    ["intend", "want", "expect", "know", "believe", "think", "see", "understand", "recall", "need", "care"]
)


def is_command(cue: Cue | None, content: Spans, line: Line) -> bool:
    """True where a cue that only asserts tells somebody to do something: "told them to wait", "shouted to them to"."""
    if cue is None or cue.stance != "asserts":
        return False
    takes = cue.takes("obj-to")
    shouted = cue.pos == "verb" and cue.takes("to") is None and line.tags[line.at(content[0].start) or 0] == "TO"
    if not shouted and (takes is None or not takes.sure):
        return False
    verbs = (v for v in line.labels.predicates if v.pos != "n" and _holds(content, line.starts[v.head]))
    first = next(verbs, None)
    return first is not None and first.form == "infinitive" and line.tags[first.first - 1][:1] != "W"


def _holds(spans: Spans, offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def stance(cue: Cue | None, negated: bool, content: str, first: Predicate | None, line: Line | None) -> Stance:
    """The stance of a statement: the cue decides; where it only asserts, the words said may refuse to comment, deny,
    correct, retract or urge. `first` is the first verb of the content, in `line`, the sentence that it stands in."""
    told = (cue.negated if negated else cue.stance) if cue else "asserts"
    if told == "urges" and _QUESTION.match(content):
        return "asserts"
    if told is not None and told != "asserts":
        return told
    told = _by_words(content)
    if told == "retracts" and cue is not None and cue.takes("obj-adj"):
        return "denies"  # "called her account a lie": hers, and not the speaker's
    return told or _by_verb(content, first, line) or "asserts"


def _by_words(content: str) -> Stance | None:
    folded = content.casefold()
    if _has(folded, _OPEN_WORDS) and _OPEN.search(content):
        return "does_not_confirm"
    if _has(folded, _SILENCE_WORDS) and _SILENCE.search(content):
        return "declines_to_comment"
    if _has(folded, _verdicts()) and (found := _called_false().search(content)):
        return "retracts" if found["own"] else "denies"
    if _has(folded, (*_verdicts(), "not true")) and _answer_false().match(content):
        return "denies"
    return "corrects" if ", not " in folded and _NOT_THAT_NUMBER.search(content) else None


def _has(folded: str, words: Iterable[str]) -> bool:
    """True where a text without capitals has one of the words in it, without which a slower search finds nothing."""
    return any(map(folded.__contains__, words))


@cache
def _verdicts() -> tuple[str, ...]:
    return tuple(word.casefold() for word in cues.load().verdicts)


@cache
def _verdict() -> re.Pattern[str]:
    """A word that calls a claim false."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, cues.load().verdicts))})\b", re.IGNORECASE)


@cache
def _called_false() -> re.Pattern[str]:
    """A claim or a report, one's own or not, then a word that calls it false."""
    reports = "|".join([*sorted(cues.load().nouns), "story", "article"])
    own = r"(?P<own>(?:its|our|their|my|his|her)\b(?: \w+)? )"
    return re.compile(rf"\b{own}?(?:{reports})s?\b[^.;]*?{_verdict().pattern}", re.IGNORECASE)


@cache
def _answer_false() -> re.Pattern[str]:
    """An answer that calls what was said before it false: "that is untrue"."""
    return re.compile(rf"{_PRONOUN}{_STRESSED} [“‘\"']?(?:not true\b|{_verdict().pattern})", re.IGNORECASE)


def _by_verb(content: str, first: Predicate | None, line: Line | None) -> Stance | None:
    """ "He never asked for it", "no such trip was planned": a denial; "it must not fly": a demand."""
    if first is None or line is None:
        return None
    if first.modal in _DUTIES and first.form == "finite":
        return "urges"
    over = first.tense == "past" or first.perfect
    if not over or first.modal or line.lemmas[first.head] in _STATES:
        return None
    found = _FLAT_NO.search(content)
    if found is None or (found.group().lower() == "never" and not first.negated):
        return None  # "he told me: 'you will never see him'" denies nothing
    if first.negated and line.lemmas[first.head] in _SAYING and found.group().lower() == "never":
        return "denies"  # "the minister never said that"
    about_self = line.words[first.first - 1] in _SELF or (first.negated and line.words[first.first - 2] in _SELF)
    return "denies" if about_self or found.group().lower() != "never" else None
