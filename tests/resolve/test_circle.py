"""A circle of invented people, told of by some forty short articles: namesakes, other names, on and off, denials."""

import json
from pathlib import Path

import pytest

CIRCLE = Path(__file__).parent.parent / "data" / "circle.jsonl"

NAMESAKES = [
    # how often the name is borne, and which articles tell of each bearer
    ("Ben Harrow", ["harrow-1 harrow-3", "harrow-2"]),  # by what they do
    ("Clara Finch", ["finch-1", "finch-2"]),  # by when they were born
    ("Tom Ashby", ["ashby-1", "ashby-2"]),
    ("Ann Marlow", ["marlow-1", "marlow-1 marlow-2"]),  # one article tells them apart
    ("Peter Quill", ["quill-1", "quill-2"]),  # father and son
    ("Edith Crane", ["crane-1", "crane-2"]),  # dead before the other lived
]
VARIANTS = {
    "Margaret Doyle": "Peggy Doyle; Maggie Doyle; Meg Doyle; Margret Doyle; M. Doyle; Margaret Hale",
    "Robert Hale": "Bob Hale",
    "Desmond Lyle": "Desmond Lisle",
    "Paula Dray": "Paula Drey",
    "Katherine Voss": "Kate Voss",
    "Thomas Reid": "Tom Reid",
    "William Tate": "Bill Tate",
    "Susan Cole": "Sue Cole",
    "Edward Pym": "Ted Pym",
    "Deborah Nash": "Debbie Nash",
    "Elizabeth Gray": "Liz Gray",
    "Anthony Ball": "Tony Ball",
    "Tobias Lowell": "Toby Lowell",
    "Nicola Frost": "Nicky Frost",
    "Abigail Trent": "Abby Trent",
    "Michael Orr": "Mike Orr",
    "Frederick Dunn": "Fred Dunn",
    "Josephine Bell": "Jo Bell",
    "José Peña": "Jose Pena",
    "Zoë Marsh": "Zoe Marsh",
    "James Alan Roper": "James Roper; James A. Roper",
}
PAIRS = [(name, form) for name, forms in VARIANTS.items() for form in forms.split("; ")]
DOYLE = ("Margaret Doyle", "Robert Hale")


@pytest.fixture(scope="module")
def readings(nlp, ontology):
    from kg.build import Reader, build
    from kg.store import Store

    with Store() as store:
        build([CIRCLE], store, Reader(nlp, ontology))
        return list(store.documents()), list(store.readings())


@pytest.fixture(scope="module")
def circle(readings, ontology):
    from kg.resolve.timeline import timeline

    return timeline(*readings, [], ontology)


@pytest.fixture(scope="module")
def article(readings):
    """The name of each article by its document's id."""
    return {document.id: document.source.partition("#")[2] for document in readings[0]}


def days(circle, type, *names):
    """Day and status of the events of a type and some people."""
    found = [each for each in circle.events if each.type == type and {one.name for one in each.people} == set(names)]
    return [f"{each.when.edtf if each.when else ''} {each.status}".strip() for each in found]


def stints(circle, type, *names):
    of = [each for each in circle.states if each.type == type and {one.name for one in each.people} == set(names)]
    return [(str(each.start.earliest), str(each.end.latest) if each.end.latest else "") for each in of]


@pytest.mark.parametrize(("name", "bearers"), NAMESAKES)
def test_namesakes_are_two_people(circle, article, name, bearers):
    called = [person for person in circle.people if person.name.startswith(name)]
    told = sorted(" ".join(sorted({article[document] for document, _ in person.sources})) for person in called)
    assert told == bearers


def test_callings_tell_namesakes_apart(circle):
    names = {person.name for person in circle.people}
    assert {"Ben Harrow (drummer)", "Ben Harrow (actor)", "Ann Marlow (sculptor)", "Ann Marlow (swimmer)"} <= names


@pytest.mark.parametrize(("name", "form"), PAIRS)
def test_every_form_of_a_name_is_one_person(circle, name, form):
    (person,) = [each for each in circle.people if form in (each.name, *each.aliases)]
    assert person.name == name
    assert any(reason.startswith(("called", "forms", "spellings", "a married name")) for reason in person.why)


def test_there_is_enough_to_tell():
    assert len(NAMESAKES) >= 6
    assert len(PAIRS) >= 25


def test_on_and_off_are_stints(circle):
    assert days(circle, "separated", *DOYLE) == ["2006-01 asserted", "2012-03 asserted"]
    assert days(circle, "reconciled", *DOYLE) == ["2008-09 asserted"]
    assert stints(circle, "dating", *DOYLE) == [("1998-05-01", "2006-01-31"), ("2008-09-01", "2012-03-31")]


def test_a_remarriage_to_the_same_person_is_a_second_marriage(circle):
    assert days(circle, "married", *DOYLE) == ["2001-05-05 asserted", "2019-06-29 asserted"]
    assert days(circle, "divorced", *DOYLE) == ["2013 asserted"]
    assert stints(circle, "married", *DOYLE) == [("2001-05-05", "2013-12-31"), ("2019-06-29", "")]


def test_copies_count_once(circle, article):
    """Two copies have the wrong day; the original and another article have the right one."""
    (wedding,) = [each for each in circle.events if {one.name for one in each.people} == {"Esther Vane", "Colin Marsh"}]
    assert wedding.when.edtf == "1988-06-04"
    (rival,) = wedding.rivals
    assert rival.when.edtf == "1988-06-05"
    assert {article[document] for document in rival.documents} == {"vane-2", "vane-3"}


def test_a_called_off_wedding_is_no_marriage(circle):
    couple = ("Hugo Lark", "Tessa Bright")
    assert days(circle, "engaged", *couple) == ["2010-02 asserted"]
    assert days(circle, "engagement_ended", *couple) == ["2010-05 asserted"]
    assert days(circle, "married", *couple) == ["2010-06-12 called_off", "negated"]
    assert not stints(circle, "married", *couple)
    assert days(circle, "married", "Hugo Lark", "Nora Penn") == ["2014 asserted"]


def test_a_denial_stays_beside_what_was_confirmed_later(circle):
    couple = ("Lydia Wren", "Oscar Thorne")
    assert sorted(days(circle, "dating_began", *couple)) == ["../2003-06-02 denied", "2003-04 asserted"]
    assert any("asserted by some, denied by others" in conflict.why for conflict in circle.conflicts)


def test_the_world_as_it_was_told_then(readings, ontology):
    from datetime import date

    from kg.resolve.timeline import timeline

    then = timeline(*readings, [], ontology, as_of=date(2003, 12, 31))
    assert days(then, "dating_began", "Lydia Wren", "Oscar Thorne") == ["../2003-06-02 denied"]
    assert not days(then, "married", "Lydia Wren", "Oscar Thorne")


def test_every_article_is_read(readings):
    assert len(readings[0]) == len(CIRCLE.read_text(encoding="utf-8").splitlines())
    assert all(json.loads(line)["text"] for line in CIRCLE.read_text(encoding="utf-8").splitlines())
