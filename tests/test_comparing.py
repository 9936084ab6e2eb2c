"""What documents would change, before they are read: told from two timelines, and from the real pipeline."""

import pytest

from kg.build import Reader, build
from kg.comparing import compare, differences
from kg.ontology.load import load
from kg.resolve.timeline import timeline
from kg.store import Store
from tests.resolve.sources import Source

ANN, BOB, CAL = "Ann Lee", "Bob Ray", "Cal Fox"


def told(*sources):
    return timeline([each.document for each in sources], [each.reading for each in sources], [], load())


def changed(before, *more):
    """The changes that further sources make: what changes, the type, before and after."""
    found = differences(told(*before), told(*before, *more))
    return [(each.change, each.kind, each.type, each.before, each.after) for each in found]


def wedding(name, when=None, **more):
    return Source(name).says("married", ANN, BOB, when=when, **more)


@pytest.mark.parametrize(
    ("before", "more", "expected"),
    [
        ("2017", Source("b").says("met", ANN, CAL, when="2010"), ("new", "event", "met", "", "2010")),
        ("2017", wedding("b", "2017-06"), ("tighter", "event", "married", "2017", "2017-06")),
        (None, wedding("b", "2017"), ("tighter", "event", "married", "", "2017")),
        ("2017", wedding("b", "2017"), ("source", "event", "married", "1", "2")),
        ("2017", wedding("b", "2018"), ("against", "conflict", "married", "", "married: 2017 or 2018")),
        (
            "2017",
            Source("b").says("parent_of", ANN, "Dot Ray"),
            ("new", "kin", "parent_of", "", ""),
        ),
    ],
)
def test_a_document_changes_what_is_known(before, more, expected):
    assert expected in changed([wedding("a", before)], more)


def test_a_rumour_that_is_confirmed_changes_its_status():
    assert ("status", "event", "married", "rumoured", "asserted") in changed(
        [wedding("a", "2017", status="rumoured")], wedding("b", "2017")
    )


def test_a_denial_speaks_against_what_is_told():
    found = changed([wedding("a", "2017")], wedding("b", status="denied"))
    assert ("against", "conflict", "married", "", "married: asserted by some, denied by others") in found


def test_what_adds_nothing_changes_nothing():
    assert changed([wedding("a", "2017")]) == []
    assert changed([wedding("a", "2017")], Source("b").knows(ANN)) == []


def test_what_is_no_longer_told_is_gone():
    found = [(each.change, each.kind, each.type) for each in differences(told(wedding("a", "2017")), told(Source("a")))]
    assert ("gone", "event", "married") in found


def test_another_name_of_somebody_known_is_told():
    before = [wedding("a", "2017")]
    more = Source("b").knows(ANN, "Ann Rose Lee").says("married", ANN, BOB, when="2017")
    assert ("name", "person", "person", ANN, "Ann Lee, Ann Rose Lee") in changed(before, more)


def test_quotes_are_those_of_the_new_document():
    (found,) = [
        each for each in differences(told(wedding("a")), told(wedding("a"), wedding("b"))) if each.kind == "event"
    ]
    assert {quote.document for quote in found.quotes} == {"b"}


# with kg's own pipeline


@pytest.fixture
def db(tmp_path, nlp, ontology):
    (tmp_path / "a.txt").write_text("date 2020-05-04\nJoan Firth married Adam Pell in 2014.")
    with Store(tmp_path / "kg.db") as store:
        build([tmp_path / "a.txt"], store, Reader(nlp, ontology))
    return tmp_path / "kg.db"


def test_documents_are_compared_and_not_taken_in(db, tmp_path):
    before = db.read_bytes()
    (tmp_path / "b.txt").write_text(
        "date 2021-05-04\nJoan Firth and Adam Pell married in June 2014. They divorced in 2019."
    )
    (tmp_path / "empty.txt").write_text("")
    compared = compare([tmp_path / "b.txt", tmp_path / "empty.txt"], db)
    found = [(each.change, each.type, each.before, each.after) for each in compared.differences if each.kind == "event"]
    assert ("tighter", "married", "2014", "2014-06") in found
    assert ("new", "divorced", "", "2019") in found
    assert compared.skipped == (("empty.txt", "it is empty"),)
    assert db.read_bytes() == before


def test_what_was_read_already_would_change_nothing_even_by_another_version(db, tmp_path):
    with Store(db) as store:
        store.restamp("older")
    assert compare([tmp_path / "a.txt"], db).differences == ()


def test_files_of_facts_are_compared_too(db, tmp_path):
    (tmp_path / "facts.jsonl").write_text(
        '{"kind": "event", "type": "died", "people": ["Adam Pell"], "when": "2022"}\n'
    )
    (found,) = [each for each in compare([tmp_path / "facts.jsonl"], db).differences if each.type == "died"]
    assert (found.change, found.after) == ("new", "2022")
