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


def test_a_count_behind_a_name_is_no_age(claims_of):
    told = claims_of("Ben Roe, 43, took a trip with his girlfriend Ada Poe, two of his eight kids and some friends.")
    assert [each.type for each in told if each.kind == "state"] == ["dating"]
