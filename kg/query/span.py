"""A relation of certain people, and the days on which it held or may have held."""

from dataclasses import dataclass
from datetime import date, timedelta

from kg.dates.interval import Certainty, Interval
from kg.records import Claim, Status

# What had begun by a day is taken to have begun so long before it, for the order of things alone.
_WHILE = timedelta(365)
_DECADE = 3653


@dataclass(frozen=True, slots=True)
class Span:
    """A relation of certain people while it held, from a state of the timeline or an event that opens one."""

    type: str
    people: tuple[str, ...]
    start: Interval | None
    end: Interval | None
    attested: tuple[Interval, ...] = ()
    status: Status = Status.ASSERTED
    claims: tuple[Claim, ...] = ()
    told_start: bool = True  # whether a source tells the start, rather than that it had begun by then
    rivals: tuple[Interval, ...] = ()  # ends that other sources give, who have it hold when by `end` it was over
    until_death: bool = False  # nothing tells of its end but that one of them died: `end` is the last day it has

    @property
    def core(self) -> Interval | None:
        """The days on which it surely held, first to last; None where no such day is known."""
        firsts = [when.latest for when in (self.start, *self.attested) if when and when.latest]
        lasts = [when.earliest for when in (self.end, *self.attested) if when and when.earliest]
        if self.end is None and self.start and self.start.latest:
            lasts.append(self.start.latest)
        if not firsts or not lasts or min(firsts) > max(lasts):
            return None
        return Interval(min(firsts), max(lasts))

    @property
    def reach(self) -> Interval:
        """The days on which it may have held."""
        low = self.start.earliest if self.start else None
        high = self.end.latest if self.end else None
        return Interval(low, high) if not low or not high or low <= high else Interval(low, low)

    def holds(self, at: Interval) -> Certainty:
        """Whether it held on some day of the stretch `at`."""
        core = self.core
        known = [when for when in (self.start, self.end, *self.attested) if when and not when.is_open]
        if (core and core & at) or any(at.contains(when) for when in known):
            return Certainty.CERTAIN
        return Certainty.POSSIBLE if self.reach & at else Certainty.CONTRADICTED

    def has_begun(self, at: Interval) -> bool:
        """Whether anything is told of it up to the end of `at`: later days say nothing of earlier ones."""
        known = [_first(when) or when.latest for when in (self.start, *self.attested) if when]
        known += [self.end.earliest] if self.end else []
        return at.latest is None or any(day and day <= at.latest for day in known)

    def is_past(self, at: Interval) -> bool:
        """Whether it had surely ended before `at`."""
        return bool(self.end and self.end.latest and at.earliest and self.end.latest <= at.earliest)

    @property
    def order(self) -> tuple[date, date]:
        """Sorts by when it began, as far as known."""
        known = self.start or self.core or self.end
        low = known and (_first(known) or (known.latest and known.latest - _WHILE))
        high = known and (known.latest or known.earliest)
        return (low or date.max, high or date.max)


def _first(when: Interval) -> date | None:
    """The first day that something is told for; none where but two lives bound it."""
    return None if when.latest and (when.days or 0) > _DECADE else when.earliest
