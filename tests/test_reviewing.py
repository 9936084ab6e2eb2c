"""Which facts a person is asked about first, and why."""

from kg.judgement import on_claims
from kg.ontology.load import load
from kg.query.view import Graph
from kg.resolve.timeline import timeline
from kg.reviewing import doubts
from tests.resolve.sources import Source

ANN, BOB, CAL = "Ann Lee", "Bob Ray", "Cal Fox"


def graph(*sources, judgements=()):
    made = timeline([each.document for each in sources], [each.reading for each in sources], judgements, load())
    return Graph(made, load())


def asked(found, *people, judgements=()):
    return [(each.type, each.why) for each in doubts(found, judgements, *people) if each.kind == "event"]


def test_the_least_sure_come_first_with_what_speaks_against_them():
    found = graph(
        Source("a", text="one").says("met", ANN, BOB, when="2010"),
        Source("b", text="two").says("met", ANN, BOB, when="2010"),
        Source("c", text="three").says("engaged", ANN, CAL, when="2015", status="rumoured"),
        Source("d", text="four").says("died", BOB, when="2020", score=0.3),
        Source("e", text="five").says("born", BOB, when="1970"),
    )
    assert asked(found)[:4] == [
        ("died", ("score 0.30", "told by one source")),
        ("engaged", ("rumoured", "told by one source")),
        ("born", ("told by one source",)),
        ("met", ()),
    ]


def test_what_sources_dispute_is_less_sure_than_what_one_tells():
    wedding = [Source(name).says("married", ANN, BOB, when=when) for name, when in (("a", "2017"), ("b", "2018"))]
    (first, *_) = asked(graph(*wedding, Source("c").says("born", ANN, when="1980")))
    assert first == ("married", ("disputed: married: 2017 or 2018",))


def test_what_was_accepted_is_not_asked_again():
    sources = [Source("a").says("met", ANN, BOB, when="2010"), Source("b").says("born", ANN, when="1980")]
    before = graph(*sources)
    (met,) = before.events(type="met")
    accepted = on_claims(before, "accept", met.id)
    assert [type for type, _ in asked(graph(*sources, judgements=accepted), judgements=accepted)] == ["born"]


def test_what_was_denied_or_planned_is_no_fact_to_review():
    assert asked(graph(Source("a").says("married", ANN, BOB, status="denied"))) == []


def test_facts_of_some_people_only():
    found = graph(Source("a").says("met", ANN, BOB), Source("b").says("born", ANN), Source("c").says("born", CAL))
    assert {type for type, _ in asked(found, ANN, BOB)} == {"met"}
    assert {type for type, _ in asked(found, ANN)} == {"met", "born"}


def test_one_claim_is_asked_for_once():
    found = graph(Source("a", "2020-05-04").says("married", ANN, BOB, when="2014"))
    assert found.pair(ANN, BOB).states()
    assert [(each.kind, each.type) for each in doubts(found, [])] == [("event", "married")]
