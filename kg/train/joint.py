"""Coreference learned together with the encoder: passages whose people are known, read beside the trees and names."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import numpy as np
import torch
from torch import Tensor

from kg.train.coreference import Antecedents, Example, joined, loss_of
from kg.train.corpora import ANYTHING, Sentence
from kg.train.examples import Inventory, Window, window
from kg.train.loop import tensors
from kg.train.network import Network

WORDS = 128  # of a window, as the pipeline reads
PASSAGE = 500  # words that make a step worth its while, and where a long document is cut
WEIGHT = 0.8  # of a mention's loss beside a word's
EVERY = 2  # steps a batch of passages is read
OFTEN = {"gum": 3, "litbank": 2}  # how often the passages of a source are read before those of others come again


@dataclass(slots=True)
class Passage:
    """The words of a passage, as single sentences, and what is known of its mentions, by the number of the word."""

    sentences: list[Sentence]
    example: Example

    @property
    def length(self) -> int:
        """How many words it has."""
        return sum(len(sentence.words) for sentence in self.sentences)


def passages(doc: Any, example: Example) -> Iterator[Passage]:
    """The document in passages of about `PASSAGE` words, each with the pairs inside it."""
    place = np.cumsum([not token.is_space for token in doc]) - 1
    sentences, start = sentences_of(doc), 0
    words = place[example.words]
    while start < len(sentences):
        end, length = start, 0
        while end < len(sentences) and (end == start or length + len(sentences[end].words) <= PASSAGE):
            length += len(sentences[end].words)
            end += 1
        first = sum(len(sentence.words) for sentence in sentences[:start])
        inside = (words >= first).all(1) & (words < first + length).all(1)
        part = _part(example, words - first, inside)
        if len(part.rows):
            yield Passage(sentences[start:end], part)
        start = end


def sentences_of(doc: Any) -> list[Sentence]:
    """The words of each sentence, white space left out; what no window holds is cut."""
    found, is_first = [], True
    for sent in doc.sents:
        words = [token.text for token in sent if not token.is_space]
        for at in range(0, len(words), WORDS):
            some = words[at : at + WORDS]
            found.append(Sentence(some, [True] * len(some), [ANYTHING] * len(some), paragraph=is_first))
            is_first = False
        is_first |= any("\n" in token.text for token in sent)
    return found


def _part(example: Example, words: np.ndarray, inside: np.ndarray) -> Example:
    """The example with the mentions inside, and the pairs of two of them."""
    number = np.cumsum(inside) - 1
    kept = inside[example.rows] & inside[example.columns]
    rows, columns = number[example.rows[kept]], number[example.columns[kept]]
    return replace(
        example, words=words[inside], vectors=np.zeros((0, 0), dtype=np.float32), kinds=example.kinds[inside],
        logits=example.logits[inside], rows=rows, columns=columns, features=example.features[kept],
        person=example.person[inside], right=example.right[kept] if len(example.right) else example.right,
    )  # fmt: skip


class Beside:
    """The scorer of antecedents, trained with the network on one batch of passages after the other, without end."""

    name, every = "scorer", EVERY

    def __init__(self, found: Sequence[Passage], inventory: Inventory, seed: int) -> None:
        self.module = Antecedents()
        self.inventory, self._chance = inventory, random.Random(f"passages {seed}")
        often = [passage for passage in found for _ in range(OFTEN.get(passage.example.source, 1))]
        self._batches = self._forever(often)

    def loss(self, network: Network) -> Tensor:
        """Of the next batch, weighed against the loss of a batch of words."""
        batch = next(self._batches)
        given = tensors([made for passage in batch for made in windows(passage.sentences, self.inventory)])
        vectors = network.stacked(given).mean(0)
        example = _together(batch)
        chosen = vectors[torch.from_numpy(example.words)].flatten(1)
        return WEIGHT * loss_of(self.module(example, chosen), example) / max(len(example.kinds), 1)

    def _forever(self, found: list[Passage]) -> Iterator[list[Passage]]:
        while True:
            self._chance.shuffle(found)
            batches = [
                batch
                for _, some in groupby(sorted(found, key=lambda each: each.example.source), lambda p: p.example.source)
                for batch in _filled(some)
            ]
            self._chance.shuffle(batches)
            yield from batches


def _filled(some: Iterator[Passage]) -> Iterator[list[Passage]]:
    batch: list[Passage] = []
    for passage in some:
        if batch and sum(each.length for each in batch) + passage.length > PASSAGE:
            yield batch
            batch = []
        batch.append(passage)
    if batch:
        yield batch


def _together(batch: list[Passage]) -> Example:
    shifts = np.cumsum([0, *(passage.length for passage in batch)])
    return joined([replace(passage.example, words=passage.example.words + shift)
                   for passage, shift in zip(batch, shifts, strict=False)])  # fmt: skip


def windows(sentences: Iterable[Sentence], inventory: Inventory) -> Iterator[Window]:
    """The sentences in windows, as they stand."""
    some: list[Sentence] = []
    for sentence in sentences:
        if some and sum(len(each.words) for each in some) + len(sentence.words) > WORDS:
            yield window(some, inventory, None)
            some = []
        some.append(sentence)
    if some:
        yield window(some, inventory, None)
