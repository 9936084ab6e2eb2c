"""A timeline as a file: one module a format, chosen by name or by the file's suffix.

A format is a function `chunks(timeline, options)` that yields the file's text (or bytes) piece by piece, so that a
million events pass through little memory; one that needs several files has `files(timeline, options)` instead, which
yields pairs of a name and such pieces, and writes a folder. Another package adds a format by an entry point in the
group `kg.exporters` whose name is the suffix and whose object is the module.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import IO, Any, cast

from kg.errors import KgError, unknown
from kg.export.options import Everything, Options
from kg.export.target import pour, write_file, write_folder
from kg.records import Timeline


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a timeline: its name, which is also the suffix, and what it is for."""

    name: str
    about: str
    load: Callable[[], ModuleType] = field(compare=False)
    shapes: tuple[str, ...] = ()


__all__ = ["Everything", "Format", "Options", "find_format", "formats", "write"]

_OWN = {
    "csv": ("a folder of two CSV files for Neo4j's bulk import", ("events", "people")),
    "cypher": ("a script for Neo4j and other Cypher databases", ("events", "people")),
    "ged": ("GEDCOM 7 for family trees", ()),
    "gexf": ("graph with lifetimes for Gephi's timeline", ("people", "events")),
    "graphml": ("graph for Gephi, yEd, Cytoscape, NetworkX", ("events", "people")),
    "jsonld": ("linked data as JSON-LD, with PROV-O and OWL-Time", ()),
    "ttl": ("linked data as Turtle, with PROV-O and OWL-Time", ()),
    "parquet": ("a folder of tables for pandas, DuckDB and Spark (extra: parquet)", ()),
    "mermaid": ("a timeline diagram for a README", ()),
    "timelinejs": ("JSON for TimelineJS", ()),
    "jsonl": ("one JSON record a line; with everything, a store can be made from it again", ()),
}


def formats() -> dict[str, Format]:
    """All formats by name, those of other packages included, in the order of their names."""
    found = {
        point.name: Format(point.name, f"by {point.dist.name if point.dist else point.value}", point.load)
        for point in entry_points(group="kg.exporters")
    }
    for name, (about, shapes) in _OWN.items():
        found[name] = Format(name, about, partial(import_module, f"kg.export.{name}"), shapes)
    return dict(sorted(found.items()))


def find_format(name: str) -> Format:
    """The format called `name`, or the one of a file called so.

    >>> find_format("out.graphml").name, find_format("jsonl").name
    ('graphml', 'jsonl')
    """
    known = formats()
    suffix = Path(name).suffix.lstrip(".").lower() or name.lower()
    if suffix not in known:
        raise KgError(f"{unknown('export format', suffix, known)}; known are {', '.join(known)}")
    return known[suffix]


def write(
    timeline: Timeline,
    target: str | Path | IO[Any],
    *,
    format: str | None = None,
    shape: str = "",
    real: bool = False,
    full: Everything | None = None,
) -> None:
    """Write `timeline` to a path or an open stream, all of it or nothing.

    `format` is a name of `formats()`; without one, a path's suffix says. Text goes to a stream as the stream takes it.
    """
    path = Path(target) if isinstance(target, (str, Path)) else None
    if path is None and format is None:
        raise KgError(f"name the format to write to a stream: {', '.join(formats())}")
    chosen = find_format(format or str(path))
    options = Options(real=real, full=full, shape=_shape(chosen, shape))
    module = chosen.load()
    if hasattr(module, "files"):
        if path is None:
            raise KgError(f"the format {chosen.name} makes several files: name a folder to write them to")
        write_folder(path, module.files(timeline, options))
    elif path is None:
        pour(module.chunks(timeline, options), cast(IO[Any], target))
    else:
        write_file(path, module.chunks(timeline, options))


def _shape(format: Format, shape: str) -> str:
    if shape and shape not in format.shapes:
        known = ", ".join(format.shapes) or "none"
        raise KgError(f"{unknown(f'shape of {format.name}', shape, format.shapes)}; known are {known}")
    return shape or next(iter(format.shapes), "")
