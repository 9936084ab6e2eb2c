"""A day as far as it is known, and a length of time as far as it is known."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

from kg.dates import units


class Certainty(StrEnum):
    """What bounds allow to be said of a relation in time."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    CONTRADICTED = "contradicted"
    UNKNOWN = "unknown"


class Granularity(StrEnum):
    """The unit in which a source tells a date, finest first."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    SPAN = "span"  # two bounds of no single unit: "2019-06/2019-08", "by 2022"


_FINENESS = {granularity: place for place, granularity in enumerate(Granularity)}
_TOLD_AS_SPAN = (Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time of `least` to `most` days, both included; None is open.

    "Two years" is 2 years to a day less than 3; `text` keeps the ISO 8601 form of what was said ("P2Y").
    """

    least: int | None = None
    most: int | None = None
    text: str = ""
    approximate: bool = False

    @classmethod
    def of(cls, count: int, unit: str, *, approximate: bool = False) -> "Duration":
        """`count` whole units and less than one more; units are "day", "week", "month", "year", "decade", "century".

        >>> Duration.of(2, "year")
        Duration(least=730, most=1095, text='P2Y', approximate=False)
        """
        least, most = units.days(count, unit)[0], units.days(count + 1, unit)[1] - 1
        return cls(least, most, units.iso(count, unit), approximate)

    @property
    def years(self) -> tuple[int | None, int | None]:
        """Whole years it surely reaches, and those it surely does not pass.

        >>> Duration(1462, 2190).years
        (4, 6)
        """
        # a year has 365 or 366 days: whole years of few or many leap days still count as whole
        least = None if self.least is None else int(self.least / 365.2425 + 0.002)
        most = None if self.most is None else ceil(self.most / 365.2425 - 0.0025)
        return least, most


@dataclass(frozen=True, slots=True)
class Interval:
    """One day, known to lie from `earliest` to `latest`, both included; None is open.

    "In 2017" is 1 January to 31 December 2017: some day of it, never all of it. A `granularity` that the bounds do not
    fill exactly becomes SPAN, and a SPAN that is exactly a day, week, month or year becomes that unit, so that equal
    knowledge is equal. Raises ValueError when the bounds are in the wrong order.
    """

    earliest: date | None = None
    latest: date | None = None
    granularity: Granularity = Granularity.SPAN
    approximate: bool = False
    uncertain: bool = False

    def __post_init__(self) -> None:
        if self.earliest is None or self.latest is None:
            object.__setattr__(self, "granularity", Granularity.SPAN)
            return
        if self.earliest > self.latest:
            raise ValueError(f"an interval from {self.earliest} to {self.latest} ends before it begins")
        if self.granularity is Granularity.SPAN:
            told = (unit for unit in _TOLD_AS_SPAN if units.fills(self.earliest, self.latest, unit))
            object.__setattr__(self, "granularity", next(told, Granularity.SPAN))
        elif not units.fills(self.earliest, self.latest, self.granularity):
            object.__setattr__(self, "granularity", Granularity.SPAN)
            self.__post_init__()

    # making one

    @classmethod
    def day(cls, day: date) -> "Interval":
        """That very day."""
        return cls(day, day, Granularity.DAY)

    @classmethod
    def week(cls, day: date) -> "Interval":
        """Some day of the week, Monday to Sunday, in which `day` lies."""
        return cls(*units.bounds(day, "week"), Granularity.WEEK)

    @classmethod
    def month(cls, year: int, month: int) -> "Interval":
        """Some day of a month."""
        return cls(*units.bounds(date(year, month, 1), "month"), Granularity.MONTH)

    @classmethod
    def season(cls, year: int, name: str) -> "Interval":
        """Some day of "spring", "summer", "autumn" or "winter" (December of `year` to the end of February after it)."""
        return cls(*units.season(year, name), Granularity.SEASON)

    @classmethod
    def year(cls, year: int) -> "Interval":
        """Some day of a year, 1 to 9999."""
        return cls(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR)

    @classmethod
    def decade(cls, year: int) -> "Interval":
        """Some day of the decade in which `year` lies: 1990 to 1999 for 1994."""
        return cls(*units.bounds(date(year, 1, 1), "decade"), Granularity.DECADE)

    @classmethod
    def century(cls, year: int) -> "Interval":
        """Some day of the hundred years that share the first digits of `year`: 1900 to 1999 for 1994."""
        return cls(*units.bounds(date(year, 1, 1), "century"), Granularity.CENTURY)

    @classmethod
    def from_edtf(cls, text: str) -> "Interval":
        """The interval that an EDTF string (ISO 8601-2) writes; raises ValueError for what it cannot hold.

        >>> Interval.from_edtf("2019-06/2019-08").latest
        datetime.date(2019, 8, 31)
        """
        from kg.dates.edtf import parse

        return parse(text)

    @property
    def edtf(self) -> str:
        """The EDTF string (ISO 8601-2) that says exactly this much.

        >>> Interval(None, date(2022, 12, 31)).edtf
        '../2022'
        """
        from kg.dates.edtf import to_text

        return to_text(self)

    def __str__(self) -> str:
        return self.edtf

    # what is known

    @property
    def is_open(self) -> bool:
        """Whether a bound is missing."""
        return self.earliest is None or self.latest is None

    @property
    def days(self) -> int | None:
        """How many days it may be; None where a bound is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def contains(self, other: "Interval") -> bool:
        """Whether the other's bounds lie within these."""
        return _low(self) <= _low(other) and _high(other) <= _high(self)

    # relations of two days

    def before(self, other: "Interval") -> Certainty:
        """Whether this day comes before the other one."""
        if _high(self) < _low(other):
            return Certainty.CERTAIN
        return Certainty.POSSIBLE if _low(self) < _high(other) else Certainty.CONTRADICTED

    def after(self, other: "Interval") -> Certainty:
        """Whether this day comes after the other one."""
        return other.before(self)

    def same(self, other: "Interval") -> Certainty:
        """Whether the two are one and the same day."""
        if self.days == 1 and other.days == 1 and self.earliest == other.earliest:
            return Certainty.CERTAIN
        return Certainty.POSSIBLE if self & other else Certainty.CONTRADICTED

    def during(self, stretch: "Interval") -> Certainty:
        """Whether this day lies in the whole stretch that `stretch` covers, its first and last day included."""
        if stretch.contains(self):
            return Certainty.CERTAIN
        return Certainty.POSSIBLE if self & stretch else Certainty.CONTRADICTED

    # arithmetic

    def __and__(self, other: "Interval") -> "Interval | None":
        """What both say together, as finely as the finer tells it; None where they cannot both be true."""
        low, high = max(_low(self), _low(other)), min(_high(self), _high(other))
        if low > high:
            return None
        whole = [each for each in (self, other) if (_low(each), _high(each)) == (low, high)]
        if whole:
            return min(whole, key=lambda each: (each.approximate, each.uncertain, _FINENESS[each.granularity]))
        return _between(low, high, self.approximate or other.approximate, self.uncertain or other.uncertain)

    def hull(self, other: "Interval") -> "Interval":
        """The narrowest interval that holds both."""
        if self.contains(other):
            return self
        if other.contains(self):
            return other
        low, high = min(_low(self), _low(other)), max(_high(self), _high(other))
        return _between(low, high, self.approximate or other.approximate, self.uncertain or other.uncertain)

    def until(self, other: "Interval") -> Duration:
        """The days from this day to the other: no fewer than none, None where a bound is open.

        >>> Interval.year(2017).until(Interval.year(2022)).years
        (4, 6)
        """
        least = (other.earliest - self.latest).days if self.latest and other.earliest else None
        most = (other.latest - self.earliest).days if self.earliest and other.latest else None
        text = "" if least is None or least != most else units.iso(max(least, 0), "day")
        least, most = (None if days is None else max(days, 0) for days in (least, most))
        return Duration(least, most, text, self.approximate or other.approximate)

    def age(self, on: "Interval") -> tuple[int | None, int | None]:
        """Whole years, least and most, that somebody born on this day has lived on the day `on`.

        >>> Interval.year(1990).age(Interval.day(date(2020, 5, 1)))
        (29, 30)
        """
        least = units.whole_years(self.latest, on.earliest) if self.latest and on.earliest else None
        most = units.whole_years(self.earliest, on.latest) if self.earliest and on.latest else None
        least, most = (None if years is None else max(years, 0) for years in (least, most))
        return least, most

    def shift(self, duration: Duration, direction: int = 1) -> "Interval":
        """The day `duration` after (`direction` 1) or before (-1) this one, as wide as prose means it.

        "Two years after" a day of 2010 is some day of 2012; a duration that was not told in one unit counts days, and
        one of whole years and no day more, as an anniversary is, leads to the very day.

        >>> Interval.day(date(2010, 5, 3)).shift(Duration.of(2, "year")).edtf
        '2012'
        """
        told = None if duration.approximate else units.from_iso(duration.text)
        if told is None or duration.least is None or duration.most is None:
            return self._by_days(duration, direction)
        count, unit = told
        if duration.least < units.days(count, unit)[0]:  # "less than a year after"
            return self._by_days(duration, direction)
        low = None if self.earliest is None else units.shifted(self.earliest, direction * count, unit)
        high = None if self.latest is None else units.shifted(self.latest, direction * count, unit)
        if (duration.least, duration.most) == units.days(count, unit):
            return Interval(low, high, self.granularity, self.approximate, self.uncertain)
        first = units.bounds(low, unit)[0] if low else None
        last = units.bounds(high, unit)[1] if high else None
        return Interval(first, last, Granularity(unit), self.approximate, self.uncertain)

    def at_age(self, age: Duration) -> "Interval":
        """When somebody who was born then is of that age; a birthday is one day.

        >>> Interval.day(date(1857, 1, 30)).at_age(Duration.of(15, "year")).edtf
        '1872-01-30/1873-01-29'
        >>> Interval.year(1900).at_age(Duration.of(21, "year")).edtf
        '1921/1922'
        >>> Interval.day(date(1930, 5, 3)).at_age(Duration(text="P75Y2M")).edtf  # two months after that birthday
        '2005-07'
        """
        if (birthday := units.from_birthday(age.text)) is not None:
            years, direction, length = birthday
            day = self.shift(Duration(*units.days(years, "year"), units.iso(years, "year")))
            return day.shift(Duration.of(*length), direction)
        told = units.from_iso(age.text)
        if told is not None and age.least is None:  # "by the age of 21", "by her 21st birthday"
            whole = Duration.of(*told)
            then = self.at_age(whole if age.most == whole.most else Duration(*units.days(*told), age.text))
            return Interval(None, then.latest, approximate=self.approximate, uncertain=self.uncertain)
        if told is None or age != Duration.of(*told):
            return self.shift(age)
        count, unit = told
        low, high = units.shifted(self.earliest, count, unit), units.shifted(self.latest, count + 1, unit)
        if self.granularity not in (Granularity.MONTH, Granularity.YEAR):
            high = _moved(high, 1, -1)
        return Interval(low, high, Granularity.SPAN, self.approximate, self.uncertain)

    def _by_days(self, duration: Duration, direction: int) -> "Interval":
        near, far = (duration.least, duration.most) if direction > 0 else (duration.most, duration.least)
        low = _moved(self.earliest, near, direction)
        high = _moved(self.latest, far, direction)
        moved = Interval(low, high, Granularity.SPAN, self.approximate or duration.approximate, self.uncertain)
        is_rough = duration.most is not None and (duration.approximate or duration.text.endswith("Y"))
        return moved.in_whole(self.granularity) if is_rough else moved

    def in_whole(self, unit: Granularity) -> "Interval":
        """The whole months or years in which it lies: what is counted roughly from a year is known by years."""
        if unit not in (Granularity.MONTH, Granularity.YEAR):
            return self
        low = units.bounds(self.earliest, unit)[0] if self.earliest else None
        high = units.bounds(self.latest, unit)[1] if self.latest else None
        return replace(self, earliest=low, latest=high, granularity=Granularity.SPAN)

    def roughly(self) -> "Interval":
        """The same, marked as approximate."""
        return replace(self, approximate=True)


def _low(when: Interval) -> date:
    return when.earliest or date.min


def _high(when: Interval) -> date:
    return when.latest or date.max


def _between(low: date, high: date, approximate: bool, uncertain: bool) -> Interval:
    earliest = None if low == date.min else low
    latest = None if high == date.max else high
    return Interval(earliest, latest, Granularity.SPAN, approximate, uncertain)


def _moved(day: date | None, days: int | None, direction: int) -> date | None:
    if day is None or days is None:
        return None
    try:
        return day + timedelta(days * direction)
    except OverflowError:
        return None
