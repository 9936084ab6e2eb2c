"""Trains the scorer of antecedents on the encoder's frozen word vectors.

Several are trained, and the one that is kept learns from the documents and from what the others say together: they err
in different places, and to run them all would take their time (Hinton, Vinyals and Dean 2015, Distilling the knowledge
in a neural network).
"""

import logging
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.nlp.antecedents import CLOSE, FARTHEST, FEATURES, Scorer, pair_features
from kg.nlp.chains import THRESHOLD, heads_of
from kg.nlp.mentions import KIND_COUNT, NAME, WIDE, Mentions, coordinations, mentions
from kg.nlp.quotations import quotes
from kg.train.corpora import records, told_apart
from kg.train.heads import SOURCES, Detector, Gold, detectors, gold_heads
from kg.train.swapped import swapped

log = logging.getLogger("kg.train")
Read = Sequence[tuple[dict[str, Any], Any]]  # records with the documents that the encoder made of them
HIDDEN, INNER = 192, 64
EPOCHS, RATE, WARMING = 10, 1.5e-3, 150
TEACHERS = 4
TOGETHER = {"gum": 160, "litbank": 160, "own": 160, "ewt": 160, "redocred": 120, "gap": 48}  # mentions that make a step
LEFT_OPEN = ("own", "ewt")  # where a pronoun is in no chain if it could not be told who is meant
_UNMARKED, _FAR = -2, -1e4


@dataclass(slots=True)
class Example:
    """Mentions, the pairs that may be linked with their features, and what is right.

    `words`: of each mention the tokens that are its head, its first and its last; `vectors`: those of these tokens, one
    behind the other; `person`: whom a mention means (-1: one mentioned once, -2: nobody); `right`: of GAP's pairs,
    whether each is the same person; `taught`: how probable teachers hold each pair, if there are any.
    """

    source: str
    words: np.ndarray
    vectors: np.ndarray
    kinds: np.ndarray
    logits: np.ndarray
    rows: np.ndarray
    columns: np.ndarray
    features: np.ndarray
    person: np.ndarray
    right: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.float32))
    taught: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.float32))


# what is learned from


def read(nlp: Any, corpora: Path) -> list[tuple[dict[str, Any], Any]]:
    """The records of training with their documents, read by the encoder; those of GAP also with genders swapped."""
    known = chain(records(corpora / "coref" / "train.jsonl.gz"), told_apart(corpora))
    found = [(record, nlp(record["text"])) for record in known]
    again = [swapped(record, doc) for record, doc in found if record["source"] == "gap"]
    return found + [(record, nlp(record["text"])) for record in again]


def examples(documents: Read, models: tuple[Detector, Detector, Detector]) -> list[Example]:
    """What the scorer learns from."""
    return [example for _, example in examples_of(documents, models)]


def examples_of(documents: Read, models: tuple[Detector, Detector, Detector]) -> Iterator[tuple[Any, Example]]:
    """Each document with its example, if it has one; mentions are found by a detector that has not seen it."""
    whole, *halves = (Scorer(model.weights()) for model in models)
    for place, (record, doc) in enumerate(documents):
        detector = halves[place % 2] if record["source"] in SOURCES else whole
        example = (_pairs if record["source"] == "gap" else _clusters)(record, doc, detector)
        if example is not None and len(example.rows):
            yield doc, example


def _mentions(doc: Any, detector: Scorer, forced: Iterable[int]) -> tuple[Mentions, np.ndarray]:
    logits = detector.people(doc)
    heads = sorted({*heads_of(logits), *forced})
    return mentions(doc, heads, coordinations(doc, heads), quotes(doc)), logits


def _clusters(record: dict[str, Any], doc: Any, detector: Scorer) -> Example | None:
    gold = gold_heads(doc, record)
    is_names_only, is_left_open = record["source"] == "redocred", record["source"] in LEFT_OPEN
    found, logits = _mentions(doc, detector, gold if is_names_only else ())
    person = np.array([_whose(gold, *each) for each in found.table[[0, 1, 2, -1]].T.tolist()], dtype=np.int64)
    rows, columns = pairs(len(found))
    if is_names_only or is_left_open:
        known = (person > _UNMARKED) | (is_left_open & (found["kind"] >= NAME))
        kept = known[rows] & known[columns]
        rows, columns = rows[kept], columns[kept]
    return _example(record["source"], doc, found, logits, rows, columns, person)


def pairs(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Every mention (first array) with each of those up to `FARTHEST` before it (second array)."""
    rows = np.repeat(np.arange(count), FARTHEST)
    columns = rows - np.tile(np.arange(1, FARTHEST + 1), count)
    kept = columns >= 0
    return rows[kept], columns[kept]


def _whose(gold: Gold, start: int, end: int, head: int, whole: int) -> int:
    """Whom a mention means: what is annotated on its head, or for a coordination on its very words."""
    near = sorted((abs(one - start) + abs(other - end), number) for one, other, number in gold.get(head, ()))
    return near[0][1] if near and not (whole and near[0][0]) else _UNMARKED


def _pairs(record: dict[str, Any], doc: Any, detector: Scorer) -> Example | None:
    spans = [doc.char_span(*record[key], alignment_mode="expand") for key in ("pronoun", "a", "b")]
    heads = [span.root.i for span in spans]
    if len(set(heads)) < 3:
        return None
    found, logits = _mentions(doc, detector, heads)
    at = {head: place for place, (head, whole) in enumerate(found.table[[2, -1]].T.tolist()) if not whole}
    pronoun, *others = (at[head] for head in heads)
    rows, columns = (np.array([choose(pronoun, other) for other in others]) for choose in (max, min))
    example = _example("gap", doc, found, logits, rows, columns, np.full(len(found), _UNMARKED))
    example.right = np.array([record["a_coref"], record["b_coref"]], dtype=np.float32)
    return example


def _example(source: str, doc: Any, found: Mentions, logits: Any, rows: Any, columns: Any, person: Any) -> Example:
    features = np.stack(pair_features(found.at(rows), found.at(columns), rows - columns), axis=1).astype(np.int32)
    used = np.unique(np.concatenate([rows, columns])) if source == "gap" else np.arange(len(found))
    kept = found.at(used)
    known = np.maximum(logits[kept["head"]], -3).astype(np.float32)
    rows, columns = used.searchsorted(rows), used.searchsorted(columns)
    words = np.stack([kept["head"], kept["start"], kept["end"] - 1], axis=1)
    return Example(source, words, kept.vectors(doc.tensor), kept["kind"], known, rows, columns, features, person[used])


def together(found: Iterable[Example]) -> list[Example]:
    """Small examples of one source put side by side, so that a step is worth its while."""
    batches: list[list[Example]] = []
    for example in found:
        size = sum(len(each.kinds) for each in batches[-1]) if batches else 0
        is_room = bool(batches) and batches[-1][0].source == example.source
        if is_room and size + len(example.kinds) <= TOGETHER[example.source]:
            batches[-1].append(example)
        else:
            batches.append([example])
    return [joined(batch) if len(batch) > 1 else batch[0] for batch in batches]


def joined(batch: list[Example]) -> Example:
    """Examples of one source as one."""
    shifts = np.cumsum([0, *(len(each.kinds) for each in batch)])
    people = np.cumsum([0, *(max(each.person.max() + 1, 0) for each in batch)])
    parts = {name: [getattr(each, name) for each in batch] for name in Example.__slots__ if name != "source"}
    parts["rows"] = [rows + shift for rows, shift in zip(parts["rows"], shifts, strict=False)]
    parts["columns"] = [columns + shift for columns, shift in zip(parts["columns"], shifts, strict=False)]
    parts["person"] = [np.where(p >= 0, p + shift, p) for p, shift in zip(parts["person"], people, strict=False)]
    return Example(batch[0].source, **{name: np.concatenate(each) for name, each in parts.items()})


# the network


class Antecedents(nn.Module):
    """The scorer in torch; `kg.nlp.antecedents.Scorer` computes the same."""

    def __init__(self, dropout: float = 0.3) -> None:
        super().__init__()
        self.project = nn.Linear(3 * WIDE, HIDDEN)
        self.kind, self.sources = nn.Embedding(KIND_COUNT, HIDDEN), nn.Embedding(len(SOURCES), HIDDEN)
        self.logit, self.alone = nn.Linear(1, HIDDEN, bias=False), nn.Linear(HIDDEN, 1, bias=False)
        self.anaphor, self.antecedent = nn.Linear(HIDDEN, INNER, bias=False), nn.Linear(HIDDEN, INNER)
        self.features = nn.EmbeddingBag(sum(FEATURES), INNER, mode="sum")
        self.biases = nn.EmbeddingBag(sum(FEATURES), 1, mode="sum")
        self.outer, self.bilinear = nn.Linear(INNER, 1), nn.Linear(HIDDEN, HIDDEN, bias=False)
        self.dropout = nn.Dropout(dropout)
        for table in (self.kind, self.sources, self.features, self.biases):
            nn.init.normal_(table.weight, std=0.02)
        nn.init.normal_(self.bilinear.weight, std=0.01)
        with torch.no_grad():  # what is near is looked at first
            self.logit.weight *= 0.3
            self.biases.weight[: FEATURES[0], 0] = -0.2 * torch.arange(FEATURES[0])

    def forward(self, example: Example, vectors: Tensor | None = None) -> Tensor:
        """One score for each pair of the example; `vectors` stand for those that it keeps."""
        vectors = torch.from_numpy(example.vectors) if vectors is None else vectors
        kinds, logits = map(torch.from_numpy, (example.kinds, example.logits))
        hidden = self.project(self.dropout(vectors)) + self.kind(kinds) + self.logit(logits[:, None])
        hidden = hidden + self.sources.weight[int(example.source == SOURCES[1])]
        hidden = self.dropout(functional.relu(hidden))
        rows, columns, features = map(torch.from_numpy, (example.rows, example.columns, example.features))
        alone = self.alone(hidden)[:, 0]
        links: Tensor = (self.bilinear(hidden) @ hidden.T)[rows, columns] + alone[rows] + alone[columns]
        links = links + self.biases(features)[:, 0]
        kept = _closest(links.detach(), rows, columns, len(hidden))
        inner = (
            self.anaphor(hidden)[rows[kept]] + self.antecedent(hidden)[columns[kept]] + self.features(features[kept])
        )
        scores = links[kept] + self.outer(self.dropout(functional.relu(inner)))[:, 0]
        return torch.full_like(links, _FAR).index_put((kept,), scores)

    def weights(self) -> dict[str, np.ndarray]:
        """The arrays that `Scorer` takes; the kinds carry the bias of the projection."""
        state = {name: value.detach().numpy() for name, value in self.state_dict().items()}
        return {
            "project": state["project.weight"].T,
            "kind": state["kind.weight"] + state["project.bias"] + state["sources.weight"][0],
            "logit": state["logit.weight"][:, 0], "alone": state["alone.weight"][0],
            "anaphor": state["anaphor.weight"].T,
            "antecedent": state["antecedent.weight"].T, "inner_bias": state["antecedent.bias"],
            "outer": state["outer.weight"][0], "outer_bias": state["outer.bias"],
            "bilinear": state["bilinear.weight"].T,
            "features": state["features.weight"], "biases": state["biases.weight"][:, 0],
        }  # fmt: skip


def state_of(kept: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The state of `Antecedents` whose `weights` are these; what the second source adds is not kept."""
    return {
        "project.weight": kept["project"].T, "project.bias": np.zeros(HIDDEN), "kind.weight": kept["kind"],
        "sources.weight": np.zeros((len(SOURCES), HIDDEN)), "logit.weight": kept["logit"][:, None],
        "alone.weight": kept["alone"][None], "anaphor.weight": kept["anaphor"].T,
        "antecedent.weight": kept["antecedent"].T, "antecedent.bias": kept["inner_bias"],
        "features.weight": kept["features"], "biases.weight": kept["biases"][:, None],
        "outer.weight": kept["outer"][None], "outer.bias": kept["outer_bias"], "bilinear.weight": kept["bilinear"].T,
    }  # fmt: skip


def _closest(links: Tensor, rows: Tensor, columns: Tensor, count: int) -> Tensor:
    """The places of the best `CLOSE` links of each row."""
    square = torch.full((count, count), 2 * _FAR)
    square[rows, columns] = links
    best = square.topk(min(CLOSE, count), 1).indices
    is_best = torch.zeros(count, count, dtype=torch.bool).scatter_(1, best, True)
    return is_best[rows, columns].nonzero()[:, 0]


def loss_of(scores: Tensor, example: Example) -> Tensor:
    """All right antecedents together against all wrong ones and none; on GAP, each pair by itself.

    With teachers the mean of this and of how far the probabilities are from theirs.
    """
    if example.source == "gap":
        right = (example.right + example.taught) / 2 if len(example.taught) else example.right
        return functional.binary_cross_entropy_with_logits(scores, torch.from_numpy(right), reduction="sum")
    person = torch.from_numpy(example.person)
    square = _square(scores, example, _FAR)
    same = (person[:, None] == person[None, :]) & (person[:, None] >= 0) & (square > _FAR)
    none = torch.zeros(len(square), 1)
    logs = torch.cat([none, square], 1).log_softmax(1)
    starts = (~same.any(1))[:, None]
    loss = -logs.masked_fill(~torch.cat([starts, same], 1), _FAR).logsumexp(1).sum()
    if not len(example.taught):
        return loss
    taught = _square(torch.from_numpy(example.taught), example, 0.0)
    taught = torch.cat([1 - taught.sum(1, keepdim=True), taught], 1)
    return (loss - (taught * logs).sum()) / 2


def _square(values: Tensor, example: Example, rest: float) -> Tensor:
    """What each pair has, by its mention (row) and its antecedent (column)."""
    count = len(example.person)
    return torch.full((count, count), rest).index_put(
        (torch.from_numpy(example.rows), torch.from_numpy(example.columns)), values
    )


def fit(training: list[Example], seed: int, epochs: int = EPOCHS, dropout: float = 0.3) -> Antecedents:
    """Trains the scorer."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = Antecedents(dropout)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.02)
    steps = epochs * len(training)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: max(min((step + 1) / WARMING, 1 - step / steps), 0.001)
    )
    order = list(training)
    for number in range(epochs):
        chance.shuffle(order)
        total = 0.0
        for example in order:
            optimiser.zero_grad()
            loss: Any = loss_of(network(example), example) / 20
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        log.info("antecedents, epoch %d: loss %.3f", number, total / len(order))
    return network.eval()


def train(nlp: Any, corpora: Path, out: Path, *, seed: int = 1) -> None:
    """Trains on the training part and writes `out`, a file of arrays; `nlp` reads the documents."""
    torch.set_num_threads(1)
    save(fit_all(read(nlp, corpora), seed), out)


def fit_all(documents: Read, seed: int) -> dict[str, np.ndarray]:
    """The arrays of detector and scorer, trained on these documents."""
    models = detectors(documents, seed)
    training = together(examples(documents, models))
    log.info("antecedents: %d steps an epoch, threshold %.2f", len(training), THRESHOLD)
    teachers = [fit(training, number + 1) for number in range(TEACHERS)]
    taught = [replace(example, taught=probable(teachers, example)) for example in training]
    return {**models[0].weights(), **fit(taught, seed).weights()}


def probable(teachers: Sequence[Antecedents], example: Example) -> np.ndarray:
    """How probable the teachers hold each pair of the example, by their mean."""
    with torch.inference_mode():
        return torch.stack([_probable(teacher(example), example) for teacher in teachers]).mean(0).numpy()


def _probable(scores: Tensor, example: Example) -> Tensor:
    if example.source == "gap":
        return scores.sigmoid()
    square = torch.cat([torch.zeros(len(example.person), 1), _square(scores, example, _FAR)], 1).softmax(1)
    return square[torch.from_numpy(example.rows), 1 + torch.from_numpy(example.columns)]


def save(weights: dict[str, np.ndarray], out: Path) -> None:
    """Writes the arrays in half precision."""
    arrays: dict[str, Any] = {name: values.astype(np.float16) for name, values in weights.items()}
    np.savez_compressed(out, **arrays)
