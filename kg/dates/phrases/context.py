"""What a form is read against: the day of publication, and the date that was told before it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kg.dates.interval import Granularity, Interval
from kg.dates.phrases.form import Form

Tense = str  # "past", "future", "" where nothing tells
Answer = tuple[Interval | None, str]  # the interval, and the anchor it was counted from: "publication", "earlier" ...


_LONG = (Granularity.YEAR, Granularity.SEASON)
PARAGRAPH = re.compile(r"\n[^\S\n]*\n")  # the end of one
_ONWARD = re.compile(r"\b(?:and|but|then|before \w+ing)\b|;", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:after|as|because|earlier|following|had|having|previously|since|that|when|where|wh(?:ich|ile|om?|ose))\b"
    r"|[\[(.]|['’]d\b",
    re.IGNORECASE,
)
_HAD = re.compile(
    r"(?:\b(?:had|having)|['’]d)\s+(?:(?:\w+ly|first|also|already)\s+)?"
    r"(?:been|met|wed|\w+ed|begun|broken|gone|left|taken|given|become|fallen|split)\b[^,;.]*$"
)
_CLAUSES = 100  # characters between the dates of two clauses that go on from each other
SENTENCE = re.compile(rf"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z])|{PARAGRAPH.pattern}")  # likewise
REACH = 500  # characters that a sentence may have on either side of its date


def are_near(text: str, end: int, start: int) -> bool:
    """Whether what ends at one character and what starts at another stand in one sentence."""
    return start - end < REACH and SENTENCE.search(text, max(end, 0), start + 1) is None


def had_been(clause: str) -> bool:
    """Whether the words before a date of a clause are a pluperfect.

    >>> had_been("They had met on "), had_been("They had a son on ")
    (True, False)
    """
    return _HAD.search(clause) is not None


def goes_on(between: str) -> bool:
    """Whether the words between two dates of a sentence tell what came next, and nothing that had been before.

    >>> goes_on(" and they split in "), goes_on(" after they had split in ")
    (True, False)
    """
    is_near = len(between) < _CLAUSES
    return is_near and _ONWARD.search(between) is not None and _BACK.search(between) is None


@dataclass(slots=True)
class Context:
    """`last` is the date told before a form, and `near` whether it stands in the same sentence.

    `scene`: whether it opens that sentence, "In 2016, they wed in May", and so is the time of all that is told there.
    """

    published: date | None = None
    narrative: bool = True  # dates continue one another, as in a biography; else they are told from the publication
    last: Interval | None = None
    near: bool = False
    scene: bool = False
    tense: Tense = ""
    dated: bool = True  # whether the last date is one of the calendar, not itself told from the publication
    before: bool = False  # whether the clause tells of what had come about before: "they had met in May"
    beside: bool = False  # whether it stands not far behind the last date, in whatever sentence
    onward: bool = False  # whether the clause goes on from the last date: "wed in October 1940, and had a son in May"

    @property
    def today(self) -> Interval | None:
        """The day of publication."""
        return Interval.day(self.published) if self.published else None

    @property
    def leading(self) -> Interval | None:
        """The last date, where it and not the publication tells the year of a bare month.

        News goes on from a month of an old year, "they parted in May 2011 and divorced in July", not from the year
        or season alone: "they wed in 2011, and she filed for divorce in June".
        """
        last = self.last
        if last is None or last.latest is None or (last.days or 9999) > 3700:
            return None
        if self.narrative:
            return last
        old = self.published is None or last.latest.year < self.published.year
        goes_on = self.scene or self.published is None or last.granularity not in _LONG
        return last if self.near and old and goes_on and self.tense != "future" else None


Reader = Callable[[Form, Context, Answer | None], Answer]  # the third: what its inner form was read as


def moved(day: date | None, days: int) -> Interval | None:
    """The day so many days later; None past the calendar."""
    if day is None:
        return None
    try:
        return Interval.day(day + timedelta(days))
    except OverflowError:
        return None
