import io

import networkx
import pytest
from lxml import etree

from kg.export import Options, write
from kg.export.flat import SEPARATOR, Edge, Node, graph
from kg.export.jsonl import records


def legal(text):
    return text.translate({0: "\ufffd", 0x1B: "\ufffd"})


def read(timeline, **options):
    stream = io.BytesIO()
    write(timeline, stream, format="graphml", **options)
    return networkx.read_graphml(io.BytesIO(stream.getvalue()), force_multigraph=True)


def nodes(graph, kind):
    return {id: data for id, data in graph.nodes(data=True) if data["kind"] == kind}


def test_every_person_event_state_and_document_comes_back(couple):
    back, rows = read(couple), list(records(couple))
    for kind in ("person", "event", "state", "document", "conflict"):
        assert set(nodes(back, kind)) == {row["id"] for row in rows if row["kind"] == kind}
    for row in rows:
        check = {"person": person, "event": event, "state": state, "document": document}.get(row["kind"])
        if check:
            check(row, back.nodes[row["id"]])


def person(row, data):
    assert (data["name"], data["label"], data["mentions"], data["unnamed"]) == (
        row["name"],
        row["name"],
        row["mentions"],
        row["unnamed"],
    )
    assert data.get("aliases", "") == SEPARATOR.join(row["aliases"])


def event(row, data):
    when = row["when"] or {"edtf": None, "earliest": None, "latest": None}
    assert [data.get(name) for name in ("type", "status", "basis", "place", "work", "score")] == [
        row[name] for name in ("type", "status", "basis", "place", "work", "score")
    ]
    assert [data.get(name) for name in ("when", "earliest", "latest")] == list(when.values())
    assert data.get("earliest_number") == (when["earliest"] and int(when["earliest"].replace("-", "")))
    assert data.get("bounds_latest") == row["bounds"]["latest"]
    assert data["color"] == f"#{data['r']:02x}{data['g']:02x}{data['b']:02x}"


def state(row, data):
    assert (data["type"], data["stint"], data["status"]) == (row["type"], row["stint"], row["status"])
    for end in ("start", "end"):
        assert [data.get(f"{end}_{name}") for name in ("earliest", "latest", "basis")] == list(row[end].values())


def document(row, data):
    assert [data.get(name) for name in ("title", "publisher", "published", "source")] == [
        legal(row[name]) if row[name] else None for name in ("title", "publisher", "published", "source")
    ]


def test_every_quote_hangs_between_its_event_and_its_document(couple):
    back, names = read(couple), ("document", "start", "end", "field", "status", "said_by", "found_by", "score")
    found = {
        (source, data["quote"], target, *(data.get(name) for name in names[1:]))
        for source, target, data in back.edges(data=True)
        if data["kind"] == "evidence"
    }
    assert found == {
        (row["id"], legal(claim["quote"]), *(claim[name] for name in names))
        for row in records(couple)
        if row["kind"] in ("event", "state")
        for claim in row["claims"]
    }


def test_every_role_and_tie_is_an_edge(couple):
    back = read(couple)
    roles = {(a, b, data["role"]) for a, b, data in back.edges(data=True) if data["kind"] == "role"}
    assert ("e7", "p4", "child") in roles
    assert len(roles) == sum(len(record.people) for record in (*couple.events, *couple.states))
    ties = {(a, b, data["type"], data["symmetric"]) for a, b, data in back.edges(data=True) if data["kind"] == "kin"}
    assert ties == {("p1", "p4", "parent_of", False), ("p5", "p2", "sibling_of", True)}


def test_in_the_shape_of_people_each_stint_is_a_dated_edge(couple):
    back = read(couple, shape="people")
    assert set(back.nodes) == {"p1", "p2", "p3", "p4", "p5", "p6"}
    edges = {
        (a, b, data["type"], data["label"], data.get("start_earliest"), data.get("end_latest"))
        for a, b, data in back.edges(data=True)
        if data["kind"] == "state"
    }
    assert edges == {
        ("p1", "p2", "dating", "dating", "2017-01-01", "2023-12-24"),
        ("p1", "p2", "engaged", "engaged (rumoured)", None, None),
        ("p1", "p3", "dating", "dating", "2014-01-01", "2016-12-31"),
    }
    assert back.edges["p1", "p2", "s1:0"]["documents"] == "d1"
    assert "They moved in together this year" in back.edges["p1", "p2", "s1:0"]["evidence"]


def test_what_is_not_simply_asserted_says_so_in_its_label(couple):
    back = read(couple)
    labels = {id: back.nodes[id]["label"] for id in ("e1", "e4", "e5", "e6")}
    assert labels == {"e1": "met", "e4": "engaged (rumoured)", "e5": "separated (reported)", "e6": "married (denied)"}
    assert "e6" not in read(couple, real=True)


def test_no_edge_leads_nowhere(couple):
    torn = couple.conflicts[0].model_copy(update={"events": ("e1", "e6")})
    timeline = couple.model_copy(update={"conflicts": (torn,)})
    for shape in ("events", "people"):
        elements = list(graph(timeline, Options(real=True, shape=shape)))
        known = {element.id for element in elements if isinstance(element, Node)}
        edges = [element for element in elements if isinstance(element, Edge)]
        assert all(edge.source in known and edge.target in known for edge in edges)
        assert len({edge.id for edge in edges}) == len(edges)


@pytest.mark.parametrize("shape", ["events", "people"])
def test_the_xml_is_valid_whatever_the_sources_hold(couple, shape):
    stream = io.BytesIO()
    write(couple, stream, format="graphml", shape=shape)
    root = etree.fromstring(stream.getvalue())
    name = "{http://graphml.graphdrawing.org/xmlns}"
    keys = {key.get("id"): key.get("for") for key in root.iter(f"{name}key")}
    for data in root.iter(f"{name}data"):
        assert f"{name}{keys[data.get('key')]}" == data.getparent().tag


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb", "a\r\nb"),
        ("tab\tand <b> & \"q\" 'q' ]]>", "tab\tand <b> & \"q\" 'q' ]]>"),
        ("\x00\x1b\ud800\ufffe", "\ufffd" * 4),
    ],
)
def test_text_comes_back_to_the_character(couple, text, kept):
    odd = couple.people[0].model_copy(update={"name": text, "id": "p2"})
    assert read(couple.model_copy(update={"people": (odd,)})).nodes["p2"]["name"] == kept


def test_yed_finds_labels_and_colours_in_its_own_elements(couple):
    stream = io.BytesIO()
    write(couple, stream, format="graphml", shape="people")
    root = etree.fromstring(stream.getvalue())
    y = "{http://www.yworks.com/xml/graphml}"
    labels = [label.text for label in root.iter(f"{y}NodeLabel")]
    assert labels == [person.name for person in sorted(couple.people, key=lambda person: person.id)]
    assert {fill.get("color") for fill in root.iter(f"{y}Fill")} == {read(couple).nodes["p1"]["color"]}
    assert "engaged (rumoured)" in [label.text for label in root.iter(f"{y}EdgeLabel")]


def test_nothing_follows_what_only_yed_reads(couple):
    stream = io.BytesIO()
    write(couple, stream, format="graphml")
    for element in etree.fromstring(stream.getvalue()).iter("{*}node", "{*}edge"):
        nested = [len(data) > 0 for data in element]
        assert nested == sorted(nested)
