from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates.interval import Interval
from kg.dates.network import Constraint, on, tighten


def said(name, edtf):
    return on(name, Interval.from_edtf(edtf), f"{name} {edtf}", (f"claim of {name}",))


def bounds(solution, name):
    found = solution.bounds[name]
    return Interval(found.earliest, found.latest).edtf


@pytest.mark.parametrize(
    ("constraints", "name", "edtf"),
    [
        ([said("met", "2017")], "met", "2017"),
        ([said("met", "2017"), said("met", "2017-06")], "met", "2017-06"),
        # nobody marries before they meet
        ([said("met", "2017-06"), said("wed", "2017"), Constraint("met", "wed")], "wed", "2017-06/2017-12"),
        ([said("met", "2017"), said("wed", "2017-06"), Constraint("met", "wed")], "met", "2017-01/2017-06"),
        # a year after they met
        ([said("met", "2017-06-01"), Constraint("met", "wed", 365, 730)], "wed", "2018-06-01/2019-06-01"),
        ([said("wed", "../2022"), Constraint("met", "wed", 365, None)], "met", "../2021"),
        ([Constraint("met", "wed")], "wed", "../.."),
    ],
)
def test_bounds_follow_from_what_is_known_of_other_days(constraints, name, edtf):
    assert bounds(tighten(constraints), name) == edtf


def test_a_bound_names_the_constraints_on_its_way():
    solution = tighten([said("met", "2017"), said("wed", "../2019"), Constraint("met", "wed", why="no wedding before")])
    assert solution.bounds["wed"].why == ("no wedding before", "met 2017", "wed ../2019")


def test_a_contradiction_names_the_claims_that_make_it_and_no_others():
    met, wed = said("met", "2010"), said("wed", "2015")
    divorced, rule = said("divorced", "2013"), Constraint("wed", "divorced", why="no divorce before the wedding")
    solution = tighten([met, wed, divorced, Constraint("met", "wed"), rule])
    (cycle,) = solution.contradictions
    assert set(cycle) == {wed, divorced, rule}
    assert bounds(solution, "wed") == "2015"  # the rule is set aside, the sources stand
    assert bounds(solution, "divorced") == "2013"


def test_two_sources_that_disagree_leave_the_first():
    solution = tighten([said("wed", "2015"), said("wed", "2017")])
    assert len(solution.contradictions) == 1
    assert bounds(solution, "wed") == "2015"


def test_what_only_touches_is_no_contradiction():
    assert not tighten([said("wed", "2015"), said("divorced", "2015"), Constraint("wed", "divorced")]).contradictions


def test_days_beyond_the_calendar_are_open():
    assert bounds(tighten([said("met", "9999"), Constraint("met", "wed", 365, 400)]), "wed") == "../.."


days = st.dates(date(1900, 1, 1), date(2030, 1, 1))
names = st.sampled_from("abcd")


@st.composite
def constraint(draw):
    first, last = sorted((draw(days), draw(days)))
    if draw(st.booleans()):
        return on(draw(names), Interval(first, last), "said", ("claim",))
    least = draw(st.integers(-2000, 2000))
    return Constraint(draw(names), draw(names), least, least + draw(st.integers(0, 4000)), "rule")


@given(st.lists(constraint(), max_size=8))
def test_a_tightened_bound_is_never_wider_than_what_was_said_of_it(constraints):
    solution = tighten(constraints)
    set_aside = {each for cycle in solution.contradictions for each in cycle}
    for each in constraints:
        if each.earlier == "" and each not in set_aside:
            found = solution.bounds[each.later]
            said_so = tighten([each]).bounds[each.later]
            assert found.earliest >= said_so.earliest
            assert found.latest <= said_so.latest


@given(st.lists(constraint(), max_size=8))
def test_further_knowledge_never_widens(constraints):
    for upto in range(1, len(constraints)):
        before, after = tighten(constraints[:upto]), tighten(constraints[: upto + 1])
        if after.contradictions:
            return
        for name, old in before.bounds.items():
            new = after.bounds[name]
            assert old.earliest is None or (new.earliest is not None and new.earliest >= old.earliest)
            assert old.latest is None or (new.latest is not None and new.latest <= old.latest)
