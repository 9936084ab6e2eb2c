import pytest

from tests.resolve.sources import Source

ANN, BOB, CAL, SUE = "Ann Lee", "Bob Ray", "Cal Fox", "Sue Tan"


def married(name="a"):
    """Bob is known to be Ann's husband from 1986 to 1991."""
    return (
        Source(name, "1991-10-07").says("married", ANN, BOB, when="1986").holds("married", ANN, BOB, when="1991-10-07")
    )


def bobs(timeline):
    return [person.name for person in timeline.people].count(BOB)


@pytest.mark.parametrize(
    "vows",
    [
        Source("b").says("married", SUE, BOB, when="1988-07-18"),
        Source("b").says("married", SUE, BOB, when="1988-07-18", status="planned"),
        Source("b").says("engaged", SUE, BOB, when="1987-04"),
    ],
)
def test_who_takes_vows_while_the_other_is_married_is_a_namesake(told, vows):
    timeline = told(married(), vows)
    assert bobs(timeline) == 2
    assert any("married to somebody else then" in reason for each in timeline.people for reason in each.why)


@pytest.mark.parametrize(
    "vows",
    [
        Source("b").says("married", SUE, BOB, when="1995"),  # later
        Source("b").says("married", SUE, BOB, when="1980/1995"),  # perhaps later
        Source("b").says("married", SUE, BOB, when="1988", status="rumoured"),
        Source("b").says("dating_began", SUE, BOB, when="1988"),  # love is no vow
        Source("b").says("married", "Annie Lee", BOB, when="1988"),  # she herself
        Source("b").says("married", SUE, BOB, when="1988").says("divorced", ANN, BOB, when="1987"),
        Source("b").says("married", SUE, BOB, when="1988").knows(ANN),  # Sue may be misread for Ann
        Source("b").says("married", SUE, BOB, when="1988").says("met", BOB, CAL),
    ],
)
def test_other_vows_make_no_namesake(told, vows):
    assert bobs(told(married().says("met", BOB, CAL), vows)) == 1
