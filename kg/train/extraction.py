"""Trains the heads of the learned extractor on the encoder's frozen word vectors.

Needed: documents with gold, in a folder: `train` with `train_gold` and an `index.json` that names each one's genre,
`own` with `own_gold`, `dev` with `gold`. Trained on are the biographies of `train` and all of `own`; the news of
`train` choose the types that the heads may add; `dev` only reports.
"""

import json
import logging
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.extract.certainty import LEARNED
from kg.extract.learned import SCALE, STANDS, Heads
from kg.extract.vectors import SIZES, WIDE, Array, trigger_inputs
from kg.train.extraction_certainty import Judged, judge, logistic, reliability
from kg.train.extraction_examples import Example, Labels, Links, align, examples, labels

log = logging.getLogger("kg.train")
HIDDEN, INNER = 160, 96
SHARES = {"types": 1.0, "people": 1.0, "times": 1.0, "status": 0.3}  # of the parts of the loss


class Linker(nn.Module):
    """Scores of links between triggers and people, or times."""

    def __init__(self, types: int, outputs: int) -> None:
        super().__init__()
        self.trigger, self.target = nn.Linear(WIDE, INNER, bias=False), nn.Linear(WIDE, INNER)
        self.types = nn.Embedding(types, INNER)
        self.features = nn.EmbeddingBag(int(sum(SIZES)), INNER, mode="sum")
        self.out = nn.Linear(INNER, outputs)
        self.dropout, self.inner_dropout = nn.Dropout(0.3), nn.Dropout(0.2)
        for table in (self.types, self.features):
            nn.init.normal_(table.weight, std=0.05)

    def forward(self, vectors: Tensor, words: Tensor, numbers: Tensor, targets: Tensor, links: Links) -> Tensor:
        """One row for each link."""
        if not len(links.rows):
            return torch.zeros(0, self.out.out_features)
        rows, columns = torch.from_numpy(links.rows), torch.from_numpy(links.columns)
        at_trigger = self.trigger(self.dropout(vectors[words])) + self.types(numbers)
        at_target = self.target(self.dropout(vectors[targets]))
        hidden = at_trigger[rows] + at_target[columns] + self.features(torch.from_numpy(links.features))
        scores: Tensor = self.out(self.inner_dropout(functional.relu(hidden)))
        return scores

    def weights(self, name: str) -> dict[str, Array]:
        """The arrays that `Heads` takes."""
        state = {key: value.detach().numpy() for key, value in self.state_dict().items()}
        return {
            f"{name}_trigger": state["trigger.weight"].T, f"{name}_target": state["target.weight"].T,
            f"{name}_bias": state["target.bias"], f"{name}_type": state["types.weight"],
            f"{name}_features": state["features.weight"], f"{name}_out": state["out.weight"].T,
            f"{name}_out_bias": state["out.bias"],
        }  # fmt: skip


class Network(nn.Module):
    """The heads in torch; `kg.extract.learned.Heads` computes the same."""

    def __init__(self, types: int) -> None:
        super().__init__()
        self.trigger = nn.Linear(3 * WIDE + types, HIDDEN)
        self.types, self.cue = nn.Linear(HIDDEN, types), nn.Linear(types, types, bias=False)
        self.status = nn.Linear(HIDDEN, 2)
        self.people, self.time = Linker(types, 2), Linker(types, 1)
        self.time_none = nn.Embedding(types, 1)
        self.dropout, self.inner_dropout = nn.Dropout(0.3), nn.Dropout(0.2)
        nn.init.zeros_(self.time_none.weight)
        nn.init.zeros_(self.cue.weight)
        nn.init.constant_(self.types.bias, -4.0)  # most words tell nothing

    def triggers(self, inputs: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of the types, and of real and unreal, for each word."""
        hidden = self.inner_dropout(functional.relu(self.trigger(self.dropout(inputs))))
        return self.types(hidden) + self.cue(inputs[:, 3 * WIDE :]), self.status(hidden)

    def weights(self) -> dict[str, Array]:
        """The arrays that `Heads` takes."""
        state = {key: value.detach().numpy() for key, value in self.state_dict().items()}
        return {
            "trigger": state["trigger.weight"].T, "trigger_bias": state["trigger.bias"],
            "type": state["types.weight"].T, "type_bias": state["types.bias"], "cue": state["cue.weight"].T,
            "status": state["status.weight"].T, "status_bias": state["status.bias"],
            "time_none": state["time_none.weight"][:, 0],
            **self.people.weights("people"), **self.time.weights("time"),
        }  # fmt: skip


def inputs_of(one: Example) -> Tensor:
    """What the trigger head sees of each word, kept in half precision for the next epoch."""
    if one.inputs is None:
        found = trigger_inputs(one.view)
        found[:, : 3 * WIDE] *= SCALE
        one.inputs = found.astype(np.float16)
    return torch.from_numpy(one.inputs.astype(np.float32))


def loss_of(network: Network, one: Example, gold: Labels) -> Tensor:
    """The summed losses of all heads over one document."""
    vectors = torch.from_numpy(one.view.vectors * SCALE)
    scores, status = network.triggers(inputs_of(one))
    words, numbers = torch.from_numpy(gold.words), torch.from_numpy(gold.numbers)
    right = torch.from_numpy(gold.types)
    of_types = functional.binary_cross_entropy_with_logits(scores, right, reduction="none")
    loss = SHARES["types"] * (of_types * torch.from_numpy(gold.counted)).sum()
    real = torch.from_numpy(gold.real)
    if (real >= 0).any():
        loss = loss + SHARES["status"] * functional.cross_entropy(status[real >= 0], real[real >= 0], reduction="sum")
    targets = torch.from_numpy(one.view.mentions.words)
    people = network.people(vectors, words, numbers, targets, gold.people)
    times = network.time(vectors, words, numbers, torch.from_numpy(one.view.times.words), gold.times)[:, 0]
    none = network.time_none(numbers)[:, 0]
    return loss + SHARES["people"] * _of_people(people, gold) + SHARES["times"] * _of_times(times, none, gold)


def _of_people(scores: Tensor, gold: Labels) -> Tensor:
    """Each person by the best mention."""
    count = len(gold.roles)
    if not count:
        return scores.sum()
    persons = torch.from_numpy(gold.persons)[:, None].expand(-1, 2)
    best = torch.full((count, 2), -1e4).scatter_reduce(
        0, persons, scores[torch.from_numpy(gold.mentioned)], "amax", include_self=False
    )
    losses = functional.binary_cross_entropy_with_logits(best, torch.from_numpy(gold.roles), reduction="none")
    return (losses * torch.from_numpy(gold.of_told)).sum()


def _of_times(scores: Tensor, none: Tensor, gold: Labels) -> Tensor:
    """All right times of a trigger together against the wrong ones and none."""
    count, right = len(none), torch.from_numpy(gold.times.right)
    rows = torch.cat([torch.from_numpy(gold.times.rows), torch.arange(count)])
    everything = _log_sum(torch.cat([scores, none]), rows, count)
    is_dated = torch.zeros(count).index_add(0, torch.from_numpy(gold.times.rows), right) > 0
    wanted = _log_sum(scores.masked_fill(right == 0, -1e4), torch.from_numpy(gold.times.rows), count)
    losses = everything - torch.where(is_dated, wanted, none)
    return losses[torch.from_numpy(gold.is_event)].sum()


def _log_sum(scores: Tensor, rows: Tensor, count: int) -> Tensor:
    most = torch.full((count,), -1e4).scatter_reduce(0, rows, scores.detach(), "amax")
    powers = torch.zeros(count).index_add(0, rows, (scores - most[rows]).exp())
    return powers.clamp_min(1e-20).log() + most


def fit(training: Sequence[Example], *, epochs: int, seed: int, rate: float = 3e-3) -> Network:
    """Trains the heads on aligned examples; a step is a document."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = Network(len(training[0].types))
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0.02)
    order = [(one, labels(one)) for one in training]
    steps, step = epochs * len(order), 0
    for number in range(epochs):
        chance.shuffle(order)
        network.train()
        total = 0.0
        for one, gold in order:
            step += 1
            for group in optimiser.param_groups:
                group["lr"] = rate * min(step / 200, 1 - step / (steps + 1))
            optimiser.zero_grad()
            loss: Any = loss_of(network, one, gold) / 10
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            total += float(loss.detach())
        log.info("extraction, epoch %d: loss %.3f", number, total / len(order))
    return network.eval()


def heads_of(network: Network, types: Sequence[str]) -> Heads:
    """The trained heads, as they will be applied."""
    return Heads(network.weights(), types)


def train(nlp: Any, reading: Path, out: Path, *, epochs: int = 8, seed: int = 1) -> None:
    """Trains on what may be trained on, writes `out` (a file of arrays) and logs how far its scores can be trusted."""
    torch.set_num_threads(1)
    genres = {row["id"]: row["genre"] for row in json.loads((reading / "train" / "index.json").read_text())}
    real = list(examples(nlp, reading / "train", reading / "train_gold"))
    training = list(examples(nlp, reading / "own", reading / "own_gold"))
    training += [one for one in real if genres[one.id] == "biography"]
    news = [one for one in real if genres[one.id] != "biography"]
    heads = learn(training, epochs=epochs, seed=seed)
    heads.weights["adds"] = adds(judge((one, heads) for one in news), heads)
    write(heads, out)
    report("news", news, heads)
    report("dev", list(examples(nlp, reading / "dev", reading / "gold")), heads)


def learn(training: list[Example], *, epochs: int, seed: int) -> Heads:
    """The heads, and how sure their claims and those of the rules are, told by heads that saw only the other half."""
    types = training[0].types
    for one in training:
        align(one)
    first = heads_of(fit(training, epochs=3, seed=seed), types)
    for one in training:
        align(one, first.triggers(one.view)[0])
    halves = training[::2], training[1::2]
    unseen: list[tuple[Example, Heads]] = []
    for mine, other in (halves, halves[::-1]):
        half = heads_of(fit(mine, epochs=epochs, seed=seed), types)
        unseen += [(one, half) for one in other]
    judged = judge(unseen)
    weights, bias = logistic(judged.evidence, judged.right)
    heads = heads_of(fit(training, epochs=epochs, seed=seed), types)
    heads.weights |= {"certainty": weights, "certainty_bias": np.array([bias], dtype=np.float32)}
    return heads


def adds(judged: Judged, heads: Heads) -> Array:
    """1 for the types of which the heads add more right claims than wrong ones."""
    scores = scores_of(judged, heads)
    found = np.zeros(len(heads.types), dtype=np.float32)
    for number, name in enumerate(heads.types):
        mine = [
            i
            for i, claim in enumerate(judged.claims)
            if claim.rule == LEARNED and claim.number == number and scores[i] >= STANDS
        ]
        right = int(judged.right[mine].sum())
        found[number] = 2 * right >= len(mine) > 0
        log.info("extraction, %s: the heads add %d, of which %d are right", name, len(mine), right)
    return found


def scores_of(judged: Judged, heads: Heads) -> Array:
    """How sure each claim is, as it will be told."""
    found: Array = 1 / (1 + np.exp(-(judged.evidence @ heads.weights["certainty"] + heads.weights["certainty_bias"])))
    return found


def report(name: str, tested: Iterable[Example], heads: Heads) -> None:
    """Logs, for ranges of scores, how many of the claims are right."""
    judged = judge((one, heads) for one in tested)
    scores = scores_of(judged, heads)
    learned = np.array([claim.rule == LEARNED for claim in judged.claims], dtype=bool)
    for who, mine in (("rules", ~learned), ("heads", learned)):
        for bounds, count, mean, right in reliability(scores[mine], judged.right[mine]):
            line = "extraction, %s, %s, score %s: %d claims, mean %.2f, right %.2f"
            log.info(line, name, who, bounds, count, mean, right)


def write(heads: Heads, out: Path) -> None:
    """Writes the heads into a file of arrays."""
    arrays: dict[str, Any] = {name: values.astype(np.float16) for name, values in heads.weights.items()}
    np.savez_compressed(out, types=np.array(heads.types), **arrays)
