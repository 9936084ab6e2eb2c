from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.dates.interval import Certainty, Duration, Granularity, Interval
from kg.records import TimeExpression

CERTAIN, POSSIBLE, CONTRADICTED = Certainty.CERTAIN, Certainty.POSSIBLE, Certainty.CONTRADICTED

days = st.dates(min_value=date.min, max_value=date.max)
years = st.integers(min_value=1, max_value=9998)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    kind = draw(st.sampled_from(["day", "week", "month", "year", "decade", "century", "season", "span", "open"]))
    day, flags = draw(days), {"approximate": draw(st.booleans()), "uncertain": draw(st.booleans())}
    if kind == "open":
        ends = draw(st.sampled_from([(day, None), (None, day), (None, None)]))
        return Interval(*ends, **(flags if any(ends) else {}))
    if kind == "span":
        return Interval(*sorted([day, draw(days)]), **flags)
    if kind == "season":
        name = draw(st.sampled_from(["spring", "summer", "autumn", "winter"]))
        made = Interval.season(draw(years), name)
    elif kind == "month":
        made = Interval.month(day.year, day.month)
    else:
        made = getattr(Interval, kind)(day if kind in ("day", "week") else day.year)
    return Interval(made.earliest, made.latest, made.granularity, **flags)


@pytest.mark.parametrize(
    ("one", "other", "before", "same"),
    [
        ("2016", "2017", CERTAIN, CONTRADICTED),
        ("2017", "2017-05", POSSIBLE, POSSIBLE),
        ("2018", "2017", CONTRADICTED, CONTRADICTED),
        ("2017-05-03", "2017-05-03", CONTRADICTED, CERTAIN),
        ("../2017", "2018", CERTAIN, CONTRADICTED),
        ("2017/..", "../2016", CONTRADICTED, CONTRADICTED),
        ("2017/..", "2018", POSSIBLE, POSSIBLE),
    ],
)
def test_relations_of_two_days(one: str, other: str, before: Certainty, same: Certainty) -> None:
    first, second = Interval.from_edtf(one), Interval.from_edtf(other)
    assert first.before(second) is before
    assert second.after(first) is before
    assert first.same(second) is same


@pytest.mark.parametrize(
    ("day", "stretch", "during"),
    [
        ("2017-05", "2017", CERTAIN),
        ("2017", "2017-05/2018", POSSIBLE),
        ("2016", "2017-05/2018", CONTRADICTED),
        ("2016", "../2018", CERTAIN),
    ],
)
def test_day_during_a_stretch(day: str, stretch: str, during: Certainty) -> None:
    assert Interval.from_edtf(day).during(Interval.from_edtf(stretch)) is during


@pytest.mark.parametrize(
    ("one", "other", "both", "hull"),
    [
        ("2017", "2017-05", "2017-05", "2017"),
        ("2017", "../2017-05", "2017-01/2017-05", "../2017"),
        ("2016", "2018", None, "2016/2018"),
        ("2017~", "2017", "2017", "2017~"),
        ("../2018", "2015/..", "2015/2018", "../.."),
    ],
)
def test_intersection_and_hull(one: str, other: str, both: str | None, hull: str) -> None:
    first, second = Interval.from_edtf(one), Interval.from_edtf(other)
    met = first & second
    assert (met.edtf if met else None) == both
    assert first.hull(second).edtf == hull


@settings(deadline=None)
@given(intervals(), intervals())
def test_intersection_lies_in_both_and_hull_holds_both(one: Interval, other: Interval) -> None:
    met, hull = one & other, one.hull(other)
    assert met is None or (one.contains(met) and other.contains(met))
    assert hull.contains(one)
    assert hull.contains(other)
    assert (met is None) == (one.before(other) is CERTAIN or other.before(one) is CERTAIN)


def test_equal_knowledge_is_equal() -> None:
    assert Interval(date(2017, 5, 1), date(2017, 5, 31)) == Interval.month(2017, 5)
    assert Interval(date(2017, 5, 1), date(2017, 5, 30), Granularity.MONTH).granularity is Granularity.SPAN
    assert Interval(date(2020, 9, 7), date(2020, 9, 13)) == Interval.week(date(2020, 9, 10))


def test_an_interval_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="2018-01-01 to 2017-01-01 ends before it begins"):
        Interval(date(2018, 1, 1), date(2017, 1, 1))


@pytest.mark.parametrize(
    ("start", "end", "between"),
    [
        ("2017", "2022", (4, 6)),
        ("2017-05-03", "2022-05-03", (5, 5)),
        ("2017-05-03", "2022-05-02", (4, 5)),
        ("../2017", "2022", (4, None)),
        ("2022", "2017", (0, 0)),
    ],
)
def test_years_between_keep_honest_bounds(start: str, end: str, between: tuple[int, int | None]) -> None:
    assert Interval.from_edtf(start).until(Interval.from_edtf(end)).years == between


@pytest.mark.parametrize(
    ("birth", "on", "age"),
    [
        ("1990", "2020-05-01", (29, 30)),
        ("1990-05-01", "2020-05-01", (30, 30)),
        ("1990-05-02", "2020-05-01", (29, 29)),
        ("1990", "../2020", (None, 30)),
        ("1950/..", "2020", (None, 70)),
    ],
)
def test_age(birth: str, on: str, age: tuple[int | None, int | None]) -> None:
    assert Interval.from_edtf(birth).age(Interval.from_edtf(on)) == age


@pytest.mark.parametrize(
    ("when", "count", "unit", "direction", "shifted"),
    [
        ("2010-05-03", 2, "year", 1, "2012"),
        ("2019-11", 3, "month", 1, "2020-02"),
        ("1939-02-05", 5, "day", 1, "1939-02-10"),
        ("2010", 2, "year", -1, "2008"),
        ("../2010", 2, "year", 1, "../2012"),
        ("2010-05", 10, "day", 1, "2010-05-11/2010-06-10"),
        ("9999", 1, "year", 1, "../.."),
    ],
)
def test_shift_means_what_prose_means(when: str, count: int, unit: str, direction: int, shifted: str) -> None:
    assert Interval.from_edtf(when).shift(Duration.of(count, unit), direction).edtf == shifted


def test_shift_by_whole_years_and_no_day_more_leads_to_the_very_day() -> None:
    tenth_anniversary = Duration(3652, 3653, "P10Y")
    assert Interval.day(date(2010, 5, 3)).shift(tenth_anniversary).edtf == "2020-05-03"
    assert Interval.month(2010, 5).shift(tenth_anniversary, -1).edtf == "2000-05"
    assert Interval.year(2010).shift(tenth_anniversary).edtf == "2020"


def test_shift_by_a_vague_length_counts_days() -> None:
    over_a_month = Duration(30, None)
    assert Interval.day(date(2020, 1, 1)).shift(over_a_month).edtf == "2020-01-31/.."
    assert Interval.day(date(2020, 1, 31)).shift(over_a_month, -1).edtf == "../2020-01-01"


def test_what_is_counted_roughly_from_a_month_or_a_year_is_known_by_whole_ones() -> None:
    weeks, less_than_a_year = Duration(14, 56, approximate=True), Duration(0, 365, "P1Y")
    assert Interval.month(2020, 7).shift(weeks, -1).edtf == "2020-05~/2020-07~"
    assert Interval.day(date(2020, 7, 10)).shift(weeks, -1).edtf == "2020-05-15~/2020-06-26~"
    assert Interval.year(2016).shift(less_than_a_year).edtf == "2016/2017"
    assert Interval.month(2018, 5).shift(Duration(0, 153, "P5M"), -1).edtf == "2017-11-29/2018-05-31"


@pytest.mark.parametrize(
    ("count", "unit", "least", "most"),
    [(2, "year", 730, 1095), (1, "month", 28, 61), (2, "week", 14, 20), (1, "day", 1, 1), (1, "decade", 3652, 7304)],
)
def test_a_length_reaches_to_the_next_unit(count: int, unit: str, least: int, most: int) -> None:
    length = Duration.of(count, unit)
    assert (length.least, length.most) == (least, most)


def test_intervals_survive_json() -> None:
    told = TimeExpression(start=0, end=4, text="2017", when=Interval.year(2017), duration=Duration.of(2, "year"))
    assert TimeExpression.model_validate_json(told.model_dump_json()) == told
