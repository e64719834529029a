"""Paragraphs as numbers: word pieces, shapes, and the gold labels of each head."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.corpora import Frame, Labelled, Paragraph
from training.inventory import FEATURES, FRAME_HEADS, IGNORE, NAME_TYPES, TOKEN_HEADS, shape

MAX_PIECES = 254
WORD_PIECES = 12
"""An address or a run of letters is cut after so many pieces; its first one stands for the word."""

Ints = NDArray[np.int64]
INDEX = {head: {label: i for i, label in enumerate(labels)} for head, labels in (TOKEN_HEADS | FRAME_HEADS).items()}


class Pieces:
    """Words to the numbers of their pieces, as the encoder's own tokenizer cuts them."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.first, self.last, self.unknown = (self._number(name) for name in ("[CLS]", "[SEP]", "[UNK]"))

    def _number(self, name: str) -> int:
        found = self._tokenizer.token_to_id(name)
        if found is None:
            raise ValueError(f"the tokenizer does not know {name}")
        return int(found)

    @lru_cache(maxsize=200_000)  # noqa: B019  one instance lives as long as the run
    def of(self, word: str) -> tuple[int, ...]:
        found: list[int] = self._tokenizer.encode(word[:200], add_special_tokens=False).ids
        return tuple(found[:WORD_PIECES]) or (self.unknown,)


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
    def frames(self) -> dict[str, tuple[Frame, ...]]:
        """The frames of the conditioned heads that the corpus marks."""
        both = {"attribution": self.paragraph.attributions, "argument": self.paragraph.arguments}
        return {head: frames for head, frames in both.items() if frames is not None}


def encode(paragraph: Paragraph, pieces: Pieces) -> Example | None:
    """The paragraph as numbers; None if it has too many pieces (the readers cut at 200 words)."""
    ids, shapes, starts = [pieces.first], [0], []
    for word in paragraph.words:
        found = pieces.of(word.text)
        starts.append(len(ids))
        ids.extend(found)
        shapes.extend([shape(word.text)] * len(found))
    if len(ids) >= MAX_PIECES + 2:
        return None
    ids.append(pieces.last)
    shapes.append(0)
    types = paragraph.names.types if paragraph.names else NAME_TYPES
    return Example(paragraph, ints(ids), ints(shapes), ints(starts), token_labels(paragraph), types)


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
