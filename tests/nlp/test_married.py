"""One woman under two names, and another one who bears the second."""

from kg.nlp import names
from kg.nlp.figures import Cast
from kg.nlp.married import renamed
from kg.nlp.ties import Tie, Ties


def cast_of(*full: str) -> Cast:
    """People named once each, at tokens 0, 10, 20 …"""
    people = Cast()
    for each in full:
        figure, name = people.add(), names.parse(each)
        figure.full, figure.places = [name], [10 * figure.index]
        people.index(figure, name)
    return people


def test_a_wife_bears_her_husbands_name_but_a_child_of_a_list_her_fathers():
    people, ties = cast_of("Mary Hart", "Henry Roe", "Mary Roe"), Ties()
    ties.add(0, Tie("partner", 1))
    assert renamed(people, ties, {}) == {2: 0}
    people.listed = {20}
    assert renamed(people, ties, {}) == {}


def test_mrs_roe_is_the_only_wife_of_a_roe_told_of_before():
    people, ties = cast_of("Mary Hart", "Henry Roe", "Mrs Roe"), Ties()
    ties.add(0, Tie("partner", 1))
    assert renamed(people, ties, {}) == {2: 0}
    mother = Ties()
    mother.add(0, Tie("partner", 1))
    mother.add(1, Tie("parent", 2))
    assert renamed(people, mother, {}) == {}


def test_of_two_wives_mrs_roe_is_neither_and_nobody_who_comes_later():
    people, ties = cast_of("Mary Hart", "Jane Lee", "Henry Roe", "Mrs Roe"), Ties()
    ties.add(0, Tie("partner", 2))
    ties.add(1, Tie("partner", 2))
    assert renamed(people, ties, {}) == {}
    later, ties = cast_of("Henry Roe", "Mrs Roe", "Mary Hart"), Ties()
    ties.add(0, Tie("partner", 2))
    assert renamed(later, ties, {}) == {}


def test_lady_morne_is_the_wife_of_the_lord_but_a_daughter_may_bear_his_name():
    for lord in ("Lord Morne", "Henry Roe, 2nd Baron Morne"):
        people, ties = cast_of("Mary Hart", lord, "Lady Morne"), Ties()
        ties.add(0, Tie("partner", 1))
        assert renamed(people, ties, {}) == {2: 0}
    people, ties = cast_of("Mary Hart", "Lord Morne", "Jane Morne", "Lady Morne"), Ties()
    people.figures[2].votes["female"] += 1
    ties.add(0, Tie("partner", 1))
    assert renamed(people, ties, {}) == {}
