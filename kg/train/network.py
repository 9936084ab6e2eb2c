"""The network in torch: a small BERT over windows of text, and heads for tags, trees, names and sentence starts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.nlp.shapes import SHAPES
from kg.train.corpora import BIO

WIDE, LAYERS, ATTENTION_HEADS, HEAD, INNER = 384, 6, 12, 32, 1536
HIDDEN, ARC, LABEL, SHAPE = 256, 256, 256, 32
# Draws what is dropped; seeded by the training loop.
chance = np.random.Generator(np.random.SFC64(0))
TASKS = ("tags", "names", "arcs", "labels", "starts")


class Dropout(nn.Module):
    """Dropout that draws one byte a number: torch's own takes a tenth of a step on one core."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.threshold = round(share * 256)
        self.scale = 256 / (256 - self.threshold)

    def forward(self, values: Tensor) -> Tensor:
        if not self.training or not values.numel():
            return values
        drawn = torch.frombuffer(bytearray(chance.bytes(values.numel())), dtype=torch.uint8)
        return values * (drawn.view(values.shape) >= self.threshold) * self.scale


class Layer(nn.Module):
    """One layer of BERT over pieces laid end to end; only attention sees them by window."""

    def __init__(self, inner: int, heads: int) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDE, 3 * heads * HEAD)
        self.attended = nn.Linear(heads * HEAD, WIDE)
        self.norm = nn.LayerNorm(WIDE, eps=1e-12)
        self.inner = nn.Linear(WIDE, inner)
        self.outer = nn.Linear(inner, WIDE)
        self.outer_norm = nn.LayerNorm(WIDE, eps=1e-12)
        self.dropout = Dropout(0.1)

    def forward(self, pieces: Tensor, place: Tensor, mask: Tensor) -> Tensor:
        rows, length = mask.shape[0], mask.shape[-1]
        flat = self.attend(pieces)
        padded = flat.new_zeros(rows * length, flat.shape[1]).index_copy(0, place, flat)
        query, key, value = padded.view(rows, length, 3, -1, HEAD).permute(2, 0, 3, 1, 4).unbind(0)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask[:, None, None, :])
        seen = seen.transpose(1, 2).reshape(rows * length, -1).index_select(0, place)
        pieces = self.norm(pieces + self.dropout(self.attended(seen)))
        inner: Tensor = self.outer(functional.gelu(self.inner(pieces)))
        result: Tensor = self.outer_norm(pieces + self.dropout(inner))
        return result


class Encoder(nn.Module):
    """Embeddings and layers; gives the outputs of the last four layers."""

    def __init__(self, vocabulary: int, inner: int = INNER, heads: int = ATTENTION_HEADS) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDE, sparse=True)
        self.positions = nn.Embedding(512, WIDE)
        self.shapes = nn.Embedding(2 * len(SHAPES) + 1, WIDE)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDE, eps=1e-12)
        self.layers = nn.ModuleList(Layer(inner, heads) for _ in range(LAYERS))
        self.dropout = Dropout(0.1)

    def forward(self, ids: Tensor, positions: Tensor, shapes: Tensor, place: Tensor, mask: Tensor) -> list[Tensor]:
        pieces = self.norm(self.pieces(ids) + self.positions(positions) + self.shapes(shapes))
        pieces = self.dropout(pieces)
        outputs = []
        for layer in self.layers:
            pieces = layer(pieces, place, mask)
            outputs.append(pieces)
        return outputs[-4:]

    def load(self, path: Path) -> None:
        """Takes the weights of a BERT in the usual safetensors naming."""
        from safetensors.torch import load_file

        given = load_file(path)
        kind = given["embeddings.token_type_embeddings.weight"][0]
        state = {
            "pieces.weight": given["embeddings.word_embeddings.weight"],
            "positions.weight": given["embeddings.position_embeddings.weight"] + kind,
            "norm.weight": given["embeddings.LayerNorm.weight"],
            "norm.bias": given["embeddings.LayerNorm.bias"],
            "shapes.weight": self.shapes.weight.data,
        }
        names = {"attended": "attention.output.dense", "norm": "attention.output.LayerNorm",
                 "inner": "intermediate.dense", "outer": "output.dense", "outer_norm": "output.LayerNorm"}  # fmt: skip
        for i in range(LAYERS):
            for part in ("weight", "bias"):
                prefix = f"encoder.layer.{i}."
                three = [given[f"{prefix}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                state[f"layers.{i}.attend.{part}"] = torch.cat(three)
                for ours, theirs in names.items():
                    state[f"layers.{i}.{ours}.{part}"] = given[f"{prefix}{theirs}.{part}"]
        self.load_state_dict(state)


def _hidden(width: int, size: int, share: float = 0.25) -> nn.Module:
    return nn.Sequential(nn.Linear(width, size), nn.GELU(), Dropout(share))


class Heads(nn.Module):
    """From word vectors to scores; the sizes are of tags, classes, forms and labels."""

    def __init__(self, tags: int, classes: int, forms: int, labels: int) -> None:
        super().__init__()
        width = WIDE + SHAPE
        self.shapes = nn.Embedding(2 * len(SHAPES), SHAPE)
        self.dropout = Dropout(0.25)
        self.tag_hidden, self.tag = _hidden(width, HIDDEN), nn.Linear(HIDDEN, tags + classes)
        self.form = nn.Linear(HIDDEN, forms)
        self.name_hidden, self.name = _hidden(width, HIDDEN), nn.Linear(HIDDEN, len(BIO))
        self.start_hidden, self.start = _hidden(width, 64), nn.Linear(64, 1)
        self.dependent, self.governor = _hidden(width, ARC, 0.33), _hidden(width, ARC, 0.33)
        self.arc = nn.Linear(ARC, ARC, bias=False)
        self.arc_bias = nn.Linear(ARC, 1, bias=False)
        nn.init.zeros_(self.arc.weight)
        self.label_dependent, self.label_governor = nn.Linear(width, 2 * LABEL), nn.Linear(width, 2 * LABEL)
        self.label = nn.Linear(2 * LABEL, labels)
        self.classes = classes

    def words(self, vectors: dict[str, Tensor], shapes: Tensor) -> dict[str, Tensor]:
        """What each word alone gives: scores of tags, classes, names, starts, and vectors of arcs and labels."""
        extra = self.shapes(shapes)
        inputs = {task: self.dropout(torch.cat([vector, extra], -1)) for task, vector in vectors.items()}
        hidden = self.tag_hidden(inputs["tags"])
        tags = self.tag(hidden)
        governor = self.governor(inputs["arcs"])
        return {
            "tags": tags[:, : -self.classes],
            "classes": tags[:, -self.classes :],
            "forms": self.form(hidden),
            "names": self.name(self.name_hidden(inputs["names"])),
            "starts": self.start(self.start_hidden(inputs["starts"]))[:, 0],
            "dependent": self.arc(self.dependent(inputs["arcs"])),
            "governor": governor,
            "pull": self.arc_bias(governor)[:, 0],
            "label_dependent": self.label_dependent(inputs["labels"]),
            "label_governor": self.label_governor(inputs["labels"]),
        }

    def labels(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """Scores of labels for pairs of word and head: a sum through a rectifier beside a product."""
        added = functional.relu(dependents[:, :LABEL] + governors[:, :LABEL])
        product = dependents[:, LABEL:] * governors[:, LABEL:]
        scores: Tensor = self.label(self.dropout(torch.cat([added, product], -1)))
        return scores


class Network(nn.Module):
    """Encoder, one learned mix of its last four layers for each task, and heads."""

    def __init__(
        self, vocabulary: int, sizes: tuple[int, int, int, int], inner: int = INNER, heads: int = ATTENTION_HEADS
    ) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, inner, heads)
        self.mix = nn.Parameter(torch.zeros(len(TASKS), 4))
        self.heads = Heads(*sizes)

    def stacked(self, batch: dict[str, Tensor]) -> Tensor:
        """The vectors of words of the last four layers."""
        rows, length = int(batch["piece_window"][-1]) + 1, int(batch["positions"].max()) + 1
        place = batch["piece_window"] * length + batch["positions"]
        mask = torch.zeros(rows * length, dtype=torch.bool).index_fill(0, place, True).view(rows, length)
        layers = self.encoder(batch["ids"], batch["positions"], batch["piece_shapes"], place, mask)
        words = [self._words(pieces, batch["piece_word"], len(batch["word_window"])) for pieces in layers]
        return torch.stack(words)

    def forward(self, batch: dict[str, Tensor]) -> dict[str, Any]:
        stacked = self.stacked(batch)
        mixed = torch.einsum("tl,lwd->twd", self.mix.softmax(-1), stacked)
        scores = self.heads.words(dict(zip(TASKS, mixed, strict=True)), batch["shapes"])
        return {**scores, "arcs": self._arcs(scores, batch), "vectors": stacked}

    @staticmethod
    def _words(pieces: Tensor, word: Tensor, count: int) -> Tensor:
        keep = word >= 0
        total = pieces.new_zeros(count, WIDE).index_add(0, word[keep], pieces[keep])
        number = pieces.new_zeros(count).index_add(0, word[keep], torch.ones(int(keep.sum())))
        return total / number.clamp(min=1)[:, None]

    @staticmethod
    def _arcs(scores: dict[str, Tensor], batch: dict[str, Tensor]) -> Tensor:
        """Scores of every word (rows) for every head in its window (columns), within the sentence."""
        window, place = batch["word_window"], batch["word_place"]
        rows, length = int(window[-1]) + 1, int(place.max()) + 1
        at = window * length + place

        def padded(values: Tensor) -> Tensor:
            flat = values.new_zeros(rows * length, *values.shape[1:]).index_copy(0, at, values)
            return flat.view(rows, length, *values.shape[1:])

        governor, pull = padded(scores["governor"]), padded(scores["pull"])
        arcs = padded(scores["dependent"]) @ governor.transpose(1, 2) + pull[:, None, :]
        sentence = torch.full((rows * length,), -1).index_copy(0, at, batch["sentence"]).view(rows, length)
        same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence[:, None, :] >= 0)
        within: Tensor = arcs.masked_fill(~same, -1e4).flatten(0, 1).index_select(0, at)
        return within


def widths(state: Mapping[str, Any]) -> tuple[int, int]:
    """How many units the feed-forward layers of these weights have, and how many heads their attention has."""
    return len(state["encoder.layers.0.inner.bias"]), len(state["encoder.layers.0.attend.bias"]) // (3 * HEAD)


def losses(network: Network, output: dict[str, Any], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The loss of each task, summed over words and divided by the words of the batch."""
    count = len(batch["tags"])
    found = {}
    for task in ("tags", "classes", "forms"):
        found[task] = functional.cross_entropy(output[task], batch[task], ignore_index=-1, reduction="sum")
    heads = batch["heads"]
    found["arcs"] = functional.cross_entropy(output["arcs"], heads, ignore_index=-1, reduction="sum")
    trees = torch.nonzero(heads >= 0)[:, 0]
    first = torch.nonzero(batch["word_place"] == 0)[:, 0]
    governors = first[batch["word_window"][trees]] + heads[trees]
    scores = network.heads.labels(output["label_dependent"][trees], output["label_governor"][governors])
    found["labels"] = functional.cross_entropy(scores, batch["labels"][trees], ignore_index=-1, reduction="sum")
    allowed = (batch["names"][:, None] >> torch.arange(len(BIO))) & 1
    logits = output["names"]
    inside = logits.masked_fill(allowed == 0, -1e4).logsumexp(-1)
    found["names"] = 3 * (logits.logsumexp(-1) - inside).sum()
    seen = batch["starts"] >= 0
    starts = functional.binary_cross_entropy_with_logits(
        output["starts"][seen], batch["starts"][seen].float(), reduction="sum"
    )
    found["starts"] = 0.5 * starts
    for task in ("classes", "forms"):
        found[task] = 0.5 * found[task]
    return {task: loss / count for task, loss in found.items()}
