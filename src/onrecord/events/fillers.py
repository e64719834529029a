"""Fillers: what fills the slots of a predicate, as the conditions of the lexicon see it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from onrecord.events.scene import Scene, Slot
from onrecord.knowledge import actors
from onrecord.knowledge.conditions import Filler
from onrecord.schema.actor import Mention

_CLASSES = {
    "person": ("person", "state"),
    "country": ("state", "place"),
    "organization": ("org",),
    "outlet": ("org",),
    "group": ("group",),
    "role": ("person", "group"),
}
_MEASURES = frozenset(
    "all array bag bale barrage barrel batch bit boatload box bunch busload campaign canister cluster couple "
    "crate cycle day deluge dozen first flurry form gallon group hail half handful hour hundred kg kilo kilogram "
    "kind last litre lot majority many million minute month most number package pair raft range remainder "
    "remaining rest round row salvo score series set several slew some sort spate spree string tablet thousand "
    "ton tonne type variety volley wave week".split()
)
# Lemmas that a plural keeps where the lexicon has the singular.
_SINGULAR = {"forces": "force", "troops": "troop", "arms": "arm"}
_PERSON_WORDS = frozenset(
    "i we he she they who him her them us you everyone anyone someone everybody anybody somebody nobody people".split()
)
# Before a bare number or "one" they make people of it: "the nine were held", "no one was shot".
_PEOPLE_BEFORE = frozenset("the all those no any every some".split())


def fillers(scene: Scene, name: str, values: Iterable[Slot]) -> tuple[Filler, ...]:
    """What fills the slot of that name, as the conditions of the lexicon see it."""
    return tuple(_filler(scene, slot, name) for slot in values)


def _filler(scene: Scene, slot: Slot, name: str) -> Filler:
    mentions = scene.known.mentions_at(scene.start(slot.head))
    names = _names(scene, slot.head) | _contained(scene, slot.head)
    if mentions:
        names |= _kinds(scene, mentions[0])
    if name == "clause":
        names = _QUESTION if _is_question(scene, slot) else names | _clause_names(scene, slot)
    return Filler(frozenset(names), frozenset(_classes(scene, slot, mentions)))


def _is_title(scene: Scene, slot: Slot) -> bool:
    """True for a name in quotation marks that the article has for nobody: the title of a work."""
    quoted = slot.first > 0 and scene.labels.tags[slot.first - 1] == "``"
    return quoted and scene.labels.tags[slot.head][:3] == "NNP"


# The word by which the lexicon's lists know people of a sector: "gendarmes" count where "police" do.
_OF_SECTOR = {
    "MIL": "soldier",
    "COP": "police",
    "REB": "rebel",
    "JRN": "journalist",
    "MED": "doctor",
    "LEG": "lawmaker",
}


def _kinds(scene: Scene, mention: Mention) -> set[str]:
    """The words for the sectors of the people whom a mention names, where they are unnamed."""
    actor = scene.known.actors.get(mention.actor or "")
    if actor is None or mention.kind not in ("group", "role", "person"):
        return set()
    if mention.kind == "person":
        return {"official"} if not _LEADING.isdisjoint(actor.sectors) else set()
    return {_OF_SECTOR[sector] for sector in actor.sectors if sector in _OF_SECTOR}


# The sectors of persons who stand for a state or a movement: the lexicon's lists know them as "official".
_LEADING = frozenset(["GOV", "MIL", "LEG", "PTY", "OPP", "REB", "JUD"])


def _names(scene: Scene, head: int) -> set[str]:
    """What the lexicon may call a noun: its lemma, alone and with the words before it."""
    lemma = scene.labels.lemmas[head].lower()
    words = _modifying(scene, head)
    if head and scene.word(head - 1).lower() == "no":
        words = ["no"]
    names = {lemma, *[f"{word} {lemma}" for word in words]}
    plural = scene.labels.tags[head] == "NNPS" and lemma.endswith("s")
    singular = _SINGULAR.get(lemma, lemma[:-1] if plural else None)
    return names if singular is None else names | {singular, *[f"{word} {singular}" for word in words]}


def _contained(scene: Scene, head: int) -> set[str]:
    """What a word of measure holds, by its names: "a series of attacks" is attacks, "some of its troops" troops."""
    held = _held(scene, head)
    return _names(scene, held) if held is not None else set()


def _held(scene: Scene, head: int) -> int | None:
    """The head of what a word of measure holds."""
    lemma = scene.labels.lemmas[head].lower()
    if (
        not (lemma in _MEASURES or scene.labels.tags[head] in ("CD", "DT"))
        or head + 2 >= len(scene.labels.tags)
        or scene.word(head + 1).lower() != "of"
    ):
        return None
    held = next((chunk.head for chunk in scene.labels.chunks if chunk.first == head + 2), None)
    return (_held(scene, held) or held) if held is not None else None


# What is asked is not asked for: "asked whether the king would [resign]".
_QUESTION = {"if", "whether"}


def _is_question(scene: Scene, slot: Slot) -> bool:
    """True for a finite clause after "whether" or "if" that is the complement of its verb."""
    clause = next(p for p in scene.labels.predicates if p.head == slot.head)
    return (
        clause.relation == "complement"
        and clause.form == "finite"
        and (clause.marker or "").split(" ")[-1] in _QUESTION
    )


def measured_end(scene: Scene, slot: Slot) -> int:
    """The token after a filler, with what a word of measure at its head holds: "a set of [sanctions]"."""
    held = _held(scene, slot.head)
    if held is None or scene.labels.lemmas[slot.head].lower() not in _MEASURES:
        return slot.last
    return max([slot.last, *(c.last for c in scene.labels.chunks if c.head == held)])


def _clause_names(scene: Scene, slot: Slot) -> set[str]:
    """What the lexicon asks of a clause: "to" or "that", its modal, and "not" where it is negative. A bare verb after
    "that" is a "should" ("insists that they be freed")."""
    predicate = next(p for p in scene.labels.predicates if p.head == slot.head)
    asked = predicate.marker == "whether"
    marker = "to" if predicate.form == "infinitive" and not asked else predicate.marker or "that"
    bare = scene.word(predicate.first).lower() == scene.labels.lemmas[predicate.first]
    wished = marker == "that" and bare and scene.labels.tags[predicate.first] == "VB"
    modal = predicate.modal or ("should" if wished else None)
    return {marker, *([modal] if modal else []), *(["not"] if predicate.negated else [])}


def _modifying(scene: Scene, head: int) -> list[str]:
    """The words before a head in its noun phrase, and the last two together."""
    tags = scene.labels.tags
    i = head
    while i > 0 and tags[i - 1] in ("NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG"):
        i -= 1
    words = [scene.word(k).lower() for k in range(i, head)]
    return [*words, " ".join(words[-2:])] if words else []


def _classes(scene: Scene, slot: Slot, mentions: Iterable[Mention]) -> set[str]:
    """The caller's classes (person, group, state, org, place) of a filler, at whose head these mentions stand."""
    found: set[str] = set()
    for mention in mentions:
        found.update(_CLASSES.get(mention.kind, ()))
        if mention.kind == "person":
            found.discard("state")
    if scene.start(slot.head) in scene.known.in_place:
        found.add("place")
    if "group" in found and scene.labels.tags[slot.head] in ("NNS", "NNPS"):
        found.add("person")
    if not mentions and not _is_title(scene, slot):
        found.update(_named(scene, slot.head) or _by_noun(scene.labels.lemmas[slot.head].lower()))
    held = _held(scene, slot.head)
    if held is not None:
        found |= _classes(scene, Slot(held, held + 1, held), scene.known.mentions_at(scene.start(held)))
    of_people = not found and scene.labels.tags[slot.head] == "NNPS"
    if of_people or scene.word(slot.head).lower() in _PERSON_WORDS or _is_number_of_people(scene, slot.head):
        found.add("person")
    return found


def _named(scene: Scene, head: int) -> tuple[str, ...]:
    """The classes of a name that no table has, by the type that the labels give it."""
    name = next((n for n in scene.labels.names if n.first <= head < n.last), None)
    return _OF_NAME.get(name.type, ()) if name is not None else ()


# What a name of some type is, and what the table of role nouns has for a person, a group or a body.
_OF_NAME = {"PER": ("person",), "ORG": ("org",), "LOC": ("place",)}
_OF_NOUN = {"person": "person", "group": "group", "body": "org"}


@cache
def _by_noun(lemma: str) -> tuple[str, ...]:
    """The class of a common noun for people or bodies: "a pensioner", "the firm"."""
    noun = actors.load().role_noun(lemma)
    return (_OF_NOUN[noun.number],) if noun is not None else ()


def _is_number_of_people(scene: Scene, head: int) -> bool:
    """True for a number that stands by itself for people whom the article knows: "the nine", and for "no one"."""
    bare = scene.labels.tags[head] == "CD" or scene.word(head).lower() == "one"
    return bare and head > 0 and scene.word(head - 1).lower() in _PEOPLE_BEFORE
