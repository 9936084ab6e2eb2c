"""How far the values inside the network reach, channel by channel: what the eight bits of the export must hold."""

import random
from itertools import islice
from typing import Any

import torch
from torch import Tensor

from kg.train.corpora import Text
from kg.train.examples import Inventory, epoch
from kg.train.loop import tensors
from kg.train.network import Network

BATCHES = 16


def reach(network: Network, inventory: Inventory, texts: list[Text], seed: int = 1) -> dict[str, Tensor]:
    """For each wide layer the largest value that each of its inputs takes on some batches, by the layer's name."""
    found: dict[str, Tensor] = {}

    def note(name: str, inputs: Tensor) -> None:
        largest = inputs.detach().abs().amax(0)
        found[name] = torch.maximum(found[name], largest) if name in found else largest

    hooks = []
    for i, layer in enumerate(network.encoder.layers):
        for part in ("inner", "outer"):

            def before(_: Any, inputs: Any, name: str = f"encoder.layers.{i}.{part}") -> None:
                note(name, inputs[0])

            hooks.append(getattr(layer, part).register_forward_pre_hook(before))
    chance, inventory.hidden = random.Random(seed), 0.0
    some = chance.sample(texts, min(len(texts), 8 * BATCHES))
    network.eval()
    with torch.inference_mode():
        for batch in islice(epoch(some, inventory, chance), BATCHES):
            network(tensors(batch))
    for hook in hooks:
        hook.remove()
    return found
