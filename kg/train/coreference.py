"""Trains the scorer of antecedents on the encoder's frozen word vectors, and measures it on gold mentions."""

import logging
import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.nlp.antecedents import FEATURES, KIND_COUNT, Mentions, Scorer, mentions_of, pair_features, pairs
from kg.train.clusters import Conll, gap_scores
from kg.train.corpora import records

log = logging.getLogger("kg.train")
HIDDEN, INNER = 192, 96
MOST_MENTIONS = 250
_FEMININE = {"she", "her", "hers", "herself"}


@dataclass(slots=True)
class Example:
    """A document's mentions of people and whom each means (a number; -1: nobody else); or GAP's pronoun, a and b."""

    source: str
    mentions: Mentions
    person: np.ndarray
    rows: np.ndarray
    columns: np.ndarray
    features: np.ndarray
    gap: list[tuple[int, int, bool]]
    feminine: bool = False


def examples(nlp: Any, path: Path) -> list[Example]:
    """The documents of one split, read by the encoder."""
    found = []
    for record in records(path):
        doc = nlp(record["text"])
        example = _gap(doc, record) if record["source"] == "gap" else _clusters(doc, record)
        if example is not None:
            found.append(example)
    return found


def _span(doc: Any, start: int, end: int) -> tuple[int, int] | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    return None if span is None else (span.start, span.end)


def _clusters(doc: Any, record: dict[str, Any]) -> Example | None:
    whose: dict[tuple[int, int], int] = {}
    for number, (cluster, kind) in enumerate(zip(record["clusters"], record["types"], strict=True)):
        if kind == "PERSON":
            whose.update({span: number for start, end in cluster if (span := _span(doc, start, end))})
    for start, end in record["singletons"]:
        if span := _span(doc, start, end):
            whose.setdefault(span, -1)
    spans = sorted(whose)[:MOST_MENTIONS]
    if len(spans) < 2:
        return None
    return _example(record["source"], doc, spans, [whose[span] for span in spans])


def _example(source: str, doc: Any, spans: list[tuple[int, int]], person: list[int]) -> Example:
    mentions = mentions_of(doc, spans)
    rows, columns = pairs(len(spans))
    return Example(source, mentions, np.array(person), rows, columns, pair_features(mentions, rows, columns), [])


def _gap(doc: Any, record: dict[str, Any]) -> Example | None:
    marked = {key: _span(doc, *record[key]) for key in ("pronoun", "a", "b")}
    if None in marked.values() or len(set(marked.values())) < 3:
        return None
    names = {(ent.start, ent.end) for ent in doc.ents if ent.label_ == "PERSON"}
    kept = {span for span in names if not any(span[0] < m[1] and m[0] < span[1] for m in marked.values() if m)}
    spans = sorted(kept | {span for span in marked.values() if span})
    example = _example("gap", doc, spans, [-1] * len(spans))
    pronoun = spans.index(marked["pronoun"])  # type: ignore[arg-type]
    for key in ("a", "b"):
        place = spans.index(marked[key])  # type: ignore[arg-type]
        example.gap.append((max(pronoun, place), min(pronoun, place), record[key + "_coref"]))
    wanted = {(i, j) for i, j, _ in example.gap}
    kept_pairs = [(i, j) in wanted for i, j in zip(example.rows.tolist(), example.columns.tolist(), strict=True)]
    example.rows, example.columns = example.rows[kept_pairs], example.columns[kept_pairs]
    example.features = example.features[kept_pairs]
    start, end = record["pronoun"]
    example.feminine = record["text"][start:end].lower() in _FEMININE
    return example


class Antecedents(nn.Module):
    """The scorer in torch; `kg.nlp.antecedents.Scorer` computes the same."""

    def __init__(self) -> None:
        super().__init__()
        self.project = nn.Linear(3 * 384, HIDDEN)
        self.kind = nn.Embedding(KIND_COUNT, HIDDEN)
        self.anaphor, self.antecedent = nn.Linear(HIDDEN, INNER, bias=False), nn.Linear(HIDDEN, INNER)
        self.features = nn.EmbeddingBag(sum(FEATURES), INNER, mode="sum")
        self.biases = nn.EmbeddingBag(sum(FEATURES), 1, mode="sum")
        self.outer = nn.Linear(INNER, 1)
        self.bilinear = nn.Linear(HIDDEN, HIDDEN, bias=False)
        self.dropout = nn.Dropout(0.3)
        for table in (self.kind, self.features, self.biases):
            nn.init.normal_(table.weight, std=0.02)
        nn.init.normal_(self.bilinear.weight, std=0.01)

    def forward(self, example: Example) -> Tensor:
        """One score for each pair of the example."""
        vectors = self.dropout(torch.from_numpy(example.mentions.vectors))
        kinds = torch.from_numpy(example.mentions.kinds)
        hidden = self.dropout(functional.relu(self.project(vectors) + self.kind(kinds)))
        rows, columns = torch.from_numpy(example.rows), torch.from_numpy(example.columns)
        features = torch.from_numpy(example.features)
        inner = self.anaphor(hidden)[rows] + self.antecedent(hidden)[columns] + self.features(features)
        linked = (self.bilinear(hidden) @ hidden.T)[rows, columns] + self.biases(features)[:, 0]
        scores: Tensor = linked + self.outer(self.dropout(functional.relu(inner)))[:, 0]
        return scores

    def weights(self) -> dict[str, np.ndarray]:
        """The arrays that `Scorer` takes."""
        state = {name: value.detach().numpy() for name, value in self.state_dict().items()}
        kept = {
            "project": state["project.weight"].T, "project_bias": state["project.bias"], "kind": state["kind.weight"],
            "anaphor": state["anaphor.weight"].T, "antecedent": state["antecedent.weight"].T,
            "inner_bias": state["antecedent.bias"], "outer": state["outer.weight"][0],
            "outer_bias": state["outer.bias"], "bilinear": state["bilinear.weight"].T,
        }  # fmt: skip
        return {**kept, "features": state["features.weight"], "biases": state["biases.weight"][:, 0]}


def loss_of(scores: Tensor, example: Example) -> Tensor:
    """All right antecedents together against all wrong ones and none; on GAP, each pair by itself."""
    if example.gap:
        wanted = {(i, j): float(right) for i, j, right in example.gap}
        gold = torch.tensor(
            [wanted[pair] for pair in zip(example.rows.tolist(), example.columns.tolist(), strict=True)]
        )
        return functional.binary_cross_entropy_with_logits(scores, gold, reduction="sum")
    person = torch.from_numpy(example.person)
    count = len(person)
    square = torch.full((count, count), -1e4)
    square[example.rows, example.columns] = scores
    before = square > -1e4
    same = (person[:, None] == person[None, :]) & (person[:, None] >= 0) & before
    none = torch.zeros(count, 1)
    everything = torch.cat([none, square], 1).logsumexp(1)
    starts = (~same.any(1))[:, None]
    right = torch.cat([none.masked_fill(~starts, -1e4), square.masked_fill(~same, -1e4)], 1).logsumexp(1)
    return (everything - right).sum()


def fit(training: list[Example], *, epochs: int, seed: int) -> Antecedents:
    """Trains the scorer; a step is a document."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = Antecedents()
    optimiser = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=0.02)
    steps, step = epochs * len(training), 0
    order = list(training)
    for number in range(epochs):
        chance.shuffle(order)
        network.train()
        total = 0.0
        for example in order:
            step += 1
            for group in optimiser.param_groups:
                group["lr"] = 1e-3 * min(step / 500, 1 - step / (steps + 1))
            optimiser.zero_grad()
            loss: Any = loss_of(network(example), example) / (4 if example.gap else 20)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            total += float(loss.detach())
        log.info("antecedents, epoch %d: loss %.4f", number, total / len(order))
    return network.eval()


def clusters_of(scores: np.ndarray, threshold: float = 0.0) -> list[frozenset[Any]]:
    """Each mention joined to its best antecedent where that scores above the threshold."""
    owner = list(range(len(scores)))
    for i in range(1, len(scores)):
        best = int(scores[i, :i].argmax())
        if scores[i, best] > threshold:
            owner[i] = owner[best]
    return [frozenset(i for i, other in enumerate(owner) if other == number) for number in sorted(set(owner))]


def measure(scorer: Scorer, tested: Iterable[Example], threshold: float = 0.0) -> dict[str, dict[str, float]]:
    """CoNLL figures by source on gold mentions; GAP by the direct pair."""
    counts: dict[str, Conll] = {}
    pairs = []
    for example in tested:
        scores = scorer(example.mentions)
        if example.gap:
            pairs += [(example.feminine, gold, bool(scores[i, j] > threshold)) for i, j, gold in example.gap]
            continue
        gold = [frozenset(np.flatnonzero(example.person == number).tolist()) for number in set(example.person) - {-1}]
        counts.setdefault(example.source, Conll()).add(gold, clusters_of(scores, threshold))
    return {**{source: conll.scores() for source, conll in counts.items()}, "gap": gap_scores(pairs)}


def train(nlp: Any, corpora: Path, out: Path, *, epochs: int = 14, seed: int = 1) -> dict[str, Any]:
    """Trains on the training part, writes `out` (a file of arrays) and gives the scores on dev."""
    torch.set_num_threads(1)
    training, tested = (examples(nlp, corpora / "coref" / f"{split}.jsonl.gz") for split in ("train", "dev"))
    network = fit(training, epochs=epochs, seed=seed)
    arrays: dict[str, Any] = {name: values.astype(np.float16) for name, values in network.weights().items()}
    np.savez_compressed(out, **arrays)
    scorer = Scorer.from_disk(out)
    found = {f"threshold {threshold}": measure(scorer, tested, threshold) for threshold in (-1.0, -0.5, 0.0, 0.5)}
    for threshold, scores in found.items():
        for source, values in scores.items():
            line = " ".join(f"{name} {value:.1f}" for name, value in values.items())
            log.info("antecedents, dev, %s, %s: %s", threshold, source, line)
    return found
