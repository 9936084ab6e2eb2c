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
    found = chart.to_dict()
    return [row for values in found["datasets"].values() for row in values if "x1" in row] if "datasets" in found else [
        row for layer in found["layer"] for row in layer.get("data", {}).get("values", ()) if "x1" in row
    ]


def test_people_who_hang_together_are_one_group_and_the_largest_is_first(couple):
    apart = state("s9", "married", (sample.MAX, sample.ZOE), 2010)
    groups = maps.groups(couple.model_copy(update={"states": (apart, *couple.states)}))
    assert [sorted(group.places) for group in groups] == [["p1", "p2", "p3"], ["p4", "p5"]]
    assert [tie.state.id for tie in groups[0].ties] == ["s3", "s2", "s1"]


def test_everybody_stands_inside_the_box_of_their_group_and_on_no_one_else(couple):
    for group in maps.groups(couple):
        assert all(0 < x < group.width and 0 < y < group.height for x, y in group.places.values())
        assert len(set(group.places.values())) == len(group.places)


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        (state("s", "dating", (sample.NORA, sample.TOM), 2014, 2016), 2014, 2016),
        (state("s", "dating", (sample.NORA, sample.TOM), 2014), 2014, 2044),  # no end is told: for thirty years at most
        (state("s", "dating", (sample.NORA, sample.TOM), None, 2016), 1987, 2016),
    ],
)
def test_when_a_tie_may_have_held(told, low, high):
    [group] = maps.groups(Timeline(people=(sample.NORA, sample.TOM), states=(told,)))
    assert (group.ties[0].low.year, group.ties[0].high.year) == (low, high)


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
    found = {row["label"]: (row["x1"], row["y1"]) for row in lines(maps.people_map(couple)) if row["one"] == "Nora Lind"}
    assert len({*found.values()}) == len(found)


@pytest.mark.parametrize(("asked", "shown"), [(2015, 2015), (1066, 1984), (None, 2020)])
def test_the_map_begins_at_the_year_asked_for_or_where_most_is_sure(couple, asked, shown):
    timeline = couple.model_copy(update={"states": tuple(each for each in couple.states if each.id != "s3")})
    [year] = [each["value"] for each in maps.people_map(timeline, asked).to_dict()["params"] if each["name"] == "year"]
    assert year == (2014 if asked == 1066 else shown)


def test_the_picture_names_everybody(couple):
    drawn = plots.svg(maps.people_map(couple)).decode()
    assert all(name in drawn for name in ("Nora Lind", "Tom Vale", "Ola Berg"))
