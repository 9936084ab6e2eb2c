"""Layers made narrower: the units and heads of attention that the others can best stand for go, the others take over.

They are taken out one by one, each time the one whose loss changes the layer's output least, and what is left is
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
from kg.train.network import HEAD, Network, widths

INNER = 1024  # units, of 1536: two fifths more words a second
HEADS = 8  # of attention, of 12: the four that go add 2 parts in 100 to what all give
BATCHES = 110
DAMPING = 0.003  # of the mean of the diagonal


def narrow(network: Network, inventory: Inventory, texts: list[Text], inner: int, heads: int, seed: int = 1) -> None:
    """Leaves so many units in each feed-forward layer and heads in each attention, from the first layer to the last."""
    if widths(network.state_dict()) == (inner, heads):
        return
    chance, hidden, inventory.hidden = random.Random(seed), inventory.hidden, 0.0
    some = chance.sample(texts, min(len(texts), 8 * BATCHES))
    batches = [tensors(batch) for batch in islice(epoch(some, inventory, chance), BATCHES)]
    inventory.hidden = hidden
    network.eval()
    layers: Any = network.encoder.layers
    for layer in layers:
        channels = layer.attended.in_features
        kept = _cut(layer.attended, *_seen(network, layer.attended, layer.norm, batches), heads, HEAD)
        layer.attend = _rows(layer.attend, torch.cat([kept + part * channels for part in range(3)]))
        kept = _cut(layer.outer, *_seen(network, layer.outer, layer.outer_norm, batches), inner)
        layer.inner = _rows(layer.inner, kept)
    network.train()


def _seen(network: Network, layer: Any, norm: Any, batches: list[dict[str, Tensor]]) -> tuple[Tensor, Tensor]:
    """What a layer is given on these batches, and the gain of the norm after it."""
    given: list[Tensor] = []
    sums: list[Tensor] = []
    hooks = [
        layer.register_forward_pre_hook(lambda _, inputs: given.append(inputs[0].detach())),
        norm.register_forward_pre_hook(lambda _, inputs: sums.append(inputs[0].detach())),
    ]
    with torch.inference_mode():
        for batch in batches:
            network(batch)
    for hook in hooks:
        hook.remove()
    return torch.cat(given).double(), norm.weight.data.double().abs() / torch.cat(sums).double().std(0)


def _cut(layer: Any, given: Tensor, gain: Tensor, count: int, size: int = 1) -> Tensor:
    """Leaves a layer `count` groups of `size` inputs, and gives the numbers of the inputs left."""
    mean = given.mean(0)
    centred = given - mean
    spread = centred.T @ centred / len(given)
    spread.diagonal().add_(spread.diagonal().mean() * DAMPING)
    before = layer.weight.data.T.double() * gain
    after, alive = _without(before.clone(), torch.linalg.inv(spread), len(spread) // size - count, size)
    kept, before, after = alive.nonzero()[:, 0], before / gain, after / gain
    layer.bias.data += (mean @ (before - after)).float()
    layer.weight = nn.Parameter(after[kept].T.float().contiguous())
    layer.in_features = len(kept)
    return kept


def _rows(layer: Any, kept: Tensor) -> nn.Linear:
    """The layer with these of its outputs."""
    small = nn.Linear(layer.in_features, len(kept))
    small.weight.data, small.bias.data = layer.weight.data[kept], layer.bias.data[kept]
    return small


def _without(weight: Tensor, inverse: Tensor, count: int, size: int = 1) -> tuple[Tensor, Tensor]:
    """The weights once so many groups of inputs are gone, and which are left; `inverse` of the inputs' covariance."""
    groups = torch.arange(len(weight)).view(-1, size)
    alive = torch.ones(len(groups), dtype=torch.bool)
    for _ in range(count):
        blocks = torch.linalg.inv(inverse[groups[:, :, None], groups[:, None, :]])
        cost = torch.einsum("gio,gij,gjo->g", weight[groups], blocks, weight[groups])
        worst = int(cost.masked_fill(~alive, float("inf")).argmin())
        group, alive[worst] = groups[worst], False
        share = inverse[:, group] @ blocks[worst]
        weight -= share @ weight[group]
        inverse -= share @ inverse[group]
        weight[group] = 0
        inverse[:, group] = inverse[group] = 0
        inverse[group, group] = 1
    return weight, alive.repeat_interleave(size)
