"""Intervals in plain English, for people to read."""

from datetime import date, timedelta

from kg.dates import units
from kg.dates.interval import Granularity, Interval

_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_MONTH, _SEASON, _YEAR = 27, 93, 366  # days
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def words(when: Interval | None) -> str:
    """What is known of a day, as people say it; "undated" where nothing is known.

    >>> words(Interval.from_edtf("2017")), words(Interval.from_edtf("../2022-02"))
    ('2017', 'by February 2022')
    >>> words(Interval.from_edtf("2020/2020-09-14")), words(Interval.from_edtf("2015~"))
    ('January to 14 September 2020', 'about 2015')
    >>> words(Interval.from_edtf("2006-09-17~/2007-09-17~"))  # "for two years" back from a day
    'about 2007'
    """
    if when is None:
        return "undated"
    about = "perhaps " * when.uncertain + "about " * when.approximate
    if when.earliest and when.latest:
        between = _roughly if when.approximate else _between
        return about + (_unit(when.earliest, when.granularity) or between(when.earliest, when.latest))
    if when.earliest:
        return f"{about}{_earliest(when.earliest)} or later"
    return f"by {about}{_latest(when.latest)}" if when.latest else "undated"


def on_day(day: date | None) -> str:
    """A calendar day, or "no date".

    >>> on_day(date(2020, 9, 14))
    '14 September 2020'
    """
    return _day(day) if day else "no date"


def stretch(start: Interval | None, end: Interval | None) -> str:
    """From when to when something held, as far as it is known.

    >>> stretch(Interval.from_edtf("2017"), Interval.from_edtf("../2023-12-24"))
    'began 2017, ended by 24 December 2023'
    >>> stretch(None, None)
    'dates unknown'
    """
    known = [(word, words(when)) for word, when in (("began", start), ("ended", end)) if words(when) != "undated"]
    return ", ".join(f"{word} {told}" for word, told in known) or "dates unknown"


def _unit(first: date, granularity: Granularity) -> str | None:
    if granularity is Granularity.CENTURY:
        number = first.year // 100 + 1
        return f"the {number}{'th' if 10 < number < 14 else _ORDINALS.get(number % 10, 'th')} century"
    if granularity is Granularity.DECADE:
        return f"the {first.year}s"
    if granularity is Granularity.YEAR:
        return _year(first)
    if granularity is Granularity.SEASON:
        after = f"–{(first.year + 1) % 100:02}" if first.month == 12 else ""
        return f"{_SEASONS[first.month]} {_year(first)}{after}"
    if granularity is Granularity.MONTH:
        return _month(first)
    return _day(first) if granularity is Granularity.DAY else None


def _roughly(first: date, last: date) -> str:
    """Two rough bounds: the month or year in the middle, where they count from a day; "May to August" stays that."""
    days = (last - first).days
    if (_opens(first, "month") and _closes(last, "month")) or days < _MONTH:
        return _between(first, last)
    if days > _YEAR:
        return f"{_year(first)} to {_year(last)}"
    middle = first + timedelta(days / 2)
    return _year(middle) if days > _SEASON else _month(middle)


def _between(first: date, last: date) -> str:
    """Two bounds; what they share is said once: "3 to 14 September 2020", "May to September 2020", "2017 to 2019"."""
    if _opens(first, "year") and _closes(last, "year"):
        return f"{_year(first)} to {_year(last)}"
    start, end = _month(first) if _opens(first, "month") else _day(first), _latest_within_year(last)
    if first.year != last.year:
        return f"{start} to {end}"
    if first.month == last.month:
        return f"{first.day} to {_day(last)}"
    return f"{start.removesuffix(f' {_year(first)}')} to {end}"


def _latest(last: date) -> str:
    return _year(last) if _closes(last, "year") else _latest_within_year(last)


def _latest_within_year(last: date) -> str:
    return _month(last) if _closes(last, "month") else _day(last)


def _earliest(first: date) -> str:
    if _opens(first, "year"):
        return _year(first)
    return _month(first) if _opens(first, "month") else _day(first)


def _opens(day: date, unit: str) -> bool:
    return bool(units.bounds(day, unit)[0] == day)


def _closes(day: date, unit: str) -> bool:
    return bool(units.bounds(day, unit)[1] == day)


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {_year(day)}"


def _year(day: date) -> str:
    return str(day.year) if day.year >= 100 else f"AD {day.year}"
