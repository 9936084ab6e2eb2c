"""From a checkpoint to the model's folder: the graph in ONNX, its weights in eight bits, and a pipeline around it."""

import io
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper, save

from kg.train.corpora import BIO

Array = NDArray[Any]
TASKS = ("tags", "names", "arcs", "labels", "starts")
FLOAT, INT = TensorProto.FLOAT, TensorProto.INT64
HEAD = 32  # channels of a head of attention
# How far a channel's reach, rather than its weights, decides how its values are scaled for eight bits
# (Xiao et al., 2023, SmoothQuant); best of 0.5, 0.7, 0.85 and 1 by the distance to the network in full.
POWER = 0.85
# Of the weights at the beginning of a run in those exported, best on dev: of a run alone; of several; and of several
# in the head of names, which learns the names in the training texts by heart as cycles go on.
ALONE, SEVERAL, NAMES = 0.4, 0.65, 0.9
# Added to the scores of PERSON: the few names known of GAP and FewRel lean the encoder towards people. Best on dev.
RESERVE = -1.0
LEAN = np.array([RESERVE * tag.endswith("-PERSON") for tag in BIO], dtype=np.float32)


class Graph:
    """An ONNX graph written down node by node; `reach` tells how far the inputs of a layer go, channel by channel."""

    def __init__(self, state: dict[str, Array], reach: dict[str, Array]) -> None:
        self.state, self.reach = state, reach
        self.nodes: list[Any] = []
        self.weights: list[Any] = []
        self.whole: list[str] = []

    def weight(self, values: Any) -> str:
        """A constant."""
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, kind: str, *inputs: str, name: str = "", outputs: int = 1, **attributes: Any) -> Any:
        """A node; gives the name of its output, or all their names."""
        name = name or f"n{len(self.nodes)}"
        names = [name] if outputs == 1 else [f"{name}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, name=f"node_{name}", **attributes))
        return name if outputs == 1 else names

    def linear(self, values: str, layer: str, *, precise: bool = False) -> str:
        """A linear layer of the network, with its bias if it has one."""
        values, weight = self._even(values, layer)
        product = self.add("MatMul", values, self.weight(weight))
        if precise:
            self.whole.append("node_" + product)
        bias = self.state.get(layer + ".bias")
        return product if bias is None else str(self.add("Add", product, self.weight(bias)))

    def thirds(self, values: str, layer: str) -> list[str]:
        """A linear layer as three: cutting what one gives takes longer than three products."""
        values, weight = self._even(values, layer)
        parts = zip(np.split(weight, 3, axis=1), np.split(self.state[layer + ".bias"], 3), strict=True)
        return [str(self.add("Add", self.add("MatMul", values, self.weight(part)), self.weight(bias)))
                for part, bias in parts]  # fmt: skip

    def _even(self, values: str, layer: str) -> tuple[str, Array]:
        """What a layer takes, and its weights, with its channels evened out where their reach is known."""
        weight = self.state[layer + ".weight"].T
        if layer not in self.reach:
            return values, weight
        scale = evened(self.reach[layer], weight)
        return self.add("Mul", values, self.weight(1 / scale)), weight * scale[:, None]

    def gelu(self, values: str) -> str:
        """The smooth rectifier, spelled so that the runtime fuses it."""
        root = self.add("Div", values, self.weight(np.float32(np.sqrt(2.0))))
        erf = self.add("Add", self.add("Erf", root), self.weight(np.float32(1)))
        return str(self.add("Mul", self.add("Mul", values, erf), self.weight(np.float32(0.5))))

    def norm(self, values: str, layer: str) -> str:
        """A layer norm of the network."""
        scale, bias = self.weight(self.state[layer + ".weight"]), self.weight(self.state[layer + ".bias"])
        return str(self.add("LayerNormalization", values, scale, bias, axis=-1, epsilon=1e-12))

    def rows(self, table: Array, numbers: str, *, small: bool = False) -> str:
        """Rows of a table; kept as eight-bit numbers with a scale for each row if `small`."""
        if not small:
            return str(self.add("Gather", self.weight(table), numbers))
        scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127
        rounded = np.rint(table / scale).astype(np.int8)
        values = self.add("Cast", self.add("Gather", self.weight(rounded), numbers), to=FLOAT)
        return str(self.add("Mul", values, self.add("Gather", self.weight(scale.astype(np.float32)), numbers)))


def evened(reach: Array, weight: Array) -> Array:
    """What to divide each channel by, and multiply its weights by, so that a few that reach far do not cost the others
    their precision: all channels share one scale.

    >>> evened(np.array([1.0, 100.0]), np.ones((2, 3)))
    array([0.14125375, 7.07945784])
    """
    scale = np.maximum(reach, 1e-3) ** POWER / np.maximum(np.abs(weight).max(1), 1e-6) ** (1 - POWER)
    even: Array = (scale / np.exp(np.log(scale).mean())).astype(reach.dtype)
    return even


def _attention(graph: Graph, pieces: str, layer: str) -> str:
    """Attention spelled out, query, key and value apart: on one core the runtime's own node for it takes longer."""
    channels = len(graph.state[layer + ".bias"]) // 3
    query, key, value = (
        graph.add("Transpose", graph.add("Reshape", part, graph.weight(np.array([-1, channels // HEAD, HEAD]))),
                  perm=order)
        for part, order in zip(graph.thirds(pieces, layer), ([1, 0, 2], [1, 2, 0], [1, 0, 2]), strict=True)
    )  # fmt: skip
    fit = graph.add("Mul", graph.add("MatMul", query, key), graph.weight(np.float32(HEAD**-0.5)))
    seen = graph.add("Transpose", graph.add("MatMul", graph.add("Softmax", fit, axis=-1), value), perm=[1, 0, 2])
    return str(graph.add("Reshape", seen, graph.weight(np.array([-1, channels]))))


def _layer(graph: Graph, pieces: str, prefix: str) -> str:
    seen = _attention(graph, pieces, prefix + "attend")
    pieces = graph.norm(graph.add("Add", pieces, graph.linear(seen, prefix + "attended")), prefix + "norm")
    inner = graph.linear(graph.gelu(graph.linear(pieces, prefix + "inner")), prefix + "outer")
    return graph.norm(graph.add("Add", pieces, inner), prefix + "outer_norm")


def _mixes(graph: Graph, layers: list[str]) -> dict[str, str]:
    """The word vectors of each task, and under "vectors" the plain mean of the last four layers.

    A word is the mean of its pieces, as a difference of running sums: a product with a matrix takes far longer.
    """
    mix = graph.state["mix"]
    shares = np.exp(mix - mix.max(axis=1, keepdims=True))
    shares = np.vstack([shares / shares.sum(axis=1, keepdims=True), np.full((1, 4), 0.25)]).astype(np.float32)
    first, flat = graph.weight(np.array([0])), graph.weight(np.array([4, -1]))
    stacked = graph.add("Concat", *(graph.add("Unsqueeze", layer, first) for layer in layers), axis=0)
    sums = graph.add("CumSum", stacked, graph.weight(np.array(1)))
    ends = (graph.add("Gather", sums, places, axis=1) for places in ("last", "before"))
    words = graph.add("Mul", graph.add("Sub", *ends), "share")
    every = graph.add("MatMul", graph.weight(shares), graph.add("Reshape", words, flat))
    every = graph.add("Reshape", every, graph.weight(np.array([6, -1, graph.state["encoder.norm.bias"].size])))
    parts = graph.add("Split", every, outputs=6, axis=0)
    return {task: str(graph.add("Squeeze", part, first, name="vectors" if task == "vectors" else ""))
            for task, part in zip((*TASKS, "vectors"), parts, strict=True)}  # fmt: skip


def network_graph(graph: Graph, tags: int, classes: int) -> tuple[Any, list[str]]:
    """The model and the nodes to leave in full precision."""
    state = graph.state
    embedded = graph.add(
        "Sum",
        graph.rows(state["encoder.pieces.weight"], "ids", small=True),
        graph.rows(state["encoder.positions.weight"], "positions"),
        graph.rows(state["encoder.shapes.weight"], "shapes"),
    )
    pieces, outputs = graph.norm(embedded, "encoder.norm"), []
    for i in range(6):
        pieces = _layer(graph, pieces, f"encoder.layers.{i}.")
        outputs += [pieces] if i > 1 else []
    mixed = _mixes(graph, outputs)
    extra = graph.rows(state["heads.shapes.weight"], "word_shapes")
    inputs = {task: graph.add("Concat", mixed[task], extra, axis=-1) for task in TASKS}

    def hidden(task: str, layer: str) -> str:
        return graph.gelu(graph.linear(inputs[task], f"heads.{layer}.0"))

    tagged = hidden("tags", "tag_hidden")
    both = graph.linear(tagged, "heads.tag", precise=True)
    tag_part, class_part = graph.add("Split", both, graph.weight(np.array([tags, classes])), outputs=2, axis=-1)
    graph.add("ArgMax", tag_part, name="tags", axis=-1, keepdims=0)
    graph.add("ArgMax", class_part, name="classes", axis=-1, keepdims=0)
    graph.add("ArgMax", graph.linear(tagged, "heads.form", precise=True), name="forms", axis=-1, keepdims=0)
    names = graph.linear(hidden("names", "name_hidden"), "heads.name", precise=True)
    graph.add("Identity", names, name="names")
    starts = graph.linear(hidden("starts", "start_hidden"), "heads.start", precise=True)
    graph.add("Squeeze", starts, graph.weight(np.array([1])), name="starts")
    governor = hidden("arcs", "governor")
    dependent = graph.linear(hidden("arcs", "dependent"), "heads.arc", precise=True)
    pull = graph.add("Transpose", graph.linear(governor, "heads.arc_bias", precise=True))
    arcs = graph.add("MatMul", dependent, graph.add("Transpose", governor))
    graph.add("Add", arcs, pull, name="arcs")
    for side in ("label_dependent", "label_governor"):
        graph.add("Identity", graph.linear(inputs["labels"], f"heads.{side}"), name=side)
    return _model(graph), graph.whole


def _model(graph: Graph) -> Any:
    def value(name: str, kind: int, *shape: Any) -> Any:
        return helper.make_tensor_value_info(name, kind, shape)

    inputs = [value("ids", INT, "pieces"), value("positions", INT, "pieces"), value("shapes", INT, "pieces"),
              value("before", INT, "words"), value("last", INT, "words"), value("share", FLOAT, "words", 1),
              value("word_shapes", INT, "words")]  # fmt: skip
    outputs = [value("tags", INT, "words"), value("classes", INT, "words"), value("forms", INT, "words"),
               value("names", FLOAT, "words", len(BIO)), value("starts", FLOAT, "words"),
               value("arcs", FLOAT, "words", "words"),
               value("label_dependent", FLOAT, "words", None), value("label_governor", FLOAT, "words", None),
               value("vectors", FLOAT, "words", 384)]  # fmt: skip
    made = helper.make_graph(graph.nodes, "kg_encoder", inputs, outputs, graph.weights)
    sets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(made, opset_imports=sets, ir_version=8)


def quantised(model: Any, whole: list[str]) -> bytes:
    """The model with the weights of its products in eight bits, a scale for each column."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
        save(model, str(before))
        quantize_dynamic(before, after, op_types_to_quantize=["MatMul"], per_channel=True,
                         weight_type=QuantType.QInt8, nodes_to_exclude=whole,
                         extra_options={"DefaultTensorType": FLOAT})  # fmt: skip
        return after.read_bytes()


def read_checkpoints(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """What the checkpoints keep, without what only goes on training needs; one named twice is read once."""
    import torch

    def read(path: Path) -> dict[str, Any]:
        kept = torch.load(path, weights_only=False)
        return {name: part for name, part in kept.items() if name not in ("network", "steppers")}

    found = {path: read(path) for path in dict.fromkeys(paths)}
    return [found[path] for path in paths]


def merged(kept: Sequence[dict[str, Any]], first: Path) -> tuple[dict[str, Any], list[list[str]]]:
    """The mean of the running means of the weights, as tensors, and the inventory's columns.

    Runs that began alike and saw the texts in other orders read better together than each alone (Wortsman and others,
    2022, Model soups): by a quarter of a point of trees. The weights of the `first` cycle, where there are any, join
    them: beside one run alone they bring a fifth of a point of trees and one of names on dev.
    """
    import torch

    state = mean_of(kept, "mean")
    if first.exists():
        before = torch.load(first, weights_only=False)["mean"]
        state = {name: values.lerp(before[name].float(), _share(name, len(kept))) for name, values in state.items()}
    return state, kept[0]["inventory"]


def _share(name: str, runs: int) -> Any:
    """Of the weights at the beginning, by the name of a weight and the number of runs; for the mix a row for a task."""
    import torch

    from kg.train.network import TASKS

    if runs == 1:
        return torch.tensor(ALONE)
    if name == "mix":
        return torch.tensor([[NAMES if task == "names" else SEVERAL] for task in TASKS])
    return torch.tensor(NAMES if name.startswith("heads.name") else SEVERAL)


def mean_of(kept: Sequence[dict[str, Any]], name: str) -> dict[str, Any]:
    """The mean of the weights under a name, of the runs that have them, as tensors."""
    import torch

    parts = [one[name] for one in kept if name in one]
    return {key: torch.stack([one[key].float() for one in parts]).mean(0) for key in parts[0]} if parts else {}


def encoder_files(
    state: dict[str, Array], columns: list[list[str]], tokenizer: Path, reach: dict[str, Array] | None
) -> dict[str, bytes]:
    """The files of the component `kg_encoder`, by name; in full precision without `reach`."""
    tags, classes, forms, labels = columns
    state = {**state, "heads.name.bias": state["heads.name.bias"] + LEAN}
    model, whole = network_graph(Graph(state, reach or {}), len(tags), len(classes))
    arrays = io.BytesIO()
    np.savez(arrays, weight=state["heads.label.weight"].T, bias=state["heads.label.bias"])
    inventory = {"tags": tags, "classes": classes, "forms": forms, "labels": labels, "bio": BIO}
    return {
        "encoder.onnx": quantised(model, whole) if reach is not None else model.SerializeToString(),
        "labels.npz": arrays.getvalue(),
        "inventory.json": json.dumps(inventory, indent=1).encode(),
        "tokenizer.json": _plain_tokenizer(tokenizer),
    }


def _plain_tokenizer(path: Path) -> bytes:
    settings = json.loads(path.read_text(encoding="utf-8"))
    settings["truncation"] = settings["padding"] = None
    return json.dumps(settings, ensure_ascii=False).encode()


def write_model(files: dict[str, bytes], folder: Path, meta: dict[str, Any]) -> None:
    """A folder that `spacy.load` reads: the pipeline of this project around the encoder."""
    from kg.nlp.pipeline import blank

    nlp = blank()
    encoder: Any = nlp.get_pipe("kg_encoder")
    encoder.take(files)
    nlp.meta.update(meta)
    nlp.to_disk(folder)
