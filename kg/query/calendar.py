"""Events laid out by their days, so that those of a year are found among a million at once."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from kg.dates.interval import Interval
from kg.records import Event

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


def event_time(event: Event) -> Interval | None:
    """When an event was: what sources say, within what follows from other facts; None where nothing is known."""
    bounds = Interval(event.bounds.earliest, event.bounds.latest)
    when = event.when
    if when is None:
        return None if bounds.earliest is None and bounds.latest is None else bounds
    day = (when & bounds) or when
    return day.roughly() if when.approximate else day


def told_days(event: Event) -> list[Interval]:
    """Its day, and those that the same document tells beside it: no disagreement, it happened more than once."""
    documents = {claim.document for claim in event.claims if claim.when and event.when and claim.when & event.when}
    others = [rival.when for rival in event.rivals if documents & set(rival.documents)]
    days = [each for each in (event_time(event), *others) if each]
    return sorted(days, key=lambda day: (day.earliest or date.min, day.latest or date.max))


class Calendar:
    """Events with the first and the last day that each may have; the undated lie in no days."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events
        rows = sorted(((*days, i) for i, event in enumerate(events) if (days := _days(event))), key=lambda row: row[0])
        # those with an open bound reach too far to be found by their first day
        self._open = [row for row in rows if row[0] == _FIRST or row[1] == _LAST]
        self._closed = [row for row in rows if row[0] != _FIRST and row[1] != _LAST]
        self._firsts = [first for first, _, _ in self._closed]
        self._longest = max((last - first for first, last, _ in self._closed), default=0)

    def within(self, at: Interval) -> list[Event]:
        """The events that may have been on some day of `at`, in the order in which they were given."""
        low, high = _bounds(at)
        start, end = bisect_left(self._firsts, low - self._longest), bisect_right(self._firsts, high)
        near = (*self._closed[start:end], *self._open)
        return [self.events[i] for i in sorted(i for first, last, i in near if first <= high and last >= low)]


def _days(event: Event) -> tuple[int, int] | None:
    when = event_time(event)
    return _bounds(when) if when else None


def _bounds(when: Interval) -> tuple[int, int]:
    return (when.earliest or date.min).toordinal(), (when.latest or date.max).toordinal()
