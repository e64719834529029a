"""Paragraphs as numbers: word pieces, shapes, and the gold labels of each head."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from onrecord.tagger.network.inventory import FEATURES, FRAME_HEADS, IGNORE, NAME_TYPES, RELATIONS, TOKEN_HEADS
from onrecord.tagger.network.pieces import MAX_PIECES, Ints, Pieces
from training.corpora import Frame, Labelled, Paragraph

INDEX = {head: {label: i for i, label in enumerate(labels)} for head, labels in (TOKEN_HEADS | FRAME_HEADS).items()}


@dataclass(frozen=True, slots=True)
class Tree:
    """For each word its head (itself for a root), the number of its relation, and the number of its sentence; heads and
    relations are IGNORE where the corpus has no trees."""

    heads: Ints
    relations: Ints
    sentences: Ints


@dataclass(frozen=True)
class Example:
    """A paragraph as numbers. `heads` has the gold labels of the heads that its corpus marks, one for each word."""

    paragraph: Paragraph
    ids: Ints
    shapes: Ints
    starts: Ints
    heads: dict[str, Ints]
    name_types: tuple[str, ...]

    @property
    def size(self) -> int:
        return len(self.ids)

    @cached_property
    def tree(self) -> Tree | None:
        """The tree of the words, where the corpus has one."""
        arcs = self.paragraph.arcs
        if arcs is None:
            return None
        relations = ints([RELATIONS.index(a.relation) for a in arcs])
        return Tree(ints([a.head for a in arcs]), relations, self.sentences)

    @cached_property
    def sentences(self) -> Ints:
        """The number of the sentence of each word; -1 for all where they are not known."""
        number = np.zeros(len(self.starts), dtype=np.int64)
        if not self.paragraph.sentences:
            return number - 1
        number[list(self.paragraph.sentences[1:])] = 1
        return number.cumsum()

    @cached_property
    def frames(self) -> dict[str, tuple[Frame, ...]]:
        """The frames of the conditioned heads that the corpus marks."""
        both = {"attribution": self.paragraph.attributions, "argument": self.paragraph.arguments}
        return {head: frames for head, frames in both.items() if frames is not None}


def encode(paragraph: Paragraph, pieces: Pieces) -> Example | None:
    """The paragraph as numbers; None if it has too many pieces (the readers cut at 200 words)."""
    if sum(pieces.count(word.text) for word in paragraph.words) > MAX_PIECES:
        return None
    numbers = pieces.encode(word.text for word in paragraph.words)
    types = paragraph.names.types if paragraph.names else NAME_TYPES
    return Example(paragraph, numbers.ids, numbers.shapes, numbers.starts, token_labels(paragraph), types)


def ints(values: list[int]) -> Ints:
    return np.asarray(values, dtype=np.int64)


def token_labels(paragraph: Paragraph) -> dict[str, Ints]:
    """Gold labels of the token heads."""
    size = len(paragraph.words)
    heads: dict[str, Ints] = {}
    if paragraph.morphology:
        tags = paragraph.morphology
        heads["upos"] = np.array([INDEX["upos"][tag.upos] for tag in tags])
        heads["xpos"] = np.array([INDEX["xpos"][tag.xpos] for tag in tags])
        for name in FEATURES:
            heads[name] = np.array([INDEX[name][tag.feature(name)] for tag in tags])
    if paragraph.names:
        heads["name"] = span_labels("name", paragraph.names.spans, size)
    if paragraph.predicates is not None:
        known = paragraph.predicates
        heads["predicate"] = np.array([int(known[i]) if i in known else IGNORE for i in range(size)])
    if paragraph.cues is not None:
        heads["cue"] = span_labels("cue", paragraph.cues, size)
    return heads


def span_labels(head: str, spans: tuple[Labelled, ...], size: int) -> Ints:
    """BIO labels of spans that do not overlap."""
    labels = np.zeros(size, dtype=np.int64)
    for span in spans:
        labels[span.first] = INDEX[head][f"B-{span.label}"]
        labels[span.first + 1 : span.last] = INDEX[head][f"I-{span.label}"]
    return labels
