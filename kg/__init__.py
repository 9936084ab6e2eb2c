"""Prose about people in, a dated graph of who was what to whom out.

import kg
graph = kg.from_paths(["data"])
print(graph.ask("When did Ada Lovelace marry?"))
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

# public name -> the module that holds it, imported when the name is first used
_HOMES = {
    "kg.checking": ("check",),
    "kg.comparing": ("compare",),
    "kg.forgetting": ("forget",),
    "kg.reviewing": ("review",),
    "kg.build": ("build_store", "export_store", "from_paths", "give_metadata", "import_facts", "open", "text_times"),
    "kg.dates.interval": ("Certainty", "Duration", "Granularity", "Interval"),
    "kg.errors": ("InputError", "KgError", "ModelError", "OntologyError", "StoreError", "UnknownName"),
    "kg.evaluate.runs": ("score", "score_facts"),
    "kg.export": ("formats", "write"),
    "kg.export.jsonl": ("json_line",),
    "kg.judgement": ("decisions", "on_claims", "on_date", "on_people"),
    "kg.nlp.pipeline": ("load",),
    "kg.nlp.times": ("time_expressions",),
    "kg.query.view": ("Graph",),
    "kg.read": ("Given", "Skip", "find_day", "given_rows"),
    "kg.records": (
        *("Anchor", "Answer", "Claim", "Conflict", "Document", "Event", "Evidence", "Judgement", "Kin", "Person"),
        *("Reading", "State", "Status", "TimeExpression", "Timeline"),
    ),
    "kg.show.notebook": ("plot", "plot_map", "plot_stints", "table"),
    "kg.show.plots": ("save",),
    "kg.show.report": ("write_report",),
    "kg.store": ("Store",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}
__all__ = sorted(_HOME)


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
