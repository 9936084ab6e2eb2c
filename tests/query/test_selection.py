"""Typed selections: events, states and people by type, status, document and Allen's relations, as JSON."""

import json

import pytest

from kg.dates.allen import Allen
from kg.errors import KgError


def chosen(graph, **query):
    return graph.query(json.dumps({"kind": "select", **query}))


def who(*names):
    return [{"name": name} for name in names]


def married(*names, **more):
    return {"happening": {"kind": "state", "type": "married", "people": who(*names)}, **more}


@pytest.mark.parametrize(
    ("query", "value"),
    [
        (
            {"who": who("Nora Vell"), "types": ["engaged", "married"]},
            {"events": [["engaged", "2014-12-24"], ["married", "2016-06-11"]]},
        ),
        ({"who": who("Nora Vell", "Jonah Pike"), "nth": -1}, {"events": [["separated", "2010-11"]]}),
        ({"who": who("Nora Vell", "Jonah Pike"), "nth": 9}, {"unknown": True}),
        ({"status": ["denied"]}, {"events": [["engaged", "2010"]]}),
        ({"status": ["planned"], "who": who("Owen Tarrant")}, {"events": [["married", "2025-06"]]}),
        ({"documents": ["Leith Courier"], "types": ["divorced"]}, {"events": [["divorced", "2022-04-05"]]}),
        ({"documents": ["early"], "types": ["divorced"], "count": True}, {"count": 1}),
        (
            {"select": "people", "who": who("Owen Tarrant"), "types": ["married"]},
            {"people": ["Iris Kemble", "Nora Vell"]},
        ),
        ({"moments": [{"when": "2018-03"}]}, {"events": [["child_born", "2018-03-02"]]}),
        ({"types": ["met"], "moments": [{"relation": "after", "when": "2012"}]}, {"unknown": True}),
        ({"select": "states", "types": ["engaged"], "count": True}, {"count": 2}),
    ],
)
def test_a_selection(graph, query, value):
    assert chosen(graph, **query).value == value


@pytest.mark.parametrize(
    ("relation", "people"),
    [
        ("before", ["Iris Kemble and Owen Tarrant"]),  # 2004 to 2009
        ("overlapped_by", []),
        ("contains", ["Hugo Vell and Petra Lang"]),  # from September 2015, and it goes on
        ("equals", ["Nora Vell and Owen Tarrant"]),
        ("at", ["Hugo Vell and Petra Lang", "Nora Vell and Owen Tarrant"]),
    ],
)
def test_marriages_by_how_they_stand_to_one_of_2016_to_2022(graph, relation, people):
    found = chosen(
        graph, select="states", types=["married"], moments=[married("Nora Vell", "Owen Tarrant", relation=relation)]
    )
    assert [row[1] for row in found.value.get("states", [])] == people


@pytest.mark.parametrize("relation", list(Allen))
def test_each_of_allens_relations_may_be_asked_for(graph, relation):
    found = chosen(graph, select="states", moments=[{"relation": relation, "when": "2015/2018"}])
    assert found.certainty in ("certain", "possible", "unknown")


def test_what_was_denied_is_not_told_as_a_fact(graph):
    assert chosen(graph, status=["denied"]).text == "Denied: Jonah Pike and Nora Vell got engaged in 2010."
    assert chosen(graph, status=["denied"]).certainty == "possible"


def test_a_condition_whose_day_nobody_tells_selects_nothing(graph):
    found = chosen(graph, moments=[{"relation": "after", "happening": {"type": "died", "people": who("Hugo Vell")}}])
    assert found.text == "No source tells when that was which the selection goes by."


def test_a_selection_as_of_a_day(graph):
    query = {"who": who("Nora Vell"), "types": ["separated", "divorced"]}
    assert len(chosen(graph, **query).value["events"]) == 3
    assert chosen(graph, **query, as_of="2020-01-01").value == {"events": [["separated", "2010-11"]]}


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"types": ["maried"]}, "no type is called 'maried'; did you mean 'married'?"),
        ({"moments": [{"relation": "near", "when": "2015"}]}, "no typed question: moments.0.relation: input should be"),
        ({"moments": [{"when": "soon"}]}, "no typed question: moments.0.when: "),
        ({"limit": 3}, "no typed question: limit: extra inputs are not permitted"),
    ],
)
def test_a_wrong_selection_is_one_clear_line(graph, query, message):
    with pytest.raises(KgError) as error:
        chosen(graph, **query)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


def test_only_a_selection_knows_all_relations(graph):
    moments = [{"relation": "overlaps", "when": "2015"}]
    with pytest.raises(KgError, match="only a selection knows 'overlaps'; write at, before or after"):
        graph.query(json.dumps({"kind": "list", "who": who("Nora Vell"), "moments": moments}))
