"""A marriage of so many years that goes on dates the wedding; one that has ended does not."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe and Ben Poe are still in love after 24 years of marriage.",
        "Ada Roe and Ben Poe have enjoyed 24 years of happy marriage.",
        "Ada Roe is married to Ben Poe. After 24 years of marriage, Ada Roe says her husband is her rock.",
        "Ada Roe married Ben Poe. But after 24 years of marriage, Ada Roe said it took work.",
    ],
)
def test_years_of_a_marriage_that_goes_on(claims_of, text):
    (told,) = [each for each in claims_of(text) if each.duration is not None]
    assert (told.kind, told.type, told.duration.text) == ("state", "married", "P24Y")
    assert told.when.edtf == "2020-09-14"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ada Roe and Ben Poe celebrated 14 years of marriage on Saturday.", "2006-09-12"),
        ("Ada Roe and Ben Poe, who celebrate 14 years of marriage this month, are in Rome.", "2006-09"),
    ],
)
def test_years_of_marriage_that_are_celebrated(claims_of, text, day):
    assert day in {each.when.edtf for each in claims_of(text) if each.type == "married" and each.when}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe has parted from Ben Poe. After 24 years of marriage, Ada Roe says Ben Poe is still a friend.",
        "Ada Roe and Ben Poe have ended 24 years of marriage.",
        "Ada Roe and Ben Poe are still in love after nearly 24 years of marriage.",
        "Ada Roe and Ben Poe celebrated nearly 24 years of marriage on 4 May 2020.",
        "Ada Roe and Ben Poe star in a film that tells of 24 years of marriage.",
        "Ada Roe has parted from Ben Poe. They had celebrated 24 years of marriage.",
    ],
)
def test_what_years_of_marriage_date_no_wedding(claims_of, text):
    told = [each for each in claims_of(text) if each.type == "married" and each.when is not None]
    assert not any(each.duration is not None or (each.when.latest and each.when.latest.year < 2019) for each in told)
