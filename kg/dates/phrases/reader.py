"""Prose to times: every expression of a text with its interval, its relation and what it was told from."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial

from kg.dates.interval import Interval
from kg.dates.phrases.context import PARAGRAPH, REACH, SENTENCE, Context, Tense, are_near, goes_on, had_been
from kg.dates.phrases.form import Form
from kg.dates.phrases.forms import forms
from kg.dates.phrases.joins import joined
from kg.dates.phrases.lexicon import compiled, listed
from kg.dates.phrases.phrase import Phrase, phrase
from kg.dates.phrases.readings import read
from kg.dates.phrases.stretches import placed
from kg.dates.phrases.tenses import tense_of_words
from kg.dates.phrases.tokens import Tokens, tokens

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
    read = [(form, each) for form in told if (each := reader.read(form))]
    return placed(found, read, reader.context)


class _Reader:
    """Reads the forms of one text in order; each date may be what the next is told from."""

    def __init__(self, found: Tokens, context: Context, tenses: Tenses) -> None:
        self.found, self.context, self.tenses = found, context, tenses
        self.told = (-REACH, -REACH)  # where the last date stands
        self.aside: tuple[int, Interval | None] = (-REACH, None)  # the end of a year long before the last date
        self.opened: tuple[int, Interval | None] | None = None  # "between" 2010 "and" ...
        self.last = Form(0, -9, "")
        self.before: Interval | None = None  # what the last form was read as

    def read(self, form: Form) -> Phrase | None:
        start, end = self.found.start(form.first), self.found.end(form.last - 1)
        when, anchor = read(form, self.context if form.year else self._context(form, start, end))
        self.last, self.before = form, when
        if form.kind == "age" and when is None and not are_near(self.found.text, self.told[1], start):
            self.context.last = None  # "at 21 he married; five years later": no longer counted from his birth
        is_new = when is not None and self._is_of_new_part(form, when, start)
        if is_new:  # unless the year opens its sentence it is not plain which of the two goes on
            self.context.last = None
        if (
            when is not None
            and not (is_new and not _opens_sentence(self.found.text, start))
            and _leads(self.found, form, when, self.context)
        ):
            self.context.last, self.told = when, (start, end)
            is_of_news = form.kind in ("weekday", "near") or form.unit in ("day", "week", "weekend")
            is_counted = anchor == "earlier" and self.context.dated  # "the last day of November" of a year told before
            self.context.dated = not is_of_news or (form.kind == "nth" and anchor == "calendar") or is_counted
        elif when is not None and _looks_back(form, when, self.context):
            self.aside = end, when
        if form.relation == "between":
            self.opened = start, when
            return None
        if form.relation == "joined" and self.opened:
            start, first = self.opened
            when = first.hull(when) if first and when else None
        self.opened = None
        return None if form.kind == "again" and when is None else phrase(self.found, form, start, when, anchor)

    def _is_of_new_part(self, form: Form, when: Interval, start: int) -> bool:
        """Whether a paragraph after that of the last date looks back: "… in 1230. ¶ He became a duke in 1079."."""
        is_new = PARAGRAPH.search(self.found.text, max(self.told[1], 0), start) is not None
        return is_new and _looks_back(form, when, self.context) and not _in_brackets(self.found, form)

    def _context(self, form: Form, start: int, end: int) -> Context:
        last = self.told[1]
        near = are_near(self.found.text, last, start)
        tense = self._tense(form, start, end) if _needs_tense(form) else ""
        scene = near and _opens_sentence(self.found.text, self.told[0])
        now = Context(self.context.published, self.context.narrative, self.context.last, near, scene, tense)
        if form.relation == "by" and form.kind == "calendar" and _follows(self.found.text, last, start):
            now.near = True
        now.dated, now.beside = self.context.dated, start - last < REACH
        now.onward = near and goes_on(self.found.text[last:start])
        if form.year is None and form.kind in _YEARLY and form.relation == "on":
            clause = self.found.text[max(last if near else 0, start - _CLAUSE, 0) : start]
            now.before = had_been(SENTENCE.split(clause)[-1])
        if not near and are_near(self.found.text, self.aside[0], start):
            now.last, now.near, now.dated = self.aside[1], True, True  # "they met in 1996 and wed three weeks later"
        is_counted = form.least == form.most and not form.degree  # "shortly after birth" may be after anybody's
        if form.kind == "offset" and form.anchor == "event" and now.last and not near and is_counted:
            form.known = self._is_known(form)
        ends = (
            form.relation in ("until", "joined")
            and 0 <= form.first - self.last.last <= 1
            and self.last.kind != "duration"
        )
        if ends and self.before is not None and self.before.earliest is not None:
            now.last, now.narrative = self.before, True  # "from November to January"
        return now

    def _tense(self, form: Form, start: int, end: int) -> Tense:
        """ "They are dating since June": what something is since has been."""
        return "past" if self.found.kind(form.first, "since") else self.tenses(start, end)

    def _is_known(self, form: Form) -> bool:
        """Whether the event after "two years after" is told in the clause of the last date, by the same word."""
        start, end = self.told
        before, after = self.found.text[max(0, start - REACH) : start], self.found.text[end : end + REACH]
        told = SENTENCE.split(before)[-1].split(";")[-1] + " " + SENTENCE.split(after)[0].split(";")[0]
        words = {_stem(word) for word in re.findall(r"\b[a-z]{3,}", told)}
        event = (
            self.found.word(i)
            for i in range(form.last, form.last + 5)
            if self.found.kind(i, "word", "season", "wedding")
        )
        return any(_stem(word) in words and word not in _COMMON for word in event)


def _opens_sentence(text: str, start: int) -> bool:
    """Whether at most a preposition stands before it in its sentence: "In 2016", "Back in 2016"."""
    before = SENTENCE.split(text[max(0, start - REACH) : start])[-1]
    return len(before.split()) <= 2


def _follows(text: str, end: int, start: int) -> bool:
    """Whether it stands in the sentence after the other: "They split in May 2018. By July they were back together"."""
    return 0 < start - end < REACH and len(SENTENCE.findall(text, max(end, 0), start + 1)) == 1


def _stem(word: str) -> str:
    """What the words for one happening share: "fell" and "the fall", "met" and "meeting", "relieved", "relieving"."""
    return _HAPPENINGS.get(word, word[:6])


_HAPPENINGS = {
    word: words.split()[0]
    for words in (
        "die died dies death dying",
        "born birth",
        "marry married marriage wed wedding weds",
        "meet met meeting",
        "fall fell fallen falling",
        "part parted parting split separation separated separating",
        "leave left leaving departure departed",
        "win won victory winning",
        "lose lost loss losing defeat defeated",
        "begin began beginning start started",
        "end ended ending",
    )
    for word in words.split()
}


_COMMON = frozenset(
    listed("his her their its and who that which had has have was were been being with for not but first new")
)


def _needs_tense(form: Form) -> bool:
    if form.kind == "deictic":
        return form.unit in ("day", "weekend") or form.anchor in ("earlier", "nearest")
    return form.kind in ("weekday", "offset", "window") or (form.year is None and form.kind in _YEARLY)


_CLAUSE = 120  # characters before a date in which its verb may stand
_YEARLY = ("calendar", "season", "feast", "quarter")
_LEADING = frozenset(listed("calendar year numeric odd season quarter feast near deictic offset nth weekday"))


def _leads(found: Tokens, form: Form, when: Interval, context: Context) -> bool:
    """Whether later words such as "that year" or "the next day" may be counted from this date."""
    if form.kind not in _LEADING or when.is_open or when.uncertain:
        return False
    if context.narrative and form.kind == "near":
        return False
    if _looks_back(form, when, context) or _is_of_picture(found, form):
        return False
    return (context.last is None and form.relation == "on") or not _in_brackets(found, form)


def _looks_back(form: Form, when: Interval, context: Context) -> bool:
    """Whether a year lies long before the last date: "in 2010 he bought a house of 1880", which he sold in 2011."""
    last = context.last.earliest if context.last else None
    return bool(form.kind == "year" and last and when.earliest and when.earliest.year < last.year - 20)


_PICTURED = re.compile(r"[,(]\s*(?:\w+ )?(?:photographed|pictured|seen|shown|snapped|spotted)\b[^.;:\n]{0,60}$")


def _is_of_picture(found: Tokens, form: Form) -> bool:
    """Whether it tells when a picture was taken: "the two, pictured with Ada in April 2019, split in August"."""
    start = found.start(form.first)
    return _PICTURED.search(found.text, max(0, start - 90), start) is not None


_BRACKETS = compiled("open[^close paragraph]*$")


def _in_brackets(found: Tokens, form: Form) -> bool:
    return _BRACKETS.search(found.classes, max(0, form.first - 9), form.first) is not None


_NEWS = ("weekday", "near", "deictic", "offset")


def _is_narrative(told: list[Form], published: date | None) -> bool:
    """Whether a text tells its story date by date, long before its publication, as a biography does.

    News says "on Thursday" and "last month"; a story has many years, nearly all of them past.
    """
    years = [form.year for form in told if form.year]
    past = sum(published is None or year < published.year - 5 for year in years)
    news = sum(form.kind in _NEWS and form.anchor in ("", "publication", "nearest") for form in told)
    enough = past >= 3 if published else True
    return enough and past >= 0.7 * len(years) and 4 * news <= past
