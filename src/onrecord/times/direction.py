"""Direction: whether the words around a bare weekday or month point to the past or to the future.

"Met on Monday" is the last Monday, "will meet on Monday" the next; "by Monday" and "due Monday" lie ahead. Tense, modality
and the governing verb come from the labels; without labels nothing is told.
"""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from onrecord.schema.labels import Predicate, SentenceLabels
from onrecord.schema.token import Sentence
from onrecord.times.reference import Lean

# Words of what has been fixed for later, just before an expression: "payable Dec. 15", "scheduled for Monday".
_FIXED = frozenset("payable due effective available redeemable scheduled slated expected deadline planned".split())
# Verbs that fix a time, whatever their tense: "was expected on Monday", "postponed the vote until Monday".
_FIXING = frozenset("schedule slate plan expect due set book bill".split())
_MOVING = frozenset("postpone delay reschedule adjourn extend".split())
# Verbs whose complement took place if they did: "began to fall on Monday", "failed to reach a deal on Monday".
_IMPLICATIVE = frozenset(
    """begin start continue manage fail seem appear happen come stop cease get help refuse tend prove claim say report use
    turn force allow cause lead make let see hear find""".split()
)
# Verbs whose present tense tells a plan even where the date stands at a distance: "the trial resumes at noon on Monday".
_TIMETABLE = frozenset(
    """resume begin start open close end meet vote visit arrive leave depart expire go return convene face travel fly play
    reconvene kick launch reopen""".split()
)
_FUTURE_MODALS = frozenset(("will", "shall", "would", "may", "might", "could", "can", "must", "should", "be to", "have to"))
_BREAKS = frozenset((",", "CC", ":", "``"))  # tags of what stands between clauses
_NEAR = 3  # how many words before an expression a word of _FIXED may stand


class Pointing(msgspec.Struct, frozen=True):
    """Where words point to, and the rule that tells so; `direct` where it is a phrase of a verb in the past."""

    lean: Lean = ""
    rule: str = ""
    direct: bool = False


NOWHERE = Pointing()


def pointing(sentence: Sentence, labels: SentenceLabels | None, start: int, end: int) -> Pointing:
    """Where the predicate points to that the words from offset `start` to `end` go with."""
    if labels is None or not labels.tags:
        return NOWHERE
    at = bisect_left(sentence.tokens, start, key=lambda token: token.end - 1)
    before = _words_before(sentence, at)
    fixed = _by_words(before)
    if fixed.lean:
        return fixed
    if _attributive(sentence, labels, end):
        return NOWHERE
    direct = _direct(labels, at)
    predicate = direct or _nearest(labels, at)
    if predicate is None:
        return NOWHERE
    lean = _lean(labels, predicate, sentence, direct is not None)
    marker = before[-1] if before else ""
    if marker in ("until", "till", "through", "by") and not (lean == "past" and _over(predicate, at)):
        return Pointing("future", f"after {marker}")
    if predicate.lemma in _MOVING and marker in ("to", "until"):
        return Pointing("future", f"moved by {predicate.lemma}")
    return Pointing(lean, f"tense of {predicate.lemma}" if lean else "", direct is not None and direct.tense == "past")


def _over(predicate: Predicate, at: int) -> bool:
    """True where even "by Friday" and "until Friday" lie behind: "had fled by Friday", "did not open until Friday"."""
    return predicate.perfect or predicate.negated or at < predicate.first


def _words_before(sentence: Sentence, at: int) -> list[str]:
    """The words just before token `at`, in lower case, as far as a mark."""
    words: list[str] = []
    for i in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if not sentence.tokens[i].text[0].isalnum():
            break
        words.insert(0, sentence.tokens[i].text.lower())
    return words


def _by_words(before: list[str]) -> Pointing:
    """What the words just before tell by themselves."""
    if before[-1:] == ["since"]:
        return Pointing("past", "after since")
    if before[-1:] == ["as"] and before[-2:-1] in (["early"], ["soon"]):
        return Pointing("future", "after as soon as")
    fixed = _FIXED.intersection(before)
    if fixed and before[-1] != "to":
        return Pointing("future", f"after {min(fixed)}")
    return NOWHERE


def _attributive(sentence: Sentence, labels: SentenceLabels, end: int) -> bool:
    """True where the expression stands before a noun ("Monday's talks", "the June 3 hearing"): no verb dates it."""
    after = bisect_left(sentence.tokens, end, key=lambda token: token.start)
    return after < len(labels.tags) and labels.tags[after] in ("POS", "NN", "NNS")


def _direct(labels: SentenceLabels, at: int) -> Predicate | None:
    """The verb or adjective one of whose phrases the words at a token are."""
    for predicate in labels.predicates:
        phrases = (a for a in predicate.arguments if a.role == "OBL")
        if predicate.form != "noun" and any(a.first <= at < a.last for a in phrases):
            return predicate
    return None


def _nearest(labels: SentenceLabels, at: int) -> Predicate | None:
    """The last verb before a token; the first after it where the clause begins with the expression ("... , but in March
    a judge ruled")."""
    verbs = [p for p in labels.predicates if p.form != "noun"]
    before = [p for p in verbs if p.head < at]
    after = [p for p in verbs if p.head > at]
    opening = labels.tags[max(0, at - 2)] in _BREAKS and labels.tags[at - 1] in ("IN", *_BREAKS)
    if after and (opening or not before):
        return after[0]
    return before[-1] if before else None


def _lean(labels: SentenceLabels, predicate: Predicate, sentence: Sentence, direct: bool) -> Lean:
    """Where the tense of a predicate points to; an infinitive or a participle follows what governs it."""
    for _ in range(len(labels.predicates)):
        lean = _own_lean(labels, predicate, sentence, direct)
        if lean or predicate.governor is None:
            return lean
        governor = labels.predicates[predicate.governor]
        if predicate.form == "infinitive" and not _follows(governor, predicate):
            return "future"
        predicate = governor
    return ""


def _own_lean(labels: SentenceLabels, predicate: Predicate, sentence: Sentence, direct: bool) -> Lean:
    if predicate.modal in _FUTURE_MODALS:
        return "past" if predicate.perfect or (predicate.modal == "could" and predicate.negated) else "future"
    if predicate.lemma in _FIXING and (predicate.passive or predicate.lemma in ("schedule", "due", "expect", "plan")):
        return "future"
    if predicate.perfect or predicate.tense == "past" or predicate.form == "participle":
        return "past"
    if predicate.form == "finite" and predicate.tense == "present":
        return _present(predicate, sentence) if direct or predicate.lemma in _TIMETABLE else ""
    base = predicate.form == "infinitive" or labels.tags[predicate.head] == "VB"
    return "future" if base and predicate.governor is None else ""


def _present(predicate: Predicate, sentence: Sentence) -> Lean:
    """A present tense with a date is a plan ("meets on Monday"), in a headline or caption a report; "fell" is no present."""
    word = sentence.tokens[predicate.head].text.lower()
    if sentence.part != "body" or not (predicate.progressive or word.startswith(predicate.lemma[:-1])):
        return "past"
    return "future"


def _follows(governor: Predicate, predicate: Predicate) -> bool:
    """True where an infinitive took place if its governor did: aims ("flew to meet") and implicative verbs."""
    return predicate.relation == "adverbial" or governor.lemma in _IMPLICATIVE
