"""The heads of `kg.extract.learned`, learned together with the encoder from documents whose facts are known.

Needed: a folder with `train`, `train_gold` and an `index.json` in `train` that names each document's genre, and `own`
with `own_gold`. Learned from are the biographies of `train` and all of `own`, but every eighth, which tells how sure
what the heads read is; news choose, and `dev` only reports.

The packaged heads were trained beside two more, of times and of status, which found less than the rules and were left
out.
"""

import io
import pickle
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.extract.arrays import SIZES, View
from kg.extract.learned import Heads
from kg.train.aligned import Example, Labels, align, examples, labels, type_names
from kg.train.examples import Inventory
from kg.train.extraction import learned_from, set_aside
from kg.train.joint import windows
from kg.train.loop import tensors
from kg.train.network import WIDE, Network

SCALE = 2.5  # brings the entries of word vectors to about one
HIDDEN, INNER, LOW = 160, 96, 32
WEIGHT = 0.006  # of a document's loss beside that of a batch of words
EVERY = 6  # steps a document is read
AGAIN = 4  # every so many documents one is aligned anew, by what the heads say by now


class Linker(nn.Module):
    """Scores of the two roles for pairs of a trigger and a mention: a sum through a rectifier beside a product."""

    def __init__(self, types: int) -> None:
        super().__init__()
        self.trigger, self.target = nn.Linear(WIDE, INNER, bias=False), nn.Linear(WIDE, INNER)
        self.types, self.features = nn.Embedding(types, INNER), nn.EmbeddingBag(sum(SIZES), INNER, mode="sum")
        self.out = nn.Linear(INNER, 2)
        self.low_trigger, self.low_target = nn.Linear(WIDE, LOW, bias=False), nn.Linear(WIDE, LOW, bias=False)
        self.low_types = nn.Embedding(types, 2 * LOW)
        self.dropout, self.inner = nn.Dropout(0.3), nn.Dropout(0.2)
        for table, spread in ((self.types, 0.05), (self.features, 0.05), (self.low_types, 0.02)):
            nn.init.normal_(table.weight, std=spread)

    def forward(self, vectors: Tensor, mentions: Tensor, gold: Labels) -> Tensor:
        """A row for each link of the labels; `mentions` are the words that head them."""
        rows, columns = torch.from_numpy(gold.links.rows), torch.from_numpy(gold.links.columns)
        numbers = torch.from_numpy(gold.numbers)
        triggers = self.dropout(vectors[torch.from_numpy(gold.words)])
        targets = self.dropout(vectors[mentions])
        hidden = (self.trigger(triggers) + self.types(numbers))[rows] + self.target(targets)[columns]
        hidden = hidden + self.features(torch.from_numpy(gold.links.features))
        product = self.low_trigger(triggers)[:, None, :] * self.low_types(numbers).view(-1, 2, LOW)
        product = product[rows] * self.low_target(targets)[columns][:, None, :]
        return self.out(self.inner(functional.relu(hidden))) + product.sum(-1)


class Facts(nn.Module):
    """The heads in torch; `kg.extract.learned.Heads` computes the same."""

    def __init__(self, types: int) -> None:
        super().__init__()
        self.trigger = nn.Linear(3 * WIDE + types, HIDDEN)
        self.types, self.cue = nn.Linear(HIDDEN, types), nn.Linear(types, types, bias=False)
        self.people = Linker(types)
        self.dropout, self.inner = nn.Dropout(0.3), nn.Dropout(0.2)
        nn.init.zeros_(self.cue.weight)
        nn.init.constant_(self.types.bias, -4.0)  # most words tell nothing

    def triggers(self, vectors: Tensor, seen: View) -> Tensor:
        """Scores of every type for every word."""
        heads, cues = torch.from_numpy(seen.heads), torch.from_numpy(seen.cues)
        below = torch.nonzero(heads != torch.arange(len(heads)))[:, 0]
        counts = torch.bincount(heads[below], minlength=len(heads)).clamp(min=1)
        means = torch.zeros_like(vectors).index_add(0, heads[below], vectors[below]) / counts[:, None]
        inputs = torch.cat([vectors, vectors[heads], means, cues], 1)
        return self.types(self.inner(functional.relu(self.trigger(self.dropout(inputs))))) + self.cue(cues)

    def loss(self, vectors: Tensor, one: Example, gold: Labels) -> tuple[Tensor, Tensor]:
        """The summed loss over a document, and the scores of its words."""
        vectors = vectors * SCALE
        scores = self.triggers(vectors, one.view)
        wrong = functional.binary_cross_entropy_with_logits(scores, torch.from_numpy(gold.types), reduction="none")
        loss = (wrong * torch.from_numpy(gold.counted)).sum()
        if len(gold.roles):
            loss = loss + _of_people(self.people(vectors, torch.from_numpy(one.view.mentions[:, 0]), gold), gold)
        return loss, scores.detach()


def _of_people(scores: Tensor, gold: Labels) -> Tensor:
    """Each person by the mention that fits best."""
    people = torch.from_numpy(gold.people)[:, None].expand(-1, 2)
    best = torch.full(gold.roles.shape, -1e4).scatter_reduce(
        0, people, scores[torch.from_numpy(gold.mentions)], "amax", include_self=False
    )
    wrong = functional.binary_cross_entropy_with_logits(best, torch.from_numpy(gold.roles), reduction="none")
    return (wrong * torch.from_numpy(gold.known)).sum()


class Lessons:
    """The heads, trained with the network on one document after the other, without end."""

    name, every = "events", EVERY

    def __init__(self, found: Iterable[Example], inventory: Inventory, seed: int) -> None:
        self._lessons = [(one, labels(one)) for one in found]
        self.module = Facts(self._lessons[0][0].view.cues.shape[1])
        self.inventory, self._chance = inventory, random.Random(f"facts {seed}")
        self._order = self._forever()

    def loss(self, network: Network) -> Tensor:
        """Of the next document, weighed against the loss of a batch of words."""
        count, place = next(self._order)
        one, gold = self._lessons[place]
        renamed = [replace(each, words=self.inventory.renamed(each, self._chance)) for each in one.sentences]
        loss, scores = self.module.loss(vectors_of(network, replace(one, sentences=renamed), self.inventory), one, gold)
        if count % AGAIN == 0:
            align(one, scores.numpy())
            self._lessons[place] = one, labels(one)
        return WEIGHT * loss

    def _forever(self) -> Iterator[tuple[int, int]]:
        count, order = 0, list(range(len(self._lessons)))
        while True:
            self._chance.shuffle(order)
            for place in order:
                count += 1
                yield count, place


def vectors_of(network: Network, one: Example, inventory: Inventory) -> Tensor:
    """The vectors of a document's words; nought for white space."""
    vectors = network.stacked(tensors(list(windows(one.sentences, inventory)))).mean(0)
    return vectors.new_zeros(len(one.view.heads), WIDE).index_copy(0, torch.from_numpy(one.places), vectors)


def lessons(nlp: Any, reading: Path, kept: Path, inventory: Inventory, seed: int) -> Lessons:
    """The documents that may be learned from, read by the pipeline once and then kept in a file."""
    from kg.ontology.load import load

    if not kept.exists():
        aside, found = set_aside(reading), []
        for name in ("own", "train"):
            texts, gold = reading / name, reading / f"{name}_gold"
            read = examples(nlp, texts, gold, type_names(load()))
            found += [one for id_, one in read if id_ in learned_from(texts) and id_ not in aside]
        kept.write_bytes(pickle.dumps(found))
    return Lessons(pickle.loads(kept.read_bytes()), inventory, seed)


def weights(state: dict[str, Any]) -> dict[str, Any]:
    """The arrays that `Heads` takes of a state of `Facts`; those of other heads are left out."""
    part = {name: values.numpy() for name, values in state.items()}
    wide = np.full((3 * WIDE, 1), SCALE, dtype=np.float32)
    rest = part["trigger.weight"].shape[1] - 3 * WIDE
    return {
        "trigger": part["trigger.weight"].T * np.concatenate([wide, np.ones((rest, 1), dtype=np.float32)]),
        "trigger_bias": part["trigger.bias"], "type": part["types.weight"].T, "type_bias": part["types.bias"],
        "cue": part["cue.weight"].T, "mine": SCALE * part["people.trigger.weight"].T,
        "other": SCALE * part["people.target.weight"].T, "other_bias": part["people.target.bias"],
        "kind": part["people.types.weight"], "features": part["people.features.weight"],
        "role": part["people.out.weight"].T, "role_bias": part["people.out.bias"],
        "low_mine": SCALE * part["people.low_trigger.weight"].T,
        "low_other": SCALE * part["people.low_target.weight"].T,
        "low_kind": part["people.low_types.weight"].reshape(-1, 2, LOW),
    }  # fmt: skip


def state_of(kept: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The state of `Facts` whose `weights` are these."""
    scale = np.ones((len(kept["trigger"]), 1))
    scale[: 3 * WIDE] = SCALE
    return {
        "trigger.weight": (kept["trigger"] / scale).T, "trigger.bias": kept["trigger_bias"],
        "types.weight": kept["type"].T, "types.bias": kept["type_bias"], "cue.weight": kept["cue"].T,
        "people.trigger.weight": kept["mine"].T / SCALE, "people.target.weight": kept["other"].T / SCALE,
        "people.target.bias": kept["other_bias"], "people.types.weight": kept["kind"],
        "people.features.weight": kept["features"], "people.out.weight": kept["role"].T,
        "people.out.bias": kept["role_bias"], "people.low_trigger.weight": kept["low_mine"].T / SCALE,
        "people.low_target.weight": kept["low_other"].T / SCALE,
        "people.low_types.weight": kept["low_kind"].reshape(-1, 2 * LOW),
    }  # fmt: skip


def heads_of(facts: Facts, types: Sequence[str], kept: Sequence[str]) -> Heads:
    """The heads as they will run."""
    return Heads(weights({name: values.detach() for name, values in facts.state_dict().items()}), types, kept)


def packed(state: dict[str, Any], types: Sequence[str]) -> bytes:
    """A file of the arrays of a state of `Facts`, in half precision."""
    content = io.BytesIO()
    arrays: dict[str, Any] = {name: values.astype(np.float16) for name, values in weights(state).items()}
    np.savez_compressed(content, types=np.array(types), **arrays)
    return content.getvalue()
