"""What is told of a time before somebody was grown up, or after a death, is misread, or the birth or death is."""

import pytest

from kg.records import Person
from kg.resolve.lifetimes import without_unlived
from kg.resolve.told import tellings
from tests.resolve.sources import Source

ANN, BOB, ZOE = "Ann Lee", "Bob Ray", "Zoe Ray"


def told_of(timeline):
    return sorted({f"{event.type} {event.when.edtf}" for event in timeline.events if event.when})


def often(source, times, type, *names, **facts):
    for _ in range(times):
        source = source.says(type, *names, **facts)
    return source


def test_nobody_weds_before_growing_up(told):
    source = often(Source("a"), 2, "born", ANN, when="1833").says("married", ANN, BOB, when="1830")
    timeline = told(source)
    assert told_of(timeline) == ["born 1833"]
    assert [conflict.why for conflict in timeline.conflicts] == ["Ann Lee: married and born cannot be of one life"]


def test_a_birth_after_which_much_is_told_to_have_been_before_is_a_childs(told):
    source = Source("a").says("born", BOB, when="1853").says("married", ANN, BOB, when="1806")
    source = source.says("child_born", ANN, BOB, child=ZOE, when="1809")
    assert told_of(told(source)) == ["child_born 1809", "married 1806"]


def test_nobody_weds_after_death(told):
    source = often(Source("a"), 2, "died", ANN, when="1799").says("married", ANN, BOB, when="1810")
    assert told_of(told(source)) == ["died 1799"]


@pytest.mark.parametrize(
    "source",
    [
        often(Source("a"), 2, "born", ANN, when="1833").says("married", ANN, BOB, when="1846"),
        often(Source("a"), 2, "born", ANN, when="1833").says("met", ANN, BOB, when="1840"),  # as children
        often(Source("a"), 2, "died", BOB, when="1833").says("child_born", ANN, BOB, child=ZOE, when="1834"),
        Source("a").says("born", ANN, when="1833").says("married", ANN, BOB, when="1830"),  # nobody knows which
        often(Source("a"), 2, "born", ANN, when="1833")
        .says("born", ANN, when="1803")
        .says("married", ANN, BOB, when="1830"),  # one of the births may be right
    ],
)
def test_what_may_have_been_stays(told, source):
    assert not [conflict for conflict in told(source).conflicts if "of one life" in conflict.why]


def test_what_a_chronology_tells_is_not_misread():
    row = Source("a").says("married", ANN, BOB, when="1830")
    prose = often(Source("b"), 2, "born", ANN, when="1833")
    known = {each.document.id: each.document for each in (row, prose)}
    who = {(source, name): name for source in known for name in (ANN, BOB)}
    read = tellings([row.reading, prose.reading], who, known)
    people = {name: Person(id=name, name=name) for name in (ANN, BOB)}
    assert len(without_unlived(read, people)[0]) == 2
    assert len(without_unlived(read, people, {"a"})[0]) == 3
