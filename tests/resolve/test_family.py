from tests.resolve.sources import Source

ANN, BOB, ZOE = "Ann Lee", "Bob Ray", "Zoe Ray"


def types(timeline):
    return sorted({record.type for record in (*timeline.events, *timeline.states, *timeline.kin)})


def test_a_mother_and_her_child_are_no_couple(told):
    timeline = told(Source("a").says("parent_of", ANN, ZOE).says("separated", ANN, ZOE, when="2013"))
    assert types(timeline) == ["parent_of"]
    assert [conflict.why for conflict in timeline.conflicts] == ["parent_of and separated of the same two people"]
    assert len(timeline.conflicts[0].claims) == 2


def test_a_couple_told_often_is_not_made_kin_by_one_misreading(told):
    source = Source("a").says("married", ANN, BOB).holds("married", ANN, BOB).says("child_born", ANN, child=BOB)
    assert types(told(source)) == ["married"]


def test_who_is_known_as_a_child_only_is_no_partner_however_often_told(told):
    child = f"first child of {ANN}"
    source = Source("a").says("parent_of", ANN, child).holds("dating", ANN, child).says("went_public", ANN, child)
    assert types(told(source)) == ["parent_of"]
    assert types(told(Source("a").holds("dating", ANN, BOB).says("went_public", ANN, BOB))) == ["dating", "went_public"]


def test_siblings_are_no_couple(told):
    assert types(told(Source("a").says("sibling_of", BOB, ZOE).says("engaged", BOB, ZOE))) == ["sibling_of"]


def test_relatives_meet_and_work_together(told):
    source = Source("a").says("parent_of", ANN, ZOE).says("met", ANN, ZOE).says("worked_together", ANN, ZOE)
    assert types(told(source)) == ["met", "parent_of", "worked_together"]


def test_a_denied_romance_of_kin_is_no_conflict(told):
    assert not told(Source("a").says("sibling_of", BOB, ZOE).says("dating_began", BOB, ZOE, status="denied")).conflicts
