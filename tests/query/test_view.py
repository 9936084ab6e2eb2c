"""What a notebook calls: people, pairs, lists, tables and typed queries."""

import json
from datetime import date

import pytest

from kg.build import from_paths
from kg.dates.interval import Certainty, Interval
from kg.errors import KgError, UnknownName
from kg.query.query import Happening, Moment, Query, Who
from kg.query.results import table
from kg.query.view import Graph, day
from tests.query.story import ONTOLOGY, story


@pytest.mark.parametrize("name", ["Nora Vell", "nora vell", "Nora", "Nora Vell's"])
def test_a_person_is_found_by_any_form(graph, name):
    assert graph.person(name).name == "Nora Vell"


def test_a_person_is_found_by_the_beginning_of_an_id(graph):
    nora = graph.person("Nora Vell").record
    assert graph.person(nora.id[:8]).name == "Nora Vell"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Nora Bell", "no person is called 'Nora Bell'; did you mean 'Nora Vell'?"),
        ("Xaver Quint", "no person is called 'Xaver Quint'"),
        ("Lang Petra", "no person is called 'Lang Petra'; did you mean 'Petra Lang'?"),
    ],
)
def test_an_unknown_name_says_the_nearest(graph, name, message):
    with pytest.raises(UnknownName) as error:
        graph.person(name)
    assert str(error.value) == message


def test_an_ambiguous_name_lists_its_bearers(graph):
    with pytest.raises(UnknownName, match=r"^'Tarrant' may be .* or .*; say which$"):
        graph.person("Tarrant")


@pytest.mark.parametrize(
    ("at", "names"),
    [
        ("2009", ["Jonah Pike"]),
        (date(2017, 1, 1), ["Owen Tarrant"]),
        ("2003", []),
        (None, ["Jonah Pike", "Owen Tarrant", "Felix Brandt"]),
    ],
)
def test_partners_at_a_time(graph, at, names):
    assert [each.name for each in graph.person("Nora Vell").partners(at)] == names


def test_family(graph):
    nora = graph.person("Nora Vell")
    assert [each.name for each in nora.children()] == ["Tilda Tarrant"]
    assert [each.name for each in nora.parents()] == ["Ruth Vell"]
    assert [each.name for each in nora.siblings()] == ["Hugo Vell"]
    assert [each.name for each in graph.person("Owen").spouses()] == ["Iris Kemble", "Nora Vell"]


def test_a_pair_has_a_timeline_and_a_status(graph):
    pair = graph.pair("Nora", "Owen")
    assert [each.type for each in pair.timeline()][:2] == ["met", "worked_together"]
    assert [(state.type, sure) for state, sure in pair.status("2015-06")] == [
        ("dating", Certainty.CERTAIN),
        ("living_together", Certainty.CERTAIN),
        ("engaged", Certainty.CERTAIN),
    ]
    assert pair.status(date(2010, 1, 1)) == []
    assert [state.type for state, _ in pair.status()][-1] == "divorced"


@pytest.mark.parametrize(
    ("state", "until", "years"),
    [("dating", "engaged", (3, 4)), ("married", None, (5, 6)), ("separated", None, (1, 2))],
)
def test_how_long_a_state_lasted(graph, state, until, years):
    assert graph.pair("Nora", "Owen").duration(state, until=until).years == years


def test_a_state_that_nobody_tells_has_no_duration(graph):
    assert graph.pair("Nora", "Jonah").duration("married") is None


def test_an_unknown_type_is_refused(graph):
    with pytest.raises(UnknownName, match="no event type is called 'marryd'; did you mean 'married'"):
        graph.events(type="marryd")
    with pytest.raises(UnknownName, match="no type is called 'datin'; did you mean 'dating'"):
        graph.pair("Nora", "Owen").duration("datin")


def test_events_by_type_and_days(graph):
    found = graph.events("Owen Tarrant", type="married", within="2000/2010")
    assert [str(each.when) for each in found] == ["2004-08"]
    assert len(graph.events("Nora", "Jonah")) == 2
    assert len(graph.events("Nora", "Jonah", real=False)) == 3


def test_events_by_the_beginning_of_their_id(graph):
    event = graph.events("Owen", type="married")[0]
    assert graph.event(event.id[:9]) == event
    with pytest.raises(UnknownName, match="no event has the id 'zz'"):
        graph.event("zz")


def test_lists_become_tables(graph):
    events = graph.events("Hugo Vell", type="married")
    assert events.to_dict()[0]["type"] == "married"
    assert "<td>2015-09</td>" in events._repr_html_()
    assert repr(events) == "2015-09 · married · Hugo Vell, Petra Lang · asserted"


def test_lists_become_frames(graph):
    pytest.importorskip("pandas")
    assert list(graph.events("Hugo Vell", type="married").to_frame()["when"]) == ["2015-09"]


def test_whatever_is_asked_for_becomes_a_table_and_plain_data(graph):
    pytest.importorskip("pandas")
    pair, nora = graph.pair("Nora", "Owen"), graph.person("Nora Vell")
    length = pair.duration("dating", until="engaged")
    things = [
        graph,
        nora,
        nora.partners(),
        pair,
        pair.states(),
        pair.status("2018"),
        length,
        graph.ask("Did they marry?"),
    ]
    for each in things:
        assert each.to_dict()
        assert len(each.to_frame()) > 0
        assert "<" in each._repr_html_()
        assert "object at" not in repr(each)


def test_a_status_is_a_table_with_how_sure_it_is(graph):
    held = graph.status("Nora", "Owen", "2018")
    assert [(row["type"], row["certainty"]) for row in held.to_dict()][-1] == ("married", "certain")
    assert "<th>certainty</th>" in held._repr_html_()


def test_a_length_of_time_says_itself_in_words(graph):
    assert repr(graph.pair("Nora", "Owen").duration("married")) == "about 5 years"
    assert graph.pair("Nora", "Owen").duration("married").to_dict() == {"days": [2124, 2124], "years": [5, 6]}


def test_hostile_names_are_escaped():
    assert "<script>" not in table([{"name": "<script>alert(1)</script>"}])


def test_a_graph_shows_what_it_holds(graph):
    assert repr(graph).endswith("3 documents>")
    assert graph.to_dict()["documents"][0]["id"] == "early"


@pytest.mark.parametrize(
    ("given", "text"), [("2016", "2016"), (date(2016, 5, 3), "2016-05-03"), (Interval.year(7), "0007")]
)
def test_days_may_be_written_in_three_ways(given, text):
    assert str(day(given)) == text


def test_what_is_no_date_is_refused():
    with pytest.raises(KgError, match="not a date: 'soon'; write 2016, 2016-05 or 2016-05-03"):
        day("soon")


def test_a_typed_query_goes_through_json():
    pair = (Who(name="Nora Vell"), Who(name="Owen Tarrant"))
    query = Query(
        kind="yesno_at", happening=Happening(kind="state", type="married", people=pair), moments=(Moment(when="2018"),)
    )
    again = Query.model_validate_json(query.model_dump_json())
    assert again == query
    assert '"when":"2018"' in query.model_dump_json()
    assert Graph(story(), ONTOLOGY).query(again).value == {"yes": True}


def test_a_typed_query_with_an_unknown_name_says_so(graph):
    found = graph.query(Query(kind="who_at", who=(Who(relation="wife", of=(Who(name="Zed Zander"),)),)))
    assert (found.value, found.text) == ({"unknown": True}, "No person is called 'Zed Zander'.")


def test_those_who_only_work_together_are_not_whom_they_means(tmp_path):
    works = [
        {"kind": "event", "type": "worked_together", "people": ["Cal Foe", "Dora Lark"], "work": f"Salt {part}"}
        for part in range(3)
    ]
    wedding = {"kind": "event", "type": "married", "people": ["Ada Roe", "Ben Poe"], "when": "1861"}
    path = tmp_path / "facts.jsonl"
    path.write_text("\n".join(map(json.dumps, [wedding, *works])), encoding="utf-8")
    assert from_paths([path]).ask("When did they marry?").value == {"when": "1861"}


def test_shared_work_is_told_by_its_name(graph):
    answer = graph.ask("When did Nora Vell and Owen Tarrant work together?")
    assert answer.text == "Nora Vell and Owen Tarrant worked together on Salt Harbour in 2011."


def test_an_end_that_may_be_as_early_as_the_beginning_is_told_by_its_last_day(tmp_path):
    facts = [
        {"kind": "event", "type": "born", "people": ["Ada Roe"], "when": "1895-10-07"},
        {"kind": "event", "type": "married", "people": ["Ada Roe", "Ben Poe"]},
        {"kind": "event", "type": "died", "people": ["Ben Poe"], "when": "1959"},
    ]
    path = tmp_path / "facts.jsonl"
    path.write_text("\n".join(map(json.dumps, facts)), encoding="utf-8")
    told = from_paths([path]).ask("Who was Ada Roe's husband?").text
    assert told == "Ada Roe's husband: Ben Poe by 1959 until 1959 at the latest."
