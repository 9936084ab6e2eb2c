"""Prose to times: every expression of a text with its interval, its relation and what it was told from."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from kg.dates.interval import Duration, Interval
from kg.dates.phrases.context import Context, Tense
from kg.dates.phrases.form import Form
from kg.dates.phrases.forms import forms
from kg.dates.phrases.joins import joined
from kg.dates.phrases.lexicon import compiled, listed
from kg.dates.phrases.readings import read
from kg.dates.phrases.tenses import tense_of_words
from kg.dates.phrases.tokens import Tokens, tokens


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


Tenses = Callable[[int, int], Tense]


def phrases(text: str, published: date | None = None, *, tenses: Tenses | None = None) -> tuple[Phrase, ...]:
    """The time expressions of a text, in order.

    `tenses` gives the tense ("past", "future" or "") of the verb over the characters it is asked for; without it, the
    words around decide. Where nothing was published on a day that is known, relative expressions have no `when`.

    >>> [(each.text, each.when.edtf) for each in phrases("They met in May 2010 and married two years later.")]
    [('May 2010', '2010-05'), ('two years later', '2012')]
    """
    found = tokens(text)
    told = joined(found, list(forms(found)))
    if not told:
        return ()
    reader = _Reader(found, Context(published, _is_narrative(told, published)), tenses or partial(tense_of_words, text))
    return tuple(phrase for form in told if (phrase := reader.read(form)))


_SENTENCE = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z])|\n[ \t\r]*\n")

_REACH = 500  # characters that a sentence may have on either side of its date


class _Reader:
    """Reads the forms of one text in order; each date may be what the next is told from."""

    def __init__(self, found: Tokens, context: Context, tenses: Tenses) -> None:
        self.found, self.context, self.tenses = found, context, tenses
        self.told = (-_REACH, -_REACH)  # where the last date stands
        self.opened: tuple[int, Interval | None] | None = None  # "between" 2010 "and" ...
        self.before: Interval | None = None

    def read(self, form: Form) -> Phrase | None:
        start, end = self.found.start(form.first), self.found.end(form.last - 1)
        when, anchor = read(form, self._context(form, start, end))
        self.before = when
        if when is not None and _leads(self.found, form, when, self.context):
            self.context.last, self.told = when, (start, end)
            self.context.dated = form.kind not in ("weekday", "near") and form.unit not in ("day", "week", "weekend")
        if form.relation == "between":
            self.opened = start, when
            return None
        if form.relation == "joined" and self.opened:
            start, first = self.opened
            when = first.hull(when) if first and when else None
        self.opened = None
        return None if form.kind == "again" and when is None else _phrase(self.found, form, start, when, anchor)

    def _context(self, form: Form, start: int, end: int) -> Context:
        last = self.told[1]
        near = start - last < _REACH and _SENTENCE.search(self.found.text, last, start + 1) is None
        tense = self.tenses(start, end) if _needs_tense(form) else ""
        now = Context(self.context.published, self.context.narrative, self.context.last, near, tense)
        now.dated = self.context.dated
        if form.kind == "offset" and form.anchor == "event" and now.last and not near:
            form.known = self._is_known(form)
        if form.relation in ("until", "joined") and self.before is not None and self.before.earliest is not None:
            now.last, now.narrative = self.before, True  # "from November to January"
        return now

    def _is_known(self, form: Form) -> bool:
        """Whether the event after "two years after" is told in the sentence of the last date, by the same word."""
        start, end = self.told
        before, after = self.found.text[max(0, start - _REACH) : start], self.found.text[end : end + _REACH]
        told = _SENTENCE.split(before)[-1] + " " + _SENTENCE.split(after)[0]
        words = {word[:6] for word in re.findall(r"\b[a-z]{3,}", told)}
        event = (self.found.word(i)[:6] for i in range(form.last, form.last + 5) if self.found.kind(i, "word"))
        return any(word in words and word not in _COMMON for word in event)


_COMMON = frozenset(
    listed("his her their its and who that which had has have was were been being with for not but first new")
)


def _phrase(found: Tokens, form: Form, start: int, when: Interval | None, anchor: str) -> Phrase:
    end = found.end(form.last - 1)
    relation, when = _related(form, when)
    if when is not None and form.approximate:
        when = when.roughly()
    told = form.kind in ("duration", "age", "anniversary") or anchor == "event" or relation == "for"
    length = _duration(form) if told else None
    return Phrase(start, end, found.text[start:end], when, relation, anchor, length)


def _related(form: Form, when: Interval | None) -> tuple[str, Interval | None]:
    """The relation, and the interval with the relation taken in: "by May 2019" is ../2019-05."""
    if form.relation in ("joined", "between"):
        return "on", when
    if form.kind == "offset" and form.anchor == "event":
        return "after" if form.direction > 0 else "before", when
    relation = "after" if form.relation == "from_on" else form.relation
    if when is None:
        return relation, None
    if form.relation == "by":
        return relation, replace(when, earliest=None)
    if form.loose and form.relation in ("before", "after"):
        return relation, replace(when, earliest=None) if form.relation == "before" else replace(when, latest=None)
    if form.relation == "before":
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
    told = Duration.of(least, unit, approximate=form.approximate)
    if form.degree == "more":
        return replace(told, most=None)
    if form.degree == "less":
        return replace(told, least=0, most=told.least)
    if form.degree == "almost":
        return replace(told, least=Duration.of(least - 1, unit).least, most=told.least)
    if most != least:
        return Duration(told.least, Duration.of(most, unit).most if most else None, "", True)
    return told


def _needs_tense(form: Form) -> bool:
    if form.kind == "deictic":
        return form.unit in ("day", "weekend") or form.anchor == "earlier"
    return form.kind in ("weekday", "offset") or (form.year is None and form.kind in _YEARLY)


_YEARLY = ("calendar", "season", "feast", "quarter")
_LEADING = frozenset(listed("calendar year numeric odd season quarter feast near deictic offset nth weekday"))


def _leads(found: Tokens, form: Form, when: Interval, context: Context) -> bool:
    """Whether later words such as "that year" or "the next day" may be counted from this date."""
    if form.kind not in _LEADING or when.is_open or when.uncertain:
        return False
    if context.narrative and form.kind == "near":
        return False
    last = context.last.earliest if context.last else None
    if form.kind == "year" and last and when.earliest and when.earliest.year < last.year - 20:
        return False  # a look back
    return (context.last is None and form.relation == "on") or not _in_brackets(found, form)


_BRACKETS = compiled("open[^close stop paragraph]*$")


def _in_brackets(found: Tokens, form: Form) -> bool:
    return found.before(_BRACKETS, form.first) is not None


_NEWS = ("weekday", "near", "deictic", "offset")


def _is_narrative(told: list[Form], published: date | None) -> bool:
    """Whether a text tells its story date by date, long before its publication, as a biography does.

    News says "on Thursday" and "last month"; a story has many years, nearly all of them past.
    """
    years = [form.year for form in told if form.year]
    past = sum(published is None or year < published.year - 5 for year in years)
    news = sum(form.kind in _NEWS and form.anchor not in ("earlier", "event") for form in told)
    enough = past >= 3 if published else True
    return enough and past >= 0.7 * len(years) and 4 * news <= past
