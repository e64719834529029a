"""What is exported: the tagger's own sums in the order in which onnxruntime does them fastest.

The graphs give what `model.Tagger` gives, but for the rounding of floats: linear layers of one input are one product,
nothing is computed for pieces that begin no word once no other piece looks at them, and convolutions over words are
products with the neighbours side by side.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.model import DISTANCE, FLOOR, FrameHead, Layer, NamesHead, Tagger, TreeHead, distances


class EncoderGraph(nn.Module):
    """One paragraph: ids and shapes (1, P), starts (W) -> states (W, hidden), token logits (W, all labels), scores of
    heads (W, W)."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.encoder, tree = tagger.encoder, tagger.tree
        self.outputs = side_by_side(tagger.tokens, tree.dependent, tree.head)
        self.widths = [part.out_features for part in (tagger.tokens, tree.dependent, tree.head)]
        self.between = linear(tree.between.weight, tree.any_head.weight[0])  # any_head, as a factor of all dependents
        self.apart = tree.apart

    def forward(self, ids: Tensor, shapes: Tensor, starts: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        encoder = self.encoder
        x = encoder.norm(encoder.words(ids) + encoder.shapes(shapes) + encoder.positions.weight[: ids.shape[1]])[0]
        *lower, last = cast(Iterable[Layer], encoder.layers)
        for layer in lower:
            x = above(layer, x, attended(layer, x))
        x = above(last, x.index_select(0, starts), attended(last, x).index_select(0, starts))
        states = x + encoder.shapes_last(shapes[0].index_select(0, starts))
        logits, dependents, heads = torch.split(self.outputs(states), self.widths, 1)
        arcs = self.between(torch.relu(dependents)) @ torch.relu(heads).T
        return states, logits, arcs + self.apart(distances(states.shape[0], states.device))[:, :, 0]


def attended(layer: Layer, x: Tensor) -> Tensor:
    """What each piece of one paragraph (P, hidden) sees of the others, the heads beside each other."""
    width = layer.out.in_features // layer.heads
    qkv: Tensor = layer.qkv(x)
    q, k, v = torch.split(qkv.view(-1, 3 * layer.heads, width).transpose(0, 1), layer.heads)
    seen: Tensor = torch.softmax((q * width**-0.5) @ k.transpose(1, 2), -1) @ v
    return seen.transpose(0, 1).reshape(-1, layer.out.in_features)


def above(layer: Layer, x: Tensor, seen: Tensor) -> Tensor:
    """The rest of the layer, in which every piece stands for itself."""
    x = layer.norm_attention(x + layer.out(seen))
    more: Tensor = layer.norm(x + layer.down(functional.gelu(layer.up(x))))
    return more


class FrameGraph(nn.Module):
    """A frame head for one paragraph: states (W, hidden), anchors (K) -> logits (K, W, labels)."""

    def __init__(self, head: nn.Module) -> None:
        super().__init__()
        assert isinstance(head, FrameHead)
        self.word = side_by_side(head.word, head.word_factor)
        self.anchor = side_by_side(head.anchor, head.anchor_factor)
        self.distance, self.label = head.distance, head.label
        self.near, self.far = Neighbours(head.near), Neighbours(head.far)

    def forward(self, states: Tensor, anchors: Tensor) -> Tensor:
        word, factor = halves(self.word(states))
        anchor, anchor_factor = halves(self.anchor(states.index_select(0, anchors))[:, None])
        places = torch.arange(states.shape[0])
        apart = (places[None] - anchors[:, None]).clamp(-DISTANCE, DISTANCE) + DISTANCE
        mixed = torch.relu(word + (self.distance(apart) + anchor) + factor * anchor_factor)
        mixed = mixed + torch.relu(self.near(mixed))
        mixed = mixed + torch.relu(self.far(mixed))
        logits: Tensor = self.label(mixed)
        return logits


class Neighbours(nn.Module):
    """A convolution of three over the words of (K, W, channels), as one product with the three side by side."""

    def __init__(self, convolution: nn.Conv1d) -> None:
        super().__init__()
        self.apart = convolution.dilation[0]
        weight, bias = convolution.weight, convolution.bias
        assert bias is not None and weight.shape[2] == 3
        self.mix = linear(weight.transpose(1, 2).flatten(1), bias)

    def forward(self, x: Tensor) -> Tensor:
        padded = functional.pad(x, (0, 0, self.apart, self.apart))
        before, after = padded[:, : -2 * self.apart], padded[:, 2 * self.apart :]
        mixed: Tensor = self.mix(torch.cat([before, x, after], 2))
        return mixed


class RelationGraph(nn.Module):
    """The relations of one paragraph: states (W, hidden), heads (W) -> logits (W, relations)."""

    def __init__(self, tree: TreeHead) -> None:
        super().__init__()
        self.word = side_by_side(tree.word, tree.word_factor)
        self.above = side_by_side(tree.above, tree.above_factor)
        self.distance, self.label = tree.distance, tree.label

    def forward(self, states: Tensor, heads: Tensor) -> Tensor:
        word, factor = halves(self.word(states))
        above, above_factor = halves(self.above(states.index_select(0, heads)))
        apart = (heads - torch.arange(heads.shape[0])).clamp(-DISTANCE, DISTANCE) + DISTANCE
        mixed = word + (self.distance(apart) + above) + factor * above_factor
        logits: Tensor = self.label(torch.relu(mixed))
        return logits


class NamesGraph(nn.Module):
    """The second look at names for one paragraph: states (W, hidden), scores (W, labels), hints (W, HINTS) -> scores
    (W, labels)."""

    def __init__(self, head: NamesHead) -> None:
        super().__init__()
        self.head = head
        self.near, self.far = Neighbours(head.near), Neighbours(head.far)

    def forward(self, states: Tensor, scores: Tensor, hints: Tensor) -> Tensor:
        head = self.head
        said = scores.log_softmax(-1).clamp(min=FLOOR)
        mixed = torch.relu(head.word(states) + head.hint(hints) + head.said(said))[None]
        mixed = mixed + torch.relu(self.near(mixed))
        mixed = mixed + torch.relu(self.far(mixed))
        more: Tensor = head.label(mixed[0])
        return scores + more


def halves(x: Tensor) -> tuple[Tensor, ...]:
    """The outputs of two layers that stand side by side (`chunk` would make a graph that measures them each time)."""
    return torch.split(x, x.shape[-1] // 2, -1)


def side_by_side(*layers: nn.Linear) -> nn.Linear:
    """Layers of the same input as one, their outputs one after the other."""
    weights: list[Tensor] = [one.weight for one in layers]
    biases: list[Tensor] = [torch.zeros(one.out_features) if one.bias is None else one.bias for one in layers]
    return linear(torch.cat(weights), torch.cat(biases))


def linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0])
    with torch.no_grad():
        made.weight.copy_(weight)
        made.bias.copy_(bias)
    return made
