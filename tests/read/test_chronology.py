"""Facts that were never prose: rows to claims, with the row as evidence, and what is wrong with a bad one."""

import json
from datetime import date
from typing import Any

import pytest

from kg.errors import InputError
from kg.ontology.load import load
from kg.read.chronology import facts
from kg.read.rows import is_chronology
from kg.records import Claim, Reading
from kg.resolve.timeline import timeline

ONTOLOGY = load()
WEDDING = {"kind": "event", "type": "married", "people": ["Ada Quill", "Bob Lane"], "when": "2017-06"}
BIRTH = {"kind": "event", "type": "child_born", "people": ["Ada Quill", "Bob Lane"], "child": "Irmgard", "when": 2019}
LOVE = {"kind": "state", "type": "dating", "people": ["Irmgard", "Tom"], "attested": "2040", "start": "2039"}
TIE = {"kind": "kin", "type": "sibling_of", "people": ["Tom", "Zoë Lane"]}


def lines(*rows: dict[str, Any]) -> str:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def claims(text: str) -> list[Claim]:
    return [claim for _, reading in facts(text, "a.jsonl", ONTOLOGY).told for claim in reading.claims]


def readings(text: str) -> list[Reading]:
    return [reading for _, reading in facts(text, "a.jsonl", ONTOLOGY).told]


def test_a_row_is_a_claim_proved_by_its_characters() -> None:
    text = lines(WEDDING, BIRTH, LOVE, TIE)
    [(document, reading)] = facts(text, "a.jsonl", ONTOLOGY).told
    assert (document.source, document.text, document.published) == ("a.jsonl", text, None)
    assert [claim.evidence.quote for claim in reading.claims] == text.split("\n")
    for claim in reading.claims:
        assert document.text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote


def test_people_have_the_roles_of_their_type() -> None:
    told = [[(each.name, each.role) for each in claim.people] for claim in claims(lines(BIRTH, TIE))]
    assert told == [
        [("Ada Quill", "parent"), ("Bob Lane", "parent"), ("Irmgard", "child")],
        [("Tom", "sibling"), ("Zoë Lane", "sibling")],
    ]


def test_a_state_has_days_on_which_it_held_and_its_ends() -> None:
    held = claims(lines({**LOVE, "attested": ["2040", "2041-05"], "end": "2043~", "duration": "P2Y"}))
    assert [str(claim.when) for claim in held] == ["2040", "2041-05"]
    first, second = held
    assert (str(first.start), str(first.end), first.duration and first.duration.text) == ("2039", "2043~", "P2Y")
    assert (second.start, second.end, second.duration) == (None, None, None)


def test_csv_has_the_same_columns() -> None:
    text = (
        "kind,type,people,when,place,status\n"
        'event,married,"Lane, Ada; Bob Lane",2017-06,"Leith,\nScotland",reported\n\nkin,parent_of,Bob Lane|Irmgard,,,\n'
    )
    wedding, tie = claims(text)
    assert [each.name for each in wedding.people] == ["Lane, Ada", "Bob Lane"]
    assert (str(wedding.when), wedding.place, wedding.status.value) == ("2017-06", "Leith, Scotland", "reported")
    assert wedding.evidence.quote == 'event,married,"Lane, Ada; Bob Lane",2017-06,"Leith,\nScotland",reported'
    assert [each.role for each in tie.people] == ["parent", "child"]


def test_rows_of_other_documents_are_documents_of_their_own() -> None:
    text = lines({**WEDDING, "document": "Post", "published": "2018-01-02"}, {**BIRTH, "published": "2020-01-01"}, TIE)
    told = facts(text, "a.jsonl", ONTOLOGY).told
    assert [(document.source, document.published) for document, _ in told] == [
        ("a.jsonl", None),
        ("a.jsonl#2020-01-01", date(2020, 1, 1)),
        ("a.jsonl#Post", date(2018, 1, 2)),
    ]


def test_one_name_in_a_file_is_one_person_and_another_name_another() -> None:
    text = lines(LOVE, {**TIE, "document": "Post"}, {**BIRTH, "document": "Lamp"}, {**WEDDING, "document": "Post"})
    told = facts(text, "a.jsonl", ONTOLOGY).told
    people = timeline([document for document, _ in told], [each for _, each in told], [], ONTOLOGY).people
    assert [person.name for person in people] == ["Ada Quill", "Bob Lane", "Irmgard", "Tom", "Zoë Lane"]


def test_namesakes_of_two_files_are_told_apart_as_ever() -> None:
    one = facts(lines({**LOVE, "document": "1"}, {**LOVE, "document": "2"}), "a.jsonl", ONTOLOGY).told
    other = facts(lines({**TIE, "document": "1"}, {**TIE, "document": "2"}), "b.jsonl", ONTOLOGY).told
    told = (*one, *other)
    people = timeline([document for document, _ in told], [each for _, each in told], [], ONTOLOGY).people
    assert [person.name for person in people] == ["Irmgard", "Tom", "Tom", "Zoë Lane"]


def test_rows_about_people_give_their_other_names() -> None:
    person = {"kind": "person", "name": "Ada Quill", "aliases": ["Addie"], "gender": "female"}
    [reading] = readings(lines(person, WEDDING, {**LOVE, "people": ["Ada Quill", "a sailor (unnamed)"]}))
    ada, bob, sailor = reading.people
    assert (ada.names, ada.gender, ada.mentions) == (("Ada Quill", "Addie"), "female", 2)
    assert (bob.names, bob.unnamed, sailor.unnamed) == (("Bob Lane",), False, True)


WRONG = [
    ("{", "line 1: it is no JSON"),
    (lines(WEDDING) + "\n\n[1]", "line 3: it is no JSON object"),
    (lines({**WEDDING, "kind": "evnt"}), "line 1: 'kind' is 'evnt'; give event, state or kin"),
    (lines({**WEDDING, "type": "maried"}), "line 1: no event type is called 'maried'; did you mean 'married'?"),
    (lines({**LOVE, "type": "met"}), "line 1: no state is called 'met'"),
    (lines({**WEDDING, "people": []}), "line 1: it has no 'people'; give a list of names"),
    (lines({**WEDDING, "people": ["Ada", 7]}), "line 1: 7 in 'people' is no name"),
    (lines({**WEDDING, "people": ["Ada", "Ada"]}), "line 1: somebody stands in 'people' twice"),
    (lines({**TIE, "people": ["Ada"]}), "line 1: 'sibling_of' is about sibling and sibling, and 'people' names 1"),
    (
        lines(WEDDING, {**WEDDING, "when": "last June"}),
        "line 2: 'when' is 'last June', which is no date; write 2017, 2017-06, 2017-06-03 or ../2018",
    ),
    (lines({**WEDDING, "status": "sure"}), "line 1: no status is called 'sure'"),
    (lines({**WEDDING, "child": "Irmgard"}), "line 1: a 'child' belongs to child_born or adopted, not to 'married'"),
    (lines({"kind": "event", "type": "met", "people": ["Ada"], "whem": "2017"}), "line 1: no column is called 'whem'; "
     "did you mean 'when'?"),
    (lines({**LOVE, "end": "2038"}), "line 1: it ends before it starts"),
    (
        lines({**LOVE, "duration": "long"}),
        "line 1: 'duration' is 'long', which is no length of time; write P2Y, P6M, P2Y6M, P3W or P1D",
    ),
    (
        lines({**WEDDING, "published": "soon"}),
        "line 1: 'published' is 'soon', which is no day; write it as 2020-09-14",
    ),
    (
        lines({**WEDDING, "document": "Post", "published": "2018-01-01"}, {**TIE, "document": "Post", "published":
              "2018-01-02"}),
        "line 2: 'published' of 'Post' is 2018-01-01 above, and 2018-01-02 here",
    ),
    ("kind,people\nevent,Ada", "line 1: no column is called 'type'; it needs kind, type and people"),
    ("kind,type,people\nevent,met,Ada,more", "line 2: it has 4 cells under 3 columns"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fault"), WRONG)
def test_a_bad_row_is_named_and_nothing_taken(text: str, fault: str) -> None:
    with pytest.raises(InputError) as error:
        facts(text, "a.jsonl", ONTOLOGY)
    assert str(error.value) == f"a.jsonl, {fault}"


def test_a_column_of_the_writers_own_is_left_alone() -> None:
    [claim] = claims(lines({**WEDDING, "source": "p. 12", "remark": "in the rain"}))
    assert str(claim.when) == "2017-06"


def test_a_file_without_facts_is_refused() -> None:
    with pytest.raises(InputError, match=r"a\.jsonl: it holds no facts"):
        facts('{"kind": "person", "name": "Ada"}', "a.jsonl", ONTOLOGY)


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (lines(WEDDING), True),
        ("kind,type,people,when", True),
        ('{"id": "1", "text": "They met."}', False),
        ("They met, it is said.", False),
        ("{broken", False),
    ],
)
def test_facts_are_told_from_texts_by_their_first_row(head: str, is_one: bool) -> None:
    assert is_chronology(head) is is_one


def test_an_exported_record_is_one_claim_for_each_source() -> None:
    told = {"edtf": "2017-06", "earliest": "2017-06-01", "latest": "2017-06-30"}
    claim = {"document": "d1", "status": "reported", "when": told, "said_by": "a friend", "score": 0.5}
    people = [{"id": id, "name": "Ada Quill", "role": "partner"} for id in ("p1", "p2")]
    document = {"kind": "document", "id": "d1", "source": "post.txt", "published": "2018-01-02", "publisher": None}
    event = {**WEDDING, "people": people, "when": told, "claims": [claim, {**claim, "document": "d2", "when": None}]}
    first, second = facts(lines(document, event), "a.jsonl", ONTOLOGY).told
    assert [(each.source, each.published) for each, _ in (first, second)] == [
        ("a.jsonl#post.txt", date(2018, 1, 2)),
        ("a.jsonl#d2", None),
    ]
    [made] = first[1].claims
    assert (str(made.when), made.status.value, made.said_by, made.score) == ("2017-06", "reported", "a friend", 0.5)
    assert {each.person for each in made.people} == {"p1", "p2"}
