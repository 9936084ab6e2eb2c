from tests.resolve.sources import Source

ANN, BOB, ZOE = "Ann Lee", "Bob Ray", "Zoe Ray"


def types(timeline):
    return sorted({record.type for record in (*timeline.events, *timeline.states, *timeline.kin)})


def test_a_mother_and_her_child_are_no_couple(told):
    timeline = told(Source("a").says("parent_of", ANN, ZOE).says("separated", ANN, ZOE, when="2013"))
    assert types(timeline) == ["parent_of"]
    (conflict,) = timeline.conflicts
    assert conflict.why == "Ann Lee and Zoe Ray: parent_of and separated cannot both be true"
    assert {claim.type for claim in conflict.told} == {"parent_of", "separated"}


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


def kin(timeline):
    return sorted(" ".join([tie.type, *(person.name.split()[0] for person in tie.people)]) for tie in timeline.kin)


CAL = "Cal Poe"


def test_of_three_parents_the_one_told_least_is_misread(told):
    source = Source("a").says("parent_of", ANN, ZOE).says("parent_of", ANN, ZOE)
    source = source.says("parent_of", BOB, ZOE).says("child_born", ANN, BOB, child=ZOE).says("parent_of", CAL, ZOE)
    timeline = told(source)
    assert kin(timeline) == ["parent_of Ann Zoe", "parent_of Bob Zoe"]
    (conflict,) = timeline.conflicts
    assert conflict.why == "Zoe Ray: more than two parents: Ann Lee, Bob Ray, Cal Poe"
    assert len(conflict.claims) == len(conflict.told) == 5


def test_of_three_parents_told_as_often_none_is_known_to_be_misread(told):
    source = Source("a").says("parent_of", ANN, ZOE).says("parent_of", BOB, ZOE).says("parent_of", CAL, ZOE)
    assert kin(told(source)) == ["parent_of Ann Zoe", "parent_of Bob Zoe", "parent_of Cal Zoe"]


def test_who_adopts_may_be_a_third_parent(told):
    source = Source("a").says("child_born", ANN, BOB, child=ZOE).says("parent_of", ANN, ZOE)
    source = source.says("parent_of", BOB, ZOE).says("adopted", CAL, child=ZOE)
    assert kin(told(source)) == ["parent_of Ann Zoe", "parent_of Bob Zoe", "parent_of Cal Zoe"]


def test_a_birth_keeps_the_parent_that_is_not_misread(told):
    source = Source("a").says("child_born", ANN, CAL, child=ZOE).says("parent_of", ANN, ZOE)
    source = source.says("parent_of", BOB, ZOE).says("parent_of", BOB, ZOE)
    timeline = told(source)
    assert kin(timeline) == ["parent_of Ann Zoe", "parent_of Bob Zoe"]
    assert all(CAL not in [person.name for person in event.people] for event in timeline.events)


def test_nobody_is_parent_and_brother_of_one_or_the_parent_of_a_parent(told):
    source = Source("a").says("sibling_of", BOB, ZOE).says("sibling_of", BOB, ZOE).says("parent_of", BOB, ZOE)
    assert kin(told(source)) == ["sibling_of Bob Zoe"]
    source = Source("a").says("parent_of", BOB, ZOE).says("parent_of", ZOE, BOB).says("parent_of", ZOE, BOB)
    assert kin(told(source)) == ["parent_of Zoe Bob"]


def test_a_father_taken_up_by_a_word_is_told_once_where_he_is_named(told):
    source = Source("a").says("child_born", ANN, BOB, child=ZOE).says("parent_of", ANN, ZOE).says("parent_of", BOB, ZOE)
    for quote in ("her father, Cal Poe, smiled", "her father left", "her father sang", "her father fell"):
        source = source.says("parent_of", CAL, ZOE, quote=quote, found_by="relation: father")
    assert kin(told(source)) == ["parent_of Ann Zoe", "parent_of Bob Zoe"]
    source = source.says("parent_of", CAL, ZOE, quote="Zoe is the daughter of Cal Poe", found_by="relation: daughter")
    assert kin(told(source)) == ["parent_of Ann Zoe", "parent_of Bob Zoe", "parent_of Cal Zoe"]
