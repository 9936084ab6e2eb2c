"""Where a length of time lies, when the dates beside it tell: "on 18 February they set out; it lasted eleven days"."""

import re
from dataclasses import replace

from kg.dates import units
from kg.dates.interval import Interval
from kg.dates.phrases.context import SENTENCE, Context, are_near
from kg.dates.phrases.form import Form
from kg.dates.phrases.lexicon import listed
from kg.dates.phrases.phrase import Phrase
from kg.dates.phrases.tokens import Tokens

Told = list[tuple[Form, Phrase]]

_HAD = re.compile(
    r"(?:\bhad|['’]d)\b(?![^,;.]*\b(?:until|before|when)\b)[^,;.]*$"  # "she had lived there for"
    r"|\bfirst\b[^,;.]*\bin\s*$|\b(?:after|following)\s+\w+ing\b[^,;.]*$"  # "his first in", "after dating for"
)
_HAVE = re.compile(r"(?:\b(?:have|has)|['’](?:ve|s\s+been))\b[^;.]*$")
_CLAUSE = re.compile(r"\b(?:and|but|then|who|which|where)\b|[,;]\s+(?!after\b|following\b)\w")
_BESIDE = re.compile(r"[^.;\w]*(?:of\s+)?\w{0,12}[^.;\w]{0,3}")  # "ten years (1953-1963)", "a truce in 1178"
# the coarsest date from which so many units can be counted, in days: no three days from a year
_COARSEST = {"day": 1, "week": 7, "fortnight": 7, "month": 31}
_AFAR = 400  # characters from the last date to a length of time in one of the next two sentences
_CUES = frozenset(listed("for within lasted lasting spent spend took"))


def placed(found: Tokens, told: Told, context: Context) -> tuple[Phrase, ...]:
    """The phrases; each length of time with the days over which it runs, where a date beside it tells them.

    "For 53 years from 1879" begins with the date behind it; "have been married for two years" ends with the
    publication; "had lived there for two years" and "in 1990, after two years of work" end with the date beside them;
    all else begins with the date before it. Told from the sentence before, as stories do, it is `uncertain`.
    """
    out = [phrase for _, phrase in told]
    for i, (form, phrase) in enumerate(told):
        if form.kind != "duration" or phrase.when is not None:
            continue
        before = told[i - 1] if i else None
        after = told[i + 1] if i + 1 < len(told) else None
        when, anchor = _place(found, form, (before, after), context)
        if when is not None and (when.days is None or not _is_past_telling(when, before, context)):
            out[i] = replace(phrase, when=when, anchor=anchor)
    return tuple(out)


Pair = tuple[tuple[Form, Phrase] | None, tuple[Form, Phrase] | None]


def _place(found: Tokens, form: Form, beside: Pair, context: Context) -> tuple[Interval | None, str]:
    text, start, end = found.text, found.start(form.first), found.end(form.last - 1)
    before, after = (each[1] if each and each[1].relation != "for" else None for each in beside)
    if after and len(text[end : after.start]) < 30 and _BESIDE.fullmatch(text, end, after.start):
        relation = "since" if " from " in text[end : after.start] else after.relation
        told = {"since": False, "until": True, "on": True if form.closes else None}.get(relation)
        return (None if told is None else _run(form, after.when, back=told)), "earlier"
    near = before is not None and are_near(text, before.end, start)
    clause = text[max(before.end if before and near else 0, start - 100) : start]
    clause = SENTENCE.split(clause)[-1]
    if not form.closes and _HAVE.search(clause):
        today = context.today
        return _run(form, today, back=True), "publication"
    if form.closes and not near:
        ends = after and after.relation == "on" and are_near(text, end, after.start)
        return (_run(form, after.when, back=True) if after and ends else None), "earlier"
    if before is None or before.when is None:
        return None, "calendar"
    if form.closes:  # "in 2002 he came back after ten years", not "they met in 1990 and parted after two years"
        back = _CLAUSE.search(text, before.end, start) is None
    else:
        back = _HAD.search(clause) is not None and "-" not in text[start:end]  # "had signed a three-year contract"
    when = _run(form, before.when, back=back)
    if near or when is None:
        return when, "earlier"
    return (replace(when, uncertain=True) if _continues(found, form, before, context) else None), "earlier"


def _continues(found: Tokens, form: Form, before: Phrase, context: Context) -> bool:
    """Whether a story goes on from the sentence before: "She left in 1961. She spent ten years in Ohio."."""
    text, start = found.text, found.start(form.first)
    cued = found.word(form.first - 1).lower() in _CUES and form.least == form.most and form.unit != "century"
    between = text[before.end : start]
    alone = len(SENTENCE.findall(between)) <= 2 and len(between) <= _AFAR and ")" not in between.split(".")[0]
    return context.narrative and cued and alone and before.relation in ("on", "until")


def _is_past_telling(when: Interval, before: tuple[Form, Phrase] | None, context: Context) -> bool:
    """What was told has not lasted longer than to its telling."""
    day = context.published
    began = before[1].when.latest if before and before[1].when else None
    return bool(day and when.latest and when.latest > day and (began is None or began <= day))


def _run(form: Form, base: Interval | None, *, back: bool) -> Interval | None:
    """From a date over so many units, or `back` from it; open where no most is told."""
    if base is None or form.degree == "less" or (base.days or 9999) > _COARSEST.get(form.unit, 366):
        return None
    count = None if form.degree == "more" or form.most is None else -form.most if back else form.most
    far = None if count is None else units.shifted(base.earliest if back else base.latest, count, form.unit)
    if far is None and count is not None:
        return None  # past the calendar
    low, high = (far, base.latest) if back else (base.earliest, far)
    return Interval(low, high, approximate=form.approximate or form.least != form.most)
