"""Direction: whether the words around a bare weekday or month point to the past or to the future.

"Met on Monday" is the last Monday, "will meet on Monday" the next; "by Monday" and "due Monday" lie ahead. Tense,
modality and the governing verb come from the labels; without labels nothing is told. The words are those of
`knowledge/data/time_direction.tsv`.
"""

from __future__ import annotations

from bisect import bisect_left

from msgspec.structs import replace

from onrecord.knowledge.time_words import direction_words
from onrecord.schema.labels import Predicate, SentenceLabels
from onrecord.schema.token import Sentence
from onrecord.times.reference import NOWHERE, Lean, Pointing

_BREAKS = frozenset((",", "CC", ":", "``"))  # tags of what stands between clauses
_WINDOW = 60  # how many tokens away the verb of an expression may stand
_DEPTH = 8  # how many governors up a verb's direction is looked for
MOVED = "moved by"
"""Begins the name of the rule for the day to which a thing is moved."""
_EXPECTED = frozenset(["due", "set", "scheduled", "expected", "supposed", "meant", "slated", "planned", "booked"])
_ONTO = frozenset(["to", "until", "till"])
CALLING = frozenset(["announce", "call", "convene", "confirm"])
"""Verbs after which "for" tells the day of the thing: "a visit was announced for Friday"."""
_CLAUSE = 12  # how many words before an expression "the planned visit of ..." may begin
_NOUN = 5  # how many words after an expression the noun may stand that it goes with
_RANKED = 6  # how many words before an infinitive "the first", "the only" may stand
_PHRASES = frozenset("obl obl:unmarked obl:tmod advmod nmod nmod:unmarked nmod:tmod obj appos conj flat".split())
_NEAR = 3  # how many words before an expression "payable", "scheduled" ... may stand


def pointing(sentence: Sentence, labels: SentenceLabels | None, start: int, end: int) -> Pointing:
    """Where the words point to that the expression from offset `start` to `end` goes with."""
    if labels is None or not labels.tags:
        return NOWHERE
    at = bisect_left(sentence.tokens, start, key=lambda token: token.end - 1)
    before = _words_before(sentence, at)
    told = _by_words(before)
    if told.lean:
        fixing = [predicate for predicate in _verbs_near(labels, at) if at - _NEAR <= predicate.head < at]
        return replace(told, fixed=bool(fixing) and _was_fixed(labels, fixing[-1]))
    if (expected := _was_to(sentence, labels, at)).lean:
        return expected
    noun = _noun_after(sentence, labels, end)
    if noun is not None:
        return _by_noun(_noun(sentence, labels, noun), before, _verb_before(sentence, labels, at))
    planned = _planned(sentence, labels, at)
    if planned:
        return Pointing("future", f"after {planned}")
    verbs = _verbs_near(labels, at)
    direct = _direct(verbs, at)
    predicate = direct or _nearest_verb(verbs, labels, at)
    if predicate is not None and predicate.form == "infinitive" and direct is None:
        last = bisect_left(sentence.tokens, end, key=lambda token: token.start)
        predicate = _hung_on(labels, verbs, range(at, last)) or predicate
    if predicate is None:
        return NOWHERE
    lean = _lean(labels, predicate, sentence, direct is not None)
    bound = _by_bound(predicate, lean, before, at)
    if bound.lean:
        return bound
    past = direct is not None and direct.tense == "past" and not _foretells(verbs, direct, at)
    return Pointing(lean, f"tense of {predicate.lemma}" if lean else "", past, _was_fixed(labels, predicate))


def _was_fixed(labels: SentenceLabels, predicate: Predicate) -> bool:
    """True for a plan of the past: "was planned for Saturday", "a rally planned for Saturday was called off"."""
    if not predicate.passive and predicate.form != "participle" and predicate.pos != "adj":
        return False
    verb = predicate if predicate.form == "finite" else _main_verb(labels, predicate)
    return predicate.lemma in direction_words()["FIXING"] and verb is not None and verb.tense == "past"


def _was_to(sentence: Sentence, labels: SentenceLabels, at: int) -> Pointing:
    """What was expected: "was to have met on Monday" has come to its day; of "had been due to meet on Monday" that is
    only likely."""
    first = max(0, at - _CLAUSE)
    breaks = [i for i in range(first, at) if labels.tags[i] in _BREAKS]
    clause = [token.text.lower() for token in sentence.tokens[breaks[-1] + 1 if breaks else first : at]]
    for i, word in enumerate(clause[:-3]):
        if word in ("was", "were") and clause[i + 1 : i + 3] == ["to", "have"]:
            return Pointing("past", "after was to have", doubtful=_is_moved(labels, at))
        if word == "had" and clause[i + 1] == "been" and clause[i + 2] in _EXPECTED and clause[i + 3] == "to":
            return Pointing("past", f"after had been {clause[i + 2]}", doubtful=True)
    return NOWHERE


def _is_moved(labels: SentenceLabels, at: int) -> bool:
    """True where the sentence goes on to tell that a thing was moved, so that its day may lie ahead."""
    moving = direction_words()["MOVING"]
    return any(predicate.head > at and predicate.lemma in moving for predicate in labels.predicates)


def _words_before(sentence: Sentence, at: int) -> list[str]:
    """The words just before token `at`, in lower case, as far as a mark."""
    words: list[str] = []
    for token in reversed(sentence.tokens[max(0, at - _NEAR) : at]):
        if not token.text[0].isalnum():
            break
        words.insert(0, token.text.lower())
    return words


def _by_words(before: list[str]) -> Pointing:
    """What the words just before tell by themselves."""
    if before[-1:] == ["since"]:
        return Pointing("past", "after since")
    if before[-2:] == ["ahead", "of"]:
        return Pointing("future", "after ahead of")
    if before[-1:] == ["as"] and before[-2:-1] in (["early"], ["soon"]):
        return Pointing("future", "after as soon as")
    if before[-1:] == ["come"] and before[-2:-1] not in (["has"], ["have"], ["had"]):
        return Pointing("future", "after come")
    fixed = direction_words()["FIXED"].intersection(before)
    if fixed and before[-1] != "to":
        return Pointing("future", f"after {min(fixed)}")
    return NOWHERE


def _planned(sentence: Sentence, labels: SentenceLabels, at: int) -> str:
    """The word before a noun that tells that the thing lies ahead: "the scheduled visit of the envoy in June", "an
    invitation to talks in Accra on 16 September"."""
    for i in range(at - 1, max(0, at - _CLAUSE), -1):
        tag, word = labels.tags[i], sentence.tokens[i].text.lower()
        if tag in _BREAKS or (tag.startswith(("VB", "MD")) and word not in direction_words()["AHEAD"]):
            return ""
        following = sentence.tokens[i + 1].text.lower()
        if word in direction_words()["INVITING"] and following in ("to", "for"):
            return word
        if word in direction_words()["AHEAD"]:
            attributive = labels.tags[i + 1].startswith(("NN", "JJ")) and labels.tags[i - 1] in (
                "DT",
                "PRP$",
                "POS",
                "JJ",
            )
            return word if attributive else ""
    return ""


def _by_bound(predicate: Predicate, lean: Lean, before: list[str], at: int) -> Pointing:
    """What "by", "until" and "to" tell with a verb. "Had fled by Friday", "did not open until Friday" lie behind; "has
    closed the road until Friday" lies ahead."""
    marker = before[-1] if before else ""
    lasts = marker in ("until", "till") and predicate.tense == "present"
    perfect = (predicate.perfect and not lasts) or marker == "through"
    over = lean == "past" and (perfect or predicate.negated or at < predicate.first)
    moved = predicate.lemma in direction_words()["MOVING"]
    if moved and marker in _ONTO and (marker == "to" or predicate.lemma != "extend"):
        return Pointing("future", f"{MOVED} {predicate.lemma}")
    if marker == "for" and predicate.lemma in CALLING:
        return Pointing("future", f"{predicate.lemma} for")
    if marker in direction_words()["BOUND"] and not over:
        return Pointing("future", f"after {marker}")
    return NOWHERE


def _noun_after(sentence: Sentence, labels: SentenceLabels, end: int) -> int | None:
    """The noun that the expression goes with ("Monday's talks", "the June 3 hearing"): then no verb dates it."""
    after = bisect_left(sentence.tokens, end, key=lambda token: token.start)
    found = None
    for i in range(after, min(after + _NOUN, len(labels.tags))):
        named = sentence.tokens[i].text.lower() in direction_words()["SUDDEN"]
        if labels.tags[i] not in ("POS", "JJ", "NN", "NNS") and not named:
            break
        found = i if labels.tags[i] != "JJ" or found is not None else found
    return found


def _noun(sentence: Sentence, labels: SentenceLabels, i: int) -> str:
    """The lemma of a noun; the word itself where it is a noun only to the table ("stabbing")."""
    word = sentence.tokens[i].text.lower()
    return word if word in direction_words()["SUDDEN"] else labels.lemmas[i]


def _by_noun(lemma: str, before: list[str], verb: Pointing) -> Pointing:
    """What the noun tells that an expression stands before: an attack of Monday has happened, whatever the verb; a vote
    of Sunday lies ahead of whoever will take part in it, and behind whoever spoke in it, or speaks after it."""
    words = direction_words()
    if lemma in words["SUDDEN"]:
        return Pointing("past", f"before {lemma}", True)
    if lemma not in words["SCHEDULED"]:
        return NOWHERE
    if verb.lean == "future" and words["BEHIND"].isdisjoint(before):
        return verb
    over = words["OVER"].intersection(before)
    if over:
        return Pointing("past", f"after {min(over)}")
    return verb if verb.lean == "past" and not words["WITHIN"].isdisjoint(before) else NOWHERE


def _verb_before(sentence: Sentence, labels: SentenceLabels, at: int) -> Pointing:
    """Where the nearest verb before a token points to."""
    before = [predicate for predicate in _verbs_near(labels, at) if predicate.head < at]
    lean = _lean(labels, before[-1], sentence, True) if before else ""
    return Pointing(lean, f"tense of {before[-1].lemma}") if lean else NOWHERE


def _verbs_near(labels: SentenceLabels, at: int) -> list[Predicate]:
    """The verbs and adjectives around a token; the window keeps the work linear in sentences without end."""
    first = bisect_left(labels.predicates, at - _WINDOW, key=lambda predicate: predicate.head)
    last = bisect_left(labels.predicates, at + _WINDOW, key=lambda predicate: predicate.head)
    return [predicate for predicate in labels.predicates[first:last] if predicate.form != "noun"]


def _direct(verbs: list[Predicate], at: int) -> Predicate | None:
    """The verb or adjective one of whose phrases the words at a token are."""
    for predicate in verbs:
        if any(a.role == "OBL" and a.first <= at < a.last for a in predicate.arguments):
            return predicate
    return None


def _hung_on(labels: SentenceLabels, verbs: list[Predicate], tokens: range) -> Predicate | None:
    """The verb or adjective on which, or on one of whose nouns, the tree hangs the words at some tokens."""
    arcs = labels.arcs
    if not arcs or not tokens:
        return None
    at = next((i for i in tokens if arcs[i].head not in tokens), tokens.start)
    for _ in range(_DEPTH):
        if arcs[at].head == at or arcs[at].relation not in _PHRASES:
            return None
        at = arcs[at].head
        verb = next((predicate for predicate in verbs if predicate.head == at), None)
        if verb is not None:
            return verb
    return None


def _foretells(verbs: list[Predicate], verb: Predicate, at: int) -> bool:
    """True where an infinitive stands between a verb and a token, whose day it may be: "pledged to go on 3 May"."""
    return any(other.form == "infinitive" and verb.head < other.head < at for other in verbs)


def _nearest_verb(verbs: list[Predicate], labels: SentenceLabels, at: int) -> Predicate | None:
    """The last verb before a token; the first after it where the clause begins there ("... , but in March he quit")."""
    before = [predicate for predicate in verbs if predicate.head < at]
    after = [predicate for predicate in verbs if predicate.head > at]
    opening = labels.tags[max(0, at - 2)] in _BREAKS and labels.tags[at - 1] in ("IN", *_BREAKS)
    if after and (opening or not before):
        return after[0]
    return before[-1] if before else None


def _lean(labels: SentenceLabels, predicate: Predicate, sentence: Sentence, direct: bool) -> Lean:
    """Where the tense of a predicate points to; an infinitive or a participle follows what governs it."""
    for _ in range(_DEPTH):
        if _ranked(sentence, predicate):
            verb = _main_verb(labels, predicate)
            return _own_lean(labels, verb, sentence, direct) if verb else ""
        lean = _own_lean(labels, predicate, sentence, direct)
        if lean or predicate.governor is None:
            return lean
        governor = labels.predicates[predicate.governor]
        if predicate.form == "infinitive" and not _follows(governor, predicate):
            return "future"
        predicate = governor
    return ""


def _ranked(sentence: Sentence, predicate: Predicate) -> bool:
    """True for the infinitive of "the first country to join", which tells what its sentence tells."""
    if predicate.form != "infinitive":
        return False
    before = {token.text.lower() for token in sentence.tokens[max(0, predicate.first - _RANKED) : predicate.first]}
    return not before.isdisjoint(direction_words()["RANKED"])


def _main_verb(labels: SentenceLabels, predicate: Predicate) -> Predicate | None:
    """The last finite verb before a predicate, else the first after it."""
    finite = [
        other
        for other in _verbs_near(labels, predicate.head)
        if other.form == "finite" and other.head != predicate.head
    ]
    before = [other for other in finite if other.head < predicate.head]
    return before[-1] if before else next(iter(finite), None)


def _own_lean(labels: SentenceLabels, predicate: Predicate, sentence: Sentence, direct: bool) -> Lean:
    """Where a predicate points to by its own form."""
    words = direction_words()
    if predicate.modal in words["FUTURE_MODAL"]:
        over = predicate.perfect and predicate.modal not in ("will", "shall")
        return "past" if over or (predicate.modal == "could" and predicate.negated) else "future"
    if predicate.lemma in words["FIXING_ACTIVE"] or (predicate.passive and predicate.lemma in words["FIXING"]):
        return "future"
    if predicate.perfect or predicate.tense == "past" or predicate.form == "participle":
        return "past"
    if predicate.form == "finite" and predicate.tense == "present":
        return _present(predicate, sentence) if direct or predicate.lemma in words["TIMETABLE"] else ""
    base = predicate.form == "infinitive" or labels.tags[predicate.head] == "VB"
    return "future" if base and predicate.governor is None else ""


def _present(predicate: Predicate, sentence: Sentence) -> Lean:
    """A present tense with a date is a plan ("meets on Monday"); in a headline or a caption it reports.

    The word is looked at, since irregular forms of the past ("fell") are now and then labelled as a present.
    """
    word = sentence.tokens[predicate.head].text.lower()
    if predicate.lemma in direction_words()["RESULTING"]:
        return "past"
    if predicate.lemma in direction_words()["UNCHANGED"] and not predicate.progressive and not word.endswith("s"):
        return "past"
    if sentence.part != "body" or not (predicate.progressive or word.startswith(predicate.lemma.split()[0][:-1])):
        return "past"
    return "future"


def _follows(governor: Predicate, predicate: Predicate) -> bool:
    """True where an infinitive took place if its governor did: aims ("flew to meet") and implicative verbs."""
    return predicate.relation == "adverbial" or governor.lemma in direction_words()["IMPLICATIVE"]
