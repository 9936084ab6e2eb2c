"""The day of publication: what is a date, what could be two, and what is prose."""

from datetime import date

import pytest

from kg.read.published import find_day, split_header

DAY = date(2020, 9, 14)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2020-09-14", DAY),
        ("2020-09-14-13-26-46", DAY),
        ("2020-09-14T23:30:00-05:00", DAY),  # the day as it is written, not as another zone counts it
        ("2020/9/14", DAY),
        ("2020.09.14 08:00", DAY),
        ("20200914", DAY),
        ("20200914T132646Z", DAY),
        ("14 September 2020", DAY),
        ("14th Sept. 2020", DAY),
        ("Monday, September 14, 2020", DAY),
        ("Mon, 14 Sep 2020 13:26:46 GMT", DAY),
        ("14/09/2020", DAY),
        ("09/14/2020", DAY),
        ("09/09/2020", date(2020, 9, 9)),
        ("09/10/2020", None),  # 9 October or 10 September
        ("2020-02-31", None),
        ("2020-13-01", None),
        ("0000-01-01", None),
        ("September 2020", None),  # a month is not completed to a day
        ("2020", None),
        ("202009141", None),
        ("", None),
        ("yesterday", None),
        ("Monday", None),
    ],
)
def test_day(value, day):
    assert find_day(value) == day


@pytest.mark.parametrize(
    ("text", "day", "body"),
    [
        ("date 2020-09-14 Ada has left.", DAY, "Ada has left."),
        ("Date: 14 September 2020\n\nAda has left.", DAY, "Ada has left."),
        ("Published: 14 September 2020, 13:26 BST\nAda has left.", DAY, "Ada has left."),
        ("Posted on September 14, 2020 at 1:26 pm\nAda has left.", DAY, "Ada has left."),
        ("14 September 2020\nAda has left.", DAY, "Ada has left."),
        ("2020-09-14T13:26:46Z\nAda has left.", DAY, "Ada has left."),
        ("date 2020-09-14 13:26 Ada has left.", DAY, "Ada has left."),  # "Ada" is no time zone
    ],
)
def test_header_line_gives_the_day_and_is_no_part_of_the_text(text, day, body):
    assert split_header(text) == (day, body)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LONDON, 14 September 2020 (Wire) — Ada has left.", DAY),
        ("NEW YORK, Sept. 14, 2020 - Ada has left.", DAY),
        ("LONDON, 14 September — Ada has left.", None),  # no year
        ("In London, 14 September 2020 - a warm day - Ada left.", None),
        ("14 September 2020 was the day on which Ada left.", None),
        ("Published on 14 September 2020, the novel made Ada known.", None),
        ("Dated 14 September 2020, the letter ends their story.", None),
        ("date 2020-02-31 Ada has left.", None),
        ("They married on 14 September 2020.", None),
        ("", None),
    ],
)
def test_prose_and_datelines_stay_in_the_text(text, day):
    assert split_header(text) == (day, text)
