"""Bearers: whom the words of a slot stand for."""

from __future__ import annotations

from onrecord.events.scene import Scene, Slot
from onrecord.schema.actor import Mention


def is_possessor(scene: Scene, slot: Slot) -> bool:
    tags = scene.labels.tags
    marks = {tags[slot.last - 1], tags[slot.last] if slot.last < len(tags) else ""}
    return "POS" in marks or tags[slot.head] == "PRP$"


def _is_ruled_out(scene: Scene, begin: int) -> bool:
    """True for whom a sentence says it was not: "it was not [the army] that struck"."""
    before = [scene.word(i).lower() for i in range(max(0, begin - 3), begin)]
    return before[:1] == ["it"] and before[1:] in (["was", "not"], ["is", "not"], ["was", "n't"], ["is", "n't"])


def mentions_of(scene: Scene, slot: Slot) -> list[Mention]:
    """Who a filler stands for: the mention at its head; else, in an apposition, the one name within it."""
    begin = next((c.first for c in scene.labels.chunks if c.first <= slot.head < c.last), slot.first)
    if {scene.word(slot.first).lower(), scene.word(begin).lower()} & _NOBODY or _is_ruled_out(scene, begin):
        return []
    if (one := _one_of(scene, slot.head)) is not None:
        return [one]
    covering = scene.known.mentions_at(scene.start(slot.head))
    if scene.labels.lemmas[slot.head].lower() == "counterpart":
        return named_within(scene, slot)[:1] or covering[:1]
    if covering and covering[0].how == "role" and scene.labels.lemmas[slot.head].lower() in _HOLDING:
        return part_of(scene, slot.head) or covering[:1]
    if is_possessor(scene, slot):
        last = min(slot.last, len(scene.sentence.tokens) - 1)
        covering = [m for m in covering if m.end <= scene.sentence.tokens[last].end]
    if covering:
        return [m for m in covering if m.start == covering[0].start and m.end == covering[0].end]
    if scene.labels.lemmas[slot.head].lower() in _PARTITIVES:
        return part_of(scene, slot.head)
    names = named_within(scene, slot)
    is_apposed = slot.last > slot.head + 1 and scene.word(slot.head + 1) == ","
    return names[:1] if is_apposed and len({m.actor for m in names}) == 1 else []


def named_within(scene: Scene, slot: Slot) -> list[Mention]:
    """The persons whom a filler names: "his counterpart [Ana Vuki]"."""
    inside = scene.known.mentions_within(scene.start(slot.first), scene.sentence.tokens[slot.last - 1].end)
    return [m for m in inside if m.kind == "person" and m.how not in ("pronoun", "noun")]


def _one_of(scene: Scene, head: int) -> Mention | None:
    """Who is named after "one of" others: "one of the strikers, [Ana Okello],"."""
    if scene.word(head).lower() != "one" or head + 2 >= len(scene.labels.tags) or scene.word(head + 1) != "of":
        return None
    chunk = next((c for c in scene.labels.chunks if c.first == head + 2), None)
    if chunk is None or chunk.last + 1 >= len(scene.labels.tags) or scene.word(chunk.last) != ",":
        return None
    named = scene.known.mentions_at(scene.start(chunk.last + 1))
    return next((m for m in named if m.kind == "person"), None)


def part_of(scene: Scene, head: int) -> list[Mention]:
    """Those of whom a part is meant: "thousands of people", "members of the council"."""
    if head + 2 >= len(scene.labels.tags) or scene.word(head + 1) != "of":
        return []
    chunk = next((c for c in scene.labels.chunks if c.first == head + 2), None)
    return scene.known.mentions_at(scene.start(chunk.head))[:1] if chunk else []


_NOBODY = frozenset(["no", "none", "nobody"])
# Nouns for people that only count those whom they hold: "a group of farmers".
_HOLDING = frozenset(["band", "crowd", "group", "handful", "majority", "mob"])
_PARTITIVES = frozenset(
    "thousand hundred ten dozen score number group crowd member majority half most many some part lot leader one "
    "two three four five six seven eight nine last rest remainder bunch handful cluster".split()
)
