"""Sharing: parties of an event that another predicate of its sentence tells: its noun, its clause, another word."""

from __future__ import annotations

import msgspec

from onrecord.events import together
from onrecord.events.parties import Parties, joined, parties, with_recipients
from onrecord.events.scene import Scene
from onrecord.events.senses import sense_of
from onrecord.knowledge.predicates import PredicateRule


def with_those_of_noun(scene: Scene, number: int, rule: PredicateRule, sides: Parties) -> Parties:
    """The sides of a verb that tells the event of its object, with those whom that names: "announced the expulsion of
    [three envoys]", "talks between [the clans] were held"."""
    if rule.pos != "v" or sides.reciprocal or (sides.actors and sides.recipients):
        return sides
    for other, below in enumerate(scene.labels.predicates):
        if below.governor == number and below.pos == "n" and below.marker == "obj":
            sense = sense_of(scene, other)
            if sense is not None and sense.rule.type == rule.type:
                return joined(sides, parties(scene, sense.rule, sense.filled))
    return sides


def with_those_of_clause(scene: Scene, number: int, rule: PredicateRule, sides: Parties) -> Parties:
    """The sides, where nobody else is the recipient with whom the deed concerns that is promised, threatened or refused
    ("agreed to lend money to [Fiji]"), or whom a gift is to help or a protest to reach ("gave a ship to assist [the
    divers]")."""
    if rule.type not in _PASSED_ON or sides.recipients or sides.reciprocal:
        return sides
    relation, types = _PASSED_ON[rule.type]
    for other, below in enumerate(scene.labels.predicates):
        held = below.governor == number and below.relation == relation
        held = held or (rule.type == "AID" and rule.pos == "v" and _is_aim(scene, number, other))
        if held and below.form == "infinitive":
            sense = sense_of(scene, other)
            if sense is not None and (types is None or sense.rule.type in types):
                sides = with_recipients(sides, parties(scene, sense.rule, sense.filled))
    return sides


def _is_aim(scene: Scene, number: int, other: int) -> bool:
    """True for the aim of what is given, that hangs on it: "gave a shipment of tents to [help] the island"."""
    if other <= number or scene.labels.predicates[other].relation not in ("modifier", "complement"):
        return False
    between = scene.labels.predicates[number + 1 : other]
    return all(predicate.pos == "n" for predicate in between)


def with_those_of_deed(scene: Scene, number: int, rule: PredicateRule, sides: Parties) -> Parties:
    """The sides, with those that another predicate of the same deed tells: "the raid by [rebels] killed [two]"."""
    if rule.type not in together.TYPES or (sides.actors and sides.recipients):
        return sides
    for other in together.partners(scene, number):
        sense = sense_of(scene, other)
        if sense is not None and sense.rule.type == rule.type:
            others = parties(scene, sense.rule, sense.filled)
            sides = together.filled(sides, _actors_of(others) if _has_own(scene, number) else others)
    return sides


def _has_own(scene: Scene, number: int) -> bool:
    """True for a verb that tells by itself whom it befalls, named or not: "and injured [some of the others]"."""
    verb = scene.labels.predicates[number]
    return verb.lemma in together.OUTCOMES and any(a.role == "ARG1" for a in verb.arguments)


def _actors_of(sides: Parties) -> Parties:
    return msgspec.structs.replace(sides, recipients=(), recipient_spans=())


# By what clause a type has its recipients, and of which types that has to be (of any: None).
_PASSED_ON: dict[str, tuple[str, frozenset[str] | None]] = {
    "AGREE": ("complement", None),
    "THREATEN": ("complement", None),
    "REJECT": ("complement", None),
    "AID": ("adverbial", frozenset(["AID", "SUPPORT"])),
    "PROTEST": ("adverbial", frozenset(["ACCUSE", "PROTEST", "REQUEST"])),
}
