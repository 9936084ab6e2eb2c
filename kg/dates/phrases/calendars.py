"""Days that are told in two calendars: "7 May (O.S. 26 April) 1710", "16 January 1866 [4 January 1866, Old Style]"."""

import re
from datetime import date

from kg.dates.phrases.form import Form
from kg.dates.phrases.tokens import Tokens

_STYLE = (
    r"(?:[ON]\.?\s?S\.?(?!\w)|(?:old|new)[\s-]style|(?:(?:in|by|according to|of)\s+)?(?:the\s+)?"
    r"(?:julian|gregorian)(?:\s+calendar)?)"
)
_OPENING = re.compile(rf"[\s,]*[(\[]\s*(?P<style>{_STYLE})?[\s:,]*", re.IGNORECASE)
_CLOSING = re.compile(rf"(?P<style>(?:[\s,]*{_STYLE})*)\s*[)\]]", re.IGNORECASE)
_APART = range(9, 15)  # days between the two calendars, 1500 to 2100


def told_once(tokens: Tokens, kept: list[Form]) -> list[Form]:
    """The forms, with a day that a bracket tells in the other calendar as one: the day that stands first."""
    out: list[Form] = []
    for form in kept:
        before = out[-1] if out else None
        end = _bracket_end(tokens, before, form) if before is not None else None
        if before is not None and end is not None:
            before.year, before.last = before.year or form.year, end
        elif before is not None and _is_year_behind(tokens, before, form):
            before.year, before.last = form.year, form.last
        else:
            out.append(form)
    return out


def _bracket_end(tokens: Tokens, one: Form, two: Form) -> int | None:
    """The token behind the bracket that tells the day of `one` in the other calendar; None where none does."""
    if not (_is_day(one) and _is_day(two)):
        return None
    text = tokens.text
    opening = _OPENING.fullmatch(text, tokens.end(one.last - 1), tokens.start(two.first))
    closing = _CLOSING.match(text, tokens.end(two.last - 1))
    if opening is None or closing is None:
        return None
    is_told = bool(opening["style"] or closing["style"])
    return _token_behind(tokens, two.last, closing.end()) if is_told or _are_two_calendars(one, two) else None


def _is_day(form: Form) -> bool:
    return form.kind == "calendar" and form.month is not None and form.day is not None and form.inner is None


def _are_two_calendars(one: Form, two: Form) -> bool:
    """Whether the days lie as far apart as the calendars do, where no word says that they are of two."""
    if one.year and two.year and one.year != two.year:
        return False
    year = one.year or two.year or 1900
    try:
        days = [date(year, form.month or 1, form.day or 1) for form in (one, two)]
    except ValueError:
        return False
    return abs((days[0] - days[1]).days) in _APART


def _token_behind(tokens: Tokens, at: int, end: int) -> int:
    while at < len(tokens.heads) and tokens.start(at) < end:
        at += 1
    return at


def _is_year_behind(tokens: Tokens, day: Form, year: Form) -> bool:
    """Whether a year right behind such a bracket is that of its day."""
    gap = tokens.text[tokens.end(day.last - 1) : tokens.start(year.first)]
    return (
        _is_day(day)
        and day.year is None
        and year.kind == "year"
        and tokens.text[tokens.end(day.last - 1) - 1] in (")]")
        and not gap.strip(" ,")
    )
