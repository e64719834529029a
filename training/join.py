"""The graph of frames: three parts in one file, each of which runs only where something is asked of it.

onnxruntime runs a whole graph, whichever of its outputs are wanted. So each part stands in a branch that is taken if
the input that it is about has words; else its output is empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnx.compose import add_prefix


@dataclass(frozen=True, slots=True)
class Part:
    """The output that a part gives, the input that it is asked about (beside the states), and its graph."""

    name: str
    asked: str
    model: onnx.ModelProto

    @property
    def shape(self) -> list[str | int]:
        """The dimensions of the output: names, and the number of labels."""
        sizes = self.model.graph.output[0].type.tensor_type.shape.dim
        return [size.dim_value or size.dim_param for size in sizes]


def join(parts: Sequence[Part]) -> onnx.ModelProto:
    """The parts as one graph."""
    inputs = {given.name: given for part in parts for given in part.model.graph.input}
    outputs = [helper.make_tensor_value_info(part.name, TensorProto.FLOAT, part.shape) for part in parts]
    nodes = [node for part in parts for node in branched(part)]
    graph = helper.make_graph(nodes, "frames", list(inputs.values()), outputs)
    first = parts[0].model
    return helper.make_model(graph, opset_imports=first.opset_import, ir_version=first.ir_version)


def branched(part: Part) -> Iterator[onnx.NodeProto]:
    """The part, if it is asked about anything."""
    count, some = f"{part.name}/count", f"{part.name}/some"
    yield helper.make_node("Size", [part.asked], [count])
    yield helper.make_node("Cast", [count], [some], to=TensorProto.BOOL)
    yield helper.make_node("If", [some], [part.name], then_branch=within(part), else_branch=nothing(part))


def within(part: Part) -> onnx.GraphProto:
    """The graph of the part without inputs of its own: it sees those of the whole."""
    graph = add_prefix(part.model, f"{part.name}/", rename_inputs=False).graph
    del graph.input[:]
    return graph


def nothing(part: Part) -> onnx.GraphProto:
    """An empty output."""
    sizes = [size if isinstance(size, int) else 0 for size in part.shape]
    empty = numpy_helper.from_array(np.zeros(sizes, dtype=np.float32))
    told = helper.make_tensor_value_info(f"{part.name}/none", TensorProto.FLOAT, sizes)
    return helper.make_graph(
        [helper.make_node("Constant", [], [told.name], value=empty)], f"no {part.name}", [], [told]
    )
