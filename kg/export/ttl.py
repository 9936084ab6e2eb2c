"""Turtle, a triple a line: https://www.w3.org/TR/turtle/"""

import re
from collections.abc import Iterator

from kg.export.options import Options
from kg.export.triples import PREFIXES, Literal, triples
from kg.records import Timeline

_SPECIAL = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_SURROGATE = re.compile("[\ud800-\udfff]")


def chunks(timeline: Timeline, options: Options) -> Iterator[str]:
    """The file, a triple a line."""
    for prefix, name in PREFIXES.items():
        yield f"@prefix {prefix}: <{name}> .\n"
    for subject, predicate, value in triples(timeline, options):
        yield f"{subject} {predicate} {value if isinstance(value, str) else written(value)} .\n"


def written(literal: Literal) -> str:
    """A literal as Turtle writes it.

    >>> print(written(Literal('a "b"\\n')), written(Literal("2017-01-01", "xsd:date")))
    "a \\u0022b\\u0022\\u000A" "2017-01-01"^^xsd:date
    """
    text = _SPECIAL.sub(lambda match: f"\\u{ord(match[0]):04X}", _SURROGATE.sub("\ufffd", literal.value))
    return f'"{text}"' if literal.type == "xsd:string" else f'"{text}"^^{literal.type}'
