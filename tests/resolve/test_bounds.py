import pytest

from kg.dates.interval import Interval
from tests.resolve.sources import Source, after, years

ANN, BOB, ZOE = "Ann Lee", "Bob Ray", "Zoe Ray"


def bounds(timeline, type):
    (found,) = [event.bounds for event in timeline.events if event.type == type]
    return Interval(found.earliest, found.latest).edtf


def test_what_is_told_happened_before_it_was_published(told):
    timeline = told(Source("a", "2020-09-14").says("married", ANN, BOB))
    assert timeline.events[0].when is None
    assert bounds(timeline, "married") == "../2020-09-14"


def test_an_older_telling_without_a_date_may_be_of_another_time(told):
    older, newer = (
        Source("a", "2020-09-14").says("separated", ANN, BOB),
        Source("b").says("separated", ANN, BOB, when="../2023"),
    )
    assert bounds(told(older, newer), "separated") == "../2023"
    older.says("separated", ANN, BOB, when="../2023")
    assert bounds(told(older, newer), "separated") == "../2020-09-14"


def test_what_is_told_of_a_later_day_is_not_bounded_by_its_publication(told):
    timeline = told(Source("a", "2020-09-14").says("married", ANN, BOB, when="2021"))
    assert bounds(timeline, "married") == "2021"
    assert not timeline.conflicts


def test_who_files_for_divorce_has_parted(told):
    source = Source("a", "2020-09-24").says("separated", ANN, BOB, when="2020-01-01/2020-09-24")
    timeline = told(source.says("divorce_filed", ANN, BOB, when="2020-06"))
    assert [event.when.edtf for event in timeline.events] == ["2020-01/2020-06", "2020-06"]


def test_the_order_of_things_bounds_what_has_no_date(told):
    source = (
        Source("a").says("met", ANN, BOB, when="2010").says("married", ANN, BOB).says("divorced", ANN, BOB, when="2019")
    )
    assert bounds(told(source), "married") == "2010/2019"


def test_a_day_told_from_one_side_only_is_no_later_than_the_network_allows(told):
    source = Source("a").says("met", ANN, BOB, when="../2017").says("dating_began", ANN, BOB, when="2015")
    source.says("married", ANN, BOB, when="2018").says("separated", ANN, BOB, when="2019/..")
    days = {event.type: event.when.edtf for event in told(source).events}
    assert days == {"met": "../2015", "dating_began": "2015", "married": "2018", "separated": "2019/.."}


def test_a_decade_is_no_wider_than_the_network_allows(told):
    source = Source("a").says("met", ANN, BOB, when="195X").says("married", ANN, BOB, when="1958")
    assert [event.when.edtf for event in told(source).events] == ["1950/1958", "1958"]
    source = Source("a").says("met", ANN, BOB, when="1958").says("married", ANN, BOB, when="1958-03")
    assert [event.when.edtf for event in told(source).events] == ["1958", "1958-03"]


def test_by_a_day_is_no_turn_between_two_partings(told):
    source = Source("a").says("married", ANN, BOB, when="../1963").says("divorced", ANN, BOB, when="1963")
    source.says("divorced", ANN, BOB, when="1974")
    assert [event.type for event in told(source).events if event.type == "divorced"] == ["divorced"]


def test_every_tightened_bound_says_why(told):
    source = Source("a").says("met", ANN, BOB, when="2010").says("married", ANN, BOB)
    wedding = next(event for event in told(source).events if event.type == "married")
    assert wedding.bounds.why == ("married does not come before met", "met is stated: 2010")


def test_the_order_holds_within_a_stint_only(told):
    source = Source("a").says("dating_began", ANN, BOB, when="2001").says("separated", ANN, BOB, when="2005")
    source.says("married", ANN, BOB, when="2010")  # after all: the separation of 2005 was not of this marriage
    assert not told(source).conflicts


@pytest.mark.parametrize(
    "story",
    [
        (("separated", "2014"), ("reconciled", "2016"), ("separated", "2018")),
        (("reconciled", "2016"), ("separated", "2018")),  # and had parted before
        (("separated", "2014"), ("reconciled", "2017"), ("engaged", "2018"), ("separated", "2019")),
    ],
)
def test_who_came_together_again_may_part_again(told, story):
    source = Source("a")
    for n, (type, when) in enumerate(story):
        source.says(type, ANN, BOB, when=when, at=n)
    assert [event.when.edtf for event in told(source).events] == [when for _, when in story]
    assert not told(source).conflicts


def test_who_is_told_to_have_reconciled_had_parted(told):
    source = Source("a").says("separated", ANN, BOB).says("reconciled", ANN, BOB, when="2016")
    assert bounds(told(source), "separated") == "../2016"


def test_a_length_bounds_the_beginning(told):
    source = Source("a").says("dating_began", ANN, BOB, when="2017/2019")
    source.holds("dating", ANN, BOB, when="2020-09-14", duration=years(2, over=True))
    assert bounds(told(source), "dating_began") == "2017-01-01/2018-09-15"


@pytest.mark.parametrize(("published", "when"), [("2020-09-14", "2019"), ("2018-09-14", None)])
def test_a_day_reckoned_beyond_the_telling_is_misread(told, published, when):
    source = Source("a", published).says("engaged", ANN, BOB, when="2017")
    source.says("separated", ANN, BOB, anchor=after("engaged", ANN, BOB, offset=years(2)))
    (found,) = (event.when for event in told(source).events if event.type == "separated")
    assert (found and found.edtf) == when


def test_two_years_may_be_half_a_year_less(told):
    source = Source("a").says("engaged", ANN, BOB, when="2022-02").says("separated", ANN, BOB, when="2023-12")
    source.says("separated", ANN, BOB, anchor=after("engaged", ANN, BOB, offset=years(2)))
    timeline = told(source)
    assert not timeline.conflicts
    assert bounds(timeline, "separated") == "2023-12"


def test_lives_bound_what_happens_in_them(told):
    source = Source("a").says("born", ANN, when="1950").says("died", BOB, when="1990").says("married", ANN, BOB)
    assert bounds(told(source), "married") == "1950/1990"


def test_a_child_is_born_once(told):
    timeline = told(Source("a").says("born", ZOE, when="1950-05").says("child_born", ANN, BOB, child=ZOE, when="1950"))
    assert bounds(timeline, "child_born") == "1950-05"


def test_a_divorce_before_the_wedding_is_a_conflict_that_names_its_claims(told):
    wedding, divorce = (
        Source("a").says("married", ANN, BOB, when="2015"),
        Source("b").says("divorced", ANN, BOB, when="2013"),
    )
    (conflict,) = told(wedding, divorce).conflicts
    assert conflict.claims == tuple(sorted(claim.id for each in (wedding, divorce) for claim in each.claims))
    assert "divorced does not come before married" in conflict.why


def test_unreal_happenings_bound_nothing(told):
    source = Source("a").says("met", ANN, BOB, when="2020", status="denied").says("married", ANN, BOB, when="2010/2015")
    timeline = told(source)
    assert bounds(timeline, "married") == "2010/2015"
    assert not timeline.conflicts


@pytest.mark.parametrize(("words", "is_doubted"), [("remarried in 2016", False), ("married in 2016", True)])
def test_a_wedding_after_a_divorce_is_another_where_it_is_told_so(timeline_of, words, is_doubted):
    text = f"Ada Roe and Ben Poe divorced in 2013. Ada Roe and Ben Poe {words}."
    assert bool(timeline_of(text).conflicts) == is_doubted


@pytest.mark.parametrize(("type", "when"), [("reconciled", "../2018-11"), ("dating_began", "../2013-08")])
def test_who_comes_together_again_had_been_a_couple_before(told, type, when):
    source = Source("a", "2020-09-28").holds("dating", ANN, BOB, when="2013-08")
    assert bounds(told(source.says(type, ANN, BOB, when="../2018-11")), type) == when
