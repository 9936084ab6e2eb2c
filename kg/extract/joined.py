"""Times told together, which are one: "in 1830 or 1832", "in 1992 and 1993", "on the night of 3–4 May"."""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from kg.dates.interval import Granularity
from kg.records import TimeExpression

OR = re.compile(r",?\s+\(?or(?:\s+(?:in|on|possibly|perhaps|maybe|even))*\s+")  # "either in 1830 or in 1832"
AND = {"and", "&", ",", ", and"}
COARSE = {Granularity.MONTH, Granularity.YEAR}
BETWEEN = 6  # characters between the two days of a night
DASHES = {"-", "–", "—", "/"}
TWO_YEARS = 732  # days: one more than two years have


def with_alternatives(times: Sequence[TimeExpression], text: str) -> Iterator[TimeExpression]:
    """The expressions, with those that "or" joins made one: "in 1830 or 1832" is any time from the one to the other.

    So is "on the night of 3–4 May", and "in 1845–46".
    """
    before: TimeExpression | None = None
    for time in times:
        joins = before is not None and OR.fullmatch(text, before.end, time.start) is not None
        joins = joins and before is not None and {before.relation, time.relation} <= {"on", "about"}
        is_one = before is not None and (_are_of_night(before, time) or _are_years_beside(before, time, text))
        if before is not None and (joins or is_one) and before.when and time.when:
            told = text[before.start : time.end]
            when = before.when.hull(time.when)
            time = before.model_copy(update={"end": time.end, "text": told, "when": when, "relation": "on"})
        elif before is not None:
            yield before
        before = time
    if before is not None:
        yield before


def either(times: Sequence[TimeExpression], text: str) -> list[TimeExpression]:
    """The expressions of a bracket, with those that "or" joins made one: "(1496 or 1501 – 1529)"."""
    out: list[TimeExpression] = []
    for time in times:
        before = out[-1] if out else time
        if before is not time and before.when and time.when and OR.fullmatch(text, before.end, time.start):
            told, when = text[before.start : time.end], before.when.hull(time.when)
            out[-1] = before.model_copy(update={"end": time.end, "text": told, "when": when})
        else:
            out.append(time)
    return out


def listed(times: Sequence[TimeExpression], text: str) -> list[TimeExpression]:
    """Months or years of one happening in a row made one: it "went on in 1992 and 1993", or in one of them."""
    out: list[TimeExpression] = []
    unit = None  # in which the last of a row is told
    for time in sorted(times, key=attrgetter("start")):
        before = out[-1] if out else time
        joins = text[before.end : time.start].strip() in AND and before.relation == time.relation == "on"
        joins = joins and time.duration is None  # not "in 1995, seven years later"
        if joins and before.when and time.when and unit in COARSE and time.when.granularity == unit:
            told, when = text[before.start : time.end], before.when.hull(time.when)
            out[-1] = before.model_copy(update={"end": time.end, "text": told, "when": when})
        else:
            out.append(time)
        unit = time.when.granularity if time.when else None
    return out


def _are_of_night(one: TimeExpression, two: TimeExpression) -> bool:
    """Whether two expressions tell from one day to the next."""
    if (one.relation, two.relation) != ("since", "until") or one.when is None or two.when is None:
        return False
    days = one.when.hull(two.when)
    return one.when.days == two.when.days == 1 and days.days == 2 and two.start - one.end < BETWEEN


def _are_years_beside(one: TimeExpression, two: TimeExpression, text: str) -> bool:
    """Whether a happening may be told to have come about in one of two years: "in 1845–46", not "from 1845 to 46"."""
    if (one.relation, two.relation) != ("since", "until") or one.when is None or two.when is None:
        return False
    is_in = text[: one.start].endswith(("in ", "In ")) and text[one.end : two.start] in DASHES
    years = one.when.hull(two.when).days
    return is_in and one.when.granularity is two.when.granularity is Granularity.YEAR and (years or 0) < TWO_YEARS
