"""Imports go one way: a module imports its own stage and earlier ones, whichever way the import is written."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

KG = Path(__file__).parent.parent / "kg"
# in the order in which documents travel; those on one line know nothing of each other
STAGES = (
    ("errors",),
    ("dates",),
    ("ontology",),
    ("records",),
    ("read", "nlp"),
    ("extract",),
    ("store",),
    ("resolve",),
    ("graph", "query"),
    ("export",),
    ("show",),
    ("forgotten",),
    ("importing",),
    ("build",),
    ("evaluate", "judgement", "forgetting", "reviewing", "comparing", "checking"),
    ("train",),
    ("cli",),
)
RANK = {stage: rank for rank, stages in enumerate(STAGES) for stage in stages}
FILES = sorted(path for path in KG.rglob("*.py") if path.parent != KG or path.stem in RANK)


def imported(source: str) -> Iterator[str]:
    """The modules of kg that a module's source imports, at its top or inside a function, by statement or by name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "kg")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "kg":
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "import_module":
            yield from (each.value for each in node.args[:1] if isinstance(each, ast.Constant) and "kg." in each.value)


def faults(stage: str, source: str) -> list[str]:
    """The imports that a module of this stage may not have."""
    return [name for name in imported(source) if not is_allowed(stage, name)]


def is_allowed(stage: str, name: str) -> bool:
    other = [*name.split("."), ""][1]
    if stage == "cli":  # all that it needs is public, or a table to print
        return name == "kg" or other in ("cli", "show")
    if stage == "extract" and other == "nlp":  # rules read what is on a Doc, not how it got there
        return name.startswith("kg.nlp.marks")
    return other == stage or (other in RANK and RANK[other] < RANK[stage])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(KG)))
def test_module_imports_only_its_own_stage_and_earlier_ones(path):
    stage = path.relative_to(KG).parts[0].removesuffix(".py")
    assert faults(stage, path.read_text()) == []


@pytest.mark.parametrize(
    ("stage", "source"),
    [
        ("dates", "from kg.records import Claim"),
        ("read", "from kg import nlp"),
        ("records", "import kg.store"),
        ("query", "def f():\n    from kg.build import open"),
        ("query", "import_module('kg.export')"),
        ("query", "import importlib\nimportlib.import_module('kg.show.tables')"),
        ("extract", "from kg.nlp.pipeline import load"),
        ("cli", "from kg.store import Store"),
        ("resolve", "from kg.train import loop"),
        ("errors", "import kg"),
    ],
)
def test_imports_that_go_the_wrong_way_are_seen(stage, source):
    assert faults(stage, source)


@pytest.mark.parametrize(
    ("stage", "source"),
    [
        ("records", "from kg.dates.interval import Interval"),
        ("extract", "from kg.nlp import marks"),
        ("extract", "from kg.nlp.marks import Mention"),
        ("cli", "import kg\nfrom kg.show import tables"),
        ("store", "import sqlite3"),
    ],
)
def test_imports_that_go_the_right_way_are_left_alone(stage, source):
    assert faults(stage, source) == []


def test_running_kg_needs_no_torch():
    """Only `train` may import torch, and nothing imports `train`."""
    for path in FILES:
        if path.relative_to(KG).parts[0] != "train":
            assert "import torch" not in path.read_text(), path
