"""Trees: the labels of a sentence from its dependency tree."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.schema.labels import Arc, SentenceLabels
from onrecord.tagger.trees import parse as parses
from onrecord.tagger.trees import phrases
from onrecord.tagger.trees.predicates import predicates

__all__ = ["label_sentence"]


def label_sentence(tokens: Sequence[str], tags: tuple[str, ...], arcs: Sequence[Arc]) -> SentenceLabels:
    """The labels of one sentence from its tokens, their tags and its tree. Deterministic; linear in its length."""
    parse = parses.parse(tokens, tags, arcs)
    mended = zip(parse.tree.heads, parse.tree.relations, strict=True)
    return SentenceLabels(
        tags=parse.tags,
        lemmas=parse.lemmas,
        chunks=tuple(phrases.chunks(parse.phrases)),
        predicates=predicates(parse),
        arcs=tuple(Arc(head, relation) for head, relation in mended),
    )
