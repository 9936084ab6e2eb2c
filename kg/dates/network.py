"""A simple temporal network (Dechter, Meiri and Pearl 1991): days, the least and most between them, and what follows.

A day is a name; the calendar is the name "". Every constraint says `least <= later - earlier <= most` in days and
carries the words that explain it, so that each tightened bound and each contradiction can say why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.dates.interval import Interval

CALENDAR = ""
_ORIGIN = date.min.toordinal()
_FAR = 1 << 62


@dataclass(frozen=True, slots=True)
class Constraint:
    """`later` lies `least` to `most` days after `earlier`; None is open. `claims` are the ids of those who say so."""

    earlier: str
    later: str
    least: int | None = 0
    most: int | None = None
    why: str = ""
    claims: tuple[str, ...] = ()

    @property
    def is_rule(self) -> bool:
        """Whether it follows from a rule and no source says it."""
        return not self.claims


@dataclass(frozen=True, slots=True)
class Tightened:
    """The days a name may still take, and the reasons of the constraints that say so."""

    earliest: date | None = None
    latest: date | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Solution:
    """Bounds of every name, and for each contradiction the constraints that cannot all hold."""

    bounds: Mapping[str, Tightened] = field(default_factory=dict)
    contradictions: tuple[tuple[Constraint, ...], ...] = ()


def on(name: str, when: Interval, why: str = "", claims: tuple[str, ...] = ()) -> Constraint:
    """The constraint that the day `name` lies in `when`."""
    least = None if when.earliest is None else when.earliest.toordinal() - _ORIGIN
    most = None if when.latest is None else when.latest.toordinal() - _ORIGIN
    return Constraint(CALENDAR, name, least, most, why, claims)


def tighten(constraints: Iterable[Constraint]) -> Solution:
    """The tightest bounds that `constraints` entail together.

    Where some cannot hold together they are a contradiction: it is reported, and the last of its rules (or else of its
    claims, in the order given) is set aside, until the others agree.

    >>> from kg.dates.interval import Interval
    >>> met = on("met", Interval.year(2017), "met in 2017")
    >>> wed = on("wed", Interval(None, date(2019, 5, 31)), "married by May 2019")
    >>> solution = tighten([met, wed, Constraint("met", "wed", why="nobody marries before they meet")])
    >>> solution.bounds["wed"].earliest, solution.bounds["wed"].latest
    (datetime.date(2017, 1, 1), datetime.date(2019, 5, 31))
    """
    kept = list(constraints)
    contradictions = []
    while cycle := _contradiction(edges := _edges(kept)):
        contradictions.append(cycle)
        rules = [each for each in cycle if each.is_rule]
        kept.remove(max(rules or cycle, key=kept.index))
    return Solution(_bounds(edges), tuple(contradictions))


@dataclass(frozen=True, slots=True)
class _Edge:
    """`end` lies at most `weight` days after `start`."""

    start: str
    end: str
    weight: int
    constraint: Constraint


def _edges(constraints: Iterable[Constraint]) -> list[_Edge]:
    found = []
    for each in constraints:
        if each.most is not None:
            found.append(_Edge(each.earlier, each.later, each.most, each))
        if each.least is not None:
            found.append(_Edge(each.later, each.earlier, -each.least, each))
    return found


def _relaxed(edges: Sequence[_Edge], distance: dict[str, int]) -> tuple[dict[str, _Edge], str | None]:
    """Bellman and Ford: shortens `distance` in place; the last edge to each name, and a name that never settles."""
    last: dict[str, _Edge] = {}
    changed: str | None = None
    for _ in range(len({name for edge in edges for name in (edge.start, edge.end)}) + 1):
        changed = None
        for edge in edges:
            if edge.start in distance and distance[edge.start] + edge.weight < distance.get(edge.end, _FAR):
                distance[edge.end] = distance[edge.start] + edge.weight
                last[edge.end] = edge
                changed = edge.end
        if changed is None:
            break
    return last, changed


def _contradiction(edges: Sequence[_Edge]) -> tuple[Constraint, ...]:
    """The constraints of a negative cycle, each once; none where all can hold.

    Not networkx.find_negative_cycle: that gives up where several shortest paths are equally long.
    """
    last, name = _relaxed(edges, {name: 0 for edge in edges for name in (edge.start, edge.end)})
    if name is None:
        return ()
    for _ in last:
        name = last[name].start  # back into the cycle, from wherever it was noticed
    cycle = [last[name]]
    while cycle[-1].start != name:
        cycle.append(last[cycle[-1].start])
    return tuple(dict.fromkeys(edge.constraint for edge in reversed(cycle)))


def _bounds(edges: Sequence[_Edge]) -> dict[str, Tightened]:
    most, least = {CALENDAR: 0}, {CALENDAR: 0}
    to_latest, _ = _relaxed(edges, most)
    to_earliest, _ = _relaxed([_Edge(edge.end, edge.start, edge.weight, edge.constraint) for edge in edges], least)
    return {
        name: Tightened(
            _day(-least[name]) if name in least else None,
            _day(most[name]) if name in most else None,
            tuple(dict.fromkeys([*_reasons(name, to_earliest), *_reasons(name, to_latest)])),
        )
        for name in sorted({name for edge in edges for name in (edge.start, edge.end)} - {CALENDAR})
    }


def _day(since_origin: int) -> date | None:
    """The calendar's day; None, which is open, beyond the years 1 to 9999."""
    ordinal = _ORIGIN + since_origin
    return date.fromordinal(ordinal) if _ORIGIN <= ordinal <= date.max.toordinal() else None


def _reasons(name: str, last: Mapping[str, _Edge]) -> list[str]:
    """Why a bound holds: the words of the constraints from `name` back to the calendar."""
    found = []
    while name in last:
        found.append(last[name].constraint.why)
        name = last[name].start
    return [why for why in found if why]
