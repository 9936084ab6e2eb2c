"""Days told by somebody's age: "before she was 30", "at the age of 40", "in his twenties"."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.dates.interval import Interval
from kg.query.calendar import event_time
from kg.query.query import Who
from kg.query.select import ids_of

if TYPE_CHECKING:
    from kg.query.asked import Asked
    from kg.query.clauses import Clause

_TENS = "twenties thirties forties fifties sixties seventies eighties nineties".split()
_DECADES = {"teens": (13, 19)} | {name: (10 * ten, 10 * ten + 9) for ten, name in enumerate(_TENS, 2)}
_AGE = re.compile(
    r"\b(?:(?:at the age of|at age|of age|aged|at|was|were|is|turned|turning|reached|became) "
    r"(?P<age>\d{1,3})|"
    rf"in (?:her|his|their)(?: 's)? (?:\w+ )?(?P<decade>{'|'.join(_DECADES)}))\b",
    re.IGNORECASE,
)


def tells_age(clause: "Clause") -> bool:
    """Whether a clause names somebody's age."""
    return bool(_AGE.search(" ".join(clause.words)))


def of_age(asked: "Asked", clause: "Clause") -> Interval | None:
    """The days of the age that a clause names, of whom it names or the question is about; None where no birth is told.

    Before a birthday of which the year alone is known means before the last day that it may have been.
    """
    match = _AGE.search(" ".join(clause.words))
    whos = (*clause.whos, *asked.main.whos)
    born = _birth(asked, whos[0]) if whos else None
    if match is None or born is None or born.earliest is None or born.latest is None:
        return None
    first, last = _DECADES[match["decade"].lower()] if match["decade"] else (int(match["age"]), int(match["age"]))
    return Interval(_later(born.earliest, first), _later(born.latest, last + 1) - timedelta(1))


def _birth(asked: "Asked", who: Who) -> Interval | None:
    ids = ids_of(asked.facts, (who,))
    return next((day for id in ids[:1] for event in asked.facts.births(id) if (day := event_time(event))), None)


def _later(day: date, years: int) -> date:
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + years, day.month, 28) + timedelta(1) if leap else day.replace(year=day.year + years)
