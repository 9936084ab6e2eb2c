"""Forms that belong together: parts of a date, offsets from one, ranges, and lists that tell a year once."""

from itertools import pairwise

from kg.dates.phrases.calendars import told_once
from kg.dates.phrases.filters import is_date, is_year_of
from kg.dates.phrases.form import Form, whole
from kg.dates.phrases.lexicon import compiled
from kg.dates.phrases.life_forms import turned
from kg.dates.phrases.relations import relate
from kg.dates.phrases.tokens import Tokens


def joined(tokens: Tokens, found: list[Form]) -> list[Form]:
    """The forms with what stands beside them taken in, without those that are no dates."""
    kept: list[Form] = []
    for form in _composed(tokens, found):
        if is_date(tokens, form, kept[-1] if kept else None):
            kept.append(form)
    kept = told_once(tokens, kept)
    _ranges(tokens, kept)
    kept = _with_short_ends(tokens, kept)
    _lists(tokens, kept)
    _appositions(tokens, kept)
    for form in kept:
        relate(tokens, form)
    return kept


# "early", "the end of", "the first Tuesday of", "two days after"

_PART = compiled(
    r"(?:(?:the part of?|part of|the?rest of?|the?ordinal half of?)"
    r"|(?:(?:the)?(?:early|mid|late)(?:dash|in|part|of|to)*(?:(?:mid|late)(?:dash|in|part|of)*)?))the?$"
)
_SO_FAR = compiled(r"(?:earlier|later)(?:in|on|on in)?$")  # this year
_PART_BARE = compiled(r"(?:the part of?|part of|the?rest of?)$")
_NTH = compiled(r"(?:the?(?:ordinal|last|final)(?:weekday|unit|weekend|quarter)(?:of|in)?the?)$")
_WEEK_OF = compiled(r"(?:the unit of)$")
_NTH_DAY = compiled(r"(?:the?(?:ordinal|small)of)$")


def _composed(tokens: Tokens, found: list[Form]) -> list[Form]:
    kept: list[Form] = []
    for form in found:
        form = _with_inner(tokens, form, kept)
        if form.kind == "offset" and form.anchor == "event" and form.inner is None:
            form.inner = turned(tokens, form.last)
            form.last = form.inner.last if form.inner else form.last
        _take_part(tokens, form)
        form = _take_nth(tokens, form, kept)
        kept.append(form)
    return kept


def _with_inner(tokens: Tokens, form: Form, kept: list[Form]) -> Form:
    """ "five days before" 3 May, "the first two months of" 1939, "Wednesday" next week."""
    if not kept or form.kind in ("duration", "again", "bare"):
        return form
    before, gap = kept[-1], tokens.classes[kept[-1].last : form.first]
    if gap in _GAPS_YEAR and _is_of_year(form) and (yearless := _yearless(before)) is not None:
        yearless.inner, before.last = form, form.last
        return kept.pop()
    if before.inner:
        return form
    if form.kind == "season" and form.year is None and tokens.kind(form.last, "of"):
        return form  # "five days after the fall of the city"
    if before.kind == "offset" and before.anchor == "event" and gap in _GAPS_AFTER_OFFSET:
        return _merged(kept, form)
    if before.kind == "offset" and before.anchor == "publication" and _is_this(form, before) and gap in _GAPS_AGO:
        return _merged(kept, form)
    if before.kind == "window" and gap in _GAPS_OF and form.kind in ("calendar", "year", "deictic", "bare", "season"):
        return _merged(kept, form)
    if before.kind == "weekday" and gap in _GAPS_OF and form.kind == "deictic" and form.unit in ("week", "month"):
        form.weekday, form.first = before.weekday, before.first
        kept.pop()
    return form


def _is_of_year(form: Form) -> bool:
    """Whether a form tells of which year a date is: "July" last year, "3 May" two years later."""
    is_counted = form.kind == "offset" and form.anchor == "earlier" and form.least == form.most and not form.degree
    return form.unit == "year" and (form.kind == "deictic" or is_counted)


def _yearless(form: Form) -> Form | None:
    """The date whose year is not told: "July", and that of "the first Saturday of July"."""
    date = form.inner if form.kind == "nth" and form.inner is not None else form
    is_date = date.kind in ("calendar", "season", "feast") and bool(date.month or date.name)
    return date if is_date and date.year is None and date.inner is None else None


def _is_this(form: Form, before: Form) -> bool:
    """Whether a form is the day or month to count from: "ten years ago today", "on Sunday", "this month"."""
    is_deictic = form.kind == "deictic" and form.anchor == "publication" and form.unit in ("day", "week", "month")
    return form.kind == "near" or (before.unit == "year" and (form.kind == "weekday" or is_deictic))


_GAPS_AGO = {"", compiled("on").pattern}
_GAPS_OF = {"", *(compiled(gap).pattern for gap in ("of", "in", "of the", "in the"))}
_GAPS_YEAR = {*_GAPS_OF, compiled("comma").pattern, compiled("possessive").pattern}
_GAPS_AFTER_OFFSET = {"", compiled("the").pattern, compiled("on").pattern}


def _merged(kept: list[Form], form: Form) -> Form:
    outer = kept.pop()
    outer.inner, outer.last = form, form.last
    outer.approximate = outer.approximate and form.kind != "near"  # "a hundred years ago today" is that very day
    return outer


def _take_part(tokens: Tokens, form: Form) -> None:
    if form.kind not in ("calendar", "year", "season", "decade", "century", "deictic", "bare", "feast", "quarter"):
        return
    is_told = tokens.kind(form.first, "this", "that") or tokens.kind(form.first + 1, "that")  # "the same year"
    if form.kind == "deictic" and is_told and _is_so_far(tokens, form):
        return
    start = tokens.before(_PART_BARE if form.kind == "bare" else _PART, form.first)
    if start is None or form.day is not None:
        return
    words = [i for i in range(start, form.first) if tokens.kind(i, "part", "rest", "early", "mid", "late", "half")]
    part = " to ".join(str(tokens[i]) for i in words if not tokens.kind(i, "half", "part") or len(words) == 1)
    if tokens.kind(words[0], "half"):
        number = tokens.number(("ordinal",), start, form.first) or 0
        part = {1: "first half", 2: "second half"}.get(number, "")
        if not part:
            return
    form.part, form.first = part, start
    if form.kind == "year":
        form.kind = "calendar"
    if form.kind == "bare":
        form.kind, form.anchor = "deictic", "nearest"


def _is_so_far(tokens: Tokens, form: Form) -> bool:
    """ "earlier this year", "later that week": the part before or after publication, or the last date; takes it in."""
    start = tokens.before(_SO_FAR, form.first)
    if start is None or form.unit == "day":
        return False
    form.part, form.first = str(tokens[start]), start
    return True


def _take_nth(tokens: Tokens, form: Form, kept: list[Form]) -> Form:
    """ "the first Tuesday of October 2014", "the last week of 2015", "the 20th of next month"."""
    if form.kind not in ("calendar", "year", "deictic", "season", "bare", "month", "decade", "century"):
        return form
    start = tokens.before(_NTH, form.first) if form.day is None else None
    if form.day is not None and (start := tokens.before(_WEEK_OF, form.first)) is not None:
        return Form(start, form.last, "nth", number=0, unit="week", inner=form)
    if start is None:
        return _take_day(tokens, form)
    at = next(i for i in range(start, form.first) if tokens.kind(i, "ordinal", "last", "final"))
    number = -1 if tokens.kind(at, "last") else tokens[at]
    named = at + 1
    if not isinstance(number, int) or form.first - named > 3:
        return form
    if tokens[named] == "year" and (form.month or form.kind == "season"):
        return form  # "last year in May"
    if form.kind in ("decade", "century") and not tokens.kind(named, "unit", "quarter"):
        return form
    is_ends = tokens.word(named).lower().endswith("s") and number in (1, -1) and tokens.kind(named, "unit")
    if is_ends and form.kind == "year" and tokens.kind(form.first - 1, "the"):
        return form  # "the last days of the 1960 campaign"
    while kept and kept[-1].first >= start:
        kept.pop()
    if is_ends:
        return _take_end(form, start, number, str(tokens[named]))
    weekday = tokens[named] if tokens.kind(named, "weekday") else None
    unit = "day" if weekday is not None else str(tokens[named])
    inner = form
    if inner.kind == "bare":
        inner.kind, inner.anchor = "deictic", "nearest"
    return Form(start, form.last, "nth", number=number, unit=unit, inner=inner, weekday=whole(weekday))


def _take_end(form: Form, start: int, number: int, unit: str) -> Form:
    """ "The last months of 1944", "the first days of May 1944", "the last years of the 18th century"."""
    if form.kind == "century":
        return Form(start, form.last, "nth", number=number, unit="decade", inner=form)
    is_year = form.month is None and (form.kind in ("calendar", "year") or form.unit == "year")
    if is_year and unit in ("day", "week"):
        return Form(start, form.last, "nth", number=number, unit="month", inner=form)
    form.first, form.part = start, "early" if number > 0 else "late"
    if form.kind == "year":
        form.kind = "calendar"
    if form.kind == "bare":
        form.kind, form.anchor = "deictic", "nearest"
    return form


def _take_day(tokens: Tokens, form: Form) -> Form:
    start = tokens.before(_NTH_DAY, form.first) if form.kind == "deictic" and form.unit == "month" else None
    if start is None:
        return form
    day = tokens.number(("ordinal", "small"), start, form.first)
    return Form(start, form.last, "nth", number=day or 1, unit="day", inner=form)


# "from 1968 to 1974", "between May and July 2010", "January and February 1937"

_RANGE = compiled("(?:dash|to|until|through|comma?and|or)(?:the|about dot?)?")
_BETWEEN = compiled("between(?:the|about dot?)?$")
_PLAIN = ("calendar", "year", "numeric", "odd", "season", "quarter", "decade", "century", "feast", "near", "deictic")


def _ranges(tokens: Tokens, kept: list[Form]) -> None:
    for one, two in pairwise(kept):
        gap = tokens.classes[one.last : two.first]
        if _are_two_years(tokens, one, two):
            one.relation, two.relation = "between", "joined"
        if one.kind not in _PLAIN or two.kind not in _PLAIN or not gap or len(gap) > 3 or not _RANGE.fullmatch(gap):
            continue
        if {one.relation, two.relation} & {"between", "joined"}:
            continue  # "c. 990 – 10/11 May 1034"
        _share(one, two)
        between = tokens.before(_BETWEEN, one.first) is not None
        if tokens.kind(one.last, "and", "comma") and between:
            one.relation, two.relation = "between", "joined"
        elif not tokens.kind(one.last, "and", "or", "comma"):
            one.relation, two.relation = "since", "until"


def _are_two_years(tokens: Tokens, one: Form, two: Form) -> bool:
    """Whether two years are the one or the other: "1808/1809"."""
    is_slash = two.first == one.last + 1 and tokens.kind(one.last, "slash") and tokens.touch(one.last)
    years = (one.year, two.year) if is_slash and one.kind == two.kind == "year" else (None, None)
    return years[0] is not None and years[1] is not None and 0 < years[1] - years[0] <= _EITHER


_EITHER = 5  # years


def _with_short_ends(tokens: Tokens, kept: list[Form]) -> list[Form]:
    """The forms, with the second year of "1968-74" or "May 1171/2", whose figures finish the year before the mark."""
    result = []
    for form in kept:
        result.append(form)
        at = form.last
        is_dated = form.kind == "calendar" and form.month is not None and tokens.kind(at - 1, "year")
        joins = ("dash", "slash") if form.kind == "year" else ("slash",) if is_dated else ()
        if tokens.kind(at, *joins) and tokens.kind(at + 1, "large", "small"):
            result.extend(_short_end(tokens, form, at))
    return result


_NEW_YEAR = 1753  # until when a year might begin in spring


def _short_end(tokens: Tokens, form: Form, at: int) -> list[Form]:
    digits, year = tokens.word(at + 1), form.year or 0
    is_slash = tokens.kind(at, "slash")
    if len(digits) > 2 or (len(digits) == 1 and not is_slash) or not tokens.touch(at):
        return []
    if tokens.kind(at + 2, "month"):
        return []  # "1809–16 September 1871"
    end = year - year % 10 ** len(digits) + int(digits)
    if is_slash and end == year + 1 <= _NEW_YEAR and form.month and (form.month, form.day or 29) <= (3, 24):
        form.year, form.last = end, at + 2  # "8 February 1696/7": of 1697, whose year began on 25 March
        return []
    if end > year and (is_slash or not (tokens.kind(at + 2, "dash") and tokens.touch(at + 2))):
        # "1968-74" is from one to the other, "1521/22" and "8 July 1171/75" either
        form.relation, relation = ("between", "joined") if is_slash else ("since", "until")
        return [Form(at + 1, at + 2, form.kind, end, form.month, form.day, relation=relation)]
    if form.kind == "year" and 1 <= int(digits) <= 12 and end <= year:
        form.month, form.kind, form.last = int(digits), "calendar", at + 2  # "2016-11"
    return []


def _lists(tokens: Tokens, kept: list[Form]) -> None:
    """A year said once for neighbours: "January and February 1937", "8 May, 3 June and 1 July 1940"."""
    for one, two in zip(reversed(kept[:-1]), reversed(kept[1:]), strict=False):
        gap = tokens.classes[one.last : two.first]
        if is_year_of(tokens, two, one):
            one.year = two.year
        is_list = len(gap) <= 2 and gap and all(each in _LINKS for each in gap)
        if one.month and two.month and (is_list or (_goes_on(tokens, one, gap) and two.year)):
            _share(one, two)


def _goes_on(tokens: Tokens, form: Form, gap: str) -> bool:
    """Whether one participle leads to the next date: "parting in December, reuniting in May 2019"."""
    verb = form.last + len(gap) - 2
    return gap in _GOING_ON and tokens.word(verb).endswith("ing")


def _appositions(tokens: Tokens, kept: list[Form]) -> None:
    """ "The following year, 2018", "five years later in 2014": the year that is told is the one that is meant."""
    for one, two in pairwise(kept):
        relative = one.kind in ("deictic", "offset") and one.unit == "year" and one.inner is None and not one.degree
        plain = two.kind == "year" and two.relation == "on" and two.year is not None and two.year >= 1000
        if relative and plain and one.anchor != "event" and tokens.classes[one.last : two.first] in _APPOSED:
            one.year = two.year


_APPOSED = {compiled(gap).pattern for gap in ("in", "comma", "comma in", "open")}
_GOING_ON = {compiled(gap).pattern for gap in ("comma word in", "before word in", "comma before word in")}
_LINKS = compiled("and comma or").pattern


def _share(one: Form, two: Form) -> None:
    """A month without a year takes that of its neighbour, in the order of the calendar."""
    if one.kind == two.kind == "calendar" and one.month and two.month:
        if one.year is None and two.year is not None:
            one.year = two.year - ((one.month, one.day or 0) > (two.month, two.day or 31))
        elif two.year is None and one.year is not None:
            two.year = one.year + ((one.month, one.day or 0) > (two.month, two.day or 31))
    elif one.kind == two.kind == "season" and one.year is None:
        one.year = two.year
