"""Who is looked for when it is told who somebody is: all who could be meant, and few others."""

import pytest

from kg.records import Judgement
from kg.resolve.blocks import blocks, introduced, meet
from kg.resolve.people import clustered
from kg.resolve.profiles import profiles
from tests.resolve.sources import Source


def met(one, other, *judgements):
    """Whether the first person of each of two documents looks for the other."""
    found = [_blocks(source, judgements) for source in (one, other)]
    return any(a.key == b.key and meet(a, b) for a in found[0] for b in found[1])


def _blocks(source, judgements):
    clusters = list(clustered(profiles(source.reading), judgements, lambda _: source.reading))
    first = next(iter(source.people))
    (mine,) = (each for each in clusters if each.order[1] == first)
    return blocks(mine, introduced(clusters), judgements)


def told(*names, also=(), type="met"):
    source = Source(f"{names} {also}")
    source.knows(names[0], *also)
    return source.says(type, *names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(told("Ann Lee", "Bob Ray"), told("Ann Lee", "Cleo Marsh"), id="one full name"),
        pytest.param(told("Ann Lee", "Bob Ray", also=("Ann Fox",)), told("Ann Fox", "Dan Holt"), id="a further name"),
        pytest.param(told("Ann Buckley", "Bob Ray"), told("Ann Buckly", "Bob Ray"), id="a slip"),
        pytest.param(told("Liz Lee", "Bob Ray"), told("Elizabeth Lee", "Robert Ray"), id="a short form"),
        pytest.param(told("Ann Lee", "Bob Ray"), told("Ann Ray", "Bob Ray"), id="a married name"),
        pytest.param(told("Ann", "Bob Ray"), told("Ann Lee", "Bob Ray"), id="a first name alone"),
        pytest.param(told("Lee", "Bob Ray"), told("Ann Lee", "Bob Ray"), id="a surname alone"),
        pytest.param(told("Mrs Lee", "Ray"), told("Ann Lee", "Bob Ray"), id="a surname, and that of the partner"),
        pytest.param(told("Ann", "Bob Ray"), told("Ann", "Bob Ray"), id="nothing but a first name"),
    ],
)
def test_those_who_may_be_one_look_for_each_other(one, other):
    assert (met(one, other), met(other, one)) == (True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(told("Ann Lee", "Bob Ray"), told("Ann Fox", "Bob Ray"), id="one first name and partner"),
        pytest.param(told("Ann Lee", "Bob Ray"), told("Sue Lee", "Bob Ray"), id="one surname and partner"),
        pytest.param(told("Ann Buckley", "Bob Ray"), told("Ann Buckly", "Dan Holt"), id="a slip among others"),
        pytest.param(told("Ann", "Bob Ray"), told("Ann Lee", "Dan Holt"), id="a first name among others"),
        pytest.param(
            told("Ann Lee", "Bob Ray", also=("Ann Fox",)),
            told("Sue Lee", "Dan Holt", also=("Ann Fox",)),
            id="further names",
        ),
    ],
)
def test_others_do_not(one, other):
    assert not met(one, other)


def test_those_who_were_judged_the_same_look_for_each_other():
    one, other = told("Ann Lee", "Bob Ray"), told("Cleo Marsh", "Dan Holt")
    same, different = (
        Judgement(id="", verdict=each, names=("Ann Lee", "Cleo Marsh")) for each in ("same", "different")
    )
    assert (met(one, other, same), met(one, other, different)) == (True, False)
