import json
from collections.abc import Callable, Mapping

import pytest

from kg.build import from_paths
from kg.query.view import Graph
from tests.query.story import ONTOLOGY, story


@pytest.fixture(scope="session")
def graph() -> Graph:
    return Graph(story(), ONTOLOGY, lambda day: story(as_of=day))


@pytest.fixture(scope="session")
def chronicle(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Mapping[str, str]], Graph]:
    """The graph of facts, a row each, `document | kind | type | people | when | more`, and of their documents' days."""

    def row(line: str, days: Mapping[str, str]) -> str:
        document, kind, type, people, when, more = (cell.strip() for cell in line.split("|"))
        told = {"document": document, "published": days[document], "kind": kind, "type": type}
        told |= {"people": people.split(", "), **({"when": when} if when else {})}
        return json.dumps(told | dict(pair.split("=") for pair in more.split(", ") if pair))

    def chronicle(rows: str, days: Mapping[str, str]) -> Graph:
        path = tmp_path_factory.mktemp("chronicle") / "told.jsonl"
        path.write_text("\n".join(row(line, days) for line in rows.strip().splitlines()), encoding="utf-8")
        return from_paths([path])

    return chronicle
