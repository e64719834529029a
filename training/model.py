"""The tagger: MiniLM as the encoder, one linear head a token label, and frame heads that look at one cue or predicate.

The encoder runs once over a paragraph. A frame head asks, for a word t and an anchor a (a cue or a predicate), which
label t has with regard to a: relu(W t + V a + distance + (A t)(B a)) of 128 dimensions, two convolutions over the
neighbours, then a linear layer. The tree head scores every word as the head of every other (Dozat and Manning 2017).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.tagger.network.hints import HINTS
from onrecord.tagger.network.inventory import FRAME_HEADS, RELATIONS, SHAPES, TOKEN_HEADS

DISTANCE = 48
"""Distances from the anchor are told apart up to so many words."""
FLOOR = -12.0
"""Below this, all logarithms of probabilities are as unlikely to the names head."""


@dataclass(frozen=True, slots=True)
class Sizes:
    layers: int = 6
    hidden: int = 384
    inner: int = 1536
    heads: int = 12
    vocabulary: int = 30522
    positions: int = 512
    frame: int = 128
    dropout: float = 0.1

    def as_dict(self) -> dict[str, int | float]:
        return asdict(self)


class Layer(nn.Module):
    """A transformer layer as in BERT (normalised after each block), query, key and value in one matrix."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads, self.dropout = sizes.heads, sizes.dropout
        self.qkv = nn.Linear(sizes.hidden, 3 * sizes.hidden)
        self.out = nn.Linear(sizes.hidden, sizes.hidden)
        self.norm_attention = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.up = nn.Linear(sizes.hidden, sizes.inner)
        self.down = nn.Linear(sizes.inner, sizes.hidden)
        self.norm = nn.LayerNorm(sizes.hidden, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, hidden = x.shape
        qkv = self.qkv(x).view(batch, length, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], attn_mask=mask)
        seen = self.out(seen.transpose(1, 2).reshape(batch, length, hidden))
        x = self.norm_attention(x + functional.dropout(seen, self.dropout, self.training))
        more = self.down(functional.gelu(self.up(x)))
        return self.norm(x + functional.dropout(more, self.dropout, self.training))


class Encoder(nn.Module):
    """Word pieces to states. The shape of the word is added to its pieces, and once more to the last states."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.dropout = sizes.dropout
        self.words = nn.Embedding(sizes.vocabulary, sizes.hidden)
        self.positions = nn.Embedding(sizes.positions, sizes.hidden)
        self.shapes = nn.Embedding(len(SHAPES), sizes.hidden)
        self.shapes_last = nn.Embedding(len(SHAPES), sizes.hidden)
        self.norm = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.shapes_last.weight)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        x = self.words(ids) + self.shapes(shapes) + self.positions.weight[: ids.shape[1]]
        x = functional.dropout(self.norm(x), self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return x + self.shapes_last(shapes)


class FrameHead(nn.Module):
    """Labels of all words with regard to each anchor: states of one paragraph a row, one anchor a row."""

    def __init__(self, sizes: Sizes, labels: int) -> None:
        super().__init__()
        self.word = nn.Linear(sizes.hidden, sizes.frame)
        self.anchor = nn.Linear(sizes.hidden, sizes.frame)
        self.word_factor = nn.Linear(sizes.hidden, sizes.frame, bias=False)
        self.anchor_factor = nn.Linear(sizes.hidden, sizes.frame, bias=False)
        self.distance = nn.Embedding(2 * DISTANCE + 1, sizes.frame)
        self.near = nn.Conv1d(sizes.frame, sizes.frame, 3, padding=1)
        self.far = nn.Conv1d(sizes.frame, sizes.frame, 3, padding=3, dilation=3)
        self.label = nn.Linear(sizes.frame, labels)
        nn.init.normal_(self.distance.weight, std=0.02)

    def projections(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """What every word says for itself, the same for all anchors."""
        return self.word(states), self.word_factor(states)

    def forward(self, word: Tensor, factor: Tensor, anchor_states: Tensor, anchors: Tensor) -> Tensor:
        """`word`, `factor` (K or 1, W, frame), `anchor_states` (K, hidden), `anchors` (K) -> logits (K, W, labels)."""
        places = torch.arange(word.shape[1], device=word.device)
        apart = (places[None, :] - anchors[:, None]).clamp(-DISTANCE, DISTANCE) + DISTANCE
        mixed = word + self.anchor(anchor_states)[:, None] + self.distance(apart)
        mixed = mixed + factor * self.anchor_factor(anchor_states)[:, None]
        mixed = torch.relu(mixed).transpose(1, 2)
        mixed = mixed + torch.relu(self.near(mixed))
        mixed = mixed + torch.relu(self.far(mixed))
        return self.label(mixed.transpose(1, 2))


class TreeHead(nn.Module):
    """Heads and relations of the words of one or more paragraphs: states (B, W, hidden)."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.dependent = nn.Linear(sizes.hidden, sizes.frame)
        self.head = nn.Linear(sizes.hidden, sizes.frame)
        self.between = nn.Linear(sizes.frame, sizes.frame, bias=False)
        self.any_head = nn.Linear(sizes.frame, 1, bias=False)
        self.apart = nn.Embedding(2 * DISTANCE + 1, 1)
        self.word = nn.Linear(sizes.hidden, sizes.frame)
        self.above = nn.Linear(sizes.hidden, sizes.frame)
        self.word_factor = nn.Linear(sizes.hidden, sizes.frame, bias=False)
        self.above_factor = nn.Linear(sizes.hidden, sizes.frame, bias=False)
        self.distance = nn.Embedding(2 * DISTANCE + 1, sizes.frame)
        self.label = nn.Linear(sizes.frame, len(RELATIONS))
        nn.init.zeros_(self.apart.weight)
        nn.init.normal_(self.distance.weight, std=0.02)

    def arcs(self, states: Tensor) -> Tensor:
        """How well word h is the head of word d: (B, W d, W h). A word that is its own head is a root."""
        heads = torch.relu(self.head(states))
        scores = self.between(torch.relu(self.dependent(states))) @ heads.transpose(1, 2)
        apart = self.apart(distances(states.shape[1], states.device))[:, :, 0]
        return scores + self.any_head(heads).transpose(1, 2) + apart

    def relations(self, states: Tensor, heads: Tensor) -> Tensor:
        """Logits (B, W, relations) of the words, their heads (B, W) given."""
        above = states.gather(1, heads[:, :, None].expand(-1, -1, states.shape[2]))
        places = torch.arange(states.shape[1], device=states.device)
        mixed = self.word(states) + self.above(above) + self.word_factor(states) * self.above_factor(above)
        apart = (heads - places).clamp(-DISTANCE, DISTANCE) + DISTANCE
        return self.label(torch.relu(mixed + self.distance(apart)))


def distances(words: int, device: torch.device) -> Tensor:
    """How far apart two words are, cut off, as numbers from 0: (W, W)."""
    places = torch.arange(words, device=device)
    return (places[None, :] - places[:, None]).clamp(-DISTANCE, DISTANCE) + DISTANCE


class NamesHead(nn.Module):
    """The second look at names: what the encoder says of them, its states, and hints of the tables, over the words of
    one or more paragraphs. Fresh weights leave the scores as they are."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        labels = len(TOKEN_HEADS["name"])
        self.word = nn.Linear(sizes.hidden, sizes.frame)
        self.hint = nn.Linear(len(HINTS), sizes.frame)
        self.said = nn.Linear(labels, sizes.frame)
        self.near = nn.Conv1d(sizes.frame, sizes.frame, 3, padding=1)
        self.far = nn.Conv1d(sizes.frame, sizes.frame, 3, padding=2, dilation=2)
        self.label = nn.Linear(sizes.frame, labels)
        self.drop = nn.Dropout(2 * sizes.dropout)
        nn.init.zeros_(self.label.weight)
        nn.init.zeros_(self.label.bias)

    def forward(self, states: Tensor, scores: Tensor, hints: Tensor) -> Tensor:
        """`states` (B, W, hidden), `scores` (B, W, labels of names), `hints` (B, W, HINTS) -> scores (B, W, labels)."""
        said = scores.log_softmax(-1).clamp(min=FLOOR)
        mixed = torch.relu(self.word(self.drop(states)) + self.hint(hints) + self.said(said)).transpose(1, 2)
        mixed = mixed + torch.relu(self.near(self.drop(mixed)))
        mixed = mixed + torch.relu(self.far(self.drop(mixed)))
        more: Tensor = self.label(self.drop(mixed.transpose(1, 2)))
        return scores + more


class Tagger(nn.Module):
    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes)
        self.tokens = nn.Linear(sizes.hidden, sum(len(labels) for labels in TOKEN_HEADS.values()))
        self.frames = nn.ModuleDict({head: FrameHead(sizes, len(labels)) for head, labels in FRAME_HEADS.items()})
        self.tree = TreeHead(sizes)

    def states(self, ids: Tensor, shapes: Tensor, mask: Tensor | None, starts: Tensor) -> Tensor:
        """The state of the first piece of each word: (batch, words, hidden)."""
        pieces = self.encoder(ids, shapes, mask)
        return pieces.gather(1, starts[:, :, None].expand(-1, -1, pieces.shape[2]))

    def token_logits(self, states: Tensor) -> dict[str, Tensor]:
        return dict(
            zip(TOKEN_HEADS, self.tokens(states).split([len(v) for v in TOKEN_HEADS.values()], dim=-1), strict=True)
        )

    def frame_logits(self, head: str, states: Tensor, rows: Tensor, anchors: Tensor) -> Tensor:
        """Logits (K, W, labels) for the anchors, each in its row of the batch."""
        frame = self.frames[head]
        word, factor = frame.projections(states)
        return frame(word[rows], factor[rows], states[rows, anchors], anchors)


def base(folder: Path, sizes: Sizes) -> Tagger:
    """A tagger on the weights of a BERT-like encoder; with fewer layers it takes every so many-th one from the top."""
    tagger = Tagger(sizes)
    found = load_file(str(folder / "model.safetensors"))
    found = {name.removeprefix("bert."): value for name, value in found.items()}
    encoder = tagger.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(found["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(
            found["embeddings.position_embeddings.weight"] + found["embeddings.token_type_embeddings.weight"][0]
        )
        copy(encoder.norm, found, "embeddings.LayerNorm")
        for number, layer in zip(chosen(sizes.layers), encoder.layers, strict=True):
            copy_layer(layer, found, f"encoder.layer.{number}.")
    return tagger


def chosen(layers: int, of: int = 6) -> list[int]:
    """The layers of the base to start from: all, or spread evenly with the last among them."""
    return [round((i + 1) * of / layers) - 1 for i in range(layers)]


def thinned(state: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """The weights of a tagger with so many layers, spread evenly over those that there are."""
    prefix = "encoder.layers."
    there = 1 + max(int(name.removeprefix(prefix).split(".")[0]) for name in state if name.startswith(prefix))
    kept = {name: value for name, value in state.items() if not name.startswith(prefix)}
    for number, old in enumerate(chosen(layers, there)):
        here = f"{prefix}{old}."
        kept |= {f"{prefix}{number}.{n.removeprefix(here)}": v for n, v in state.items() if n.startswith(here)}
    return kept


def copy(module: nn.Module, found: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(found[f"{name}.weight"])
    module.bias.copy_(found[f"{name}.bias"])


def copy_layer(layer: nn.Module, found: dict[str, Tensor], at: str) -> None:
    for kind in ("weight", "bias"):
        parts = [found[f"{at}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
        getattr(layer.qkv, kind).copy_(torch.cat(parts))
    copy(layer.out, found, f"{at}attention.output.dense")
    copy(layer.norm_attention, found, f"{at}attention.output.LayerNorm")
    copy(layer.up, found, f"{at}intermediate.dense")
    copy(layer.down, found, f"{at}output.dense")
    copy(layer.norm, found, f"{at}output.LayerNorm")
