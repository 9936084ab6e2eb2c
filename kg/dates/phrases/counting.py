"""What relative forms mean: counted from the publication, from the date before, or from a form inside them."""

from datetime import date, timedelta

from kg.dates import units
from kg.dates.interval import Granularity, Interval
from kg.dates.phrases.almanac import named
from kg.dates.phrases.context import Answer, Context, Reader, moved
from kg.dates.phrases.form import Form

_LONG = 3700  # days: nothing is counted from a span of more than a decade


def _near(form: Form, context: Context, inner: Answer | None) -> Answer:
    return moved(context.published, form.number), "publication"


def _again(form: Form, context: Context, inner: Answer | None) -> Answer:
    last = context.last if context.narrative else None
    return last if last and (last.days or _LONG) <= 366 else None, "earlier"


def _nothing(form: Form, context: Context, inner: Answer | None) -> Answer:
    return None, form.anchor or "calendar"


# "last May", "this summer", "the following spring"


def _deictic(form: Form, context: Context, inner: Answer | None) -> Answer:
    if form.year is not None:
        return Interval.year(form.year), "earlier"
    base, anchor = _base(form, context)
    if base is None or base.earliest is None or base.latest is None or (base.days or 0) > _LONG:
        return None, anchor
    when = _counted(form, context, base, anchor)
    if when is not None and form.weekday is not None and form.unit in ("week", "month") and when.earliest:
        when = moved(when.earliest, (form.weekday - when.earliest.weekday()) % 7)  # "Wednesday next week"
    return when, anchor


def _base(form: Form, context: Context) -> Answer:
    if form.anchor == "nearest":
        if form.unit == "year" and form.direction > 0 and not context.leading and context.tense == "past":
            return None, "publication"  # "in the new year they parted": of which year is not told
        return (context.leading, "earlier") if context.leading else (context.today, "publication")
    if form.anchor != "earlier" or (form.part == "later" and context.tense == "future"):
        return context.today, "publication"
    if context.last is not None:
        # "on Thursday ... the following year": the day of the news is no date to count years from
        far = not context.dated and form.unit not in ("day", "week", "weekend") and (context.last.days or _LONG) <= 7
        return (None if far and form.direction else context.last), "earlier"
    # "the next day" after nothing: told from the day of writing only where it is to come
    is_ahead = context.tense == "future" or (context.tense == "" and form.unit != "year")
    return (context.today, "publication") if is_ahead and form.direction > 0 else (None, "earlier")


def _counted(form: Form, context: Context, base: Interval, anchor: str) -> Interval | None:
    if form.unit in ("season", "feast") or (form.unit == "month" and form.month):
        return _this_or_next(form, base, anchor)
    if form.unit == "day" and form.weekday is not None:
        return _that_weekday(form, context, base, anchor)
    if form.unit == "weekend":
        return _weekend(form, context, base)
    widest = {"day": 3, "week": 31}.get(form.unit, _LONG)
    if form.unit == "fortnight" or ((base.days or _LONG) > widest and form.direction):
        return None  # "the next day" after no day
    if form.unit in ("decade", "century") and form.direction > 0 and anchor == "earlier":
        low, high = units.bounds(base.earliest or date.min, "year")  # so long a time is told in years
        return Interval(low, units.shifted(high, 1, form.unit))
    if form.direction == 0 and (form.unit == "day" or _is_coarser(base, form.unit)):
        return base
    return _moved_units(base, form.direction, form.unit)


def _moved_units(base: Interval, count: int, unit: str) -> Interval | None:
    first, last = units.shifted(base.earliest, count, unit), units.shifted(base.latest, count, unit)
    if first is None or last is None:
        return None
    return Interval(units.bounds(first, unit)[0], units.bounds(last, unit)[1])


_ORDER = ["day", "week", "month", "season", "quarter", "year", "decade", "century"]


def _is_coarser(base: Interval, unit: str) -> bool:
    return base.granularity in _ORDER and _ORDER.index(base.granularity) > _ORDER.index(unit)


def _this_or_next(form: Form, base: Interval, anchor: str) -> Interval | None:
    """ "last May": that of last year; "the past May": the one that ended last; "next summer": the next to begin.

    "this", "that": of the same year.
    """
    first, last = base.earliest or date.min, base.latest or date.max
    years = [year for year in range(first.year - 3, last.year + 3) if 1 <= year <= 9999]
    options = [when for year in years if (when := named(form, year))]
    if form.direction < 0:
        year = first.year - form.last_year * (anchor == "publication")
        over = [when for when in options if when.earliest and when.latest and when.latest < first]
        over = [when for when in over if when.earliest and when.earliest.year <= year]
        return over[form.direction] if len(over) >= -form.direction else None
    if form.direction > 0:
        later = [when for when in options if when.earliest and when.earliest > last]
        is_next = form.month and anchor == "earlier" and last.month + 1 == form.month and first.month == last.month
        return next(iter(later[1 if is_next else 0 :]), None)  # "in May … the following June" is not next month
    if form.unit == "season" and anchor != "earlier":
        return min(options, key=lambda when: _distance(when, first), default=None)
    same = named(form, first.year)
    return base if same and same.contains(base) and base.days == 1 else same


def _distance(when: Interval, day: date) -> int:
    first, last = when.earliest or day, when.latest or day
    return max((first - day).days, (day - last).days, 0)


def _that_weekday(form: Form, context: Context, base: Interval, anchor: str) -> Interval | None:
    if base.days != 1 or base.earliest is None:
        return None
    ahead = ((form.weekday or 0) - base.earliest.weekday()) % 7
    back = -ahead % 7
    if form.direction < 0:
        return moved(base.earliest, -(back or 7) + 7 * (form.direction + 1))  # "the Friday before last" a week earlier
    if form.direction > 0:  # "next Friday": that of the week to come; after an earlier date, the first to follow
        following = (form.weekday or 0) - base.earliest.weekday() + 7
        return moved(base.earliest, (ahead or 7) if anchor == "earlier" else following)
    return moved(base.earliest, -back if context.tense == "past" else ahead)


def _weekend(form: Form, context: Context, base: Interval) -> Interval | None:
    day, weeks = base.earliest or date.min, form.direction
    if weeks == 0 and context.tense != "future" and day.weekday() < (5 if context.tense == "past" else 3):
        weeks = -1  # "this weekend", told on a Tuesday of what has happened; "they wed over the weekend"
    return _two_days(moved(day, 5 - day.weekday() + 7 * weeks))


def _two_days(saturday: Interval | None) -> Interval | None:
    sunday = moved(saturday.earliest, 1) if saturday else None
    return saturday.hull(sunday) if saturday and sunday else None


# "two years ago", "three months later", "over a year before the wedding"


def _offset(form: Form, context: Context, inner: Answer | None) -> Answer:
    if form.year is not None:
        return Interval.year(form.year), "publication" if form.anchor == "publication" else "earlier"
    base, anchor = inner or _offset_base(form, context)
    if base is None or form.most is None:
        return None, anchor
    if form.degree in ("more", "less", "almost") or form.most != form.least:
        when = _bounded(form, base)
    else:
        exact = form.exact or (inner is not None and form.anchor == "publication")
        when = _shifted(base, form.least * form.direction, form.unit, exact=exact)
        if when is not None and (form.approximate or form.unit in ("decade", "century")):
            when = when.roughly()
    return None if anchor == "earlier" and _is_after_news(when, context) else when, anchor


def _is_after_news(when: Interval | None, context: Context) -> bool:
    """Whether what had happened would come after the news of it: "seen on Friday. They broke up months later"."""
    first = when.earliest if when is not None and context.tense == "past" else None
    return first is not None and context.published is not None and first > context.published


def _offset_base(form: Form, context: Context) -> Answer:
    if form.anchor == "publication":
        return moved(context.published, form.number), "publication"
    if form.anchor == "event":
        known = context.last if form.known else None
        return known if known and (known.days or _LONG) <= 366 else None, "event"
    if context.last is None and context.tense == "future" and form.least == form.most and not form.degree:
        return context.today, "publication"
    return context.last, "earlier"


def _shifted(base: Interval, count: int, unit: str, *, exact: bool) -> Interval | None:
    """`count` units from a day: the calendar year, month or week so many units away; days exactly.

    "Three years ago today" and "three years ago this month" are `exact`: that very day, that very month.
    """
    step, factor = _FINER.get(unit, (unit, 1))
    if exact:
        first, last = (units.shifted(day, count * factor, step) for day in (base.earliest, base.latest))
        whole = "month" if base.granularity is Granularity.MONTH else "day"
        return Interval(first, units.bounds(last, whole)[1]) if first and last else None
    return _moved_units(base, count * factor, step)


# what is so far away is told no more coarsely than the unit below
_FINER = {"fortnight": ("day", 14), "quarter": ("month", 3), "decade": ("year", 10), "century": ("year", 100)}


def _bounded(form: Form, base: Interval) -> Interval | None:
    """ "over two years ago", "almost a year later", "a few days before": bounds, one of them perhaps open."""
    least, most = {
        "more": (form.least, None),
        "less": (0, form.least),
        "almost": (form.least - 1, form.least),
    }.get(form.degree, (form.least, form.most))
    ends = (base.latest, base.earliest) if form.direction < 0 else (base.earliest, base.latest)
    near = units.shifted(ends[0], least * form.direction, form.unit)
    far = None if most is None else units.shifted(ends[1], most * form.direction, form.unit)
    if near is None:
        return None
    early, late = (far, near) if form.direction < 0 else (near, far)
    when = Interval(early, late, approximate=form.least != form.most)
    return when.in_whole(base.granularity) if when.approximate else when


# "the last 30 years", "the next five years", "the first two months of 1939"


def _window(form: Form, context: Context, inner: Answer | None) -> Answer:
    base, anchor = inner or _window_base(form, context)
    if base is None or base.earliest is None or base.latest is None or form.most is None:
        return None, anchor
    if form.direction == 2:
        end = units.shifted(base.earliest, form.most, form.unit)
        return Interval(base.earliest, end - timedelta(1)) if end and end > base.earliest else None, anchor
    if form.unit == "quarter":
        return _quarters(base.earliest, form.most, form.direction), anchor
    low: date | None = base.earliest
    high: date | None = base.latest
    if form.direction > 0:
        high = units.shifted(base.latest, form.most, form.unit)
    else:  # "the last four months of 2021" end with it
        low = units.shifted(_after(base.latest) if inner else base.earliest, -form.most, form.unit)
    return Interval(low, high, approximate=form.least != form.most) if low and high else None, anchor


def _after(day: date) -> date:
    return day + timedelta(1) if day < date.max else day


def _quarters(day: date, count: int, direction: int) -> Interval | None:
    """Whole quarters before or after the one in which a day lies."""
    first = units.shifted(day, -count if direction < 0 else 1, "quarter")
    last = units.shifted(day, -1 if direction < 0 else count, "quarter")
    if first is None or last is None:
        return None
    return Interval(units.bounds(first, "quarter")[0], units.bounds(last, "quarter")[1])


def _window_base(form: Form, context: Context) -> Answer:
    if context.leading and (form.anchor == "earlier" or context.narrative):
        return context.leading, "earlier"
    if form.direction > 0 and context.tense == "past":
        return None, "earlier"  # "she spent the next two months abroad"
    return context.today, "publication"


# "the first Tuesday of October", "the last week of 2015", "the 20th of next month"


def _nth(form: Form, context: Context, inner: Answer | None) -> Answer:
    base, anchor = inner or (None, "calendar")
    if base is None or base.earliest is None or base.latest is None or form.unit == "fortnight":
        return None, anchor
    if form.weekday is not None:
        return _nth_weekday(base, form.weekday, form.number), anchor
    if form.unit == "weekend":
        return _two_days(_nth_weekday(base, 5, form.number)), anchor
    if form.unit == "week":
        # weeks belong to the month or year that holds their Thursday (ISO 8601)
        day = _nth_weekday(base, 3, form.number) if form.number else base
        return Interval.week(day.earliest) if day and day.earliest else None, anchor
    if form.unit == "quarter" and base.granularity is Granularity.CENTURY:
        return _quarter_of_century(base.earliest.year, form.number), anchor
    start = units.shifted(base.earliest, form.number - 1, form.unit) if form.number > 0 else base.latest
    if start is None or start > base.latest:
        return None, anchor
    return Interval(*units.bounds(start, form.unit)), anchor


def _quarter_of_century(year: int, number: int) -> Interval | None:
    if not -1 <= number <= 4 or number == 0:
        return None
    first = year + 25 * (number - 1 if number > 0 else 3)
    return Interval(date(first, 1, 1), date(first + 24, 12, 31))


def _nth_weekday(base: Interval, weekday: int, number: int) -> Interval | None:
    first, last = base.earliest or date.min, base.latest or date.max
    if number > 0:
        day = moved(first, (weekday - first.weekday()) % 7 + 7 * (number - 1))
    else:
        day = moved(last, -((last.weekday() - weekday) % 7))
    return day if day and base.contains(day) else None


READERS: dict[str, Reader] = {
    **{"near": _near, "deictic": _deictic, "again": _again, "offset": _offset, "window": _window, "nth": _nth},
    **dict.fromkeys(("bare", "duration", "age", "anniversary"), _nothing),
}
