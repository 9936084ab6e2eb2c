"""Trains what finds the words that head phrases speaking of people."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.nlp.mentions import WIDE
from kg.nlp.phrases import TAGS, title_noun

log = logging.getLogger("kg.train")
SOURCES = ("gum", "litbank")  # which annotate every mention, each in its way; the first is how the pipeline reads
_HIDDEN, _BATCH, _EPOCHS = 96, 512, 6
Gold = dict[int, list[tuple[int, int, int]]]


@dataclass(slots=True)
class Words:
    """Words of some documents that may head a mention: vector, tag, source, document, and whether one does."""

    vectors: np.ndarray
    tags: np.ndarray
    sources: np.ndarray
    documents: np.ndarray
    gold: np.ndarray

    def of(self, kept: np.ndarray) -> "Words":
        """Some of the words."""
        return Words(*(getattr(self, name)[kept] for name in self.__slots__))


def gold_heads(doc: Any, record: dict[str, Any]) -> Gold:
    """The annotated mentions of people by the token that heads them: start, end, and whose (-1: mentioned once)."""
    whose = {tuple(span): -1 for span in record["singletons"]}
    for number, (cluster, kind) in enumerate(zip(record["clusters"], record["types"], strict=True)):
        if kind == "PERSON":
            whose.update({tuple(span): number for span in cluster})
    found: Gold = {}
    for (start, end), number in sorted(whose.items()):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            names = [each for each in span.root.rights if title_noun(each) == span.root]
            for head in (span.root, *names):
                found.setdefault(head.i, []).append((span.start, span.end, number))
    return found


def words_of(read: Sequence[tuple[dict[str, Any], Any]]) -> Words:
    """The words of documents whose source annotates every mention."""
    numbers = {tag: number for number, tag in enumerate(TAGS)}
    vectors, rows = [], []
    for place, (record, doc) in enumerate(read):
        if record["source"] in SOURCES:
            gold, source = gold_heads(doc, record), SOURCES.index(record["source"])
            kept = [token.i for token in doc if token.tag_ in numbers]
            vectors.append(doc.tensor[kept])
            rows += [(numbers[doc[i].tag_], source, place, i in gold) for i in kept]
    tags, sources, documents, heads = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    return Words(np.concatenate(vectors), tags, sources, documents, heads.astype(np.float32))


class Detector(nn.Module):
    """One score for each word; `kg.nlp.antecedents.Scorer.people` computes the same."""

    def __init__(self) -> None:
        super().__init__()
        self.inner, self.outer = nn.Linear(WIDE, _HIDDEN), nn.Linear(_HIDDEN, 1)
        self.tags, self.sources = nn.Embedding(len(TAGS), _HIDDEN), nn.Embedding(len(SOURCES), _HIDDEN)
        self.dropout = nn.Dropout(0.3)
        for table in (self.tags, self.sources):
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, words: Words) -> Tensor:
        """Above 0: rather a head than not."""
        vectors, tags, sources = map(torch.from_numpy, (words.vectors, words.tags, words.sources))
        hidden = functional.relu(self.inner(self.dropout(vectors)) + self.tags(tags) + self.sources(sources))
        scores: Tensor = self.outer(self.dropout(hidden))[:, 0]
        return scores

    def weights(self) -> dict[str, np.ndarray]:
        """The arrays that `Scorer` takes; the first source's way is the one that is kept."""
        state = {name: value.detach().numpy() for name, value in self.state_dict().items()}
        return {
            "person": state["inner.weight"].T,
            "person_tags": state["tags.weight"] + state["inner.bias"] + state["sources.weight"][0],
            "person_outer": state["outer.weight"][0],
            "person_bias": state["outer.bias"],
        }


def fit(words: Words, seed: int) -> Detector:
    """Trains a detector."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    detector = Detector()
    optimiser = torch.optim.AdamW(detector.parameters(), lr=2e-3, weight_decay=0.02)
    steps = _EPOCHS * (len(words.gold) // _BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(1 - step / steps, 0.01))
    for _ in range(_EPOCHS):
        order = chance.permutation(len(words.gold))
        for start in range(0, len(order), _BATCH):
            batch = words.of(order[start : start + _BATCH])
            optimiser.zero_grad()
            loss: Any = functional.binary_cross_entropy_with_logits(detector(batch), torch.from_numpy(batch.gold))
            loss.backward()
            optimiser.step()
            schedule.step()
    return detector.eval()


def detectors(read: Sequence[tuple[dict[str, Any], Any]], seed: int) -> tuple[Detector, Detector, Detector]:
    """A detector of all documents; and one of the odd and one of the even ones, for what they have not seen."""
    words = words_of(read)
    odd, even = (fit(words.of(words.documents % 2 == part), seed) for part in (1, 0))
    log.info("heads of mentions: trained on %d words", len(words.gold))
    return fit(words, seed), odd, even
