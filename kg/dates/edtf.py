"""EDTF (ISO 8601-2) to Interval and back: levels 0 and 1, and of level 2 the divisions of a year and what prose needs.

Read and written: 2019-05-03, 2019-05, 2019, 201X, 19XX, seasons 2019-21 to -24, intervals a/b with "..", and the marks
~ (approximate), ? (uncertain), % (both). Only read: 2019-XX, 2019-05-XX, quarters 2019-33 to -36 and other divisions of
a year to -41, an empty end for "..", a time of day (left out). Years are 1 to 9999.
"""

import re
from dataclasses import replace
from datetime import date

from kg.dates import units
from kg.dates.interval import Granularity, Interval

_END = re.compile(r"([0-9]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX)(?:T[0-9:.,]+(?:Z|[+-][0-9:]+)?)?)?)?([~?%]?)")
_DIGITS = re.compile(r"([0-9]{2})([0-9]X|XX)([~?%]?)")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_NUMBERS = {3: 21, 6: 22, 9: 23, 12: 24}
# first month and number of months: the seasons of either half of the world, quarters, thirds and halves of a year
_DIVISIONS = {
    **{25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3), 29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3)},
    **{33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6)},
}


def parse(text: str) -> Interval:
    """The interval that an EDTF string writes.

    Raises ValueError, with the string, for one that is not EDTF or that an Interval cannot hold.

    >>> parse("../2019-05").latest
    datetime.date(2019, 5, 31)
    >>> parse("199X").granularity
    <Granularity.DECADE: 'decade'>
    """
    try:
        first, slash, last = text.strip().partition("/")
        return _between(first, last) if slash else _end(first)
    except ValueError as error:
        raise ValueError(f"no EDTF date: {text[:40]!r} ({error})") from None


def _between(first: str, last: str) -> Interval:
    start, end = (None if each in ("..", "") else _end(each) for each in (first, last))
    told = [each for each in (start, end) if each]
    return Interval(
        start.earliest if start else None,
        end.latest if end else None,
        Granularity.SPAN,
        any(each.approximate for each in told),
        any(each.uncertain for each in told),
    )


def _end(text: str) -> Interval:
    if masked := _DIGITS.fullmatch(text):
        first = int(masked[1] + masked[2].replace("X", "0"))
        make = Interval.century if masked[2] == "XX" else Interval.decade
        return _marked(make(max(first, 1)), masked[3])
    if not (told := _END.fullmatch(text)):
        raise ValueError("expected a form such as 2019, 2019-05, 2019-05-03, 201X, 2019-21 or 2018/2019")
    year, month, day, mark = int(told[1]), told[2], told[3], told[4]
    return _marked(_calendar(year, month, day), mark)


def _calendar(year: int, month: str | None, day: str | None) -> Interval:
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise ValueError("a day needs its month")
        return Interval.year(year)
    if day is not None and day != "XX":
        return Interval.day(date(year, int(month), int(day)))
    if int(month) > 12 and day is None:
        return _division(year, int(month))
    return Interval.month(year, int(month))


def _division(year: int, number: int) -> Interval:
    if number in _SEASONS:
        return Interval.season(year, _SEASONS[number])
    if number not in _DIVISIONS:
        raise ValueError("month must be in 1..12 or a division of the year in 21..41")
    month, length = _DIVISIONS[number]
    first = date(year, month, 1)
    last = units.shifted(first, length - 1, "month")
    if last is None:
        raise ValueError("years are 1 to 9999")
    return Interval(first, units.bounds(last, "month")[1])


def _marked(when: Interval, mark: str) -> Interval:
    return replace(when, approximate=mark in ("~", "%"), uncertain=mark in ("?", "%")) if mark else when


def to_text(when: Interval) -> str:
    """The EDTF string of an interval; `parse` reads it back to an equal one.

    >>> to_text(Interval.season(2019, "winter"))
    '2019-24'
    >>> to_text(Interval(date(2015, 1, 1), None, approximate=True))
    '2015~/..'
    """
    mark = {(True, True): "%", (True, False): "~", (False, True): "?"}.get((when.approximate, when.uncertain), "")
    if when.granularity is Granularity.WEEK or when.granularity is Granularity.SPAN or not when.earliest:
        return _span(when.earliest, when.latest, mark)
    return _unit(when.earliest, when.granularity) + mark


def _unit(first: date, granularity: Granularity) -> str:
    year = f"{first.year:04}"
    if granularity is Granularity.SEASON:
        return f"{year}-{_NUMBERS[first.month]}"
    return {
        Granularity.DAY: first.isoformat(),
        Granularity.MONTH: first.isoformat()[:7],
        Granularity.YEAR: year,
        Granularity.DECADE: year[:3] + "X",
        Granularity.CENTURY: year[:2] + "XX",
    }[granularity]


def _span(first: date | None, last: date | None, mark: str) -> str:
    """Both bounds in the coarsest unit that they begin and end: never an invented 1 January."""
    units_told = (Granularity.YEAR, Granularity.MONTH, Granularity.DAY)
    unit = next(unit for unit in units_told if _edges(first, last, unit))
    return "/".join(".." if day is None else _unit(day, unit) + mark for day in (first, last))


def _edges(first: date | None, last: date | None, unit: Granularity) -> bool:
    begins = first is None or units.bounds(first, unit)[0] == first
    return begins and (last is None or units.bounds(last, unit)[1] == last)
