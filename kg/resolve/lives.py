"""What one document tells of a person's life, and whether two such lives can be one."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from kg.dates.interval import Interval
from kg.records import Claim, LocalPerson, Status
from kg.resolve.callings import is_one_life, lines
from kg.resolve.marriages import Marriages, marriages
from kg.resolve.names import titled

_CENTURY = 36525
_TWO_YEARS = 731  # sources are often a year off about a birth
_YEAR = 366
_GENERATION = 12 * _YEAR
GROWN = timedelta(days=12 * 365)  # before that age nobody is a partner or parent
_OF_GROWN = frozenset(("partner", "survivor", "deceased", "parent"))


@dataclass(frozen=True, slots=True)
class Life:
    """Bounds of a life: born and died as told, and the days by which and after which something is told of it."""

    born: Interval | None = None
    died: Interval | None = None
    active_by: date | None = None  # the earliest of the latest days of its happenings
    active_after: date | None = None  # the latest of the earliest days
    grown_by: date | None = None  # the earliest day by which they were somebody's partner or parent
    title: Literal["", "female", "male"] = ""  # the gender by titles
    gender: Literal["", "female", "male"] = ""  # the gender by pronouns, which are often misread
    work: frozenset[str] = frozenset()
    marriages: Marriages = field(default_factory=Marriages)

    def __or__(self, other: "Life") -> "Life":
        """Both as one life."""
        return Life(
            _both(self.born, other.born),
            _both(self.died, other.died),
            min(filter(None, (self.active_by, other.active_by)), default=None),
            max(filter(None, (self.active_after, other.active_after)), default=None),
            min(filter(None, (self.grown_by, other.grown_by)), default=None),
            self.title or other.title,
            self.gender or other.gender,
            self.work | other.work,
            self.marriages | other.marriages,
        )

    @property
    def years(self) -> str:
        """The years of birth and death, as far as told to the year: "1801–1860", "1801", "born 1801", "died 1860"."""
        born, died = _year(self.born), _year(self.died)
        if born and died:
            return born if born == died else f"{born}–{died}"
        return f"born {born}" if born else f"died {died}" if died else ""


def life(
    local: LocalPerson, claims: list[Claim], published: date | None = None, around: frozenset[str] = frozenset()
) -> Life:
    """The life of `local` as the real claims of its document, published on that day, tell it.

    `around` are the first names of the document's people.
    """
    title, work = titled((local.name, *local.names)), lines(local.descriptors)
    found = Life(title=title, gender=local.gender, work=work, marriages=marriages(local, claims, around))
    found |= Life(active_by=published)  # nobody is named before they live
    for claim in claims:
        roles = {person.role for person in claim.people if person.person == local.key}
        if claim.status in (Status.ASSERTED, Status.REPORTED):
            if claim.kind == "event" and claim.when:
                found |= _moment(claim.type, roles, claim.when)
            if roles & _OF_GROWN:
                found |= Life(grown_by=_latest(claim, published))
    return found


def _latest(claim: Claim, published: date | None) -> date | None:
    """The day by which what is told had happened or held."""
    told = [when.latest for when in (claim.when, claim.start, claim.end) if when and when.latest]
    return min([*told, *([published] if published else [])], default=None)


def _moment(type: str, roles: set[str], when: Interval) -> Life:
    if type == "born" or "child" in roles:
        return Life(born=when) if type != "adopted" else Life(active_after=when.earliest)
    if type == "died" or "deceased" in roles:
        return Life(died=when)
    return Life(active_by=when.latest, active_after=when.earliest)


def clash(one: Life, other: Life, *, acquainted: bool = False) -> str:
    """Why the two cannot be one life; "" where they can.

    Of two who share an acquaintance only a generation between the births makes father and son: dates are misread, too.
    """
    if acquainted:
        return "born a generation apart" if _apart(one.born, other.born) > _GENERATION else ""
    if _apart(one.born, other.born) > _TWO_YEARS:
        return "born in different years"
    if _apart(one.died, other.died) > _TWO_YEARS:
        return "died in different years"
    for a, b in ((one, other), (other, one)):
        if _days(a.died.latest if a.died else None, b.active_after) > _YEAR:
            return "one was dead before the other's facts"
        if _days(b.active_by, a.born.earliest if a.born else None) > _YEAR:
            return "one was born after the other's facts"
        if a.born and a.born.earliest and b.grown_by and b.grown_by < a.born.earliest + GROWN:
            return "one was a child when the other was grown up"
        if a.marriages.excludes(b.marriages):
            return "one was married to somebody else then"
        if _days(b.active_by, a.active_after) > _CENTURY:
            return "their facts lie a hundred years apart"
    return ""


def other_work(one: Life, other: Life) -> bool:
    """Whether both are known by their work and it is seldom done by one person."""
    return not is_one_life(one.work, other.work)


def _year(when: Interval | None) -> str:
    """The one year that a day or a year lies in; "" where it may be another."""
    if when is None or when.earliest is None or when.latest is None or when.approximate:
        return ""
    return str(when.earliest.year) if when.earliest.year == when.latest.year else ""


def _both(one: Interval | None, other: Interval | None) -> Interval | None:
    return (one & other or one.hull(other)) if one and other else one or other


def _apart(one: Interval | None, other: Interval | None) -> int:
    """Days between two intervals; 0 where they meet or one is unknown."""
    if one is None or other is None:
        return 0
    return max(0, _days(one.latest, other.earliest), _days(other.latest, one.earliest))


def _days(earlier: date | None, later: date | None) -> int:
    return (later - earlier).days if earlier and later else 0
