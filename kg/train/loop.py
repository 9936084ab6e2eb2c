"""The training loop: timed on the clock, seeded, saved every few minutes, with a log of every score."""

import copy
import logging
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch
from torch import Tensor, nn

from kg.train import network as network_module
from kg.train.corpora import ANYTHING, BIO, Text
from kg.train.examples import Inventory, Window, arrays, epoch, window
from kg.train.network import Network, losses

log = logging.getLogger("kg.train")


AGAIN = 0.6  # of the full rate, from the second cycle on
AVERAGED, KEPT = 10, 0.98  # every so many steps the weights join the mean, which keeps this part of itself
FIRST = "first-cycle.pt"


class Task(Protocol):
    """What is learned beside trees and names, every so many steps: a module by a name, and its loss on the next of its
    own examples.
    """

    name: str
    every: int

    @property
    def module(self) -> nn.Module:
        """What is trained, and kept in checkpoints by the name."""

    def loss(self, network: Network) -> Tensor:
        """Weighed against the loss of a batch of words."""


class Schedule:
    """Learning rates on the clock: in each cycle a rise over 6% of its minutes, then a straight fall to nothing."""

    def __init__(self, cycles: list[float], done: float = 0.0, full: float = 1.0) -> None:
        self.cycles, self.minutes, self._full = cycles, sum(cycles), full
        self._done, self._began = done, time.monotonic()

    @property
    def passed(self) -> float:
        """Minutes trained, those before a resumption included."""
        return self._done + (time.monotonic() - self._began) / 60

    @property
    def share(self) -> float:
        """The part of the full rate to use now."""
        passed, full = self.passed, self._full
        for minutes in self.cycles:
            if passed < minutes:
                part = passed / minutes
                return full * min(part / 0.06, (1 - part) / 0.94)
            passed, full = passed - minutes, AGAIN
        return 0.0


def optimisers(network: Network, beside: Sequence[Task] = ()) -> list[torch.optim.Optimizer]:
    """AdamW for everything but the word pieces, of which a batch sees few."""
    encoder = [p for name, p in network.encoder.named_parameters() if name != "pieces.weight"]
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    heads += [p for task in beside for p in task.module.parameters()]
    dense = torch.optim.AdamW(
        [{"params": encoder, "full": 3e-4}, {"params": heads, "full": 1e-3}],
        lr=0.0, betas=(0.9, 0.98), weight_decay=0.01, fused=True,
    )  # fmt: skip
    sparse = torch.optim.SparseAdam([{"params": [network.encoder.pieces.weight], "full": 3e-4}], betas=(0.9, 0.98))
    return [dense, sparse]


def tensors(batch: list[Window]) -> dict[str, Tensor]:
    """The arrays of a batch as tensors."""
    return {name: torch.from_numpy(values) for name, values in arrays(batch).items()}


def step(
    network: Network,
    batch: list[Window],
    steppers: list[torch.optim.Optimizer],
    share: float,
    beside: Sequence[Task] = (),
) -> dict[str, float]:
    """One step, with other tasks beside the batch; gives the losses."""
    for optimiser in steppers:
        for group in optimiser.param_groups:
            group["lr"] = group["full"] * share
        optimiser.zero_grad(set_to_none=True)
    given = tensors(batch)
    found = losses(network, network(given), given)
    found |= {task.name: task.loss(network) for task in beside}
    total: Any = torch.stack(list(found.values())).sum()
    total.backward()
    dense = [p for p in network.parameters() if p.grad is not None and not p.grad.is_sparse]
    torch.nn.utils.clip_grad_norm_(dense, 2.0)
    for optimiser in steppers:
        optimiser.step()
    return {task: float(loss.detach()) for task, loss in found.items()}


def packed(made: list[Window], most: int = 1500) -> Iterator[list[Window]]:
    """Windows in batches of at most so many words."""
    batch: list[Window] = []
    for one in made:
        if batch and sum(len(other.pieces) for other in batch) + len(one.pieces) > most:
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch


def quick_scores(network: Network, inventory: Inventory, texts: list[Text], sentences: int = 500) -> dict[str, float]:
    """Tags, arcs and labels by sentence, and names by BIO span, on every nth sentence: to watch, not to report."""
    every = [sentence for text in texts for sentence in text.sentences]
    chosen = every[:: max(1, len(every) // sentences)]
    made = [window([sentence], inventory, None) for sentence in chosen]
    counts: Counter[str] = Counter()
    network.eval()
    with torch.inference_mode():
        for batch in packed(made):
            _count(network, tensors(batch), counts)
    network.train()
    words = max(counts["trees"], 1)
    result = {name: 100 * counts[name] / words for name in ("tag", "class", "form", "uas", "las") if counts["trees"]}
    for name in ("PERSON", "ORG", "DATE"):
        if counts["gold " + name]:
            result[name] = 200 * counts["hit " + name] / (counts["gold " + name] + counts["guess " + name])
    return result


def _count(network: Network, given: dict[str, Tensor], counts: Counter[str]) -> None:
    output = network(given)
    trees = given["heads"] >= 0
    counts["trees"] += int(trees.sum())
    counts["tag"] += int(((output["tags"].argmax(-1) == given["tags"]) & trees).sum())
    counts["form"] += int(((output["forms"].argmax(-1) == given["forms"]) & trees).sum())
    counts["class"] += int(((output["classes"].argmax(-1) == given["classes"]) & trees).sum())
    first = torch.nonzero(given["word_place"] == 0)[:, 0][given["word_window"]]
    heads = output["arcs"].argmax(-1)
    labels = network.heads.labels(output["label_dependent"], output["label_governor"][first + heads]).argmax(-1)
    right = (heads == given["heads"]) & trees
    counts["uas"] += int(right.sum())
    counts["las"] += int((right & (labels == given["labels"])).sum())
    known = given["names"] != ANYTHING
    tagged = output["names"].argmax(-1).tolist()
    gold = [(bits.bit_length() - 1 if bits & 1 == 0 else 0) for bits in given["names"].tolist()]
    rows, known_list = given["word_window"].tolist(), known.tolist()
    guessed, expected = set(spans(tagged, rows)), set(spans(gold, rows))
    for kind, found in (("guess", guessed), ("gold", expected), ("hit", guessed & expected)):
        counts.update(f"{kind} {name}" for start, _, name in found if known_list[start])


def spans(tags: list[int], rows: list[int]) -> Iterator[tuple[int, int, str]]:
    """Names as (first word, end, label) from BIO numbers; `rows` tells the windows apart."""
    start = -1
    for i in range(len(tags) + 1):
        tag = BIO[tags[i]] if i < len(tags) else "O"
        goes_on = start >= 0 and tag == "I" + BIO[tags[start]][1:] and rows[i] == rows[start]
        if start >= 0 and not goes_on:
            yield start, i, BIO[tags[start]][2:]
            start = -1
        if start < 0 and tag != "O":
            start = i


def save(path: Path, networks: tuple[Network, Network], steppers: list[torch.optim.Optimizer], inventory: Inventory,
         **rest: Any) -> None:  # fmt: skip
    """Writes a checkpoint, the network and its running mean, whole or not at all."""
    state = {
        "network": networks[0].state_dict(),
        "mean": networks[1].state_dict(),
        "steppers": [optimiser.state_dict() for optimiser in steppers],
        "inventory": inventory.columns,
        **rest,
    }
    scratch = path.with_suffix(".part")
    torch.save(state, scratch)
    scratch.replace(path)


def average(mean: Network, network: Network) -> None:
    """Moves the running mean of the weights towards those of now."""
    with torch.no_grad():
        for kept, now in zip(mean.parameters(), network.parameters(), strict=True):
            kept.lerp_(now, 1 - KEPT)


def train(network: Network, inventory: Inventory, texts: list[Text], dev: dict[str, list[Text]], *,
          cycles: list[float], seed: int, folder: Path, every: float = 5.0, full: float = 1.0,
          beside: Sequence[Task] = ()) -> None:  # fmt: skip
    """Trains for the minutes of these cycles, other tasks `beside`; goes on from `folder`/last.pt if there is one.

    `full` is the part of the whole learning rate that the first cycle rises to.
    """
    steppers, mean = optimisers(network, beside), copy.deepcopy(network)
    networks = network, mean
    last, done, count, round_number = folder / "last.pt", 0.0, 0, 0
    if last.exists():
        state = torch.load(last, weights_only=False)
        network.load_state_dict(state["network"])
        mean.load_state_dict(state["mean"])
        for optimiser, saved in zip(steppers, state["steppers"], strict=True):
            optimiser.load_state_dict(saved)
        done, count, round_number = state["minutes"], state["count"], state["round"] + 1
        for task in beside:
            task.module.load_state_dict(state[task.name])
    network_module.chance = np.random.Generator(np.random.SFC64(seed + count))
    schedule, saved_at, first = Schedule(cycles, done, full), done, folder / FIRST
    sums: Counter[str] = Counter()

    def keep() -> None:
        modules = {task.name: task.module.state_dict() for task in beside}
        rest = {"minutes": schedule.passed, "count": count, "round": round_number, **modules}
        save(last, networks, steppers, inventory, **rest)

    network.train()
    while schedule.passed < schedule.minutes:
        for batch in epoch(texts, inventory, random.Random(f"{seed} {round_number}")):
            found = step(network, batch, steppers, schedule.share, [task for task in beside if count % task.every == 0])
            count += 1
            sums.update({**found, "steps": 1, "pieces": sum(len(p) for made in batch for p in made.pieces)})
            if count % 200 == 0:
                _report(sums, schedule, count, round_number)
            if count % AVERAGED == 0:
                average(mean, network)
            if schedule.passed >= schedule.minutes:
                break
            if schedule.passed >= cycles[0] and not first.exists():
                save(first, networks, [], inventory)
            if schedule.passed - saved_at >= every:
                saved_at = schedule.passed
                keep()
                for name, some in dev.items():
                    log.info("dev %s %s", name, _line(quick_scores(mean, inventory, some)))
        round_number += 1
    keep()
    for name, some in dev.items():
        for kind, one in zip(("network", "mean"), networks, strict=True):
            log.info("dev %s of the %s %s", name, kind, _line(quick_scores(one, inventory, some, 100_000)))


def _report(sums: Counter[str], schedule: Schedule, count: int, round_number: int) -> None:
    steps, pieces = sums.pop("steps"), sums.pop("pieces")
    means = {task: total / steps for task, total in sums.items()}
    log.info(
        "minute %.1f step %d epoch %d pieces %d loss %s", schedule.passed, count, round_number, pieces, _line(means, 3)
    )
    sums.clear()


def _line(scores: dict[str, float], places: int = 1) -> str:
    return " ".join(f"{name} {value:.{places}f}" for name, value in sorted(scores.items()))
