import networkx
import pytest

from kg.graph import build, place_id
from kg.ontology.load import load
from kg.resolve.timeline import timeline
from tests.resolve.sources import Source

ANN, BOB, ZOE = "Ann Lee", "Bob Ray", "Zoe Ray"


@pytest.fixture(scope="module")
def found():
    source = Source("a", "2020-09-14").says("married", ANN, BOB, when="2001-05", place="Leeds")
    source.says("married", ANN, BOB).says("child_born", ANN, BOB, child=ZOE).says("divorced", ANN, BOB, when="2010")
    return timeline([source.document], [source.reading], [], load())


@pytest.fixture(scope="module")
def graph(found):
    return build(found)


def node(graph, label):
    (found,) = [node for node, data in graph.nodes(data=True) if data["label"] == label]
    return found


def test_people_events_documents_and_places_are_nodes(graph, found):
    kinds = sorted(data["kind"] for _, data in graph.nodes(data=True))
    assert kinds == ["document", "event", "event", "event", "person", "person", "person", "place"]
    assert set(graph) == {each.id for each in (*found.people, *found.events, *found.documents)} | {place_id("Leeds")}


def test_an_event_carries_its_day(graph):
    data = graph.nodes[node(graph, f"married: {ANN} and {BOB}")]
    assert (data["when"], data["earliest"], data["latest"]) == ("2001-05", "2001-05-01", "2001-05-31")


def test_people_take_part_in_their_role(graph):
    birth = node(graph, f"child_born: {ANN} and {BOB} and {ZOE}")
    roles = {graph.nodes[person]["label"]: data["role"] for person, _, data in graph.in_edges(birth, data=True)}
    assert roles == {ANN: "parent", BOB: "parent", ZOE: "child"}


def test_each_claim_is_an_edge_from_its_event_to_its_document(graph, found):
    wedding = next(event for event in found.events if event.type == "married")
    quotes = [data["quote"] for _, _, data in graph.out_edges(wedding.id, data=True) if data["kind"] == "evidence"]
    assert sorted(quotes) == sorted(claim.evidence.quote for claim in wedding.claims)


def test_states_join_people_with_their_bounds(graph):
    between = graph.get_edge_data(node(graph, ANN), node(graph, BOB))
    marriage = next(data for data in between.values() if data.get("type") == "married")
    assert (marriage["start_earliest"], marriage["end_latest"]) == ("2001-05-01", "2010-12-31")


def test_a_parent_points_to_the_child(graph):
    assert any(data["kind"] == "kin" for data in graph.get_edge_data(node(graph, ANN), node(graph, ZOE)).values())
    assert not graph.has_edge(node(graph, ZOE), node(graph, ANN))


def test_every_value_is_plain(graph):
    values = [value for _, data in graph.nodes(data=True) for value in data.values()]
    values += [value for *_, data in graph.edges(data=True) for value in data.values()]
    assert {type(value) for value in values} <= {str, int, float, bool}


def test_everyones_algorithms_run_on_it(graph):
    assert networkx.is_weakly_connected(graph)
