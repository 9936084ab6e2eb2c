"""A simple temporal network (Dechter, Meiri and Pearl 1991): days, the least and most between them, and what follows.

A day is a name; the calendar is the name "". Every constraint says `least <= later - earlier <= most` in days and
carries the words that explain it, so that each tightened bound and each contradiction can say why. Bounds are shortest
paths from the calendar and back to it, and a contradiction is a negative cycle; NetworkX finds both.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from kg.dates.interval import Interval

if TYPE_CHECKING:
    from networkx import DiGraph

CALENDAR = ""
_ORIGIN = date.min.toordinal()
_FAR = 1 << 40  # days: no day is known to lie further from the calendar, so that each can be reached from it
_CYCLES = 10_000  # how many are looked at for the smallest contradiction: no text may take forever


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


_NOTHING = Constraint(CALENDAR, CALENDAR, None)


def on(name: str, when: Interval, why: str = "", claims: tuple[str, ...] = ()) -> Constraint:
    """The constraint that the day `name` lies in `when`."""
    least = None if when.earliest is None else when.earliest.toordinal() - _ORIGIN
    most = None if when.latest is None else when.latest.toordinal() - _ORIGIN
    return Constraint(CALENDAR, name, least, most, why, claims)


def tighten(constraints: Iterable[Constraint]) -> Solution:
    """The tightest bounds that `constraints` entail together.

    Where some cannot hold together they are a contradiction: the fewest that make one are reported, and the last of
    its rules (or else of its claims, in the order given) is set aside, until the others agree.

    >>> from kg.dates.interval import Interval
    >>> met = on("met", Interval.year(2017), "met in 2017")
    >>> wed = on("wed", Interval(None, date(2019, 5, 31)), "married by May 2019")
    >>> solution = tighten([met, wed, Constraint("met", "wed", why="nobody marries before they meet")])
    >>> solution.bounds["wed"].earliest, solution.bounds["wed"].latest
    (datetime.date(2017, 1, 1), datetime.date(2019, 5, 31))
    """
    from networkx import NetworkXUnbounded

    kept = list(constraints)
    contradictions: list[tuple[Constraint, ...]] = []
    while True:
        graph = _graph(kept)
        try:
            return Solution(_bounds(graph), tuple(contradictions))
        except NetworkXUnbounded:
            contradictions.append(found := _smallest(graph) or _needed(kept))
            rules = [each for each in found if each.is_rule]
            kept.remove(max(rules or found, key=kept.index))


def _graph(constraints: Iterable[Constraint]) -> "DiGraph[str]":
    """An edge of `weight` w from one day to another: the other lies at most w days later. The tightest of each pair."""
    import networkx

    graph: DiGraph[str] = networkx.DiGraph()
    for each in constraints:
        if each.most is not None:
            _tie(graph, each.earlier, each.later, each.most, each)
        if each.least is not None:
            _tie(graph, each.later, each.earlier, -each.least, each)
        for name in (each.earlier, each.later):
            _tie(graph, CALENDAR, name, _FAR, _NOTHING)
            _tie(graph, name, CALENDAR, _FAR, _NOTHING)
    return graph


def _tie(graph: "DiGraph[str]", start: str, end: str, weight: int, constraint: Constraint) -> None:
    if not graph.has_edge(start, end) or weight < graph[start][end]["weight"]:
        graph.add_edge(start, end, weight=weight, constraint=constraint)


def _smallest(graph: "DiGraph[str]") -> tuple[Constraint, ...]:
    """The constraints of a shortest negative cycle, of those one with the fewest claims; none where it looks too long.

    Not networkx.find_negative_cycle: that gives up where several shortest paths are equally long, and what it finds
    may be longer than it need be.
    """
    from networkx import simple_cycles

    for length in range(1, len(graph) + 1):
        cycles = list(islice(simple_cycles(graph, length_bound=length), _CYCLES))
        told = [_told(graph, cycle) for cycle in cycles if _weight(graph, cycle) < 0]
        if told or len(cycles) == _CYCLES:
            return min(told, key=_size, default=())
    return ()


def _needed(constraints: list[Constraint]) -> tuple[Constraint, ...]:
    """Constraints that contradict, and would not if any of them were left out."""
    from networkx import negative_edge_cycle

    kept = constraints
    for each in constraints:
        rest = [other for other in kept if other is not each]
        if negative_edge_cycle(_graph(rest)):
            kept = rest
    return tuple(kept)


def _steps(cycle: list[str]) -> Iterator[tuple[str, str]]:
    """The edges of a cycle, from its first day in alphabetical order: the same whatever order it was found in."""
    at = cycle.index(min(cycle))
    return pairwise([*cycle[at:], *cycle[: at + 1]])


def _weight(graph: "DiGraph[str]", cycle: list[str]) -> int:
    return sum(graph[start][end]["weight"] for start, end in _steps(cycle))


def _told(graph: "DiGraph[str]", cycle: list[str]) -> tuple[Constraint, ...]:
    return tuple(dict.fromkeys(graph[start][end]["constraint"] for start, end in _steps(cycle)))


def _size(told: tuple[Constraint, ...]) -> tuple[int, int, list[tuple[str, str, str]]]:
    """Fewest claims first, then fewest constraints; what is left is told apart by its names."""
    claims = {claim for each in told for claim in each.claims}
    return len(claims), len(told), [(each.earlier, each.later, each.why) for each in told]


def _bounds(graph: "DiGraph[str]") -> dict[str, Tightened]:
    """Raises networkx.NetworkXUnbounded where there is a contradiction."""
    from networkx import single_source_bellman_ford

    if CALENDAR not in graph:
        return {}
    most, to_latest = single_source_bellman_ford(graph, CALENDAR)
    back = graph.reverse(copy=False)
    least, to_earliest = single_source_bellman_ford(back, CALENDAR)
    return {
        name: Tightened(
            _day(-least[name]),
            _day(most[name]),
            tuple(dict.fromkeys([*_reasons(back, to_earliest[name]), *_reasons(graph, to_latest[name])])),
        )
        for name in sorted(graph.nodes - {CALENDAR})
    }


def _day(since_origin: int) -> date | None:
    """The calendar's day; None, which is open, beyond the years 1 to 9999."""
    ordinal = _ORIGIN + since_origin
    return date.fromordinal(ordinal) if _ORIGIN <= ordinal <= date.max.toordinal() else None


def _reasons(graph: "DiGraph[str]", path: Iterable[str]) -> list[str]:
    """Why a bound holds: the words of the constraints from the day back to the calendar."""
    told = [graph[start][end]["constraint"].why for start, end in pairwise(path)]
    return [why for why in reversed(told) if why]
