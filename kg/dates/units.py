"""Calendar units: their bounds, how many days they take, and counting in them. Days bounds include both ends."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_ISO = {"day": "1D", "week": "1W", "month": "1M", "quarter": "3M", "year": "1Y", "decade": "10Y", "century": "100Y"}
_FROM_ISO = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_YEARS = {"year": 1, "decade": 10, "century": 100}


def bounds(day: date, unit: str) -> tuple[date, date]:
    """First and last day of the day, week (from Monday), month, quarter, year, decade or century that holds `day`."""
    if unit == "day":
        return day, day
    if unit == "week":
        return _week(day)
    if unit == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    if unit == "quarter":
        month = day.month - (day.month - 1) % 3
        return date(day.year, month, 1), bounds(date(day.year, month + 2, 1), "month")[1]
    first = day.year - day.year % _YEARS[unit]
    return date(max(first, 1), 1, 1), date(first + _YEARS[unit] - 1, 12, 31)


def _week(day: date) -> tuple[date, date]:
    monday = max(day.toordinal() - day.weekday(), 1)
    return date.fromordinal(monday), date.fromordinal(min(monday + 6, date.max.toordinal()))


def season(year: int, name: str) -> tuple[date, date]:
    """First and last day of a season of the northern year; winter begins in December of `year` (ValueError in 9999)."""
    month = SEASONS[name]
    last = date(year + 1, 2, 1) if name == "winter" else date(year, month + 2, 1)
    return date(year, month, 1), bounds(last, "month")[1]


def fills(earliest: date, latest: date, unit: str) -> bool:
    """Whether the bounds are exactly one such unit."""
    if unit == "span":
        return True
    if unit == "season":
        return earliest.day == 1 and earliest.month % 3 == 0 and _is_end(latest) and _months(earliest, latest) == 2
    if unit == "day" or earliest == latest:
        return earliest == latest and unit == "day"
    if unit != "week" and (earliest.day != 1 or latest.day < 28):
        return False
    return bounds(earliest, unit) == (earliest, latest)


def _is_end(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _months(earliest: date, latest: date) -> int:
    return (latest.year - earliest.year) * 12 + latest.month - earliest.month


def shifted(day: date | None, count: int, unit: str) -> date | None:
    """The day `count` units later (earlier, if negative); None past the calendar.

    Where the month has no such day, it is the month's last. No day, no other.
    """
    if day is None:
        return None
    try:
        if unit in _DAYS:
            return day + timedelta(count * _DAYS[unit])
        year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS[unit], 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


@lru_cache(maxsize=1024)
def days(count: int, unit: str) -> tuple[int, int]:
    """The fewest and the most days that `count` units take."""
    if unit in _DAYS:
        return count * _DAYS[unit], count * _DAYS[unit]
    whole, months = divmod(count * MONTHS[unit], 4800)  # the calendar repeats after 400 years
    cycle = whole * 146097
    starts = [date(year, month, 1) for year in range(1999, 2004) for month in range(1, 13)]
    lengths = [(end - start).days for start in starts if (end := shifted(start, months, "month"))]
    return cycle + min(lengths), cycle + max(lengths)


def iso(count: int, unit: str) -> str:
    """The ISO 8601 form of a length of time.

    >>> iso(2, "decade")
    'P20Y'
    """
    factor, letter = int(_ISO[unit][:-1]), _ISO[unit][-1]
    return f"P{count * factor}{letter}"


def from_iso(text: str) -> tuple[int, str] | None:
    """The count and unit of an ISO 8601 duration in one unit, or of years and months; None for anything else.

    >>> from_iso("P20Y"), from_iso("P6Y4M")
    ((20, 'year'), (76, 'month'))
    """
    if both := re.fullmatch(r"P([0-9]{1,4})Y([0-9]{1,2})M", text):
        return 12 * int(both[1]) + int(both[2]), "month"
    told = re.fullmatch(r"P([0-9]{1,5})([DWMY])", text)
    return (int(told[1]), _FROM_ISO[told[2]]) if told else None


def from_birthday(text: str) -> tuple[int, int, tuple[int, str]] | None:
    """Years, and how long after (1) or before (-1) that birthday, of an ISO 8601-2 duration; None for anything else.

    >>> from_birthday("P75Y2M"), from_birthday("P17Y-1D")
    ((75, 1, (2, 'month')), (17, -1, (1, 'day')))
    """
    told = re.fullmatch(r"P([0-9]{1,4})Y(-?)([0-9]{1,5})([DWM])", text)
    return (int(told[1]), -1 if told[2] else 1, (int(told[3]), _FROM_ISO[told[4]])) if told else None


def whole_years(birth: date, on: date) -> int:
    """Whole years from one day to another, as people count their age."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
