"""A map of who was tied to whom: those who ever were stand near each other, and a year chooses the ties shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from math import sqrt
from typing import Any

from kg.errors import KgError
from kg.export.colours import MEANINGS, colour, meaning
from kg.records import State, Timeline
from kg.show.plots import CONFIG
from kg.show.rows import Documents, moved, of_state
from kg.show.safe import visible

Place = tuple[float, float]
Pair = tuple[str, str]

# how long a tie may have held before or after it is known to, within the days that anything is told of
_LASTING = timedelta(365 * 30)
_ROOM = (1.3, 1.0)  # what a name and its dot take, from side to side and from top to bottom; ties are about 1.4 long
_PIXELS = (110, 70)  # of one such unit in a picture
_SHAPE = 1.5  # how much wider than high a picture of many groups is
_TIPS = (("label", "what"), ("told", "when"), ("status", "status"), ("proof", "source"))
_APART = 5  # pixels between two lines of the same people
_LEGEND = "A whole line: surely on some day of that year. A broken line: possibly."
_INK, _FAINT = "#333333", "#a8a8a8"


@dataclass(frozen=True, slots=True)
class Tie:
    """A stint on the map: when it may have held, and when it surely did."""

    state: State
    people: Pair
    low: date
    high: date
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Group:
    """People who hang together by ties, and where each stands in a box of this size; x goes right, y down."""

    ties: tuple[Tie, ...]
    places: dict[str, Place]
    width: float
    height: float


def groups(timeline: Timeline) -> list[Group]:
    """Everybody with a tie that may have been and of which some day is known, by groups, the largest first."""
    import networkx

    ties = sorted(_ties(timeline.states), key=lambda tie: (tie.low, tie.people, tie.state.id))
    graph = networkx.Graph(sorted({tie.people for tie in ties}))
    clusters = sorted((sorted(each) for each in networkx.connected_components(graph)), key=lambda ids: (-len(ids), ids))
    return [_group(graph.subgraph(ids), ids, [tie for tie in ties if tie.people[0] in {*ids}]) for ids in clusters]


def people_map(timeline: Timeline, year: int | None = None) -> Any:
    """An `altair.Chart` of all groups, with a slider for the year; without `year` it starts where most ties are sure.

    Raises KgError where no relation has a date.
    """
    found = groups(timeline)
    ties = [tie for group in found for tie in group.ties]
    if not ties:
        raise KgError("nothing to draw: no relation has a date")
    return _drawn(found, timeline, year or _busiest(ties), (min(_years(ties)), max(_years(ties))))


def _ties(states: Iterable[State]) -> Iterator[Tie]:
    rows = [
        (state, of_state(state, set(), {}))
        for state in states
        if state.status.is_real and meaning(state.type) != "parting"
    ]
    told = sorted(day for _, row in rows for day in (row.low, row.first, row.last, row.high) if day)
    for state, row in rows:
        begun, ended = row.first or row.high, row.last or row.low
        low = row.low or (begun and max(moved(begun, -_LASTING), told[0]))
        high = row.high or (ended and min(moved(ended, _LASTING), told[-1]))
        if low and high:
            for one, other in combinations(sorted({member.id for member in state.people}), 2):
                yield Tie(state, (one, other), low, max(low, high), row.first, row.last)


def _group(graph: Any, ids: list[str], ties: list[Tie]) -> Group:
    import networkx

    ordered = networkx.Graph()  # the layout depends on the order of the nodes
    ordered.add_nodes_from(ids)
    ordered.add_edges_from(sorted(graph.edges))
    spread = networkx.kamada_kawai_layout(ordered) if len(ids) <= 60 else networkx.spring_layout(ordered, seed=1)
    scale = 0.7 * max(1.0, sqrt(len(ids)) / 1.3)
    xs, ys = ([float(spread[id][side]) * scale for id in ids] for side in (0, 1))
    if max(xs) - min(xs) < max(ys) - min(ys):  # names need their room sideways
        xs, ys = ys, xs
    left, top = min(xs) - _ROOM[0] / 2, min(ys) - _ROOM[1] / 2
    places = {id: (round(x - left, 2), round(y - top, 2)) for id, x, y in zip(ids, xs, ys, strict=True)}
    return Group(tuple(ties), places, round(max(xs) + _ROOM[0] / 2 - left, 2), round(max(ys) + _ROOM[1] / 2 - top, 2))


def _laid_out(groups: Iterable[Group]) -> tuple[dict[str, Place], Place]:
    """The groups side by side in rows: where each person stands, and the size of the whole."""
    groups = list(groups)
    area = sum(group.width * group.height for group in groups)
    limit = max(sqrt(area * _SHAPE * _PIXELS[1] / _PIXELS[0]), *(group.width for group in groups))
    places: dict[str, Place] = {}
    left = top = tall = wide = 0.0
    for group in groups:
        if left and left + group.width > limit:
            left, top, tall = 0.0, top + tall, 0.0
        places |= {id: (left + x, top + y) for id, (x, y) in group.places.items()}
        left, tall, wide = left + group.width, max(tall, group.height), max(wide, left + group.width)
    return places, (wide, top + tall)


def _years(ties: Iterable[Tie]) -> Iterator[int]:
    for tie in ties:
        yield from (tie.low.year, tie.high.year)


def _busiest(ties: list[Tie]) -> int:
    """The latest of the years in which most ties surely held."""
    counts: dict[int, int] = {}
    for tie in ties:
        if tie.first and tie.last:
            for year in range(tie.first.year, tie.last.year + 1):
                counts[year] = counts.get(year, 0) + 1
    return max(counts, key=lambda year: (counts[year], year), default=max(_years(ties)))


# drawing


def _drawn(groups: list[Group], timeline: Timeline, year: int, span: tuple[int, int]) -> Any:
    import altair

    places, size = _laid_out(groups)
    slider = altair.binding_range(min=span[0], max=span[1], step=1, name="Year ")
    shown = altair.param("year", value=min(max(year, span[0]), span[1]), bind=slider)
    return (
        altair.layer(*_layers(groups, timeline, places, _scales(size)))
        .add_params(shown)
        .properties(
            name="Map",
            width=round(size[0] * _PIXELS[0]),
            height=round(size[1] * _PIXELS[1]),
            background="white",
            padding=16,
            title=altair.TitleParams({"expr": "'Who was tied to whom in ' + year"}, subtitle=_LEGEND),
            usermeta={"embedOptions": {"actions": False, "renderer": "svg"}},
            config=CONFIG,
        )
    )


def _scales(size: Place) -> dict[str, Any]:
    import altair

    wide, high = (altair.Scale(domain=domain, nice=False) for domain in ([0, size[0]], [size[1], 0]))
    return {"x": altair.X("x:Q", axis=None, scale=wide), "y": altair.Y("y:Q", axis=None, scale=high)}


def _layers(groups: list[Group], timeline: Timeline, places: dict[str, Place], at: dict[str, Any]) -> Iterator[Any]:
    """Everybody, pale; on them the ties of the year, and on these, dark, those who are tied."""
    import altair

    names = {person.id: visible(person.name) for person in timeline.people}
    everybody = [{"name": names.get(id, id), "x": x, "y": y} for id, (x, y) in sorted(places.items())]
    yield from _people(altair.Chart({"values": everybody}).encode(**at), _FAINT)
    lines = altair.Chart({"values": _lines(groups, places, timeline, names)})
    lines = lines.transform_filter("datum.low <= year && year <= datum.high")
    yield _drawn_ties(lines, at)
    for end in ("one", "other"):
        tied = lines.transform_calculate(name=f"datum.{end}", x=f"datum.{end}_x", y=f"datum.{end}_y")
        yield from _people(tied.encode(**at), _INK)


def _people(chart: Any, ink: str) -> Iterator[Any]:
    words = {"dy": 16, "fontSize": 11, "limit": 0, "aria": False}
    yield chart.mark_text(stroke="white", strokeWidth=4, **words).encode(text="name:N")  # a line may run below
    yield chart.mark_circle(size=70, color=ink, opacity=1, aria=False)
    yield chart.mark_text(color=ink, **words).encode(text="name:N")


def _drawn_ties(lines: Any, at: dict[str, Any]) -> Any:
    import altair

    shades = {each["meaning"]: each["shade"] for each in lines.data["values"]}
    domain = sorted(shades, key=[*MEANINGS, "other"].index)
    sure = "datum.first <= year && year <= datum.last"
    x, y = (each.copy() for each in (at["x"], at["y"]))
    x.shorthand, y.shorthand = "x1:Q", "y1:Q"
    return lines.mark_rule(strokeWidth=2.5).encode(
        x=x,
        y=y,
        x2="x2:Q",
        y2="y2:Q",
        color=altair.Color(
            "meaning:N", title=None, scale=altair.Scale(domain=domain, range=[shades[each] for each in domain])
        ),
        strokeDash=altair.condition(sure, altair.value([1, 0]), altair.value([4, 4])),
        tooltip=[altair.Tooltip(f"{name}:N", title=title) for name, title in _TIPS],
        description="label:N",
    )


def _lines(
    groups: list[Group], places: dict[str, Place], timeline: Timeline, names: dict[str, str]
) -> list[dict[str, Any]]:
    documents = {document.id: document for document in timeline.documents}
    ties = [tie for group in groups for tie in group.ties]
    kinds: dict[Pair, list[str]] = {}
    for tie in ties:
        beside = kinds.setdefault(tie.people, [])
        beside += [tie.state.type] * (tie.state.type not in beside)
    return [
        {
            **_place(places, tie.people, kinds[tie.people].index(tie.state.type)),
            **{end: names.get(id, id) for end, id in zip(("one", "other"), tie.people, strict=True)},
            **_told(tie, documents),
        }
        for tie in ties
    ]


def _told(tie: Tie, documents: Documents) -> dict[str, Any]:
    row = of_state(tie.state, set(), documents)
    return {
        "low": tie.low.year,
        "high": tie.high.year,
        "first": tie.first.year if tie.first else None,
        "last": tie.last.year if tie.last else -1,  # no year that is shown
        "label": row.label,
        "told": row.told,
        "status": tie.state.status.value,
        "proof": row.proof,
        "meaning": meaning(tie.state.type),
        "shade": colour(tie.state.type),
    }


def _place(places: dict[str, Place], people: Pair, nth: int) -> dict[str, float]:
    one, other = places[people[0]], places[people[1]]
    start, end = _beside(one, other, nth)
    corners = {"one_": one, "other_": other}
    stands = {f"{name}{axis}": place[side] for name, place in corners.items() for side, axis in enumerate("xy")}
    return stands | {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]}


def _beside(one: Place, other: Place, nth: int) -> tuple[Place, Place]:
    """The ends of the nth line between two places: beside those before, on either side in turn."""
    (x1, y1), (x2, y2) = one, other
    across, down = (x2 - x1) * _PIXELS[0], (y2 - y1) * _PIXELS[1]
    away = _APART * ((nth + 1) // 2) * (1 if nth % 2 else -1) / (sqrt(across**2 + down**2) or 1)
    x, y = -down * away / _PIXELS[0], across * away / _PIXELS[1]
    return (round(x1 + x, 3), round(y1 + y, 3)), (round(x2 + x, 3), round(y2 + y, 3))
