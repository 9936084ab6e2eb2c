"""GEXF with lifetimes, for Gephi's timeline: https://gexf.net/1.2/gexf-12draft-primer.pdf

A node or edge exists from its first possible day to its last; one without dates, always. No attribute may be called
"type", which GEXF keeps for the direction of an edge, so the type of an event is its "what".
"""

from collections.abc import Iterator

from kg.export.flat import FIELDS, Edge, Node, Value, graph
from kg.export.graphml import content, escaped
from kg.export.options import Options
from kg.records import Timeline

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
<graph mode="dynamic" defaultedgetype="directed" timeformat="date">
"""
_TYPES = {"int": "integer"}
_LIVES = (("earliest", "latest"), ("start_earliest", "end_latest"))  # of an event, of a state
_LOOKS = frozenset(("label", "color", "r", "g", "b"))  # told by attributes and elements of their own


def chunks(timeline: Timeline, options: Options) -> Iterator[str]:
    """The file, an element a piece; the timeline is gone through twice, as nodes come before edges."""
    yield _HEAD
    for part in ("node", "edge"):
        yield f'<attributes class="{part}">\n'
        for name, type in FIELDS.items():
            if name not in _LOOKS:
                yield f'<attribute id="{name}" title="{_title(name)}" type="{_TYPES.get(type, type)}"/>\n'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for element in graph(timeline, options):
        if isinstance(element, Node):
            yield f'<node id="{escaped(element.id)}"{_ends(element.values)}>{_inside(element.values)}</node>\n'
    yield "</nodes>\n<edges>\n"
    for element in graph(timeline, options):
        if isinstance(element, Edge):
            ends = f'source="{escaped(element.source)}" target="{escaped(element.target)}"'
            yield f'<edge id="{escaped(element.id)}" {ends}{_ends(element.values)}>{_inside(element.values)}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _title(name: str) -> str:
    return "what" if name == "type" else name


def _ends(values: dict[str, Value]) -> str:
    """The label, and the first and last possible day."""
    told = f' label="{_attribute(values["label"])}"' if "label" in values else ""
    for first, last in _LIVES:
        for name, field in (("start", first), ("end", last)):
            told += f' {name}="{values[field]}"' if field in values else ""
    return told


def _inside(values: dict[str, Value]) -> str:
    told = "".join(
        f'<attvalue for="{name}" value="{_attribute(value)}"/>' for name, value in values.items() if name not in _LOOKS
    )
    colour = f'<viz:color r="{values["r"]}" g="{values["g"]}" b="{values["b"]}"/>' if "r" in values else ""
    return f"<attvalues>{told}</attvalues>{colour}"


def _attribute(value: Value) -> str:
    """A value between quotation marks, where a bare line feed or tab would come back as a space."""
    return content(value).replace("\n", "&#10;").replace("\t", "&#9;")
