"""Senses: what a predicate means by the lexicon: the rule whose conditions hold, with what fills its slots."""

from __future__ import annotations

import msgspec

from onrecord.events import together
from onrecord.events.confidence import LEAST
from onrecord.events.fillers import fillers
from onrecord.events.scene import Scene, Slot
from onrecord.events.slots import slots, with_particle
from onrecord.events.words import particles
from onrecord.knowledge import predicates
from onrecord.knowledge.predicates import Filler, PredicateRule
from onrecord.schema.labels import Predicate


class Sense(msgspec.Struct, frozen=True):
    """What a predicate means: the rule of the lexicon that it meets, with what fills its slots, and the token after its
    words."""

    rule: PredicateRule
    filled: dict[str, tuple[Slot, ...]]
    last: int


def sense_of(scene: Scene, number: int) -> Sense | None:
    """The sense of the predicate with that number: its own by the lexicon, else, for what came of a deed that the
    sentence tells, that of the deed: "was injured when [a bomb exploded]", "killing nine and injuring [four]"."""
    return _own_sense(scene, number) or _sense_of_outcome(scene, number)


def _sense_of_outcome(scene: Scene, number: int) -> Sense | None:
    predicate = scene.labels.predicates[number]
    if predicate.pos != "v" or predicate.lemma not in _HARMED:
        return None
    deeds = (_own_sense(scene, other) for other in together.causes(scene, number))
    if not any(deed is not None and deed.rule.type in together.TYPES for deed in deeds):
        return None
    rules = predicates.load().candidates(predicate.lemma, "v")
    harm = [r for r in rules if r.type in together.TYPES and r.confidence >= LEAST]
    filled = slots(scene, number)
    if not harm or not any(_is_human(scene, slot) for name in ("obj", "subj") for slot in filled.get(name, ())):
        return None
    return Sense(max(harm, key=lambda rule: rule.confidence), filled, _last(predicate))


def _is_human(scene: Scene, slot: Slot) -> bool:
    """True for people whom the article knows: a bombing that "hurt the industry" hurts nobody."""
    return any(mention.kind in _HUMAN for mention in scene.known.mentions_at(scene.start(slot.head)))


_HUMAN = frozenset(["person", "group", "role"])


_HARMED = frozenset(["die", "hurt", "injure", "maim", "perish"])
"""Verbs of which the lexicon asks for more, since accidents do the same."""


def _own_sense(scene: Scene, number: int) -> Sense | None:
    """The sense of the predicate with that number: with the word after it ("called on"), else by itself; None where the
    lexicon has none."""
    predicate = scene.labels.predicates[number]
    table = predicates.load()
    filled: dict[str, tuple[Slot, ...]] | None = None
    for particle in particles(scene.sentence, scene.labels, predicate):
        filled = slots(scene, number)
        parted = with_particle(scene, filled, particle)
        rule = _admitting(scene, table.candidates(particle.lemma, "v"), parted)
        if rule is not None and (particle.sure or rule.conditions):
            beside = particle.token == predicate.head + 1
            return Sense(rule, parted, particle.token + 1 if beside else _last(predicate))
    rules = table.candidates(predicate.lemma, "n" if predicate.pos == "n" else "v")
    if not rules or predicate.pos == "adj":
        return None
    filled = slots(scene, number) if filled is None else filled
    rule = _admitting(scene, rules, filled)
    return Sense(rule, filled, _last(predicate)) if rule is not None else None


def _last(predicate: Predicate) -> int:
    """The token after the words of a predicate: its main word, and its particle where it stands right after it."""
    particle = predicate.last > predicate.head + 1 and " " in predicate.lemma
    return predicate.last if particle else predicate.head + 1


def _admitting(
    scene: Scene, rules: tuple[PredicateRule, ...], filled: dict[str, tuple[Slot, ...]]
) -> PredicateRule | None:
    """The rule to take. The narrowest whose conditions hold says the type, and the mode if it has one; of all that hold
    and say the same, the surest is taken. A narrowest that is hardly sure of its event is there to leave that case out,
    and stands."""
    seen: dict[str, tuple[Filler, ...]] = {}
    holding = (rule for rule in rules if _holds(scene, rule, filled, seen))
    narrowest = next(holding, None)
    if narrowest is None or narrowest.confidence < LEAST:
        return narrowest
    alike = (r for r in holding if r.type == narrowest.type and narrowest.mode in (None, r.mode))
    return max((narrowest, *alike), key=lambda rule: rule.confidence)


def _holds(
    scene: Scene, rule: PredicateRule, filled: dict[str, tuple[Slot, ...]], seen: dict[str, tuple[Filler, ...]]
) -> bool:
    """True where all conditions of a rule hold; only the slots on which they look are looked at, and once (`seen`)."""
    for condition in rule.conditions:
        for name in condition.slots:
            if name in filled and name not in seen:
                seen[name] = fillers(scene, name, filled[name])
        if not condition.admits(seen):
            return False
    return True
