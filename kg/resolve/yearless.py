"""Days told without their year, long after: "I met her on 14 April", in March. Other sources may tell which year."""

import re
from calendar import month_name
from datetime import date, timedelta

from kg.dates.interval import Granularity, Interval
from kg.resolve.told import Told

_MONTH = re.compile(r"\b(?:" + "|".join(month_name[1:]) + r")\b", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}|\b(?:last|this|next|ago|that|same|year)\b", re.IGNORECASE)
_LONG = timedelta(days=182)  # from a day to the text that tells it: until then no year need be told
_REACH = 3  # years by which the year that was taken may be wrong


def is_yearless(told: Told) -> bool:
    """Whether the year of a day was not told, and taken to be the last one half a year or more after it."""
    when, words = told.when, told.claim.when_text
    if when is None or when.latest is None or when.granularity not in (Granularity.DAY, Granularity.MONTH):
        return False
    is_bare = _MONTH.search(words) is not None and _YEAR.search(words) is None
    return is_bare and told.published is not None and told.published - when.latest > _LONG


def in_year_of(day: Interval, other: Interval) -> Interval | None:
    """The day in the nearest earlier year in which it lies within what another source tells; None where none does."""
    for years in range(1, _REACH + 1):
        moved = _moved(day, -years)
        if moved is not None and other.contains(moved):
            return moved
    return None


def _moved(when: Interval, years: int) -> Interval | None:
    """The same day or month of another year; None on 29 February of years without one."""
    first = when.earliest
    if first is None:
        return None
    if when.granularity is Granularity.MONTH:
        return Interval.month(first.year + years, first.month)
    try:
        return Interval.day(date(first.year + years, first.month, first.day))
    except ValueError:
        return None
