"""GraphML, as Gephi, yEd, Cytoscape and NetworkX read it: http://graphml.graphdrawing.org/specification.html

Each name of a value is one key of one type for nodes and one for edges, declared before the graph; so the file can be
written record by record.
"""

import re
from collections.abc import Iterator

from kg.export.flat import FIELDS, Edge, Node, Value, graph
from kg.export.options import Options
from kg.records import Timeline

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""

# signs, a carriage return (else read as a line feed), and what XML 1.0, section 2.2, forbids even as a number
_SPECIAL = re.compile('[&<>"\r]|[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}


def chunks(timeline: Timeline, options: Options) -> Iterator[str]:
    """The file, an element a piece."""
    yield _HEAD
    for part in ("node", "edge"):
        for name, type in FIELDS.items():
            yield f'<key id="{part}_{name}" for="{part}" attr.name="{name}" attr.type="{type}"/>\n'
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
    return f'<node id="{escaped(node.id)}">{_data("node", node.values)}</node>\n'


def _edge(edge: Edge) -> str:
    ends = f'source="{escaped(edge.source)}" target="{escaped(edge.target)}"'
    return f'<edge id="{escaped(edge.id)}" {ends}>{_data("edge", edge.values)}</edge>\n'


def _data(part: str, values: dict[str, Value]) -> str:
    return "".join([f'<data key="{part}_{name}">{content(value)}</data>' for name, value in values.items()])
