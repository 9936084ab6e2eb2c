import pytest

from tests.resolve.sources import Source

ANN, BOB, CAL = "Ann Lee", "Bob Ray", "Cal Fox"


def nameless(document, type, name, *, published="2020-09-14", other=ANN):
    """A document that tells of somebody by a word alone, as "husband of Ann Lee"."""
    source = Source(document, published).knows(name, unnamed=True)
    return source.says(type, name, other) if type == "parent_of" else source.holds(type, name, other, when=published)


def couples(timeline, *types):
    """The names of those in states of such types."""
    found = (state for state in timeline.states if state.type in types)
    return {" + ".join(sorted(member.name for member in state.people)) for state in found}


def test_her_husband_is_the_one_whom_another_document_names(told):
    named = Source("b", "2020-05-01").says("married", ANN, BOB, when="2018")
    timeline = told(nameless("a", "married", f"husband of {ANN}"), named)
    assert couples(timeline, "married") == {f"{ANN} + {BOB}"}


@pytest.mark.parametrize(
    "named",
    [
        Source("b", "2021-05-01").says("married", ANN, BOB, when="2021"),  # later
        Source("b", "2020-05-01").says("married", ANN, BOB, when="2010").says("divorced", ANN, BOB, when="2015"),
        Source("b", "2020-05-01").says("married", ANN, BOB, when="2010").says("married", ANN, CAL, when="2016"),
        Source("b", "2020-05-01").holds("dating", ANN, BOB, when="2020-05-01"),
    ],
)
def test_her_husband_may_be_another(told, named):
    timeline = told(nameless("a", "married", f"husband of {ANN}"), named)
    assert f"{ANN} + husband of {ANN}" in couples(timeline, "married")


def test_a_document_that_names_her_husband_may_mean_another_by_the_word(told):
    source = nameless("a", "married", f"husband of {ANN}").says("married", ANN, BOB, when="2018")
    assert f"{ANN} + husband of {ANN}" in couples(told(source), "married")


@pytest.mark.parametrize(("day", "found"), [("2020-08-20", BOB), ("2019-08-20", f"boyfriend of {ANN}")])
def test_her_boyfriend_is_the_one_who_is_named_at_that_time(told, day, found):
    named = Source("b", day).holds("dating", ANN, BOB, when=day)
    timeline = told(nameless("a", "dating", f"boyfriend of {ANN}"), named)
    assert f"{ANN} + {found}" in couples(timeline, "dating")


def test_her_ex_husband_is_the_one_whom_she_divorced(told):
    named = Source("b", "2020-05-01").says("divorced", ANN, BOB, when="2015")
    assert couples(told(nameless("a", "divorced", f"ex-husband of {ANN}"), named), "divorced") == {f"{ANN} + {BOB}"}


@pytest.mark.parametrize(
    ("word", "parents"),
    [
        ("father", {"Carl Lee"}),
        ("mother", {"Carl Lee", f"mother of {ANN}"}),
        ("stepfather", {"Carl Lee", f"stepfather of {ANN}"}),
    ],
)
def test_nobody_has_two_fathers(told, word, parents):
    timeline = told(nameless("a", "parent_of", f"{word} of {ANN}"), Source("b").says("parent_of", "Carl Lee", ANN))
    assert {tie.people[0].name for tie in timeline.kin} == parents
