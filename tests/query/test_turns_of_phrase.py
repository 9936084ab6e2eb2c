"""Turns of phrase of reporters, biographers and genealogists: a question, and the answer's value."""

import json
from pathlib import Path

import pytest

from kg.build import from_paths
from kg.query.view import Graph
from tests.query.story import ONTOLOGY, story

NORA, OWEN = "Nora Vell", "Owen Tarrant"
STORY = {
    "Which actor did Nora Vell work with on Salt Harbour?": {"people": [OWEN]},
    "In what part of Scotland did Nora Vell and Owen Tarrant meet?": {"place": "Leith"},
    "Which place saw the engagement of Nora Vell and Owen Tarrant?": {"place": "Lisbon"},
    "What year did Nora Vell's daughter Tilda arrive?": {"when": "2018-03-02"},
    "When did the marriage of Nora Vell and Owen Tarrant fall apart?": {"when": "2020-10"},
    "When was the union of Nora Vell and Owen Tarrant dissolved?": {"when": "2022-04-05"},
    "To whom was Owen Tarrant betrothed in February 2024?": {"people": ["Lise Amory"]},
    "What date had Owen Tarrant and Lise Amory set for their wedding?": {"when": "2025-06"},
    "Who succeeded Iris Kemble as Owen Tarrant's wife?": {"people": [NORA]},
    "Who preceded Nora Vell as Owen Tarrant's wife?": {"people": ["Iris Kemble"]},
    "Who fathered Tilda Tarrant?": {"people": [OWEN]},
    "Is Hugo Vell married, and to whom?": {"people": ["Petra Lang"]},
    "Did Nora Vell and Owen Tarrant marry, and if so, when?": {"when": "2016-06-11"},
    "Which of Ruth Vell's children married Petra Lang?": {"people": ["Hugo Vell"]},
    "Which of Ruth Vell's children married first?": {"people": ["Hugo Vell"]},
    "Who is the elder of Owen Tarrant's children?": {"people": ["Milo Tarrant"]},
    "Which of Owen Tarrant's children has Iris Kemble as a mother?": {"people": ["Milo Tarrant"]},
    "Who are Owen Tarrant's children with Nora Vell?": {"people": ["Tilda Tarrant"]},
    "What issue did Owen Tarrant have by Iris Kemble?": {"people": ["Milo Tarrant"]},
    "Give the children of Owen Tarrant in order of birth.": {"people": ["Milo Tarrant", "Tilda Tarrant"]},
    "Who are the half-siblings of Tilda Tarrant?": {"people": ["Milo Tarrant"]},
    "Who is Tilda Tarrant's maternal grandmother?": {"people": ["Ruth Vell"]},
    "Who is Tilda Tarrant's maternal uncle?": {"people": ["Hugo Vell"]},
    "How many grandchildren did Ruth Vell have?": {"count": 1},
    "Does Nora Vell have a brother?": {"yes": True},
    "Does Petra Lang have a sister?": {"yes": None},
    "Does Nora Vell have children?": {"yes": True},
    "How soon after the wedding did Nora Vell give birth?": {"years": [1.72, 1.72]},
    "How long was Owen Tarrant single between Iris Kemble and Nora Vell?": {"years": [6.45, 7.44]},
    "Who was Nora Vell with between her split from Jonah Pike and the birth of Tilda Tarrant?": {"people": [OWEN]},
    "Did Nora Vell have a child before her friend Ruth Vell's death?": {"yes": False},
    "Was Nora Vell, the painter married in Leith, engaged in 2015?": {"yes": True},
}

STORY |= {
    "Where was Nora Vell when she married?": {"place": "Saint Bride's"},
    "Which of Owen Tarrant's two children is younger?": {"people": ["Tilda Tarrant"]},
    "What was the name of Nora Vell's relative who died in 2015?": {"unknown": True},
    "Who was the mother of Hugo Vell who died in 2015?": {"people": ["Ruth Vell"]},
    "Where was Ruth Vell buried?": {"unknown": True},
    "When was the funeral of Ruth Vell?": {"unknown": True},
    "Is Nora Vell a mother?": {"yes": True},
    "Was Ruth Vell a grandmother?": {"yes": True},
    "How many years apart were Owen Tarrant's two weddings?": {"years": [11.78, 11.86]},
    "How long after losing Ruth Vell did Nora Vell marry Owen Tarrant?": {"years": [1.39, 1.39]},
    "Was Tilda Tarrant born before her parents' wedding?": {"yes": False},
    "Was Petra Lang pregnant when she married Hugo Vell?": {"yes": None},
    "Where was Owen Tarrant's wedding in 2016?": {"place": "Saint Bride's"},
    "How many years had Hugo Vell and Petra Lang been married by September 2020?": {"years": [5.0, 5.08]},
}

LIVES = [
    {"kind": "event", "type": "married", "people": ["Anna Roy", "Carl Roy (judge)"], "when": "1850-05-01"},
    {"kind": "event", "type": "widowed", "people": ["Anna Roy", "Carl Roy (judge)"], "when": "1860-05-01"},
    {"kind": "event", "type": "died", "people": ["Carl Roy (judge)"], "when": "1860-05-01"},
    {"kind": "event", "type": "married", "people": ["Anna Roy", "Emil Roy"], "when": "1865-05-01"},
    {"kind": "event", "type": "married", "people": ["Kit Vale", "Joan Marsh"], "when": "1861"},
    {"kind": "event", "type": "divorced", "people": ["Kit Vale", "Joan Marsh"], "when": "1863"},
    {"kind": "event", "type": "reconciled", "people": ["Kit Vale", "Joan Marsh"], "when": "1866"},
    {"kind": "event", "type": "married", "people": ["Kit Vale", "Joan Marsh"], "when": "1870-02-03"},
    {"kind": "event", "type": "died", "people": ["Emil Roy"], "when": "1890-02-03"},
    {"kind": "event", "type": "born", "people": ["Emil Roy"], "when": "1820-02-01"},
    {"kind": "event", "type": "child_born", "people": ["Carl Roy (judge)"], "child": "Ida Roy", "when": "1851"},
    {"kind": "event", "type": "adopted", "people": ["Emil Roy"], "child": "Nell"},
    {"kind": "kin", "type": "parent_of", "people": ["Emil Roy", "Carl Roy (sailor)"]},
    {"kind": "event", "type": "worked_together", "people": ["Emil Roy", "Tom Rook"], "work": "Roy Rules"},
    {"kind": "event", "type": "worked_together", "people": ["Joan Marsh", "Tom Rook"], "work": "Nell"},
]
OLD = {
    "How long did Anna Roy live as a widow?": {"years": [5.0, 5.0]},
    "How many years after the death of the judge Carl Roy did his widow marry again?": {"years": [5.0, 5.0]},
    "Who was Carl Roy the judge's daughter?": {"people": ["Ida Roy"]},
    "When did the sailor Carl Roy marry?": {"unknown": True},
    "When was Anna Roy left a widow?": {"when": "1860-05-01"},
    "Is Anna Roy a widow?": {"yes": True},
    "When did Anna Roy lose her first husband?": {"when": "1860-05-01"},
    "How long were Kit Vale and Joan Marsh divorced before they remarried?": {"years": [6.09, 7.09]},
    "Who played with Tom Rook on Roy Rules?": {"people": ["Emil Roy"]},
    "How old did Emil Roy live to be?": {"years": [70, 70]},
    "At what age did Emil Roy die?": {"years": [70, 70]},
    "Who was Emil Roy's adopted daughter?": {"people": ["Nell"]},
    "Was Kit Vale married to Joan Marsh in 1875?": {"yes": True},  # that they courted before is no word against it
    "Is Kit Vale married to Joan Marsh again?": {"yes": True},
    "Who worked on Roy Rules with Tom Rook?": {"people": ["Emil Roy"]},
    "Who starred in Nell with Tom Rook?": {"people": ["Joan Marsh"]},  # a title, though somebody is called so, too
    "With whom did Tom Rook work on Ida?": {"unknown": True},
    "On what did Joan Marsh work with Tom Rook?": {"work": "Nell"},
}


STORY |= {
    "wives of Owen Tarrant": {"people": ["Iris Kemble", NORA]},
    "Owen Tarrant's wives?": {"people": ["Iris Kemble", NORA]},
    "the mother of Hugo Vell": {"people": ["Ruth Vell"]},
    "when did nora vell and owen tarrant devorce": {"when": "2022-04-05"},
    "Wehn did Nora Vell die?": {"unknown": True},
    "Wehn did Ruth Vell die?": {"when": "2015-01-20"},
    "who was owen tarrant maried to in 2005": {"people": ["Iris Kemble"]},
    "Was Nora Vell engagd to Owen Tarrant in 2015?": {"yes": True},
    "Did Nora Vell look out of the window?": {"unknown": True},  # no widow
}


@pytest.fixture(scope="module")
def told() -> Graph:
    return Graph(story(), ONTOLOGY)


@pytest.fixture(scope="module")
def lives(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    path = tmp_path_factory.mktemp("lives") / "lives.jsonl"
    path.write_text("\n".join(map(json.dumps, LIVES)), encoding="utf-8")
    return from_paths([path])


@pytest.mark.parametrize(("question", "value"), STORY.items())
def test_of_the_story(told: Graph, question: str, value: dict[str, object]) -> None:
    assert told.ask(question).value == value


@pytest.mark.parametrize(("question", "value"), OLD.items())
def test_of_lives_long_ago(lives: Graph, question: str, value: dict[str, object]) -> None:
    assert lives.ask(question).value == value


def test_what_is_planned_is_told_as_expected(told: Graph) -> None:
    assert told.ask("When are Owen Tarrant and Lise Amory going to marry?").text == (
        "The wedding of Owen Tarrant and Lise Amory is expected in June 2025."
    )


def test_a_word_that_is_read_as_another_is_noted(told: Graph) -> None:
    answer = told.ask("When did Nora Vell and Owen Tarrant seperate?")
    assert answer.value == {"when": "2020-10"}
    assert "'seperate' is read as 'separate'" in answer.steps


def test_the_other_one_is_not_the_one_last_spoken_of(told: Graph) -> None:
    talk = told.conversation()
    first, other = (talk.ask(f"Who was Owen Tarrant's {which} wife?") for which in ("first", "other"))
    assert (first.value, other.value) == ({"people": ["Iris Kemble"]}, {"people": [NORA]})


def test_both_marriages_of_a_couple_are_told(tmp_path: Path) -> None:
    """The wife of two marriages is one person, who was it twice."""
    rows = [("married", "1964"), ("divorced", "1974"), ("married", "1975"), ("divorced", "1982")]
    events = [{"kind": "event", "type": type, "people": ["Ann Roe", "Bob Poe"], "when": when} for type, when in rows]
    ann = {"kind": "person", "name": "Ann Roe", "gender": "female"}
    path = tmp_path / "facts.jsonl"
    path.write_text("\n".join(map(json.dumps, [ann, *events])), encoding="utf-8")
    graph = from_paths([path])
    for question in ("Who was Bob Poe's wife?", "Who was Bob Poe married to?"):
        answer = graph.ask(question)
        assert answer.value == {"people": ["Ann Roe"]}
        assert answer.text.endswith("Ann Roe from 1964 until 1974 and from 1975 until 1982.")
