"""Two CSV files in a folder, with the headers that Neo4j's bulk import reads: nodes.csv and relationships.csv.

`neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv --multiline-fields=true`
A text that a spreadsheet would run as a formula has an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from kg.export.flat import FIELDS, Edge, Node, Value, category, graph
from kg.export.options import Options
from kg.records import Timeline

_TYPES = {"string": "", "int": ":int", "double": ":double", "boolean": ":boolean"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def files(timeline: Timeline, options: Options) -> Iterator[tuple[str, Iterator[str]]]:
    """The two files, by name; the timeline is gone through once for each."""
    yield "nodes.csv", _nodes(timeline, options)
    yield "relationships.csv", _relationships(timeline, options)


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> safe("=1+1"), safe("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _nodes(timeline: Timeline, options: Options) -> Iterator[str]:
    yield _line(["id:ID", ":LABEL", *_headings()])
    for element in graph(timeline, options):
        if isinstance(element, Node):
            yield _line([element.id, category(element), *_cells(element.values)])


def _relationships(timeline: Timeline, options: Options) -> Iterator[str]:
    yield _line(["id", ":START_ID", ":END_ID", ":TYPE", *_headings()])
    for element in graph(timeline, options):
        if isinstance(element, Edge):
            yield _line([element.id, element.source, element.target, category(element), *_cells(element.values)])


def _headings() -> list[str]:
    return [name + _TYPES[type] for name, type in FIELDS.items()]


def _cells(values: dict[str, Value]) -> list[str]:
    return [_cell(values.get(name, "")) for name in FIELDS]


def _cell(value: Value) -> str:
    if isinstance(value, str):
        return safe(value.encode("utf-8", "replace").decode())
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
