"""Forms that are told from another day: "last May", "two years ago", "the next day", "at the age of 23"."""

from kg.dates.phrases.form import Form, Rule, is_month_word, ruled, whole
from kg.dates.phrases.lexicon import listed
from kg.dates.phrases.tokens import Tokens

RULES: list[Rule] = []
_rule = ruled(RULES)

_COUNT = (
    "(?:(?:small|large|three|number)(?:small slash small)?(?:and article half)?|article vague of?|article number"
    "|vague of?|article?quarter of?article?|half article|article?scale|amount|article)"
)
_QUANTITY = f"{_COUNT}dash?(?:unit|century|quarter|hour)(?:and article half)?"
_WHAT = "(?:unit|month|weekday|season|weekend|quarter|century|feast(?:eve|unit)?|decade)"


# told from another day


@_rule("(?:the unit(?:before|after)near|near)daytime?|(?:this|last)daytime")
def _near(tokens: Tokens, first: int, last: int) -> Form | tuple[Form, ...]:
    """ "today", "the day before yesterday", "last night"."""
    days = whole(tokens.value("near", first, last)) or 0
    days += (tokens.value("after", first, last) is not None) - (tokens.value("before", first, last) is not None)
    if tokens.kind(first, "last"):
        days = -1
    if not tokens.kind(first, "near", "the") and tokens.word(last - 1)[:1].isupper():
        return ()  # "This Morning", the programme
    if tokens.word(first).istitle() and tokens.word(first - 1)[-1:].isalpha():
        return ()  # "on the Today show"
    return Form(first, last, "near", number=days, anchor="publication")


@_rule(
    f"the?(?:ordinal|(?:last|next|this|that){{1,2}}){_COUNT}(?:unit|century|quarter)"
    f"|{_COUNT}(?:last|next)(?:unit|century|quarter)"
)
def _window(tokens: Tokens, first: int, last: int) -> Form | None:
    """ "the last 30 years", "next three months", "the first two months" (of something)."""
    form = _length(tokens, first, last, "window")
    is_counted = tokens.kind(last - 2, "last", "next") and not tokens.kind(first, "the")
    if form is None or (is_counted and not tokens.word(last - 1).lower().endswith("s")):
        return None  # "turned 40 last month"
    if tokens.word(first).lower() == "following":
        form.kind, form.approximate = "duration", False  # "following six years of marriage"
        return form
    form.direction = whole(tokens.value("last", first, last)) or whole(tokens.value("next", first, last)) or 0
    if tokens.kind(first, "ordinal") or tokens.kind(first + 1, "ordinal"):
        form.direction = 2
    form.anchor = _told_from(tokens, first, last)
    return form if form.direction else None


@_rule(
    f"the?very?(?:(?:this|that|last|next)very?){{1,3}}{_WHAT}daytime?|(?:the|that|this|last|next)(?:next|that)daytime"
)
def _deictic(tokens: Tokens, first: int, last: int) -> Form | None:
    """ "last May", "this summer", "that same year", "the following spring", "the very next day", "next Friday"."""
    direction = sum(whole(tokens[i]) or 0 for i in range(first, last) if tokens.kind(i, "last", "next"))
    pointing = ("the", "very", "this", "that", "last", "next")
    at = next((i for i in range(first, last) if not tokens.kind(i, *pointing)), last - 1)
    form = _named(tokens, at, last)
    if form.month and not is_month_word(tokens, first, last, numbered=False):
        return None
    if form.unit == "day" and tokens.kind(last, "and") and tokens.kind(last + 1, "age"):
        return None  # "in this day and age"
    if tokens.word(at - 1).lower() == "these":
        return None  # "these days"
    if tokens.kind(first, "that") and tokens.word(at).lower() in _PLURAL:
        return None  # "she said that months later"
    if tokens.kind(first, "the") and direction < 0 and tokens.kind(last, "of") and form.unit != "feast":
        return None  # "the last month of the tour"
    form.first, form.kind, form.direction = first, "deictic", max(-1, min(direction, 1))
    form.anchor = _told_from(tokens, first, last)
    form.last_year = form.unit in ("month", "season") and tokens.word(at - 1).lower() == "last"
    if form.weekday is not None and form.direction > 0 and tokens.kind(first, "this"):
        form.direction = 0  # "this coming Friday"
    form.capital = at > first and tokens.word(at)[:1].isupper() and tokens.kind(at, "unit", "century", "weekend")
    return form


_PLURAL = frozenset(("days", "weeks", "months", "years", "decades", "centuries"))


def _told_from(tokens: Tokens, first: int, last: int) -> str:
    words = {tokens.word(i).lower() for i in range(first, last)}
    if words & {"that", "same", "those", "following", "preceding", "previous", "subsequent", "ensuing"}:
        return "earlier"
    if words & {"this", "current", "these", "upcoming", "coming"} or "the" not in words:
        return "publication"
    return "earlier" if "next" in words else "publication"


def _named(tokens: Tokens, at: int, last: int) -> Form:
    """What "last", "this" or "next" stands before."""
    value = tokens[at]
    if tokens.kind(at, "month"):
        return Form(at, last, "", month=whole(value), unit="month")
    if tokens.kind(at, "weekday"):
        return Form(at, last, "", weekday=whole(value), unit="day")
    if tokens.kind(at, "season"):
        return Form(at, last, "", name=str(value), unit="season")
    if tokens.kind(at, "feast"):
        words = (str(tokens[i]) for i in range(at, last) if tokens.kind(i, "feast", "eve", "unit"))
        return Form(at, last, "", name=" ".join(words), unit="feast")
    if tokens.kind(at, "decade", "daytime"):
        return Form(at, last, "", unit="decade" if tokens.kind(at, "decade") else "day")
    return Form(at, last, "", unit=str(value))


@_rule(
    f"{_QUANTITY}(?:(?:comma|and|comma and)?{_QUANTITY})?"
    "(?:ago to the unit|(?:to the unit)?(?:ago|later|earlier|before|after|from now|from near|prior|since))?"
)
def _offset(tokens: Tokens, first: int, last: int) -> Form | tuple[Form, ...] | None:
    """ "two years ago", "three months later", "five days before" something, and plain "two years"."""
    tail = tokens.word(last - 1).lower()
    form = _length(tokens, first, last, "offset")
    if form is None or form.unit == "hour":
        return form and ()  # hours and moments are no dates
    at = next((i for i in range(first, last) if tokens.kind(i, "to")), None)
    form.exact = at is not None and tokens.word(at + 2).lower() == "day"  # "a year to the day after"
    if at is not None and not form.exact:
        return None
    tail = "ago" if at is not None and tokens.kind(at - 1, "ago") else tail
    if form.unit == "quarter" and tokens.kind(last, "of"):
        return ()  # "a quarter of a million copies"
    if tail in ("before", "after", "prior") and _is_for(tokens, first):
        form.last -= 1  # "they dated for two years before splitting"
        return _duration(tokens, form)
    if tail == "prior" and tokens.kind(last, "to"):
        tail, form.last = "before", last + 1  # "two years prior to his death"
    elif _falls_short(tokens, last):
        tail, form.last = "before", last + 2
    if tokens.kind(last - 1, "later", "after", "now", "near"):
        form.direction = 1
    elif tail == "since" and _is_reached(tokens, first, last):
        form.direction, form.anchor = 1, "event"
        return form
    elif tail in ("ago", "earlier", "before", "prior"):
        form.direction = -1
    elif _looks_ahead(tokens, first):
        form.first, form.direction, form.anchor = first - 1, 1, "publication"
        return form
    else:
        return _duration(tokens, form)
    form.anchor = {"ago": "publication", "now": "publication", "before": "event", "after": "event"}.get(tail, "earlier")
    if form.exact and form.anchor == "event" and tokens.kind(last, "comma", "that"):
        form.anchor = "earlier"  # "a year to the day after that, they wed"
    if tokens.kind(last - 1, "near"):
        form.anchor, form.number = "publication", whole(tokens[last - 1]) or 0
    return form


def _falls_short(tokens: Tokens, last: int) -> bool:
    """ "(Two days) short of his 90th birthday", not "two years short of a pension"."""
    is_short = tokens.word(last).lower() in ("short", "shy") and tokens.kind(last + 1, "of")
    return is_short and any(tokens.kind(i, "birthday", "anniversary") for i in range(last + 2, last + 7))


def _is_for(tokens: Tokens, first: int) -> bool:
    """Whether it is told for how long: "for two years", "for just over two years"."""
    words = (tokens.word(i).lower() for i in range(first - 1, max(-1, first - 4), -1))
    return next((word for word in words if word not in _HEDGES), "") == "for"


_HEDGES = frozenset("about almost around barely just less more nearly only over roughly some than the well".split())


@_rule(f"within(?:{_QUANTITY}|unit)of")
def _within(tokens: Tokens, first: int, last: int) -> Form | tuple[Form, ...] | None:
    """ "within a year of" something, "within weeks of": so long after it, or less."""
    if tokens.word(last).lower() in ("each", "one"):
        return ()  # "within months of each other"
    is_counted = not tokens.kind(first + 1, "unit")
    form = _length(tokens, first + 1, last, "offset") if is_counted else Form(first, last, "offset")
    unit = str(tokens[last - 2]) if form is not None else ""
    if form is None or (not is_counted and unit not in _UNCOUNTED) or form.unit == "hour":
        return None
    if not is_counted:
        form.unit, form.least, form.most = unit, _MOST[unit], _MOST[unit]
    form.first, form.direction, form.anchor, form.degree = first, 1, "event", "less"
    return form if tokens.kind(last, *_TOLD_OF) else None


@_rule("(?:unit|shortly)(?:after|later|before|earlier|prior)")
def _vague_offset(tokens: Tokens, first: int, last: int) -> Form | None:
    """ "weeks after" something, "months later", "shortly before" something; not "after" a date, which says more."""
    is_back = tokens.kind(last - 1, "before", "earlier", "prior")
    is_of_event = tokens.kind(last - 1, "after", "before", "prior") and tokens.kind(last, *_TOLD_OF)
    ends = last == len(tokens.classes) or tokens.kind(last, *_ENDS)
    if not (is_of_event or ends or tokens.kind(last - 1, "later", "earlier")) or tokens.word(first)[:1].lower() == "i":
        return None  # "immediately after" is at once
    if tokens.kind(first - 1, "for"):
        return None  # "for months after"
    form = Form(first, last, "offset", direction=-1 if is_back else 1, anchor="event" if is_of_event else "earlier")
    if tokens.kind(first, "shortly"):
        form.unit, form.degree = "year", "less"
        return form
    form.unit = str(tokens[first])
    if form.unit not in _UNCOUNTED or not tokens.word(first).endswith("s"):
        return None
    form.least, form.most = _UNCOUNTED[form.unit]
    return form


_MOST = {"day": 13, "week": 8, "month": 11}  # of what is not counted: more is told in the next unit
_UNCOUNTED = {unit: (2, most) for unit, most in _MOST.items()}
_TOLD_OF = ("own", "pronoun", "the", "article", "word", "to")
_ENDS = ("comma", "dot", "stop", "paragraph", "close", "and", "when")


def _is_reached(tokens: Tokens, first: int, last: int) -> bool:
    """ "It is five years since they met", "celebrate five years since meeting", not "in the five years since 1990"."""
    before = {tokens.word(i).lower().lstrip("'’") for i in (first - 1, first - 2)}  # "is almost five years since"
    return not before.isdisjoint(_REACHED) and tokens.kind(last, *_TOLD_OF)


_REACHED = frozenset(listed("is s been celebrate celebrated celebrates celebrating mark marked marks marking"))


def _looks_ahead(tokens: Tokens, first: int) -> bool:
    """ "will leave in two years", not "left in two years"."""
    if not tokens.kind(first - 1, "in") or not tokens.kind(first, "small", "number", "article"):
        return False
    return any(tokens.word(i).lower() in ("will", "ll", "shall") for i in range(max(0, first - 8), first))


def _duration(tokens: Tokens, form: Form) -> Form:
    form.kind = "duration"
    if not tokens.kind(form.last - 1, "unit", "century", "quarter", "hour", "half"):
        form.last -= 1
    return form


def _length(tokens: Tokens, first: int, last: int, kind: str) -> Form | None:
    """A form with the count and the unit of a length of time; its first unit, where it has several."""
    at = next(i for i in range(first, last) if tokens.kind(i, "unit", "century", "quarter", "hour"))
    if tokens.kind(at, "quarter"):  # "a quarter of a century"
        at = next((i for i in range(at + 1, last) if tokens.kind(i, "unit", "century")), at)
    unit = str(tokens[at])
    least, most = _count(tokens, first, at)
    rough = False
    if tokens.value("half", first, last) is not None and not tokens.kind(first, "last", "next", "the"):
        whole = 0 if tokens.kind(first, "half") else least
        least, unit = _in_finer(whole, unit, 2)
        most, rough = least, kind == "offset" and tokens.word(last - 1).lower() in ("ago", "later", "earlier")
    elif any(tokens.kind(i, "quarter") for i in range(first, at)):
        least, unit = _in_finer(0, unit, 4)
        most = least
    if least == 0:
        return None
    form = Form(first, last, kind, least=least, most=most, unit=unit)
    form.approximate = rough or (unit == "year" and least >= 50 and least % 50 == 0)
    form.capital = tokens.word(at)[:1].isupper() and not tokens.text[: tokens.start(at)].isspace()
    return form


def _in_finer(whole: int, unit: str, parts: int) -> tuple[int, str]:
    """ "a year and a half" in months, "half a century" in years; 0 where the unit is not so divided."""
    size, finer = {"year": (12, "month"), "decade": (10, "year"), "century": (100, "year")}.get(unit, (0, unit))
    return (whole * size + size // parts, finer) if unit != "decade" or parts == 2 else (0, unit)


def _count(tokens: Tokens, first: int, at: int) -> tuple[int, int | None]:
    for i in range(first, at):
        value = tokens[i]
        if tokens.kind(i, "vague") and isinstance(value, tuple):
            least, most = value
            return least, most and min(most, _MOST.get(str(tokens[at]), most))
        if tokens.kind(i, "amount") and isinstance(value, str):
            value = int(value.replace(",", "")) if value.replace(",", "").isdecimal() else 0
        if tokens.kind(i, "small", "large", "three", "number", "scale", "amount") and isinstance(value, int):
            return value, value
    return 1, 1


_NAMED_TIMES = ("unit", "month", "weekday", "weekend", "season", "feast", "saint", "new", "decade", "century")


@_rule(f"the{_WHAT}before last")
def _before_last(tokens: Tokens, first: int, last: int) -> Form | None:
    """ "the year before last", "the summer before last", "the Saturday before last"."""
    if tokens.word(last - 1).lower() != "last" or tokens.kind(last, *_NAMED_TIMES):
        return None  # "the week before last Christmas"
    form = _named(tokens, first + 1, last)
    form.first, form.kind, form.direction, form.anchor = first, "deictic", -2, "publication"
    form.last_year = form.unit in ("month", "season")
    return form


@_rule(
    "the(?:unit|season|weekend|quarter|daytime)(?:before|after|later|earlier)|the(?:unit|weekend|quarter)"
    "|unit dash?part"
)
def _bare(tokens: Tokens, first: int, last: int) -> Form | None:
    """ "the day before", "the year" (in "the end of the year"), "year end"."""
    if tokens.kind(last - 1, "part"):
        if tokens[last - 1] != "late":
            return None
        return Form(first, last, "deictic", unit=str(tokens[first]), part="late", anchor="publication")
    form = _named(tokens, first + 1, last)
    form.first = first
    if form.unit == "day" and tokens.kind(first - 1, "to") and tokens.kind(first - 2, "unit"):
        return None  # "three months to the day after"
    if tokens.kind(last - 1, "before", "after") and tokens.kind(last, *_HAPPENING):
        direction = 1 if tokens.kind(last - 1, "after") else -1  # "the day before their wedding"
        if form.unit not in _LENGTHS:
            return None
        return Form(first, last, "offset", unit=form.unit, direction=direction, anchor="event")
    if tokens.kind(last - 1, "before", "after", "later", "earlier"):
        form.kind, form.anchor = "deictic", "earlier"
        form.direction = 1 if tokens.kind(last - 1, "after", "later") else -1
    else:
        form.kind = "bare"
    return form


# what may follow "the day before"
_HAPPENING = ("own", "pronoun", "the", "word", "article", "feast", "saint", "new", "month", "year", "small", "numeric")
_LENGTHS = ("day", "week", "month", "year", "decade")


@_rule("(?:at|by)(?:the|this|that){1,2}time|(?:on|by)(?:the|this|that){1,2}date")
def _same_time(tokens: Tokens, first: int, last: int) -> Form | None:
    """ "by this time", "on that date", "at the same time"; "at the time" alone may be any time."""
    words = {tokens.word(i).lower() for i in range(first, last)}
    return (
        Form(first, last, "again", anchor="earlier")
        if words & {"this", "same", "date"} or words >= {"by", "that"}
        else None
    )


# what an ordinal may count: "on the fifth anniversary"
_COUNTED = ("word", "unit", "century", "anniversary", "birthday", "wedding", "date", "time", "weekend", "saint")


@_rule("(?:weekday comma?the?|on the)ordinal")
def _day_of_month(tokens: Tokens, first: int, last: int) -> Form | tuple[Form, ...] | None:
    """ "Thursday the 21st", "on the 15th"."""
    weekday, day = whole(tokens.value("weekday", first, last)), tokens.number(("ordinal",), first, last)
    if (weekday, day) == (4, 13):
        return ()  # more often a film than a day
    if tokens.kind(last, "of", "month"):
        return None  # "on the third of May" is read from "third"
    if day is None or day > 31 or (tokens.kind(last, *_COUNTED) and weekday is None):
        return None
    return Form(first if weekday is not None else first + 1, last, "calendar", day=day, weekday=weekday)


@_rule("weekday daytime?")
def _weekday(tokens: Tokens, first: int, last: int) -> Form | None:
    word = tokens.word(first)
    short = len(word) < 6
    if short and (not word[:1].isupper() or not tokens.kind(last, "dot", "comma", "small", "ordinal")):
        return None  # "they wed", "Fri" the name
    return Form(first, last, "weekday", weekday=whole(tokens[first]))
