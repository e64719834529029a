"""Export a run: `python -m training.export DATA RUN OUT --base FOLDER`.

OUT gets encoder.onnx (word pieces to states and the logits of all token heads), frames.onnx (states and anchors to the
logits of attributions and arguments), each in int8, tokenizer.json, labels.json (the vocabularies and how to read the
outputs), and scores.json: development scores of the weights in fp32 and in int8, sizes and speed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import time
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training import corpora
from training.decode import Scores
from training.encode import MAX_PIECES, WORD_PIECES, Example, Pieces, encode
from training.evaluate import Reader, TorchReader, evaluate, read_frames
from training.inventory import FRAME_HEADS, SHAPES, TOKEN_HEADS
from training.model import DISTANCE, FrameHead, Sizes, Tagger

OPSET = 17
SPEED_WORDS = 50
SPEED_PARAGRAPHS = 200


class EncoderGraph(nn.Module):
    """One paragraph: ids and shapes (1, P), starts (W) -> states (W, hidden), token logits (W, all labels)."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.encoder, self.tokens = tagger.encoder, tagger.tokens

    def forward(self, ids: Tensor, shapes: Tensor, starts: Tensor) -> tuple[Tensor, Tensor]:
        states = self.encoder(ids, shapes, None)[0].index_select(0, starts)
        return states, self.tokens(states)


class FramesGraph(nn.Module):
    """States (W, hidden) and the words of cues and of predicates -> logits (cues, W, L), (predicates, W, L)."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.attribution = tagger.frames["attribution"]
        self.argument = tagger.frames["argument"]

    def forward(self, states: Tensor, cues: Tensor, predicates: Tensor) -> tuple[Tensor, Tensor]:
        return labelled(self.attribution, states, cues), labelled(self.argument, states, predicates)


def labelled(head: FrameHead, states: Tensor, anchors: Tensor) -> Tensor:
    word, factor = head.projections(states)
    logits: Tensor = head(word[None], factor[None], states.index_select(0, anchors), anchors)
    return logits


def write_graphs(tagger: Tagger, out: Path) -> None:
    """The two graphs in fp32."""
    pieces, words = torch.ones(1, 9, dtype=torch.int64), torch.arange(1, 6)
    torch.onnx.export(
        EncoderGraph(tagger).eval(),
        (pieces, pieces, words),
        str(out / "encoder.fp32.onnx"),
        input_names=["ids", "shapes", "starts"],
        output_names=["states", "logits"],
        dynamic_axes={"ids": {1: "pieces"}, "shapes": {1: "pieces"}, "starts": {0: "words"}},
        opset_version=OPSET,
        dynamo=False,
    )
    torch.onnx.export(
        FramesGraph(tagger).eval(),
        (torch.zeros(5, tagger.sizes.hidden), torch.arange(2), torch.arange(3)),
        str(out / "frames.fp32.onnx"),
        input_names=["states", "cues", "predicates"],
        output_names=["attribution", "argument"],
        dynamic_axes={"states": {0: "words"}, "cues": {0: "cues"}, "predicates": {0: "predicates"}},
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(out: Path, reduce_range: bool) -> None:
    """Weights as int8: the encoder per channel, the embeddings with it; `frames` keeps its small matrices exact."""
    quantize_dynamic(
        out / "encoder.fp32.onnx",
        out / "encoder.onnx",
        per_channel=True,
        reduce_range=reduce_range,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )
    shutil.copy(out / "frames.fp32.onnx", out / "frames.onnx")


class OnnxReader:
    """The exported graphs, one thread, one paragraph a call, as they run in the package."""

    def __init__(self, out: Path, encoder: str = "encoder.onnx", frames: str = "frames.onnx") -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._encoder = onnxruntime.InferenceSession(str(out / encoder), options, ["CPUExecutionProvider"])
        self._frames = onnxruntime.InferenceSession(str(out / frames), options, ["CPUExecutionProvider"])
        self._states = np.zeros((0, 0), dtype=np.float32)
        self._cuts = np.cumsum([len(labels) for labels in TOKEN_HEADS.values()])[:-1]

    def tokens(self, example: Example) -> dict[str, Scores]:
        given = {"ids": example.ids[None], "shapes": example.shapes[None], "starts": example.starts}
        self._states, logits = self._encoder.run(None, given)
        return dict(zip(TOKEN_HEADS, np.split(logits, self._cuts, axis=1), strict=True))

    def frames(self, head: str, anchors: list[int]) -> Scores:
        none, some = np.zeros(0, dtype=np.int64), np.array(anchors, dtype=np.int64)
        cues, predicates = (some, none) if head == "attribution" else (none, some)
        found: Scores = self._frames.run([head], {"states": self._states, "cues": cues, "predicates": predicates})[0]
        return found


def speed(reader: Reader, examples: list[Example]) -> float:
    """Paragraphs of about 50 words a second with all heads, decoding included, on one thread."""
    near = sorted(examples, key=lambda e: abs(len(e.starts) - SPEED_WORDS))[:SPEED_PARAGRAPHS]
    started = time.perf_counter()
    for example in near:
        logits = reader.tokens(example)
        read_frames(reader, "attribution", [int(i) for i in np.flatnonzero(logits["cue"].argmax(-1) == 1)])
        read_frames(reader, "argument", [int(i) for i in np.flatnonzero(logits["predicate"].argmax(-1) == 1)])
    return len(near) / (time.perf_counter() - started)


def describe(out: Path, types: list[str]) -> None:
    """labels.json: all that a reader of the graphs must know."""
    at, heads = 0, {}
    for head, labels in TOKEN_HEADS.items():
        heads[head] = {"first": at, "labels": labels}
        at += len(labels)
    facts = {
        "token_heads": heads,
        "frame_heads": FRAME_HEADS,
        "name_types": types,
        "shapes": SHAPES,
        "max_pieces": MAX_PIECES,
        "word_pieces": WORD_PIECES,
        "distance": DISTANCE,
        "sha256": {f: hashlib.sha256((out / f).read_bytes()).hexdigest() for f in ("encoder.onnx", "frames.onnx")},
    }
    (out / "labels.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")


def load(run: Path) -> tuple[Tagger, dict[str, object]]:
    """The best weights of a run and its facts."""
    facts = json.loads((run / "run.json").read_text(encoding="utf-8"))
    tagger = Tagger(Sizes(layers=facts["settings"]["layers"]))
    tagger.load_state_dict(torch.load(run / "best.pt", weights_only=True)["tagger"])
    return tagger.eval(), facts


def export(data: Path, run: Path, out: Path, base: Path, *, reduce_range: bool, fast: bool) -> None:
    out.mkdir(parents=True, exist_ok=True)
    tagger, facts = load(run)
    write_graphs(tagger, out)
    quantise(out, reduce_range)
    shutil.copy(base / "tokenizer.json", out / "tokenizer.json")
    describe(out, list(facts["types"]))  # type: ignore[call-overload]
    pieces = Pieces(base / "tokenizer.json")
    names = list(facts["settings"]["corpora"])  # type: ignore[index]
    dev = [e for p in corpora.read(data, names, "dev") if (e := encode(p, pieces)) is not None]
    if fast:
        dev = dev[::10]
    reader = OnnxReader(out)
    scores = {
        "fp32": evaluate(TorchReader(tagger), dev) if fast else facts["dev"],
        "int8": evaluate(reader, dev),
        "paragraphs_a_second": round(speed(reader, dev), 1),
        "bytes": {f: (out / f).stat().st_size for f in ("encoder.onnx", "frames.onnx", "tokenizer.json")},
        "reduce_range": reduce_range,
        "run": facts,
    }
    (out / "scores.json").write_text(json.dumps(scores, indent=1), encoding="utf-8")
    print(json.dumps(scores, indent=1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "run", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--reduce-range", action="store_true", help="seven bits, for processors without VNNI")
    parser.add_argument("--fast", action="store_true", help="a tenth of the development paragraphs")
    given = parser.parse_args()
    torch.set_num_threads(1)
    export(given.data, given.run, given.out, given.base, reduce_range=given.reduce_range, fast=given.fast)


if __name__ == "__main__":
    main()
