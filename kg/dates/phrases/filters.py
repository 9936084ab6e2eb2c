"""Which forms are dates after all: not verbs, names, titles, amounts and labels."""

from collections.abc import Callable

from kg.dates.phrases.form import Form
from kg.dates.phrases.lexicon import compiled, listed
from kg.dates.phrases.tokens import Tokens

_CUE = compiled(
    r"(?:in|of|on|by|before|after|since|until|from|to|between|during|about|early|mid|late|for|ago|through|within|last"
    r"|next|than|the unit|open|and|dash)the?$"
)
_BEFORE_CHRIST = compiled("comma?(?:year|three|small|large|number)?bc")
_STRONG = compiled(r"(?:in|by|since|until|from|about|between|before|after|during|open|dash|to|about dot)$")


def is_date(tokens: Tokens, form: Form, before: Form | None) -> bool:
    """Whether a form tells a time where it stands; `before` is the date before it."""
    if tokens.word(form.first - 1).lower() in ("every", "each"):
        return False
    if _BEFORE_CHRIST.match(tokens.classes, form.last):
        return False  # "the fourth century BC", "15 March 44 BC"
    if form.unit == "day" and form.part and form.weekday is None:
        return False  # "at the end of the day"
    if form.capital and form.kind in ("offset", "duration", "window", "deictic", "season"):
        return form.kind == "season" and _is_season(tokens, form)  # "28 Weeks Later", "the Seven Years War"
    if form.kind == "year":
        return _is_year(tokens, form, before)
    if form.kind == "calendar" and form.month and form.day is None and form.year is None and not form.part:
        return _is_month(tokens, form)
    check = _CHECKS.get(form.kind)
    return check is None or check(tokens, form)


def _is_weekday(tokens: Tokens, form: Form) -> bool:
    before = form.first - 1
    if tokens.kind(before, "article"):
        return False  # "a Sunday school", "on a Friday"
    if tokens.kind(before, "slash", "and") and tokens.word(before - 2) == "every":
        return False
    named = form.last - form.first > 1 and tokens.word(form.last - 1)[:1].isupper()  # "Saturday Morning"
    return not named and not _is_name(tokens, form)


_OTHER_YEARS = frozenset(listed("jewish chinese lunar persian islamic iranian vietnamese orthodox ethiopian tamil"))


def _is_feast(tokens: Tokens, form: Form) -> bool:
    """Not "Chinese New Year", nor "a Christmas gift"."""
    before, after = form.first - 1, tokens.word(form.last)
    if form.name.startswith("new"):
        return tokens.word(before).lower() not in _OTHER_YEARS
    gift = tokens.kind(form.last, "word") and after.islower() and tokens.kind(before, "article", "the", "own")
    return not (gift and form.year is None) and not _is_title(tokens, form)


def _is_title(tokens: Tokens, form: Form) -> bool:
    """ "The Christmas Cottage", "John Christmas": capitals beside it, without a comma or a preposition."""
    if form.name.startswith("new") or form.year:
        return False
    before, after = tokens.word(form.first - 1), tokens.word(form.last)
    beside = (tokens.kind(form.last, "word") and after[:1].isupper()) or before == "The"
    alone = form.last - form.first == 1
    return beside or (alone and tokens.kind(form.first - 1, "word") and before[:1].isupper())


def _is_definite(tokens: Tokens, form: Form) -> bool:
    """ "earlier in the year", "throughout the weekend"."""
    known = tokens.kind(form.first - 1, "in") and tokens.kind(form.first - 2, "earlier", "later", "late", "early")
    if known or (form.unit == "weekend" and tokens.kind(form.first - 1, "during", "more", "on", "at")):
        form.kind, form.anchor = "deictic", "nearest"
        if known and tokens.kind(form.first - 2, "later", "earlier"):
            form.first, form.part = form.first - 2, tokens.word(form.first - 2).lower()
            form.anchor = "earlier" if form.part == "later" else "nearest"  # later than what was told before
        return True
    return False  # "the year" alone may be any


_LASTING = compiled(
    r"(?:for|of|after|within|during|more|less|almost|part to|about|more than|less than|at least|at most|next|last|into)"
    r"(?:the|own|about|more|almost)*$"
)
_LASTED = frozenset(
    ("lasted", "lasting", "spent", "spend", "took", "together", "dated", "waited", "served", "reigned", "married")
)


def _lasts(tokens: Tokens, form: Form) -> bool:
    """Whether a length of time says how long something went on: "for two years", "a two-year marriage"."""
    before = tokens.word(form.first - 1).lower()
    if form.capital or (form.unit == "day" and before not in _LASTED and before not in ("for", "after")):
        return False
    if tokens.word(form.first).lower() == "following":
        return True
    if tokens.value("dash", form.first, form.last) is not None:
        return tokens.kind(form.last, "word") and form.unit in ("year", "month", "decade", "week")
    first = form.first - 1 if before in ("only", "just", "barely") else form.first
    return tokens.before(_LASTING, first) is not None or before in _LASTED


def _is_name(tokens: Tokens, form: Form) -> bool:
    """ "April Stone", "Wednesday Addams": a capital follows, and no preposition says that it is a time."""
    after = tokens.word(form.last)
    cued = tokens.before(_CUE, form.first) is not None
    return after[:1].isupper() and tokens.kind(form.last, "word") and not cued


_GIVEN = frozenset(("april", "may", "june", "august", "march", "jan"))


def _is_month(tokens: Tokens, form: Form) -> bool:
    """A month alone is one after "in", "last", "until" and their like; "May" and "June" are people too."""
    word = tokens.word(form.first).lower()
    following = tokens.word(form.last)
    if tokens.kind(form.last, "possessive") and word in _GIVEN:
        return False
    if tokens.kind(form.first - 1, "dash") and tokens.touch(form.first - 1) and tokens.kind(form.first - 2, "word"):
        return False  # "Ada-May"
    is_second = tokens.kind(form.first - 1, "and") and tokens.word(form.first - 2)[:1].isupper()
    if is_second and word in _GIVEN and not tokens.kind(form.first - 2, "month"):
        return False  # "Ada and May"
    if tokens.before(_CUE, form.first) is not None:
        strong = tokens.kind(form.first - 1, "in", "since", "until", "early", "mid", "late", "last", "next")
        return strong or not (tokens.kind(form.last, "word") and following[:1].isupper())
    if word in _GIVEN or _is_name(tokens, form):
        return False
    # a list or a sentence may begin with a month
    ends = form.last >= len(tokens.classes)
    return ends or tokens.kind(form.last, "comma", "dot", "paragraph", "stop", "and", "to", "dash")


def _is_season(tokens: Tokens, form: Form) -> bool:
    if form.year is not None or form.part or form.inner:
        return True
    word = tokens.word(form.last - 1)
    if word.lower() == "fall" and not tokens.kind(form.first - 1, "the", "in"):
        return False
    before = form.first - 1
    if not tokens.kind(before, "the", "in", "by", "since", "until") or word[:1].isupper():
        return False
    if tokens.kind(form.last, "word", "of") and not tokens.kind(before, "in"):
        return tokens.kind(before - 1, "in", "during", "by", "until", "since")
    if tokens.word(before - 1).lower() == "over":  # "they met over the summer", not "she got over the fall"
        return word.lower() != "fall"
    return tokens.kind(before, "in") or tokens.kind(before - 1, "in", "during", "by", "until", "since", "for")


_NOT_AFTER = frozenset(listed("no number chapter page pages room flight route highway channel class section volume"))
_SHORT = compiled("apostrophe_year").pattern


def _is_year(tokens: Tokens, form: Form, previous: Form | None) -> bool:
    """Whether a number is a year, by its size and by what stands beside it."""
    year, before = form.year or 0, form.first - 1
    cued = tokens.before(_STRONG, form.first) is not None
    if tokens.kind(before, "dash", "to") and year < 1900 and not tokens.kind(before - 1, "prior"):
        cued = previous is not None and previous.last >= _end_of_year(tokens, before) - 1
    cued = cued or _opens_life(tokens, form) or _is_second(tokens, form, previous)
    cued = cued or (previous is not None and is_year_of(tokens, form, previous))
    if tokens.classes[form.first] == _SHORT:  # "the summer of '98", not "Class of '09"
        return tokens.kind(before, "in", "of", "since", "until", "by") and tokens.word(before - 1).lower() != "class"
    if year < 1000:
        return _is_early_year(tokens, form, cued)
    if year > 2100 or _is_label(tokens, form):
        return False
    if not cued and tokens.kind(form.last, "word") and tokens.word(form.last).islower():
        # "1500 soldiers" are many, "the 2012 elections" are of that year
        told = tokens.kind(before, "the", "article", "this", "possessive", "own") or _is_of_one(tokens, form)
        return told and year <= 2040 and (year >= 1900 or year % 100 != 0)
    return cued or 1500 <= year <= 2040 or _is_of_life(tokens, form)


def _is_of_one(tokens: Tokens, form: Form) -> bool:
    """Whether another word stands before the year and one thing after it: "their bitter 2011 divorce"."""
    before, after = form.first - 1, tokens.word(form.last)
    is_told = tokens.kind(before, "word") and tokens.word(before).islower()
    return is_told and tokens.kind(before - 1, "the", "possessive", "own") and not after.endswith("s")


def _is_second(tokens: Tokens, form: Form, previous: Form | None) -> bool:
    """The other of two years of the Middle Ages: "between 1171 and 1175", "1171 or 1175"; not "and 1175 soldiers"."""
    is_row = previous is not None and previous.last == form.first - 1 and tokens.kind(previous.last, "and", "or")
    is_of_years = previous is not None and (previous.kind == "year" or previous.year is not None)
    is_counted = tokens.kind(form.last, "word", "unit") and tokens.word(form.last).lower() != "respectively"
    return is_row and is_of_years and not is_counted


def is_year_of(tokens: Tokens, form: Form, previous: Form) -> bool:
    """Whether a year stands behind a bracket that ends with a day, or follows one: "on Ascension Day (24 May) 1866"."""
    closes = _CLOSING.fullmatch(tokens.classes, previous.last, form.first) is not None
    closes = closes or _is_feast_between(tokens, previous.last, form.first)
    is_open = previous.month is not None and previous.year is None
    return closes and is_open and form.kind == "year" and not tokens.kind(form.last, "word")


def _is_feast_between(tokens: Tokens, first: int, last: int) -> bool:
    """ "On 27 December, the feast of St John, 1571"."""
    is_aside = _ASIDE.fullmatch(tokens.classes, first, last) is not None
    return is_aside and not _FEASTS.isdisjoint(tokens.word(i).lower() for i in range(first, last))


_ASIDE = compiled("comma[^comma open close stop paragraph year]{1,12}comma")
_FEASTS = frozenset(listed("feast day eve festival"))
_CLOSING = compiled("(?:open[^open close stop paragraph year]{1,12})?close comma?")
_LIFE = frozenset(listed("died d † born b * baptised bap crowned reigned r"))


def _is_of_life(tokens: Tokens, form: Form) -> bool:
    """A year of the Middle Ages beside a word for births and deaths: "d. 1257"."""
    before = form.first - 1
    return tokens.word(before - 1 if tokens.kind(before, "dot") else before).lower() in _LIFE


def _opens_life(tokens: Tokens, form: Form) -> bool:
    """The first year in brackets, after marks that stand for a lost one: "(–1466)", "(? – 1448)", "(, 1257 – 1322)"."""
    before = form.first - 1
    while tokens.kind(before, "dash", "comma", "stop"):
        before -= 1
    return before < form.first - 1 and tokens.kind(before, "open")


def _is_label(tokens: Tokens, form: Form) -> bool:
    """ "room 1920", "B-1920", "1984" in quotation marks, "2000 hours"."""
    before, after = form.first - 1, form.last
    if tokens.word(before).lower() in _NOT_AFTER or tokens.kind(before, "money", "quote"):
        return True
    is_of_date = tokens.kind(_end_of_year(tokens, before) - 1, "year", "month") or _opens_life(tokens, form)
    if tokens.kind(before, "dash", "slash") and tokens.touch(before) and not is_of_date:
        return True
    quoted = tokens.word(before) in _QUOTES and tokens.word(after) in _QUOTES
    return quoted or tokens.kind(after, "unit", "hour", "century", "percent")


def _end_of_year(tokens: Tokens, dash: int) -> int:
    """Where the year before a dash ends, without the other year behind its slash: "1631/2–1697"."""
    is_double = tokens.kind(dash - 1, "small", "large") and tokens.kind(dash - 2, "slash")
    return dash - 2 if is_double else dash


_QUOTES = tuple("\"“”«»‘’'")


_AMOUNTS = tuple(listed("number three small large amount scale article half vague"))
_ONWARD = tuple(listed("and at after before by during in on when"))  # "he died in 942 at Rome"
_OF_LIVES = ("born", "died", "married", "killed", "reigned")


def _is_early_year(tokens: Tokens, form: Form, cued: bool) -> bool:
    """A number below 1000 is a year after "about" or "c.", and after a preposition where nothing is counted by it."""
    before, after = form.first - 1, form.last
    if not tokens.kind(form.first, "three") or tokens.kind(after, "word", "unit", "percent", "hour", "amount"):
        return False
    if tokens.kind(after, "and") and tokens.kind(after + 1, *_AMOUNTS):
        return False  # "about 500 and 600 men"
    if _is_early_life(tokens, form.first):
        return True
    if tokens.kind(before, "about") or (tokens.kind(before, "dot") and tokens.kind(before - 1, "about")):
        is_of_life = tokens.word(before - 1).lower() in _OF_LIVES  # "born around 610 to Adela"; not "about 610 to 650"
        return tokens.kind(after, "dash", "comma", "close", "dot") or (
            is_of_life and not tokens.kind(after + 1, "three")
        )
    if tokens.kind(before, "dash"):
        return cued
    ends = tokens.kind(after, "comma", "dot", "pronoun", "stop")
    is_counted = tokens.kind(before - 1, *_AMOUNTS) or tokens.kind(after + 1, "least", "most")  # "one in 500 at least"
    goes_on = tokens.kind(before, "in", "since") and tokens.kind(after, *_ONWARD) and not is_counted
    return cued and (ends or goes_on) and tokens.kind(before, "in", "since", "until", "by")


def _is_early_life(tokens: Tokens, year: int) -> bool:
    """Whether a number below 1000 stands in a bracket that tells a life: "(d. 741)", "(688–741)"."""
    after = year + 1
    if tokens.kind(year - 1, "dash"):
        first = year - 2
        is_about = tokens.kind(first - 1, "dot") and tokens.kind(first - 2, "about")
        is_life = tokens.kind(first, "three") and (is_about or tokens.kind(first - 1, "open", "about"))
        return is_life and tokens.kind(after, "close", "comma") and _LEAST < _years_between(tokens, first, year) < _MOST
    if tokens.kind(after, "dash"):
        is_first = tokens.kind(year - 1, "open") and tokens.kind(after + 1, "three")
        return is_first and _is_early_life(tokens, after + 1)
    before = year - 2 if tokens.kind(year - 1, "dot") else year - 1
    is_open = tokens.kind(before - 1, "open", "comma", "stop", "year", "three")
    return is_open and tokens.word(before).lower() in _LIFE and tokens.kind(after, "close", "comma", "stop")


_LEAST, _MOST = 13, 110  # years of a life


def _years_between(tokens: Tokens, first: int, last: int) -> int:
    return int(tokens.word(last)) - int(tokens.word(first))


_CHECKS: dict[str, Callable[[Tokens, Form], bool]] = {
    **{"bare": _is_definite, "feast": _is_feast, "duration": _lasts, "season": _is_season, "weekday": _is_weekday},
}
