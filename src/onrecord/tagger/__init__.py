"""Tagger: what each sentence's words are and how they hang together, as `schema.labels` has it.

The first tagger is a part-of-speech perceptron with a finite-state clause grammar on its tags.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.schema.labels import Argument, Labels, Predicate, SentenceLabels
from onrecord.schema.token import Document
from onrecord.tagger import arguments, clauses, lemma, nouns, pos
from onrecord.tagger.chunks import chunks
from onrecord.tagger.corrections import corrected, lexicon
from onrecord.tagger.items import items, with_clauses
from onrecord.tagger.links import Link
from onrecord.tagger.nouns import NounHit
from onrecord.tagger.repair import repaired
from onrecord.tagger.subjects import Clausework
from onrecord.tagger.verbs import verb_groups

MODEL = "pos-1"


def label(document: Document) -> Labels:
    """Label every sentence of a document. Deterministic; linear in the length of the sentences."""
    words = [[token.text for token in sentence.tokens] for sentence in document.sentences]
    tagged = [corrected(w, tags, lexicon()) for w, tags in zip(words, pos.tag(words), strict=True)]
    return Labels(tuple(label_sentence(w, t) for w, t in zip(words, tagged, strict=True)))


def label_sentence(tokens: Sequence[str], tags: tuple[str, ...]) -> SentenceLabels:
    """The labels of one sentence from its tokens and their tags."""
    lemmas = tuple(map(lemma.lemma, tokens, tags))
    work = clausework(tokens, tags, lemmas)
    return SentenceLabels(tags, lemmas, tuple(work.chunks), _predicates(work))


def clausework(tokens: Sequence[str], tags: Sequence[str], lemmas: Sequence[str]) -> Clausework:
    """A sentence cut into noun phrases, verb groups and what joins them."""
    words = [token.lower() for token in tokens]
    groups = verb_groups(tags, lemmas, words)
    taken = [False] * len(tags)
    for group in groups:
        taken[group.first : group.last] = [True] * (group.last - group.first)
    phrases = chunks(tags, words, taken)
    cut = items(tags, words, groups, phrases)
    at = [i for i, item in enumerate(cut) if item.kind == "verb"]
    first = Clausework(tags, words, lemmas, phrases, groups, with_clauses(cut, groups), at)
    mended = repaired(first)
    if mended == groups:
        return first
    return Clausework(tags, words, lemmas, phrases, mended, with_clauses(cut, mended), at)


def _predicates(work: Clausework) -> tuple[Predicate, ...]:
    """Verbs and nouns as predicates, in the order of their heads, governors numbered in that order."""
    links = clauses.links(work)
    claimed = arguments.claimed_subjects(links)
    verb_arguments = [arguments.arguments(work, n, link, claimed) for n, link in enumerate(links)]
    hits = {hit.head: hit for hit in nouns.hits(work)}
    heads = sorted([*(group.head for group in work.groups), *hits])
    number = {head: i for i, head in enumerate(heads)}
    found: dict[int, Predicate] = {}
    for n, link in enumerate(links):
        governor = number.get(_governor_head(work, link))
        found[work.groups[n].head] = arguments.to_predicate(work, n, link, verb_arguments[n], governor)
    for hit in hits.values():
        found[hit.head] = _noun_predicate(work, hit, verb_arguments, hits, number)
    return tuple(found[head] for head in heads)


def _governor_head(work: Clausework, link: Link) -> int:
    """The head token of what governs a verb group, -1 for nothing."""
    if link.noun is not None:
        return link.noun
    return work.groups[link.governor].head if link.governor is not None else -1


def _noun_predicate(
    work: Clausework,
    hit: NounHit,
    verbs: Sequence[Sequence[Argument]],
    hits: dict[int, NounHit],
    number: dict[int, int],
) -> Predicate:
    group, noun, marker = nouns.governor_of(work, hit, verbs, hits)
    head = work.groups[group].head if group is not None else noun
    return nouns.to_predicate(work, hit, number[head] if head is not None else None, marker)
