"""The network as a graph for ONNX Runtime, written out by hand: attention and its three inputs are one operation there, which an
export of the network takes apart into some twenty. A text takes a tenth less time so.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
from bron import HEADS
from net import QUESTIONS, TINY, Net
from onnx import helper, numpy_helper
from torch import Tensor

OPSET, CONTRIB = 17, "com.microsoft"
"""ONNX's own operations, and those of ONNX Runtime."""
INPUT, OUTPUT = "pieces", "odds"


class _Graph:
    """Operations and numbers, gathered in the order in which they run."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.numbers: list[onnx.TensorProto] = []

    def constant(self, name: str, numbers: Tensor | np.ndarray) -> str:
        whole = numbers.detach().numpy() if isinstance(numbers, Tensor) else numbers
        self.numbers.append(numpy_helper.from_array(np.ascontiguousarray(whole), name))
        return name

    def step(self, operation: str, inputs: Sequence[str], result: str, **settings: object) -> str:
        domain = CONTRIB if operation in ("Attention", "Gelu") else ""
        self.nodes.append(helper.make_node(operation, inputs, [result], name=result, domain=domain, **settings))
        return result

    def linear(self, x: str, name: str, weight: Tensor, bias: Tensor) -> str:
        product = self.step("MatMul", [x, self.constant(f"{name}.w", weight.T)], f"{name}.product")
        return self.step("Add", [product, self.constant(f"{name}.b", bias)], name)

    def norm(self, x: str, name: str, weight: Tensor, bias: Tensor, tiny: float) -> str:
        inputs = [x, self.constant(f"{name}.w", weight), self.constant(f"{name}.b", bias)]
        return self.step("LayerNormalization", inputs, name, axis=-1, epsilon=tiny)


def written_out(net: Net) -> onnx.ModelProto:
    """Return the graph of a net: numbers of pieces (1, length) in, log-odds (1, QUESTIONS) out."""
    graph = _Graph()
    x = _looked_up(graph, net)
    for number in range(len(net.layers)):
        x = _layer(graph, net, number, x)
    _answered(graph, net, x)
    shapes = (
        [helper.make_tensor_value_info(INPUT, onnx.TensorProto.INT64, [1, "length"])],
        [helper.make_tensor_value_info(OUTPUT, onnx.TensorProto.FLOAT, [1, QUESTIONS])],
    )
    whole = helper.make_graph(graph.nodes, "zinsmodel", *shapes, graph.numbers)
    versions = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(whole, opset_imports=versions, ir_version=9)


def _looked_up(graph: _Graph, net: Net) -> str:
    """What each piece and its place stand for; the kind of text, always the same, is added to the places beforehand."""
    words = graph.constant("word", net.word.weight)
    places = graph.constant("pos", net.pos.weight + net.kind)
    first = graph.constant("first", np.array([0]))
    length = graph.step("Shape", [INPUT], "length", start=1, end=2)
    here = graph.step("Slice", [places, first, length, first], "here")
    said = graph.step("Gather", [words, INPUT], "said")
    return graph.norm(graph.step("Add", [said, here], "placed"), "ln", net.ln.weight, net.ln.bias, TINY)


def _layer(graph: _Graph, net: Net, number: int, x: str) -> str:
    layer, name = net.layers[number], f"l{number}"
    parts = (layer.q, layer.k, layer.v)
    weights = graph.constant(
        f"{name}.qkv.w", np.concatenate([part.weight.detach().numpy().T for part in parts], axis=1)
    )
    biases = graph.constant(f"{name}.qkv.b", np.concatenate([part.bias.detach().numpy() for part in parts]))
    seen = graph.step("Attention", [x, weights, biases], f"{name}.seen", num_heads=HEADS)
    told = graph.linear(seen, f"{name}.ao", layer.ao.weight, layer.ao.bias)
    y = graph.norm(graph.step("Add", [x, told], f"{name}.with"), f"{name}.aln", layer.aln.weight, layer.aln.bias, TINY)
    inner = graph.step("Gelu", [graph.linear(y, f"{name}.fi", layer.fi.weight, layer.fi.bias)], f"{name}.gelu")
    outer = graph.linear(inner, f"{name}.fo", layer.fo.weight, layer.fo.bias)
    return graph.norm(
        graph.step("Add", [y, outer], f"{name}.out"), f"{name}.oln", layer.oln.weight, layer.oln.bias, TINY
    )


def _answered(graph: _Graph, net: Net, x: str) -> str:
    """What each question's eye finds, weighed into its log-odds."""
    looks = graph.linear(x, "eyes", net.eyes.weight, net.eyes.bias)
    shares = graph.step("Transpose", [graph.step("Softmax", [looks], "shares", axis=1)], "by question", perm=[0, 2, 1])
    found = graph.step("MatMul", [shares, x], "found")
    plain = graph.norm(found, "norm", net.norm.weight, net.norm.bias, net.norm.eps)
    weighed = graph.step("Mul", [plain, graph.constant("answers", net.answers)], "weighed")
    summed = graph.step("ReduceSum", [weighed, graph.constant("last", np.array([-1]))], "summed", keepdims=0)
    return graph.step("Add", [summed, graph.constant("bias", net.bias)], OUTPUT)
