import json
from datetime import date

import pytest

from kg.dates.interval import Interval
from kg.export import Everything
from kg.export.jsonl import json_line, line, records
from kg.records import Answer, Document, Judgement, Reading, TimeExpression


def by_id(timeline, **options):
    return {record["id"]: record for record in records(timeline, **options) if "id" in record}


def test_the_kinds_come_in_order_and_each_kind_by_id(couple):
    rows = [(record["kind"], record["id"]) for record in records(couple)]
    order = ["document", "person", "event", "state", "kin", "conflict"]
    assert rows == sorted(rows, key=lambda row: (order.index(row[0]), row[1]))
    assert len(rows) == 3 + 6 + 8 + 3 + 2 + 1


def test_the_order_of_the_timeline_changes_nothing(couple):
    other = couple.model_copy(update={name: getattr(couple, name)[::-1] for name in type(couple).model_fields})
    assert list(map(line, records(other))) == list(map(line, records(couple)))


def test_a_document(couple):
    assert by_id(couple)["d3"] == {
        "kind": "document",
        "id": "d3",
        "title": "",
        "publisher": None,
        "published": None,
        "source": "notes.txt",
    }


def test_a_person(couple):
    assert by_id(couple)["p1"] == {
        "kind": "person",
        "id": "p1",
        "name": "Nora Lind",
        "aliases": ["Lind", "Nora"],
        "mentions": 7,
        "unnamed": False,
    }
    assert by_id(couple)["p6"]["unnamed"] is True


def test_an_event_keeps_its_rival_date_and_every_quote(couple):
    met = by_id(couple)["e1"]
    first, second = met.pop("claims")
    assert met == {
        "kind": "event",
        "id": "e1",
        "type": "met",
        "people": [
            {"id": "p1", "name": "Nora Lind", "role": "partner"},
            {"id": "p2", "name": "Tom Vale", "role": "partner"},
        ],
        "when": {"edtf": "2017", "earliest": "2017-01-01", "latest": "2017-12-31"},
        "status": "asserted",
        "basis": "stated",
        "place": "The Lyric",
        "work": None,
        "score": 0.9,
        "bounds": {"earliest": None, "latest": None, "why": []},
        "rivals": [{"edtf": "2016", "earliest": "2016-01-01", "latest": "2016-12-31", "documents": ["d2"]}],
    }
    assert first["quote"] == couple.documents[1].text[first["start"] : first["end"]]
    assert (second["document"], second["field"], second["status"], second["said_by"]) == (
        "d2",
        "text",
        "reported",
        "a friend",
    )
    assert second["when"] == {"edtf": "2016", "earliest": "2016-01-01", "latest": "2016-12-31"}


def test_the_child_of_a_birth_stands_apart_from_its_parents(couple):
    born = by_id(couple)["e7"]
    assert [person["name"] for person in born["people"]] == ["Nora Lind", "Tom Vale"]
    assert born["child"] == {"id": "p4", "name": "Max", "role": "child"}


def test_a_state_has_four_bounds(couple):
    state = by_id(couple)["s3"]
    assert (state["type"], state["stint"], state["status"]) == ("engaged", 1, "rumoured")
    assert state["start"] == {"earliest": None, "latest": "2020-09-14", "basis": "inferred"}
    assert state["end"] == {"earliest": None, "latest": None, "basis": "inferred"}


def test_the_parent_comes_first(couple):
    assert [person["name"] for person in by_id(couple)["k2"]["people"]] == ["Nora Lind", "Max"]


def test_an_unknown_day_is_null(couple):
    assert by_id(couple)["e6"]["when"] is None
    blank = couple.model_copy(update={"events": (couple.events[0].model_copy(update={"when": Interval()}),)})
    assert by_id(blank)["e8"]["when"] is None


def test_real_leaves_out_what_never_happened_even_from_conflicts(couple):
    assert "e6" in by_id(couple)
    assert "e6" not in by_id(couple, real=True)
    assert {"e4", "e5", "s3"} <= by_id(couple, real=True).keys()
    torn = couple.conflicts[0].model_copy(update={"events": ("e1", "e6")})
    assert by_id(couple.model_copy(update={"conflicts": (torn,)}), real=True)["c1"]["events"] == ["e1"]
    unreal = torn.model_copy(update={"events": ("e6",)})
    assert "c1" not in by_id(couple.model_copy(update={"conflicts": (unreal,)}), real=True)


def test_everything_gives_back_equal_records(couple):
    claims = couple.events[1].claims
    reading = Reading(document="d1", stamp="1", claims=claims)
    judgement = Judgement(id="j1", verdict="correct", when=Interval(None, date(2017, 5, 1)))
    full = Everything(couple.documents, [reading], [judgement])
    rows = [json.loads(line(record)) for record in records(couple, full=full)]

    def back(kind, type):
        found = [{**row} for row in rows if row["kind"] == kind]
        return [type.model_validate({name: row[name] for name in type.model_fields}) for row in found]

    assert back("document", Document) == sorted(couple.documents, key=lambda document: document.id)
    assert back("reading", Reading) == [reading]
    assert back("judgement", Judgement) == [judgement]


@pytest.mark.parametrize(
    "hostile", ["\u2028", "\x85", "\x9b31m", "\x1b[31m", "\u202e", "\ud800", "\x00", "\n", "\ufeff"]
)
def test_a_hostile_character_is_escaped_and_comes_back(hostile):
    text = line({"quote": f"a{hostile}b"})
    assert hostile not in text
    assert text.splitlines() == [text]
    assert json.loads(text) == {"quote": f"a{hostile}b"}


def test_letters_stay_readable():
    assert line({"name": "Zoë Čapek 李"}) == '{"name": "Zoë Čapek 李"}'


def test_one_line_of_a_record_is_that_of_the_export(couple):
    rows = [*couple.documents, *couple.people, *couple.events, *couple.states, *couple.kin, *couple.conflicts]
    assert sorted(map(json_line, rows)) == sorted(map(line, records(couple)))


def test_one_line_of_a_time_expression_and_a_judgement():
    told = TimeExpression(start=3, end=10, text="in 2017", when=Interval.from_edtf("2017"))
    assert json.loads(json_line(told)) == {
        "start": 3,
        "end": 10,
        "text": "in 2017",
        "when": {"edtf": "2017", "earliest": "2017-01-01", "latest": "2017-12-31", "granularity": "year"},
        "relation": "on",
        "anchor": "calendar",
        "duration": None,
    }
    assert json.loads(json_line(told.model_copy(update={"when": None})))["when"] is None
    judged = Judgement(id="j1", verdict="correct", when=Interval.from_edtf("2017-06"))
    assert json.loads(json_line(judged))["when"]["edtf"] == "2017-06"


def test_one_line_of_an_answer():
    answer = Answer(question="When?", kind="when", value={"when": "2017"}, text="2017.")
    assert json.loads(json_line(answer)) == {
        "question": "When?",
        "kind": "when",
        "value": {"when": "2017"},
        "certainty": "unknown",
        "text": "2017.",
        "evidence": [],
        "steps": [],
    }


def test_an_end_that_is_only_reckoned_says_so(couple):
    state = next(state for state in couple.states if state.id == "s3")
    rough = state.model_copy(update={"start": state.start.model_copy(update={"approximate": True})})
    record = by_id(couple.model_copy(update={"states": (rough,)}))["s3"]
    assert record["start"]["approximate"]
    assert "approximate" not in record["end"]
