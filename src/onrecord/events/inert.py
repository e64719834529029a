"""Inert: things that cannot do what a verb says of its subject, or suffer what it says of its object.

"The [way] to do it is to encourage firms", "finds such [reasoning] tortured": no event. Documents speak for their
writers, and forces and weapons act for their owners."""

from __future__ import annotations

from onrecord.events.fillers import fillers
from onrecord.events.scene import Scene, Slot
from onrecord.knowledge import predicates
from onrecord.knowledge.predicates import PredicateRule
from onrecord.schema.labels import Predicate


def is_inert(scene: Scene, predicate: Predicate, rule: PredicateRule, filled: dict[str, tuple[Slot, ...]]) -> bool:
    """True where what would act cannot: "the [way] to do it is to encourage firms", "a [policy] that gives shelter".
    Documents speak for their writers, and forces and weapons for their owners."""
    asked = any("subj" in c.slots and c.wanted is not None for c in rule.conditions)
    if predicate.pos != "v" or predicate.passive or asked or "subj" not in (*rule.frame.actor, *rule.frame.mutual):
        return False
    subjects = filled.get("subj", ())
    return bool(subjects) and all(_is_thing(scene, slot) for slot in subjects)


def is_figure(scene: Scene, rule: PredicateRule, filled: dict[str, tuple[Slot, ...]]) -> bool:
    """True where what is struck cannot be: "finds such [reasoning] tortured"."""
    asked = any("obj" in c.slots and c.wanted is not None for c in rule.conditions)
    struck = filled.get("obj", ()) if "obj" in rule.frame.recipient and not asked else ()
    buildings = predicates.load().classes["building"]
    struck = tuple(slot for slot in struck if scene.labels.lemmas[slot.head].lower() not in buildings)
    return bool(struck) and all(_is_thing(scene, slot) for slot in struck)


def is_remark(scene: Scene, predicate: Predicate, rule: PredicateRule) -> bool:
    """True for an impression ("was struck by how quiet it was", "felt hit") and a question ("Will it?" he asked)."""
    after = scene.sentence.tokens[predicate.last : predicate.last + 2]
    if predicate.passive and [token.text.lower() for token in after] in (["by", "how"], ["by", "what"]):
        return True
    above = scene.labels.predicates[predicate.governor] if predicate.governor is not None else None
    if above is not None and above.lemma == "feel" and predicate.marker == "participle":
        return True
    if predicate.lemma == "raise" and rule.type == "ACCUSE" and predicate.form == "gerund":
        return True  # "kept his shares, raising questions"
    if rule.mode == "phone" and scene.labels.tags[predicate.last : predicate.last + 1] in (("JJ",), ("VBN",), ("``",)):
        return True  # "demands which he called unheard-of"
    before = scene.sentence.tokens[max(0, predicate.head - _NEAR) : predicate.head]
    quoted = any(token.text == "?" for token in before) or scene.labels.tags[
        predicate.last + 1 : predicate.last + 2
    ] == ("``",)
    return predicate.lemma == "ask" and quoted


_NEAR = 5


def _is_thing(scene: Scene, slot: Slot) -> bool:
    """True for a common noun for something abstract, that no list has for an actor, a force or a place."""
    if scene.labels.tags[slot.head] not in ("NN", "NNS") or scene.known.mentions_at(scene.start(slot.head)):
        return False
    lemma = scene.labels.lemmas[slot.head].lower()
    classes = predicates.load().classes
    if (
        any(lemma in classes[name] for name in _ACTING)
        or lemma in _VESSELS
        or fillers(scene, "subj", (slot,))[0].classes
    ):
        return False
    return lemma in _THINGS or (lemma.endswith(_ABSTRACT) and lemma not in _SPEAKING)


_ACTING = (
    "force",
    "weapon",
    "vehicle",
    "fighter",
    "crowd",
    "group",
    "org",
    "state",
    "person",
    "labour",
    "place",
    "attack",
)
_VESSELS = frozenset(["airship", "battleship", "gunship"])
_SPEAKING = frozenset(
    "announcement declaration document jurisdiction measure motion petition resolution statement".split()
)
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "ure", "cy", "ics", "th")
_THINGS = frozenset(
    "blaze crisis dilemma drought earthquake epidemic famine flood flooding hurricane outbreak pandemic shortage "
    "tornado tsunami typhoon volcano wildfire "
    "aim approach beauty bill cause cell change cost data disease dollar drug effect euro fact film front game "
    "goal heat hunger idea issue kitchen market match model movie news number plan policy price problem process "
    "program programme question rain rate reasoning reason result risk rule score share show song step stock storm "
    "story stress style system tactic theory time trend virus way weather weight work".split()
)
