"""Owners: whose a thing is that does not act itself: "rejected [the council]'s plan", "shelled a camp of [rebels]"."""

from __future__ import annotations

from collections.abc import Iterable, Set

from onrecord.events.scene import Scene, Slot
from onrecord.knowledge import actors as roles
from onrecord.knowledge import predicates
from onrecord.schema.actor import Mention

# Whoever stands before these lays them on another: "[Oslo]'s sanctions were lifted".
LEVIED = frozenset("boycott embargo fine penalty sanction sanctions tariff".split())
# What somebody feels is no deed of his that another answers: "expressed [his] outrage".
_FELT = frozenset(
    "alarm anger anguish anxiety concern disappointment dismay displeasure fear frustration fury grief indignation "
    "outrage regret shock worry".split()
)
# Times of whoever they are: "files from the [judge]'s time at the ministry".
_TIMES = frozenset("career childhood days time youth".split())
BACKING = frozenset("backing solidarity support".split())
# What befalls those whose it is: who looks into a death accuses another, who demands a release asks another for it.
BEFALLING = frozenset(
    "abduction acquittal arrest assassination death deportation detention disappearance eviction extradition freedom "
    "injury kidnapping killing liberation murder pardon protection rape reinstatement release rescue return "
    "safety".split()
)
DEEP = 2


def owners(
    scene: Scene,
    things: Iterable[Slot],
    belonging: frozenset[str],
    own: Set[str | None] = frozenset(),
    deep: int = DEEP,
) -> list[Mention]:
    """Those whose thing an object is, that is no actor itself: "rejected [the council]'s decision", "shelled a camp of
    [the rebels]", "condemned the threats made by [Lima]". Of a deed, whoever does it, not whom it befalls. `own`
    are those who act."""
    for thing in things:
        lemma = scene.labels.lemmas[thing.head].lower()
        if lemma in BEFALLING or lemma in _FELT or lemma in _TIMES or is_human(scene, thing.head):
            continue
        before = scene.known.mentions_within(scene.start(thing.first), scene.start(thing.head))
        before = [m for m in before if m.actor not in own and not _is_parted(scene, m, thing.head)]
        if (lemma in BACKING and "with" in belonging) or (lemma in LEVIED and "on" in belonging):
            before = []
        if before and not _is_named_after(scene, thing, before[-1]):
            return [m for m in before if m.end == before[-1].end]
        found = [m for m in _makers(scene, thing) if m.actor not in own]
        if found:
            return found
        if thing.head + 2 >= len(scene.labels.tags) or scene.word(thing.head + 1) not in belonging:
            continue
        chunk = next((c for c in scene.labels.chunks if c.first == thing.head + 2), None)
        if chunk is None or _befalls(scene, thing):
            continue
        found = [m for m in scene.known.mentions_at(scene.start(chunk.head)) if m.actor not in own][:1]
        if found or not deep:
            return found
        return owners(scene, [Slot(chunk.first, chunk.last, chunk.head)], belonging, own, deep - 1)
    return []


def _is_parted(scene: Scene, mention: Mention, head: int) -> bool:
    """True where a preposition or "and" parts a name from the thing: "jobs in [Peru] and safe passage"; not the one of
    "[Peru]'s old and new camps"."""
    between = [scene.labels.tags[i] for i in range(head) if scene.start(i) >= mention.end]
    owning = "POS" in between[:1] or mention.how == "pronoun"
    return any(tag in ("IN", "TO") or (tag == "CC" and not owning) for tag in between)


def is_human(scene: Scene, head: int) -> bool:
    """True for a noun for people, known to the article or not: "an ex-member of the council" is not the council."""
    noun = roles.load().role_noun(scene.labels.lemmas[head].lower())
    return noun is not None and noun.number != "body" and scene.labels.tags[head] in ("NN", "NNS")


def _is_named_after(scene: Scene, thing: Slot, mention: Mention) -> bool:
    """True for a person in the name of a thing: "Kenneth Kaunda Airport"."""
    return mention.kind == "person" and scene.labels.tags[thing.head][:3] == "NNP"


def _makers(scene: Scene, thing: Slot) -> list[Mention]:
    """Who made, filed or proposed a thing, by a participle after it: "an appeal filed by [lawyers]"."""
    for predicate in scene.labels.predicates:
        made = predicate.relation == "modifier" and predicate.lemma not in _HELPING
        if made and predicate.passive and predicate.first == thing.head + 1:
            for argument in predicate.arguments:
                if argument.role == "ARG0" and argument.first > predicate.head:
                    return scene.known.mentions_at(scene.start(argument.heads[0]))[:1]
    return []


# Who helps or fights a force does not send it: "warplanes backed by [Oslo]".
_HELPING = frozenset("accompany aid assist attack back condemn criticise criticize fight help oppose support".split())


def _befalls(scene: Scene, thing: Slot) -> bool:
    """True for a deed that is done to those named after "of": "the killing of two nurses"."""
    lemma = scene.labels.lemmas[thing.head].lower()
    rules = predicates.load().candidates(lemma, "n")
    followed = scene.word(thing.head + 1) == "of"
    return followed and any("of" in r.frame.recipient and "of" not in r.frame.actor for r in rules)
