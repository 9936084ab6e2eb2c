"""What calendar forms mean, and which year or month is meant where it is not told."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kg.dates import units
from kg.dates.interval import Granularity, Interval
from kg.dates.phrases import feasts, odd
from kg.dates.phrases.context import Answer, Context, Reader, moved
from kg.dates.phrases.form import Form

_MONTH, _HALF_YEAR = 31, 200  # days that a date has to lie back to be of the next year
_SEASONS = 124  # days in which a feast still follows on what was told
_GREGORIAN = 1753  # before, days may be told by the old calendar
_SOON = 200  # days ahead, of which news tells the weekday


def _calendar(form: Form, context: Context, inner: Answer | None) -> Answer:
    if form.month is None and form.year is not None:
        return Interval.year(form.year) if 1 <= form.year <= 9999 else None, "calendar"
    if form.month is None:
        return _day_alone(form, context)
    return _yearly(form, context, inner)


def _yearly(form: Form, context: Context, inner: Answer | None) -> Answer:
    """What comes once a year: of the year that is told, or of the one that is meant."""
    if form.year is not None:
        return named(form, form.year), "calendar"
    if inner is not None:  # "July last year", "the spring of that year"
        told, anchor = inner
        whole = told is not None and told.granularity is Granularity.YEAR
        when = named(form, told.earliest.year) if whole and told and told.earliest else None
        return (None if when is not None and _is_doubtful(form, when, context.last) else when), anchor
    if form.name == "new year" and form.kind == "feast" and context.tense != "past":  # "before the new year", to come
        base = context.leading or context.today
        return named(form, base.latest.year + 1) if base and base.latest else None, "earlier"
    if form.kind == "feast" and (following := _following(form, context)):
        return following, "earlier"
    return _without_year(lambda year: named(form, year), context, form.weekday)


def _following(form: Form, context: Context) -> Interval | None:
    """The feast that follows soon on an old date of the sentence before: "They met in May 2010. They wed at Easter"."""
    last = context.last
    if not context.beside or not context.dated or context.published is None or context.tense == "future":
        return None
    if (
        last is None
        or last.latest is None
        or last.latest.year >= context.published.year
        or (last.days or _SOON) > _MONTH
    ):
        return None
    days = (named(form, year) for year in (last.latest.year, last.latest.year + 1))
    day = next((each for each in days if each and each.earliest and each.earliest > last.latest), None)
    is_soon = day is not None and day.earliest is not None and (day.earliest - last.latest).days <= _SEASONS
    return day if is_soon else None


def _is_doubtful(form: Form, when: Interval, last: Interval | None) -> bool:
    """Whether it may be of the year beside: "in January two years later", counted from a December."""
    if form.inner is None or form.inner.kind != "offset" or last is None or (last.days or 0) > 31:
        return False
    months = [day.month for day in (when.earliest, last.earliest) if day]
    return len(months) == 2 and abs(months[0] - months[1]) > 6


def named(form: Form, year: int) -> Interval | None:
    """The month, day, season, quarter or feast of a form in a year; None where there is none."""
    try:
        if form.unit == "season" or form.kind == "season":
            return Interval.season(year, form.name)
        if form.unit == "feast" or form.kind == "feast":
            return feasts.day(form.name, year)
        if form.kind == "quarter":
            return Interval(*units.bounds(date(year, form.number * 3, 1), "quarter"))
        month = form.month or 1
        return Interval.month(year, month) if form.day is None else Interval.day(date(year, month, form.day))
    except ValueError:
        return None


def _without_year(make: Callable[[int], Interval | None], context: Context, weekday: int | None = None) -> Answer:
    if context.leading is not None:
        return _falling_on(weekday, _continued(make, context.leading, context), make), "earlier"
    if context.published is None or (context.narrative and context.tense != "future"):
        return None, "publication"
    year = context.published.year
    options = [when for each in (year - 1, year, year + 1) if 1 <= each <= 9999 and (when := make(each))]
    if weekday is not None:
        options = _on_weekday(options, weekday, context.published) or options
    return _by_tense(options, context), "publication"


def _on_weekday(options: list[Interval], weekday: int, today: date) -> list[Interval]:
    """The days, past or soon to come, that fall on that weekday: "Tuesday 10 September" tells which year is meant."""
    days = [(when, when.earliest) for when in options if when.earliest]
    return [when for when, day in days if day.weekday() == weekday and (day - today).days <= _SOON]


def _falling_on(weekday: int | None, when: Interval | None, make: Callable[[int], Interval | None]) -> Interval | None:
    """The day, or that of the year beside on which alone it falls on that weekday: "… in 1848. On Friday, June 15"."""
    if weekday is None or when is None or when.earliest is None or when.earliest.year < _GREGORIAN:
        return when
    year = when.earliest.year
    days = [day for each in (year, year + 1, year - 1) if each <= 9999 and (day := make(each)) and day.earliest]
    fitting = [day for day in days if day.earliest and day.earliest.weekday() == weekday]
    return when if when in fitting or len(fitting) != 1 else fitting[0]


def _continued(make: Callable[[int], Interval | None], last: Interval, context: Context) -> Interval | None:
    """The same year as the last date, or the next where that lies many months back: January after November.

    Where the sentence goes on, any month that lies back is of the next year: "wed in October and had a son in May".
    """
    first = last.earliest
    if first is None or (last.days or 0) > 366:
        return None
    same, after = make(first.year), make(min(first.year + 1, 9999))
    if context.before and same and same.earliest and last.latest and same.earliest > last.latest:
        return None  # "they wed on 9 May 1956. They had met in August": of which year is not told
    if same is None or same.latest is None or last.granularity in (Granularity.YEAR, Granularity.SEASON):
        return same or after
    back = (first - same.latest).days
    if after is None or after.earliest is None or (context.published and context.published < after.earliest):
        return same
    return after if back > (_MONTH if context.onward else _HALF_YEAR) else same


def _by_tense(options: list[Interval], context: Context) -> Interval | None:
    today = context.published or date.min
    begun = [when for when in options if when.earliest and when.earliest <= today]
    coming = [when for when in options if when.latest and when.latest >= today]
    if context.tense == "future" and coming:
        return coming[0]
    listed = context.last.earliest if context.last and context.near and not context.tense else None
    if listed and listed > today:  # "next month, in November, and in January": a list goes on
        return next((when for when in coming if when.earliest and when.earliest >= listed), None)
    if not context.tense and begun and coming and _is_soon(begun[-1], coming[0], today):
        return coming[0]
    # news tells what has happened, unless its words say otherwise
    return begun[-1] if begun else next(iter(coming), None)


def _is_soon(past: Interval, coming: Interval, today: date) -> bool:
    """Whether a date lies within two months, and the same of the year before more than half a year ago."""
    if past.latest is None or coming.earliest is None:
        return False
    return (coming.earliest - today).days <= 62 and (today - past.latest).days > 183


def _day_alone(form: Form, context: Context) -> Answer:
    """ "Thursday the 21st", "on the 15th": the month is that of the last date or of publication."""
    base = context.leading.earliest if context.leading else context.published
    if base is None or form.day is None:
        return None, "publication"
    months = (units.shifted(base.replace(day=1), step, "month") for step in (-1, 0, 1))
    days = [first.replace(day=form.day) for first in months if first and form.day <= monthrange(*_month(first))[1]]
    options = [Interval.day(day) for day in days if form.weekday is None or day.weekday() == form.weekday]
    anchor = "earlier" if context.leading else "publication"
    return _by_tense(options, replace(context, published=base)), anchor


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _decade(form: Form, context: Context, inner: Answer | None) -> Answer:
    return Interval.decade(form.number), "calendar"


def _century(form: Form, context: Context, inner: Answer | None) -> Answer:
    return Interval.century(form.number * 100 - 1) if 1 <= form.number <= 30 else None, "calendar"


def _numeric(form: Form, context: Context, inner: Answer | None) -> Answer:
    return odd.numeric(form.name), "calendar"


def _odd(form: Form, context: Context, inner: Answer | None) -> Answer:
    return odd.read(form.name), "calendar"


def _weekday(form: Form, context: Context, inner: Answer | None) -> Answer:
    wanted, last = form.weekday or 0, context.leading
    if context.near and last and last.earliest and last.days == 1:
        return moved(last.earliest, (wanted - last.earliest.weekday()) % 7 or 7), "earlier"
    if context.published is None:
        return None, "publication"
    back = (context.published.weekday() - wanted) % 7
    return moved(context.published, 7 - back if context.tense == "future" and back else -back), "publication"


READERS: dict[str, Reader] = {
    **{"calendar": _calendar, "year": _calendar, "season": _yearly, "quarter": _yearly, "feast": _yearly},
    **{"decade": _decade, "century": _century, "numeric": _numeric, "odd": _odd, "weekday": _weekday},
}
