"""The head of names once more, alone: on texts whose names were annotated throughout, over the finished encoder.

Texts that know a few names only (GAP, FewRel, the trees of EWT) serve the encoder, but lean the head towards names.
"""

import logging
import random
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional

from kg.train.corpora import BIO, Text
from kg.train.examples import Inventory, epoch
from kg.train.loop import Schedule, tensors
from kg.train.network import TASKS, Network

log = logging.getLogger("kg.train")
PARTIAL = ("gap", "fewrel", "ewt")


def annotated(texts: list[Text]) -> list[Text]:
    """The texts whose names were annotated throughout."""
    return [text for text in texts if text.source.partition("/")[0] not in PARTIAL]


def refit(path: Path, network: Network, inventory: Inventory, texts: list[Text], *, minutes: float, seed: int) -> None:
    """Trains the head of names of the checkpoint's mean for so many minutes, and writes it back."""
    state = torch.load(path, weights_only=False)
    network.load_state_dict(state["mean"])
    network.requires_grad_(False).eval()
    head = [network.mix, *network.heads.name_hidden.parameters(), *network.heads.name.parameters()]
    for part in head:
        part.requires_grad_(True)
    network.heads.name_hidden.train()
    # Names as they stand, none put for another and no word hidden: what is learned now is where names end.
    inventory.names, inventory.hidden = {}, 0.0
    # Without decay of weights: the mixes of the other tasks, which see no gradient, stay as they are.
    stepper = torch.optim.AdamW(head, lr=0.0, betas=(0.9, 0.98), weight_decay=0.0)
    schedule, number, seen = Schedule([minutes]), 0, 0.0
    while schedule.passed < minutes:
        for count, batch in enumerate(epoch(annotated(texts), inventory, random.Random(f"names {seed} {number}"))):
            stepper.param_groups[0]["lr"] = 1e-3 * schedule.share
            loss = _step(network, tensors(batch), stepper)
            seen = loss if not seen else 0.99 * seen + 0.01 * loss
            if count % 200 == 0:
                log.info("minute %.1f of names, epoch %d, loss %.4f", schedule.passed, number, seen)
            if schedule.passed >= minutes:
                break
        number += 1
    state["mean"] = network.state_dict()
    torch.save(state, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def _step(network: Network, given: dict[str, Any], stepper: torch.optim.Optimizer) -> float:
    """One step; gives the loss a word."""
    vectors = network.stacked(given)
    mixed = torch.einsum("l,lwd->wd", network.mix[TASKS.index("names")].softmax(-1), vectors)
    extra = network.heads.shapes(given["shapes"])
    logits = network.heads.name(network.heads.name_hidden(functional.dropout(torch.cat([mixed, extra], -1), 0.25)))
    allowed = (given["names"][:, None] >> torch.arange(len(BIO))) & 1
    inside = logits.masked_fill(allowed == 0, -1e4).logsumexp(-1)
    loss = (logits.logsumexp(-1) - inside).mean()
    stepper.zero_grad(set_to_none=True)
    loss.backward()
    stepper.step()
    return float(loss.detach())
