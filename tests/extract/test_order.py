"""What one happening says of the day of another that is told beside it."""

import pytest


def whens(claims, type):
    """The days of the events of a type, "" for none."""
    return {claim.when.edtf if claim.when else "" for claim in claims if claim.kind == "event" and claim.type == type}


@pytest.mark.parametrize(
    ("text", "type", "days"),
    [
        ("Ada Roe met Ben Poe on a ferry and married him in 1950.", "met", {"../1950"}),
        ("Ada Roe married Ben Poe. They divorced in 1963.", "married", {"../1963"}),
        ("Ada Roe married Ben Poe. She left Leeds. They divorced in 1963.", "married", {""}),  # too far away
        ("Ada Roe divorced Ben Poe. They met in 1963.", "divorced", {""}),  # told the other way round
        ("Ada Roe met Ben Poe in a shop. She married Carl Foe in 1950.", "met", {""}),  # another couple
        (
            "Ada Roe met Ben Poe in 1948. They met at a dance and married in 1950.",
            "met",
            {"1948", ""},
        ),  # dated elsewhere
        ("Ada Roe met Ben Poe on a ferry and will marry him in 2021.", "met", {"../2021", ""}),
    ],
)
def test_a_happening_is_over_by_the_next_of_the_two(claims_of, text, type, days):
    assert whens(claims_of(text), type) <= days


def test_the_days_of_two_that_follow_each_other_go_back_through_both(claims_of):
    claims = claims_of("Ada Roe married Ben Poe. She deserted him. They divorced in 1881.")
    assert whens(claims, "married") == whens(claims, "separated") == {"../1881"}


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Ada Roe met Carl Foe after her divorce from Ben Poe.", ("divorced", 1)),
        ("Ada Roe married Carl Foe after divorcing Ben Poe.", ("divorced", 1)),
        ("Ada Roe married Carl Foe shortly after divorcing Ben Poe.", ("divorced", 1)),
        ("Ada Roe married Carl Foe in 1950 after divorcing Ben Poe.", None),  # its own day is told
        ("Ada Roe married Carl Foe on the day her divorce from Ben Poe was granted.", None),  # it dates the divorce
    ],
)
def test_a_happening_hangs_on_the_one_that_its_clause_names(claims_of, text, anchor):
    found = [c.anchor for c in claims_of(text) if c.type in ("met", "married") and "Carl Foe" in str(c.people)]
    assert [each and (each.type, each.direction) for each in found if each or anchor is None] == [anchor]


def test_what_is_told_of_its_day_has_the_day_of_the_clause_above(claims_of):
    claims = claims_of("Ada Roe married Carl Foe in 2019 on the day that her divorce from Ben Poe was granted.")
    (anchor,) = [claim.anchor for claim in claims if claim.type == "divorced"]
    assert anchor is not None
    assert (anchor.type, anchor.direction, anchor.offset) == ("married", 0, None)
    apart = claims_of("Ada Roe married Carl Foe in 2019 and sang of the day that her divorce from Ben Poe was granted.")
    assert [claim.anchor for claim in apart if claim.type == "divorced"] == [None]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Ada Roe and Ben Poe announced their split on February 12. "
            "Ada Roe found love with Carl Foe after her split from Ben Poe became public.",
            {"2020-02-12/.."},
        ),
        (
            "Ada Roe and Ben Poe announced their split on February 12. "
            "Ada Roe found love with Carl Foe after the split was announced. They moved in together in May.",
            {"2020-02-12/2020-05-31"},
        ),
        (
            "Ada Roe and Ben Poe announced their split on February 12. "
            "Ada Roe found love with Carl Foe after splitting from Ben Poe.",
            {""},
        ),  # perhaps before anybody knew
        ("Ada Roe found love with Carl Foe after her split from Ben Poe became public.", {""}),
    ],
)
def test_what_came_after_the_news_came_after_its_day(claims_of, text, days):
    assert whens(claims_of(text), "dating_began") == days


def test_a_split_that_love_was_found_after_is_that_of_others(claims_of):
    claims = claims_of(
        "Ada Roe and Ben Poe announced their split on February 12. "
        "Ada Roe found love with Carl Foe after the split was announced."
    )
    couples = {tuple(sorted(each.name for each in claim.people)) for claim in claims if claim.type == "separated"}
    assert couples == {("Ada Roe", "Ben Poe")}


@pytest.mark.parametrize(
    ("text", "type", "days"),
    [
        (
            "Ada Roe honoured Ben Roe on the third anniversary of his death on Sunday.",
            "died",
            {"2017-09-13"},
        ),
        ("Ada Roe honoured Ben Roe on the anniversary of his death on Sunday.", "died", {""}),
        (
            "Ada Roe celebrates her sixth wedding anniversary with husband Ben Poe in a post on Sunday.",
            "married",
            {"2014-09-13"},
        ),
        (
            "Ada Roe met Ben Poe. In May 2018 the two left on the second anniversary of their first date.",
            "dating_began",
            {"2016-05"},
        ),
        (
            "Ada Roe and Ben Poe celebrated their two-year anniversary in August. The couple wed on September 1.",
            "dating_began",
            {"2018-08"},
        ),
        (
            "Ada Roe and Ben Poe celebrated their two-year anniversary in August. The couple wed in 2018.",
            "dating_began",
            set(),
        ),
        ("Ada Roe and Ben Poe were just shy of their sixth wedding anniversary in May 2009.", "married", set()),
        (
            "Ada Roe and Ben Poe will celebrate their two-year anniversary on September 23, as the two wed in secret.",
            "married",
            {"2018-09-23", ""},
        ),
        ("Ada Roe celebrated her birthday on September 3, as she wed Ben Poe in secret.", "married", {"2020-09-03"}),
    ],
)
def test_the_day_of_an_anniversary_is_not_that_of_the_happening(claims_of, text, type, days):
    assert whens(claims_of(text), type) == days


def test_by_the_day_of_publication_is_no_day(claims_of):
    assert whens(claims_of("After her divorce from Ben Poe, Ada Roe moved to Leeds this year."), "divorced") == {""}


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Ada Roe divorced Ben Poe in 1963 and she married Carl Foe.", ("divorced", 1)),
        ("Ada Roe split from Ben Poe in 2018 and later married Carl Foe.", ("separated", 1)),
        ("Ben Poe, the husband of Ada Roe, died in 1950. She then married Carl Foe.", ("died", 1)),
        ("Ada Roe married Ben Poe in 1950. She remarried to Carl Foe.", ("married", 1)),
        ("Ada Roe split from Ben Poe in 2018. She once married Carl Foe.", None),  # at any time
        ("Ada Roe split from Ben Poe in 2018. She had married Carl Foe.", None),  # before
        ("Ada Roe split from Ben Poe in 2018. She married Carl Foe.", None),  # nothing tells the order
        ("Dan Moe divorced Ben Poe in 1963 and Ada Roe married Carl Foe.", None),  # other people
        ("Ada Roe married Carl Foe. She married secondly Ben Poe in 1950.", ("married", -1)),
        ("Ada Roe married Carl Foe. In 1950 she married Ben Poe.", None),  # nothing tells that she remarried
    ],
)
def test_an_undated_marriage_comes_after_the_one_before_it_and_before_the_next(claims_of, text, anchor):
    found = [c.anchor for c in claims_of(text) if c.type == "married" and "Carl Foe" in str(c.people)]
    assert [each and (each.type, each.direction) for each in found if each or anchor is None] == [anchor]


def test_a_widow_had_lost_her_husband_by_the_wedding_told_beside(claims_of):
    text = "In 1845 Dan Moe married Ada Roe, the widow of Carl Foe."
    (widowed,) = (each for each in claims_of(text) if each.type == "widowed")
    assert widowed.anchor
    assert (widowed.anchor.type, widowed.anchor.direction) == ("married", -1)
    apart = "In 1845 Dan Moe married Ada Roe. He sang. He painted. He wrote to Ada Roe, the widow of Carl Foe."
    (widowed,) = (each for each in claims_of(apart) if each.type == "widowed")
    assert widowed.anchor is None


@pytest.mark.parametrize(
    ("text", "type", "days"),
    [
        ("Ada Roe and Ben Poe parted ways after the birth of their daughter, Cora, in 1963.", "separated", {"1963/.."}),
        ("Ada Roe and Ben Poe parted ways after the birth of their daughter, Cora, in 1963.", "child_born", {"1963"}),
        ("Following the birth of Cora in 1963, Ada Roe and Ben Poe divorced.", "divorced", {"1963/.."}),
        ("Ada Roe and Ben Poe split prior to their public argument last Wednesday.", "separated", {"../2020-09-09"}),
        ("Ada Roe and Ben Poe split shortly before their wedding in 2018.", "separated", {"2017/2018"}),
        ("His brother Carl Roe died after a fall in 1950.", "died", {"1950"}),  # one day for both
        ("Dan Roe became king upon the death of Carl Roe in 1950.", "died", {"1950"}),
    ],
)
def test_the_day_of_another_happening_bounds_what_comes_before_or_after_it(claims_of, text, type, days):
    assert whens(claims_of(text), type) == days


@pytest.mark.parametrize(
    ("text", "type", "days"),
    [
        ("Ada Roe married Carl Moe in 1950 after divorcing Ben Poe.", "divorced", {"../1950"}),
        ("Ada Roe has dated Ben Poe since 2007, shortly after she and Carl Moe separated.", "separated", {"2006/2007"}),
        ("Ada Roe has dated Ben Poe since 2007, after she and Carl Moe separated.", "separated", {"../2007"}),
        ("Ada Roe and Ben Poe wed in 2018 after splitting in 2015 and making up.", "separated", {"2015"}),
        (
            "Ada Roe and Ben Poe went on a trip in 2018 after splitting.",
            "separated",
            {""},
        ),  # perhaps not for the last time
        ("Ada Roe moved to York in 1955 after she married Ben Poe.", "married", {"../1955"}),
        ("Ada Roe moved to York in 1955 and sang after she married Ben Poe.", "married", {""}),
        ("Ada Roe married Carl Moe in 1950. She divorced Ben Poe.", "divorced", {""}),
    ],
)
def test_a_clause_is_bounded_by_the_one_above(claims_of, text, type, days):
    assert whens(claims_of(text), type) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ada Roe married Sir Carl Poe (died 1535) of Leeds.", {"../1535"}),
        ("Ada Roe (died 1 May 1530), who married Sir Carl Poe (died 1535), was a nun.", {"../1530-05-01"}),
        ("Ada Roe married Sir Carl Poe (died 1535) in 1520.", {"1520"}),
        ("Ada Roe (1490-1530) married Sir Carl Poe.", {""}),  # a whole life
        ("Ada Roe married Sir Carl Poe. He was a brother of Dan Poe (died 1535).", {""}),
    ],
)
def test_a_wedding_was_before_the_death_that_is_told_with_it(claims_of, text, days):
    assert whens(claims_of(text, None), "married") == days


@pytest.mark.parametrize(
    ("text", "type", "days"),
    [
        # terms of an office, which no wedding lasts or takes twice
        ("Ada Roe married Ben Poe, Bishop of Leeds from 1960 to 1970.", "married", {""}),
        ("Ada Roe married Ben Poe, Bishop of Leeds, in 1960.", "married", {"1960"}),
        ("Ada Roe married Ben Poe of York, a friend of the king and sheriff in 1518 and 1526.", "married", {""}),
        ("Ada Roe married Ben Poe of York, a friend of the king, in 1518.", "married", {"1518"}),
        ("Between 1797 and his death Ben Poe was mayor of Leeds.", "died", {""}),
        ("Ada Roe shared the news on Monday, her 30th birthday, in a post.", "born", {"1990-09-14"}),
        (
            "Ada Roe and Ben Poe will celebrate the fourth birthday of their son Max on 27 September.",
            "born",
            {"2016-09-27"},
        ),
        ("Ada Roe turned 40 last month.", "born", {"1980-08"}),
        ("Ada Roe, who turns 33 on September 28, sang.", "born", {"1987-09-28"}),
        ("Ada Roe has two sons - Ben Roe, turning four next Monday, and Max Roe.", "born", {"2016-09-21"}),
        ("Ada Roe sang on the day before turning four next Monday.", "born", set()),
        ("Ada Roe will turn 33 on September 28.", "born", set()),
        ("Ada Roe turned 12 pages on Monday.", "born", set()),
        ("Ada Roe turned forty last month.", "born", {"1980-08"}),
        ("Ada Roe turned forty-two last month.", "born", set()),
        ("Ada Roe turned one of the offers down in May.", "born", set()),
        # lives in brackets, with and without their dash
        ("Ada Roe (Rome, 12 March 1929Turin, 15 May 2012), married Ben Poe in York.", "married", {""}),
        ("The house was built by Ada Roe, whose marriage to Ben Poe (d. 1804) was happy.", "married", {"../1804"}),
        # so long after which comes what is dated
        ("A year after Ada Roe's death, on 1 May 1801, Ben Poe sold the house.", "died", {"1800"}),
        ("Ben Poe sold the house a year after Ada Roe's death in 1801.", "died", {"1801"}),
        # somebody was wed then
        ("Ada Roe looks well compared to a few years ago, when she was married to Ben Poe.", "married", set()),
        ("From 1977 Ada Roe was already married to Ben Poe.", "married", {"../1977"}),
        ("As of June 2012 Ada Roe and Ben Poe were separated.", "separated", {"../2012-06"}),
        ("Ada Roe and Ben Poe went through a rough patch in their marriage two years ago.", "married", set()),
        # when it was spoken of, or judged
        ("In May Ada Roe spoke about her wedding to Ben Poe.", "married", {"../2020-05"}),
        ("A jury found Carl Foe guilty of Ben Poe's murder a week ago.", "died", {"../2020-09-13"}),
        ("Carl Foe was convicted of the murder of Ben Poe in 2015.", "died", {"../2015"}),
        ("Ada Roe mourned the murder of Ben Poe in 2015.", "died", {"2015"}),
        # a year that another happening bears
        ("Ada Roe split from Ben Poe after his 2019 scandal.", "separated", {"2019/.."}),
        ("Ada Roe split from Ben Poe in 2019 after his scandal.", "separated", {"2019"}),
    ],
)
def test_the_day_of_something_else_is_not_that_of_the_happening(claims_of, text, type, days):
    assert whens(claims_of(text), type) == days


def test_a_year_in_brackets_behind_one_of_a_row_is_no_other_s(claims_of):
    text = (
        "Ada Roe was married four times: to the singer Ben Poe (1943-1951), the actor Carl Foe (1953), the poet Cy Poe "
        "(1956-1958), and the baker Dan Loe (1964-1965)."
    )
    weddings = [claim for claim in claims_of(text, None) if claim.type == "married" and claim.when]
    assert [" ".join(each.name for each in claim.people) for claim in weddings] == ["Ada Roe Carl Foe"]
    assert [claim.when.edtf for claim in weddings] == ["1953"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "Ada Roe was married three times: to the singer Ben Poe (1943-1951), the actor Carl Foe (1953), and the "
            "poet Cy Poe (1956-58).",
            {("Ben Poe", "1943", "1951"), ("Cy Poe", "1956", "1958")},
        ),
        (
            "Ada Roe was married to Ben Poe (1943-51) and Cy Poe (1956-58).",
            {("Ben Poe", "1943", "1951"), ("Cy Poe", "1956", "1958")},
        ),
        ("Ada Roe was married to King Ben (1943-51).", set()),  # perhaps a reign
        ("Ada Roe was married twice: to Ben Poe (1843-1901) and Cy Poe (1856-1920).", set()),  # lives
    ],
)
def test_years_behind_each_of_several_partners_are_those_of_the_marriages(claims_of, text, years):
    lasting = [claim for claim in claims_of(text, None) if claim.type == "married" and claim.start and claim.end]
    told = {(each.name, claim.start.edtf, claim.end.edtf) for claim in lasting for each in claim.people}
    assert {each for each in told if each[0] != "Ada Roe"} == years


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Ben Poe's first marriage, in 1948 to singer Ada Roe, ended in divorce in 1950.",
            {"married": "1948", "divorced": "1950"},
        ),
        ("Ben Poe's marriage to Ada Roe ended in divorce in 1950.", {"divorced": "1950"}),
    ],
)
def test_the_day_told_beside_a_marriage_is_no_day_of_its_end(claims_of, text, days):
    told = {claim.type: claim.when.edtf for claim in claims_of(text) if claim.kind == "event" and claim.when}
    assert told == days
