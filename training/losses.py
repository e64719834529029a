"""What a batch teaches: the weighted sum of the heads' losses, labels that a corpus does not mark left out."""

from __future__ import annotations

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


def losses(tagger: Tagger, batch: Batch, types: tuple[str, ...]) -> dict[str, Tensor]:
    """The loss of each head that the batch has gold for. `types` are the name types marked by any corpus of the run."""
    mask = None if bool(batch.mask.all()) else batch.mask[:, None, None, :]
    states = tagger.states(batch.ids, batch.shapes, mask, batch.starts)
    logits = tagger.token_logits(states)
    found = {}
    for head, gold in batch.labels.items():
        if bool((gold == IGNORE).all()):
            continue
        if head == "name":
            found[head] = partial(logits[head], gold, allowed(batch, types))
        else:
            found[head] = functional.cross_entropy(logits[head].flatten(0, 1), gold.flatten(), ignore_index=IGNORE)
    for head, frames in batch.frames.items():
        scores = tagger.frame_logits(head, states, frames.rows, frames.anchors)
        found[head] = functional.cross_entropy(scores.flatten(0, 1), frames.labels.flatten(), ignore_index=IGNORE)
    if batch.trees is not None:
        found |= tree_losses(tagger, states, batch.trees)
    return found


def tree_losses(tagger: Tagger, states: Tensor, trees: Trees) -> dict[str, Tensor]:
    """Heads among the words of the same sentence, and relations to the gold heads."""
    states = states[trees.rows, : trees.heads.shape[1]]
    apart = trees.sentences[:, :, None] != trees.sentences[:, None, :]
    scores = tagger.tree.arcs(states).masked_fill(apart, float("-inf"))
    known = trees.heads != IGNORE
    relations = tagger.tree.relations(states, trees.heads.clamp(min=0))
    return {
        "head": functional.cross_entropy(scores[known], trees.heads[known]),
        "relation": functional.cross_entropy(relations[known], trees.relations[known]),
    }


def allowed(batch: Batch, types: tuple[str, ...]) -> Tensor:
    """Labels that a word without a name may truly have, a row a paragraph: O and the types its corpus is silent on."""
    labels = TOKEN_HEADS["name"]
    return torch.tensor(
        [[i == 0 or (name[2:] in types and name[2:] not in marked) for i, name in enumerate(labels)]
         for marked in batch.name_types]
    )  # fmt: skip


def partial(logits: Tensor, gold: Tensor, allowed_outside: Tensor) -> Tensor:
    """Cross-entropy where an unnamed word may be any of the labels that its corpus does not mark."""
    scores = logits.log_softmax(-1)
    exact = -scores.gather(-1, gold.clamp(min=0)[..., None])[..., 0]
    loose = -scores.masked_fill(~allowed_outside[:, None, :], float("-inf")).logsumexp(-1)
    known = gold != IGNORE
    return torch.where(gold == 0, loose, exact)[known].mean()


def total(found: dict[str, Tensor]) -> Tensor:
    return torch.stack([WEIGHTS[head] * loss for head, loss in found.items()]).sum()
