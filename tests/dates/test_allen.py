from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.dates.allen import Allen, Stretch
from kg.dates.interval import Certainty, Interval

FIRST = date(2000, 1, 1)
numbers = st.integers(min_value=0, max_value=6)


def stretch(first: int, last: int) -> Stretch:
    return Stretch(*(Interval.day(FIRST + timedelta(number)) for number in sorted((first, last))))


@settings(deadline=None)
@given(numbers, numbers, numbers, numbers)
def test_certain_stretches_stand_in_exactly_one_relation(a: int, b: int, c: int, d: int) -> None:
    relations = stretch(a, b).relations(stretch(c, d))
    assert sorted(relations.values()) == [Certainty.CERTAIN] + [Certainty.CONTRADICTED] * 12


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ((0, 2), (5, 6), Allen.BEFORE),
        ((0, 2), (3, 6), Allen.MEETS),
        ((0, 3), (3, 6), Allen.OVERLAPS),
        ((0, 3), (0, 6), Allen.STARTS),
        ((1, 3), (0, 6), Allen.DURING),
        ((3, 6), (0, 6), Allen.FINISHES),
        ((0, 6), (0, 6), Allen.EQUALS),
        ((0, 6), (3, 6), Allen.FINISHED_BY),
        ((0, 6), (1, 3), Allen.CONTAINS),
        ((0, 6), (0, 3), Allen.STARTED_BY),
        ((3, 6), (0, 3), Allen.OVERLAPPED_BY),
        ((3, 6), (0, 2), Allen.MET_BY),
        ((5, 6), (0, 2), Allen.AFTER),
    ],
)
def test_each_relation(one: tuple[int, int], other: tuple[int, int], relation: Allen) -> None:
    assert stretch(*one).relation(stretch(*other), relation) is Certainty.CERTAIN


@settings(deadline=None, max_examples=60)
@given(st.tuples(*[numbers] * 4), st.tuples(*[numbers] * 4))
def test_bounds_allow_what_some_days_within_them_make_true(one: tuple[int, ...], other: tuple[int, ...]) -> None:
    """Against all days within the bounds, tried one by one."""
    first, second = loose(one), loose(other)
    seen = {
        next(relation for relation, held in a.relations(b).items() if held is Certainty.CERTAIN)
        for a in within(one)
        for b in within(other)
    }
    told = first.relations(second)
    assert {relation for relation, held in told.items() if held is not Certainty.CONTRADICTED} == seen


def loose(bounds: tuple[int, ...]) -> Stretch:
    start, end = sorted(bounds[:2]), sorted(bounds[2:])
    return Stretch(*(Interval(*(FIRST + timedelta(number) for number in pair)) for pair in (start, end)))


def within(bounds: tuple[int, ...]) -> list[Stretch]:
    (a, b), (c, d) = sorted(bounds[:2]), sorted(bounds[2:])
    return [stretch(i, j) for i in range(a, b + 1) for j in range(c, d + 1) if i <= j]


def test_a_married_year_may_have_met_the_next() -> None:
    one = Stretch(Interval.year(2010), Interval.year(2012))
    other = Stretch(Interval.year(2012), Interval.year(2014))
    possible = {relation for relation, held in one.relations(other).items() if held is Certainty.POSSIBLE}
    assert possible == {Allen.BEFORE, Allen.MEETS, Allen.OVERLAPS}
