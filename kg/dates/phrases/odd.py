"""Dates in figures, and in the orders that prose seldom uses; the latter are read by dateparser."""

import re
from datetime import date
from functools import lru_cache
from typing import Any

from kg.dates.interval import Interval


@lru_cache(maxsize=4096)
def numeric(text: str) -> Interval | None:
    """The day that three numbers write; the span between both readings where day and month may be exchanged.

    >>> numeric("2016-11-07").edtf, numeric("31/12/2015").edtf, numeric("7/20/1969").edtf
    ('2016-11-07', '2015-12-31', '1969-07-20')
    >>> numeric("03/04/2015").edtf
    '2015-03-04?/2015-04-03?'
    """
    if text == "9/11":
        return Interval.day(date(2001, 9, 11))
    first, second, third = (int(part) for part in re.split(r"[-/.]", text))
    if first > 999:
        return _day(first, second, third)
    year = third if third > 99 else third + (2000 if third < 30 else 1900)
    days = [day for day in (_day(year, second, first), _day(year, first, second)) if day]
    if len(days) == 2 and days[0] != days[1] and "." not in text:
        starts = sorted(day.earliest for day in days if day.earliest)
        return Interval(starts[0], starts[1], uncertain=True)
    return days[0] if days else None


def _day(year: int, month: int, day: int) -> Interval | None:
    try:
        return Interval.day(date(year, month, day))
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def read(text: str) -> Interval | None:
    """What dateparser reads in a short date with a year, such as "2014 May 3" or "1974/Oct"; None for nothing sure.

    >>> read("2014 May 3").edtf, read("1974/Oct").edtf
    ('2014-05-03', '1974-10')
    """
    found = _parser().get_date_data(re.sub(r"[\s,/-]+", " ", text[:40]))
    if found.date_obj is None:
        return None
    day = found.date_obj.date()
    if found.period == "day":
        return Interval.day(day)
    return Interval.month(day.year, day.month) if found.period == "month" else None


@lru_cache(maxsize=1)
def _parser() -> Any:
    from datetime import datetime

    from dateparser.date import DateDataParser

    # a fixed base: without it the parts that a text leaves out come from today
    settings = {"PARSERS": ["absolute-time"], "RELATIVE_BASE": datetime(2000, 1, 1), "REQUIRE_PARTS": ["month", "year"]}
    return DateDataParser(languages=["en"], settings=settings)
