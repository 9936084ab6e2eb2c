"""A form that has been read, as the words of the text that tell a time."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.dates import units
from kg.dates.interval import Duration, Interval
from kg.dates.phrases.form import Form
from kg.dates.phrases.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Phrase:
    """Characters `start` to `end` (not included) that tell a time; the other fields are those of `TimeExpression`."""

    start: int
    end: int
    text: str
    when: Interval | None = None
    relation: str = "on"
    anchor: str = "calendar"
    duration: Duration | None = None


def phrase(found: Tokens, form: Form, start: int, when: Interval | None, anchor: str) -> Phrase:
    """The phrase of a form that was read as `when`; its words begin at character `start`."""
    end = found.end(form.last - 1)
    relation, when = _related(form, when, anchor)
    if when is not None and form.approximate:
        when = when.roughly()
    is_next = form.kind == "deictic" and form.direction and form.month is None and form.weekday is None
    is_counted = anchor == "earlier" and (form.kind == "offset" or is_next)  # from what was told before
    told = form.kind == "duration" or anchor in ("event", "birth") or relation == "for" or is_counted
    length = _duration(form) if told else None
    return Phrase(start, end, found.text[start:end], when, relation, anchor, length)


def _related(form: Form, when: Interval | None, anchor: str) -> tuple[str, Interval | None]:
    """The relation, and the interval with the relation taken in: "by May 2019" is ../2019-05."""
    if form.relation in ("joined", "between"):
        return "on", when
    if form.kind == "offset" and form.anchor == "event" and not _is_from_birthday(form):
        return "after" if form.direction > 0 else "before", when
    relation = "after" if form.relation == "from_on" else form.relation
    if when is None:
        return relation, None
    if form.relation == "by":
        return relation, replace(when, earliest=None)
    if form.loose and form.relation in ("before", "after"):
        return relation, replace(when, earliest=None) if form.relation == "before" else replace(when, latest=None)
    if form.relation == "before":
        if form.kind == "feast" and form.year is None and anchor == "publication" and when.earliest:
            # "before Christmas", in the news of February: in the year that it closes
            return relation, Interval(when.earliest.replace(month=1, day=1), _beside(when.earliest, -1))
        return relation, Interval(None, _beside(when.earliest, -1), uncertain=when.uncertain)
    if form.relation == "after":
        return relation, Interval(_beside(when.latest, 1), None, uncertain=when.uncertain)
    return relation, replace(when, latest=None) if form.relation == "from_on" else when


def _beside(day: date | None, step: int) -> date | None:
    try:
        return None if day is None else day + timedelta(step)
    except OverflowError:
        return day


def _duration(form: Form) -> Duration | None:
    unit, least, most = form.unit, form.least, form.most
    if unit not in ("day", "week", "month", "quarter", "year", "decade", "century", "fortnight") or least > 2000:
        return None
    if unit == "fortnight":
        unit, least, most = "week", least * 2, most and most * 2
    if form.inner is not None and _is_from_birthday(form):
        return _from_birth(form, form.inner.least)
    if form.kind == "anniversary" or (form.exact and not form.degree):  # the very day
        return Duration(*units.days(least, unit), units.iso(least, unit))
    told = Duration.of(least, unit, approximate=form.approximate)
    if form.degree == "more":
        return replace(told, most=None)
    if form.degree == "less":
        return replace(told, least=0, most=told.least)
    if form.degree == "almost":
        return replace(told, least=Duration.of(least - 1, unit).least, most=told.least)
    if most != least:  # "in her thirties" is up to the day on which she is forty
        longest = Duration.of(most, unit).most if most and form.kind == "age" else most and units.days(most, unit)[1]
        return Duration(told.least, longest, "", True)
    return told


def _is_from_birthday(form: Form) -> bool:
    """Whether it is counted from somebody's birthday: "two months after his 75th birthday"."""
    return form.kind == "offset" and form.inner is not None and form.inner.anchor == "birth"


def _from_birth(form: Form, years: int) -> Duration | None:
    """How long after a birth: "two months after his 75th birthday", "shortly before she turned 17"."""
    if form.most is None or form.degree not in ("", "less"):
        return None
    birthday = units.days(years, "year")
    least, most = 0 if form.degree else units.days(form.least, form.unit)[0], units.days(form.most, form.unit)[1]
    is_exact = form.least == form.most and not form.degree and form.unit != "year"
    sign = "-" if form.direction < 0 else ""
    text = f"{units.iso(years, 'year')}{sign}{units.iso(form.least, form.unit)[1:]}" if is_exact else ""
    low, high = (-most, -least) if sign else (least, most)
    return Duration(birthday[0] + low, birthday[1] + high, text, approximate=not text)
