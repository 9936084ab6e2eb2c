"""Allen's thirteen relations between stretches of time whose first and last days are known only within bounds.

J. F. Allen, "Maintaining knowledge about temporal intervals", CACM 26 (1983); days are whole and both ends included,
so one stretch meets the next where it ends on the day before.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.dates.interval import Certainty, Interval


class Allen(StrEnum):
    """How one stretch of time stands to another."""

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    FINISHED_BY = "finished_by"
    CONTAINS = "contains"
    STARTED_BY = "started_by"
    OVERLAPPED_BY = "overlapped_by"
    MET_BY = "met_by"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time from the day `start` to the day `end`, both included and each known within bounds."""

    start: Interval
    end: Interval

    def relations(self, other: "Stretch") -> dict[Allen, Certainty]:
        """Each of the thirteen relations that this stretch may have to the other: certain, possible or contradicted."""
        possible = [relation for relation in Allen if self._allows(other, relation)]
        found = Certainty.CERTAIN if len(possible) == 1 else Certainty.POSSIBLE
        return {relation: found if relation in possible else Certainty.CONTRADICTED for relation in Allen}

    def relation(self, other: "Stretch", relation: Allen) -> Certainty:
        """Whether this stretch stands in `relation` to the other."""
        return self.relations(other)[relation]

    def _allows(self, other: "Stretch", relation: Allen) -> bool:
        if relation in _INVERSE:
            return other._allows(self, _INVERSE[relation])
        ends = {"a": self.start, "A": self.end, "b": other.start, "B": other.end}
        reached = 0
        for gap, members in _CHAINS[relation]:
            low = max((ends[end].earliest or date.min).toordinal() - shift for end, shift in members)
            high = min((ends[end].latest or date.max).toordinal() - shift for end, shift in members)
            reached = max(reached + gap, low)
            if reached > high:
                return False
        return True


_INVERSE = {
    Allen.AFTER: Allen.BEFORE,
    Allen.MET_BY: Allen.MEETS,
    Allen.OVERLAPPED_BY: Allen.OVERLAPS,
    Allen.STARTED_BY: Allen.STARTS,
    Allen.CONTAINS: Allen.DURING,
    Allen.FINISHED_BY: Allen.FINISHES,
}
# The four days in order: a, A are the first and last of this stretch, b, B of the other. Each step gives the fewest
# days to the step before it, and the ends that fall on it with their offset.
_CHAINS: dict[Allen, tuple[tuple[int, tuple[tuple[str, int], ...]], ...]] = {
    Allen.BEFORE: ((0, (("a", 0),)), (0, (("A", 0),)), (2, (("b", 0),)), (0, (("B", 0),))),
    Allen.MEETS: ((0, (("a", 0),)), (0, (("A", 0), ("b", 1))), (1, (("B", 0),))),
    Allen.OVERLAPS: ((0, (("a", 0),)), (1, (("b", 0),)), (0, (("A", 0),)), (1, (("B", 0),))),
    Allen.STARTS: ((0, (("a", 0), ("b", 0))), (0, (("A", 0),)), (1, (("B", 0),))),
    Allen.DURING: ((0, (("b", 0),)), (1, (("a", 0),)), (0, (("A", 0),)), (1, (("B", 0),))),
    Allen.FINISHES: ((0, (("b", 0),)), (1, (("a", 0),)), (0, (("A", 0), ("B", 0)))),
    Allen.EQUALS: ((0, (("a", 0), ("b", 0))), (0, (("A", 0), ("B", 0)))),
}
