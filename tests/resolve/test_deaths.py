import pytest

from tests.resolve.sources import Source

ANN, BOB = "Ann Lee", "Bob Ray"


def deaths(timeline):
    return [event.people[0].name for event in timeline.events if event.type == "died"]


def news(published="2020-09-10", when=None):
    return Source("a", published).says("died", ANN, when=when)


ALIVE = Source("b", "2020-09-20").holds("dating", ANN, BOB, when="2020-09-20")


def test_nobody_dies_of_whom_others_tell_a_later_life(told):
    timeline = told(news(), ALIVE)
    assert deaths(timeline) == []
    assert [conflict.why for conflict in timeline.conflicts] == ["Ann Lee: died, and later dating"]


@pytest.mark.parametrize(
    "sources",
    [
        (news(when="2020-09-09"), ALIVE),  # a day is seldom misread
        (news("2020-10-01"), ALIVE),  # the news is younger
        (news(None), ALIVE),
        (news(), Source("b", "2020-09-20").says("parent_of", ANN, BOB)),  # a tie outlives her
        (news(), Source("b", "2020-09-20").holds("dating", ANN, BOB, when="2020-09-20", end="2020-08")),
        (news().holds("married", ANN, BOB, when="2020-09-10"),),  # an obituary names the widower
        (
            Source("a", "2020-09-10", text="one two three four five six seven eight nine ten eleven").says("died", ANN),
            Source("c", "2020-09-11", text="a quite different piece about the same sad news here").says("died", ANN),
            ALIVE,
        ),
    ],
)
def test_a_death_stands(told, sources):
    assert deaths(told(*sources)) == [ANN]
