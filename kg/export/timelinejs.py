"""JSON for TimelineJS: https://timeline.knightlab.com/docs/json-format.html

It shows texts as HTML, so every one is escaped. Left out is what has no date or never happened.
"""

import json
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

from kg.dates.english import stretch, words
from kg.dates.interval import Interval
from kg.export.flat import SEPARATOR, Node, graph
from kg.export.options import Options
from kg.records import Status, Timeline


def chunks(timeline: Timeline, options: Options) -> Iterator[str]:
    """The file, an event a line."""
    yield '{"events": [\n'
    first = True
    for element in graph(timeline, options):
        slide = _slide(element) if isinstance(element, Node) else None
        if slide:
            yield ("" if first else ",\n") + json.dumps(slide)
            first = False
    yield "\n]}\n"


def _slide(node: Node) -> dict[str, Any] | None:
    values = node.values
    if values["kind"] == "event":
        when = _interval(values.get("earliest"), values.get("latest"))
        days, told = (
            (when.earliest or when.latest, when.latest),
            words(Interval.from_edtf(str(values.get("when", "../..")))),
        )
    elif values["kind"] == "state":
        start = _interval(values.get("start_earliest"), values.get("start_latest"))
        end = _interval(values.get("end_earliest"), values.get("end_latest"))
        days, told = (start.earliest or start.latest or end.latest, end.latest), stretch(start, end)
    else:
        return None
    if days[0] is None or not Status(str(values["status"])).is_real:
        return None
    people = str(values["people"]).replace(SEPARATOR, ", ")
    text = {
        "headline": escape(f"{values['label']}: {people}"),
        "text": _quotes(str(values.get("evidence", ""))),
    }
    dates = {"start_date": _date(days[0]), **({"end_date": _date(days[1])} if days[1] and days[1] > days[0] else {})}
    return {**dates, "display_date": told, "text": text, "group": values["kind"], "unique_id": node.id}


def _interval(earliest: Any, latest: Any) -> Interval:
    first, last = (date.fromisoformat(day) if day else None for day in (earliest, latest))
    return Interval(first, last)


def _quotes(evidence: str) -> str:
    return "".join(f"<p>{escape(quote)}</p>" for quote in evidence.split(SEPARATOR) if quote)


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
