"""Forms that the calendar alone explains: days, months, seasons, feasts, years, decades, centuries, in every order."""

from kg.dates.phrases.form import Form, Rule, full_year, is_month_word, ruled, whole
from kg.dates.phrases.tokens import Tokens

RULES: list[Rule] = []
_rule = ruled(RULES)

_DAY = "(?:small|ordinal|number)"
_YEAR = "(?:year(?:ad)?)"


# days, months and years by the calendar


@_rule("numeric")
def _numeric(tokens: Tokens, first: int, last: int) -> Form:
    return Form(first, last, "numeric", name=tokens.word(first))


@_rule(f"{_DAY}(?:dash|slash|to|and|or|until|through)the?{_DAY}of?month(?:dot|comma|of|in)?(?:{_YEAR})?")
def _days_of_month(tokens: Tokens, first: int, last: int) -> tuple[Form, ...] | None:
    """ "12 to 16 September 2013", "12 or 13 September 2013"."""
    month = tokens.value("month", first, last)
    days = [i for i in range(first, last) if tokens.kind(i, "small", "ordinal", "number")]
    return _day_pair(tokens, first, last, days, month)


@_rule(f"month dot?the?(?:small|ordinal)(?:dash|to|and|until|through)the?(?:small|ordinal)(?:comma?{_YEAR})?")
def _month_and_days(tokens: Tokens, first: int, last: int) -> tuple[Form, ...] | None:
    """ "May 4-6, 2010"."""
    month = tokens.value("month", first, last)
    days = [i for i in range(first, last) if tokens.kind(i, "small", "ordinal")]
    return _day_pair(tokens, first, last, days, month)


def _day_pair(tokens: Tokens, first: int, last: int, days: list[int], month: object) -> tuple[Form, ...] | None:
    if not is_month_word(tokens, first, last, numbered=True) or not isinstance(month, int):
        return None
    year = tokens.number(("year",), first, last)
    one, two = (tokens.number(("small", "ordinal", "number"), i, i + 1) for i in days[:2])
    start = Form(first, days[0] + 1, "calendar", year, month, one, relation="since")
    end = Form(days[0] + 2, last, "calendar", year, month, two, relation="until")
    if tokens.kind(days[0] + 1, "and", "or"):
        start.relation = end.relation = "on"
    elif tokens.kind(days[0] + 1, "slash"):  # "10/11 May 1034"
        start.relation, end.relation = "between", "joined"
    return start, end


@_rule(
    f"(?:weekday(?:comma|the)*)?{_DAY}(?:dash|slash)?of?the?month"
    f"(?:dot?(?:comma|dash|slash|of|in)?(?:{_YEAR}|apostrophe_year)|(?:dash|slash)(?:large|small)|three)?"
)
def _day_month_year(tokens: Tokens, first: int, last: int) -> Form | None:
    return _date(tokens, first, last)


@_rule(
    f"(?:weekday comma?)?month dot?the?{_DAY}(?:dash|slash)?(?:comma?(?:of|in|slash)?{_YEAR}|comma?apostrophe_year)?"
)
def _month_day_year(tokens: Tokens, first: int, last: int) -> Form | None:
    return _date(tokens, first, last)


@_rule("year(?:comma|dash|slash)?month(?:dash|slash)?(?:small|ordinal)|year(?:dash|slash)month")
def _year_first(tokens: Tokens, first: int, last: int) -> Form | tuple[Form, ...] | None:
    """ "2016-Nov-07", "1850 May 3": not "1793–July 4, 1852" or "1793 – July 1852", which are lives."""
    if tokens.kind(last + tokens.kind(last, "comma"), "year"):
        return _year(tokens, first, first + 1)
    return Form(first, last, "odd", name=tokens.text[tokens.start(first) : tokens.end(last - 1)])


@_rule(f"month(?:dot|comma|of|in|dash|slash|the|unit)*(?:{_YEAR}|apostrophe_year)|month of three(?:ad)?")
def _month_year(tokens: Tokens, first: int, last: int) -> Form | None:
    return _date(tokens, first, last)


@_rule("month")
def _month(tokens: Tokens, first: int, last: int) -> Form | None:
    return _date(tokens, first, last)


def _date(tokens: Tokens, first: int, last: int) -> Form | None:
    weekday, month = tokens.value("weekday", first, last), tokens.value("month", first, last)
    month_at = next(i for i in range(first, last) if tokens.kind(i, "month"))
    day = tokens.number(("small", "ordinal", "number"), first, month_at)
    after = tokens.number(("small", "ordinal", "number", "large"), month_at + 1, last)
    year = tokens.number(("year", "three"), first, last)
    if tokens.kind(last - 1, "three") and tokens.kind(last, "word", "unit", "percent"):
        year, last = None, last - 1
    if year is None and (short := tokens.number(("apostrophe_year",), first, last)) is not None:
        year = full_year(short)
    if day is not None and tokens.kind(month_at - 1, "dash", "slash") and not tokens.touch(month_at - 1):
        day, first = None, month_at  # "1521/22 - December 1598"
    if day is None:
        day = after
    elif after is not None and year is None:
        if tokens.touch(month_at + 1):
            year = full_year(after)
        else:
            last = month_at + 1
    if not is_month_word(tokens, first, last, numbered=last - first > 1) or (day is not None and not 1 <= day <= 31):
        return None
    if day is not None and year is None and tokens.kind(last - 1, "small", "number") and _counts(tokens, first, last):
        day, last = None, month_at + 1
    return Form(first, last, "calendar", year, whole(month), day, whole(weekday))


def _counts(tokens: Tokens, first: int, last: int) -> bool:
    """ "In May 20 people came", "in June two of them": the number is of something else."""
    return tokens.kind(first - 1, "in") or tokens.kind(last - 1, "number")


# years and longer


@_rule("(?:ordinal|last)quarter(?:of|in|comma)?(?:the unit)?year|ordinal quarter|quarter_year(?:of|comma)?year")
def _quarter(tokens: Tokens, first: int, last: int) -> Form | None:
    number = tokens.number(("ordinal", "quarter_year"), first, last) or 4
    return Form(first, last, "quarter", tokens.number(("year",), first, last), number=number) if number <= 4 else None


@_rule(
    "season(?:of|in|comma)?(?:the unit)?(?:year(?:(?:dash|slash)(?:small|large|year|three))?|apostrophe_year)"
    "|season of three(?:dash three)?|season"
)
def _season(tokens: Tokens, first: int, last: int) -> Form | None:
    if tokens.kind(first - 1, "article") and tokens.word(first).lower() == "fall":
        return None  # "died after a fall in 1950"
    if tokens.kind(first + 1, "in") and tokens.word(first).istitle() and tokens.word(first - 1)[:1] in ")]":
        return None  # "he married Margaret (Peg) Winter in 1950": a name
    year = tokens.number(("year", "three"), first, last)
    if year is None and (short := tokens.number(("apostrophe_year",), first, last)) is not None:
        year = full_year(short)
    name = str(tokens.value("season", first, last))
    capital = tokens.word(first)[:1].isupper()
    return Form(first, last, "season", year, name=name, capital=capital)


@_rule(
    "(?:new unit possessive(?:eve|unit)|new unit possessive?|saint possessive?quote?unit weekend?"
    "|feast(?:eve|unit|weekday)?weekend?|saint weekday)(?:(?:comma|of|in)?year)?"
)
def _feast(tokens: Tokens, first: int, last: int) -> Form | tuple[Form, ...] | None:
    """ "Christmas Eve 2015", "New Year's Day", "in the New Year"; not "in the New Year Honours"."""
    if tokens.word(last).lower() in ("honours", "honors"):
        return ()
    kinds = ("new", "saint", "feast", "eve", "unit", "weekday", "weekend")
    name = " ".join(str(tokens[i]) for i in range(first, last) if tokens.kind(i, *kinds))
    year = tokens.number(("year",), first, last)
    if name == "new year" and year is None and tokens.kind(first - 1, "the") and tokens.kind(first - 2, "in"):
        return Form(first - 1, last, "deictic", unit="year", direction=1, part="early", anchor="nearest")
    if not tokens.word(first)[:1].isupper() and not name.startswith("new"):
        return None
    return Form(first, last, "feast", year, name=name)


@_rule("ordinal dash?(?:(?:and|to|dash)(?:early|mid|late)?dash?ordinal dash?)century(?:ad)?")
def _centuries(tokens: Tokens, first: int, last: int) -> tuple[Form, ...]:
    """ "the 19th and 20th centuries"."""
    ordinals = [i for i in range(first, last) if tokens.kind(i, "ordinal")]
    return tuple(
        Form(i, end, "century", number=tokens.number(("ordinal",), i, i + 1) or 0)
        for i, end in zip(ordinals, (ordinals[0] + 1, last), strict=True)
    )


@_rule("ordinal dash?century(?:ad)?")
def _century(tokens: Tokens, first: int, last: int) -> Form | None:
    number = tokens.number(("ordinal",), first, last) or 0
    if number > 1 and tokens.word(first - 3).lower() == "turn" and tokens.kind(first - 2, "of"):
        return Form(first - 3, last, "calendar", number * 100 - 100, approximate=True)  # "turn of the 20th century"
    return Form(first, last, "century", number=number)


@_rule("decade")
def _decade(tokens: Tokens, first: int, last: int) -> Form | None:
    value = tokens[first]
    number = value if isinstance(value, int) else 0
    word = tokens.word(first)
    if tokens.kind(first - 1, "own") or (
        tokens.kind(first - 2, "own") and tokens.kind(first - 1, "early", "mid", "late")
    ):
        return None  # "her early thirties were hard"
    if (number > 2029) or (word[:4].isdecimal() and word[4] in "'’" and not _definite(tokens, first)):
        return Form(first, last, "calendar", number)  # "Vision 2030's goals", "2010's best film"
    if word.isalpha() and not tokens.kind(first - 1, "the", "early", "mid", "late", "dash"):
        return None
    if word[:2].isdecimal() and not word[:4].isdecimal() and not _definite(tokens, first):
        return None  # "in her 30s", "temperatures in the low 80s"
    return Form(first, last, "decade", number=number)


def _definite(tokens: Tokens, i: int) -> bool:
    return tokens.kind(i - 1, "the", "early", "mid", "late", "dash", "in", "and", "to", "since")


@_rule("(?:the unit)?year(?:ad)?possessive?|ad(?:year|three|large)|(?:three|large)ad|apostrophe_year|three")
def _year(tokens: Tokens, first: int, last: int) -> Form | None:
    short = tokens.number(("apostrophe_year",), first, last)
    year = full_year(short) if short is not None else tokens.number(("year", "three", "large"), first, last)
    kind = "calendar" if tokens.value("ad", first, last) or tokens.kind(first, "the") else "year"
    return Form(first, last, kind, year)
