"""Weights: the files of the network, checked and opened."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import TaggerError
from onrecord.tagger.network.hints import HINTS
from onrecord.tagger.network.inventory import FRAME_HEADS, RELATIONS, SHAPES, TOKEN_HEADS
from onrecord.tagger.network.pieces import Pieces

CARD = "labels.json"
FILES = ENCODER, FRAMES, NAMES, VOCABULARY = "encoder.onnx", "frames.onnx", "names.onnx", "tokenizer.json"
_SLOWER = ["SkipLayerNormFusion"]
"""What onnxruntime would do to a graph and better leaves: an addition and a normalisation take a third of the time of
the two as one."""


class Card(msgspec.Struct, frozen=True):
    """What the weights were trained to say, and the SHA-256 of each of their files."""

    name: str
    token_heads: dict[str, tuple[str, ...]]
    frame_heads: dict[str, tuple[str, ...]]
    relations: tuple[str, ...]
    shapes: tuple[str, ...]
    hints: tuple[str, ...]
    sha256: dict[str, str]


class Weights(msgspec.Struct, frozen=True):
    """The opened files: sessions of onnxruntime on one thread, and the vocabulary.

    `encoder` takes ids and shapes (1, pieces) and starts (words) and gives states (words, hidden), logits (words, all
    token labels) and arcs (words, words). `frames` takes states, cues, predicates and heads (words) and gives
    attribution and argument (anchors, words, labels) and relation (words, relations). `names` takes states, scores
    (words, labels of names) and hints (words, HINTS) and gives names (words, labels of names).
    """

    name: str
    encoder: Any
    frames: Any
    names: Any
    pieces: Pieces


def load(folder: Path) -> Weights:
    """The weights in a folder. Raises TaggerError where a file is missing, damaged or made for another version."""
    card = _card(folder)
    for name, digest in card.sha256.items():
        if hashlib.sha256(_bytes(folder / name)).hexdigest() != digest:
            raise TaggerError(folder / name, "damaged: its checksum differs")
    encoder, frames, names = (_session(folder / name) for name in (ENCODER, FRAMES, NAMES))
    return Weights(card.name, encoder, frames, names, _pieces(folder / VOCABULARY))


def _card(folder: Path) -> Card:
    path = folder / CARD
    try:
        card = msgspec.json.decode(_bytes(path), type=Card)
    except msgspec.MsgspecError as problem:
        raise TaggerError(path, f"damaged: {problem}") from problem
    expected = (TOKEN_HEADS, FRAME_HEADS, RELATIONS, SHAPES, HINTS)
    if (card.token_heads, card.frame_heads, card.relations, card.shapes, card.hints) != expected:
        raise TaggerError(path, "made for another version of onrecord")
    return card


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise TaggerError(path, problem.strerror or "cannot be read") from problem


def _session(path: Path) -> Any:
    """One thread, so that a worker takes one core and the order of additions, hence every label, stays the same."""
    import onnxruntime  # 0.3 s, which `onrecord --help` need not pay

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        providers = ["CPUExecutionProvider"]
        return onnxruntime.InferenceSession(_bytes(path), options, providers, disabled_optimizers=_SLOWER)
    except Exception as problem:  # onnxruntime has no base class for its errors
        raise TaggerError(path, f"cannot be opened: {str(problem).splitlines()[0]}") from problem


def _pieces(path: Path) -> Pieces:
    try:
        return Pieces(path)
    except Exception as problem:  # `tokenizers` raises plain exceptions
        raise TaggerError(path, f"cannot be opened: {problem}") from problem
