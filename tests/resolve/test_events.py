import pytest

from kg.dates.interval import Duration
from kg.records import Basis
from tests.resolve.sources import Source, after, years

ANN, BOB, CAL = "Ann Lee", "Bob Ray", "Cal Fox"


def events(timeline, *types):
    """(type, when, status) of the events of some types, in time."""
    found = [event for event in timeline.events if not types or event.type in types]
    return [(event.type, event.when and event.when.edtf, event.status.value) for event in found]


def the(timeline, type):
    (found,) = [event for event in timeline.events if event.type == type]
    return found


@pytest.mark.parametrize(
    ("days", "fused"),
    [
        (["2017", "2017-06"], "2017-06"),
        (["2017-06", "2017", None], "2017-06"),
        (["../2022-02", "2022"], "2022-01/2022-02"),
        (["2017~", "2018-05"], "2018-05"),  # "about 2017" is not another year
        ([None, None], None),
    ],
)
def test_days_that_agree_are_one_event_with_what_all_say(told, days, fused):
    sources = [Source(f"d{i}").says("married", ANN, BOB, when=day) for i, day in enumerate(days)]
    assert events(told(*sources)) == [("married", fused, "asserted")]


@pytest.mark.parametrize(
    ("day", "rumoured", "when", "rivals"),
    [
        ("2020-04", "2020-04-21/2020-04-30", "2020-04", []),
        ("../2019-08-15", "2019-06", "2019-06", []),  # it narrows a mere bound
        ("../2019", "2020-06", "../2019", ["2020-06"]),
        (None, "2020-06", "2020-06", []),
    ],
)
def test_a_rumour_narrows_no_day_that_is_told_as_a_fact(told, day, rumoured, when, rivals):
    source = Source("a").says("separated", ANN, BOB, when=day)
    source.says("separated", ANN, BOB, when=rumoured, status="rumoured")
    event = the(told(source), "separated")
    assert (event.when.edtf, [rival.when.edtf for rival in event.rivals]) == (when, rivals)


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("on 5 September", "2020-09-05"),  # one of the two ought to know
        ("two weeks ago", "../2020-07"),  # before it was said, and nobody says when that was
    ],
)
def test_who_was_there_knows_the_day_best_unless_it_is_counted_back(told, words, when):
    source = Source("a", "2020-09-23").says("engaged", ANN, BOB, when="../2020-07")
    source.says("engaged", ANN, BOB, when="../2020-07")
    source.says("engaged", ANN, BOB, when="2020-09-05", said_by=BOB, when_text=words)
    assert the(told(source), "engaged").when.edtf == when


@pytest.mark.parametrize(("words", "when"), [("a year after", "2020"), ("in 2019", "2019")])
def test_a_day_that_is_counted_from_another_yields_to_one_that_is_told(told, words, when):
    source = Source("a", "2020-10-01").says("separated", ANN, BOB, when="2020", when_text="this year", at=10)
    source.says("separated", ANN, BOB, when="2019", when_text=words, at=20)
    source.says("separated", ANN, BOB, when="2019", when_text=words, at=30)
    assert the(told(source), "separated").when.edtf == when


@pytest.mark.parametrize(
    ("counted", "when"),
    [("last summer", "2019-10-05"), ("a month ago", "2019-10-05"), ("in July last year", "2019-07"), ("", "2019-07")],
)
def test_of_rival_days_one_that_is_named_wins_over_one_that_is_only_counted(told, counted, when):
    source = Source("a", "2020-10-01").says("born", ANN, when="2019-07", when_text=counted, at=10)
    source.says("born", ANN, when="2019-10-05", when_text="October 5, 2019", at=900)
    assert the(told(source), "born").when.edtf == when


def test_of_rivals_a_day_wins_over_a_bound_that_is_told_more_often(told):
    source = Source("a", "2020-10-01").says("separated", ANN, BOB, when="2019-07", when_text="July last year")
    for at in (10, 20):
        source.says("separated", ANN, BOB, when="../2018-09", when_text="September 2018", at=at)
    assert the(told(source), "separated").when.edtf == "2019-07"


@pytest.mark.parametrize(("first", "second"), [("1598", "1637"), ("1637", "1598")])
def test_of_rival_days_of_one_life_the_day_told_first_wins(told, first, second):
    source = Source("a").says("died", ANN, when=second, at=900).says("died", ANN, when=first, at=30)
    event = the(told(source), "died")
    assert (event.when.edtf, [rival.when.edtf for rival in event.rivals]) == (first, [second])


def test_one_document_that_tells_it_twice_tells_one_event(told):
    source = (
        Source("a")
        .says("married", ANN, BOB, when="2017")
        .says("married", BOB, ANN, when="2017-06-03")
        .says("married", ANN, BOB)
    )
    event = the(told(source), "married")
    assert event.when.edtf == "2017-06-03"
    assert len(event.claims) == 3


def test_days_that_disagree_are_rivals_with_their_sources_and_a_conflict(told):
    timeline = told(
        Source("a").says("married", ANN, BOB, when="2017"),
        Source("b").says("married", ANN, BOB, when="2018"),
        Source("c").says("married", ANN, BOB, when="2018-05"),
    )
    event = the(timeline, "married")
    assert event.when.edtf == "2018-05"
    assert [(rival.when.edtf, rival.documents) for rival in event.rivals] == [("2017", ("a",))]
    assert [conflict.events for conflict in timeline.conflicts] == [(event.id,)]


def test_copies_of_one_article_count_once(told):
    text = (
        "The wedding was held by the lake in front of all their friends, and a band of twelve played until late. " * 3
    )
    timeline = told(
        Source("a", text=text).says("married", ANN, BOB, when="2017"),
        Source("b", text=text + "More soon.").says("married", ANN, BOB, when="2017"),
        Source("c", text="a piece of its own").says("married", ANN, BOB, when="2018"),
        Source("d", text="and another one").says("married", ANN, BOB, when="2018"),
        Source("e", text=text).says("married", ANN, BOB, when="2017"),
    )
    assert the(timeline, "married").when.edtf == "2018"


def test_those_who_were_there_know_best(told):
    timeline = told(
        Source("a").says("married", ANN, BOB, when="2017", said_by=ANN),
        Source("b").says("married", ANN, BOB, when="2018"),
        Source("c").says("married", ANN, BOB, when="2018"),
    )
    assert the(timeline, "married").when.edtf == "2017"


def test_nobody_remembers_being_born(told):
    timeline = told(
        Source("a").says("born", ANN, when="1900", said_by=ANN),
        Source("b").says("born", ANN, when="1901"),
        Source("c").says("born", ANN, when="1901"),
    )
    assert the(timeline, "born").when.edtf == "1901"


def test_a_divorce_between_two_weddings_makes_two_of_them(told):
    timeline = told(
        Source("a").says("married", ANN, BOB, when="1964"),
        Source("b").says("married", ANN, BOB, when="1975").says("divorced", ANN, BOB, when="1974"),
    )
    assert events(timeline, "married") == [("married", "1964", "asserted"), ("married", "1975", "asserted")]
    assert not any(event.rivals for event in timeline.events)


def test_a_reunion_between_two_splits_makes_two_of_them(told):
    source = Source("a").says("separated", ANN, BOB, when="2013-01").says("separated", ANN, BOB, when="2018-03")
    assert len(events(told(source), "separated")) == 1
    source.says("reconciled", ANN, BOB, when="2013-10")
    assert [when for _, when, _ in events(told(source), "separated")] == ["2013-01", "2018-03"]


def test_an_undated_telling_speaks_of_the_last_time_before_it_was_published(told):
    story = Source("a").says("separated", ANN, BOB, when="2013").says("reconciled", ANN, BOB, when="2015")
    story.says("separated", ANN, BOB, when="2018")
    timeline = told(story, Source("b", "2014-05-01").says("separated", ANN, BOB))
    first = next(event for event in timeline.events if event.type == "separated")
    assert {claim.document for claim in first.claims} == {"a", "b"}


def test_they_meet_once_in_a_life(told):
    timeline = told(
        Source("a").says("met", ANN, BOB, when="1990").says("separated", ANN, BOB, when="1995"),
        Source("b").says("met", ANN, BOB, when="2000"),
    )
    assert len(events(timeline, "met")) == 1


def test_other_people_are_another_event(told):
    timeline = told(Source("a").says("married", ANN, BOB, when="2017").says("married", ANN, CAL, when="2017"))
    assert len(timeline.events) == 2


# status


@pytest.mark.parametrize(
    ("statuses", "status"),
    [(["rumoured", "reported"], "reported"), (["reported", "asserted"], "asserted"), (["rumoured"], "rumoured")],
)
def test_the_strongest_telling_gives_the_status(told, statuses, status):
    sources = [Source(each).says("engaged", ANN, BOB, status=each) for each in statuses]
    assert events(told(*sources)) == [("engaged", None, status)]


@pytest.mark.parametrize("status", ["denied", "negated", "called_off", "hypothetical", "fictional", "planned"])
def test_what_did_not_happen_stands_apart_with_its_status(told, status):
    timeline = told(Source("a").says("married", ANN, BOB, when="2017", status=status))
    assert events(timeline) == [("married", "2017", status)]
    assert not timeline.states


def test_a_denial_of_what_others_tell_is_a_conflict(told):
    timeline = told(
        Source("a").says("dating_began", ANN, BOB),
        Source("b").says("dating_began", ANN, BOB, status="denied"),
    )
    assert len(timeline.events) == 2
    assert "asserted by some, denied by others" in timeline.conflicts[0].why


def test_a_plan_that_came_true_is_told_with_the_event(told):
    timeline = told(
        Source("a", "2020-01-01").says("married", ANN, BOB, when="2020-06", status="planned"),
        Source("b", "2020-09-01").says("married", ANN, BOB, when="2020-08-08"),
    )
    event = the(timeline, "married")
    assert event.when.edtf == "2020-08-08"
    assert len(event.claims) == 2


def test_a_plan_for_later_stays_a_plan(told):
    timeline = told(
        Source("a").says("married", ANN, BOB, when="2010").says("divorced", ANN, BOB, when="2015"),
        Source("b").says("married", ANN, BOB, when="2030", status="planned"),
    )
    assert events(timeline, "married") == [("married", "2010", "asserted"), ("married", "2030", "planned")]


@pytest.mark.parametrize(
    ("found_by", "when", "status"),
    [
        ("noun: split", None, "reported"),
        ("noun: split", "2018", "asserted"),  # a day is told anew
        ("verb: split", None, "asserted"),
    ],
)
def test_a_noun_takes_up_what_its_document_tells_in_a_clause(told, found_by, when, status):
    source = Source("a").says("separated", ANN, BOB, status="reported", found_by="verb: part")
    timeline = told(source.says("separated", ANN, BOB, when=when, found_by=found_by))
    assert [event[2] for event in events(timeline)] == [status]


@pytest.mark.parametrize(
    ("document", "found_by", "statuses"),
    [
        ("a", "noun: divorce", ["planned"]),
        ("a", "verb: divorce", ["asserted"]),
        ("b", "noun: divorce", ["asserted"]),  # another document knows of no plan
    ],
)
def test_a_plan_that_is_otherwise_only_named_stays_a_plan(told, document, found_by, statuses):
    plan = Source("a").says("divorced", ANN, BOB, status="planned")
    named = plan if document == "a" else Source(document)
    sources = {id(each): each for each in (plan, named.says("divorced", ANN, BOB, found_by=found_by))}
    assert [event[2] for event in events(told(*sources.values()), "divorced")] == statuses


# births


def test_each_child_is_a_birth_of_its_own(told):
    timeline = told(
        Source("a").says("child_born", ANN, BOB, child="Zoe Ray", when="2001"),
        Source("b").says("child_born", ANN, child="Tim Ray", when="2003"),
    )
    assert [[member.name for member in event.people] for event in timeline.events] == [
        [ANN, BOB, "Zoe Ray"],
        [ANN, "Tim Ray"],
    ]


def test_a_birth_told_of_one_parent_is_the_one_told_of_both(told):
    timeline = told(
        Source("a").says("child_born", ANN, child="Zoe Ray", when="2001"),
        Source("b").says("child_born", BOB, ANN, child="Zoe Ray", when="2001-05"),
    )
    event = the(timeline, "child_born")
    assert [member.role for member in event.people] == ["parent", "parent", "child"]
    assert event.when.edtf == "2001-05"


@pytest.mark.parametrize(
    ("when", "words", "days"),
    [
        ("2020-08", "a month ago", ["2020-07-31"]),
        ("2020-08", "in August", ["2020-07-31", "2020-08"]),
        ("2019-03", "a year ago", ["2019-03", "2020-07-31"]),
    ],
)
def test_a_birth_a_month_ago_may_be_of_the_month_before(told, when, words, days):
    source = Source("a", "2020-09-03").says("child_born", ANN, when=when, when_text=words)
    source.says("child_born", ANN, BOB, when="2020-07-31", when_text="on July 31")
    assert sorted(event.when.edtf for event in told(source).events) == days


@pytest.mark.parametrize(("when", "births"), [(None, 1), ("2001", 1), ("2005", 2)])
def test_a_birth_without_the_childs_name_joins_the_child_of_that_day(told, when, births):
    timeline = told(
        Source("a").says("child_born", ANN, BOB, child="Zoe Ray", when="2001-05-03"),
        Source("b").says("child_born", ANN, BOB, when=when),
    )
    assert len(timeline.events) == births


@pytest.mark.parametrize(
    ("found_by", "child"),
    [
        ("verb: welcome daughter", "Zoe Ray"),
        ("verb: welcome son", "Tim Ray"),
        ("verb: welcome child", "Tim Ray"),  # the one told of first
    ],
)
def test_a_birth_without_the_childs_name_joins_a_child_of_that_gender(told, found_by, child):
    source = Source("a").knows("Zoe Ray", gender="female").knows("Tim Ray", gender="male")
    source.says("child_born", ANN, BOB, child="Tim Ray", at=10).says("child_born", ANN, BOB, child="Zoe Ray", at=20)
    timeline = told(source.says("child_born", ANN, BOB, when="2014", found_by=found_by, at=30))
    assert [event.people[-1].name for event in timeline.events if event.when] == [child]
    assert len(timeline.events) == 2


@pytest.mark.parametrize(
    ("found_by", "child"),
    [("verb: welcome daughter", "Zoe Ray"), ("verb: welcome child", "Tim Ray")],
)
def test_who_is_known_for_a_daughter_comes_before_who_may_be_one(told, found_by, child):
    source = Source("a").knows("Zoe Ray", gender="female")
    source.says("child_born", ANN, BOB, child="Tim Ray", at=10).says("child_born", ANN, BOB, child="Zoe Ray", at=20)
    timeline = told(source.says("child_born", ANN, BOB, when="2014", found_by=found_by, at=30))
    assert [event.people[-1].name for event in timeline.events if event.when] == [child]


@pytest.mark.parametrize(("when", "of_tim"), [("2020-09-01", None), ("2012", "2012")])
def test_news_of_a_birth_are_of_none_of_several_children(told, when, of_tim):
    source = Source("a", "2020-09-02").says("child_born", ANN, BOB, when=when, at=10)
    source.says("child_born", ANN, BOB, child="Tim Ray", at=20).says("child_born", ANN, BOB, child="Zoe Ray", at=30)
    days = {each.people[-1].name: each.when and each.when.edtf for each in told(source).events}
    assert days["Tim Ray"] == of_tim
    assert days["Zoe Ray"] is None


@pytest.mark.parametrize(
    ("when", "of_birth"),
    [
        (None, "1841-05-03"),
        ("1841", "1841-05-03"),
        ("1843", "1843"),  # rivals: what is told of the parents stands
    ],
)
def test_a_birth_has_the_day_of_the_childs_own_life(told, when, of_birth):
    source = Source("a").says("born", "Zoe Ray", when="1841-05-03").says("child_born", ANN, child="Zoe Ray", when=when)
    assert the(told(source), "child_born").when.edtf == of_birth


def test_the_other_parent_is_known_from_the_tie(told):
    timeline = told(Source("a").says("child_born", ANN, child="Zoe Ray", when="2001").says("parent_of", BOB, "Zoe Ray"))
    assert [member.name for member in the(timeline, "child_born").people] == [ANN, BOB, "Zoe Ray"]


def test_an_expected_child_that_came_is_one_event(told):
    timeline = told(
        Source("a", "2020-03-01").says("child_born", ANN, BOB, status="planned"),
        Source("b").says("child_born", ANN, BOB, child="Zoe Ray", when="2020-08-02"),
    )
    assert events(timeline) == [("child_born", "2020-08-02", "asserted")]


# work


def test_shared_work_is_one_event_a_title(told):
    source = Source("a").says("worked_together", ANN, BOB, work="The Weir", when="2001")
    source.says("worked_together", ANN, BOB, work="the weir").says("worked_together", ANN, BOB)
    source.says("worked_together", ANN, BOB, work="Sandbank", when="2005")
    works = told(source).events
    assert sorted(event.work for event in works) == ["Sandbank", "The Weir"]
    assert len({event.id for event in works}) == 2


# place


def test_the_commonest_place_is_told_and_then_the_fullest(told):
    places = ["Leeds", "Leeds", "a church in Leeds"], ["Leeds", "a church in Leeds"]
    for given, chosen in zip(places, ("Leeds", "a church in Leeds"), strict=True):
        sources = [Source(f"d{i}").says("married", ANN, BOB, place=place) for i, place in enumerate(given)]
        assert the(told(*sources), "married").place == chosen


# what states and other happenings imply


def test_dating_since_a_year_implies_its_beginning(told):
    event = the(told(Source("a").holds("dating", ANN, BOB, start="2017")), "dating_began")
    assert (event.when.edtf, event.basis) == ("2017", Basis.INFERRED)


def test_a_two_year_relationship_that_ended_in_2017_began_about_2015(told):
    event = the(told(Source("a").holds("dating", ANN, BOB, end="2017", duration=years(2))), "dating_began")
    assert (event.when.edtf, event.basis) == ("2015~", Basis.INFERRED)


def test_the_end_may_be_told_as_an_event_of_the_same_document(told):
    source = Source("a").holds("dating", ANN, BOB, duration=years(2)).says("separated", ANN, BOB, when="2017")
    assert the(told(source), "dating_began").when.edtf == "2015~"


def test_a_length_before_a_wedding_is_not_ended_by_a_later_parting(told):
    source = Source("a").holds("dating", ANN, BOB, duration=years(2), found_by="length: dating")
    source.says("married", ANN, BOB, when="2012").says("separated", ANN, BOB, when="2017")
    assert [each.type for each in told(source).events] == ["married", "separated"]


def test_a_stated_beginning_is_not_narrowed_by_a_round_number_of_years(told):
    timeline = told(
        Source("a").says("dating_began", ANN, BOB, when="2017"),
        Source("b").holds("dating", ANN, BOB, when="2020-09-14", duration=years(2)),
    )
    event = the(timeline, "dating_began")
    assert (event.when.edtf, event.rivals) == ("2017", ())


def test_an_attested_state_without_a_length_implies_no_beginning(told):
    assert not told(Source("a").holds("dating", ANN, BOB, when="2020-09-14")).events


def test_a_day_told_by_another_happening_follows_it(told):
    source = Source("a").says("met", ANN, BOB, when="2010")
    source.says("married", ANN, BOB, anchor=after("met", ANN, BOB, offset=years(2)))
    assert the(told(source), "married").when.edtf == "2012"
    corrected = told(Source("b").says("met", ANN, BOB, when="2010-11"), source)
    assert the(corrected, "married").when.edtf == "2012"


def test_the_offset_moves_with_the_happening_it_hangs_on(told):
    story = Source("a").says("married", ANN, BOB, anchor=after("met", ANN, BOB, offset=Duration.of(3, "year")))
    assert events(told(story, Source("b").says("met", ANN, BOB, when="2000")), "married")[0][1] == "2003"
    assert events(told(story, Source("b").says("met", ANN, BOB, when="1990")), "married")[0][1] == "1993"


def test_some_time_after_a_happening_is_an_open_day(told):
    source = Source("a").says("separated", BOB, CAL, when="2017").says("met", ANN, BOB, when="2010")
    source.says("dating_began", ANN, BOB, anchor=after("met", ANN, BOB))
    event = the(told(source), "dating_began")
    assert event.when.edtf == "2010/.."
    assert event.bounds.earliest.isoformat() == "2010-01-01"


def test_a_dated_birth_is_the_birth_of_the_parents_child(told):
    source = Source("a").says("born", "Zoe Ray", when="1901-05-03").says("parent_of", ANN, "Zoe Ray")
    event = the(told(source), "child_born")
    assert (event.when.edtf, event.basis) == ("1901-05-03", Basis.INFERRED)


def test_who_outlived_a_spouse_was_widowed(told):
    source = Source("a").says("married", ANN, BOB, when="1900").says("died", BOB, when="1920")
    assert not events(told(source), "widowed")  # nobody says that she lived then
    event = the(told(source.says("died", ANN, when="1940")), "widowed")
    assert [(member.role, member.name) for member in event.people] == [("survivor", ANN), ("deceased", BOB)]
    assert event.when.edtf == "1920"


@pytest.mark.parametrize("end", [("divorced", ANN, BOB), ("married", ANN, CAL), ("separated", ANN, BOB)])
def test_who_had_parted_before_was_not_widowed(told, end):
    source = (
        Source("a").says("married", ANN, BOB, when="1900").says("died", BOB, when="1920").says("died", ANN, when="1940")
    )
    assert not events(told(source.says(end[0], *end[1:], when="1910")), "widowed")


# another time


def again(name, published, day=None, words="were married for the second time"):
    """A wedding that a document tells as another one."""
    source = Source(name, published).says("married", ANN, BOB, when=day)
    claim = source.claims[-1]
    quote = f"{ANN} and {BOB} {words}"
    evidence = claim.evidence.model_copy(update={"end": len(quote), "quote": quote})
    source.claims[-1] = claim.model_copy(update={"evidence": evidence})
    return source


def test_a_second_wedding_is_another_though_no_divorce_is_told(told):
    first = Source("a", "2001-06-01").says("married", ANN, BOB, when="2001")
    assert len(events(told(first, again("b", "2019-07-01", "2019-06-29")), "married")) == 2
    assert len(events(told(first, again("b", "2019-07-01", "2019-06-29", "were married")), "married")) == 1  # rivals


def test_what_was_told_before_the_only_day_was_another_time(told):
    """Married by August 2012, and in 2018: two weddings."""
    first, second = Source("a", "2012-08-13").says("married", ANN, BOB), again("b", "2021-11-06", "2018")
    days = {event.when and event.when.edtf for event in told(first, second).events}
    assert days == {None, "2018"}


def test_an_undated_telling_of_later_is_of_the_last_time(told):
    sources = Source("a").says("married", ANN, BOB, when="2018"), Source("b", "2020-01-01").says("married", ANN, BOB)
    assert len(events(told(*sources), "married")) == 1


@pytest.mark.parametrize("work", [None, "Sandbank"])  # at which they are to wed
def test_a_wedding_that_was_put_off_is_planned_for_the_later_day(told, work):
    plan = {"work": work, "status": "planned"}
    sources = [Source(name, "2020-09-14").says("married", ANN, BOB, when="2020-04", **plan) for name in "ab"]
    late = Source("c", "2020-09-02").says("married", ANN, BOB, when="2021", **plan)
    (event,) = told(*sources, late).events
    assert event.when.edtf == "2021"


def test_an_event_keeps_its_id_whatever_work_a_source_adds(told):
    plain, more = Source("a").says("met", ANN, BOB, when="2018"), Source("b").says("met", ANN, BOB, work="Sandbank")
    assert the(told(plain), "met").id == the(told(plain, more), "met").id


@pytest.mark.parametrize(
    ("published", "words", "others", "when"),
    [
        ("2013-03-09", "on 14 April", "2011-21", "2011-04-14"),  # "this spring", told in 2011
        ("2013-03-09", "on 14 April", "2010", "2010-04-14"),
        ("2013-03-09", "on 14 April 2012", "2011-21", "2012-04-14"),  # the year is told
        ("2013-03-09", "on 14 April last year", "2011-21", "2012-04-14"),
        ("2012-04-20", "on 14 April", "2011-21", "2012-04-14"),  # in the very next days
        ("2013-03-09", "on 14 April", "2011-05", "2012-04-14"),  # another day after all
    ],
)
def test_a_day_told_without_its_year_lies_in_the_year_that_others_tell(told, published, words, others, when):
    first = Source("a", published).says("met", ANN, BOB, when="2012-04-14", when_text=words)
    second = Source("b", "2016-05-01").says("met", ANN, BOB, when=others, when_text="in " + others[:4])
    assert the(told(first, second), "met").when.edtf == when
