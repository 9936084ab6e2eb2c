"""A Cypher script for Neo4j, Memgraph and others: https://opencypher.org

Run twice, it leaves one graph. Every text stands as a quoted string in which nothing is code.
"""

from collections.abc import Iterator

from kg.export.flat import Edge, Node, Value, category, graph
from kg.export.jsonl import dumped
from kg.export.options import Options
from kg.records import Timeline

_HEAD = "CREATE CONSTRAINT record_id IF NOT EXISTS FOR (n:Record) REQUIRE n.id IS UNIQUE;\n"


def chunks(timeline: Timeline, options: Options) -> Iterator[str]:
    """The script, a statement a line."""
    yield _HEAD
    for element in graph(timeline, options):
        yield _node(element) if isinstance(element, Node) else _edge(element)


def quoted(value: Value) -> str:
    """A value as Cypher writes it.

    >>> quoted("it's \\"so\\"\\n")
    '"it\\'s \\\\"so\\\\"\\\\n"'
    """
    if isinstance(value, str):
        return dumped(value.encode("utf-8", "replace").decode())
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _node(node: Node) -> str:
    return f"MERGE (n:Record:{category(node)} {{id: {quoted(node.id)}}}) SET n += {_map(node.values)};\n"


def _edge(edge: Edge) -> str:
    ends = f"MATCH (a:Record {{id: {quoted(edge.source)}}}), (b:Record {{id: {quoted(edge.target)}}})"
    return f"{ends} MERGE (a)-[r:{category(edge)} {{id: {quoted(edge.id)}}}]->(b) SET r += {_map(edge.values)};\n"


def _map(values: dict[str, Value]) -> str:
    return "{" + ", ".join(f"`{name}`: {quoted(value)}" for name, value in values.items()) + "}"
