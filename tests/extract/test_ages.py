"""Ages are told on any day of the calendar."""

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("published", "born"),
    [
        (date(2020, 2, 29), (date(2015, 3, 1), date(2016, 2, 29))),
        (date(2021, 2, 28), (date(2016, 2, 29), date(2017, 2, 28))),
    ],
)
def test_an_age_told_at_the_end_of_february_dates_the_birth(claims_of, published, born):
    told = claims_of("Ada Roe and Ben Poe have a son, Max, four.", published)
    (birth,) = [claim for claim in told if claim.type == "child_born"]
    assert (birth.when.earliest, birth.when.latest) == born


@pytest.mark.parametrize(
    ("children", "born"),
    [
        ("a 17-month-old daughter Mia", {"Mia 2019-03-15/2019-04-14"}),
        ("a son, Max, 13 months", {"Max 2019-07-15/2019-08-14"}),
        ("a son, Max, 13 months after they wed", {"Max None"}),
        ("an eight-year-old daughter, Mia", {"Mia 2011-09-15/2012-09-14"}),
        ("four-week-old twins, Mia and Max", {"Mia 2020-08-11/2020-08-17", "Max 2020-08-11/2020-08-17"}),
        ("an eight-year-old daughter, Mia, and a son, Max", {"Mia 2011-09-15/2012-09-14", "Max None"}),
        (
            "two children: eight-year-old Mia and six-year-old Max",
            {"Mia 2011-09-15/2012-09-14", "Max 2013-09-15/2014-09-14"},
        ),
        ("two children: eight-year-old Mia and Max", {"Mia 2011-09-15/2012-09-14", "Max None"}),
    ],
)
def test_an_age_before_or_behind_a_childs_name_dates_the_birth(claims_of, children, born):
    told = claims_of(f"Ada Roe and Ben Poe share {children}.", date(2020, 9, 14))
    births = [claim for claim in told if claim.type == "child_born"]
    assert {f"{each.people[-1].name} {each.when and each.when.edtf}" for each in births} == born


def test_a_count_behind_a_name_is_no_age(claims_of):
    told = claims_of("Ben Roe, 43, took a trip with his girlfriend Ada Poe, two of his eight kids and some friends.")
    assert [each.type for each in told if each.kind == "state"] == ["dating"]


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("Ada Roe married Ben Poe the day after she turned 17.", "P17Y1D"),
        ("Ada Roe and Ben Poe wed two months after her 75th birthday.", "P75Y2M"),
        ("Ada Roe married Ben Poe a week before her 30th birthday.", "P30Y-1W"),
    ],
)
def test_a_day_is_counted_from_a_birthday(claims_of, text, offset):
    (wedding,) = [claim for claim in claims_of(text) if claim.type == "married"]
    assert (wedding.anchor.type, wedding.anchor.offset.text) == ("born", offset)


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Ben Roe died before his second birthday.", 0),
        ("By the time Ben Roe was ten, his mother Ada had died.", 0),
        ("By the time Ben Roe was ten, his father Carl had died.", None),  # maybe before the birth
        ("Ada Roe married Ben Poe before her 20th birthday.", None),
    ],
)
def test_who_died_by_some_day_of_a_life_had_lived(claims_of, text, least):
    (offset,) = {claim.anchor.offset for claim in claims_of(text) if claim.anchor is not None}
    assert offset.least == least


def test_an_age_is_told_of_both_verbs_of_a_clause(claims_of):
    told = claims_of("Ada Roe was 22 when she met and married Ben Poe.")
    assert {each.type for each in told if each.anchor is not None and each.anchor.type == "born"} >= {"married"}
