import pytest

from kg.records import Basis
from tests.resolve.sources import Source, years

ANN, BOB, CAL = "Ann Lee", "Bob Ray", "Cal Fox"


def span(bound):
    return bound.earliest and str(bound.earliest), bound.latest and str(bound.latest)


def stints(timeline, type, *names):
    """(start, end) of each stint of a state."""
    found = [state for state in timeline.states if state.type == type]
    found = [state for state in found if set(names) <= {member.name for member in state.people}]
    return [(span(state.start), span(state.end)) for state in found]


def the(timeline, type):
    (found,) = [state for state in timeline.states if state.type == type]
    return found


def test_a_wedding_opens_and_a_divorce_closes_a_marriage(told):
    timeline = told(Source("a").says("married", ANN, BOB, when="2001-05-03").says("divorced", ANN, BOB, when="2010"))
    state = the(timeline, "married")
    assert span(state.start) == ("2001-05-03", "2001-05-03")
    assert span(state.end) == ("2010-01-01", "2010-12-31")
    assert (state.start.basis, state.end.basis) == (Basis.STATED, Basis.STATED)
    assert state.start.why == f"married 2001-05-03 ({ANN} and {BOB})"


def test_who_is_said_to_hold_it_attests_and_begins_nothing(told):
    state = the(told(Source("a").holds("dating", ANN, BOB, when="2020-09-14")), "dating")
    assert [when.edtf for when in state.attested] == ["2020-09-14"]
    assert span(state.start) == (None, "2020-09-14")
    assert span(state.end) == ("2020-09-14", None)
    assert state.start.basis is Basis.INFERRED


def test_an_ex_wife_was_divorced_by_then(told):
    timeline = told(Source("a").holds("divorced", ANN, BOB, when="2020-09-14"))
    assert stints(timeline, "divorced") == [((None, "2020-09-14"), ("2020-09-14", None))]
    assert not timeline.events


def test_on_and_off_makes_numbered_stints(told):
    source = Source("a").says("dating_began", ANN, BOB, when="2011-07-02").says("separated", ANN, BOB, when="2013-01")
    source.says("reconciled", ANN, BOB, when="2013-10").says("separated", ANN, BOB, when="2018-03")
    timeline = told(source)
    assert stints(timeline, "dating") == [
        (("2011-07-02", "2011-07-02"), ("2013-01-01", "2013-01-31")),
        (("2013-10-01", "2013-10-31"), ("2018-03-01", "2018-03-31")),
    ]
    assert [state.stint for state in timeline.states if state.type == "dating"] == [1, 2]
    assert stints(timeline, "separated")[0] == (("2013-01-01", "2013-01-31"), ("2013-10-01", "2013-10-31"))


def test_who_parted_in_march_had_come_together_by_then(told):
    source = Source("a", "2020-09-03").says("dating_began", ANN, BOB).says("separated", ANN, BOB, when="2020-03")
    assert stints(told(source), "dating") == [((None, "2020-03-31"), ("2020-03-01", "2020-03-31"))]


def test_marrying_each_other_again_is_a_second_marriage(told):
    source = Source("a").says("married", ANN, BOB, when="1964").says("divorced", ANN, BOB, when="1974")
    source.says("married", ANN, BOB, when="1975")
    assert [start[0] for start, _ in stints(told(source), "married")] == ["1964-01-01", "1975-01-01"]


@pytest.mark.parametrize(("again", "end"), [("1975", ("1975-01-01", "1975-12-31")), ("1974", ("1974-01-01", None))])
def test_who_marry_each_other_again_are_divorced_no_more(told, again, end):
    source = Source("a").says("married", ANN, BOB, when="1964").says("divorced", ANN, BOB, when="1974")
    timeline = told(source.says("married", ANN, BOB, when=again))
    assert stints(timeline, "divorced") == [(("1974-01-01", "1974-12-31"), end)]


def test_dating_goes_on_through_engagement_and_marriage(told):
    source = Source("a").says("dating_began", ANN, BOB, when="2010").says("engaged", ANN, BOB, when="2012")
    source.says("married", ANN, BOB, when="2013")
    timeline = told(source)
    assert stints(timeline, "dating") == [(("2010-01-01", "2010-12-31"), ("2010-01-01", None))]
    assert stints(timeline, "engaged") == [(("2012-01-01", "2012-12-31"), ("2013-01-01", "2013-12-31"))]


def test_nobody_is_together_after_a_divorce(told):
    source = Source("a").says("dating_began", ANN, BOB, when="2010").says("married", ANN, BOB, when="2013")
    state = the(told(source.says("divorced", ANN, BOB, when="2019")), "dating")
    assert span(state.end)[1] == "2019-12-31"
    assert state.end.basis is Basis.INFERRED
    assert state.end.why.startswith("at the latest: divorced")


def test_two_told_to_be_together_after_their_divorce_are_not_parted_by_it(told):
    source = Source("a").says("married", ANN, BOB, when="2001").says("divorced", ANN, BOB, when="2005")
    (later,) = stints(told(source.holds("dating", ANN, BOB, when="2012-03-01")), "dating")
    assert later == ((None, "2012-03-01"), ("2012-03-01", None))


def test_another_wedding_is_only_a_hint_that_the_marriage_was_over(told):
    source = Source("a").says("married", ANN, BOB, when="2001").says("married", ANN, CAL, when="2010")
    state = next(each for each in told(source).states if BOB in {member.name for member in each.people})
    assert span(state.end) == ("2001-01-01", None)
    assert state.end.why == f"possibly by then: married 2010 ({ANN} and {CAL})"


def test_a_new_love_ends_nothing(told):
    source = Source("a").says("dating_began", ANN, BOB, when="2001").says("dating_began", ANN, CAL, when="2010")
    assert stints(told(source), "dating", BOB) == [(("2001-01-01", "2001-12-31"), ("2001-01-01", None))]


def test_a_death_ends_a_marriage_at_the_latest(told):
    timeline = told(Source("a").says("married", ANN, BOB, when="1900").says("died", BOB, when="1920-03-04"))
    state = the(timeline, "married")
    assert span(state.end)[1] == "1920-03-04"
    assert (state.end.basis, state.end.why) == (Basis.INFERRED, f"at the latest: died 1920-03-04 ({BOB})")


def test_widowhood_ends_a_marriage(told):
    source = Source("a").says("married", ANN, BOB, when="1900").says("widowed", ANN, BOB, when="1920")
    assert stints(told(source), "married") == [(("1900-01-01", "1900-12-31"), ("1920-01-01", "1920-12-31"))]


def test_an_engagement_called_off_ends_the_engagement_only(told):
    source = Source("a").says("dating_began", ANN, BOB, when="2010").says("engaged", ANN, BOB, when="2012")
    timeline = told(source.says("engagement_ended", ANN, BOB, when="2013"))
    assert span(the(timeline, "engaged").end) == ("2013-01-01", "2013-12-31")
    assert span(the(timeline, "dating").end) == ("2010-01-01", None)


def test_from_one_year_until_another_has_both_bounds(told):
    state = the(told(Source("a").holds("dating", ANN, BOB, start="2008", end="2010")), "dating")
    assert (span(state.start), span(state.end)) == (("2008-01-01", "2008-12-31"), ("2010-01-01", "2010-12-31"))


def test_a_divorce_without_a_day_leaves_the_end_that_is_told(told):
    source = Source("a", "2020-09-14").holds("married", ANN, BOB, start="2015", end="2017").says("divorced", ANN, BOB)
    assert span(the(told(source), "married").end) == ("2017-01-01", "2017-12-31")
    source.says("divorced", ANN, BOB, when="2019", at=9)
    assert span(the(told(source), "married").end) == ("2019-01-01", "2019-12-31")


def test_overlapping_relations_stand_side_by_side(told):
    source = Source("a").holds("married", ANN, BOB, start="2001", end="2010").holds("dating", ANN, CAL, start="2005")
    assert len(told(source).states) == 2


def test_each_telling_goes_to_the_stint_of_its_day(told):
    source = Source("a").says("dating_began", ANN, BOB, when="2011").says("separated", ANN, BOB, when="2013")
    source.says("reconciled", ANN, BOB, when="2016").holds("dating", ANN, BOB, when="2012-05-01")
    source.holds("dating", ANN, BOB, when="2017-05-01")
    attested = [[when.edtf for when in state.attested] for state in told(source).states if state.type == "dating"]
    assert attested == [["2012-05-01"], ["2017-05-01"]]


@pytest.mark.parametrize("status", ["denied", "negated", "fictional", "planned"])
def test_what_does_not_hold_is_no_state(told, status):
    assert not told(Source("a").holds("dating", ANN, BOB, when="2020-09-14", status=status)).states


def test_a_rumoured_state_says_so(told):
    assert the(told(Source("a").holds("dating", ANN, BOB, status="rumoured")), "dating").status == "rumoured"


def test_a_length_bounds_the_beginning(told):
    timeline = told(Source("a").holds("dating", ANN, BOB, when="2020-09-14", duration=years(2, over=True)))
    assert span(the(timeline, "dating").start) == (None, "2018-09-15")


def test_who_has_it_hold_when_others_have_it_over_gives_a_rival_end(told):
    timeline = told(
        Source("a", "2020-09-06").holds("dating", ANN, BOB, end="../2020-09-06"),
        Source("b", "2020-09-13").holds("dating", ANN, BOB, end="../2020-09-13"),
        Source("c", "2020-09-30")
        .holds("dating", ANN, BOB, when="2020-09-13")
        .holds("dating", ANN, BOB, end="../2020-09-30"),
    )
    state = the(timeline, "dating")
    assert span(state.end) == (None, "2020-09-06")
    assert [(rival.when.edtf, rival.documents) for rival in state.rivals] == [("2020-09-13/2020-09-30", ("c",))]
    assert [(each.events, each.why) for each in timeline.conflicts] == [
        ((state.id,), "end of dating: by 6 September 2020 or 13 to 30 September 2020")
    ]


def test_the_end_that_more_documents_tell_is_the_end(told):
    timeline = told(
        Source("a").holds("dating", ANN, BOB, end="../2020-09-06"),
        Source("b").holds("dating", ANN, BOB, when="2020-09-13"),
        Source("c").holds("dating", ANN, BOB, when="2020-09-20"),
    )
    state = the(timeline, "dating")
    assert span(state.end) == ("2020-09-20", None)
    assert [(rival.when.edtf, rival.documents) for rival in state.rivals] == [("../2020-09-06", ("a",))]


@pytest.mark.parametrize("held", ["2020-08", "2020-09-06"])
def test_what_held_before_it_was_over_is_no_rival(told, held):
    state = the(
        told(
            Source("a").holds("dating", ANN, BOB, end="../2020-09-06"),
            Source("b").holds("dating", ANN, BOB, when=held),
        ),
        "dating",
    )
    assert not state.rivals
    assert span(state.end)[1] == "2020-09-06"
