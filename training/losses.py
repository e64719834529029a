"""What a batch teaches: the weighted sum of the heads' losses, labels that a corpus does not mark left out; with
teachers also what they say of every word, whatever its corpus marks (distillation: Hinton et al. 2015)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.tagger.network.inventory import FEATURES, IGNORE, TOKEN_HEADS
from training.batches import Batch, Trees
from training.model import Tagger

WEIGHTS = {
    "upos": 0.3,
    "xpos": 0.5,
    **dict.fromkeys(FEATURES, 0.15),
    "name": 1.0,
    "predicate": 0.7,
    "cue": 2.0,
    "attribution": 1.5,
    "argument": 2.5,
    "head": 1.0,
    "relation": 0.7,
}
SOFT = "soft "
MAX_FRAMES = 256
"""Of the frames that only the teachers see, so many a batch."""
ANCHORS = {"attribution": ("cue", 1), "argument": ("predicate", 1)}
"""The token head and its label that call for a frame of each kind."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The anchors that student and teachers are asked about."""

    rows: Tensor
    anchors: Tensor


def losses(tagger: Tagger, batch: Batch, types: tuple[str, ...], teachers: Sequence[Tagger] = ()) -> dict[str, Tensor]:
    """The loss of each head that the batch has gold for, and with teachers that of each head as `soft NAME`. `types`
    are the name types marked by any corpus of the run."""
    states = read(tagger, batch)
    found = gold(tagger, batch, states, types)
    if teachers:
        found |= soft(tagger, batch, states, teachers)
    return found


def read(tagger: Tagger, batch: Batch) -> Tensor:
    full = batch.mask.device.type == "cpu" and bool(batch.mask.all())
    return tagger.states(batch.ids, batch.shapes, None if full else batch.mask[:, None, None, :], batch.starts)


def gold(tagger: Tagger, batch: Batch, states: Tensor, types: tuple[str, ...]) -> dict[str, Tensor]:
    logits = tagger.token_logits(states)
    found = {}
    for head, labels in batch.labels.items():
        if head == "name":
            found[head] = partial(logits[head], labels, allowed(batch, types))
        else:
            found[head] = functional.cross_entropy(logits[head].flatten(0, 1), labels.flatten(), ignore_index=IGNORE)
    for head, frames in batch.frames.items():
        scores = tagger.frame_logits(head, states, frames.rows, frames.anchors)
        found[head] = functional.cross_entropy(scores.flatten(0, 1), frames.labels.flatten(), ignore_index=IGNORE)
    if batch.trees is not None:
        found |= tree_losses(tagger, states, batch.trees)
    return found


def tree_losses(tagger: Tagger, states: Tensor, trees: Trees) -> dict[str, Tensor]:
    """Heads among the words of the same sentence, and relations to the gold heads."""
    states = states[trees.rows, : trees.heads.shape[1]]
    scores = tagger.tree.arcs(states).masked_fill(apart(trees.sentences), OUT)
    relations = tagger.tree.relations(states, trees.heads.clamp(min=0))
    return {
        "head": functional.cross_entropy(scores.flatten(0, 1), trees.heads.flatten(), ignore_index=IGNORE),
        "relation": functional.cross_entropy(relations.flatten(0, 1), trees.relations.flatten(), ignore_index=IGNORE),
    }


OUT = -1e4


def apart(sentences: Tensor) -> Tensor:
    """True for two words of different sentences: (B, W, W)."""
    return sentences[:, :, None] != sentences[:, None, :]


def allowed(batch: Batch, types: tuple[str, ...]) -> Tensor:
    """Labels that a word without a name may truly have, a row a paragraph: O and the types its corpus is silent on."""
    labels = TOKEN_HEADS["name"]
    rows = [
        [i == 0 or (name[2:] in types and name[2:] not in marked) for i, name in enumerate(labels)]
        for marked in batch.name_types
    ]
    return torch.tensor(rows).to(batch.ids.device, non_blocking=True)


def partial(logits: Tensor, gold: Tensor, allowed_outside: Tensor) -> Tensor:
    """Cross-entropy where an unnamed word may be any of the labels that its corpus does not mark."""
    scores = logits.float().log_softmax(-1)
    exact = -scores.gather(-1, gold.clamp(min=0)[..., None])[..., 0]
    loose = -scores.masked_fill(~allowed_outside[:, None, :], OUT).logsumexp(-1)
    known = gold != IGNORE
    return (torch.where(gold == 0, loose, exact) * known).sum() / known.sum()


# --- teachers --------------------------------------------------------------------------------------------------------


def soft(tagger: Tagger, batch: Batch, states: Tensor, teachers: Sequence[Tagger]) -> dict[str, Tensor]:
    """How far the student is from the mean of its teachers, on all words of the batch (cross-entropy)."""
    with torch.no_grad():
        known = [read(teacher, batch) for teacher in teachers]
        taught = {head: mean([t.token_logits(s)[head] for t, s in pairs(teachers, known)]) for head in TOKEN_HEADS}
    said = tagger.token_logits(states)
    found = {SOFT + head: distance(said[head], taught[head], batch.words) for head in TOKEN_HEADS}
    for head in tagger.frames:
        asked = anchors(batch, head, taught)
        if len(asked.rows):
            with torch.no_grad():
                wanted = mean([t.frame_logits(head, s, asked.rows, asked.anchors) for t, s in pairs(teachers, known)])
            scores = tagger.frame_logits(head, states, asked.rows, asked.anchors)
            found[SOFT + head] = distance(scores, wanted, batch.words[asked.rows])
    return found | soft_trees(tagger, batch, states, teachers, known)


def soft_trees(
    tagger: Tagger, batch: Batch, states: Tensor, teachers: Sequence[Tagger], known: list[Tensor]
) -> dict[str, Tensor]:
    """The same for heads, in the paragraphs whose sentences are known, and for the relations to the teachers' heads."""
    words = batch.words & (batch.sentences >= 0)
    far = apart(batch.sentences) | ~words[:, None, :]
    with torch.no_grad():
        taught = mean([t.tree.arcs(s).masked_fill(far, OUT) for t, s in pairs(teachers, known)])
        heads = taught.argmax(-1)
        relations = mean([t.tree.relations(s, heads) for t, s in pairs(teachers, known)])
    return {
        SOFT + "head": distance(tagger.tree.arcs(states).masked_fill(far, OUT), taught, words),
        SOFT + "relation": distance(tagger.tree.relations(states, heads), relations, words),
    }


def pairs(teachers: Sequence[Tagger], states: list[Tensor]) -> list[tuple[Tagger, Tensor]]:
    return list(zip(teachers, states, strict=True))


def anchors(batch: Batch, head: str, taught: dict[str, Tensor]) -> Asked:
    """The gold anchors of a frame head, and in paragraphs without gold the words that the teachers take for anchors."""
    name, label = ANCHORS[head]
    guessed = (taught[name].argmax(-1) == label) & batch.words
    frames = batch.frames.get(head)
    if frames is not None:
        guessed[frames.rows] = False
    rows, words = guessed.nonzero(as_tuple=True)
    if len(rows) > MAX_FRAMES:
        some = torch.randperm(len(rows), device=rows.device)[:MAX_FRAMES]
        rows, words = rows[some], words[some]
    if frames is not None:
        rows, words = torch.cat([frames.rows, rows]), torch.cat([frames.anchors, words])
    return Asked(rows, words)


def mean(logits: list[Tensor]) -> Tensor:
    """The mean of what teachers hold likely."""
    return torch.stack([one.float().softmax(-1) for one in logits]).mean(0)


def distance(logits: Tensor, wanted: Tensor, words: Tensor) -> Tensor:
    """The cross-entropy of the student against what is wanted, over the words that there are."""
    far = -(wanted * logits.float().log_softmax(-1)).sum(-1)
    return (far * words).sum() / words.sum().clamp(min=1)


def total(found: dict[str, Tensor], share: float = 0.5) -> Tensor:
    """The sum of all losses by their weights; what teachers say counts for `share`, gold for the rest."""
    taught = any(head.startswith(SOFT) for head in found)
    parts = []
    for head, loss in found.items():
        by_teachers = head.startswith(SOFT)
        part = (share if by_teachers else 1 - share) if taught else 1.0
        parts.append(part * WEIGHTS[head.removeprefix(SOFT)] * loss)
    return torch.stack(parts).sum()
