"""Targets: what stands before the noun of a deed of violence and does not do it: "an army [convoy] ambush", "the [Old
Mill] bombing"."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.events.scene import Scene, Slot
from onrecord.knowledge.predicates import PredicateRule


def as_target(
    scene: Scene, rule: PredicateRule, filled: Mapping[str, tuple[Slot, ...]]
) -> Mapping[str, tuple[Slot, ...]]:
    """The slots, whose convoy or post is struck as whom the deed befalls: "[an army] convoy ambush"."""
    before = filled.get("mod", ())
    asked = next((name for name in rule.frame.recipient if name in _STRUCK), None)
    if rule.type != "ASSAULT" or not before or asked is None or asked in filled:
        return filled
    if scene.labels.lemmas[before[0].head].lower() not in _TARGETS:
        return filled
    return {**{name: slots for name, slots in filled.items() if name != "mod"}, asked: before}


_STRUCK = ("of", "on", "against")
_TARGETS = frozenset(
    "airport bank barrack barracks base bridge bus camp car checkpoint church club consulate convoy embassy ferry home "
    "hospital hotel house mall market mosque office outpost palace patrol plane port post school ship station "
    "synagogue tanker temple train truck university van vehicle vessel village".split()
)


def without_scenes(
    scene: Scene, rule: PredicateRule, filled: Mapping[str, tuple[Slot, ...]]
) -> Mapping[str, tuple[Slot, ...]]:
    """The slots without those who stand before the noun of an attack and can hardly make one: where or at whom it was
    made, "the [Old Mill] bombing", "the [Marathon] attack". Forces, movements and states strike; others are struck."""
    if rule.type != "ASSAULT" or rule.pos != "n" or "mod" not in filled:
        return filled
    kept = tuple(slot for slot in filled["mod"] if not _is_scene(scene, slot))
    others = {name: slots for name, slots in filled.items() if name != "mod"}
    return {**others, "mod": kept} if kept else others


def _is_scene(scene: Scene, slot: Slot) -> bool:
    """True for a body or a person without arms."""
    mentions = scene.known.mentions_at(scene.start(slot.head))
    actor = scene.known.actors.get(mentions[0].actor or "") if mentions else None
    if actor is None:
        return False
    return actor.kind in ("organization", "outlet", "person") and _ARMED.isdisjoint(actor.sectors)


_ARMED = frozenset("COP CRM GOV MIL OPP PRM REB SPY UAF".split())
