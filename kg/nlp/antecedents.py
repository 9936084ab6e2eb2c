"""How likely two mentions of people in one document are the same person, read from the encoder's word vectors.

>>> scores = score(doc, [(0, 2), (5, 6)])    # tokens of "James Norton" and "he"    # doctest: +SKIP
>>> scores[1, 0]    # above 0: rather the same than not    # doctest: +SKIP
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Array = NDArray[np.float32]
Numbers = NDArray[np.int64]
PACKAGED = Path(__file__).parent.parent / "model" / "antecedents.npz"

# Words that say by themselves what kind of mention they make; "name" and "nominal" are the other two kinds.
KINDS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "he him his himself", "she her hers herself", "they them their theirs themselves themself 'em em",
            "it its itself", "i me my mine myself", "we us our ours ourselves 's", "you your yours yourself yourselves",
            "who whom whose which that", "this these those one ones each both all",
        ),
        start=2,
    )
    for word in words.split()
}  # fmt: skip
NAME, NOMINAL, KIND_COUNT = 0, 1, 11
MENTION_STEPS = np.array([1, 2, 3, 4, 5, 8, 16, 32, 64])
SENTENCE_STEPS = np.array([1, 2, 3, 4, 5, 8, 16, 32])
MATCHES = 6  # nothing shared, the same words, the last word, the first, some capitalised word, the same pronoun
FARTHEST = 100  # mentions looked back
FEATURES = (len(MENTION_STEPS) + 1, len(SENTENCE_STEPS) + 1, MATCHES, KIND_COUNT * KIND_COUNT, 2)


@dataclass(frozen=True, slots=True)
class Mentions:
    """What the scorer sees of mentions, in order; a vector holds those of the first, the last and the head word."""

    vectors: Array
    kinds: Numbers
    sentences: Numbers
    spans: list[tuple[int, int]]
    words: list[tuple[str, ...]]


def mentions_of(doc: Doc, spans: Sequence[tuple[int, int]]) -> Mentions:
    """The mentions at these tokens (ends not included), which should be in the order of the text."""
    vectors, kinds, words = [], [], []
    for start, end in spans:
        head = doc[start:end].root
        vectors.append(np.concatenate([doc.tensor[start], doc.tensor[end - 1], doc.tensor[head.i]]))
        texts = tuple(token.text for token in doc[start:end])
        known = KINDS.get(texts[0].lower().replace("’", "'")) if len(texts) == 1 else None
        proper = head.pos_ == "PROPN" or doc[end - 1].pos_ == "PROPN"
        kinds.append(known if known is not None else NAME if proper else NOMINAL)
        words.append(texts)
    numbers = {sent.start: i for i, sent in enumerate(doc.sents)}
    sentences = [numbers[doc[start].sent.start] for start, _ in spans]
    return Mentions(
        np.array(vectors, dtype=np.float32).reshape(len(spans), -1),
        np.array(kinds, dtype=np.int64),
        np.array(sentences, dtype=np.int64),
        list(spans),
        words,
    )


def pairs(count: int) -> tuple[Numbers, Numbers]:
    """Every mention (first array) with each of those up to `FARTHEST` before it (second array)."""
    rows, columns = np.tril_indices(count, -1)
    near = rows - columns <= FARTHEST
    return rows[near], columns[near]


def pair_features(mentions: Mentions, rows: Numbers, columns: Numbers) -> Numbers:
    """A row of feature numbers for each pair, each feature shifted to its own range (`FEATURES`)."""
    kinds, sentences = mentions.kinds, mentions.sentences
    starts, ends = np.array(mentions.spans, dtype=np.int64).reshape(-1, 2).T
    found = [
        np.digitize(rows - columns, MENTION_STEPS),
        np.digitize(sentences[rows] - sentences[columns], SENTENCE_STEPS),
        _matches(mentions, rows, columns),
        kinds[rows] * KIND_COUNT + kinds[columns],
        ((starts[rows] < ends[columns]) & (starts[columns] < ends[rows])).astype(np.int64),
    ]
    shifted: Numbers = np.stack(found, axis=1) + np.cumsum((0, *FEATURES[:-1]))
    return shifted


def _matches(mentions: Mentions, rows: Numbers, columns: Numbers) -> Numbers:
    """Which words two mentions share; the strongest sharing counts."""
    lowered = [tuple(word.lower() for word in words if word not in ("'s", "’s", "'", "’")) for words in mentions.words]
    capital = [{word.lower() for word in words if word[:1].isupper()} for words in mentions.words]
    kinds = mentions.kinds.tolist()
    found = [
        _match(lowered[i], lowered[j], bool(capital[i] & capital[j]), kinds[i], kinds[j])
        for i, j in zip(rows.tolist(), columns.tolist(), strict=True)
    ]
    return np.array(found, dtype=np.int64)


def _match(mine: tuple[str, ...], other: tuple[str, ...], capital: bool, kind: int, kind_of_other: int) -> int:
    if kind > NOMINAL or kind_of_other > NOMINAL:
        return 5 if kind == kind_of_other else 0
    if not mine or not other:
        return 0
    if mine == other:
        return 1
    if mine[-1] == other[-1]:
        return 2
    if mine[0] == other[0] and capital:
        return 3
    return 4 if capital else 0


class Scorer:
    """The learned weights, applied without any framework."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self.weights = weights

    @classmethod
    def from_disk(cls, path: str | Path) -> "Scorer":
        """The scorer kept in a file of arrays."""
        with np.load(path) as arrays:
            return cls({name: arrays[name].astype(np.float32) for name in arrays.files})

    def __call__(self, mentions: Mentions) -> Array:
        """Scores of links: row i, column j < i; above 0 means rather the same person than not. The rest is -inf."""
        count = len(mentions.spans)
        weights = self.weights
        if count < 2:
            return np.full((count, count), -np.inf, dtype=np.float32)
        hidden = mentions.vectors @ weights["project"] + weights["project_bias"] + weights["kind"][mentions.kinds]
        hidden = np.maximum(hidden, 0)
        rows, columns = pairs(count)
        features = pair_features(mentions, rows, columns)
        inner = (hidden @ weights["anaphor"])[rows] + (hidden @ weights["antecedent"] + weights["inner_bias"])[columns]
        linked = ((hidden @ weights["bilinear"]) @ hidden.T)[rows, columns] + weights["outer_bias"]
        for numbers in features.T:
            inner += weights["features"][numbers]
            linked += weights["biases"][numbers]
        scores = np.full((count, count), -np.inf, dtype=np.float32)
        scores[rows, columns] = linked + np.maximum(inner, 0) @ weights["outer"]
        return scores


@lru_cache(maxsize=4)
def scorer(path: Path = PACKAGED) -> Scorer | None:
    """The scorer of the package, or of another file; None where there is none."""
    return Scorer.from_disk(path) if path.exists() else None


def score(doc: Doc, mentions: Sequence[tuple[int, int]], path: Path = PACKAGED) -> Array | None:
    """Link scores of mentions given as tokens (start, end not included) in order of the text: row i, column j < i.

    Above 0: rather the same person than nobody before; -inf on and above the diagonal.
    None where the document was not read by kg's own encoder or no scorer is installed.
    """
    found = scorer(path)
    if found is None or doc.tensor.ndim != 2 or doc.tensor.shape != (len(doc), 384):
        return None
    return found(mentions_of(doc, mentions))
