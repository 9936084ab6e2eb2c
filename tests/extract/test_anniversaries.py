"""What anniversaries and birthdays tell of the days that they keep."""

import pytest

from tests.extract.test_times import days


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("Ada Roe died on 3 May 1960, three days before her 80th birthday.", {"1880-05-06"}),
        ("Ada Roe died on 3 May 1960, three days short of her 80th birthday.", {"1880-05-06"}),
        ("Ben Poe became a mason on 26 December 1854, just two days after his forty-fifth birthday.", {"1809-12-24"}),
        ("The day before her 30th birthday, on 2 May 2010, Ada Roe left.", {"1980-05-03"}),
        ("Ada Roe was found dead on 6 March 2019, a week before her third birthday.", {"2016-03-11/2016-03-17"}),
        # how long before is not told
        ("Ada Roe left on 2 May 2010, some days before her 30th birthday.", set()),
        ("Ada Roe died on 3 May 1960, just before her 80th birthday.", set()),
        ("Ada Roe died on 3 May 1960, just short of her 80th birthday.", set()),
    ],
)
def test_so_long_before_or_after_a_birthday(claims_of, text, born):
    assert days(claims_of(text), "born") == born


@pytest.mark.parametrize(
    ("text", "wed"),
    [
        (
            "Ada Roe filed for divorce from Ben Poe in April 2017, a day before their one-year anniversary.",
            {"2016-04-02/2016-05-01"},
        ),
        (
            "Ada Roe and Ben Poe parted in May 2017, two weeks before their first wedding anniversary.",
            {"2016-05-15/2016-06-18"},
        ),
        (
            "Ben Poe retired on 3 May 2010, two days after the tenth anniversary of his wedding to Ada Roe.",
            {"2000-05-01"},
        ),
        ("Ada Roe and Ben Poe parted in 2016, just before their tenth wedding anniversary.", set()),
        ("Ada Roe and Ben Poe were just shy of their sixth wedding anniversary in May 2009.", set()),
    ],
)
def test_so_long_before_or_after_the_anniversary_of_a_wedding(claims_of, text, wed):
    assert days(claims_of(text), "married") == wed


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("Ada Roe sang shortly before her 74th birthday on September 25.", {"1946-09-25"}),
        ("Ada Roe sang ahead of her 74th birthday on September 25.", {"1946-09-25"}),
        ("In May 2010 Ada Roe sang ahead of her 60th birthday on 3 June.", {"1950-06-03"}),
        ("Ada Roe sang on her 74th birthday on September 25.", {"1945-09-25"}),
    ],
)
def test_a_birthday_to_which_one_looks_ahead(claims_of, text, born):
    assert days(claims_of(text), "born") == born
