"""A tiny network with random weights, made for the tests: the same shapes as the real one, and no meaning."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from onrecord.tagger.network import weights
from onrecord.tagger.network.hints import HINTS
from onrecord.tagger.network.inventory import FRAME_HEADS, RELATIONS, SHAPES, TOKEN_HEADS

_HIDDEN = 8
_WORDS = "the a envoy army said met on in monday tuesday it he she not . , river talks".split()
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.-'"
_INT, _FLOAT = TensorProto.INT64, TensorProto.FLOAT


def write(folder: Path, *, seed: int = 0) -> Path:
    """Write the files of a tiny network into a folder."""
    random = np.random.default_rng(seed)
    vocabulary = _vocabulary(folder / weights.VOCABULARY)
    onnx.save(_encoder(random, vocabulary), str(folder / weights.ENCODER))
    onnx.save(_frames(random), str(folder / weights.FRAMES))
    onnx.save(_names(random), str(folder / weights.NAMES))
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in weights.FILES}
    card = weights.Card("tiny", TOKEN_HEADS, FRAME_HEADS, RELATIONS, SHAPES, HINTS, digests)
    (folder / weights.CARD).write_bytes(msgspec.json.encode(card))
    return folder


def _vocabulary(path: Path) -> int:
    pieces = ["[UNK]", "[CLS]", "[SEP]", *_WORDS, *_LETTERS, *(f"##{letter}" for letter in _LETTERS)]
    numbers = {piece: i for i, piece in enumerate(dict.fromkeys(pieces))}
    tokenizer = Tokenizer(models.WordPiece(numbers, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.save(str(path))
    return len(numbers)


def _matrix(random: np.random.Generator, name: str, *shape: int) -> onnx.TensorProto:
    return numpy_helper.from_array(random.normal(size=shape).astype(np.float32), name)


def _encoder(random: np.random.Generator, vocabulary: int) -> onnx.ModelProto:
    labels = sum(len(names) for names in TOKEN_HEADS.values())
    constants = [
        _matrix(random, "words", vocabulary, _HIDDEN),
        _matrix(random, "forms", len(SHAPES), _HIDDEN),
        _matrix(random, "label", _HIDDEN, labels),
        _matrix(random, "between", _HIDDEN, _HIDDEN),
        numpy_helper.from_array(np.array([0]), "batch"),
    ]
    nodes = [
        helper.make_node("Gather", ["words", "ids"], ["piece"]),
        helper.make_node("Gather", ["forms", "shapes"], ["form"]),
        helper.make_node("Add", ["piece", "form"], ["both"]),
        helper.make_node("Squeeze", ["both", "batch"], ["pieces"]),
        helper.make_node("Gather", ["pieces", "starts"], ["states"]),
        helper.make_node("MatMul", ["states", "label"], ["logits"]),
        helper.make_node("MatMul", ["states", "between"], ["head"]),
        helper.make_node("Transpose", ["states"], ["turned"]),
        helper.make_node("MatMul", ["head", "turned"], ["arcs"]),
    ]
    given = [
        helper.make_tensor_value_info("ids", _INT, [1, "pieces"]),
        helper.make_tensor_value_info("shapes", _INT, [1, "pieces"]),
        helper.make_tensor_value_info("starts", _INT, ["words"]),
    ]
    told = [
        helper.make_tensor_value_info("states", _FLOAT, ["words", _HIDDEN]),
        helper.make_tensor_value_info("logits", _FLOAT, ["words", labels]),
        helper.make_tensor_value_info("arcs", _FLOAT, ["words", "words"]),
    ]
    return _model(nodes, given, told, constants)


def _frames(random: np.random.Generator) -> onnx.ModelProto:
    constants = [
        *(_matrix(random, f"to_{head}", _HIDDEN, len(labels)) for head, labels in FRAME_HEADS.items()),
        _matrix(random, "to_relation", _HIDDEN, len(RELATIONS)),
        numpy_helper.from_array(np.array([0]), "first"),
        numpy_helper.from_array(np.array([1]), "second"),
    ]
    nodes = [helper.make_node("Unsqueeze", ["states", "first"], ["row"])]
    for head, anchors in (("attribution", "cues"), ("argument", "predicates")):
        nodes += [
            helper.make_node("Gather", ["states", anchors], [f"{head}_anchor"]),
            helper.make_node("Unsqueeze", [f"{head}_anchor", "second"], [f"{head}_column"]),
            helper.make_node("Add", [f"{head}_column", "row"], [f"{head}_mixed"]),
            helper.make_node("MatMul", [f"{head}_mixed", f"to_{head}"], [head]),
        ]
    nodes += [
        helper.make_node("Gather", ["states", "heads"], ["above"]),
        helper.make_node("Add", ["states", "above"], ["pair"]),
        helper.make_node("MatMul", ["pair", "to_relation"], ["relation"]),
    ]
    given = [
        helper.make_tensor_value_info("states", _FLOAT, ["words", _HIDDEN]),
        *(helper.make_tensor_value_info(name, _INT, [name]) for name in ("cues", "predicates", "heads")),
    ]
    told = [
        *(
            helper.make_tensor_value_info(head, _FLOAT, [None, "words", len(labels)])
            for head, labels in FRAME_HEADS.items()
        ),
        helper.make_tensor_value_info("relation", _FLOAT, ["words", len(RELATIONS)]),
    ]
    return _model(nodes, given, told, constants)


def _names(random: np.random.Generator) -> onnx.ModelProto:
    labels = len(TOKEN_HEADS["name"])
    constants = [_matrix(random, "of_state", _HIDDEN, labels), _matrix(random, "of_hint", len(HINTS), labels)]
    nodes = [
        helper.make_node("MatMul", ["states", "of_state"], ["by_state"]),
        helper.make_node("MatMul", ["hints", "of_hint"], ["by_hint"]),
        helper.make_node("Sum", ["scores", "by_state", "by_hint"], ["names"]),
    ]
    given = [
        helper.make_tensor_value_info(name, _FLOAT, ["words", width])
        for name, width in (("states", _HIDDEN), ("scores", labels), ("hints", len(HINTS)))
    ]
    told = [helper.make_tensor_value_info("names", _FLOAT, ["words", labels])]
    return _model(nodes, given, told, constants)


def _model(
    nodes: list[onnx.NodeProto],
    given: list[onnx.ValueInfoProto],
    told: list[onnx.ValueInfoProto],
    constants: list[onnx.TensorProto],
) -> onnx.ModelProto:
    graph = helper.make_graph(nodes, "tiny", given, told, constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
