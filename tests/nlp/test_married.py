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
