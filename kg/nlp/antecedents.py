"""Which words speak of people, and how likely two of them speak of the same one, read from the encoder's word vectors.

The scorer goes from coarse to fine (Lee, He and Zettlemoyer, 2018): a product of two mentions' vectors and the weights
of what is plain to see rank those before a mention, and a small network scores the best of them.

>>> from kg.nlp.mentions import mentions
>>> read = scorer(path)    # doctest: +SKIP
>>> scores = read(mentions(doc, [0, 5]), doc.tensor, read.people(doc))    # "James Norton", "he"    # doctest: +SKIP
>>> scores[1, 0]    # of "he" with the mention before it; above 0: rather the same than nobody    # doctest: +SKIP
"""

from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Doc

from kg.nlp.mentions import KIND_COUNT, NAME, NOMINAL, ROLE_COUNT, WIDE, Array, Mentions, Numbers
from kg.nlp.phrases import TAGS

WEIGHTS = "antecedents.npz"  # in a pipeline's folder
FARTHEST = 100  # mentions looked back
CLOSE = 24  # of them, how many are looked at closely
_BLOCK = 400  # mentions scored at once
Flags = NDArray[np.bool_]
_KEYS = np.array([get_string_id(tag) for tag in TAGS], dtype=np.uint64)  # spaCy's
_ORDER = _KEYS.argsort()
_SORTED = _KEYS[_ORDER]


def _steps(*bounds: int) -> Numbers:
    """For each distance from 0 the number of the step it lies in; what is farther lies in the last."""
    return np.digitize(np.arange(bounds[-1] + 1), bounds)


_MENTIONS = _steps(1, 2, 3, 4, 5, 8, 16, 32, 64)
_SENTENCES = _steps(1, 2, 3, 4, 5, 8, 16, 32)
_PARAGRAPHS = _steps(1, 2, 3, 4, 8)
FEATURES = (10, 9, 6, 14, KIND_COUNT * KIND_COUNT, ROLE_COUNT * ROLE_COUNT, 9, 8, 3)
_SHIFTS = np.cumsum((0, *FEATURES[:-1]))


# what is plain to see of two mentions


def pair_features(mine: Mentions, other: Mentions, apart: Numbers) -> list[Numbers]:
    """For each of `FEATURES` its number for each mention with the other one, so many mentions before it (`apart`).

    Each feature's numbers are shifted to its own range.
    """
    features = (
        _step(_MENTIONS, apart),
        _step(_SENTENCES, mine["sentence"] - other["sentence"]),
        _step(_PARAGRAPHS, mine["paragraph"] - other["paragraph"]),
        _matches(mine, other),
        mine["kind"] * KIND_COUNT + other["kind"],
        mine["role"] * ROLE_COUNT + other["role"],
        _relations(mine, other),
        _quoted(mine, other),
        _overlaps(mine, other),
    )
    return [numbers + shift for numbers, shift in zip(features, _SHIFTS, strict=True)]


def _step(steps: Numbers, distances: Numbers) -> Numbers:
    found: Numbers = steps[np.minimum(np.maximum(distances, 0), len(steps) - 1)]
    return found


def _chosen(*conditions: Flags, default: int) -> Numbers:
    """The number of the first condition that holds; as `np.select`, which takes twice the time."""
    chosen = np.full(conditions[0].shape, default)
    for number in reversed(range(len(conditions))):
        np.copyto(chosen, number, where=conditions[number])
    return chosen


def _matches(mine: Mentions, other: Mentions) -> Numbers:
    """Which words two mentions share."""
    is_name, other_name = ((each["kind"] >= NAME) & (each["kind"] < NOMINAL) for each in (mine, other))
    is_pronoun, other_pronoun = mine["kind"] < NAME, other["kind"] < NAME
    both = is_name & other_name
    single, other_single = mine["first"] == mine["last"], other["first"] == other["last"]
    first, last, main = (mine[part] == other[part] for part in ("first", "last", "main"))
    return _chosen(
        is_pronoun & other_pronoun & main,
        is_pronoun & other_pronoun,
        is_pronoun | other_pronoun,
        mine["words"] == other["words"],
        both & first & last,
        both & (single | other_single) & last,
        both & (single | other_single) & first,
        both & last,
        both & first,
        both & ~single & ~other_single,
        both,
        main,
        (mine["capitals"] & other["capitals"]) != 0,
        default=13,
    )


def _relations(mine: Mentions, other: Mentions) -> Numbers:
    """How two mentions hang together in the tree."""
    below, above = mine["governor"] == other["head"], other["governor"] == mine["head"]
    core = (mine["role"] > 0) & (mine["role"] <= 3) & (other["role"] > 0) & (other["role"] <= 3)
    return _chosen(
        mine["head"] == other["head"],
        above & (other["role"] == 4),
        above & (other["role"] == 1),
        below & (mine["role"] == 6),
        below & (mine["role"] == 7),
        below,
        above,
        (mine["governor"] == other["governor"]) & core,
        default=8,
    )


def _quoted(mine: Mentions, other: Mentions) -> Numbers:
    """Whether the two stand in quotations, and whether one says the other's."""
    inside, other_inside = mine["quote"] >= 0, other["quote"] >= 0
    return _chosen(
        mine["speaker"] == other["head"],
        other["speaker"] == mine["head"],
        ~inside & ~other_inside,
        mine["quote"] == other["quote"],
        (mine["speaker"] == other["speaker"]) & (mine["speaker"] >= 0),
        inside & other_inside,
        inside,
        default=7,
    )


def _overlaps(mine: Mentions, other: Mentions) -> Numbers:
    """Whether one mention lies in the other."""
    return _chosen(
        (mine["start"] >= other["start"]) & (mine["end"] <= other["end"]), mine["start"] < other["end"], default=2
    )


# the learned weights


class Scorer:
    """The learned weights, applied without any framework."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self.weights = weights

    @classmethod
    def from_disk(cls, path: str | Path) -> "Scorer":
        """The scorer kept in a file of arrays."""
        with np.load(path) as arrays:
            return cls({name: arrays[name].astype(np.float32) for name in arrays.files})

    def people(self, doc: Doc) -> Array:
        """For each token whether it heads a phrase that speaks of people: above 0 rather so; -inf for other words."""
        weights, tags = self.weights, doc.to_array("TAG")
        places = np.minimum(_SORTED.searchsorted(tags), len(_SORTED) - 1)
        places = np.where(_SORTED[places] == tags, _ORDER[places], -1)
        kept = np.flatnonzero(places >= 0)
        hidden = doc.tensor[kept] @ weights["person"] + weights["person_tags"][places[kept]]
        logits = np.full(len(doc), -np.inf, dtype=np.float32)
        logits[kept] = np.maximum(hidden, 0) @ weights["person_outer"] + weights["person_bias"]
        return logits

    def __call__(self, found: Mentions, tensor: Array, logits: Array) -> Array:
        """Scores of links: row i, column k for the mention k + 1 before i; what is not linked at all has -inf."""
        scores = np.full((len(found), FARTHEST), -np.inf, dtype=np.float32)
        for start in range(0, len(found), _BLOCK):
            first = max(start - FARTHEST, 0)
            part = self._links(found.at(slice(first, start + _BLOCK)), start - first, tensor, logits)
            scores[start : start + _BLOCK, : part.shape[1]] = part
        return scores

    def _hidden(self, found: Mentions, tensor: Array, logits: Array) -> Array:
        """A vector for each mention."""
        hidden: Array = found.vectors(tensor) @ self.weights["project"] + self.weights["kind"][found["kind"]]
        hidden += np.maximum(logits[found["head"]], -3)[:, None] * self.weights["logit"]
        return np.maximum(hidden, 0)

    def _links(self, found: Mentions, first: int, tensor: Array, logits: Array) -> Array:
        """The scores of the links of the mentions from `first` on."""
        weights, hidden = self.weights, self._hidden(found, tensor, logits)
        places = np.arange(first, len(found))[:, None]
        apart = np.arange(1, min(FARTHEST, len(found) - 1) + 1) + np.zeros_like(places)
        columns = places - apart
        before = Mentions(windows(found.table, apart.shape[1])[:, first:])
        features = pair_features(found.at(places), before, apart)
        products = (hidden[first:] @ weights["bilinear"]) @ hidden.T
        alone = hidden @ weights["alone"]
        links: Array = products[places - first, columns] + alone[places] + alone[columns]
        for numbers in features:
            links += weights["biases"][numbers]
        links[columns < 0] = -np.inf
        rows, kept = _closest(links)
        antecedents = hidden @ weights["antecedent"] + weights["inner_bias"]
        inner = (hidden[first:] @ weights["anaphor"])[rows] + antecedents[columns[rows, kept]]
        for numbers in features:
            inner += weights["features"].take(numbers[rows, kept], axis=0)
        scores = np.full(links.shape, -np.inf, dtype=np.float32)
        scores[rows, kept] = links[rows, kept] + np.maximum(inner, 0) @ weights["outer"] + weights["outer_bias"]
        return scores


def _closest(links: Array) -> tuple[Numbers, Numbers]:
    """The rows and columns of the best `CLOSE` links of each row."""
    least = np.partition(links, -CLOSE)[:, -CLOSE, None] if links.shape[1] > CLOSE else -np.inf
    rows, columns = np.nonzero((links >= least) & (links > -np.inf))
    return rows, columns


def windows(table: Numbers, width: int) -> Numbers:
    """For each column of a table the `width` columns before it, the nearest first; noughts where there are none."""
    padded = np.concatenate([np.zeros((len(table), width), dtype=table.dtype), table], axis=1)
    return sliding_window_view(padded, width, axis=1)[:, :-1, ::-1]


@lru_cache(maxsize=4)
def scorer(path: Path) -> Scorer | None:
    """The scorer kept in a file; None where there is no such file."""
    return Scorer.from_disk(path) if path.exists() else None


def is_read(doc: Doc) -> bool:
    """Whether kg's own encoder has read the document, whose vectors the scorer knows."""
    return doc.tensor.ndim == 2 and doc.tensor.shape == (len(doc), WIDE)
