"""Learned link scores of a document's candidates, a stretch at a time, so that long documents cost no more a word."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.nlp import antecedents
from kg.nlp.candidates import Candidate

_STEP = 300  # candidates scored at once, beside those before them that they may go back to
_LIMIT = 4.0  # no score weighs more than this, either way


class Learned:
    """`learned(i, j)`: how likely the candidate headed by token i means who the one headed by j, before it, means.

    Above 0 for yes; 0 where the scorer is not installed, or the two lie too far apart for it.
    """

    def __init__(self, doc: Doc, candidates: Iterable[Candidate]) -> None:
        ordered = sorted(candidates, key=lambda each: (each.start, each.end))
        self.doc = doc
        self.spans = [(each.start, each.end) for each in ordered]
        self.places = {each.head: place for place, each in enumerate(ordered)}
        self.blocks: dict[int, NDArray[np.float32] | None] = {}

    def __call__(self, head: int, before: int) -> float:
        """The score of the link between the candidates headed by these tokens."""
        place, other = self.places[head], self.places[before]
        number = place // _STEP
        first = max(number * _STEP - antecedents.FARTHEST, 0)
        if not first <= other < place:
            return 0.0
        if number not in self.blocks:
            self.blocks[number] = antecedents.score(self.doc, self.spans[first : (number + 1) * _STEP])
        block = self.blocks[number]
        value = -np.inf if block is None else float(block[place - first, other - first])
        return max(-_LIMIT, min(_LIMIT, value)) if value > -np.inf else 0.0
