"""GraphML, as Gephi, yEd, Cytoscape and NetworkX read it: http://graphml.graphdrawing.org/specification.html

Each name of a value is one key of one type for nodes and one for edges, declared before the graph; so the file can be
written record by record. yEd takes labels and colours from no key but its own "drawing", which comes last in a node or
edge: Cytoscape reads no value behind an element that holds others.
"""

import re
from collections.abc import Iterator

from kg.export.flat import FIELDS, Edge, Node, Value, graph
from kg.export.options import Options
from kg.records import Timeline

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd" \
xmlns:y="http://www.yworks.com/xml/graphml">
"""
_OPEN = {part: {name: f'<data key="{part}_{name}">' for name in FIELDS} for part in ("node", "edge")}
_SHAPES = {"person": "ellipse", "event": "roundrectangle", "state": "rectangle", "conflict": "octagon"}

# signs, a carriage return (else read as a line feed), and what XML 1.0, section 2.2, forbids even as a number
_SPECIAL = re.compile('[&<>"\r]|[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}


def chunks(timeline: Timeline, options: Options) -> Iterator[str]:
    """The file, an element a piece."""
    yield _HEAD
    for part in ("node", "edge"):
        for name, type in FIELDS.items():
            yield f'<key id="{part}_{name}" for="{part}" attr.name="{name}" attr.type="{type}"/>\n'
        drawing = f'attr.name="drawing" attr.type="string" yfiles.type="{part}graphics"'
        yield f'<key id="{part}_drawing" for="{part}" {drawing}/>\n'
    yield '<graph id="timeline" edgedefault="directed">\n'
    for element in graph(timeline, options):
        yield _node(element) if isinstance(element, Node) else _edge(element)
    yield "</graph>\n</graphml>\n"


def escaped(text: str) -> str:
    """Text for an element or an attribute; what XML forbids is replaced, so that nothing is lost unseen.

    >>> escaped("Vale & Lind\\x00")
    'Vale &amp; Lind�'
    """
    return _SPECIAL.sub(lambda match: _ESCAPED.get(match[0], "\ufffd"), text) if _SPECIAL.search(text) else text


def content(value: Value) -> str:
    """A value as the text of an element."""
    if isinstance(value, str):
        return escaped(value)
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _node(node: Node) -> str:
    return f'<node id="{escaped(node.id)}">{_data("node", node.values)}{_drawn_node(node.values)}</node>\n'


def _edge(edge: Edge) -> str:
    ends = f'source="{escaped(edge.source)}" target="{escaped(edge.target)}"'
    return f'<edge id="{escaped(edge.id)}" {ends}>{_data("edge", edge.values)}{_drawn_edge(edge.values)}</edge>\n'


def _data(part: str, values: dict[str, Value]) -> str:
    opening = _OPEN[part]
    return "".join([f"{opening[name]}{content(value)}</data>" for name, value in values.items()])


def _drawn_node(values: dict[str, Value]) -> str:
    """What yEd shows: a shape for each kind, its colour, and the label below it."""
    look = f'<y:Fill color="{values["color"]}"/><y:Shape type="{_SHAPES.get(str(values["kind"]), "diamond")}"/>'
    label = f'<y:NodeLabel modelName="sides" modelPosition="s">{content(values.get("label", ""))}</y:NodeLabel>'
    return f'<data key="node_drawing"><y:ShapeNode>{look}{label}</y:ShapeNode></data>'


def _drawn_edge(values: dict[str, Value]) -> str:
    """What yEd shows of a relation or tie; edges of roles, sources and places stay plain lines."""
    if "color" not in values:
        return ""
    line = f'<y:LineStyle color="{values["color"]}" width="2.0"/>'
    arrow = "" if values["symmetric"] else '<y:Arrows target="standard"/>'
    label = f"<y:EdgeLabel>{content(values['label'])}</y:EdgeLabel>"
    return f'<data key="edge_drawing"><y:PolyLineEdge>{line}{arrow}{label}</y:PolyLineEdge></data>'
