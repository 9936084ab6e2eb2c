"""Days as GEDCOM 7 writes them, in section 2.4 of the standard: "BET JAN 2020 AND 14 SEP 2020", "BEF FEB 2022"."""

from datetime import date

from kg.dates import units
from kg.dates.interval import Interval

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def of_day(when: Interval) -> str:
    """A day as far as it is known; BEF and AFT take their day in.

    >>> of_day(Interval.from_edtf("2020/2020-09-14")), of_day(Interval.from_edtf("../2022-02"))
    ('BET JAN 2020 AND 14 SEP 2020', 'BEF FEB 2022')
    >>> of_day(Interval.from_edtf("2015~"))
    'ABT 2015'
    """
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return f"AFT {_edge(first, 0)}" if first else f"BEF {_edge(last, 1)}" if last else ""
    if unit := _unit(when):
        return f"ABT {unit}" if when.approximate else unit
    whole = _edge(last, 1) == str(last.year)
    start = _edge(first, 0) if whole or first.day > 1 or first.month > 1 else f"JAN {first.year}"
    return f"BET {start} AND {_edge(last, 1)}"


def of_stretch(start: Interval | None, end: Interval | None) -> str:
    """From when to when, by what is known to the day, month or year; empty where neither is: no date is invented.

    >>> of_stretch(Interval.from_edtf("2014"), Interval.from_edtf("2016-05"))
    'FROM 2014 TO MAY 2016'
    >>> of_stretch(Interval.from_edtf("../2014"), None)
    ''
    """
    told = (("FROM", start), ("TO", end))
    return " ".join(f"{word} {_unit(when)}" for word, when in told if when and _unit(when))


def _unit(when: Interval) -> str:
    """A day, month or year that an interval exactly is."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return ""
    for unit in ("day", "month", "year"):
        if units.bounds(first, unit) == (first, last):
            return _edge(first, 0) if unit != "day" else _day(first)
    return ""


def _edge(day: date, side: int) -> str:
    """A bound, told by the longest unit that begins (side 0) or ends (1) with it."""
    if units.bounds(day, "year")[side] == day:
        return str(day.year)
    return f"{_MONTHS[day.month - 1]} {day.year}" if units.bounds(day, "month")[side] == day else _day(day)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
