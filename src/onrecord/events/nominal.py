"""Nominal: what tells of the status of an event noun by itself: an adjective, "no", what stands before it, its end."""

from __future__ import annotations

from onrecord.events.complements import rule_of
from onrecord.events.factuality import Factuality
from onrecord.events.scene import Scene
from onrecord.knowledge import governors
from onrecord.schema.event import Status
from onrecord.schema.labels import Predicate


def is_ending(scene: Scene, predicate: Predicate) -> bool:
    """True for what is planned or expected to end: it goes on ("a [summit] that is to end on Friday")."""
    for one in scene.labels.predicates:
        ends = one.lemma in _ENDING and any(predicate.head in a.heads for a in one.arguments if a.role == "ARG0")
        if ends and one.form == "infinitive" and one.relation == "complement" and one.governor is not None:
            above = scene.labels.predicates[one.governor]
            rule = rule_of(above, one)
            planned = rule is not None and rule.outcome.status == "planned" and not above.negated
            if planned and above.tense == "present" and any(predicate.head in a.heads for a in above.arguments):
                return True
    return False


_ENDING = frozenset(["close", "conclude", "end", "expire", "finish"])


def is_done_by(predicate: Predicate, above: Predicate) -> bool:
    """True for an event that does something itself: "the complaint started an inquiry" is not how that goes."""
    return predicate.marker == "subj" and above.lemma in _ASPECTS and any(a.role == "ARG1" for a in above.arguments)


# With an object they tell what an event did, not how it goes: "the complaint started an inquiry".
_ASPECTS = frozenset("begin close continue open proceed resume start".split())


def held(scene: Scene, predicate: Predicate) -> Factuality | None:
    """The status that the noun before a phrase gives, where the labels hang it on nothing: "the possibility of [an arms
    sale]"."""
    first = next((c.first for c in scene.labels.chunks if c.first <= predicate.head < c.last), predicate.first)
    if first < 2 or scene.labels.tags[first - 2][:2] != "NN":
        return None
    complement = f"{scene.word(first - 1).lower()}-noun"
    found = governors.load().find(scene.labels.lemmas[first - 2].lower(), "n", complement)
    if found is None or found.outcome.status is None:
        return None
    return Factuality(found.outcome.status, found.outcome.negated)


def before(scene: Scene, predicate: Predicate) -> Factuality | None:
    """The status that the preposition before a phrase gives, of several words too: "in the event of [a raid]"."""
    first = next((c.first for c in scene.labels.chunks if c.first <= predicate.head < c.last), predicate.first)
    words = [scene.word(i).lower() for i in range(max(0, first - _LONGEST), first)]
    for start in range(len(words)):
        rule = governors.load().find(" ".join(words[start:]), "prep", "noun")
        if rule is not None and rule.outcome.status in ("planned", "possible", "not_happened"):
            return Factuality(rule.outcome.status, sure=False)
    return None


_LONGEST = 4


def described(scene: Scene, predicate: Predicate) -> Factuality:
    """The status that the noun's own phrase gives: by an adjective, by "no", else unsure."""
    if predicate.negated:
        return _none(scene, predicate)
    table = governors.load()
    tags = scene.labels.tags
    i = predicate.first - 1
    while i >= 0 and tags[i] in ("JJ", "VBN", "VBG", "NN", "NNP", "NNS", "CD", "POS"):
        found = table.find(scene.labels.lemmas[i], "adj", "noun") or table.find(scene.word(i).lower(), "adj", "noun")
        if found is not None:
            return Factuality(found.outcome.status or "happened", found.outcome.negated)
        i -= 1
    return Factuality("happened", sure=False)


# What the modal of "there is no meeting" makes of the meeting.
_MODALS: dict[str, Status] = {
    **dict.fromkeys(("should", "must", "ought", "need", "have to"), "called_for"),
    **dict.fromkeys(("will", "shall", "be to", "be going to"), "planned"),
    **dict.fromkeys(("may", "might", "could"), "possible"),
}


def _none(scene: Scene, predicate: Predicate) -> Factuality:
    """The status of what there is none of: "there should be no talks" calls for there to be none."""
    above = scene.labels.predicates[predicate.governor] if predicate.governor is not None else None
    status = _MODALS.get(above.modal or "") if above is not None and above.lemma.split(" ")[0] == "be" else None
    return Factuality(status, negated=True) if status is not None else Factuality("not_happened")
