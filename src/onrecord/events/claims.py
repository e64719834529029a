"""Claims: what a clause tells by the word on which it hangs, where that is denied, doubted or unknown to the table."""

from __future__ import annotations

from onrecord.events.complements import rule_of
from onrecord.events.factuality import Factuality
from onrecord.events.scene import Scene
from onrecord.events.tense import CONDITIONS, POSSIBLE, finite
from onrecord.knowledge import governors
from onrecord.knowledge.governors import GovernorRule
from onrecord.schema.labels import Predicate

_NOBODY = frozenset(["no", "none", "nobody"])


def perhaps(above: Predicate, told: Factuality) -> Factuality:
    """What is planned only perhaps is possible: "may decide to [visit]", "not said whether she plans to [visit]"."""
    if told.status == "planned" and (above.modal in POSSIBLE or above.marker in CONDITIONS):
        return Factuality("possible", told.negated, sure=told.sure)
    return told


def unproven(above: Predicate, own: Factuality) -> Factuality:
    """What a clause tells under a verb that the table does not know: where that is negated it is possible at most ("did
    not find that"), unless the verb takes it for granted ("did not mention that")."""
    if above.negated and above.lemma not in _FACTIVE and own.status in ("happened", "ongoing"):
        return Factuality("possible", own.negated)
    return own


# After Kiparsky and Kiparsky (1970), "Fact": negated, they still take what they tell for granted.
_FACTIVE = frozenset(
    "apologise apologize care disclose explain forget forgive grasp know learn matter mention mind notice "
    "object realise realize recall recognise recognize regret remember resent surprise tell understand".split()
)


def _is_baseless(scene: Scene, above: Predicate) -> bool:
    """True for "no truth in the rumour that" and for "it is not the case that"."""
    first = next((c.first for c in scene.labels.chunks if c.first <= above.head < c.last), above.first)
    before = [scene.word(i).lower() for i in range(max(0, first - 3), first)]
    if len(before) == _THREE and before[0] in ("no", "little") and before[1] in _TRUTH:
        return True
    verb = scene.labels.predicates[above.governor] if above.governor is not None else None
    return above.lemma == "case" and verb is not None and verb.lemma == "be" and verb.negated


_THREE = 3
_TRUTH = frozenset("basis foundation merit substance truth".split())


def doubted_by(scene: Scene, above: Predicate, own: Factuality) -> Factuality | None:
    """What a clause tells under a word that takes it back: "little evidence that", "no truth in the rumour that", "was
    falsely accused of"; else None."""
    if above.pos == "n" and _is_scant(scene, above):
        return Factuality("possible", own.negated)
    if above.pos == "n" and _is_baseless(scene, above):
        return Factuality("denied")
    return Factuality("not_happened") if _is_mistaken(scene, above) else None


_UNSAID = frozenset(["not_happened", "called_for"])


def granted_by(predicate: Predicate, above: Predicate, rule: GovernorRule, own: Factuality) -> Factuality | None:
    """What is over by its own tense under a verb that plans otherwise, "accepted that he had [fled]", "did not agree
    that he [fled]", and what is taken for granted, "should remember that he [fled]"; else None."""
    if predicate.form == "finite" and above.lemma in _FACTIVE and above.modal in _DUTY and not above.negated:
        return own
    over = predicate.form == "finite" and predicate.modal is None and (predicate.perfect or predicate.tense == "past")
    if not over or predicate.progressive or rule.outcome.status != "planned" or above.lemma not in _GRANTING:
        return None
    return Factuality("denied") if above.negated else own


_DUTY = frozenset("must ought should will would".split())
_GRANTING = frozenset(["accept", "agree", "decide", "settle"])


def unsaid(own: Factuality, outer: Factuality, told: Factuality) -> Factuality:
    """What somebody did not get to say or to show need not be untrue, "failed to prove that the army [struck]", nor is
    what he has yet to show true, "must prove that the army [struck]"."""
    undone = told.status == outer.status and told.status in _UNSAID and own.status in ("happened", "ongoing")
    return Factuality("possible", sure=False) if undone else told


def _is_mistaken(scene: Scene, above: Predicate) -> bool:
    """True for "falsely reported that", "was wrongly accused of"."""
    return any(scene.word(i).lower() in _MISTAKEN for i in range(max(0, above.first - 1), above.head))


_MISTAKEN = frozenset("erroneously falsely incorrectly mistakenly untruthfully wrongfully wrongly".split())


def by_degree(scene: Scene, predicate: Predicate, above: Predicate) -> Factuality | None:
    """What "too" and "enough" make of an infinitive: "too weak to [attack]", "strong enough to [attack]"."""
    if above.pos != "adj" or predicate.form != "infinitive":
        return None
    words = {scene.word(i).lower() for i in (above.head - 1, above.head + 1) if 0 <= i < len(scene.labels.tags)}
    rules = (governors.load().find(word, "adv", "to") for word in words)
    rule = next((found for found in rules if found is not None and found.outcome.status is not None), None)
    if rule is None:
        return None
    told = (rule.under_negation if above.negated else None) or rule.outcome
    return Factuality(told.status or "possible", told.negated, sure=False)


def in_prospect(scene: Scene, predicate: Predicate) -> Factuality | None:
    """What is only in prospect: "the danger of rebels [attacking] the port"."""
    actors = {a.heads for a in predicate.arguments if a.role == "ARG0"}
    for noun in scene.labels.predicates:
        held = noun.pos == "n" and any(a.marker == "of" and a.heads in actors for a in noun.arguments)
        rule = governors.load().find(noun.lemma, "n", "of-gerund") if held else None
        if rule is not None and rule.outcome.status in ("planned", "possible", "called_for"):
            return Factuality(rule.outcome.status, sure=False)
    return None


def _is_scant(scene: Scene, above: Predicate) -> bool:
    """True for "little evidence that", "insufficient proof that"."""
    return above.head > 0 and scene.word(above.head - 1).lower() in _SCANT


_SCANT = frozenset("enough flimsy inconclusive insufficient little scant scarce thin weak".split())


def told_by(scene: Scene, predicate: Predicate, governor: int) -> int:
    """The predicate that governs a clause: the object of its verb where that tells of it, "showed no [sign] on Monday
    that he would resign", else the verb."""
    if predicate.marker != "that" or scene.labels.predicates[governor].lemma not in _SHOWING:
        return governor
    for number, noun in enumerate(scene.labels.predicates):
        if noun.pos == "n" and noun.governor == governor and noun.marker == "obj" and rule_of(noun, predicate):
            return number
    return governor


_SHOWING = frozenset("detect find give have offer produce provide reveal see show".split())


def reported(scene: Scene, predicate: Predicate, above: Predicate) -> Factuality:
    """A finite complement by itself: "would" under a past tense is the "will" of what was said, unless something in
    the sentence makes it depend on a condition."""
    if predicate.progressive and predicate.tense == above.tense == "past" and not predicate.modal:
        return Factuality("not_happened" if predicate.negated else "ongoing")
    backshifted = predicate.modal == "would" and not predicate.perfect and above.tense == "past"
    if backshifted and not any(p.marker in CONDITIONS for p in scene.labels.predicates):
        return Factuality("planned", predicate.negated)
    return finite(predicate)


def is_indicative(scene: Scene, predicate: Predicate) -> bool:
    """True where the form tells a fact, not a call: "insisted that it was struck", not "that it be struck"."""
    tensed = predicate.tense == "past" or predicate.perfect or scene.labels.tags[predicate.head] == "VBZ"
    return predicate.modal is None and tensed


def is_nobody(scene: Scene, predicate: Predicate) -> bool:
    """True for "no group has admitted", which denies nothing."""
    subject = next((a for a in predicate.arguments if a.role == "ARG0"), None)
    return subject is not None and scene.word(subject.first).lower() in _NOBODY
