"""How long two had been a couple when something happened to them."""

from datetime import date

import pytest


@pytest.fixture(scope="module")
def lengths_of(claims_of):
    """The states that a text gives a length, each in one line."""

    def lengths_of(text: str) -> set[str]:
        lasting = (claim for claim in claims_of(text) if claim.kind == "state" and claim.duration)
        return {
            f"{each.type} {' + '.join(one.name for one in each.people)} {each.duration.text}"
            + (f" until {each.end.edtf}" if each.end else "")
            for each in lasting
        }

    return lengths_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ada Roe split from Ben Poe in October 2018 after nearly two years of dating.",
            {"dating Ada Roe + Ben Poe P2Y until 2018-10"},
        ),
        ("Ada Roe and Ben Poe got engaged in May after 12 years together.", {"dating Ada Roe + Ben Poe P12Y"}),
        (
            "Ada Roe and Ben Poe announced their separation in May after seven years of marriage.",
            {"married Ada Roe + Ben Poe P7Y"},
        ),
        (
            "Ada Roe and Ben Poe divorced in 2010 following a six-year marriage.",
            {"married Ada Roe + Ben Poe P6Y until 2010"},
        ),
        (
            "After 24 years of marriage to Ben Poe, Ada Roe filed for divorce in May.",
            {"married Ada Roe + Ben Poe P24Y"},
        ),
        # the relation is one with somebody else, or nothing is told to have followed it
        ("Ada Roe married Ben Poe in 2012 after two years of dating the singer Carl Lark.", set()),
        ("Ada Roe married Ben Poe in 2012 after two years of studying.", set()),
        ("Ada Roe married Ben Poe in 2012. She joined a choir after two years of marriage.", set()),
    ],
)
def test_what_happened_after_a_length_of_time_tells_the_state_before(lengths_of, text, told):
    assert lengths_of(text) == told


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Ada Roe split from her boyfriend of two years Ben Poe in November 2019.", {"dating 2019-11 P2Y"}),
        ("Ada Roe, who split from husband of ten years Ben Poe in 2019, sang.", {"married 2019 P10Y"}),
        ("Ada Roe has split from her boyfriend of two years Ben Poe.", {"dating None P2Y"}),
        ("Ada Roe proposed to her boyfriend of two years Ben Poe in 2015.", {"dating 2015 P2Y"}),
        # no parting, one to come, or none of theirs
        ("Ada Roe is in Rome with her boyfriend of two years Ben Poe.", {"dating 2020-09-14 P2Y"}),
        ("Ada Roe plans to marry her boyfriend of two years Ben Poe in 2022.", {"dating 2020-09-14 P2Y"}),
        ("Ada Roe met her boyfriend of two years Ben Poe in 2015.", {"dating 2020-09-14 P2Y"}),
        # it did not hold on the day of what comes before it, nor before the wedding
        ("Ada Roe began dating husband Ben Poe in 2012.", {"married 2020-09-14 None"}),
        ("Ada Roe and her husband Ben Poe met in 2012.", {"married 2020-09-14 None"}),
        ("Ada Roe was introduced to her husband Ben Poe in 2012.", {"married 2020-09-14 None"}),
        ("Ada Roe sang with her husband Ben Poe in 2012, and wed him in 2015.", {"married None None"}),
        ("Ada Roe, who wed in 2010, sang with her husband Ben Poe in 2012.", {"married 2012 None"}),
        ("Ada Roe sang with her ex-husband Ben Poe in 1989. They divorced in 1990.", {"divorced None None"}),
        ("Ada Roe sang with her ex-husband Ben Poe in 1992. They divorced in 1990.", {"divorced 1992 None"}),
        ("Ada Roe moved to York with her husband Ben Poe in 2012.", {"married 2012 None"}),
        ("Ada Roe, whose sister split from Carl Foe in 2019, loves her boyfriend Ben Poe.", {"dating 2020-09-14 None"}),
        # so long they had been married, not divorced
        ("Ada Roe sang with her ex-husband of ten years, Ben Poe.", {"divorced 2020-09-14 None"}),
    ],
)
def test_a_tie_that_is_parted_from_held_until_then(claims_of, text, held):
    ties = [each for each in claims_of(text) if each.found_by.startswith("relation") and each.kind == "state"]
    told = {
        f"{each.type} {each.when and each.when.edtf} {each.duration and each.duration.text}" for each in ties
    }  # the day for which it is told, and the length up to that day
    assert told == held


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("Ada Roe and Ben Poe began dating in 2017. They moved in together after six months of dating.", "moved_in",
         "2017-07/2018-06"),
        ("Ada Roe married Ben Poe in 2010. The couple divorced after five years of marriage.", "divorced", "2015"),
        ("Ada Roe married Ben Poe in 2010. They divorced after over five years of marriage.", "divorced",
         "2015-01-01/2020-09-14"),
        ("Ada Roe married Ben Poe in 2010. They divorced in 2014 after five years of marriage.", "divorced", "2014"),
        # nothing to count from
        ("Ada Roe married Ben Poe in 2010. Ada Roe divorced Cy Foe after five years of marriage.", "divorced", None),
        ("Ada Roe met Ben Poe in 2010. They married after five years of work on a barn.", "married", None),
    ],
)  # fmt: skip
def test_what_came_after_so_long_is_counted_from_the_beginning(timeline_of, text, type, day):
    (event,) = (each for each in timeline_of(text, published=date(2020, 9, 14)).events if each.type == type)
    assert (event.when and event.when.edtf) == day


def test_that_it_lasted_less_than_so_long_tells_no_beginning(timeline_of):
    text = "Ada Roe and Ben Poe split{} after less than six months of dating."
    events = timeline_of(text.format(""), published=date(2020, 9, 14)).events
    assert [each.type for each in events] == ["separated"]
    events = timeline_of(text.format(" in July"), published=date(2020, 9, 14)).events
    assert [each.when.edtf for each in events if each.type == "dating_began"] == ["2020-01-02~/2020-07-31~"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Roe and Ben Poe were married until his death in 1989.", {("state", "", "1989")}),
        ("Ada Roe and Ben Poe were married for 60 years until her death in 1989.", {("state", "", "1989")}),
        # a day before the end, and of what had not begun till then
        ("Ada Roe was married to Ben Poe in 1960, until his death in 1989.", {("event", "1960", "")}),
        ("Ada Roe and Ben Poe were not married until 1989.", {("event", "1989", "")}),
    ],
)
def test_the_day_until_which_two_were_married_is_no_wedding(claims_of, text, told):
    married = [claim for claim in claims_of(text, None) if claim.type == "married"]
    days = {(each.kind, str(each.when or ""), str(each.end or "")) for each in married}
    assert days == told


def test_whose_death_is_that_of_the_latter(claims_of):
    claims = claims_of("Ada Roe was a friend of Ben Poe until the latter's death in 1989.", None)
    dead = {(each.name, str(claim.when)) for claim in claims if claim.type == "died" for each in claim.people}
    assert dead == {("Ben Poe", "1989")}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe and Ben Poe celebrated 20 years of marriage.",
        "Ada Roe and Ben Poe met in 2005. Their 14 years of marriage have been happy.",
        "Ada Roe looked back on her three years of marriage with Ben Poe.",
        "Ada Roe spoke of her happy marriage to Ben Poe.",
    ],
)
def test_years_of_marriage_are_one_state_of_the_two(claims_of, text):
    held = [claim for claim in claims_of(text) if claim.kind == "state"]
    assert [(claim.type, [each.name for each in claim.people]) for claim in held] == [
        ("married", ["Ada Roe", "Ben Poe"])
    ]


def test_years_of_counselling_are_no_marriage(claims_of):
    assert not list(claims_of("Ada Roe wrote of years of marriage counselling with Ben Poe."))


@pytest.mark.parametrize(
    ("text", "wed"),
    [
        ("Ada Roe and Ben Poe marked their second wedding anniversary with a picnic.", True),
        ("Ada Roe and Ben Poe celebrated their wedding anniversary.", True),
        ("Ada Roe and Ben Poe bought her parents a wedding anniversary present.", False),
    ],
)
def test_who_keeps_the_day_of_a_wedding_has_wed(claims_of, text, wed):
    assert [each.kind for each in claims_of(text) if each.type == "married"] == ["state"] * wed


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Ada Roe's marriage to Ben Poe lasted from 1970 to 1975.", ("1970", "1975")),
        ("Ada Roe's marriage to Ben Poe, which lasted from 1970 to 1975, was unhappy.", ("1970", "1975")),
        ("Ada Roe married Ben Poe in 1970. Their marriage lasted until 1975.", ("", "1975")),
        ("Ada Roe's marriage to Ben Poe lasted from 1970 until her death in 1975.", ("1970", "1975")),
        ("Ada Roe and Ben Poe were married from 1970 until their divorce in 1975.", ("1970", "1975")),
        ("Ada Roe's marriage to Ben Poe ran into trouble in 1975.", ("", "")),
        ("Ada Roe's marriage to Ben Poe was a secret until her death in 1975.", ("", "")),
    ],
)
def test_from_when_until_when_a_marriage_lasted(claims_of, text, years):
    (state,) = [each for each in claims_of(text, None) if each.kind == "state"]
    assert tuple(day.edtf if day else "" for day in (state.start, state.end)) == years


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe's marriage (1970–1975) to Ben Poe ended in divorce.",
        "Ada Roe's reign (1970–1975) was quiet.",
        "Her husband was Ben Roe (1970–1975). Ada Roe sang.",
    ],
)
def test_a_few_years_in_a_bracket_are_no_life_of_the_grown(claims_of, text):
    assert not [each for each in claims_of(text, None) if each.type in ("born", "died")]


def test_years_in_a_bracket_are_those_of_the_marriage_told_before(claims_of):
    (state,) = claims_of("Ada Roe was married to Ben Poe (2004-2018).")
    assert (state.type, state.start.edtf, state.end.edtf) == ("married", "2004", "2018")


@pytest.mark.parametrize(
    ("text", "type", "began"),
    [
        # counted to what came after it
        ("Ada Roe split from Ben Poe in 2009 after ten years of marriage. They divorced in 2017.", "married", 1999),
        ("After five years together, Ada Roe and Ben Poe wed in May 2019.", "dating", 2014),
        ("Ada Roe and Ben Poe dated for two years before they married in May 2019.", "dating", 2017),
        ("Ada Roe and Ben Poe dated for just over two years before splitting in 2019.", "dating", 2017),
        ("Ada Roe and Ben Poe were married for four years before divorcing in 1988.", "married", 1984),
        # to the day of publication, where it goes on
        ("Ada Roe arrived with her husband Ben Poe. She spoke about their 38-year marriage.", "married", 1982),
        ("Ada Roe arrived with her ex-husband Ben Poe. She spoke about their 38-year marriage.", "married", None),
        ("Ada Roe and her husband Ben Poe have split. She spoke about their 38-year marriage.", "married", None),
        # up to something else
        ("Ada Roe dated Ben Poe for two years before she met Carl Foe in 2019.", "dating", None),
    ],
)
def test_a_length_and_what_it_counts_to_tell_by_when_it_began(timeline_of, text, type, began):
    (state,) = (each for each in timeline_of(text, published=date(2020, 9, 14)).states if each.type == type)
    day = state.start.latest
    assert (day and abs(day.year - began) <= 1) == (began and True)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Ada Roe gave up her job during her ten-year marriage to Ben Poe.", "P10Y"),
        ("Ada Roe and Ben Poe moved to York in their ten-year marriage.", "P10Y"),
        ("Ada Roe sang for ten years during her marriage to Ben Poe.", None),
    ],
)
def test_how_long_a_marriage_lasted_in_which_something_happened(claims_of, text, length):
    told = [claim for claim in claims_of(text) if claim.type == "married"]
    assert {claim.kind for claim in told} == {"state"}
    assert {claim.duration.text if claim.duration else None for claim in told} == {length}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Years have passed since Ada Roe and Ben Poe have been together.", None),
        ("It has been a long time since Ada Roe and Ben Poe have been a couple.", None),
        ("Ada Roe has been happy since she and Ben Poe have been together.", "2020-09-15"),
    ],
)
def test_what_was_long_ago_does_not_hold_now(claims_of, text, day):
    told = [claim for claim in claims_of(text, "2020-09-15") if claim.type == "dating"]
    assert {claim.when.edtf if claim.when else None for claim in told} == {day}


@pytest.mark.parametrize(
    ("text", "type", "began"),
    [
        ("Ada Roe and Ben Poe are dancers. The couple's six-year marriage ended in 2018.", "married", "2011/2012"),
        ("Ada Roe and Ben Poe called time on their six-year marriage in 2018.", "married", "2011/2012"),
        ("Ben Poe, who ended his two-year engagement to Ada Roe in 2003, sang.", "engaged", "2001"),
        # of what came after so long, another sentence tells the day
        ("Ada Roe and Ben Poe split after three years of marriage. They parted in 2015.", "married", "2011/2012"),
        ("After two years together, Ada Roe and Ben Poe wed. They married in 2010.", "dating_began", "2007/2008"),
        # how long it lasted in all, told with a day on which it did
        ("Ada Roe dated Ben Poe in 2006 for about a year.", "dating_began", "2006"),
        ("Ada Roe and Ben Poe were together for two years in the 1990s.", "dating_began", "199X"),
        ("Ben Poe had a romance with Ada Roe for over six years from 2010.", "dating_began", "2010"),
        ("Ben Poe had a three-year relationship with Ada Roe from 2010.", "dating_began", "2010"),
        # how long by then
        ("In 2015 Ada Roe and Ben Poe had been together for two years.", "dating_began", "2012/2013"),
        ("When they wed in 2015 Ada Roe and Ben Poe had dated for two years.", "dating_began", "2012/2013"),
        ("Ada Roe and Ben Poe had been a couple for two years when they wed in 2015.", "dating_began", "2012/2013"),
        ("In May 2018, Ada Roe and Ben Poe had been married for ten years.", "married", "2007/2008"),
        ("Ada Roe and Ben Poe have dated for two years.", "dating_began", "2017/2018"),
    ],
)
def test_when_what_lasted_so_long_began(timeline_of, text, type, began):
    (event,) = (each for each in timeline_of(text, published=date(2020, 9, 14)).events if each.type == type)
    first, last = event.when.earliest.year, event.when.latest.year
    decade = f"{first // 10}X" if last == first + 9 else f"{first}/{last}"
    assert (str(first) if first == last else decade) == began


def test_what_came_twice_dates_no_beginning(timeline_of):
    text = "Ada Roe and Ben Poe split after two years of dating. They parted in May 2009, and split again in 2015."
    began = (each for each in timeline_of(text, published=None).events if each.type == "dating_began")
    assert all(each.when.earliest is None for each in began if each.when)
