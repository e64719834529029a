"""Parse: a sentence with its tags, its lemmas and its tree in normal form, as all questions about it take it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from onrecord.schema.labels import Arc, Chunk
from onrecord.tagger import lemma
from onrecord.tagger.trees import arcs, mend, normal, passives, phrases, reclause, rehang, relink, tree
from onrecord.tagger.trees.tree import Tree


class Parse(msgspec.Struct, frozen=True):
    """`words` are in lower case; `phrases` gives for the head of each noun phrase in the tree its base noun phrase."""

    words: Sequence[str]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    tree: Tree
    phrases: Mapping[int, Chunk]


def parse(tokens: Sequence[str], tags: Sequence[str], given: Sequence[Arc]) -> Parse:
    """The parse of a sentence from its tokens, their tags and the arcs of its tree."""
    words = [token.lower() for token in tokens]
    first = tree.read(given)
    tags = mend.tags(first, tokens, tags)
    lemmas = tuple(lemma.lemma(token, tag) for token, tag in zip(tokens, tags, strict=True))
    mending = arcs.arcs(first, tags, words, lemmas)
    rehang.rehang(mending)
    reclause.reclause(mending)
    relink.relink(mending)
    passives.passives(mending)
    tags = tuple(mending.tags)
    found = normal.normal(mending.mended(), tags, lemmas, words)
    return Parse(words, tags, lemmas, found, phrases.phrases(found, tags, words))
