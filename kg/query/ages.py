"""Days told by somebody's age: "before she was 30", "at the age of 40", "in his twenties"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from kg.dates.interval import Interval
from kg.query.calendar import event_time
from kg.query.facts import Facts
from kg.query.query import Who
from kg.query.select import ids_of

_TENS = "twenties thirties forties fifties sixties seventies eighties nineties".split()
_DECADES = {"teens": (13, 19)} | {name: (10 * ten, 10 * ten + 9) for ten, name in enumerate(_TENS, 2)}
_AGE = re.compile(
    r"\b(?:(?:at the age of|at age|of age|aged|at|was|were|is|turned|turning|reached|became) "
    r"(?P<age>\d{1,3})|"
    rf"in (?:her|his|their)(?: 's)? (?:\w+ )?(?P<decade>{'|'.join(_DECADES)}))\b",
    re.IGNORECASE,
)


def tells_age(words: Sequence[str]) -> bool:
    """Whether the words of a clause name somebody's age."""
    return bool(_AGE.search(" ".join(words)))


def of_age(words: Sequence[str], whos: Sequence[Who], facts: Facts) -> Interval | None:
    """The days of the age that the words name, of the first of `whos`; None where no birth is told.

    Before a birthday of which the year alone is known means before the last day that it may have been.
    """
    match = _AGE.search(" ".join(words))
    born = _birth(whos[0], facts) if whos else None
    if match is None or born is None or born.earliest is None or born.latest is None:
        return None
    first, last = _DECADES[match["decade"].lower()] if match["decade"] else (int(match["age"]), int(match["age"]))
    return Interval(_later(born.earliest, first), _later(born.latest, last + 1) - timedelta(1))


def _birth(who: Who, facts: Facts) -> Interval | None:
    ids = ids_of(facts, (who,))
    return next((day for id in ids[:1] for event in facts.births(id) if (day := event_time(event))), None)


def _later(day: date, years: int) -> date:
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + years, day.month, 28) + timedelta(1) if leap else day.replace(year=day.year + years)
