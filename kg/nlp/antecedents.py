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
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.nlp.mentions import KIND_COUNT, NAME, NOMINAL, ROLE_COUNT, WIDE, Array, Mentions, Numbers
from kg.nlp.phrases import TAGS

WEIGHTS = "antecedents.npz"  # in a pipeline's folder
FARTHEST = 100  # mentions looked back
CLOSE = 24  # of them, how many are looked at closely
_BLOCK = 400  # mentions scored at once
Flags = NDArray[np.bool_]


def _steps(*bounds: int) -> Numbers:
    """For each distance from 0 the number of the step it lies in; what is farther lies in the last."""
    return np.digitize(np.arange(bounds[-1] + 1), bounds)


_MENTIONS = _steps(1, 2, 3, 4, 5, 8, 16, 32, 64)
_SENTENCES = _steps(1, 2, 3, 4, 5, 8, 16, 32)
_PARAGRAPHS = _steps(1, 2, 3, 4, 8)
FEATURES = (10, 9, 6, 14, KIND_COUNT * KIND_COUNT, ROLE_COUNT * ROLE_COUNT, 9, 8, 3)
_SHIFTS = np.cumsum((0, *FEATURES[:-1]))


# what is plain to see of two mentions


def pairs(count: int, first: int = 0) -> tuple[Numbers, Numbers]:
    """Every mention from `first` on (first array) with each of those up to `FARTHEST` before it (second array)."""
    rows = np.repeat(np.arange(first, count), FARTHEST)
    columns = rows - np.tile(np.arange(1, FARTHEST + 1), count - first)
    kept = columns >= 0
    return rows[kept], columns[kept]


def pair_features(found: Mentions, rows: Numbers, columns: Numbers) -> Numbers:
    """A row for each of `FEATURES`, a column for each pair; each feature's numbers are shifted to its own range."""
    mine, other = Mentions(found.table[:, rows]), Mentions(found.table[:, columns])
    features = (
        _MENTIONS[np.minimum(rows - columns, len(_MENTIONS) - 1)],
        _SENTENCES[np.clip(mine["sentence"] - other["sentence"], 0, len(_SENTENCES) - 1)],
        _PARAGRAPHS[np.clip(mine["paragraph"] - other["paragraph"], 0, len(_PARAGRAPHS) - 1)],
        _matches(mine, other),
        mine["kind"] * KIND_COUNT + other["kind"],
        mine["role"] * ROLE_COUNT + other["role"],
        _relations(mine, other),
        _quoted(mine, other),
        _overlaps(mine, other),
    )
    shifted: Numbers = np.stack(features) + _SHIFTS[:, None]
    return shifted


def _chosen(*conditions: Flags, default: int) -> Numbers:
    """The number of the first condition that holds."""
    return np.select(conditions, list(range(len(conditions))), default)


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
        known = np.array([doc.vocab.strings.add(tag) for tag in TAGS], dtype=np.uint64)
        order = known.argsort()
        places = np.minimum(known[order].searchsorted(tags), len(known) - 1)
        places = np.where(known[order][places] == tags, order[places], -1)
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
            part = found.part(first, start + _BLOCK)
            rows, columns = pairs(len(part), start - first)
            values = self._links(part, rows, columns, tensor, logits)
            scores[rows + first, rows - columns - 1] = values
        return scores

    def _links(self, found: Mentions, rows: Numbers, columns: Numbers, tensor: Array, logits: Array) -> Array:
        """The scores of these pairs."""
        weights = self.weights
        hidden = found.vectors(tensor) @ weights["project"] + weights["kind"][found["kind"]]
        hidden += np.maximum(logits[found["head"]], -3)[:, None] * weights["logit"]
        hidden = np.maximum(hidden, 0)
        features = pair_features(found, rows, columns)
        alone = hidden @ weights["alone"]
        links: Array = ((hidden @ weights["bilinear"]) @ hidden.T)[rows, columns] + alone[rows] + alone[columns]
        for numbers in features:
            links += weights["biases"][numbers]
        kept = _closest(links, rows, columns)
        inner = (hidden @ weights["anaphor"])[rows[kept]] + (hidden @ weights["antecedent"] + weights["inner_bias"])[
            columns[kept]
        ]
        for numbers in features[:, kept]:
            inner += weights["features"][numbers]
        scores = np.full(len(rows), -np.inf, dtype=np.float32)
        scores[kept] = links[kept] + np.maximum(inner, 0) @ weights["outer"] + weights["outer_bias"]
        return scores


def _closest(links: Array, rows: Numbers, columns: Numbers) -> Numbers:
    """The places of the best `CLOSE` links of each row."""
    first = int(rows[0]) if len(rows) else 0
    count = int(rows[-1]) + 1 - first if len(rows) else 0
    band = np.full((count, FARTHEST), -np.inf, dtype=np.float32)
    place = np.zeros((count, FARTHEST), dtype=np.int64)
    band[rows - first, rows - columns - 1] = links
    place[rows - first, rows - columns - 1] = np.arange(len(rows))
    best = np.argpartition(-band, CLOSE, axis=1)[:, :CLOSE]
    kept = np.take_along_axis(band, best, axis=1) > -np.inf
    chosen: Numbers = np.take_along_axis(place, best, axis=1)[kept]
    return chosen


@lru_cache(maxsize=4)
def scorer(path: Path) -> Scorer | None:
    """The scorer kept in a file; None where there is no such file."""
    return Scorer.from_disk(path) if path.exists() else None


def is_read(doc: Doc) -> bool:
    """Whether kg's own encoder has read the document, whose vectors the scorer knows."""
    return doc.tensor.ndim == 2 and doc.tensor.shape == (len(doc), WIDE)
