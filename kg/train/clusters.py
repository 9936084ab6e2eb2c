"""Scores of coreference: MUC, B³ and CEAF-e, whose mean is the CoNLL figure; and GAP's F1."""

from collections import Counter
from collections.abc import Hashable, Iterable

import numpy as np
from scipy.optimize import linear_sum_assignment

Cluster = frozenset[Hashable]


class Conll:
    """Counts over documents; clusters of one mention are left out on both sides.

    >>> same = [frozenset({1, 2, 3})]
    >>> counts = Conll()
    >>> counts.add(same, [frozenset({1, 2}), frozenset({4, 5})])
    >>> {name: round(value, 1) for name, value in counts.scores().items()}
    {'MUC': 50.0, 'B³': 47.1, 'CEAF-e': 53.3, 'CoNLL': 50.1}
    """

    def __init__(self) -> None:
        self._sums: Counter[str] = Counter()

    def add(self, gold: Iterable[Cluster], guess: Iterable[Cluster]) -> None:
        """One document's clusters."""
        golds, guesses = ([cluster for cluster in side if len(cluster) > 1] for side in (gold, guess))
        for side, mine, other in (("recall", golds, guesses), ("precision", guesses, golds)):
            self._muc(side, mine, other)
            self._b_cubed(side, mine, other)
            self._sums[f"CEAF-e {side} of"] += len(mine)
        if golds and guesses:
            alike = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in guesses] for a in golds])
            rows, columns = linear_sum_assignment(-alike)
            for side in ("recall", "precision"):
                self._sums[f"CEAF-e {side}"] += float(alike[rows, columns].sum())  # type: ignore[assignment]

    def _muc(self, side: str, mine: list[Cluster], other: list[Cluster]) -> None:
        owner = {mention: i for i, cluster in enumerate(other) for mention in cluster}
        for cluster in mine:
            parts = {owner.get(mention, ("alone", mention)) for mention in cluster}
            self._sums[f"MUC {side}"] += len(cluster) - len(parts)
            self._sums[f"MUC {side} of"] += len(cluster) - 1

    def _b_cubed(self, side: str, mine: list[Cluster], other: list[Cluster]) -> None:
        owner = {mention: cluster for cluster in other for mention in cluster}
        for cluster in mine:
            shares = sum(len(cluster & owner[mention]) / len(cluster) for mention in cluster if mention in owner)
            self._sums[f"B³ {side}"] += shares  # type: ignore[assignment]
            self._sums[f"B³ {side} of"] += len(cluster)

    def scores(self) -> dict[str, float]:
        """F1 of each measure and their mean, in per cent."""
        found = {}
        for name in ("MUC", "B³", "CEAF-e"):
            recall, precision = (
                self._sums[f"{name} {side}"] / max(self._sums[f"{name} {side} of"], 1)
                for side in ("recall", "precision")
            )
            found[name] = 200 * recall * precision / (recall + precision) if recall + precision else 0.0
        found["CoNLL"] = sum(found.values()) / 3
        return found


def gap_scores(found: Iterable[tuple[bool, bool, bool]]) -> dict[str, float]:
    """F1 from (is feminine, gold, guess) of every pair of pronoun and name; and the feminine over the masculine one."""
    counts: Counter[str] = Counter()
    for feminine, gold, guess in found:
        for group in ("all", "feminine" if feminine else "masculine"):
            counts.update({f"{group} hit": gold and guess, f"{group} sum": gold + guess})
    rates = {
        group: 200 * counts[f"{group} hit"] / max(counts[f"{group} sum"], 1)
        for group in ("all", "feminine", "masculine")
    }
    return {**rates, "ratio": rates["feminine"] / rates["masculine"] if rates["masculine"] else 0.0}
