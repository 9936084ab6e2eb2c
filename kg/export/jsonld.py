"""JSON-LD, a subject a line: https://www.w3.org/TR/json-ld11/"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from kg.export.jsonl import dumped
from kg.export.options import Options
from kg.export.triples import PREFIXES, Literal, triples
from kg.records import Timeline


def chunks(timeline: Timeline, options: Options) -> Iterator[str]:
    """The file, a subject a line."""
    yield f'{{"@context": {dumped(PREFIXES)},\n"@graph": ['
    comma = "\n"
    for subject, facts in groupby(triples(timeline, options), key=lambda triple: triple[0]):
        node: dict[str, Any] = {"@id": subject.strip("<>")}
        for _, name, value in facts:
            node.setdefault("@type" if name == "rdf:type" else name, []).append(_value(name, value))
        yield comma + dumped(node)
        comma = ",\n"
    yield "\n]}\n"


def _value(name: str, value: str | Literal) -> Any:
    if isinstance(value, Literal):
        text = value.value.encode("utf-8", "replace").decode()
        return text if value.type == "xsd:string" else {"@value": text, "@type": value.type}
    return value if name == "rdf:type" else {"@id": value.strip("<>")}
