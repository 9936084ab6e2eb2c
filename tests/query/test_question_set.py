"""The project's own questions over the sample corpus, asked on its gold taken as facts: the query layer alone.

A third of the questions, marked "test", was never looked at while the parser was improved.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kg.build import from_paths
from kg.evaluate.facts import chronology
from kg.evaluate.gold import GoldQuestion, load
from kg.evaluate.questions import answered, is_right
from kg.evaluate.runs import published_in
from kg.query.view import Graph

DATA = Path(__file__).parents[2] / "data"
GOLD = load(DATA / "expected.json")
QUESTIONS = [json.loads(line) for line in (DATA / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
FLOOR = {"dev": 0.98, "test": 0.95}  # what was reached


@pytest.fixture(scope="module")
def gold_graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    file = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    file.write_text(chronology(DATA / "expected.json", published_in(DATA)), encoding="utf-8")
    return from_paths([file])


def right(graph: Graph, question: dict[str, Any]) -> bool:
    """Whether the answer is the one written down; a source must be named as one, and a list be in order."""
    asked = GoldQuestion(q=question["q"], a=question["a"])
    answer = answered(asked, graph.ask)
    if "says" in question["a"] and not {"says", "when"} & set(answer.value):
        return False
    return is_right(asked, answer, GOLD.people)


def test_set_is_as_large_and_as_varied_as_promised() -> None:
    kinds = Counter(question["kind"] for question in QUESTIONS)
    tests = sum(question["split"] == "test" for question in QUESTIONS)
    assert len(QUESTIONS) >= 300
    assert len(kinds) == 18
    assert min(kinds.values()) >= 15
    assert tests * 3 >= len(QUESTIONS)
    assert len({question["q"] for question in QUESTIONS}) == len(QUESTIONS)


@pytest.mark.parametrize("split", ["dev", "test"])
def test_questions_are_answered(gold_graph: Graph, split: str, record_property: Any) -> None:
    asked = [question for question in QUESTIONS if question["split"] == split]
    found = sum(right(gold_graph, question) for question in asked)
    record_property("right", f"{found} of {len(asked)}")
    print(f"{split}: {found} of {len(asked)}")
    assert found / len(asked) >= FLOOR[split]
