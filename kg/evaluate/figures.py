"""Figures of a score: counts added up over documents, and what they make."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from kg.evaluate.comparison import Comparison
from kg.evaluate.details import details
from kg.evaluate.match import ends

FAMILY = frozenset({"born", "died", "child_born", "adopted"})  # the other events are relationships

_DETAILS = {"places": "place", "works": "work", "tellers": "said_by"}

Figures = dict[str, Any]


def prf(right: int, predicted: int, gold: int) -> Figures:
    """Precision, recall and F1 in per cent, and the counts behind them.

    >>> prf(3, 4, 6)
    {'P': 75.0, 'R': 50.0, 'F1': 60.0, 'n': [3, 4, 6]}
    """
    precision, recall = right / max(1, predicted), right / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {
        "P": round(100 * precision, 1),
        "R": round(100 * recall, 1),
        "F1": round(100 * f1, 1),
        "n": [right, predicted, gold],
    }


class Tally:
    """Counts of all documents so far."""

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self._types: dict[str, Counter[str]] = {}

    def add(self, found: Comparison) -> None:
        """Counts one more document."""
        self._events(found)
        self._dates(found)
        self._details(found)
        self._ends(found)
        self._statuses(found)
        rows = {"works": found.works, "states": found.states, "kin": found.kin}
        for name, counts in rows.items():
            self._plus(name, counts)
        self._plus("repeats", (found.repeats, 0))
        self._plus("shown as real", (sum(shown for _, shown, _ in found.unreal), len(found.unreal)))
        self._plus("found as unreal", (sum(hidden for _, _, hidden in found.unreal), len(found.unreal)))
        self._plus("rivals", found.rivals)
        self._plus("turns", found.turns)
        self._plus("traps", (sum(fact is not None for _, fact in found.traps), len(found.traps)))

    def figures(self, missing: int = 0) -> Figures:
        """All figures, by name; `missing` documents had no timeline."""
        dated = self._row("dated", 4)
        return {
            "events": prf(*self._row("events", 3)),
            "relationships": prf(*self._row("relationships", 3)),
            "dated": prf(dated[0], dated[2], dated[3]),
            "dated_31d": prf(dated[1], dated[2], dated[3]),
            "states": prf(*self._row("states", 3)),
            "kin": prf(*self._row("kin", 3)),
            "worked_together": {"found": self._row("works", 4)[:2], "right": self._row("works", 4)[2:]},
            **{name: self._asked(kind) for name, kind in _DETAILS.items()},
            "ends": {"right": self._row("ends", 3)[::2], "against": self._row("ends", 3)[1:]},
            "told_twice": [self._row("repeats", 1)[0], self._row("events", 2)[1]],
            "status": {"right": self._row("status", 2), "not_asserted": self._row("not asserted", 2)},
            "unreal": {
                "shown_as_real": self._row("shown as real", 2),
                "found_as_unreal": self._row("found as unreal", 2),
            },
            "rivals": self._row("rivals", 2),
            "turns": self._row("turns", 2),
            "traps": self._row("traps", 2),
            "types": self._by_type(),
            "missing": missing,
        }

    def _events(self, found: Comparison) -> None:
        rows = [match.gold.type for match in found.matched], [f.type for f in found.shown], [g.type for g in found.real]
        self._plus("events", map(len, rows))
        self._plus("relationships", (sum(type not in FAMILY for type in row) for row in rows))
        for name, row in zip("cpg", rows, strict=True):
            for type in row:
                self._types.setdefault(type, Counter())[name] += 1

    def _dates(self, found: Comparison) -> None:
        dated = [match for match in found.matched if match.gold.date]
        equal, close = sum(match.is_dated for match in dated), sum(match.is_close for match in dated)
        told = sum(fact.is_dated for fact in found.shown), sum(bool(gold.date) for gold in found.real)
        self._plus("dated", (equal, close, *told))

    def _details(self, found: Comparison) -> None:
        """Places, works and who says so, of what was found: the right one of those asked, and of those told."""
        for detail in details(found):
            self._plus(f"{detail.kind} found", (detail.is_right, 1))
            self._plus(f"{detail.kind} right", (detail.is_right, bool(detail.told)))

    def _ends(self, found: Comparison) -> None:
        for gold, fact in found.held:
            for is_near, is_against in ends(fact, gold):
                self._plus("ends", (is_near, is_against, 1))

    def _statuses(self, found: Comparison) -> None:
        same = [(match.fact.status == match.gold.status, match.gold.status) for match in found.matched]
        self._plus("status", (sum(right for right, _ in same), len(same)))
        doubted = [right for right, status in same if status != "asserted"]
        self._plus("not asserted", (sum(doubted), len(doubted)))

    def _by_type(self) -> dict[str, Figures]:
        ordered = sorted(self._types.items(), key=lambda item: (-item[1]["g"], item[0]))
        return {type: prf(count["c"], count["p"], count["g"]) for type, count in ordered}

    def _plus(self, name: str, counts: Iterable[int]) -> None:
        for place, count in enumerate(counts):
            self._count[f"{name} {place}"] += count

    def _asked(self, kind: str) -> Figures:
        return {"found": self._row(f"{kind} found", 2), "right": self._row(f"{kind} right", 2)}

    def _row(self, name: str, length: int) -> list[int]:
        return [self._count[f"{name} {place}"] for place in range(length)]
