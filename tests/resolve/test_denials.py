import pytest

from tests.resolve.sources import Source

ANN, BOB, CAL = "Ann Lee", "Bob Ray", "Cal Fox"


def statuses(timeline, type):
    return [event.status.value for event in timeline.events if event.type == type]


def rumour(published="2020-01-01"):
    return Source("a", published).says("dating_began", ANN, BOB, status="rumoured")


def test_a_rumour_that_is_denied_stands_no_longer(told):
    timeline = told(rumour(), Source("b", "2020-02-01").says("dating_began", ANN, BOB, status="denied"))
    assert statuses(timeline, "dating_began") == ["denied"]
    assert [claim.status.value for claim in timeline.events[0].claims].count("rumoured") == 1


def test_a_denial_of_the_state_takes_back_the_rumour_of_its_beginning(told):
    timeline = told(rumour(), Source("b", "2020-02-01").holds("dating", ANN, BOB, when="2020-02-01", status="denied"))
    assert statuses(timeline, "dating_began") == ["denied"]


def test_a_rumoured_state_that_is_denied_is_none(told):
    rumoured = Source("a", "2020-01-01").holds("dating", ANN, BOB, when="2020-01-01", status="rumoured")
    denied = Source("b", "2020-02-01").holds("dating", ANN, BOB, when="2020-02-01", status="denied")
    assert told(rumoured).states
    timeline = told(rumoured, denied)
    assert not timeline.states
    (event,) = timeline.events
    assert event.status.value == "denied"
    assert {claim.status.value for claim in event.claims} == {"rumoured", "denied"}  # the rumour stays on record


def test_what_is_rumoured_after_a_denial_stands(told):
    timeline = told(rumour("2020-03-01"), Source("b", "2020-02-01").says("dating_began", ANN, BOB, status="denied"))
    assert statuses(timeline, "dating_began") == ["rumoured", "denied"]


def test_a_confirmation_outweighs_the_denial_before_it(told):
    timeline = told(
        rumour(),
        Source("b", "2020-02-01").says("dating_began", ANN, BOB, status="denied"),
        Source("c", "2021-02-01").says("dating_began", ANN, BOB, when="2020-01"),
    )
    assert sorted(statuses(timeline, "dating_began")) == ["asserted", "denied"]
    assert len(timeline.conflicts) == 1


@pytest.mark.parametrize(
    ("said_by", "published", "left"),
    [
        (ANN, "2024-02-11", ["denied"]),  # she herself, later
        ("a neighbour", "2024-02-11", ["asserted", "denied"]),
        (ANN, "2021-01-01", ["asserted", "denied"]),  # before the news
    ],
)
def test_news_is_taken_back_by_the_people_themselves(told, said_by, published, left):
    timeline = told(
        Source("a", "2021-06-22").says("married", ANN, BOB, when="2021-06-19"),
        Source("b", published).says("married", ANN, BOB, status="denied", said_by=said_by),
    )
    assert sorted(statuses(timeline, "married")) == left
    assert bool(timeline.states) is ("asserted" in left)


def test_a_denial_of_another_day_takes_nothing_back(told):
    timeline = told(
        Source("a", "2020-06-01").says("married", ANN, BOB, when="2019", status="reported"),
        Source("b", "2021-06-01").says("married", ANN, BOB, when="2021", status="denied"),
    )
    assert sorted(statuses(timeline, "married")) == ["denied", "reported"]


# plans

PLAN = Source("a", "2010-03-08").says("married", ANN, BOB, when="2010-06-12", status="planned")


@pytest.mark.parametrize(
    "later",
    [
        Source("b", "2010-06-30").says("engagement_ended", ANN, BOB, when="2010-05"),
        Source("b", "2016-06-30").says("married", ANN, BOB, status="negated"),
    ],
)
def test_a_wedding_that_was_given_up_is_called_off(told, later):
    assert statuses(told(PLAN), "married") == ["planned"]
    assert "called_off" in statuses(told(PLAN, later), "married")


def test_a_wedding_that_took_place_after_all_is_not_called_off(told):
    timeline = told(
        PLAN,
        Source("b", "2010-06-30").says("engagement_ended", ANN, BOB, when="2010-05"),
        Source("c", "2012-06-30").says("married", ANN, BOB, when="2012-06-20"),
    )
    assert "called_off" not in statuses(timeline, "married")


def test_the_end_of_another_engagement_calls_nothing_off(told):
    timeline = told(PLAN, Source("b", "2010-06-30").says("engagement_ended", ANN, CAL, when="2010-05"))
    assert statuses(timeline, "married") == ["planned"]


@pytest.mark.parametrize(
    ("type", "denied_by", "is_conflict"),
    [
        ("died", "a", False),  # "nearly killed", "was not killed there"
        ("died", "b", True),
        ("married", "a", True),
    ],
)
def test_who_tells_of_a_death_does_not_deny_it(told, type, denied_by, is_conflict):
    names = (ANN,) if type == "died" else (ANN, BOB)
    sources = {name: Source(name) for name in ("a", denied_by)}
    sources["a"].says(type, *names, when="1990")
    sources[denied_by].says(type, *names, status="negated", at=9)
    assert bool(told(*sources.values()).conflicts) is is_conflict
