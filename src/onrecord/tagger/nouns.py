"""Noun predicates: nouns that name an event or decide the status of one, with their possessors and prepositional
phrases, and the predicate on which they hang."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from onrecord.knowledge import governors, predicates
from onrecord.schema.labels import Argument, Chunk, Predicate
from onrecord.tagger.subjects import Clausework, phrase


@cache
def eventive() -> frozenset[str]:
    """The lemmas of the nouns that the tables know."""
    return frozenset(predicates.load().nouns) | frozenset(governors.load().rules["n"])


class NounHit(msgspec.Struct, frozen=True):
    """A noun predicate's place: its item, its chunk, its head token and the first token of its name ("arms sale")."""

    item: int
    chunk: Chunk
    head: int
    first: int
    lemma: str


def hits(work: Clausework) -> tuple[NounHit, ...]:
    """The noun phrases of a sentence whose head is an eventive noun."""
    known = eventive()
    found = []
    for i, item in enumerate(work.items):
        if item.kind == "np":
            chunk = work.chunks[item.number]
            head, lemma = chunk.head, work.lemmas[chunk.head]
            if work.tags[head] in ("NN", "NNS"):
                compound = f"{work.words[head - 1]} {lemma}" if head > chunk.first else ""
                if compound in known:
                    found.append(NounHit(i, chunk, head, head - 1, compound))
                elif lemma in known:
                    found.append(NounHit(i, chunk, head, head, lemma))
    return tuple(found)


def to_predicate(work: Clausework, hit: NounHit, governor: int | None, marker: str | None) -> Predicate:
    """The noun as a predicate."""
    return Predicate(
        head=hit.head,
        first=hit.first,
        last=hit.head + 1,
        lemma=hit.lemma,
        form="noun",
        pos="n",
        negated=work.words[hit.chunk.first] in ("no", "neither"),
        arguments=_arguments(work, hit),
        governor=governor,
        relation="complement" if governor is not None else None,
        marker=marker,
    )


def _arguments(work: Clausework, hit: NounHit) -> tuple[Argument, ...]:
    """The possessor, and the prepositional phrases right after the noun phrase."""
    found = [
        Argument("ARG0", c.first, c.last, (c.head,), "poss")
        for c in work.chunks
        if c.first == hit.chunk.first and c.last < hit.chunk.last and c.head < hit.first
    ][:1]
    pronoun = hit.chunk.first
    if work.tags[pronoun] == "PRP$":
        found.append(Argument("ARG0", pronoun, pronoun + 1, (pronoun,), "poss"))
    j = hit.item + 1
    while work.kind(j) == "prep" and work.kind(j + 1) == "np":
        last = _list_end(work, j + 1)
        found.append(phrase(work, j + 1, last, role="OBL", marker=work.items[j].word))
        j = last + 1
    return tuple(found)


def _list_end(work: Clausework, j: int) -> int:
    """The last item of "A and B" from item `j`, unless a clause begins there."""
    while work.kind(j + 1) == "and" and work.kind(j + 2) == "np" and not work.is_finite(j + 3):
        j += 2
    return j


def governor_of(
    work: Clausework, hit: NounHit, verbs: Sequence[Sequence[Argument]], nouns: Mapping[int, NounHit]
) -> tuple[int | None, int | None, str | None]:
    """What the noun hangs on: the number of a verb group, or else the head of a noun; and by what word."""
    before = hit.item - 1
    if work.kind(before) == "prep" and work.kind(before - 1) == "np":
        outer = work.head(before - 1)
        if outer in nouns:
            return None, outer, work.items[before].word
    for number, found in enumerate(verbs):
        for argument in found:
            if hit.head in argument.heads:
                marker = {"ARG0": "subj", "ARG1": "obj", "ARG2": "obj"}.get(argument.role, argument.marker)
                return number, None, marker
    return None, None, None
