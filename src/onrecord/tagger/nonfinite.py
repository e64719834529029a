"""Infinitives, gerunds and participles: what governs them, and who does what they tell."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.knowledge import governors
from onrecord.schema.labels import Relation
from onrecord.tagger import subjects
from onrecord.tagger.links import Link, governor_left, sharing, takes
from onrecord.tagger.subjects import Clausework, phrase

_ADVERBIAL_PREPOSITIONS = frozenset(
    [
        "after",
        "before",
        "by",
        "while",
        "without",
        "since",
        "despite",
        "in",
        "upon",
        "when",
        "until",
        "besides",
        "through",
    ]
)
_ADDRESSING = frozenset(["on", "upon", "to", "for", "with"])


def infinitive(work: Clausework, number: int, before: Sequence[Link]) -> Link:
    """An infinitive: the complement of a verb, an adjective or a noun to its left, else a purpose."""
    verb = work.at[number]
    k = verb - 1
    while work.kind(k) in ("adverb", "quote"):
        k -= 1
    kind = work.kind(k)
    if kind == "and":
        earlier = [n for n in range(number) if work.groups[n].form == "infinitive"]
        if earlier:
            return sharing(work, number, earlier[-1], before[earlier[-1]])
    if kind == "verb":
        governor = work.items[k].number
        return Link(before[governor].subject, governor, relation="complement", marker="to")
    if kind == "subordinator" or kind == "wh":
        found = governor_left(work, k)
        subject = before[found].subject if found is not None else None
        return Link(subject, found, relation="complement", marker=work.items[k].word)
    if kind == "np":
        return _infinitive_after_noun(work, k, before)
    found = governor_left(work, k)
    subject = before[found].subject if found is not None else None
    return Link(subject, found, relation="adverbial", marker="to") if found is not None else Link()


def _infinitive_after_noun(work: Clausework, k: int, before: Sequence[Link]) -> Link:
    """ "urged X to go" (X goes), "a plan to go" (whoever has the plan), "sent troops to fight" (a purpose)."""
    first, _ = subjects.coordinated_left(work, k, objects=True)
    governor = governor_left(work, first)
    preposition = work.items[first - 1].word if work.kind(first - 1) == "prep" else ""
    for i in (k, first - 2 if preposition else k):
        if (
            work.kind(i) == "np"
            and takes(work, work.head(i), "to")
            and not _controls_object(work, governor, preposition)
        ):
            subject = before[governor].subject if governor is not None else None
            return Link(subject, governor, work.head(i), "complement", "to")
    if governor is None:
        return Link(relation="modifier", marker="to")
    subject = before[governor].subject
    if _controls_object(work, governor, preposition):
        if not work.groups[governor].passive and preposition in ("", *_ADDRESSING):
            subject = phrase(work, first, k, role="ARG0")
        return Link(subject, governor, relation="complement", marker="to")
    return Link(subject, governor, relation="adverbial", marker="to")


def _controls_object(work: Clausework, governor: int | None, preposition: str = "") -> bool:
    """True where the object of the verb, or the phrase after its preposition, is the subject of its infinitive."""
    if governor is None:
        return False
    group = work.groups[governor]
    found = governors.load().complements(group.lemma, group.pos)
    return "obj-to" in found or bool(preposition and f"{preposition}-obj-to" in found)


def participle(work: Clausework, number: int, before: Sequence[Link]) -> Link:
    """A gerund or a participle without an auxiliary."""
    verb = work.at[number]
    k = verb - 1
    while work.kind(k) in ("adverb", "quote"):
        k -= 1
    kind = work.kind(k)
    if kind == "prep":
        return _after_preposition(work, k, before)
    if kind == "verb":
        governor = work.items[k].number
        return Link(before[governor].subject, governor, relation="complement", marker="gerund")
    if kind == "np":
        return _after_noun(work, number, k, before)
    if kind == "and" and number and work.groups[number - 1].passive and work.groups[number - 1].form == "finite":
        return sharing(work, number, number - 1, before[number - 1])
    if kind == "and":
        earlier = [n for n in range(number) if work.groups[n].form == work.groups[number].form]
        if earlier and earlier[-1] >= number - 2:
            return sharing(work, number, earlier[-1], before[earlier[-1]])
    main = next((n for n in range(number - 1, -1, -1) if work.groups[n].form == "finite"), None)
    if main is not None:
        return Link(before[main].subject, main, relation="adverbial", marker=work.items[k].word or "participle")
    later = next((n for n in range(number + 1, len(work.groups)) if work.groups[n].form == "finite"), None)
    subject = subjects.find(work, work.at[later]) if later is not None else None
    return Link(subject.argument if subject else None, later, relation="adverbial", marker="participle")


def _after_preposition(work: Clausework, k: int, before: Sequence[Link]) -> Link:
    """ "planning on visiting", "accused X of ramming", "a charge of ramming", "after visiting"."""
    word = work.items[k].word
    left = subjects.past_small(work, k - 1)
    governor = governor_left(work, k)
    subject = before[governor].subject if governor is not None else None
    if work.kind(left) == "np":
        if takes(work, work.head(left), f"{word}-gerund"):
            return Link(subject, governor, work.head(left), "complement", word)
        if governor is not None and not _adverbial(work, governor, word):
            first, _ = subjects.coordinated_left(work, left)
            agent = phrase(work, first, left, role="ARG0")
            return Link(agent, governor, relation="complement", marker=word)
    relation: Relation = "adverbial" if governor is None or _adverbial(work, governor, word) else "complement"
    return Link(subject, governor, relation=relation, marker=word)


def _adverbial(work: Clausework, governor: int, word: str) -> bool:
    """True where a gerund after this preposition does not complete the verb."""
    known = governors.load().find(work.groups[governor].lemma, work.groups[governor].pos, f"{word}-gerund")
    return known is None and word in _ADVERBIAL_PREPOSITIONS


def _after_noun(work: Clausework, number: int, k: int, before: Sequence[Link]) -> Link:
    """ "islanders marching through": the noun is the subject, or (for "arrested on Tuesday") the object."""
    first, _ = subjects.coordinated_left(work, k)
    own = phrase(work, first, k, role="ARG0")
    governor = governor_left(work, first)
    group = work.groups[number]
    if group.form == "gerund" and governor is not None and work.kind(first - 1) == "verb":
        lemma = work.groups[governor].lemma
        if governors.load().find(lemma, "v", "obj-gerund") is not None:
            return Link(own, governor, relation="complement", marker="gerund")
    return Link(own, governor, relation="modifier", marker="participle")
