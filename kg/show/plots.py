"""Pictures of a timeline, drawn by Vega-Lite: what is not known exactly fades, a rumour is hatched.

All days are UTC: local time would shift them by one west of Greenwich.
"""

import json
import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.export.colours import MEANINGS, colour, meaning
from kg.records import Event, State, Status, Timeline
from kg.show.rows import GAP, Documents, Row, lanes, moved, pieces, rows
from kg.show.safe import visible

_WIDTH, _ROW = 640, 28  # pixels: the time shown, a row
_INK, _FAINT = "#333333", "#6b6b6b"
_STROKE = 7  # pixels from one stroke of a hatching to the next
_OPEN = 0.05  # of the time shown: how far a bar fades where nothing says when it began or ended
_EPOCH = date(1970, 1, 1).toordinal()
_LEGEND = "Faded: on some day of that time. Pale: reported. Hatched or hollow: rumoured."
_OPACITY = {Status.ASSERTED: "c0", Status.REPORTED: "70", Status.RUMOURED: "40"}  # hexadecimal, where a fade is fullest
_TIPS = [
    {"field": name, "type": "nominal", "title": title}
    for name, title in (("label", "what"), ("told", "when"), ("status", "status"), ("proof", "source"))
]
CONFIG: dict[str, Any] = {
    "font": "Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif",
    "view": {"stroke": None},
    "axis": {
        "gridColor": "#ececec",
        "domain": False,
        "tickColor": "#cccccc",
        "labelColor": _FAINT,
        "labelFontSize": 12,
    },
    "title": {
        **{"anchor": "start", "frame": "bounds", "fontSize": 17, "color": _INK, "offset": 14},
        **{"subtitleColor": _FAINT, "subtitleFontSize": 12, "subtitlePadding": 6},
    },
    "legend": {
        "orient": "bottom",
        "title": None,
        "labelColor": _INK,
        "labelFontSize": 12,
        "symbolSize": 110,
        "offset": 14,
    },
}

_NUMBERED = re.compile(r"(?:(?<=id=\")|(?<=url\(#))(gradient_|clip)[0-9]+")
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Timeline</title><script type="module">{bundle}
vegaEmbed("#chart", {spec}, {{actions: false, renderer: "svg"}});</script></head>
<body><div id="chart"></div></body>
</html>
"""


def timeline(events: Iterable[Event], states: Iterable[State], documents: Documents, *, title: str = "") -> Any:
    """An `altair.Chart` of relations as bars and events as points, in order; only what may have happened is drawn.

    A bar or point fades over the days among which its true day lies. Rumours are hatched. Hovering shows the sources.
    """
    return _drawn(rows(events, states, documents), title)


def of_people(whole: Timeline, people: Iterable[str]) -> Any:
    """The chart of everything told of all these people (ids) together, under their names."""
    ids = list(people)
    events = [each for each in whole.events if {*ids} <= {member.id for member in each.people}]
    states = [each for each in whole.states if {*ids} <= {member.id for member in each.people}]
    names = {person.id: person.name for person in whole.people}
    documents = {document.id: document for document in whole.documents}
    return timeline(events, states, documents, title=" and ".join(names.get(id, id) for id in ids))


def stints(whole: Timeline, people: Iterable[str] = ()) -> Any:
    """The chart of all relations, those of the same people and kind on one line; of `people` (ids) only, if given."""
    ids = {*people}
    states = [each for each in whole.states if not ids or ids & {member.id for member in each.people}]
    documents = {document.id: document for document in whole.documents}
    return _drawn(lanes(states, documents), "Stints")


def save(chart: Any, path: str | Path) -> None:
    """Write a chart as .svg, .png or .html, as the suffix says; the page needs no network."""
    path, suffix = Path(path), Path(path).suffix.lower()
    if suffix not in (".svg", ".png", ".html"):
        raise KgError(f"{path}: a picture is saved as .svg, .png or .html")
    try:
        path.write_bytes({".svg": svg, ".png": png, ".html": page}[suffix](chart))
    except OSError as error:
        raise KgError(f"{path}: cannot be written: {error.strerror}") from None


def svg(chart: Any) -> bytes:
    """The chart as SVG."""
    import vl_convert

    drawn = str(vl_convert.vegalite_to_svg(chart.to_dict()))
    # the renderer numbers its gradients and clips on from those of earlier pictures
    numbers: dict[str, int] = {}
    named = _NUMBERED.sub(lambda match: f"{match[1]}{numbers.setdefault(match[0], len(numbers))}", drawn)
    return named.encode()


def png(chart: Any, *, scale: float = 2) -> bytes:
    """The chart as PNG; `scale` pixels a unit."""
    import vl_convert

    return bytes(vl_convert.vegalite_to_png(chart.to_dict(), scale=scale))


def page(chart: Any) -> bytes:
    """The chart as one HTML page with all its scripts in it."""
    import vl_convert

    # inside a script element "</script>" ends it and "<!--" changes how the rest is read, even in a string
    spec = json.dumps(chart.to_dict()).replace("<", "\\u003c")
    return _PAGE.format(bundle=vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;"), spec=spec).encode()


def _drawn(rows: list[Row], title: str) -> Any:
    import altair

    chart = altair.Chart({"values": _values(rows)}).encode(
        y=altair.Y("row:O", axis=None, scale=altair.Scale(padding=0.25))
    )
    time = altair.X(**_axis(*_extent(rows)))
    looks = sorted({(colour(row.type), row.status) for row in rows if row is not GAP})
    layers = [
        chart.transform_filter("datum.label")
        .mark_rule(color="#ececec", aria=False)
        .encode(x=altair.value(0), x2=altair.value(_WIDTH)),
        *(_fading(chart, time, side, *look) for side, look in product(("in", "out"), looks)),
        _spans(chart, time),
        _cores(chart, time, rows),
        _hatching(chart, time, _extent(rows)),
        _words(chart, "before", -12, "right", _INK),
        _words(chart, "after", _WIDTH + 12, "left", _FAINT),
    ]
    return altair.layer(*layers).properties(
        width=_WIDTH,
        name=visible(title) or "Timeline",
        height=(max(_lines(rows)) + 1) * _ROW,
        background="white",
        padding=16,
        title=altair.TitleParams(visible(title) or "Timeline", subtitle=_LEGEND),
        usermeta={"embedOptions": {"actions": False, "renderer": "svg"}},
        config=CONFIG,
    )


def _axis(start: date, end: date) -> dict[str, Any]:
    """The time shown, with ticks at whole years, or at months where it is short."""
    years = (end - start).days / 365.25
    step = next((each for each in (1, 2, 5, 10, 20, 50, 100, 200) if years <= each * 12), 500)
    ticks = {"interval": "year", "step": step} if years > 2.5 else {"interval": "month", "step": 3}
    axis = {"title": None, "format": "%Y" if years > 2.5 else "%b %Y", "tickCount": ticks}
    scale = {"type": "utc", "domain": [_time(start), _time(end)], "nice": False}
    return {"type": "temporal", "scale": scale, "axis": axis}


def _fading(chart: Any, time: Any, side: str, shade: str, status: Status) -> Any:
    """The days on which a relation may have begun or ended, in a colour that comes or goes."""
    clear, full = f"{shade}08", f"{shade}{_OPACITY[status]}"
    ends = (clear, full) if side == "in" else (full, clear)
    stops = [{"offset": place, "color": each} for place, each in enumerate(ends)]
    fill = {"gradient": "linear", "stops": stops, "x1": 0, "x2": 1, "y1": 0, "y2": 0}
    shown = chart.transform_filter(
        f"datum.shade == '{shade}' && datum.status == '{status}' && isValid(datum.{side}_from)"
    )
    return shown.mark_bar(color=fill, aria=False).encode(x=_at(time, f"{side}_from"), x2=f"{side}_to:T", tooltip=_TIPS)


def _spans(chart: Any, time: Any) -> Any:
    """The days of which one is the day of an event."""
    import altair

    shown = chart.transform_filter("isValid(datum.span_from)").mark_bar(opacity=0.22, cornerRadius=6, aria=False)
    shade = altair.Color("shade:N", scale=None)
    return shown.encode(x=_at(time, "span_from"), x2="span_to:T", color=shade, tooltip=_TIPS)


def _cores(chart: Any, time: Any, rows: list[Row]) -> Any:
    """What is sure of a relation as a bar, and an event as a point; pale where reported, hollow where rumoured."""
    import altair

    meanings = {meaning(row.type): colour(row.type) for row in rows if row is not GAP}
    domain = sorted(meanings, key=[*MEANINGS, "other"].index)
    scale = altair.Scale(domain=domain, range=[meanings[each] for each in domain])
    rumoured, reported = (f"datum.status == '{status}'" for status in (Status.RUMOURED, Status.REPORTED))
    look = {
        "stroke": altair.Stroke("meaning:N", scale=scale, title=None),
        "fill": altair.condition(rumoured, altair.value("white"), altair.Fill("meaning:N", scale=scale, title=None)),
        "fillOpacity": altair.condition(reported, altair.value(0.4), altair.value(1)),
        "strokeDash": altair.condition(rumoured, altair.value([3, 2]), altair.value([1, 0])),
        "tooltip": _TIPS,
        "description": "spoken:N",  # else a screen reader gets local dates
    }
    shown = chart.transform_filter("isValid(datum.from)")
    bars = shown.transform_filter("datum.is_state").mark_bar(strokeWidth=1.5, cornerRadius=1)
    points = shown.transform_filter("!datum.is_state").mark_circle(size=120, strokeWidth=1.5, opacity=1)
    return altair.layer(bars.encode(x=_at(time, "from"), x2="to:T", **look), points.encode(x=_at(time, "from"), **look))


def _hatching(chart: Any, time: Any, shown: tuple[date, date]) -> Any:
    """Strokes across the days of a rumour, every few pixels of the `shown` time."""
    import altair

    step = (_time(shown[1]) - _time(shown[0])) * _STROKE / _WIDTH
    firsts, lasts = ("in_from", "span_from", "from", "out_from"), ("out_to", "span_to", "to", "in_to")
    low, high = (
        "".join(f"isValid(datum.{name}) ? datum.{name} : " for name in names) + "null" for names in (firsts, lasts)
    )
    strokes = (
        chart.transform_filter(f"datum.status == '{Status.RUMOURED}'")
        .transform_calculate(low=low, high=high)
        .transform_calculate(stroke=f"sequence(datum.low + {step / 2}, datum.high, {step})")
        .transform_flatten(["stroke"])
    )
    mark = strokes.mark_point(shape="M-0.3,1L0.3,-1", size=_ROW * _ROW / 2, strokeWidth=1.3, aria=False)
    return mark.encode(x=_at(time, "stroke"), stroke=altair.Stroke("shade:N", scale=None), tooltip=_TIPS)


def _at(time: Any, field: str) -> Any:
    placed = time.copy()
    placed.shorthand = f"{field}:T"
    return placed


def _words(chart: Any, field: str, place: int, align: str, ink: str) -> Any:
    import altair

    mark = chart.mark_text(align=align, baseline="middle", fontSize=12, color=ink, limit=0, aria=False)
    return mark.encode(x=altair.value(place), text=f"{field}:N", tooltip=_TIPS)


def _values(rows: list[Row]) -> list[dict[str, Any]]:
    start, end = _extent(rows)
    fade = (end - start) * _OPEN
    lines = _lines(rows)
    return [
        {
            "row": line,
            "label": row.label,
            "told": row.told,
            "before": row.label if line not in lines[:number] else "",
            "after": row.told
            if lines.count(line) == 1
            else f"{lines.count(line)} times" * (line not in lines[:number]),
            "meaning": meaning(row.type),
            "shade": colour(row.type),
            "status": row.status.value,
            "is_state": row.is_state,
            "proof": row.proof,
            "spoken": f"{row.label}: {row.told}",
            **{name: _time(day) for name, day in pieces(row, fade).items()},
        }
        for number, (row, line) in enumerate(zip(rows, lines, strict=True))
    ]


def _lines(rows: list[Row]) -> list[int]:
    """The line of the picture on which each row stands."""
    seen: dict[str, int] = {}
    return [seen.setdefault(row.lane or str(number), len(seen)) for number, row in enumerate(rows)]


def _extent(rows: list[Row]) -> tuple[date, date]:
    known = [day for row in rows for day in (row.low, row.first, row.last, row.high) if day]
    if not known:
        raise KgError("nothing to draw: no event or relation of these people has a date")
    margin = max((max(known) - min(known)) * _OPEN * 1.2, timedelta(60))
    return moved(min(known), -margin), moved(max(known), margin)


def _time(day: date) -> int:
    """Milliseconds since 1970, in UTC."""
    return (day.toordinal() - _EPOCH) * 86_400_000
