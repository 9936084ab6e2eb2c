from datetime import date
from itertools import combinations, pairwise
from time import process_time

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


def test_the_smallest_of_several_contradictions_is_reported_first():
    long = [said("met", "2015"), Constraint("met", "engaged", 400), Constraint("engaged", "wed", 400)]
    short = [said("wed", "2010"), said("died", "2009"), Constraint("wed", "died", why="the dead do not marry")]
    first, second = tighten([*long, *short]).contradictions
    assert {each.why for each in first} == {"wed 2010", "the dead do not marry", "died 2009"}
    assert len(second) == 4


def test_of_contradictions_of_one_size_the_one_with_the_fewest_claims_is_reported():
    rule = Constraint("", "wed", 738_000, None, "the groom was born in 2021")
    first, *_ = tighten([said("wed", "2010"), said("wed", "2015"), rule]).contradictions
    assert {each.why for each in first} == {"the groom was born in 2021", "wed 2010"}


def test_names_that_no_date_ties_to_the_calendar_can_contradict_too():
    (cycle,) = tighten([Constraint("met", "wed", 1), Constraint("wed", "met", 0, why="rule")]).contradictions
    assert len(cycle) == 2


def test_a_tangle_with_more_cycles_than_can_be_looked_at_still_names_what_is_needed():
    names = [f"day {number:02}" for number in range(24)]
    rules = [Constraint(one, two, why="order") for one, two in combinations(names, 2)]
    steps = [Constraint(one, two, 300, 301, f"{two} is a year after") for one, two in pairwise(names)]
    dated = [said(names[0], "2000"), said(names[-1], "2020")]
    (found,) = tighten([*rules, *steps, *dated]).contradictions
    assert set(found) == {*steps, *dated}


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


@st.composite
def true_of_some_days(draw):
    """Days for a few names, and constraints that are all true of them."""
    real = {name: draw(days) for name in "abcd"} | {"": date.min}
    constraints = []
    for _ in range(draw(st.integers(1, 8))):
        name, other = draw(names), draw(st.sampled_from(["", *"abcd"]))
        apart = (real[name] - real[other]).days
        slack = [draw(st.none() | st.integers(0, 900)) for _ in range(2)]
        least, most = (None if each is None else apart + sign * each for sign, each in zip((-1, 1), slack, strict=True))
        constraints.append(Constraint(other, name, least, most, "true", draw(st.sampled_from([(), ("claim",)]))))
    return real, constraints


@given(true_of_some_days())
def test_what_is_true_of_some_days_is_no_contradiction_and_keeps_them(story):
    real, constraints = story
    solution = tighten(constraints)
    assert not solution.contradictions
    for name, found in solution.bounds.items():
        assert (found.earliest or date.min) <= real[name] <= (found.latest or date.max)


@given(st.lists(constraint(), max_size=6))
def test_a_contradiction_holds_no_more_than_it_must(constraints):
    solution = tighten(constraints)
    if solution.contradictions:
        first = solution.contradictions[0]
        sizes = range(1, len(constraints) + 1)
        groups = (group for size in sizes for group in combinations(dict.fromkeys(constraints), size))
        assert len(first) == len(next(group for group in groups if tighten(group).contradictions))


@pytest.mark.slow
def test_one_couple_of_a_hundred_thousand_events_costs_what_it_costs_alone():
    """Four events a couple; a couple that learns of a day is tightened anew, in the time of one couple."""
    couples = [stint(number) for number in range(25_000)]
    began = process_time()
    solutions = [tighten(each) for each in couples]
    whole = process_time() - began
    learnt = [*couples[17], said("17 wed", "2013-06")]
    began = process_time()
    again = tighten(learnt)
    alone = process_time() - began
    assert bounds(solutions[17], "17 wed") == "2013"
    assert bounds(again, "17 wed") == "2013-06"
    assert alone < whole / 1000


def stint(number: int) -> list[Constraint]:
    names = [f"{number} {word}" for word in ("met", "engaged", "wed", "parted")]
    dated = [on(name, Interval.year(2011 + place), name, (name,)) for place, name in enumerate(names)]
    return dated + [Constraint(one, two, why="order") for one, two in combinations(names, 2)]


def test_tightening_moves_only_the_days_of_the_couple_it_learns_of():
    one, other = stint(1), stint(2)
    learnt = said("1 wed", "2013-06")
    before, after = tighten([*one, *other]), tighten([*one, *other, learnt])
    assert {name for name in before.bounds if before.bounds[name] != after.bounds[name]} == {"1 wed"}
    assert {name: after.bounds[name] for name in tighten(other).bounds} == tighten(other).bounds
