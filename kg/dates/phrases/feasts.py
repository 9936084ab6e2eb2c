"""The days of feasts: the fixed ones are their own names; the moving ones come from libraries that know the rules."""

from datetime import date
from functools import lru_cache

from kg.dates import units
from kg.dates.interval import Interval

_FIXED = {
    **{"christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year eve": (12, 31)},
    **{"new year day": (1, 1), "new year": (1, 1), "valentine day": (2, 14), "patrick day": (3, 17)},
    **{"halloween": (10, 31), "boxing day": (12, 26), "independence day": (7, 4), "workers day": (5, 1)},
    **{"juneteenth": (6, 19), "halloween eve": (10, 30)},
}
_EASTER = {"easter": 0, "easter day": 0, "easter 6": 0, "easter 0": 1, "good 4": -2, "easter eve": -1}
_AMERICAN = {
    **{"thanksgiving": "Thanksgiving", "thanksgiving day": "Thanksgiving", "labor day": "Labor Day"},
    **{"memorial day": "Memorial Day", "veterans day": "Veterans Day"},
}


@lru_cache(maxsize=4096)
def day(name: str, year: int) -> Interval | None:
    """The day of a feast in a year, 1 to 9999; None for a name that is no feast and where the rules do not reach.

    >>> day("christmas eve", 2019).edtf, day("easter", 2013).edtf
    ('2019-12-24', '2013-03-31')
    """
    if not 1 <= year <= 9999:
        return None
    if name.endswith(" weekend"):
        return _weekend(day(name.removesuffix(" weekend"), year))
    if name in _FIXED:
        return Interval.day(date(year, *_FIXED[name]))
    if name in _EASTER and year >= 1583:
        from dateutil.easter import easter

        found = units.shifted(easter(year), _EASTER[name], "day")
        return Interval.day(found) if found else None
    if name in _AMERICAN:
        return _american(_AMERICAN[name], year)
    return None


def _weekend(feast: Interval | None) -> Interval | None:
    """The feast with the Saturday and Sunday beside it: before a Monday to Wednesday, after a Thursday or Friday."""
    if feast is None or feast.earliest is None:
        return None
    weekday = feast.earliest.weekday()
    saturday = units.shifted(feast.earliest, -weekday - 2 if weekday < 3 else 5 - weekday, "day")
    sunday = units.shifted(saturday, 1, "day")
    return feast.hull(Interval(saturday, sunday)) if sunday else None


def _american(name: str, year: int) -> Interval | None:
    from holidays import country_holidays

    days = sorted(each for each, said in country_holidays("US", years=year, observed=False).items() if name in said)
    return Interval.day(days[0]) if days else None
