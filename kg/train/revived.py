"""A packaged model as a network again, so that training can go on from what is published.

The graph is written down once more, over weights without meaning, only to see which constants stand for which weight;
the packaged constants, those in eight bits as what they round, then take their places.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnx import load, numpy_helper

from kg.extract.learned import WEIGHTS as FACTS
from kg.nlp.antecedents import WEIGHTS as ANTECEDENTS
from kg.train.coreference import state_of as kept_scorer
from kg.train.export import LEAN, Array, Graph, network_graph
from kg.train.facts import Lessons
from kg.train.facts import state_of as kept_facts
from kg.train.joint import Beside
from kg.train.network import LAYERS, TASKS, Network

Constants = dict[int, Array]
_ROUNDED = "_quantized"  # ends the name of a constant in eight bits


class Plan(Graph):
    """A graph that remembers, for each weight of the network, how to read it from the constants."""

    def __init__(self, state: dict[str, Array], reach: dict[str, Array]) -> None:
        super().__init__(state, reach)
        self.read: dict[str, Callable[[Constants], Array]] = {}

    def weight(self, values: Any) -> str:
        if np.shape(values) == (len(TASKS) + 1, 4):
            at = len(self.weights)
            self.read["mix"] = lambda constants: np.log(constants[at][:-1])
        return super().weight(values)

    def linear(self, values: str, layer: str, *, precise: bool = False) -> str:
        is_evened = layer in self.reach
        at = len(self.weights) + is_evened
        self.read[layer + ".weight"] = lambda constants: (
            constants[at].T * constants[at - 1] if is_evened else constants[at].T
        )
        if layer + ".bias" in self.state:
            self.read[layer + ".bias"] = lambda constants: constants[at + 1]
        return super().linear(values, layer, precise=precise)

    def thirds(self, values: str, layer: str) -> list[str]:
        at = len(self.weights)
        self.read[layer + ".weight"] = lambda constants: np.concatenate([constants[at + i].T for i in (0, 2, 4)])
        self.read[layer + ".bias"] = lambda constants: np.concatenate([constants[at + i] for i in (1, 3, 5)])
        return super().thirds(values, layer)

    def norm(self, values: str, layer: str) -> str:
        at = len(self.weights)
        self.read[layer + ".weight"] = lambda constants: constants[at]
        self.read[layer + ".bias"] = lambda constants: constants[at + 1]
        return super().norm(values, layer)

    def rows(self, table: Array, numbers: str, *, small: bool = False) -> str:
        at, name = len(self.weights), next(name for name, one in self.state.items() if one is table)
        self.read[name] = lambda constants: constants[at] * constants[at + 1] if small else constants[at]
        return super().rows(table, numbers, small=small)


def checkpoint(model: Path) -> dict[str, Any]:
    """What `kg.train.loop.save` keeps, of a model's folder: the network and what was learned beside it."""
    state, columns = network_of(model / "kg_encoder")
    scorer, facts = kept_scorer(_arrays(model / ANTECEDENTS)), kept_facts(_arrays(model / FACTS))
    parts = {"mean": state, Beside.name: scorer, Lessons.name: facts}
    return {"inventory": columns, **{name: _tensors(part) for name, part in parts.items()}}


def network_of(folder: Path) -> tuple[dict[str, Array], list[list[str]]]:
    """The weights of the network in the folder of a component `kg_encoder`, and its inventory's columns."""
    inventory = json.loads((folder / "inventory.json").read_text(encoding="utf-8"))
    columns = [inventory[name] for name in ("tags", "classes", "forms", "labels")]
    state = {name: values.numpy() for name, values in Network(1, (1, 1, 1, 1)).state_dict().items()}
    evened = [f"encoder.layers.{i}.{part}" for i in range(LAYERS) for part in ("inner", "outer")]
    reach = {layer: np.ones(state[layer + ".weight"].shape[1], dtype=np.float32) for layer in evened}
    constants, is_whole = _constants(folder / "encoder.onnx")
    plan = Plan(state, {} if is_whole else reach)
    network_graph(plan, 1, 1)
    found = {name: np.ascontiguousarray(read(constants), dtype=np.float32) for name, read in plan.read.items()}
    found["heads.name.bias"] = found["heads.name.bias"] - LEAN
    with np.load(folder / "labels.npz") as arrays:
        found["heads.label.weight"], found["heads.label.bias"] = arrays["weight"].T.copy(), arrays["bias"]
    return found, columns


def _constants(path: Path) -> tuple[Constants, bool]:
    """The graph's constants by their number, one in eight bits as what it rounds; and whether none is."""
    arrays = {one.name: numpy_helper.to_array(one) for one in load(str(path)).graph.initializer}
    rounded = [name.removesuffix(_ROUNDED) for name in arrays if name.endswith(_ROUNDED)]
    for name in rounded:
        steps = arrays[name + _ROUNDED].astype(np.float32) - arrays[name + "_zero_point"]
        arrays[name] = steps * arrays[name + "_scale"]
    return {int(name[1:]): values for name, values in arrays.items() if name[1:].isdecimal()}, not rounded


def _arrays(path: Path) -> dict[str, Array]:
    with np.load(path) as arrays:
        return {name: arrays[name].astype(np.float32) for name in arrays.files if name != "types"}


def _tensors(state: Mapping[str, Array]) -> dict[str, torch.Tensor]:
    return {name: torch.from_numpy(np.array(values, dtype=np.float32)) for name, values in state.items()}
