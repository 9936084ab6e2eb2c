from datetime import date

import pytest

from kg.dates.english import on_day, stretch, words
from kg.dates.interval import Interval


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2020-09-14", "14 September 2020"),
        ("2020-09", "September 2020"),
        ("2017", "2017"),
        ("199X", "the 1990s"),
        ("19XX", "the 20th century"),
        ("20XX", "the 21st century"),
        ("10XX", "the 11th century"),
        ("2019-22", "summer 2019"),
        ("2019-24", "winter 2019–20"),
        ("1999-24", "winter 1999–00"),
        ("../2022-02", "by February 2022"),
        ("../2022", "by 2022"),
        ("../2023-12-24", "by 24 December 2023"),
        ("2015/..", "2015 or later"),
        ("2015-05/..", "May 2015 or later"),
        ("2015-05-03/..", "3 May 2015 or later"),
        ("2017/2019", "2017 to 2019"),
        ("2020-05/2020-08", "May to August 2020"),
        ("2019-11/2020-02", "November 2019 to February 2020"),
        ("2020/2020-09-14", "January to 14 September 2020"),
        ("2019/2020-09-14", "January 2019 to 14 September 2020"),
        ("2020-05-03/2020-05-14", "3 to 14 May 2020"),
        ("2020-05-01/2020-05-14", "1 to 14 May 2020"),
        ("2020-05-14/2020-05-31", "14 to 31 May 2020"),
        ("2020-05-03/2020", "3 May to December 2020"),
        ("2015~", "about 2015"),
        ("../2015~", "by about 2015"),
        ("2015?", "perhaps 2015"),
        ("2015%", "perhaps about 2015"),
        ("0800", "800"),
        ("0044-03-15", "15 March AD 44"),
    ],
)
def test_an_interval_in_words(edtf, told):
    assert words(Interval.from_edtf(edtf)) == told


@pytest.mark.parametrize("when", [None, Interval()])
def test_nothing_known_is_undated(when):
    assert words(when) == "undated"


def test_a_day_alone_and_none():
    assert (on_day(date(2020, 9, 4)), on_day(None)) == ("4 September 2020", "no date")


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2017", "../2019", "began 2017, ended by 2019"),
        ("2017", None, "began 2017"),
        (None, "2019", "ended 2019"),
        (None, None, "dates unknown"),
    ],
)
def test_a_stretch_says_only_what_is_known(start, end, told):
    assert stretch(start and Interval.from_edtf(start), end and Interval.from_edtf(end)) == told
