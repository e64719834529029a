"""Links: how a verb group hangs in its sentence, and what all kinds of clauses share in finding that out."""

from __future__ import annotations

import msgspec

from onrecord.knowledge import governors
from onrecord.schema.labels import Argument, Relation
from onrecord.tagger.subjects import Clausework


class Link(msgspec.Struct, frozen=True):
    """How a verb group hangs in its sentence: its subject, and the group or the noun (a token) that governs it."""

    subject: Argument | None = None
    governor: int | None = None
    noun: int | None = None
    relation: Relation | None = None
    marker: str | None = None
    antecedent: Argument | None = None
    modal: str | None = None
    negated: bool = False


def is_base(work: Clausework, number: int) -> bool:
    """True for a base form alone, also where its tag is that of the present plural."""
    group = work.groups[number]
    return group.bare or (group.first == group.head and work.tags[group.head] == "VBP")


def sharing(work: Clausework, number: int, first: int, link: Link) -> Link:
    """The second of two coordinated predicates has the subject and the governor of the first; a base form has its modal
    and its negation too."""
    earlier = work.groups[first]
    repeats = is_base(work, number) or work.groups[number].form == "infinitive"
    return Link(
        link.subject,
        link.governor if link.relation else None,
        link.noun,
        link.relation or "coordinate",
        link.marker,
        modal=(link.modal or earlier.modal) if repeats else None,
        negated=repeats and (earlier.negated or link.negated),
    )


def governor_left(work: Clausework, k: int) -> int | None:
    """The number of the nearest verb group left of item `k`."""
    return next((work.items[i].number for i in range(k - 1, -1, -1) if work.kind(i) == "verb"), None)


def takes(work: Clausework, head: int, complement: str) -> bool:
    """True where the noun at token `head` takes such a complement ("a plan to", "the claim that")."""
    return governors.load().find(work.lemmas[head], "n", complement) is not None
