"""Status: whether an event is told as happened, ongoing, planned, possible, called for, denied or not happened.

The reading contract's table, composed from the inside out: the tense, modal and negation of the predicate itself, then
the effect of each predicate that governs it (`knowledge/governors.py`). After Saurí and Pustejovsky (2012), "Are you
sure that this happened?", with the plan, the call and the denial kept apart as PLOVER's auxiliary modes ask.
"""

from __future__ import annotations

from onrecord.events import bare, granted
from onrecord.events.claims import (
    by_degree,
    doubted_by,
    granted_by,
    in_prospect,
    is_indicative,
    is_nobody,
    perhaps,
    reported,
    told_by,
    unproven,
    unsaid,
)
from onrecord.events.complements import rule_of
from onrecord.events.documents import DOCUMENTS
from onrecord.events.factuality import HAPPENED, IRREALIS, Factuality, combined
from onrecord.events.governed import is_answered, is_speech
from onrecord.events.nominal import before, described, held, is_done_by, is_ending
from onrecord.events.questions import asked
from onrecord.events.scene import Scene
from onrecord.events.tense import CONDITIONS, adverbial_clause, finite
from onrecord.knowledge import governors
from onrecord.knowledge.governors import GovernorRule, Outcome
from onrecord.schema.event import Status
from onrecord.schema.labels import Predicate

_MAX_DEPTH = 6
_WITHOUT = frozenset(["without", "instead"])
_TELLING = frozenset(["ask", "insist", "suggest"])
_QUESTIONED = frozenset(["happened", "ongoing", "planned", "called_for"])
_SAME_PREPOSITIONS = frozenset(["by", "after", "in", "while", "upon", "since", "for", "of", "from", "despite", "with"])


_DENIED = Outcome("denied")


def factuality(scene: Scene, number: int) -> Factuality:
    """The status of the predicate with that number, as its sentence tells it."""
    found = _nearly(scene, number, _of(scene, number, _MAX_DEPTH))
    if found.status in _QUESTIONED and asked(scene, scene.labels.predicates[number], found.status):
        return Factuality("possible")
    return found


def _nearly(scene: Scene, number: int, told: Factuality) -> Factuality:
    """The status with an adverb beside the verb taken in: what "nearly" or "almost" happened did not."""
    predicate = scene.labels.predicates[number]
    if predicate.pos == "n" or told.status not in ("happened", "ongoing"):
        return told
    if predicate.last < len(scene.labels.tags) and scene.word(predicate.last).lower() == "neither":
        return Factuality("not_happened")
    for i in range(max(0, predicate.first - 1), predicate.head):
        if scene.labels.tags[i][:2] == "RB" and not predicate.negated:
            rule = governors.load().find(scene.word(i).lower(), "adv", "bare")
            if rule is not None and rule.outcome.status is not None:
                return Factuality(rule.outcome.status, rule.outcome.negated)
    return told


def _of(scene: Scene, number: int, depth: int) -> Factuality:
    predicate = bare.mended(scene, number)
    if predicate.pos == "n":
        return _noun(scene, predicate, depth)
    if bare.is_imperative(scene, predicate):
        return Factuality("called_for", predicate.negated, sure=False)
    if (within := _within_group(scene, predicate)) is not None:
        return within
    if _is_shunned(scene, predicate):
        return Factuality("not_happened")
    if _is_anybodys(scene, predicate):
        return Factuality("possible", predicate.negated, sure=False)
    if predicate.form == "finite" and predicate.relation not in ("complement", "adverbial"):
        return finite(predicate)
    if predicate.governor is None or depth == 0 or predicate.governor == number:
        return _loose(scene, predicate, depth)
    if predicate.relation == "complement":
        return _governed(scene, predicate, predicate.governor, depth)
    if predicate.form == "finite":
        return adverbial_clause(scene, predicate, scene.labels.predicates[predicate.governor])
    return _adjunct(scene, predicate, predicate.governor, depth)


def _is_shunned(scene: Scene, predicate: Predicate) -> bool:
    """True for what is not done, something else being: "shrug rather than [call] the police"."""
    at = predicate.first
    return at > 1 and (scene.word(at - 2).lower(), scene.word(at - 1).lower()) == ("rather", "than")


def _is_anybodys(scene: Scene, predicate: Predicate) -> bool:
    """True for what whoever does it is told beforehand: "anyone who [attacks] the port will be jailed"."""
    heads = (head for a in predicate.arguments if a.role == "ARG0" for head in a.heads)
    general = any(scene.word(head).lower() in _ANYBODY for head in heads)
    return general and predicate.form == "finite" and predicate.tense == "present" and predicate.modal is None


_ANYBODY = frozenset("anybody anyone everybody everyone whoever".split())


def _within_group(scene: Scene, predicate: Predicate) -> Factuality | None:
    """The status by the word before "to", where the labels have all in one verb group: "had been [due] to meet"."""
    at = predicate.head - 2
    if predicate.form != "finite" or predicate.pos != "v" or at < 0 or scene.word(at + 1).lower() != "to":
        return None
    rule = governors.load().find(scene.word(at).lower(), "adj", "to")
    if rule is None or rule.outcome.status is None:
        return None
    return Factuality(rule.outcome.status, rule.outcome.negated != predicate.negated)


def _loose(scene: Scene, predicate: Predicate, depth: int) -> Factuality:
    """A predicate on which nothing acts: a finite verb tells itself; an infinitive alone is a purpose or a title."""
    if predicate.form == "finite":
        own = finite(predicate)
        asked = predicate.marker in CONDITIONS and predicate.relation == "complement"
        return Factuality("possible", own.negated) if asked else own
    if predicate.form == "infinitive":
        return Factuality("possible", predicate.negated, sure=False)
    return Factuality("not_happened") if predicate.negated else Factuality("happened", sure=predicate.passive)


def _governed(scene: Scene, predicate: Predicate, governor: int, depth: int) -> Factuality:
    """The complement of a verb, an adjective or a noun."""
    governor = told_by(scene, predicate, governor)
    above = scene.labels.predicates[governor]
    rule = rule_of(above, predicate)
    tensed = predicate.form == "finite" and predicate.marker != "to"
    own = reported(scene, predicate, above) if tensed else Factuality("happened", predicate.negated)
    if predicate.marker in CONDITIONS:
        own = Factuality("possible", own.negated)
        if above.negated and not tensed:
            return own
    if rule is None:
        return unproven(above, own) if tensed else _unruled(scene, predicate, governor, depth)
    if (settled := doubted_by(scene, above, own) or granted_by(predicate, above, rule, own)) is not None:
        return settled
    indicative = above.lemma in _TELLING and tensed and is_indicative(scene, predicate)
    if rule.outcome.granted or (indicative and not _is_undone(scene, governor, depth)):
        return own
    if above.negated and rule.under_negation == _DENIED and is_nobody(scene, above):
        return Factuality("happened", sure=False)
    outer = _above(scene, governor, rule, depth)
    if tensed and rule.outcome.status is None and (outer.status == "ongoing" or not outer.sure):
        outer = HAPPENED
    told = combined(rule, outer, own, above.negated)
    return unsaid(own, outer, told) if tensed else perhaps(above, told)


def _above(scene: Scene, governor: int, rule: GovernorRule | None, depth: int) -> Factuality:
    """The status of a governor; of a claim or a report that somebody rejects, that of what it tells: the claim was
    made, what it tells is denied."""
    claim = scene.labels.predicates[governor]
    if claim.pos == "n" and claim.marker == "obj" and claim.governor is not None and rule is not None:
        verb = scene.labels.predicates[claim.governor]
        claimed = rule.outcome.status in (None, "possible") and rule.under_negation == _DENIED
        answer = governors.load().find(verb.lemma, verb.pos, "claim") if claimed else None
        if answer is not None and verb.negated:
            return Factuality("possible")
        if answer is not None and _of(scene, claim.governor, depth - 1).status == "happened":
            return Factuality(answer.outcome.status or "denied")
    return _of(scene, governor, depth - 1)


def _is_undone(scene: Scene, governor: int, depth: int) -> bool:
    """True for what somebody says he has not said."""
    return _of(scene, governor, depth - 1).status in ("denied", "not_happened")


def is_carried(scene: Scene, predicate: Predicate) -> bool:
    """True for an event noun as object or subject of a word that tells what becomes of events: "imposed a curfew"."""
    if predicate.pos != "n" or predicate.governor is None:
        return False
    if predicate.marker not in ("obj", "subj"):
        return predicate.marker in _WITHOUT
    above = scene.labels.predicates[predicate.governor]
    rule = rule_of(above, predicate)
    return rule is not None and not is_answered(predicate, rule)


def _unruled(scene: Scene, predicate: Predicate, governor: int, depth: int) -> Factuality:
    """A complement of a word that the table does not know: an infinitive is not told as a fact, a gerund is."""
    outer = _of(scene, governor, depth - 1)
    if predicate.form == "infinitive" or predicate.marker == "against":
        return Factuality("possible", predicate.negated, sure=False)
    if outer.status != "happened":
        return Factuality(outer.status, outer.negated != predicate.negated, sure=False)
    return Factuality("not_happened") if predicate.negated else Factuality("happened", sure=False)


def _adjunct(scene: Scene, predicate: Predicate, governor: int, depth: int) -> Factuality:
    """An infinitive of purpose, a participle or a gerund after a preposition."""
    above = scene.labels.predicates[governor]
    outer = _around(scene, predicate, governor, depth)
    if predicate.form == "gerund" and predicate.head and scene.word(predicate.head - 1).lower() == "instead":
        return Factuality("happened", sure=False)  # "aired no tape, instead letting him speak"
    if (fitting := by_degree(scene, predicate, above)) is not None:
        return fitting
    if predicate.form == "infinitive":
        status: Status = outer.status if outer.status in IRREALIS else "planned"
        undone = outer.status in ("not_happened", "denied") and not _is_undoing(predicate)
        status = "possible" if undone else status
        return Factuality(status, predicate.negated, sure=False)
    if predicate.marker in _WITHOUT or predicate.negated:
        return Factuality("not_happened")
    if predicate.marker in CONDITIONS or _is_general(predicate, above):
        return Factuality("possible", sure=False)
    if predicate.relation == "modifier":
        return _describing(scene, predicate, outer)
    if outer.status in ("happened", "ongoing"):
        return Factuality("happened", sure=predicate.marker in (*_SAME_PREPOSITIONS, ","))
    return Factuality(outer.status, outer.negated, sure=False)


def _describing(scene: Scene, predicate: Predicate, outer: Factuality) -> Factuality:
    """A participle that describes a noun: "troops [fighting] in Gao", "a post [attacked] by rebels"."""
    if predicate.passive:
        return HAPPENED
    if predicate.lemma == "lead" and _is_clue(scene, predicate):
        return Factuality("possible", sure=False)
    if (prospect := in_prospect(scene, predicate)) is not None:
        return prospect
    if outer.status not in ("happened", "ongoing") and _speaks(scene, predicate):
        return Factuality(outer.status, outer.negated, sure=False)
    return Factuality("ongoing" if outer.status == "ongoing" else "happened", sure=False)


def _around(scene: Scene, predicate: Predicate, governor: int, depth: int) -> Factuality:
    """The status of what an adjunct goes with: of a participle behind a comma the main verb, where what it hangs on was
    only refused: "refused to share the files, [keeping] them back"."""
    above = scene.labels.predicates[governor]
    outer = _of(scene, governor, depth - 1)
    apart = (
        predicate.form == "gerund" and scene.word(max(0, predicate.head - 1)) == "," and outer.status == "not_happened"
    )
    if apart and above.form == "infinitive" and above.relation == "complement" and above.governor is not None:
        return _of(scene, above.governor, depth - 1)
    return outer


def _is_undoing(predicate: Predicate) -> bool:
    """True for a verb that keeps things from happening: what there is "to [prevent]" is possible as it is."""
    rule = governors.load().find(predicate.lemma, "v", "noun")
    return rule is not None and rule.outcome.status == "not_happened"


def _is_general(predicate: Predicate, above: Predicate) -> bool:
    """True for a gerund that is the subject of a verb in the present: "[helping] migrants warrants thanks"."""
    alone = not any(a.role == "ARG0" for p in (predicate, above) for a in p.arguments)
    before = predicate.form == "gerund" and predicate.relation == "adverbial" and predicate.head < above.head
    return before and alone and above.tense == "present" and not above.passive and predicate.marker == "participle"


def _is_clue(scene: Scene, predicate: Predicate) -> bool:
    """True for what is wanted to bring something about: "information [leading] to an arrest"."""
    heads = (head for a in predicate.arguments if a.role == "ARG0" for head in a.heads)
    return any(scene.labels.lemmas[head].lower() in _CLUES for head in heads)


_CLUES = frozenset("clue evidence hint information lead tip tip-off".split())


def _speaks(scene: Scene, predicate: Predicate) -> bool:
    """True for what a document says that is still to be written: "plans to issue a statement [condemning] the raid"."""
    heads = (head for a in predicate.arguments if a.role == "ARG0" for head in a.heads)
    return any(scene.labels.lemmas[head].lower() in DOCUMENTS for head in heads)


def _noun(scene: Scene, predicate: Predicate, depth: int) -> Factuality:
    """An event noun: what stands before it ("planned visit"), then what governs it ("cancelled the visit")."""
    own = described(scene, predicate)
    if not own.sure and is_ending(scene, predicate):
        return Factuality("ongoing", sure=False)
    if not own.sure and (placed := before(scene, predicate)) is not None:
        return placed
    if predicate.governor is None and not own.sure:
        return held(scene, predicate) or own
    return own if predicate.governor is None or depth == 0 else _hung(scene, predicate, own, predicate.governor, depth)


def _hung(scene: Scene, predicate: Predicate, own: Factuality, governor: int, depth: int) -> Factuality:
    """An event noun, by the word on which it hangs; `own` is what its own phrase gives."""
    above = scene.labels.predicates[governor]
    rule = None if is_done_by(predicate, above) else rule_of(above, predicate)
    if rule is not None and is_answered(predicate, rule):
        return own if own.sure else Factuality("happened", stands=True)
    if not own.sure and granted.is_granted(scene, predicate, above, rule):
        return Factuality("happened", stands=True)
    if _is_granted(scene, predicate, above, rule) or (rule is None and is_put(scene, predicate, above)):
        return own
    if above.relation == "modifier" and above.passive and above.lemma in _BACKING:
        return own
    outer = _above(scene, governor, rule, depth)
    if above.lemma == "confirm" and not (own.sure or above.negated) and granted.is_definite(scene, predicate):
        return own if outer.status == "happened" else Factuality("possible", sure=False)
    if rule is not None and rule.outcome.negated and above.perfect and above.modal in ("be to", "have to"):
        return Factuality("happened", sure=False)  # "the strike was to have ended on Friday"
    if rule is not None:
        return combined(rule, outer, own, above.negated)
    return _beside(scene, predicate, own, outer)


def is_put(scene: Scene, predicate: Predicate, above: Predicate) -> bool:
    """True for a demand or an offer that is spoken of as made, whatever becomes of it: "if [his proposal] passes",
    "capitulate to the [demands]", and for what somebody testifies or asks about."""
    if predicate.marker in _ABOUT:
        return True
    yielded = predicate.marker == "to" and above.lemma in _YIELDING
    return is_speech(predicate) and (yielded or granted.is_definite(scene, predicate))


_ABOUT = frozenset(["concerning", "regarding"])
# A deed so described is under way or over: "an offensive [backed] by Lima".
_BACKING = frozenset("aid assist back endorse support".split())
_YIELDING = frozenset("accede bow capitulate cave listen react reply respond submit surrender yield".split())
# Who denies a part in an event does not deny the event.
_SHARES = frozenset("complicity hand involvement knowledge part responsibility role".split())


def _is_granted(scene: Scene, predicate: Predicate, above: Predicate, rule: GovernorRule | None) -> bool:
    """True for what is taken for granted: "the [rejection] was no surprise", "a review of the [shooting]"."""
    if predicate.marker == "subj" and above.lemma.split(" ")[0] == "be" and above.negated:
        return True
    shared = rule is None or above.lemma in _SHARES
    return shared and above.pos == "n" and granted.is_definite(scene, predicate)


def _beside(scene: Scene, predicate: Predicate, own: Factuality, outer: Factuality) -> Factuality:
    """The status of an event noun on a word of which the table says nothing."""
    if outer.status == "denied":
        return Factuality("denied")
    if own.sure or (granted.is_definite(scene, predicate) and outer.status in ("happened", "ongoing")):
        return own
    if outer.status in IRREALIS and granted.is_done(scene, predicate):
        return Factuality("happened", sure=False)
    if outer.status in ("happened", "ongoing"):
        return Factuality("not_happened") if own.negated else own
    if outer.status == "not_happened" and granted.is_definite(scene, predicate):
        return own
    return Factuality("possible" if outer.status in ("not_happened",) else outer.status, outer.negated, sure=False)
