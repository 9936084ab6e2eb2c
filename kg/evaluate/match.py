"""When a predicted fact is a gold one: the people, the date, and who is paired with whom."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from kg.dates.interval import Interval
from kg.evaluate.gold import BIRTHS, GoldFact, interval
from kg.evaluate.names import Cast
from kg.records import Claim, Event, Kin, State, Timeline

P = TypeVar("P")
G = TypeVar("G")

MONTH = 31  # days by which the bounds of a vague date may differ
_VAGUE = re.compile(
    r"\b(before|after|early|earlier|mid|late|later|spring|summer|autumn|fall|winter|about|around|nearly|almost|over"
    r"|more than|less than|shortly|soon|weeks|months|years)\b|mid-",
    re.IGNORECASE,
)
_YEAR_OR_MONTH = re.compile(r"\d{4}(-\d\d)?~?")


@dataclass(frozen=True, slots=True)
class Fact:
    """A predicted event, state or tie as far as a score needs it. `names` leaves out people who are only described."""

    type: str
    everyone: tuple[str, ...]
    names: tuple[str, ...]
    status: str
    when: Interval | None
    record: Event | State | Kin

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What the sources say."""
        return self.record.claims

    @property
    def is_real(self) -> bool:
        """Whether it stands on the timeline."""
        return self.record.status.is_real

    @property
    def is_dated(self) -> bool:
        """Whether it has a bound at all."""
        return bounds(self.when) != (None, None)


@dataclass(frozen=True, slots=True)
class Told:
    """What a timeline tells of people who have names, each kind by id."""

    events: tuple[Fact, ...]
    states: tuple[Fact, ...]
    kin: tuple[Fact, ...]
    names: tuple[str, ...] = ()


def told(timeline: Timeline) -> Told:
    """The facts of a timeline that can be scored, and every name in it.

    Somebody who is only described can be nobody's match; a birth with one named parent can still be scored.
    """
    nameless = {person.name for person in timeline.people if person.unnamed}
    events, states = _facts(timeline.events, nameless), _facts(timeline.states, nameless)
    kin = _facts(timeline.kin, nameless)
    names = sorted({name for person in timeline.people for name in (person.name, *person.aliases)})
    return Told(events, states, tuple(fact for fact in kin if len(fact.everyone) == 2), tuple(names))


def _facts(records: Iterable[Event | State | Kin], nameless: set[str]) -> tuple[Fact, ...]:
    facts = (_fact(record, nameless) for record in sorted(records, key=lambda record: record.id))
    return tuple(fact for fact in facts if _is_known(fact))


def _fact(record: Event | State | Kin, nameless: set[str]) -> Fact:
    is_birth = record.type in BIRTHS  # as in an export, the child of a birth stands apart from the parents
    everyone = tuple(member.name for member in record.people if not (is_birth and member.role == "child"))
    names = tuple(name for name in everyone if name not in nameless and "unnamed" not in name)
    when = record.when if isinstance(record, Event) else None
    return Fact(record.type, everyone, names, record.status.value, when, record)


def _is_known(fact: Fact) -> bool:
    return fact.names == fact.everyone or (fact.type in BIRTHS and bool(fact.names))


def same_people(cast: Cast, fact: Fact, gold: GoldFact) -> bool:
    """Whether the people are the gold's; of two parents one may be missing."""
    wanted = list(gold.people)
    is_birth = gold.type in BIRTHS
    if is_birth and gold.child and len(fact.names) > len(wanted):
        wanted.append(gold.child)
    left = list(fact.names)
    for person in wanted:
        found = next((name for name in left if cast.means(name, person)), None)
        if found is not None:
            left.remove(found)
    hits = len(fact.names) - len(left)
    return hits == len(wanted) == len(fact.names) or (is_birth and 0 < hits == len(fact.names))


def same_tie(cast: Cast, fact: Fact, gold: GoldFact) -> bool:
    """Whether a tie is the gold's; the parent comes first, siblings in any order."""
    if fact.type != gold.type:
        return False
    (one, other), (first, second) = fact.everyone, gold.people
    straight = cast.means(one, first) and cast.means(other, second)
    return straight or (gold.type == "sibling_of" and cast.means(one, second) and cast.means(other, first))


def dates(gold: GoldFact, when: Interval | None) -> tuple[bool, bool]:
    """Whether a predicted date equals the gold's, and whether both its bounds are near.

    Words that are vague make near bounds equal; "before X" may end with X or on the day before it.
    """
    truth = gold.when
    if truth is None or when is None or bounds(when) == (None, None):
        return False, False
    close = near(truth.earliest, when.earliest) and near(truth.latest, when.latest)
    equal = bounds(truth) == bounds(when)
    if equal or (close and _VAGUE.search(gold.words_of_time)) or _ends_just_before(gold, truth, when):
        return True, True
    return False, close


def bounds(when: Interval | None) -> tuple[date | None, date | None]:
    """First and last day, each None where it is not known."""
    return (when.earliest, when.latest) if when else (None, None)


def near(one: date | None, other: date | None) -> bool:
    """Whether two bounds lie within a month; an open one is near to an open one only."""
    if one is None or other is None:
        return one is other
    return abs((one - other).days) <= MONTH


def ends(fact: Fact, gold: GoldFact) -> Iterator[tuple[bool, bool]]:
    """Of each start and end that the gold gives a state: whether it is told within a month, and whether against it."""
    for name in ("start", "end"):
        truth, told = interval(getattr(gold, name)), getattr(fact.record, name, None)
        if truth is not None and told is not None:
            is_near = near(truth.earliest, told.earliest) and near(truth.latest, told.latest)
            yield is_near, truth & Interval(told.earliest, told.latest) is None


def _ends_just_before(gold: GoldFact, truth: Interval, when: Interval) -> bool:
    end = (gold.date or "").split("/")[-1]
    if not re.search(r"\bbefore\b", gold.words_of_time, re.IGNORECASE) or not _YEAR_OR_MONTH.fullmatch(end):
        return False
    first = Interval.from_edtf(end).earliest
    return when.earliest == truth.earliest and first is not None and when.latest == first - timedelta(1)


def pairs(predicted: Sequence[P], gold: Sequence[G], value: Callable[[P, G], int]) -> list[tuple[int, int]]:
    """Which prediction goes with which gold, by place: each once, the best values first; 0 is no pair.

    >>> pairs(["2017", "2018"], ["2018", "2019"], lambda one, other: 2 if one == other else 1)
    [(0, 1), (1, 0)]
    """
    values = ((value(one, other), -i, -j) for i, one in enumerate(predicted) for j, other in enumerate(gold))
    taken: dict[int, int] = {}
    for _, i, j in sorted((each for each in values if each[0]), reverse=True):
        if -i not in taken and -j not in taken.values():
            taken[-i] = -j
    return sorted(taken.items())
