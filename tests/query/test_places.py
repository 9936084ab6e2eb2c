"""Questions that are narrowed to a place: one with a name, or one of a kind."""

import pytest

from kg.build import from_paths
from kg.query.view import Graph
from tests.query.story import ONTOLOGY, story

TEXT = """Ada Roe met Ben Poe at a party in 2010. Ada Roe married Ben Poe in Leeds on 4 May 2012.

Carl Zed met Dora Fox online in 2014. Carl Zed and Dora Fox were married in York on 5 June 2015.

Eve Lark met Finn Dale on the set of the film Hills in 2016."""


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    path = tmp_path_factory.mktemp("places") / "couples.txt"
    path.write_text(TEXT, encoding="utf-8")
    return from_paths([path])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Where did Ada Roe and Ben Poe meet?", {"place": "at a party"}),
        ("Where did Carl Zed meet Dora Fox?", {"place": "online"}),
        ("Did Carl Zed and Dora Fox meet online?", {"yes": True}),
        ("Did Ada Roe and Ben Poe meet at a party?", {"yes": True}),
        ("Did Eve Lark and Finn Dale meet on a film set?", {"yes": True}),
        ("Did Ada Roe and Ben Poe meet online?", {"yes": None}),
        ("Did Ada Roe and Ben Poe meet at a dinner party?", {"yes": None}),
        ("Did Ada Roe and Ben Poe marry in York?", {"yes": False}),
        ("What happened in Leeds?", {"events": [["married", "2012-05-04"]]}),
        ("What happened in York in 2015?", {"events": [["married", "2015-06-05"]]}),
        ("What happened in York in 2012?", {"unknown": True}),
        ("What happened in Or?", {"unknown": True}),  # a part of a word is no place
    ],
)
def test_a_place_narrows_what_is_asked(graph, question, value):
    assert graph.ask(question).value == value


@pytest.mark.parametrize(
    ("question", "couples"),
    [
        ("Which couples met online?", 1),
        ("Which couples met on a film set?", 1),
        ("Which couples met at a funeral?", 0),
        ("Which couples met?", 3),
    ],
)
def test_couples_are_listed_by_where_they_met(graph, question, couples):
    answer = graph.ask(question)
    assert answer.text.count(" met ") == couples


def test_what_only_may_have_happened_then_is_not_told_as_certain():
    told = Graph(story(), ONTOLOGY)
    assert told.ask("What happened in 2016?").value == {"events": [["married", "2016-06-11"]]}
    assert told.ask("What happened in 2007?").value == {"unknown": True}
