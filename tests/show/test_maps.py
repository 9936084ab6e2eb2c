from datetime import date

import pytest

from kg.errors import KgError
from kg.records import Bound, State, Status, Timeline
from kg.show import maps, plots
from tests import sample_timeline as sample


def state(id, type, people, start, end=None, **more):
    first, last = (Bound(earliest=day and date(day, 1, 1), latest=day and date(day, 12, 31)) for day in (start, end))
    return State(id=id, type=type, people=sample.members(*people), start=first, end=last, **more)


def lines(chart):
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows if "x1" in row]


def test_people_who_hang_together_are_one_group_and_the_largest_is_first(couple):
    apart = state("s9", "married", (sample.MAX, sample.ZOE), 2010)
    groups = maps.groups(couple.model_copy(update={"states": (apart, *couple.states)}))
    assert [sorted(group.places) for group in groups] == [["p1", "p2", "p3"], ["p4", "p5"]]
    assert [tie.state.id for tie in groups[0].ties] == ["s3", "s2", "s1"]  # in the order in which they may have begun


def test_everybody_stands_inside_the_box_of_their_group_and_on_no_one_else(couple):
    for group in maps.groups(couple):
        assert all(0 < x < group.width and 0 < y < group.height for x, y in group.places.values())
        assert len(set(group.places.values())) == len(group.places)


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        ((2014, 2016), 2014, 2016),
        ((2014, None), 2014, 2020),  # to the last day that anything is told of
        ((1950, None), 1950, 1980),  # but for thirty years at most
        ((None, 2016), 1986, 2016),
        ((None, 1930), 1920, 1930),
    ],
)
def test_when_a_tie_may_have_held(told, low, high):
    others = state("o", "dating", (sample.MAX, sample.ZOE), 1920, 2020)
    both = (state("s", "dating", (sample.NORA, sample.TOM), *told), others)
    ties = [tie for group in maps.groups(Timeline(states=both)) for tie in group.ties]
    assert [(tie.low.year, tie.high.year) for tie in ties if tie.state.id == "s"] == [(low, high)]


@pytest.mark.parametrize(
    "told",
    [
        state("s", "dating", (sample.NORA, sample.TOM), None),  # no day is known
        state("s", "divorced", (sample.NORA, sample.TOM), 2014),  # being apart is no tie
        state("s", "married", (sample.NORA, sample.TOM), 2014, status=Status.DENIED),
    ],
)
def test_what_is_no_tie_is_not_on_the_map(told):
    timeline = Timeline(people=(sample.NORA, sample.TOM), states=(told,))
    assert maps.groups(timeline) == []
    with pytest.raises(KgError, match=r"^nothing to draw: no relation has a date$"):
        maps.people_map(timeline)


def test_a_group_stands_alike_whatever_the_order_of_the_records(couple):
    turned = couple.model_copy(update={"states": couple.states[::-1], "people": couple.people[::-1]})
    assert maps.groups(turned) == maps.groups(couple)


def test_two_relations_of_one_pair_are_two_lines_side_by_side(couple):
    found = {
        row["label"]: (row["x1"], row["y1"]) for row in lines(maps.people_map(couple)) if row["one"] == "Nora Lind"
    }
    assert found["dating · Nora Lind, Tom Vale"] != found["engaged · Nora Lind, Tom Vale"]


@pytest.mark.parametrize(("asked", "shown"), [(2015, 2015), (1066, 2014), (None, 2023)])
def test_the_map_begins_at_the_year_asked_for_or_at_the_last_in_which_most_is_sure(couple, asked, shown):
    dated = couple.model_copy(update={"states": tuple(each for each in couple.states if each.id != "s3")})
    parameters = {each["name"]: each["value"] for each in maps.people_map(dated, asked).to_dict()["params"]}
    assert parameters["year"] == shown


def test_the_picture_names_everybody(couple):
    drawn = plots.svg(maps.people_map(couple)).decode()
    assert all(name in drawn for name in ("Nora Lind", "Tom Vale", "Ola Berg"))
