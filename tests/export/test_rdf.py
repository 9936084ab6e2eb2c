import io
from importlib.resources import files

import pytest

from kg.export import write
from kg.export.triples import PREFIXES

rdflib = pytest.importorskip("rdflib")


def graph(timeline, format="ttl", **options):
    stream = io.StringIO()
    write(timeline, stream, format=format, **options)
    return rdflib.Graph().parse(data=stream.getvalue(), format={"ttl": "turtle", "jsonld": "json-ld"}[format])


def ask(graph, query):
    prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())
    return sorted(tuple(str(cell) for cell in row) for row in graph.query(prefixes + query))


def test_turtle_and_json_ld_say_the_same(couple):
    from rdflib.compare import isomorphic

    assert isomorphic(graph(couple, "ttl"), graph(couple, "jsonld"))


def test_every_person_event_state_and_quote_is_there(couple):
    found = graph(couple)
    assert len(ask(found, "SELECT ?p { ?p a schema:Person }")) == 6
    assert len(ask(found, "SELECT ?e { ?e a kg:Event }")) == 8
    assert len(ask(found, "SELECT ?s { ?s a kg:State }")) == 3
    assert ask(found, "SELECT ?l ?q { ?e a kg:met ; prov:wasDerivedFrom ?c . ?c prov:value ?q ; kg:status ?l }") == [
        ("asserted", "Nora Lind met Tom Vale in 2017 at the Lyric"),
        ("reported", "They met in 2016, a friend said"),
    ]
    quotes = {row[0] for row in ask(found, "SELECT ?q { ?c prov:value ?q }")}
    assert "Vale reportedly split from Lind before Christmas.\x00" in quotes
    assert "She denied that she had married \u202eOla Berg" in quotes


def test_days_are_dates_with_their_words_of_edtf(couple):
    query = """SELECT ?edtf ?first ?last { ?e a kg:moved_in ; kg:sometimeIn ?i . ?i kg:edtf ?edtf ;
        time:hasBeginning/time:inXSDDate ?first ; time:hasEnd/time:inXSDDate ?last }"""
    assert ask(graph(couple), query) == [("2020-01-01/2020-09-14", "2020-01-01", "2020-09-14")]


def test_a_state_has_four_bounds(couple):
    query = """SELECT ?a ?b ?c ?d { ?s a kg:dating ; kg:partner <urn:kg:p2> ; time:hasTime ?t .
        ?t time:hasBeginning [ kg:earliest ?a ; kg:latest ?b ] ; time:hasEnd [ kg:earliest ?c ; kg:latest ?d ] }"""
    assert ask(graph(couple), query) == [("2017-01-01", "2018-12-31", "2023-01-01", "2023-12-24")]


def test_the_shapes_hold_and_notice_what_is_wrong(couple):
    pyshacl = pytest.importorskip("pyshacl")
    shapes = rdflib.Graph().parse(data=files("kg.export").joinpath("shapes.ttl").read_text(), format="turtle")
    found = graph(couple)
    assert pyshacl.validate(found, shacl_graph=shapes)[0]
    found.remove((rdflib.URIRef("urn:kg:e1"), rdflib.URIRef("urn:kg:term:status"), None))
    assert not pyshacl.validate(found, shacl_graph=shapes)[0]


def test_a_hostile_text_is_a_literal(couple):
    name = '"> <urn:x> . \\" \n <urn:kg:e1> kg:status "fact'
    person = couple.people[0].model_copy(update={"name": name})
    found = graph(couple.model_copy(update={"people": (person,)}))
    assert ask(found, "SELECT ?l { ?p a schema:Person ; rdfs:label ?l }") == [(name,)]
