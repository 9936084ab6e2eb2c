"""Feed-forward layers made narrower: the units that the others can best stand for go, and the others take over.

Units are taken out one by one, each time the one whose loss changes the layer's output least, and what is left is
adjusted by least squares (Frantar and Alistarh, 2022, Optimal Brain Compression, on whole columns).
"""

import random
from itertools import islice
from typing import Any

import torch
from torch import Tensor, nn

from kg.train.corpora import Text
from kg.train.examples import Inventory, epoch
from kg.train.loop import tensors
from kg.train.network import WIDE, Network

INNER = 1024  # units, of 1536: two fifths more words a second
BATCHES = 110
DAMPING = 0.003  # of the mean of the diagonal


def narrow(network: Network, inventory: Inventory, texts: list[Text], inner: int, seed: int = 1) -> None:
    """Leaves `inner` units in each feed-forward layer, from the first layer to the last."""
    chance, hidden, inventory.hidden = random.Random(seed), inventory.hidden, 0.0
    some = chance.sample(texts, min(len(texts), 8 * BATCHES))
    batches = [tensors(batch) for batch in islice(epoch(some, inventory, chance), BATCHES)]
    inventory.hidden = hidden
    network.eval()
    layers: Any = network.encoder.layers
    for layer in layers:
        units, sums = _seen(network, layer, batches)
        gain = layer.outer_norm.weight.data.double().abs() / sums.double().std(0)
        _cut(layer, units.double(), gain, inner)
    network.train()


def _seen(network: Network, layer: Any, batches: list[dict[str, Tensor]]) -> tuple[Tensor, Tensor]:
    """What the units of a layer give on these batches, and what the norm after it takes."""
    units: list[Tensor] = []
    sums: list[Tensor] = []
    hooks = [
        layer.outer.register_forward_pre_hook(lambda _, inputs: units.append(inputs[0].detach())),
        layer.outer_norm.register_forward_pre_hook(lambda _, inputs: sums.append(inputs[0].detach())),
    ]
    with torch.inference_mode():
        for batch in batches:
            network(batch)
    for hook in hooks:
        hook.remove()
    return torch.cat(units), torch.cat(sums)


def _cut(layer: Any, units: Tensor, gain: Tensor, inner: int) -> None:
    mean = units.mean(0)
    centred = units - mean
    spread = centred.T @ centred / len(units)
    spread.diagonal().add_(spread.diagonal().mean() * DAMPING)
    before = layer.outer.weight.data.T.double() * gain
    after, alive = _without(before.clone(), torch.linalg.inv(spread), len(spread) - inner)
    kept, before, after = alive.nonzero()[:, 0], before / gain, after / gain
    bias = layer.outer.bias.data + (mean @ (before - after)).float()
    inner_layer, outer = nn.Linear(WIDE, inner), nn.Linear(inner, WIDE)
    inner_layer.weight.data, inner_layer.bias.data = layer.inner.weight.data[kept], layer.inner.bias.data[kept]
    outer.weight.data, outer.bias.data = after[kept].T.float().contiguous(), bias
    layer.inner, layer.outer = inner_layer, outer


def _without(weight: Tensor, inverse: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """The weights once so many units are gone, and which are left; `inverse` of their covariance."""
    alive = torch.ones(len(weight), dtype=torch.bool)
    for _ in range(count):
        cost = (weight**2).sum(1) / inverse.diagonal()
        unit = int(cost.masked_fill(~alive, float("inf")).argmin())
        column = inverse[:, unit].clone()
        weight.addr_(column / column[unit], weight[unit].clone(), alpha=-1)
        inverse.addr_(column, column / column[unit], alpha=-1)
        alive[unit] = False
        weight[unit] = 0
    return weight, alive
