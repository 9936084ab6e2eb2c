""" "Early", "mid", "late" and the halves in a year, a month, a decade and so on, and what is left of a stretch."""

from datetime import date, timedelta

from kg.dates import units
from kg.dates.interval import Granularity, Interval

# the first and last of the months of a year, days of a month and a week, years of a decade and a century
_MONTHS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "first half": (1, 6), "second half": (7, 12)}
_DAYS = {"early": (1, 10), "mid": (10, 20), "late": (21, 31), "first half": (1, 15), "second half": (16, 31)}
_WEEK = {"early": (0, 2), "mid": (2, 4), "late": (4, 6)}
_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "first half": (0, 4), "second half": (5, 9)}
_CENTURY = {"early": (0, 33), "mid": (34, 66), "late": (67, 99), "first half": (0, 49), "second half": (50, 99)}


def part_of(when: Interval, part: str, today: date | None) -> Interval:
    """The "early", "mid" or "late" part, a half or "early to mid" of an interval; "rest" and "later": from `today` on.

    "earlier" is what there is of it up to `today`.

    >>> part_of(Interval.year(2019), "late", None).edtf, part_of(Interval.decade(1990), "mid", None).edtf
    ('2019-09/2019-12', '1994/1996')
    """
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return when
    if part in ("rest", "later"):
        return Interval(max(first, today), last) if today and today <= last else when
    if part == "earlier":
        return _until(when, first, min(last, today)) if today and first <= today else when
    if " to " in part:
        return part_of(when, part[: part.index(" ")], today).hull(part_of(when, part[part.rindex(" ") + 1 :], today))
    if when.granularity is Granularity.YEAR:
        low, high = _MONTHS[part]
        return Interval(date(first.year, low, 1), units.bounds(date(first.year, high, 1), "month")[1])
    if when.granularity is Granularity.MONTH:
        low, high = _DAYS[part]
        return Interval(first.replace(day=low), first.replace(day=min(high, last.day)))
    if when.granularity is Granularity.WEEK and when.days == 7 and part in _WEEK:
        low, high = _WEEK[part]
        return Interval(first + timedelta(low), first + timedelta(high))
    if when.granularity in (Granularity.DECADE, Granularity.CENTURY):
        size, table = (10, _DECADE) if when.granularity is Granularity.DECADE else (100, _CENTURY)
        start, (low, high) = last.year + 1 - size, table[part]
        return Interval(date(max(start + low, 1), 1, 1), date(start + high, 12, 31))
    return _third(first, last, part)


def _until(when: Interval, first: date, last: date) -> Interval:
    """ "Earlier this week", told on its Monday, may be of the week before."""
    new = when.granularity is Granularity.WEEK and first == last
    return Interval(first - timedelta(7) if new and first.toordinal() > 7 else first, last)


def _third(first: date, last: date, part: str) -> Interval:
    """A third or half of the days; the whole of fewer than three."""
    length = (last - first).days + 1
    third, half = length // 3, length // 2
    if third == 0:
        return Interval(first, last)
    thirds = {"early": (0, third), "mid": (third, 2 * third), "late": (length - third, length)}
    low, high = (thirds | {"first half": (0, half), "second half": (half, length)})[part]
    return Interval(first + timedelta(low), first + timedelta(high - 1))
