"""Batches: examples of like length, padded; what each head may learn from them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.tagger.network.inventory import IGNORE, TOKEN_HEADS
from training.corpora import Frame
from training.encode import Example, Ints, span_labels

NOTHING = np.full(1, IGNORE)
POOL = 400
"""Examples sorted by length among so many; the rest stays random."""


@dataclass(frozen=True, slots=True)
class Frames:
    """The anchors of a frame head: the row of each in the batch, its word, and the gold labels of all words."""

    rows: Tensor
    anchors: Tensor
    labels: Tensor

    def to(self, device: torch.device) -> Frames:
        return Frames(*(sent(t, device) for t in (self.rows, self.anchors, self.labels)))


@dataclass(frozen=True, slots=True)
class Trees:
    """The rows of the batch that have trees; heads, relations and sentence numbers of their words (IGNORE, IGNORE, -1
    where there is no word)."""

    rows: Tensor
    heads: Tensor
    relations: Tensor
    sentences: Tensor

    def to(self, device: torch.device) -> Trees:
        return Trees(*(sent(t, device) for t in (self.rows, self.heads, self.relations, self.sentences)))


@dataclass(frozen=True, slots=True)
class Batch:
    """Paragraphs side by side. `mask` is true for pieces, `words` for words; `sentences` numbers the sentence of each
    word (-1 where unknown)."""

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    starts: Tensor
    words: Tensor
    sentences: Tensor
    labels: dict[str, Tensor]
    frames: dict[str, Frames]
    name_types: tuple[tuple[str, ...], ...]
    trees: Trees | None = None

    def to(self, device: torch.device) -> Batch:
        if device.type == "cpu":
            return self
        plain = (self.ids, self.shapes, self.mask, self.starts, self.words, self.sentences)
        return Batch(
            *(sent(t, device) for t in plain),
            {head: sent(t, device) for head, t in self.labels.items()},
            {head: frames.to(device) for head, frames in self.frames.items()},
            self.name_types,
            self.trees.to(device) if self.trees else None,
        )

    @property
    def pieces(self) -> int:
        return int(self.mask.sum())


def sent(tensor: Tensor, device: torch.device) -> Tensor:
    return tensor.to(device, non_blocking=True)


def order(examples: list[Example], pieces: int, seed: int) -> list[list[Example]]:
    """All examples once, in batches of about `pieces` pieces (padding included), the same for the same seed."""
    chance = random.Random(seed)
    shuffled = list(examples)
    chance.shuffle(shuffled)
    batches: list[list[Example]] = []
    for at in range(0, len(shuffled), POOL):
        pool = sorted(shuffled[at : at + POOL], key=lambda e: e.size)
        batches.extend(cut(pool, pieces))
    chance.shuffle(batches)
    return batches


def cut(pool: list[Example], pieces: int) -> Iterator[list[Example]]:
    """A pool in rising length as batches; the longest of a batch counts for all."""
    batch: list[Example] = []
    for example in pool:
        if batch and (len(batch) + 1) * example.size > pieces:
            yield batch
            batch = []
        batch.append(example)
    if batch:
        yield batch


def padded(arrays: list[Ints], fill: int) -> Tensor:
    width = max(len(a) for a in arrays)
    table = np.full((len(arrays), width), fill, dtype=np.int64)
    for row, values in zip(table, arrays, strict=True):
        row[: len(values)] = values
    return torch.from_numpy(table)


def collate(examples: list[Example]) -> Batch:
    """The batch of these paragraphs; only labels that one of them has gold for."""
    ids = padded([e.ids for e in examples], 0)
    starts = padded([e.starts for e in examples], 0)
    nothing = [np.full(len(e.starts), IGNORE) for e in examples]
    labels = {
        head: padded([e.heads.get(head, none) for e, none in zip(examples, nothing, strict=True)], IGNORE)
        for head in TOKEN_HEADS
        if any((e.heads.get(head, NOTHING) != IGNORE).any() for e in examples)
    }
    heads = {head for e in examples for head in e.frames}
    return Batch(
        ids,
        padded([e.shapes for e in examples], 0),
        (torch.arange(ids.shape[1])[None, :] < torch.tensor([e.size for e in examples])[:, None]),
        starts,
        torch.arange(starts.shape[1])[None, :] < torch.tensor([len(e.starts) for e in examples])[:, None],
        padded([e.sentences for e in examples], -1),
        labels,
        {head: found for head in sorted(heads) if (found := frames(examples, head)) is not None},
        tuple(e.name_types for e in examples),
        trees(examples),
    )


def trees(examples: list[Example]) -> Trees | None:
    """The trees of the batch, or None if there are none."""
    found = [(i, tree) for i, e in enumerate(examples) if (tree := e.tree) is not None]
    if not found:
        return None
    return Trees(
        torch.tensor([i for i, _ in found]),
        padded([tree.heads for _, tree in found], IGNORE),
        padded([tree.relations for _, tree in found], IGNORE),
        padded([tree.sentences for _, tree in found], -1),
    )


def frames(examples: list[Example], head: str) -> Frames | None:
    """All frames of a head in the batch, or None if there are none."""
    found: list[tuple[int, Frame]] = [(i, f) for i, e in enumerate(examples) for f in e.frames.get(head, ())]
    if not found:
        return None
    width = max(len(e.starts) for e in examples)
    table = np.full((len(found), width), IGNORE, dtype=np.int64)
    for row, (i, frame) in zip(table, found, strict=True):
        size = len(examples[i].starts)
        row[:size] = span_labels(head, frame.spans, size)
    rows, anchors = torch.tensor([i for i, _ in found]), torch.tensor([f.anchor for _, f in found])
    return Frames(rows, anchors, torch.from_numpy(table))
