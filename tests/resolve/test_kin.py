import pytest

from tests.resolve.sources import Source

ANN, BOB, ZOE, TIM = "Ann Lee", "Bob Ray", "Zoe Ray", "Tim Ray"


def ties(timeline):
    return sorted((tie.type, *(member.name for member in tie.people)) for tie in timeline.kin)


def ties_of(tie):
    return tuple(member.name for member in tie.people)


def test_a_tie_told_twice_is_one_tie_parent_first(told):
    timeline = told(Source("a").says("parent_of", ANN, ZOE), Source("b").says("parent_of", ANN, ZOE))
    assert ties(timeline) == [("parent_of", ANN, ZOE)]
    assert len(timeline.kin[0].claims) == 2


def test_siblings_have_no_order(told):
    assert ties(told(Source("a").says("sibling_of", ZOE, TIM).says("sibling_of", TIM, ZOE))) == [
        ("sibling_of", TIM, ZOE)
    ]


def test_a_birth_and_an_adoption_make_parents(told):
    source = Source("a").says("child_born", ANN, BOB, child=ZOE).says("adopted", ANN, child=TIM)
    assert ties(told(source)) == [("parent_of", ANN, TIM), ("parent_of", ANN, ZOE), ("parent_of", BOB, ZOE)]


def test_children_of_the_same_two_parents_are_siblings(told):
    source = Source("a").says("child_born", ANN, BOB, child=ZOE).says("child_born", ANN, BOB, child=TIM)
    assert ("sibling_of", TIM, ZOE) in ties(told(source))


def test_children_of_one_parent_are_siblings_where_they_are_told_together(told):
    source = Source("a").says("parent_of", ANN, ZOE).says("parent_of", ANN, TIM, at=12)
    assert ("sibling_of", TIM, ZOE) in ties(told(source))


def test_one_parent_in_common_may_be_all_that_is_known(told):
    apart = Source("a").says("parent_of", ANN, ZOE).says("parent_of", ANN, TIM, at=300)
    assert ("sibling_of", TIM, ZOE) not in ties(told(apart))
    elsewhere = Source("a").says("parent_of", ANN, ZOE), Source("b").says("parent_of", ANN, TIM)
    assert ("sibling_of", TIM, ZOE) not in ties(told(*elsewhere))


def test_a_denied_tie_is_none(told):
    assert not told(Source("a").says("parent_of", ANN, ZOE, status="denied")).kin


def test_brothers_have_the_same_parents(told):
    source = Source("a").says("parent_of", ANN, ZOE).says("parent_of", BOB, ZOE).says("sibling_of", ZOE, TIM)
    timeline = told(source)
    assert {("parent_of", ANN, TIM), ("parent_of", BOB, TIM)} <= set(ties(timeline))
    inherited = next(tie for tie in timeline.kin if ties_of(tie) == (ANN, TIM))
    assert {claim.type for claim in inherited.claims} == {"parent_of", "sibling_of"}  # what proves it


@pytest.mark.parametrize(
    ("name", "born", "quote", "parent"),
    [
        (TIM, "Bob's daughter", "her half-brother Tim", ""),
        (TIM, "the daughter of Bob and his second wife", "her brother Tim", ""),
        (TIM, "Bob's daughter", "her brother Tim", "Eva Poe"),  # a parent is known
        ("Bob Ray Jr.", "Bob's daughter", "her brother Bob", ""),  # his father's name is easily taken for his own
    ],
)
def test_parents_of_a_brother_are_not_taken_where_they_may_be_others(told, name, born, quote, parent):
    source = Source("a").says("parent_of", BOB, ZOE, quote=born).says("sibling_of", ZOE, name, quote=quote)
    if parent:
        source = source.says("parent_of", parent, name)
    assert ("parent_of", BOB, name) not in ties(told(source))


def test_brother_of_one_child_is_not_told_of_the_others(told):
    source = Source("a").says("child_born", ANN, BOB, child=ZOE).says("child_born", ANN, BOB, child="Eva Ray")
    assert ("sibling_of", "Eva Ray", TIM) not in ties(told(source.says("sibling_of", ZOE, TIM)))


def test_parents_of_a_brother_are_not_taken_where_one_married_twice(told):
    source = Source("a").says("parent_of", ANN, ZOE).says("sibling_of", ZOE, TIM)
    source = source.says("married", ANN, BOB, when="1990").says("married", ANN, "Carl Poe", when="2001")
    assert ("parent_of", ANN, TIM) not in ties(told(source))


@pytest.mark.parametrize(("gender", "is_both"), [("female", True), ("male", False)])
def test_a_wife_bears_her_husbands_child(told, gender, is_both):
    source = Source("a").knows(ANN, gender=gender).says("child_born", ANN, child=ZOE, found_by="verb: give daughter")
    timeline = told(source.says("married", ANN, BOB, when="1786"))
    assert (("parent_of", BOB, ZOE) in ties(timeline)) is is_both


def test_a_wife_who_loved_two_bears_nobodys_child_but_hers(told):
    source = Source("a").knows(ANN, gender="female").says("child_born", ANN, child=ZOE, found_by="verb: give daughter")
    source = source.says("married", ANN, BOB, when="1786").says("dating_began", ANN, "Carl Poe", when="1790")
    assert ("parent_of", BOB, ZOE) not in ties(told(source))
