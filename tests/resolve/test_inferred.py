import pytest

from tests.resolve.sources import Source

ANN, BOB, CAL = "Ann Lee", "Bob Ray", "Cal Fox"


def widows(timeline):
    return [event.people[0].name for event in timeline.events if event.type == "widowed"]


def marriage(published=None, when="1990"):
    return Source("a", published).says("married", ANN, BOB, when=when)


DEATH = Source("b").says("died", BOB, when="2005-03-01")


@pytest.mark.parametrize(
    "told_of_it",
    [
        Source("c").says("died", ANN, when="2010"),  # her own, later death
        Source("c").says("married", ANN, CAL, when="2008"),  # her next wedding
        Source("c", "2005-04-01").holds("married", ANN, BOB, when="2005-04-01"),  # his wife when the news came
        Source("c", "2004-09-01").holds("married", ANN, BOB, when="2004-09-01"),
    ],
)
def test_who_outlived_a_husband_is_a_widow(told, told_of_it):
    timeline = told(marriage(), DEATH, told_of_it)
    assert widows(timeline) == [ANN]
    (event,) = [each for each in timeline.events if each.type == "widowed"]
    assert (event.when.edtf, event.basis.value) == ("2005-03-01", "inferred")


def test_years_in_brackets_alone_make_no_widow(told):
    listed = Source("b").says("died", BOB, when="2005-03-01", found_by="bracket: died")
    later = Source("c").says("died", ANN, when="2010", found_by="bracket: died")
    assert widows(told(marriage(), listed, later)) == []
    assert widows(told(marriage(), listed, DEATH, later)) == [ANN]


@pytest.mark.parametrize(("quote", "found"), [("her late husband", [ANN]), ("her husband", [])])
def test_a_late_husband_leaves_a_widow_though_no_wedding_is_told(told, quote, found):
    assert widows(told(DEATH, Source("a", "2020-09-14").holds("married", ANN, BOB, quote=quote))) == found


def test_an_obituary_that_tells_the_wedding_makes_a_widow(told):
    news = Source("a", "2005-03-07").says("married", ANN, BOB, when="1990").says("died", BOB, when="2005-03-01")
    assert widows(told(news)) == [ANN]
    later = Source("a", "2015-03-07").says("married", ANN, BOB, when="1990").says("died", BOB, when="2005-03-01")
    assert widows(told(later)) == []  # by then they may long have been divorced


@pytest.mark.parametrize(
    "ended",
    [
        Source("d").says("divorced", ANN, BOB, when="2001"),
        Source("d").says("separated", ANN, BOB),
        Source("d").says("married", BOB, "Eva Orr", when="2001"),
    ],
)
def test_who_had_parted_is_no_widow(told, ended):
    timeline = told(marriage(), DEATH, Source("c").says("married", ANN, CAL, when="2008"), ended)
    assert ANN not in widows(timeline)


def test_who_died_first_is_no_widow(told):
    assert widows(told(marriage(), DEATH, Source("d").says("died", ANN, when="2001"))) == [BOB]


def test_a_second_wedding_to_the_same_husband_counts(told):
    timeline = told(
        marriage(),
        Source("d").says("divorced", ANN, BOB, when="1995"),
        Source("e").says("married", ANN, BOB, when="2000"),
        DEATH,
        Source("c").says("died", ANN, when="2010"),
    )
    assert widows(timeline) == [ANN]


def test_nothing_told_of_the_years_between_makes_no_widow(told):
    assert widows(told(marriage(), DEATH)) == []


def test_a_widowhood_that_is_told_is_not_inferred_again(told):
    timeline = told(
        marriage(), DEATH, Source("c").says("widowed", ANN, BOB, when="2005").says("died", ANN, when="2010")
    )
    assert widows(timeline) == [ANN]


def test_a_widowhood_that_is_told_without_a_day_has_that_of_the_death(told):
    timeline = told(Source("a").says("widowed", ANN, BOB).says("died", BOB, when="2005-03-01"))
    (event,) = [each for each in timeline.events if each.type == "widowed"]
    assert (event.when.edtf, event.basis.value) == ("2005-03-01", "stated")
