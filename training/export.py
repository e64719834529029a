"""Export a run: `python -m training.export DATA RUN OUT --base FOLDER`.

OUT gets encoder.onnx (word pieces to states, the logits of all token heads and the scores of heads; int8), frames.onnx
(states and anchors to attributions, arguments, relations), names.onnx (the second look at names, which changes nothing
until `training.names` has made it), tokenizer.json, labels.json (what the weights can say and their checksums), and
scores.json: development scores of the weights in fp32 and in int8, sizes and speed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import time
from pathlib import Path

import msgspec
import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.tagger.network import weights
from onrecord.tagger.network.decode import Paths, Scores
from onrecord.tagger.network.hints import HINTS, hints
from onrecord.tagger.network.inventory import FRAME_HEADS, RELATIONS, SHAPES, TOKEN_HEADS
from onrecord.tagger.network.naming import named
from onrecord.tagger.network.pieces import Pieces
from onrecord.tagger.network.trees import heads
from training import corpora
from training.encode import Example, encode
from training.evaluate import Reader, TorchReader, evaluate, read_frames
from training.graphs import EncoderGraph, FrameGraph, NamesGraph, RelationGraph
from training.join import Part, join
from training.model import NamesHead, Sizes, Tagger

OPSET = 17
PARTS = {"attribution": "cues", "argument": "predicates", "relation": "heads"}
"""The outputs of frames.onnx, and the input that each is about."""
SPEED_WORDS = 50
SPEED_PARAGRAPHS = 200


def write_graphs(tagger: Tagger, out: Path) -> None:
    """The encoder and each part of the frames in fp32."""
    pieces, words = torch.ones(1, 9, dtype=torch.int64), torch.arange(1, 6)
    torch.onnx.export(
        EncoderGraph(tagger).eval(),
        (pieces, pieces, words),
        str(out / "encoder.fp32.onnx"),
        input_names=["ids", "shapes", "starts"],
        output_names=["states", "logits", "arcs"],
        dynamic_axes={"ids": {1: "pieces"}, "shapes": {1: "pieces"}, "starts": {0: "words"}},
        opset_version=OPSET,
        dynamo=False,
    )
    states, some = torch.zeros(5, tagger.sizes.hidden), torch.zeros(5, dtype=torch.int64)
    for name, asked in PARTS.items():
        torch.onnx.export(
            RelationGraph(tagger.tree) if name == "relation" else FrameGraph(tagger.frames[name]),
            (states, some),
            str(out / f"{name}.fp32.onnx"),
            input_names=["states", asked],
            output_names=[name],
            dynamic_axes={"states": {0: "words"}, asked: {0: asked}},
            opset_version=OPSET,
            dynamo=False,
        )


def quantise(out: Path, reduce_range: bool) -> None:
    """The products and the embeddings of the encoder in int8, per channel, and the products of the parts of the frames,
    which become one file."""
    products = ["MatMul", "Gemm"]
    for name, kinds in {"encoder": [*products, "Gather"], **dict.fromkeys(PARTS, products)}.items():
        quantize_dynamic(
            out / f"{name}.fp32.onnx",
            out / f"{name}.onnx",
            per_channel=True,
            reduce_range=reduce_range,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=kinds,
        )
    onnx.save(
        join([Part(name, asked, onnx.load(out / f"{name}.onnx")) for name, asked in PARTS.items()]), out / "frames.onnx"
    )
    for name in PARTS:
        (out / f"{name}.onnx").unlink()


def write_names(head: NamesHead, out: Path) -> None:
    """The second look at names, in fp32: it is small."""
    labels = len(TOKEN_HEADS["name"])
    torch.onnx.export(
        NamesGraph(head).eval(),
        (torch.zeros(5, Sizes().hidden), torch.zeros(5, labels), torch.zeros(5, len(HINTS))),
        str(out / weights.NAMES),
        input_names=["states", "scores", "hints"],
        output_names=["names"],
        dynamic_axes={name: {0: "words"} for name in ("states", "scores", "hints", "names")},
        opset_version=OPSET,
        dynamo=False,
    )


def name_hints(example: Example) -> Scores:
    """What the tables say of the words of a paragraph; where no sentences are known, it is one."""
    return hints([word.text for word in example.paragraph.words], example.paragraph.sentences or (0,))


class OnnxReader:
    """The exported graphs, one thread, one paragraph a call, as they run in the package."""

    def __init__(self, out: Path) -> None:
        self._weights = weights.load(out)
        self.states = self._arcs = self.first_names = np.zeros((0, 0), dtype=np.float32)
        self._cuts = np.cumsum([len(labels) for labels in TOKEN_HEADS.values()])[:-1]

    def tokens(self, example: Example) -> dict[str, Scores]:
        given = {"ids": example.ids[None], "shapes": example.shapes[None], "starts": example.starts}
        self.states, logits, self._arcs = self._weights.encoder.run(["states", "logits", "arcs"], given)
        found = dict(zip(TOKEN_HEADS, np.split(logits, self._cuts, axis=1), strict=True))
        self.first_names = found["name"]
        asked = {"states": self.states, "scores": self.first_names, "hints": name_hints(example)}
        return found | {"name": self._weights.names.run(["names"], asked)[0]}

    def frames(self, head: str, anchors: list[int]) -> Scores:
        return self._about(head, **{"cues" if head == "attribution" else "predicates": anchors})

    def arcs(self) -> Scores:
        return self._arcs

    def relations(self, heads: Paths) -> Scores:
        return self._about("relation", heads=heads.tolist())

    def _about(self, head: str, **asked: list[int]) -> Scores:
        given = {name: np.array(asked.get(name, ()), dtype=np.int64) for name in ("cues", "predicates", "heads")}
        found: Scores = self._weights.frames.run([head], {"states": self.states} | given)[0]
        return found


def speed(reader: Reader, examples: list[Example]) -> float:
    """Paragraphs of about 50 words a second with all heads, decoding included, on one thread."""
    near = sorted(examples, key=lambda e: abs(len(e.starts) - SPEED_WORDS))[:SPEED_PARAGRAPHS]
    started = time.process_time()
    for example in near:
        logits = reader.tokens(example)
        named(logits["name"], [word.text for word in example.paragraph.words], example.paragraph.sentences)
        read_frames(reader, "attribution", [int(i) for i in np.flatnonzero(logits["cue"].argmax(-1) == 1)])
        read_frames(reader, "argument", [int(i) for i in np.flatnonzero(logits["predicate"].argmax(-1) == 1)])
        reader.relations(heads(reader.arcs()))
    return len(near) / (time.process_time() - started)


def describe(out: Path, name: str) -> None:
    """labels.json: what the weights can say, and their checksums."""
    digests = {f: hashlib.sha256((out / f).read_bytes()).hexdigest() for f in weights.FILES}
    card = weights.Card(name, TOKEN_HEADS, FRAME_HEADS, RELATIONS, SHAPES, HINTS, digests)
    (out / weights.CARD).write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=1))


def load(run: Path) -> tuple[Tagger, dict[str, object]]:
    """The best weights of a run and its facts."""
    facts = json.loads((run / "run.json").read_text(encoding="utf-8"))
    tagger = Tagger(Sizes(layers=facts["settings"]["layers"]))
    tagger.load_state_dict(torch.load(run / "best.pt", weights_only=True)["tagger"])
    return tagger.eval(), facts


def export(data: Path, run: Path, out: Path, base: Path, *, name: str, reduce_range: bool, fast: bool) -> None:
    out.mkdir(parents=True, exist_ok=True)
    tagger, facts = load(run)
    write_graphs(tagger, out)
    quantise(out, reduce_range)
    write_names(NamesHead(tagger.sizes), out)
    shutil.copy(base / "tokenizer.json", out / "tokenizer.json")
    describe(out, name)
    pieces = Pieces(base / "tokenizer.json")
    names = list(facts["settings"]["corpora"])  # type: ignore[index]
    dev = [e for p in corpora.read(data, names, "dev") if (e := encode(p, pieces)) is not None]
    if fast:
        dev = dev[::10]
    reader = OnnxReader(out)
    scores = {
        "fp32": evaluate(TorchReader(tagger), dev),
        "int8": evaluate(reader, dev),
        "paragraphs_a_second": round(speed(reader, dev), 1),
        "bytes": {f: (out / f).stat().st_size for f in weights.FILES},
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
    parser.add_argument("--name", default="minilm-2", help="the name of the model in readings")
    parser.add_argument("--reduce-range", action="store_true", help="seven bits, for processors without VNNI")
    parser.add_argument("--fast", action="store_true", help="a tenth of the development paragraphs")
    given = parser.parse_args()
    torch.set_num_threads(1)
    export(
        given.data, given.run, given.out, given.base, name=given.name, reduce_range=given.reduce_range, fast=given.fast
    )


if __name__ == "__main__":
    main()
