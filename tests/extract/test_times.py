"""The day of a happening, as the words around it tell it."""

from datetime import date

import pytest


def days(claims, type, *names):
    """The days of the dated events of a type; only those in which all these people take part, if any."""
    events = (claim for claim in claims if claim.kind == "event" and claim.type == type)
    found = (each for each in events if {*names} <= {person.name for person in each.people})
    return {each.when.edtf for each in found if each.when}


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("Ada Roe's book about her marriage to Ben Poe was published in 1995.", "married", set()),
        ("The story of the marriage of Ada Roe and Ben Poe was published in 1995.", "married", set()),
        ("The wedding of Ada Roe and Ben Poe was held in 1995.", "married", {"1995"}),
        ("News of Ada Roe's split from Ben Poe broke in May.", "separated", {"../2020-05"}),
        ("In 2018 it was said Ada Roe and Ben Poe had split when he left the show.", "separated", {"../2018"}),
        ("Photographs of Ada Roe's wedding to Ben Poe were published in 2018.", "married", {"../2018"}),
        ("Ada Roe opened up about her split from Ben Poe last week.", "separated", {"../2020-09-13"}),
        ("Ada Roe released a statement about the death of her son Carl on Sunday.", "died", {"../2020-09-13"}),
        ("Ada Roe wept after the death of her son Carl on Sunday.", "died", {"2020-09-13"}),
        ("Ada Roe opened up about her split from Ben Poe last year.", "separated", {"2019"}),
    ],
)
def test_what_is_told_or_seen_of_a_happening_has_a_day_of_its_own(claims_of, text, type, day):
    assert days(claims_of(text), type) == day


@pytest.mark.parametrize(("whose", "owner"), [("his", "Ben Poe"), ("her", "Ada Roe")])
def test_whose_birthday_a_wedding_was_on(claims_of, whose, owner):
    told = claims_of(f"Ada Roe was born in 1950. She married Ben Poe on {whose} 30th birthday.")
    (wedding,) = [claim for claim in told if claim.type == "married" and claim.kind == "event"]
    (key,) = [each.person for each in wedding.people if each.name == owner]
    assert wedding.anchor is not None
    assert (wedding.anchor.type, wedding.anchor.people) == ("born", (key,))


@pytest.mark.parametrize(("told", "day"), [("29 February", "2010-02-28"), ("February", "2010-02")])
def test_an_anniversary_at_the_end_of_february(claims_of, told, day):
    claims = claims_of(f"Ada Roe and Ben Poe celebrated their tenth wedding anniversary in Rome on {told} 2020.")
    assert days(claims, "married") == {day}


@pytest.mark.parametrize(
    ("text", "wed", "divorced"),
    [
        ("Ben Poe's 1913 marriage to Ada Roe ended in divorce in 1920.", {"1913"}, {"1920"}),
        ("Ben Poe's first marriage, to Ada Roe in 1913, ended in divorce in 1920.", {"1913"}, {"1920"}),
        ("Ben Poe's first marriage, to Ada Roe in 1913, ended in divorce.", {"1913"}, set()),
        ("Ben Poe's marriage to Ada Roe ended in divorce in 1920.", set(), {"1920"}),
        ("In 1920 Ben Poe's marriage to Ada Roe ended in divorce.", set(), {"1920"}),
    ],
)
def test_a_marriage_that_ended_has_its_own_day(claims_of, text, wed, divorced):
    claims = claims_of(text)
    assert (days(claims, "married"), days(claims, "divorced")) == (wed, divorced)


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("Ben Poe left Leeds in May 1940, the year in which he met Ada Roe.", "met", {"1940"}),
        ("Ben Poe left Leeds in May 1940, the month he met Ada Roe.", "met", {"1940-05"}),
        ("Ben Poe left Leeds in 1940, the same year he met Ada Roe.", "met", {"1940"}),
        ("Ben Poe left Leeds in the year that he met Ada Roe.", "met", set()),
        ("Ada Roe married Ben Poe, whom she had met in 1910, in 1914.", "married", {"1914"}),
        ("Ada Roe married Ben Poe, who had moved to Rome in 1910, on 3 May 1914.", "married", {"1914-05-03"}),
        ("Ada Roe married Ben Poe, who had moved to Rome in 1910.", "married", set()),
    ],
)
def test_a_clause_inside_another_shares_no_more_than_its_year(claims_of, text, type, day):
    assert days(claims_of(text), type) == day


@pytest.mark.parametrize(
    "text",
    [
        "Ben Poe has been married twice: to Ada Roe in 1913 and to Eva Zed in 1922.",
        "Ben Poe was twice married: in 1913 to Ada Roe, and in 1922 to Eva Zed.",
        "Ben Poe married twice; firstly to Ada Roe, daughter of Carl Roe, in 1913 and secondly to Eva Zed in 1922.",
    ],
)
def test_each_of_several_weddings_has_its_day(claims_of, text):
    claims = claims_of(text)
    assert (days(claims, "married", "Ada Roe"), days(claims, "married", "Eva Zed")) == ({"1913"}, {"1922"})


def test_the_days_of_a_row_are_told_in_its_order(claims_of):
    claims = claims_of("Max Roe and Ben Roe, born in 1330 and 1332 respectively, were brothers.")
    assert (days(claims, "born", "Max Roe"), days(claims, "born", "Ben Roe")) == ({"1330"}, {"1332"})
    claims = claims_of("Max Roe, Dan Roe and Ben Roe, born in 1330, were brothers.")
    assert not days(claims, "born", "Max Roe")


@pytest.mark.parametrize(
    ("text", "type", "born"),
    [
        ("In 1860 Ada Roe married Ben Poe, and in 1865 Carl Zed.", "married", {"Ben Poe": "1860", "Carl Zed": "1865"}),
        ("Ada Roe married 1860 Ben Poe; 1865 Carl Zed.", "married", {"Ben Poe": "1860", "Carl Zed": "1865"}),
        ("Ada Roe married (1860) Ben Poe and (1865) Carl Zed.", "married", {"Ben Poe": "1860", "Carl Zed": "1865"}),
        ("In 1602, Ada Roe had a daughter, Eva; in 1604, a son, Carl.", "child_born", {"Eva": "1602", "Carl": "1604"}),
        ("In 1602 Ada Roe had a daughter, Eva, and in 1604 twins, Carl and Dan.", "child_born", {"Eva": "1602"}),
        ("Ada Roe had in 1602 a daughter, Eva, and in 1604 a son, Dan.", "child_born", {"Eva": "1602", "Dan": "1604"}),
        ("In 1602 Ada Roe was born, in 1604 her brother Carl Roe.", "born", {"Ada Roe": "1602", "Carl Roe": "1604"}),
        ("In 1602 Ada Roe was born, and in 1604 Carl Roe became king.", "born", {"Ada Roe": "1602", "Carl Roe": None}),
        (
            "By 1610 Ada Roe had a daughter, Eva (1602), and a son, Carl (1604).",
            "child_born",
            {"Eva": "1602", "Carl": "1604"},
        ),
        ("In 1860 Ada Roe married Ben Poe, in 1865 a widower.", "married", {"Ben Poe": "1860"}),
    ],
)
def test_a_row_whose_days_stand_before_those_of_whom_it_tells(claims_of, text, type, born):
    claims = claims_of(text)
    assert {name: next(iter(days(claims, type, name)), None) for name in born} == born


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("Ada Roe, the 2016 champion, married Ben Poe.", "married", set()),
        ("Ada Roe married Ben Poe, champion in 2016.", "married", set()),
        ("Ada Roe married Ben Poe (champion in 2016).", "married", set()),
        ("Ada Roe married Ben Poe, a champion from Leeds, in 2016.", "married", {"2016"}),
        ("Ada Roe married the champion Ben Poe in 2016.", "married", {"2016"}),
        ("Ada Roe sued Ben Poe, whom she divorced, in 2014.", "divorced", set()),
        ("Ada Roe sued Ben Poe, whom she divorced in Leeds in 2014.", "divorced", {"2014"}),
        ("Ada Roe met Ben Poe on the set of Dust (2015).", "met", {"../2015"}),
    ],
)
def test_the_year_of_a_title_or_a_work_is_no_day_of_a_wedding(claims_of, text, type, day):
    assert days(claims_of(text), type) == day


@pytest.mark.parametrize(
    ("link", "wed"),
    [("within a year of", {"2016/2017"}), ("in the year of", {"2016"}), ("less than a year after", {"2016/2017"})],
)
def test_what_came_within_a_year_of_something(claims_of, link, wed):
    claims = claims_of(f"Ada Roe married Ben Poe {link} her divorce from Carl Zed in 2016.")
    assert (days(claims, "married"), days(claims, "divorced")) == (wed, {"2016"})


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The death of Ada Roe was investigated in 1955.", {"../1955"}),
        ("The murder of Ada Roe was solved in 1990.", {"../1990"}),
        ("The murder of Ada Roe in 1980 was solved in 1990.", {"1980"}),
        ("The death of Ada Roe shocked Leeds in 1955.", {"1955"}),
    ],
)
def test_a_death_that_is_looked_into_came_before(claims_of, text, day):
    assert days(claims_of(text), "died") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ada Roe said that she had married Ben Poe on Instagram on Friday.", "../2020-09-11"),
        ("Ada Roe revealed she had married Ben Poe in a statement last Friday.", "../2020-09-11"),
        ("Ada Roe announced that she was engaged to Ben Poe on Friday.", "../2020-09-11"),
        ("Ada Roe announced that she got engaged to Ben Poe on Friday.", "2020-09-11"),
        # told of the wedding itself
        ("Ada Roe said that she married Ben Poe on Friday.", "2020-09-11"),
        ("Ada Roe said that she had married Ben Poe on 3 May 2017.", "2017-05-03"),
    ],
)
def test_a_day_right_before_publication_may_be_that_of_the_news(claims_of, text, day):
    types = ("married", "engaged")
    (wedding,) = [claim for claim in claims_of(text) if claim.kind == "event" and claim.type in types]
    assert wedding.when.edtf == day


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("Ada Roe and Ben Poe flew out in May to mark the first anniversary of their wedding.", "married", {"2019-05"}),
        ("In May Ada Roe and Ben Poe flew out to celebrate their tenth wedding anniversary.", "married", {"2010-05"}),
        ("Ada Roe flew to Rome last year to celebrate her 40th birthday.", "born", {"1979"}),
        ("Ada Roe flew out in May to see her husband of ten years, Ben Poe.", "married", set()),
    ],
)
def test_what_is_done_to_keep_a_day_is_done_on_it(claims_of, text, type, day):
    assert days(claims_of(text), type) == day


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("In 1941, Ben Poe remarried, tying the knot with Ada Roe.", "married", {"1941"}),
        ("Ben Poe retired in 1941, having married Ada Roe.", "married", set()),
        ("Ben Poe retired in 1941, marrying Ada Roe in 1944.", "married", {"1944"}),
        ("Ben Poe retired in 1941, having three children, Carl, Dora and Max, with Ada Roe.", "child_born", set()),
    ],
)
def test_a_participle_tells_what_came_about_with_its_verb(claims_of, text, type, day):
    assert days(claims_of(text), type) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ada Roe was born in Pest (since 1873 a part of Budapest) to a father from Rome.", set()),
        ("Ada Roe was born in York, the daughter of Ben Roe, a clerk in Leeds from 1848 to 1859.", set()),
        ("Ada Roe was born in Pest (since 1873 a part of Budapest) in May 1850.", {"1850-05"}),
    ],
)
def test_nobody_is_born_for_years(claims_of, text, day):
    assert days(claims_of(text), "born") == day


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        (
            "Ada Roe split from Ben Poe, who she met at work, after ten months of dating, in July.",
            "separated",
            "2020-07",
        ),
        ("Ada Roe divorced Ben Poe, with whom she has two sons, in May.", "divorced", "2020-05"),
        ("Ada Roe married Ben Poe, who later became a minister, in 1953.", "married", "1953"),
        ("Ada Roe married Ben Poe, who was born in Rome, in 1950.", "born", "1950"),
        ("Ada Roe, who divorced Ben Poe, in May, has moved.", "divorced", "2020-05"),
    ],
)
def test_a_day_behind_a_closed_relative_clause_is_of_the_clause_above(claims_of, text, type, day):
    claims = claims_of(text)
    assert days(claims, type) == {day}
    assert not [claim for claim in claims if claim.type != type and claim.kind == "event" and claim.when]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ada Roe has split from Ben Poe, according to a report in People on Sunday.", {"../2020-09-13"}),
        ("According to the Star last week, Ada Roe has split from Ben Poe.", {"../2020-09-13"}),
        ("Ada Roe split from Ben Poe on Sunday, according to People.", {"2020-09-13"}),
        ("According to the paper, Ada Roe split from Ben Poe on Sunday.", {"2020-09-13"}),
    ],
)
def test_the_day_of_a_report_is_not_that_of_what_it_tells(claims_of, text, day):
    assert days(claims_of(text), "separated") == day


@pytest.mark.parametrize(("words", "day"), [("only after", "2018/.."), ("just after", "2018")])
def test_only_after_tells_nothing_of_how_long_after(claims_of, words, day):
    told = claims_of(f"Ada Roe went public with Ben Poe {words} his divorce from Cora Zed in 2018.")
    assert days(told, "went_public", "Ada Roe") == {day}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ben Poe flew home in May after his wife Ada Roe gave birth to a son, Carl.", "../2020-05"),
        ("Ben Poe moved to Rome in 2010 before his wife Ada Roe gave birth to a son, Carl.", "2010/.."),
    ],
)
def test_a_child_is_born_before_or_after_the_day_of_the_clause_above(claims_of, text, day):
    assert days(claims_of(text), "child_born") == {day}


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Ada Roe dated Ben Poe for three years between February 2016 and April 2019.", ("2016-02", "2019-04")),
        ("Ada Roe was in a relationship with Ben Poe between 2007 and 2009.", ("2007", "2009")),
        ("Ada Roe was married to Ben Poe between 1895 and 1910.", ("1895", "1910")),
        ("Ada Roe and Ben Poe were married at some point between 1750 and 1752.", None),
        ("Ada Roe met Ben Poe between May 2010 and June 2011.", None),
    ],
)
def test_what_lasts_between_two_days_begins_with_the_one_and_ends_with_the_other(claims_of, text, ends):
    told = [(each.start.edtf, each.end.edtf) for each in claims_of(text) if each.start and each.end]
    assert told == ([ends] if ends else [])


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("Ada Roe and Ben Poe were married at the time of his death in 1940.", "married", {"../1940"}),
        # a state, by then ten years old
        ("Ada Roe and Ben Poe had been married for ten years at his death in 1940.", "married", set()),
        ("Ada Roe met Ben Poe at the time of her father's death in 1940.", "met", {"1940"}),
    ],
)
def test_what_still_held_at_a_death_had_come_about(claims_of, text, type, day):
    assert days(claims_of(text, None), type) == day


@pytest.mark.parametrize(
    ("text", "type", "owner"),
    [
        ("Ada Roe was six when her parents, Carl Roe and Eva Dow, divorced.", "divorced", "Ada Roe"),
        ("Ada Roe was just 16 years old when she married Ben Poe.", "married", "Ada Roe"),
        ("Ada Roe, born in York, was ten when her father, Carl Roe, died.", "died", "Ada Roe"),
        ("It was six when Ada Roe married Ben Poe.", "married", None),
    ],
)
def test_an_age_in_the_clause_above_counts_from_its_subject(claims_of, text, type, owner):
    told = claims_of(text, None)
    (found,) = [claim for claim in told if claim.kind == "event" and claim.type == type]
    keys = {each.person: each.name for claim in told for each in claim.people}
    assert (keys[found.anchor.people[0]] if found.anchor else None) == owner


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ada Roe married Ben Poe in 1860, but they divorced after two years.", {"1862"}),
        ("Ada Roe married Ben Poe in 1860. The couple divorced after only two years of marriage.", {"1862"}),
        ("Ada Roe married Ben Poe in 1860, but they divorced within two years.", {"1860/1862"}),
        ("Ada Roe married Ben Poe in 1860, but they divorced in 1870 after ten years.", {"1870"}),
        ("Ada Roe married Ben Poe in 1860, but they divorced after a few years.", set()),
        ("Ada Roe married Ben Poe in 1860 and Carl Zed in 1870. Ada and Carl divorced after two years.", {"1872"}),
        ("Ada Roe divorced Ben Poe after two years. She had married him in 1860.", set()),
    ],
)
def test_a_parting_is_counted_from_the_wedding(claims_of, text, day):
    assert days(claims_of(text, None), "divorced") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ben Poe married Ada Roe in 1857. She died after nine years of marriage.", {"1866"}),
        ("Ben Poe wed Ada Roe in 1857 and Eva Fox in 1870. Eva died after two years of marriage.", {"1872"}),
        ("Ben Poe married Ada Roe in 1857. She died after nine years of illness.", set()),
        ("Ben Poe married Ada Roe in 1857. Dan Fox died after nine years of marriage.", set()),
    ],
)
def test_a_death_after_years_of_marriage_is_counted_from_the_wedding(claims_of, text, day):
    assert days(claims_of(text, None), "died") == day


def test_two_happenings_that_one_is_counted_from(claims_of):
    told = claims_of("Ada Roe left in May 2019, two years after marrying Ben Poe and six years after divorcing Cy Zed.")
    assert (days(told, "married"), days(told, "divorced")) == ({"2017"}, {"2013"})


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ada Roe confirmed she has split from Ben Poe at the end of last month.", {"../2020-08"}),
        ("Ada Roe confirmed she split from Ben Poe last month.", {"2020-08"}),
        ("Ada Roe revealed that she has split from Ben Poe this year.", {"2020-01-01/2020-09-14"}),
    ],
)
def test_a_perfect_has_no_day_of_the_past(claims_of, text, day):
    assert days(claims_of(text), "separated") == day


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("In 1855 Ada Roe married Ben Poe, and they had two sons, Carl (born 1858) and Dan.", {"Carl": "1858"}),
        ("In 1855 Ada Roe had a son, Carl, and married Ben Poe.", {"Carl": "1855"}),
    ],
)
def test_the_year_of_a_wedding_is_not_that_of_the_children(claims_of, text, born):
    told = [claim for claim in claims_of(text, None) if claim.type in ("born", "child_born") and claim.when]
    children = {(each.name, claim.when.edtf) for claim in told for each in claim.people if each.role != "parent"}
    assert children == set(born.items())


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("Ben Poe died nine months before the museum opened on 26 December 1929.", "died", {"1929-03"}),
        ("Ada Roe married Ben Poe two years after moving to London in 1920.", "married", {"1922"}),
        ("Ada Roe married Ben Poe after she moved to London in 1920.", "married", {"1920/.."}),
        ("Before she left Leeds in 1950, Ada Roe married Ben Poe.", "married", {"../1950"}),
        ("Just before the town was sealed off in 1940, Ada Roe married Ben Poe.", "married", {"1940"}),
        ("After graduating from Leeds in 1950, Ada Roe met and married Ben Poe.", "married", {"1950/.."}),
        # the day of either
        ("Ada Roe began dating Ben Poe after meeting on the set of a film in 2004.", "dating_began", set()),
        ("Ada Roe died after catching a cold on 16 March 1988.", "died", set()),
    ],
)
def test_a_clause_with_a_day_of_its_own_tells_what_came_before_or_after(claims_of, text, type, day):
    assert days(claims_of(text), type) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [("a quiet doctor who later became a senator", {"1953"}), ("the son of a judge who had died in 1940", {"1953"})],
)
def test_a_day_behind_what_is_set_off_is_of_the_clause_around_it(claims_of, words, day):
    assert days(claims_of(f"Ada Roe married Ben Poe, {words}, in 1953 and left York."), "married") == day


@pytest.mark.parametrize("words", ["it was not until", "it wasn't until", "it was only in"])
def test_what_a_cleft_sets_first_is_the_day_of_its_clause(claims_of, words):
    claims = claims_of(f"Ada Roe and Ben Poe met in 1931, but {words} May 1938 that the couple married.")
    assert (days(claims, "met"), days(claims, "married")) == ({"1931"}, {"1938-05"})


def test_what_had_to_wait_until_a_day_came_about_on_it(claims_of):
    claims = claims_of("Ada Roe and Ben Poe separated in 1931, but the divorce had to wait until 1938.")
    assert days(claims, "divorced") == {"1938"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ben Poe married in 1760. His wife was Ada Roe.", {"1760"}),
        ("Ben Poe got married in 1760; his wife Ada Roe was a painter.", {"1760"}),
        ("Ben Poe married in 1760 and again in 1770. His wife was Ada Roe.", set()),
        ("Ben Poe married in 1760. His second wife was Ada Roe.", set()),
        ("Ben Poe married in 1760 and divorced in 1765. His wife Ada Roe is a painter.", set()),
        ("Ben Poe married in 1760. Carl Zed and his wife Ada Roe lived nearby.", set()),
    ],
)
def test_a_wedding_of_one_was_with_the_only_spouse_told_of(claims_of, text, day):
    assert days(claims_of(text), "married") == day


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Aged five, Ada Roe lost her father, Carl Roe.", "Ada Roe"),
        ("Ada Roe lost her father, Carl Roe, at the age of five.", "Ada Roe"),
        ("At the age of fifty, Carl Roe was killed in a crash.", "Carl Roe"),
        ("Ada Roe's father, Carl Roe, died at the age of fifty.", "Carl Roe"),
    ],
)
def test_who_lost_somebody_was_of_the_age_that_is_told(claims_of, text, owner):
    (death,) = [each for each in claims_of(text) if each.type == "died"]
    assert death.anchor.people == (owner,)


@pytest.mark.parametrize(
    ("text", "wed", "parted"),
    [
        ("Ada Roe and Ben Poe split a year after their 2018 wedding.", {"2018"}, {"2019"}),
        ("Ada Roe and Ben Poe split a year after their lavish 2018 wedding.", {"2018"}, {"2019"}),
        (
            "Ada Roe and Ben Poe split a year to the day after their wedding on 3 May 2018.",
            {"2018-05-03"},
            {"2019-05-03"},
        ),
        ("Ada Roe and Ben Poe split a year after their wedding in May 2018.", {"2018-05"}, {"2019"}),
    ],
)
def test_what_is_counted_from_a_dated_noun(claims_of, text, wed, parted):
    told = claims_of(text)
    assert (days(told, "married"), days(told, "separated")) == (wed, parted)


def test_news_after_a_split_is_no_news_of_the_split(claims_of):
    told = claims_of("Ada Roe announced her engagement to Ben Poe a week after her split from Carl Zed in May 2018.")
    assert days(told, "separated") == {"2018-05"}


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("About 1945 or 1946, Ada Roe and Ben Poe divorced.", "divorced", {"1945~/1946~"}),
        ("Ada Roe and Ben Poe divorced in 1945 or about 1946.", "divorced", {"1945~/1946~"}),
        ("Ada Roe married Ben Poe in 1845–46.", "married", {"1845/1846"}),
        ("Ada Roe met Ben Poe in Rome in 1845-46.", "met", {"1845/1846"}),
        ("Ada Roe married Ben Poe, an MP in 1845-46.", "married", set()),
        ("Ada Roe married Ben Poe, a bishop from 1845 to 1846.", "married", set()),
        ("Ada Roe married Ben Poe, consul in 1850-60.", "married", set()),
    ],
)
def test_one_year_or_the_next(claims_of, text, type, day):
    assert days(claims_of(text), type) == day


DAYS = {"1849-05-03"}, {"1852-03-08"}


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("In 1849 Ada Roe married Ben Poe, and Carl Zed in 1852.", {"1849"}, {"1852"}),
        ("In 1849 Ada Roe married Ben Poe, and the poet Carl Zed in 1852.", {"1849"}, {"1852"}),
        ("Ada Roe married Ben Poe in 1849, and Carl Zed in 1852.", {"1849"}, {"1852"}),
        # brackets with lives stand between the names and the days
        ("Ada Roe married Ben Poe (1820–1851) on 3 May 1849; Carl Zed (1825–1890) on 8 March 1852.", *DAYS),
        ("Ada Roe married Ben Poe (1820–1851) on 3 May 1849 and Carl Zed (1825–1890) on 8 March 1852.", *DAYS),
        ("Ada Roe married Ben Poe (1820–1851) and Carl Zed (1825–1890).", set(), set()),
    ],
)
def test_a_day_that_opens_a_row_is_of_its_first(claims_of, text, one, other):
    told = claims_of(text)
    assert (days(told, "married", "Ben Poe"), days(told, "married", "Carl Zed")) == (one, other)


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        # an age beside the day takes nothing from it
        ("In 1849, at the age of 43, Ada Roe gave birth to a son, Ben.", "child_born", {"1849"}),
        ("In 1849, Ada Roe, at the age of 43, gave birth to a son, Ben.", "child_born", {"1849"}),
        # nor a length of time from the day of what else was done
        (
            "This past April Ada Roe left Rome, ending her engagement to Ben Poe after a year together.",
            "engagement_ended",
            {"2020-04"},
        ),
        # what is said to have been decided has the day of the telling as its latest
        ("On May 27 it was revealed that Ada Roe and Ben Poe had decided to part.", "separated", {"../2020-05-27"}),
        ("'We have decided to separate,' Ada Roe and Ben Poe said on May 29.", "separated", {"../2020-05-29"}),
        ("On May 27 Ada Roe and Ben Poe decided to part.", "separated", {"2020-05-27"}),
        # "the same year as" names the other
        ("Ben Poe died in 1845, the same year as his wedding to Ada Roe.", "died", {"1845"}),
    ],
)
def test_what_else_a_clause_tells_leaves_the_day(claims_of, text, type, day):
    told = claims_of(text)
    assert days(told, type) == day
    assert len([each for each in told if (each.kind, each.type) == ("event", type)]) == 1


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Ada Roe has been dating Carl Zed since her split from Ben Poe in May 2018.", "2018-05"),
        ("Ada Roe has been dating Carl Zed since splitting from Ben Poe in May 2018.", "2018-05"),
        ("Ada Roe and Carl Zed have been together since they met in 2010.", "2010"),
        ("Ada Roe has dated Carl Zed since her split from Ben Poe in May 2018.", None),
        ("Ada Roe has been dating Carl Zed for weeks since her split from Ben Poe.", None),
    ],
)
def test_since_what_happening_it_holds(claims_of, text, start):
    told = [each for each in claims_of(text) if (each.kind, each.type) == ("state", "dating")]
    assert {each.start and each.start.edtf for each in told if "Carl Zed" in {p.name for p in each.people}} == {start}


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("In 1850 Ben Poe learned of the death of his brother Carl.", "died", {"../1850"}),
        ("Ben Poe learned of the death of his brother Carl in 1850.", "died", {"1850"}),
        ("The strip ran a tribute in May, lamenting the death of Ben Poe in 2018.", "died", {"2018"}),
        ("According to a series of reports in October 2010, Ada Roe had met Ben Poe.", "met", {"../2010-10"}),
        ("According to tradition, in 1250 Ada Roe married Ben Poe.", "married", {"1250"}),
        ("Ben Poe died in 1990. Ada Roe did not hear of his death until May.", "died", {"1990", "../2020-05"}),
        (
            "Ada Roe is back after confirming she has welcomed her first child with husband Ben Poe during a public "
            "appearance in September.",
            "child_born",
            set(),
        ),
    ],
)
def test_the_day_on_which_it_was_heard_or_told(claims_of, text, type, day):
    assert days(claims_of(text), type) == day


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Ben Poe died in 1271. Ada Roe died four days after Ben Poe.", ("died", 1, "P4D")),
        ("Ben Poe died in 1271. His wife Ada Roe died two years after him.", ("died", 1, "P2Y")),
        ("Ben Poe died in 1271. His sister Ada Roe died a week before him.", ("died", -1, "P1W")),
        ("Ben Poe died in 1271. Ada Roe died a year after Ben Poe's book came out.", None),
        ("Ben Poe died in 1271. Ada Roe died a year after Ben Poe moved to Rome.", None),
    ],
)
def test_by_how_long_somebody_is_outlived(claims_of, text, anchor):
    told = claims_of(text)
    (death,) = [each for each in told if each.type == "died" and each.people[0].name == "Ada Roe"]
    found = death.anchor and (death.anchor.type, death.anchor.direction, death.anchor.offset.text)
    assert found == anchor
    assert not any(each.type == "widowed" for each in told)


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("Ben Poe died after contracting pneumonia on 16 March 1988.", "died", {"1988-03-16"}),
        ("Ben Poe died in Leeds of an illness brought on by influenza on 24 June 1894.", "died", {"1894-06-24"}),
        # wounds and strokes have their own day
        ("Ben Poe died of wounds received at Arras on 24 June 1917.", "died", set()),
        ("Ben Poe died after suffering a stroke on 16 March 1988.", "died", set()),
        ("While travelling to London in 1790, Ada Roe had met Ben Poe.", "met", {"1790"}),
        ("Ada Roe had met Ben Poe when she moved to London in 1790.", "met", {"../1790"}),
        # what is told with its own day, of which no more is known
        ("Ada Roe and Ben Poe wed after his divorce in 2013.", "married", {"2013/.."}),
        ("Ada Roe and Ben Poe began dating after a chance meeting in 2013.", "dating_began", {"2013/.."}),
        ("Ada Roe and Ben Poe wed after a short romance in 2013.", "married", {"2013"}),
        ("Ada Roe and Ben Poe wed in 2016 after first meeting in 2013.", "met", {"2013"}),
        ("Ada Roe and Ben Poe have been a couple since first meeting in 2013.", "met", {"2013"}),
        ("Ada Roe and Ben Poe wed in 2016 after their first meeting in 2013.", "met", {"2013"}),
        # counted from the year that opens the clause
        ("In 1930, the year before Ada Roe died, Ben Poe sang in York.", "died", {"1931"}),
        ("In 1930, the year after Ada Roe died, Ben Poe sang in York.", "died", {"1929"}),
        ("In 1930, the year in which Ada Roe died, Ben Poe sang in York.", "died", {"1930"}),
        ("Ada Roe married Ben Poe in 1930, the same year she met him.", "married", {"1930"}),
    ],
)
def test_the_day_that_a_clause_beside_it_tells(claims_of, text, type, day):
    assert days(claims_of(text), type) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ada Roe and Ben Poe had to delay their wedding until 2021.", "2021"),
        ("The wedding of Ada Roe and Ben Poe has been postponed until June 2021.", "2021-06"),
        ("Ada Roe and Ben Poe put off their wedding until next June.", "2021-06"),
        ("Ada Roe and Ben Poe postponed their wedding from April 2020 to July 2021.", "2021-07"),
        ("Ada Roe and Ben Poe put their wedding photos online until 2021.", None),
    ],
)
def test_what_is_put_off_is_planned_for_the_later_day(claims_of, text, day):
    weddings = [claim for claim in claims_of(text) if claim.type == "married" and claim.kind == "event"]
    assert {claim.when and claim.when.edtf for claim in weddings if claim.status == "planned"} == (
        {day} if day else set()
    )


@pytest.mark.parametrize(
    "text",
    [
        "From 1990 (the year of Ada Roe's death) to 1995 he lived in Leeds.",
        "Between 7 March 2005 (shortly before Ada Roe's death) and 12 March 2005, he sang.",
    ],
)
def test_what_stands_behind_a_bracket_does_not_date_what_stands_in_it(claims_of, text):
    whens = [claim.when.edtf for claim in claims_of(text, None) if claim.type == "died" and claim.when]
    assert not {"1995", "2005-03-12"} & set(whens)


def test_what_a_marriage_begins_to_do_is_no_wedding(claims_of):
    told = claims_of("In 1977 Ben Poe's marriage to Ada Roe began to fall apart.", None)
    assert not any(claim.type == "married" and claim.kind == "event" for claim in told)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Ten weeks later, on 5 June 1988, they married.", "1988-06-05"),
        ("They married ten weeks later on 5 June 1988.", "1988-06-05"),
        ("They married ten weeks later, on 5 June.", "1988-06-05"),
        ("They married shortly after, on 6 December 1989.", "1989-12-06"),
        ("In 1995, seven years later, they married.", "1995"),
    ],
)
def test_a_day_that_is_told_goes_before_one_that_is_counted(claims_of, words, day):
    (wed,) = [each for each in claims_of(f"Ada Roe met Ben Poe in May 1988. {words}") if each.type == "married"]
    assert wed.when.edtf == day


def test_the_day_that_opens_a_paragraph_is_of_nothing_told_in_the_one_before(claims_of):
    text = "Lead: Ada Roe came with her girlfriend Eva Poe\n\nLast Monday she was in Leeds."
    (state,) = (each for each in claims_of(text, date(2020, 9, 20)) if each.type == "dating")
    assert state.when.edtf == "2020-09-20"
